"""What can go wrong with a backup. Apart from `age`, which loads pyrage: most commands need the names only."""


class BackupUnreadable(Exception):
    """The file or the identity can't be used. The message says which, and what to do."""


class BackupNotWritten(Exception):
    """The backup can't be written; what was in its place before is as it was."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"The file was not written ({error.strerror}); an earlier one in its place is as it was. Make room, or choose another place.")


class NotEmpty(Exception):
    """There is something in the database, and nobody said that it may go."""

    def __init__(self) -> None:
        super().__init__("The database is not empty, and was left as it is. To replace all that it holds by the backup, add --replace.")
