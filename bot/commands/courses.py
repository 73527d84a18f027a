"""`python -m bot courses ...`: publish courses from a file, list them, change their state, make links. What is heavy is imported inside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from bot.commands import running
from bot.courses.catalogue import State

if TYPE_CHECKING:
    from bot.courses.importing import Reading
    from bot.courses.publishing import Publishing

app = typer.Typer(help="Publish courses, and make links to them.", no_args_is_help=True, pretty_exceptions_enable=False)
BAD_INPUT = 2
Result = TypeVar("Result")
CourseId = Annotated[str, typer.Argument(metavar="ID", help="The course's id.")]


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="A .yaml or .csv file.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Take over the courses of FILE: all of them, or none when any line is wrong."""
    from bot.courses import importing

    try:
        reading = importing.load(file)
    except importing.ImportRefused as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        _refuse(f"Nothing was written: {len(error.problems)} mistakes.")
    for notice in reading.notices:
        typer.echo(f"Please note: {notice}")
    typer.echo(_with_courses(lambda publishing: _taken(publishing, reading, dry_run)))


@app.command(name="list")
def list_() -> None:
    """List all courses, with their states as of now."""
    async def listed(publishing: Publishing) -> str:
        lines = [f"{one.id:24}  {one.state.value:8}  {one.starts_on or ''!s:10}  {_until(one.deadline):16}  {','.join(one.texts):8}  {one.text('en').title}"
                 for one in await publishing.every()]
        head = f"{'id':24}  {'state':8}  {'first day':10}  {'deadline (UTC)':16}  {'texts':8}  title"
        return "\n".join((head, *lines)) if lines else "There are no courses yet. To start from an example: python -m bot courses example"

    typer.echo(_with_courses(listed))


@app.command(name="state")
def state_(course_id: CourseId, state: Annotated[State, typer.Argument(help="The new state.")]) -> None:
    """Give a course another state. By date it moves on by itself, never back."""
    from bot.courses.publishing import DeadlinePast, NoSuchCourse

    async def changed(publishing: Publishing) -> str:
        course = await publishing.set_state(course_id, state)
        return f"{course.id} is now {course.state.value}." + (" Its last day is long past." if course.state is not state else "")

    try:
        typer.echo(_with_courses(changed))
    except NoSuchCourse:
        _unknown(course_id)
    except DeadlinePast:
        _refuse(f"{course_id} was not opened: its deadline or last day is past. Import it with a later one first.")


@app.command()
def example() -> None:
    """Print a file with one course, each field explained, to start from."""
    from bot.courses import demo

    typer.echo(demo.example(_now().date()), nl=False)


@app.command()
def link(
    course_id: CourseId,
    partner: Annotated[str, typer.Option("--partner", metavar="MARK", help="A partner's mark: 1 to 16 of a-z and 0-9.")] = "",
    qr: Annotated[Path | None, typer.Option("--qr", metavar="FILE.png", help="Also write the link as a QR code.")] = None,
    bot: Annotated[str, typer.Option("--bot", metavar="NAME", help="The bot's username; by default Telegram is asked.")] = "",
) -> None:
    """Print the link to a course."""
    from bot.courses import links

    try:
        wanted = links.Link(course_id, partner)
        course_there = wanted.payload and _with_courses(lambda publishing: _is_there(publishing, course_id))
        if not course_there:
            _unknown(course_id)
        address = wanted.address(bot.removeprefix("@") or running.run(_bot_name()))
        if qr is not None:
            qr.write_bytes(links.picture(address))
    except links.LinkInvalid as error:
        _refuse(f"{error}.")
    except OSError as error:
        _refuse(f"{qr} was not written ({error.strerror}). Check the path and its permissions.")
    typer.echo(address)


async def _taken(publishing: Publishing, reading: Reading, dry_run: bool) -> str:
    changes = await (publishing.plan if dry_run else publishing.take)(reading.courses)
    lines = [f"{one.course_id:24}  {one.fate.value:9}  {one.state.value:8}  {', '.join(one.fields)}".rstrip() for one in changes]
    return "\n".join((*lines, "Nothing was written: this was a trial." if dry_run else "Done."))


async def _is_there(publishing: Publishing, course_id: str) -> bool:
    return any(one.id == course_id for one in await publishing.every())


async def _bot_name() -> str:
    """Return the bot's username, as Telegram says. Raises TokenRejected."""
    from telegram import Bot
    from telegram.error import InvalidToken, TelegramError

    from bot import settings
    from bot.telegram.errors import TokenRejected
    from bot.telegram.request import AiohttpRequest

    now = settings.load()
    if now.bot_token is None:
        _refuse("There is no DALIL_BOT_TOKEN to ask Telegram with. Give the bot's username: --bot NAME")
    request = AiohttpRequest()
    try:
        async with Bot(now.bot_token.get_secret_value(), base_url=f"{now.telegram_api_url}/bot", request=request, get_updates_request=request) as one:
            return one.username
    except (InvalidToken, TokenRejected):
        raise TokenRejected from None
    except TelegramError as error:
        _refuse(f"Telegram cannot be reached ({type(error).__name__}). Give the bot's username: --bot NAME")


def _with_courses(work: Callable[[Publishing], Awaitable[Result]]) -> Result:
    """Run `work` on the operator's database."""
    async def run() -> Result:
        from bot import lock, logs, settings
        from bot.courses.publishing import Publishing
        from bot.db.engine import Database
        from bot.db.migrate import migrate

        now = settings.load()
        logs.configure(now.log_level)
        if not now.database_url:
            lock.make(now.data_dir)
        await migrate(now.database)
        database = Database(now.database)
        try:
            return await work(Publishing(database, _now))
        finally:
            await database.close()

    return running.run(run())


def _until(deadline: datetime | None) -> str:
    return f"{deadline:%Y-%m-%d %H:%M}" if deadline else ""


def _now() -> datetime:
    return datetime.now(UTC)


def _unknown(course_id: str) -> NoReturn:
    _refuse(f'There is no course "{course_id[:40]}". All ids: python -m bot courses list')


def _refuse(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(BAD_INPUT)
