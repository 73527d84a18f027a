"""Puts the parts together, and stops them in reverse order: the only file that knows them all."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from telegram.error import InvalidToken
from telegram.ext import Application, ContextTypes

from bot import keys as key_files
from bot import lock, rotation, upkeep
from bot.broadcasts.leaving import leaving_of
from bot.broadcasts.office import Office
from bot.broadcasts.plan import Plan
from bot.broadcasts.queue import Queue
from bot.broadcasts.sender import Sender, in_flight
from bot.context import Context
from bot.daily import Daily
from bot.db.engine import Database
from bot.db.lease import Lease
from bot.db.migrate import migrate
from bot.db.types import METADATA
from bot.keys import KeyRing
from bot.knowledge.build import load_apart
from bot.knowledge.problems import Problem, Severity
from bot.knowledge.shelf import Load, Shelf
from bot.logs import get_logger
from bot.memory import settle
from bot.people import keycheck
from bot.people.erasure import Erasure
from bot.people.rekey import Rekey
from bot.people.tombstones import JOURNAL
from bot.reporting import Reporter
from bot.services import Services
from bot.settings import Settings
from bot.speaking import Speaker
from bot.telegram.allowance import Allowance
from bot.telegram.courier import Courier
from bot.telegram.dispatch import Dispatcher
from bot.telegram.errors import TokenRejected
from bot.telegram.intake import Intake
from bot.telegram.ledger import Ledger
from bot.telegram.messenger import Messenger
from bot.telegram.pacing import PacedLimiter
from bot.telegram.patience import reached
from bot.telegram.profile import introduce
from bot.telegram.request import AiohttpRequest
from bot.usecases import Clock, services_of
from bot.web.metrics import Metrics
from handlers.announced import message
from handlers.cards import URGENT
from handlers.registration import COMMANDS, register

log = get_logger()
TABLES = METADATA  # with those of every module imported here
_CHATS = 32  # at once
_DELAY = timedelta(minutes=10)  # between a release and the first message: time to stop it (safety.md T11)
Result = TypeVar("Result")
Wired = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True)
class Bot:
    """The parts of a running bot, for `bot.serving`."""

    settings: Settings
    keys: KeyRing
    database: Database
    shelf: Shelf
    application: Wired
    polling: AiohttpRequest
    intake: Intake
    speaker: Speaker
    metrics: Metrics


def utc_now() -> datetime:
    """Return the present instant, in UTC."""
    return datetime.now(UTC)


@asynccontextmanager
async def assembled(settings: Settings, token: str, now: Clock = utc_now, load: Load = load_apart) -> AsyncIterator[Bot]:
    """Yield a bot that is ready to receive; after the block everything is closed. `load` reads the knowledge base.

    Raises what stops a start: KeysInvalid, SchemaTooNew, DatabaseUnavailable, AlreadyRunning, TokenRejected.
    """
    async with AsyncExitStack() as stack:
        keys = key_files.load(settings.keys_file)
        database = await _database(settings, keys, now, stack)
        shelf, metrics, read = Shelf(settings.knowledge_dir, load), Metrics(), asyncio.Event()
        reading = await stack.enter_async_context(_beside(_read(shelf, read)))
        limiter = PacedLimiter(settings.send_rate, meter=metrics)
        application, polling, messenger = await _telegram(settings, token, limiter, stack)
        application.bot_data = services = services_of(settings, keys, database, shelf, read, messenger, metrics, now)
        speaker = Speaker(messenger, services.renderer, services.people, services.traces, settings.admin_telegram_ids)
        ledger = Ledger(database, now)
        allowance = Allowance(settings.chat_rate, crowd=settings.send_rate / 2)  # what waits is answered in half a second
        intake = Intake(ledger, Dispatcher(application), chats=_CHATS, allowance=allowance, apologise=speaker.notice("apology"),
                        slow_down=speaker.notice("slow-down", URGENT), please_wait=speaker.notice("please-wait"), count=metrics.outcome)
        stack.push_async_callback(intake.close, 0.0)
        await stack.enter_async_context(_beside(_watch(shelf, reading, speaker)))
        daily = Daily(database, services.staff, services.audit, services.inbox, services.deliver, now)
        purging = upkeep.purges(database, now, settings.data_dir, leaving_of(database, keys, now))
        hourly = upkeep.hourly(purging, services.courses, daily, services.role_news)
        await stack.enter_async_context(_beside(upkeep.keep_up(hourly, speaker.alert)))
        await stack.enter_async_context(_beside(rotation.keep_keys(keys, Rekey(database, keys, TABLES), speaker.alert)))
        office = await _office(settings, database, services, limiter, now)
        await stack.enter_async_context(_beside(office.run()))
        await stack.enter_async_context(_beside(introduce(application.bot, services.words, COMMANDS)))
        yield Bot(settings, keys, database, shelf, application, polling, intake, speaker, metrics)


async def _database(settings: Settings, keys: KeyRing, now: Clock, stack: AsyncExitStack) -> Database:
    stack.enter_context(nullcontext() if settings.database_url.startswith("postgres") else lock.hold(settings.data_dir))
    await migrate(settings.database, tables=TABLES)
    database = Database(settings.database)
    stack.push_async_callback(database.close)
    await database.examine()
    await keycheck.check(database, keys)
    await Erasure(database, now, settings.data_dir / JOURNAL, leaving_of(database, keys, now)).replay()
    return database


async def _read(shelf: Shelf, read: asyncio.Event) -> tuple[Problem, ...]:
    """Read the knowledge base in a thread, and return its errors: whoever writes meanwhile is greeted at once, a question waits for it."""
    try:
        return tuple(one for one in await asyncio.to_thread(shelf.reload) if one.severity is Severity.ERROR)
    finally:
        read.set()
        settle()


async def _watch(shelf: Shelf, reading: asyncio.Task[tuple[Problem, ...]], speaker: Speaker) -> None:
    """Tell staff of errors, those of the first reading and those of each change."""
    async def report(errors: tuple[Problem, ...]) -> None:
        await speaker.knowledge_broken(errors, serving=shelf.library is not None)

    await asyncio.wait({reading})
    with shelf.watching(report):
        if reading.exception() is None and reading.result():
            await report(reading.result())
        await asyncio.Event().wait()


async def _telegram(settings: Settings, token: str, limiter: PacedLimiter, stack: AsyncExitStack) -> tuple[Wired, AiohttpRequest, Messenger]:
    """Start python-telegram-bot on our own request, pacing and context; polling has a connection of its own."""
    request, polling = AiohttpRequest(), AiohttpRequest(connections=2)
    application: Wired = (
        Application.builder().token(token).base_url(f"{settings.telegram_api_url}/bot").base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(request).get_updates_request(polling).rate_limiter(limiter).context_types(ContextTypes(context=Context))
        .updater(None).build())
    register(application, inline_mode=settings.inline_mode)
    for connection in (request, polling):
        stack.push_async_callback(connection.shutdown)
    try:
        await reached(application.initialize)
    except InvalidToken:
        raise TokenRejected from None
    stack.push_async_callback(application.shutdown)
    return application, polling, Messenger(application.bot, request, limiter)


async def _office(settings: Settings, database: Database, services: Services, limiter: PacedLimiter, now: Clock) -> Office:
    """Return what sends announcements beside the bot."""
    lease = Lease(database, TABLES, "sender", now)
    await lease.break_open()  # what holds it on SQLite is dead: this process has the data folder's lock
    courier = Courier(services.messenger, services.renderer, message)
    reporter = Reporter(services)
    queue = Queue(database, now)
    sender = Sender(services.ledger, queue, courier, reporter, in_flight(settings.send_rate))
    return Office(queue, Plan(database, now), sender, lease, reporter, lambda: limiter.broadcast_stop)


@asynccontextmanager
async def _beside(work: Coroutine[Any, Any, Result]) -> AsyncIterator[asyncio.Task[Result]]:
    """Run `work` beside the block, and cancel it at the end."""
    task = asyncio.create_task(work)
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
