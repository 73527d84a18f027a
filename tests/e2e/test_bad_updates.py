"""safety.md 4 B: other kinds of updates, strange senders, forged contents. Numbers are those of the catalogue."""

import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing

import pytest

from bot.playground import Phone, StandIn, samples
from tests.process import BotProcess

Known = Callable[..., Awaitable[Phone]]
_CHAT = {"id": 1, "type": "private"}
_PHOTO = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
_STICKER = {**samples.sticker()["sticker"], "emoji": "🎁"}
_PAID = {"currency": "XTR", "total_amount": 1, "invoice_payload": "a", "telegram_payment_charge_id": "a", "provider_payment_charge_id": "a"}


@pytest.mark.parametrize("sample", [
    samples.poll(), samples.dice(), {"pinned_message": {"message_id": 1, "date": 0, "chat": _CHAT}}, {"story": {"chat": _CHAT, "id": 1}},
    {"game": {"title": "Demo", "description": "Demo", "photo": _PHOTO}}, {"successful_payment": _PAID},
    {"invoice": {"title": "Demo", "description": "Demo", "start_parameter": "a", "currency": "XTR", "total_amount": 1}},
    {"gift": {"gift": {"id": "1", "sticker": _STICKER, "star_count": 1}}}, {"forum_topic_created": {"name": "Demo", "icon_color": 7322096}},
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}}, {"something_new": {"text": "upr"}}, {},
], ids=lambda sample: next(iter(sample), "nothing"))
async def test_other_kinds_are_ignored(telegram: StandIn, person: Known, sample: dict[str, object]) -> None:
    """41: polls, dice, games, payments, gifts, topics, service messages and what does not exist yet: silence, and no failure."""
    phone = await person("en")
    sent = await phone.sends(sample)

    await phone.stays_silent()
    await telegram.acknowledged()
    assert not next(message for message in phone.all_messages if message.id == sent.id).deleted


async def test_inline_queries_and_bots_are_ignored(telegram: StandIn, person: Known) -> None:
    """44, 53, 55: no person in a private chat, no answer."""
    phone = await person("en")
    before = len(telegram.calls("sendMessage"))
    telegram.inject(samples.inline_query(phone.person_id, "upr"))
    await phone.sends({"text": "what is the upr", "from": {"id": phone.person_id, "is_bot": True, "first_name": "Demo"}})
    telegram.inject({"message": {"message_id": 1, "date": int(time.time()), "text": "upr", "chat": {"id": -5, "type": "private"}}})
    telegram.inject({"message": {"message_id": 1, "date": int(time.time()), "text": "upr", "chat": {"id": 5, "type": "private"}}})
    await phone.stays_silent()

    assert len(telegram.calls("sendMessage")) == before


async def test_who_blocks_the_bot_is_asked_again_when_they_return(person: Known) -> None:
    """45, 46: blocking voids consent; after it the safety notice comes first."""
    phone = await person("en")
    await phone.block()
    await phone.unblock()
    phone.forget()
    await phone.says("what is the upr?")
    notice, answer = await phone.replies(2)

    assert "Before you write" in notice.text
    assert any("Helpful" in label for label in answer.labels)


@pytest.mark.parametrize("person_id", [2**32 + 5, 2**52 - 1])
async def test_large_ids_are_people_too(telegram: StandIn, bot: object, person_id: int) -> None:
    """54: beyond 32 bits."""
    phone = telegram.person("Demo", "en", id=person_id)
    await phone.asks("/start")
    await phone.press("English")

    assert "Before you write" in (await phone.edit()).text


@pytest.mark.parametrize("name", ["﷽" * 64, "<script>alert(1)</script>", "%s{0}"])
async def test_names_are_never_shown(telegram: StandIn, bot: object, name: str) -> None:
    """56: a name is neither stored nor echoed."""
    phone = telegram.person(name, "en")

    assert name not in (await phone.asks("/start")).text


@pytest.mark.parametrize("text", [{"a": "upr"}, ["upr"], 5, True], ids=["object", "list", "number", "truth"])
@pytest.mark.parametrize("field", ["text", "caption"])
async def test_a_text_of_another_type_is_set_aside(telegram: StandIn, person: Known, bot: BotProcess, field: str, text: object) -> None:
    """P3: a forged update that no handler could read: quarantined, no apology, and the next message is answered."""
    phone = await person("en")
    await phone.sends({field: text, **(samples.photo() if field == "caption" else {})} | {field: text})
    forged = telegram.update_ids[-1]
    assert "How to ask" in (await phone.asks("/help")).text
    await telegram.acknowledged()

    with closing(sqlite3.connect(bot.folder / "data" / "dalil.sqlite3")) as database:
        errors = database.execute("SELECT error FROM quarantined_updates WHERE update_id = ?", (forged,)).fetchall()
    assert [error.split()[0] for (error,) in errors] == ["MalformedUpdate"]


async def test_one_bad_update_among_a_hundred_blocks_nobody(telegram: StandIn, bot: BotProcess) -> None:
    """P3: 99 people are answered."""
    phones = [telegram.person("Demo", "en") for _ in range(100)]
    for number, phone in enumerate(phones):
        await phone.sends({"text": {"forged": True} if number == 50 else "/help"})
    for number, phone in enumerate(phones):
        if number != 50:
            assert "How to ask" in (await phone.reply()).text
    await telegram.acknowledged()
    await phones[50].stays_silent(0.1)
