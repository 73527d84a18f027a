"""When the line is bad or the person is gone: the answer still comes, nothing is said twice, nobody is written to again."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy import text

from bot import keys as key_files
from bot.db.engine import Database
from bot.playground import Fault, Phone, StandIn
from tests.process import BotProcess

Newcomer = Callable[..., Phone]
Known = Callable[..., Awaitable[Phone]]
QUESTION = "What is the Universal Periodic Review?"


async def row(folder: Path, chat_id: int) -> tuple[object, int, int]:
    """Return (gone_on, consent_version, number of dialogs) of a person, read from the running bot's database."""
    lookup = key_files.load(folder / "keys" / "dalil.json").look_up(chat_id)
    database = Database(f"sqlite:///{folder / 'data' / 'dalil.sqlite3'}")
    async with database.transaction() as connection:
        found = (await connection.execute(text("SELECT gone_on, consent_version FROM people WHERE lookup = :who"), {"who": lookup})).one()
        dialogs = (await connection.execute(text("SELECT count(*) FROM dialogs WHERE lookup = :who"), {"who": lookup})).scalar_one()
    await database.close()
    return found.gone_on, found.consent_version, dialogs


async def test_a_notice_whose_answer_was_cut_does_not_cost_the_answer(telegram: StandIn, newcomer: Newcomer) -> None:
    """P1, 67: the safety notice arrived but its confirmation was lost: the notice is not repeated, and the answer comes."""
    phone = newcomer("en")
    telegram.misbehave("sendMessage", Fault.reset(takes_effect=True), times=1)
    await phone.says(QUESTION)
    notice, answer = await phone.replies(2)

    assert "Before you write" in notice.text
    assert "Last checked" in answer.text
    await phone.stays_silent()


async def test_a_button_works_when_its_toast_fails(telegram: StandIn, person: Known) -> None:
    """61: Telegram refuses the small notice: what the button does happens all the same, and soon."""
    phone = await person("en")
    await phone.asks("/menu")
    telegram.misbehave("answerCallbackQuery", Fault.server_error(502, html=True), times=1)
    await phone.press("How to ask")

    assert "Commands" in (await phone.edit(3)).text


async def test_who_deleted_their_account_is_forgotten(telegram: StandIn, person: Known, bot: BotProcess) -> None:
    """P8, 70, 94: a 403 marks the person gone, voids consent and removes the conversation's state."""
    phone = await person("en")
    await phone.asks(QUESTION)
    telegram.misbehave("sendMessage", Fault.refused(403, "Forbidden: user is deactivated"), times=1)
    await phone.says(QUESTION)
    await telegram.acknowledged()

    gone_on, consent, dialogs = await row(bot.folder, phone.id)
    assert (gone_on is not None, consent, dialogs) == (True, 0, 0)


async def test_a_group_where_it_may_not_write_is_left_too(telegram: StandIn, bot: BotProcess) -> None:
    """42: without the right to write it can't explain, but it must not stay and read along."""
    group = telegram.group("Demo group")
    telegram.forget_calls()
    telegram.misbehave("sendMessage", Fault.refused(400, "Bad Request: not enough rights to send text messages to the chat"), times=1)
    await group.block()
    await group.unblock()

    await telegram.called("leaveChat")


async def test_a_newcomer_is_written_whole_beside_others(telegram: StandIn, newcomer: Newcomer, person: Known) -> None:
    """P2: updates that are committed together keep the order of each one's writes: consent is not lost."""
    others = [await person("en") for _ in range(3)]
    phones = [newcomer("en") for _ in range(3)]
    for phone in phones:
        await phone.says(QUESTION)
        await phone.replies(2)
    for known, phone in zip(others, phones, strict=True):
        await known.says("/menu")
        await phone.press("I understand")
    for phone in phones:
        await phone.edit()
        phone.forget()
        await phone.says(QUESTION)
        assert "Last checked" in (await phone.reply()).text


async def test_a_poor_answer_is_plain_text_once(telegram: StandIn, person: Known) -> None:
    """72: Telegram can't parse our HTML: the same text comes plain, once."""
    phone = await person("en")
    telegram.misbehave("sendMessage", Fault.refused(400, "Bad Request: can't parse entities: unexpected end tag"), times=1)
    reply = await phone.asks(QUESTION)

    assert reply.entities == [] or all(one["type"] in ("url", "email") for one in reply.entities)
    assert "Universal Periodic Review" in reply.text
    await phone.stays_silent()
