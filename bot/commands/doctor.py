"""`python -m bot doctor`: looks at everything the bot needs, and says what to do about each mistake."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from rich.console import Console

from bot import keys as key_files
from bot import lock
from bot import settings as operator
from bot.commands.mistakes import EXPECTED, message
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.knowledge.shelf import Shelf
from bot.people import keycheck
from bot.settings import Settings
from bot.telegram.errors import TokenRejected
from bot.telegram.request import AiohttpRequest

Check = Callable[[Settings], Awaitable[str]]


class Unwell(Exception):
    """A finding that is no crash: it is shown as it is."""


async def examine() -> None:
    """Run each check, print a line for it, and end with exit code 2 when one failed."""
    console = Console(soft_wrap=True)
    now = operator.load()
    console.print("[green]ok[/]   settings")
    failed = 0
    for name, check in (("keys", _keys), ("database", _database), ("knowledge base", _knowledge), ("Telegram", _telegram)):
        try:
            console.print(f"[green]ok[/]   {name}: {await check(now)}")
        except (*EXPECTED, Unwell) as error:
            failed += 1
            console.print(f"[red]no[/]   {name}: ", end="")
            console.print(message(error), markup=False)
    if failed:
        raise SystemExit(2)


async def _keys(now: Settings) -> str:
    key_files.load(now.keys_file)
    return str(now.keys_file)


async def _database(now: Settings) -> str:
    ring = key_files.load(now.keys_file)
    if not now.database_url:
        lock.make(now.data_dir)
    await migrate(now.database)
    database = Database(now.database)
    try:
        await database.examine()
        await keycheck.check(database, ring)
    finally:
        await database.close()
    return "SQLite" if database.is_sqlite else "PostgreSQL"


async def _knowledge(now: Settings) -> str:
    shelf = Shelf(now.knowledge_dir)
    problems = shelf.reload()
    if shelf.library is None:
        raise Unwell(f"{len(problems)} problems; run: python -m bot knowledge check")
    today = datetime.now(UTC).date()
    old = sum(entry.freshness(today) != "fresh" for entry in shelf.library.entries.values())
    return f"{len(shelf.library.entries)} entries" + (f", {old} past their date of review" if old else "")


async def _telegram(now: Settings) -> str:
    if now.bot_token is None:
        return "no token: only the playground runs"
    from telegram import Bot
    from telegram.error import InvalidToken, TelegramError

    request = AiohttpRequest()
    try:
        async with Bot(now.bot_token.get_secret_value(), base_url=f"{now.telegram_api_url}/bot", request=request, get_updates_request=request):
            return "the token is good"
    except (InvalidToken, TokenRejected):
        raise TokenRejected from None
    except TelegramError as error:
        raise Unwell(f"cannot be reached ({type(error).__name__}). Check the line, and DALIL_TELEGRAM_API_URL.") from None
