"""From raw JSON through python-telegram-bot's handlers to the writes they ask for."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError
from telegram.ext import Application

from bot.db.writes import Write
from bot.logs import get_logger
from bot.telegram import attempt
from bot.telegram.intake import MalformedUpdate

log = get_logger()
_WRITES: ContextVar[list[Write] | None] = ContextVar("writes", default=None)
_ERRORS: ContextVar[list[Exception] | None] = ContextVar("errors", default=None)


class NoUpdateUnderWay(LookupError):
    """Writes were asked for outside of an update's handlers."""


@contextmanager
def collect_writes() -> Iterator[list[Write]]:
    """Yield the list to which `current_writes` refers inside the block."""
    writes: list[Write] = []
    token = _WRITES.set(writes)
    try:
        yield writes
    finally:
        _WRITES.reset(token)


def current_writes() -> list[Write]:
    """Return the writes of the update under way, to be added to. Raises NoUpdateUnderWay."""
    writes = _WRITES.get()
    if writes is None:
        raise NoUpdateUnderWay
    return writes


class Dispatcher:
    """Runs an application's handlers on one raw update and returns their writes: the `handle` of Intake.

    Handlers must be blocking (python-telegram-bot's default), and add their writes before they reply: a reply
    that failed for good or ended unclear is not repeated, and the writes made so far are committed.
    """

    def __init__(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        self._application = application
        # First of all error handlers: a later one may stop the rest.
        application.error_handlers = {_note: True, **application.error_handlers}
        logger = logging.getLogger("telegram.ext.Application")
        if not any(isinstance(present, ContentGuard) for present in logger.filters):
            logger.addFilter(ContentGuard())

    async def __call__(self, raw: dict[str, Any]) -> Sequence[Write]:
        """Process one update. Raises MalformedUpdate, or what the first failing handler raised."""
        update = self._parse(raw)
        errors: list[Exception] = []
        token = _ERRORS.set(errors)
        try:
            with collect_writes() as writes:
                await self._application.process_update(update)
        finally:
            _ERRORS.reset(token)
        for error in errors:
            if not _is_over(error):
                raise error
        return writes

    def _parse(self, raw: dict[str, Any]) -> Update:
        try:
            update = Update.de_json(raw, self._application.bot)
            sound = _is_sound(update)
        except Exception as error:  # de_json raises whatever the wrong type leads to
            raise MalformedUpdate from error
        if not sound:
            raise MalformedUpdate
        return update


class ContentGuard(logging.Filter):
    """Keeps an update's content out of the log, and notes the error that was only logged.

    When a context can't be built, python-telegram-bot logs the whole update and goes on as if it had been processed.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Let a record pass unless it carries an update."""
        given = record.args if isinstance(record.args, tuple) else (record.args,)
        if not any(isinstance(argument, (Update, dict)) for argument in given):
            return True
        error, errors = record.exc_info[1] if record.exc_info else None, _ERRORS.get()
        if errors is not None and isinstance(error, Exception):
            errors.append(error)
        return False


def _is_sound(update: Update) -> bool:
    """Tell whether what handlers read has the right types: python-telegram-bot takes over plain fields as they come."""
    message, sender, chat, query = update.effective_message, update.effective_user, update.effective_chat, update.callback_query
    texts = (getattr(message, "text", None), getattr(message, "caption", None), sender and sender.language_code, query and query.data,
             update.inline_query and update.inline_query.query, chat and chat.type)
    numbers = (chat and chat.id, sender and sender.id)
    return all(text is None or isinstance(text, str) for text in texts) and all(number is None or type(number) is int for number in numbers)


async def _note(_update: object, context: Any) -> None:
    errors = _ERRORS.get()
    if errors is not None and isinstance(context.error, Exception):
        errors.append(context.error)


def _is_over(error: Exception) -> bool:
    """Tell an error after which another try would be wrong: the person is gone, or the reply may have arrived."""
    if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and "chat not found" in error.message.lower()):
        log.info("reply_person_gone")
        return True
    now = attempt.current()
    if now is not None and now.unclear and isinstance(error, NetworkError):
        log.warning("reply_unclear", error=type(error).__name__)
        return True
    return False
