"""From raw updates through real python-telegram-bot handlers to writes; what handlers raise is known to intake."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder, ApplicationHandlerStop, CallbackContext, ContextTypes, MessageHandler, TypeHandler, filters

from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.playground.faults import Fault
from bot.playground.server import StandIn
from bot.telegram import attempt
from bot.telegram.dispatch import Dispatcher, NoUpdateUnderWay, current_writes
from bot.telegram.intake import Intake, MalformedUpdate, Outcome
from bot.telegram.ledger import Ledger
from bot.telegram.models import QUARANTINED_UPDATES
from tests.telegram.conftest import make_bot, text_update
from tests.telegram.test_ledger import tally, topics

App = Application[Any, Any, Any, Any, Any, Any]


async def answer(update: Update, context: Any) -> None:
    """Write, and reply what was said; "bad" is a mistake of ours."""
    assert update.effective_message is not None
    text = update.effective_message.text or ""
    current_writes().append(tally(text))
    await asyncio.sleep(0.01)
    if text == "bad":
        raise ValueError("Amina said bad")
    await update.effective_message.reply_text(text)


@pytest.fixture
async def application(telegram: StandIn) -> AsyncIterator[App]:
    """An application with one handler, without updater and queue."""
    application = ApplicationBuilder().bot(make_bot(telegram, read_timeout=2.0, rate=1000.0)).updater(None).build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    await application.initialize()
    yield application
    await application.shutdown()


async def in_a_try(dispatcher: Dispatcher, raw: dict[str, Any]) -> Any:
    """Dispatch as intake does, within a try."""
    async with asyncio.timeout(20) as limit:
        with attempt.begun(limit):
            return await dispatcher(raw)


async def test_the_writes_of_each_update_are_its_own(telegram: StandIn, application: App) -> None:
    """Twenty updates at once: each gets its reply and exactly its writes."""
    phones = [telegram.person(f"Demo {number}") for number in range(20)]
    dispatch = Dispatcher(application)

    results = await asyncio.gather(*(dispatch(text_update(number, phone.id, str(number))) for number, phone in enumerate(phones)))

    assert [[write.values["topic"] for write in writes] for writes in results] == [[str(number)] for number in range(20)]
    assert [phone.messages[0].text for phone in phones] == [str(number) for number in range(20)]
    with pytest.raises(NoUpdateUnderWay):
        current_writes()


async def test_what_a_handler_raises_reaches_intake(application: App, caplog: pytest.LogCaptureFixture) -> None:
    """python-telegram-bot swallows it; we raise it for this very update, and log no content."""
    dispatch = Dispatcher(application)

    with caplog.at_level(logging.INFO), pytest.raises(ValueError, match="bad"):
        await dispatch(text_update(1, text="bad"))

    assert "bad" not in caplog.text
    assert "Amina" not in caplog.text


async def test_one_update_that_fails_among_a_hundred_costs_nobody_else_an_answer(telegram: StandIn, application: App, tmp_path: Path) -> None:
    """P3: 99 are answered and committed, the bad one is set aside after three tries, with its class and place only."""
    url = f"sqlite:///{tmp_path / 'dalil.sqlite3'}"
    await migrate(url)
    database = Database(url)
    intake = Intake(Ledger(database, lambda: datetime.now(UTC)), Dispatcher(application), pause=0.01)
    phones = [telegram.person(f"Demo {number}") for number in range(100)]
    said = ["bad" if number == 50 else str(number) for number in range(100)]

    outcomes = await asyncio.gather(*(intake.submit(text_update(number, phone.id, said[number])) for number, phone in enumerate(phones)))

    assert [number for number, outcome in enumerate(outcomes) if outcome is not Outcome.FINISHED] == [50]
    assert outcomes[50] is Outcome.QUARANTINED
    assert [[message.text for message in phone.messages] for phone in phones] == [[] if text == "bad" else [text] for text in said]
    answered = await topics(database)
    print(f"P3: {len(answered)} of 99 answered beside one that fails (bar 99)")
    assert answered == sorted(text for text in said if text != "bad")
    async with database.transaction() as connection:
        errors = (await connection.execute(select(QUARANTINED_UPDATES.c.update_id, QUARANTINED_UPDATES.c.error))).all()
    assert [(update_id, error.split(":")[0]) for update_id, error in errors] == [(50, "ValueError at test_dispatch.py")]
    await intake.close()
    await database.close()


async def test_an_error_handler_that_raises_or_stops_hides_nothing(application: App) -> None:
    """91: the handler's own error is still known; the loop lives."""
    async def worse(_update: object, _context: Any) -> None:
        raise RuntimeError("worse")

    async def stop(_update: object, _context: Any) -> None:
        raise ApplicationHandlerStop

    application.add_error_handler(stop)
    application.add_error_handler(worse)
    dispatch = Dispatcher(application)

    for number in range(2):
        with pytest.raises(ValueError, match="bad"):
            await dispatch(text_update(number, text="bad"))


