"""Staff write, a second person releases, people read and stop: through the running bot."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.playground import Phone, StandIn
from tests.conftest import settle
from tests.process import TOKEN, BotProcess

ADMIN, EDITOR, APPROVER, FIRST = 710_000_001, 710_000_002, 710_000_003, 710_000_100
Known = Callable[..., Awaitable[Phone]]


@pytest.fixture(scope="module")
async def telegram() -> AsyncIterator[StandIn]:
    """A stand-in of this file's own."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
async def bot(telegram: StandIn, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[BotProcess]:
    """A bot with an admin and hardly any delay after a release."""
    process = BotProcess(Path(tmp_path_factory.mktemp("staff")), telegram.api_url, DALIL_ADMIN_TELEGRAM_IDS=str(ADMIN), DALIL_RELEASE_DELAY="0.02")
    await process.start()
    yield process
    await process.kill()


@pytest.fixture(scope="module")
async def known(telegram: StandIn, bot: BotProcess) -> Known:
    """Make people who chose a language and read the notice."""
    async def make(chat_id: int, language: str = "en") -> Phone:
        return await settle(telegram.person("Demo", language, id=chat_id), language)

    return make


@pytest.fixture(scope="module")
async def team(known: Known) -> dict[str, Phone]:
    """An admin who invites an editor and an approver."""
    admin = await known(ADMIN)
    phones = {"admin": admin}
    for role, chat_id, button in (("editor", EDITOR, "Editor"), ("approver", APPROVER, "Approver")):
        await open_menu(admin)
        await admin.press("Invite")
        await admin.edit()
        await admin.press(button)
        link = (await admin.edit()).text
        phones[role] = await known(chat_id)
        await phones[role].says("/start " + link.split("start=")[1].split()[0])
        assert role.title() in (await phones[role].reply()).text
        assert "invitation was used" in (await admin.reply()).text
    for phone in phones.values():
        phone.forget()
    return phones


async def open_menu(phone: Phone) -> str:
    """Open the staff menu; return its buttons."""
    phone.forget()
    await phone.says("/staff")
    return str((await phone.reply()).buttons)


async def pressed(phone: Phone, *labels: str) -> str:
    """Press one button after the other, and return what is shown last."""
    text = ""
    for label in labels:
        phone.forget()
        await phone.press(label)
        text = (await phone.shown()).text
    return text


async def test_nobody_else_learns_that_there_is_a_staff_menu(known: Known) -> None:
    """/staff and a used invitation look like anything unknown."""
    phone = await known(FIRST)
    await phone.says("/staff")
    unknown = (await phone.reply()).text
    await phone.says("/nonsense")
    assert (await phone.reply()).text == unknown
    await phone.says("/start s_AAAAAAAAAAAAAAAAAAAAAA")
    assert "team" not in (await phone.reply()).text


async def test_an_announcement_from_the_first_word_to_the_report(team: dict[str, Phone], known: Known, bot: BotProcess) -> None:
    """Written, previewed, asked for, released by another, sent once to each in their language, and reported."""
    readers = [await known(FIRST + 1 + number, language) for number, language in enumerate(("en", "fr", "ar", "en"))]
    await _subscribe(bot, [FIRST + 1 + number for number in range(4)])
    editor, approver = team["editor"], team["approver"]
    await open_menu(editor)
    await pressed(editor, "New announcement", "Something else")
    for language, text in (("English", "A course <b>opens</b> in Dakar & online."), ("Français", "Une formation ouvre.")):
        await pressed(editor, f"✎ {language}")
        await editor.says(text)
        desk = (await editor.reply()).text
    assert "It reaches 3 people now. Left out, because their language is missing: 1." in desk

    assert "their language has no text: 1" in await pressed(editor, "Who gets it, who not")
    await pressed(editor, "✎ Back to the announcement", "Missing languages", "English")
    editor.forget()
    await editor.press("Preview")
    preview = await editor.reply()
    assert preview.text.startswith("A message from Dalil")
    assert "A course <b>opens</b> in Dakar & online." in preview.text
    assert "Stop these messages" in str(preview.buttons)
    assert "Une formation ouvre." in (await editor.reply()).text
    assert "Arabic: these people get the text in English" in (await editor.reply()).text
    assert "exactly what people see" in (await editor.reply()).text
    await pressed(editor, "✎ Back to the announcement")
    assert "asked for" in await pressed(editor, "Ask for the release")
    editor.forget()

    assert "waits for a second person" in (await approver.reply()).text
    await approver.press("Read it")
    for _ in range(2):
        await approver.reply()
    assert "4 people" in (await approver.reply()).text
    assert "Released." in await pressed(approver, "Release exactly this")

    for phone, word in zip(readers, ("A course", "Une formation", "A course", "A course"), strict=True):
        assert word in (await phone.reply(20)).text
        await phone.stays_silent(0.1)
    async with asyncio.timeout(20):
        report = ""
        while "4 sent" not in report or "Sent" not in report:
            report = (await editor.shown(10)).text

    await readers[0].press("Stop these messages")
    assert "no more announcements" in (await readers[0].reply()).text
    await _clears_everything(readers[1], "Vider maintenant")
    await _clears_everything(approver, "Clear it now")


async def _clears_everything(phone: Phone, button: str) -> None:
    """A phone that is taken shows nothing after /wipe: also nothing of what others had sent to it."""
    phone.forget()
    await phone.says("/wipe")
    await phone.reply()
    await phone.press(button)
    done = await phone.reply()
    assert [message.text for message in phone.messages] == [done.text]


async def test_stop_before_it_goes_out(team: dict[str, Phone], telegram: StandIn) -> None:
    """Whoever wrote it cannot release it, and anybody on staff can stop it."""
    editor, admin = team["editor"], team["admin"]
    await open_menu(editor)
    await pressed(editor, "New announcement", "Something else", "✎ English")
    await editor.says("Never to be sent.")
    await editor.reply()
    await pressed(editor, "Ask for the release")
    await team["approver"].reply()
    assert "New announcement" not in await open_menu(admin)
    await pressed(editor, "✎ Back to the announcement")
    assert "Stop" in await pressed(editor, "■ Stop")
    sent = [call.parameters for call in telegram.calls("sendMessage") if int(call.parameters["chat_id"]) >= FIRST]
    assert not any("Never to be sent" in str(one.get("text")) for one in sent)


async def _subscribe(bot: BotProcess, chats: list[int]) -> None:
    """Let people ask to hear about every course."""
    import uuid

    from sqlalchemy import insert, select

    from bot import keys as key_files
    from bot.courses.models import SUBSCRIPTIONS
    from bot.db.engine import Database
    from bot.people.models import PEOPLE

    keys = key_files.load(bot.folder / "keys" / "dalil.json")
    database = Database(f"sqlite:///{bot.folder / 'data' / 'dalil.sqlite3'}")
    async with database.transaction() as connection:
        for chat in chats:
            row = (await connection.execute(select(PEOPLE.c.id).where(PEOPLE.c.lookup == keys.look_up(chat)))).scalar_one()
            await connection.execute(insert(SUBSCRIPTIONS).values(
                id=str(uuid.uuid4()), person_id=row, region="", kind="", language=""))
    await database.close()
