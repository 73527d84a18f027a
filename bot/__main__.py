"""The command line: one short function a command."""

import gc
from collections.abc import Coroutine
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands import running
from bot.commands.courses import app as courses
from bot.commands.knowledge import app as knowledge
from bot.memory import leave_out, use_few_arenas, use_small_pages

app = typer.Typer(help="Dalil: a guide to human rights mechanisms, on Telegram.", no_args_is_help=True, add_completion=False,
                  pretty_exceptions_enable=False)
keys = typer.Typer(help="The key ring.", no_args_is_help=True)
app.add_typer(knowledge, name="knowledge")
app.add_typer(courses, name="courses")
app.add_typer(keys, name="keys")
staff = typer.Typer(help="Who may do what.", no_args_is_help=True)
app.add_typer(staff, name="staff")


@app.command()
def run() -> None:
    """Run the bot on Telegram: long polling, or a webhook when DALIL_WEBHOOK_URL is set."""
    _begin()
    from bot.commands.serve import serve

    _go(serve())


@app.command()
def playground(port: Annotated[int, typer.Option(help="Port of the chat page on this computer.")] = 8080) -> None:
    """Try the bot in a chat page on this computer: no token, no network."""
    _begin()
    from bot.commands.serve import play

    _go(play(port))


@app.command(name="migrate")
def migrate_() -> None:
    """Bring the database to this version's schema."""
    from bot.commands.operate import bring_up_to_date

    _go(bring_up_to_date())


@app.command()
def doctor() -> None:
    """Check settings, keys, database, knowledge base and Telegram, and say what to do about each mistake."""
    from bot.commands.doctor import examine

    _go(examine())


@app.command()
def purge(confirm: Annotated[bool, typer.Option("--confirm", help="Erase even when more than a fifth of the people are due.")] = False) -> None:
    """Erase now what is past its time; the bot does so by itself every hour."""
    from bot.commands.operate import erase_old

    _go(erase_old(confirm))


@app.command()
def tallies(days: Annotated[int, typer.Option(help="How many days, today included.", min=1, max=366)] = 7) -> None:
    """Show what was asked and answered, as counts: nothing about who; counts under 5 are hidden."""
    from bot.commands.operate import show_tallies

    _go(show_tallies(days))


@app.command(name="backup")
def backup_(file: Annotated[Path, typer.Argument(help="Where the backup goes; an earlier one of that name is replaced.")]) -> None:
    """Write an encrypted copy of the database, while the bot runs, for DALIL_BACKUP_RECIPIENT."""
    from bot.commands.backup import backup

    _go(backup(file))


@app.command(name="restore")
def restore_(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    identity: Annotated[Path, typer.Option(help="The identity file that opens it.")],
    replace: Annotated[bool, typer.Option("--replace", help="Replace all that the database holds.")] = False,
) -> None:
    """Put a backup into the database while the bot is stopped; whoever was erased since stays erased."""
    from bot.commands.restore import restore

    _go(restore(file, identity, replace=replace))


@keys.command(name="identity")
def identity_(file: Annotated[Path, typer.Argument(help="Where the identity goes; never on the bot's machine.")]) -> None:
    """Make what opens backups, on the computer that keeps it, and print the public key for DALIL_BACKUP_RECIPIENT."""
    from bot.commands.backup import make_identity

    _go(make_identity(file))


@keys.command()
def new() -> None:
    """Make the key ring. It is never overwritten: without it, what is stored cannot be read."""
    from bot.commands.operate import make_keys

    _go(make_keys())


class Purpose(StrEnum):
    """What a key is for."""

    FIELDS = "fields"
    LOOKUP = "lookup"
    SESSION = "session"
    AUDIT = "audit"
    WEBHOOK = "webhook"
    ALL = "all"


@keys.command()
def rotate(
    purpose: Annotated[list[Purpose], typer.Option(help="What the keys are for; may be given several times.")] = [Purpose.FIELDS, Purpose.LOOKUP],  # noqa: B006  # typer copies it
    again: Annotated[bool, typer.Option("--again", help="Make new keys though a rotation is under way.")] = False,
    finish: Annotated[bool, typer.Option("--finish", help="Remove old keys now, though backups of the last days need them.")] = False,
) -> None:
    """Make new keys while the bot runs. Run it again to see what is left, and to end the rotation."""
    from bot.commands.rotate import rotate as go
    from bot.keyfile import PURPOSES

    _go(go(PURPOSES if Purpose.ALL in purpose else tuple(dict.fromkeys(map(str, purpose))), again=again, finish=finish))


@staff.command()
def invite(roles: Annotated[list[str], typer.Argument(help="admin, editor, approver, reviewer or responder; several are allowed.")]) -> None:
    """Make a link that gives one person these roles."""
    from bot.commands.staff import invite

    _go(invite(roles))


@staff.command(name="list")
def list_() -> None:
    """Show who is on staff: numbers and roles."""
    from bot.commands.staff import members

    _go(members())


@staff.command()
def audit(
    action: Annotated[str, typer.Argument(help="verify")], head: Annotated[str, typer.Option(help="A head that was told earlier: NUMBER:HASH.")] = "",
) -> None:
    """`audit verify`: look whether anybody tampered with the trail of what staff did."""
    if action != "verify":
        raise typer.BadParameter("the only action is: verify")
    from bot.commands.staff import verify

    _go(verify(head))


def _begin() -> None:
    """Prepare a quick and small start, before anything is imported: nothing of what it loads is garbage."""
    gc.disable()  # `bot.memory.settle` turns it on again
    use_few_arenas()
    use_small_pages()
    leave_out()


def _go(work: Coroutine[Any, Any, str | None]) -> None:
    """Run `work`, and print what it says."""
    if said := running.run(work):
        print(said)


if __name__ == "__main__":
    app()