def changed(sender: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """A text message with other fields."""
    raw = text_update(1)
    raw["message"] |= fields | ({"from": sender} if sender else {})
    return raw


def pressed(data: Any) -> dict[str, Any]:
    """A press of a button with any data."""
    person = {"id": 7, "is_bot": False, "first_name": "Demo"}
    return {"update_id": 1, "callback_query": {"id": "1", "from": person, "chat_instance": "1", "data": data, "message": text_update(1)["message"]}}


@pytest.mark.parametrize("raw", [{"update_id": 1, "message": 5}, {"update_id": 1, "message": {"chat": "x"}},
                                 {"update_id": 1, "message": {"message_id": 1, "date": "soon", "chat": {"id": 1, "type": "private"}}},
                                 changed(text={"a": 1}), changed(text=["a"]), changed(text=5), changed(caption={"a": 1}),
                                 changed(chat={"id": "7", "type": "private"}), changed(chat={"id": True, "type": "private"}),
                                 changed(chat={"id": 7, "type": 5}),
                                 changed({"id": 7, "is_bot": False, "first_name": "a", "language_code": ["en"]}), changed({"id": "7", "is_bot": False}),
                                 pressed(5), pressed({"a": 1})])
async def test_an_update_that_cannot_be_read_is_malformed(application: App, raw: dict[str, Any]) -> None:
    """P3: whatever de_json raises, and what it lets pass although no handler could read it, is one named error; no handler runs."""
    async def run(_update: object, _context: object) -> None:
        raise AssertionError("a handler ran")

    application.add_handler(TypeHandler(Update, run), group=-1)
    with pytest.raises(MalformedUpdate):
        await Dispatcher(application)(raw)


async def test_unknown_kinds_and_fields_are_ignored(application: App) -> None:
    """C64, B41: nothing of ours handles them, and that is no error."""
    dispatch = Dispatcher(application)

    assert await dispatch({"update_id": 1, "something_new": {"a": 1}}) == []
    assert await dispatch({"update_id": 2, "poll": {"id": "1", "question": "q", "options": [], "total_voter_count": 0, "is_closed": True,
                                                    "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
                                                    "allows_revoting": False, "members_only": False, "new": 1}}) == []


@pytest.mark.parametrize("fault", [Fault.timeout(), Fault.reset(takes_effect=True), Fault.not_json(takes_effect=True)])
async def test_a_reply_that_may_have_arrived_is_not_repeated(telegram: StandIn, application: App, fault: Fault) -> None:
    """C66, C67: its effects are committed, and the handler is not run again."""
    phone = telegram.person("Demo Amina")
    telegram.misbehave("sendMessage", fault, times=1)

    writes = await in_a_try(Dispatcher(application), text_update(1, phone.id, "hello"))

    assert [write.values["topic"] for write in writes] == ["hello"]
    assert len(telegram.calls("sendMessage")) == 1


@pytest.mark.parametrize(("status", "description"), [
    (403, "Forbidden: bot was blocked by the user"), (403, "Forbidden: user is deactivated"), (400, "Bad Request: chat not found")])
async def test_a_person_who_is_gone_is_not_written_to_again(telegram: StandIn, application: App, status: int, description: str) -> None:
    """C70, C71, 94: no try will help; the update is done with."""
    phone = telegram.person("Demo Amina")
    telegram.misbehave("sendMessage", Fault.refused(status, description))

    assert len(await in_a_try(Dispatcher(application), text_update(1, phone.id, "hello"))) == 1
    assert len(telegram.calls("sendMessage")) == 1


async def test_a_refusal_of_our_reply_is_a_failure(telegram: StandIn, application: App) -> None:
    """Any other 400 is a mistake of ours, which intake must know of."""
    phone = telegram.person("Demo Amina")
    telegram.misbehave("sendMessage", Fault.refused(400, "Bad Request: message is too long"))

    with pytest.raises(TelegramError):
        await in_a_try(Dispatcher(application), text_update(1, phone.id, "hello"))


async def test_a_context_that_cannot_be_built_is_a_failure_and_logs_no_content(telegram: StandIn, caplog: pytest.LogCaptureFixture) -> None:
    """python-telegram-bot logs the whole update there and goes on as if it had been processed."""
    class Broken(CallbackContext[Any, Any, Any, Any]):
        @classmethod
        def from_update(cls, update: object, application: Any) -> Any:
            raise ValueError("no context")

    application = ApplicationBuilder().bot(make_bot(telegram)).updater(None).context_types(ContextTypes(context=Broken)).build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    async with application:
        with caplog.at_level(logging.DEBUG, "telegram.ext.Application"), pytest.raises(ValueError, match="no context"):
            await Dispatcher(application)(text_update(1, text="a secret"))

    assert "secret" not in caplog.text
