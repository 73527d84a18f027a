"""Who may do what. An admin manages accounts and can read no expression of interest (safety.md T3)."""

from enum import StrEnum


class Role(StrEnum):
    """The roles of staff; one person can have several."""

    ADMIN = "admin"
    EDITOR = "editor"
    APPROVER = "approver"
    REVIEWER = "reviewer"
    RESPONDER = "responder"


class Right(StrEnum):
    """What somebody wants to do."""

    MANAGE_STAFF = "manage-staff"
    READ_AUDIT = "read-audit"
    WRITE = "write"  # compose announcements and letters, move courses
    RELEASE = "release"  # an announcement or the letters of a course, as the second person
    STOP = "stop"  # an announcement: anybody on staff may
    READ_INTERESTS = "read-interests"
    DECIDE = "decide"
    EXPORT = "export"
    ANSWER = "answer"  # questions to the team
    SEE_COUNTS = "see-counts"


_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMIN: frozenset({Right.MANAGE_STAFF, Right.READ_AUDIT, Right.STOP, Right.SEE_COUNTS}),
    Role.EDITOR: frozenset({Right.WRITE, Right.STOP, Right.SEE_COUNTS}),
    Role.APPROVER: frozenset({Right.RELEASE, Right.DECIDE, Right.EXPORT, Right.STOP, Right.SEE_COUNTS}),
    Role.REVIEWER: frozenset({Right.READ_INTERESTS, Right.STOP, Right.SEE_COUNTS}),
    Role.RESPONDER: frozenset({Right.ANSWER, Right.STOP, Right.SEE_COUNTS}),
}


def may(roles: frozenset[Role], right: Right) -> bool:
    """Tell whether somebody with these roles may."""
    return any(right in _RIGHTS[role] for role in roles)


def parse(text: str) -> frozenset[Role]:
    """Return the roles of a row or a command line, unknown ones left out."""
    known = {str(role): role for role in Role}
    return frozenset(known[name] for name in text.split() if name in known)


def dump(roles: frozenset[Role]) -> str:
    """Return the roles as they stand in a row."""
    return " ".join(sorted(roles))
