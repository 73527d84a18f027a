"""`run` and `playground`: the same bot, on Telegram or on this computer's stand-in for it."""

import asyncio
import errno
import signal
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bot import keys as key_files
from bot import logs
from bot import settings as operator
from bot.db.engine import Database
from bot.logs import get_logger
from bot.settings import Settings, SettingsInvalid

log = get_logger()


async def serve() -> None:
    """Serve Telegram until SIGTERM or SIGINT."""
    settings = operator.load()
    logs.configure(settings.log_level)
    if settings.bot_token is None:
        raise SettingsInvalid(("DALIL_BOT_TOKEN is missing: ask BotFather for one, or try the bot without: python -m bot playground",))
    _first_keys(settings)
    from bot.app import assembled
    from bot.serving import receive

    asyncio.get_running_loop().set_exception_handler(logs.log_loop_error)
    async with assembled(settings, settings.bot_token.get_secret_value()) as bot:
        await receive(bot, _stop_on_signals())  # until here a signal ends the process at once: nothing is under way


async def play(port: int) -> None:
    """Serve the chat page of the playground until SIGTERM or Ctrl-C; everything it held is gone then."""
    given = operator.load()
    logs.configure("WARNING" if given.log_level == "INFO" else given.log_level)
    from bot.app import assembled
    from bot.playground import DEMO_STAFF, demo_stand_in
    from bot.serving import PortTaken, receive

    with tempfile.TemporaryDirectory(prefix="dalil-playground-") as folder:
        try:
            stand_in = demo_stand_in(port=port)
            await stand_in.start()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise PortTaken(port, "--port") from None
        try:
            settings = operator.load(
                data_dir=Path(folder) / "data", keys_file=Path(folder) / "keys" / "dalil.json", database_url="", http_port=0,
                telegram_api_url=stand_in.api_url, webhook_url="", admin_telegram_ids=(DEMO_STAFF.id,))
            key_files.create(settings.keys_file)
            async with assembled(settings, stand_in.token) as bot:
                await _demo_courses(bot.database)
                print(f"\nDalil's playground: {stand_in.url}   (Ctrl-C stops it)\n", flush=True)
                await receive(bot, _stop_on_signals())
        finally:
            await stand_in.stop()


async def _demo_courses(database: Database) -> None:
    """Publish the playground's courses, which are made up, the way staff do."""
    from bot.courses import demo, importing
    from bot.courses.publishing import Publishing

    now = datetime.now(UTC)
    reading = importing.read("demo.yaml", demo.demo(now.date()).encode())
    await Publishing(database, lambda: now).take(reading.courses)


def _first_keys(settings: Settings) -> None:
    """Make the key ring for a new database; for one that exists a new ring would be the wrong one."""
    new = not settings.database_url and not (settings.data_dir / "dalil.sqlite3").exists()
    if new and not settings.keys_file.exists():
        key_files.create(settings.keys_file)
        log.warning("keys_made", advice="copy the key file to a safe place that is not the database's")


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop
