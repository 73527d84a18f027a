"""safety.md 4 B: photos, groups, old buttons, strange senders. Numbers are those of the catalogue."""

import time
from collections.abc import Awaitable, Callable

import pytest

from bot.playground import Phone, StandIn, samples

Known = Callable[..., Awaitable[Phone]]


@pytest.mark.parametrize("sample", [
    samples.photo("a caption"), samples.voice(), samples.video(), samples.video_note(), samples.audio(), samples.document(size=20_000_000),
    samples.location(), samples.location(live=True), samples.contact()], ids=lambda sample: next(iter(sample)))
async def test_files_and_places_are_removed_unopened(telegram: StandIn, person: Known, sample: dict[str, object]) -> None:
    """37-39: not downloaded, taken off the chat, said so."""
    phone = await person("en")
    sent = await phone.sends(sample)

    assert (await phone.deletion()).id == sent.id
    assert "not open" in (await phone.reply()).text
    assert telegram.calls("getFile") == []


async def test_an_album_gets_one_notice(person: Known) -> None:
    """40: ten pictures, one notice, ten removals."""
    phone = await person("en")
    for _ in range(10):
        await phone.sends(samples.album())
    await phone.reply()
    for _ in range(10):
        await phone.deletion()
    await phone.stays_silent()


async def test_stickers_get_one_friendly_line(person: Known) -> None:
    """37: a sticker is answered; a row of them is not answered ten times."""
    phone = await person("en")
    for _ in range(3):
        await phone.sends(samples.sticker())

    assert "only words" in (await phone.reply()).text
    await phone.stays_silent()


_CHAT = {"id": 1, "type": "private"}


@pytest.mark.parametrize("sample", [
    samples.poll(), {"pinned_message": {"message_id": 1, "date": 0, "chat": _CHAT}}, {"story": {"chat": _CHAT, "id": 1}}, {}])
async def test_other_kinds_are_ignored(person: Known, sample: dict[str, object]) -> None:
    """41: polls, service messages and what does not exist yet: silence."""
    phone = await person("en")
    await phone.sends(sample)

    await phone.stays_silent()


async def test_a_group_is_left_with_one_explanation(telegram: StandIn, bot: object) -> None:
    """42: everybody could read along."""
    group = telegram.group("Demo group")
    await group.block()
    await group.unblock()

    assert "private chats" in (await group.reply()).text
    await telegram.called("leaveChat")
    await group.stays_silent()


async def test_channels_inline_queries_and_bots_are_ignored(telegram: StandIn, person: Known) -> None:
    """43, 44, 53, 55: no person in a private chat, no answer."""
    phone = await person("en")
    before = len(telegram.calls("sendMessage"))
    telegram.inject(samples.channel_post("what is the upr"))
    telegram.inject(samples.inline_query(phone.person_id, "upr"))
    await phone.sends({"text": "what is the upr", "from": {"id": phone.person_id, "is_bot": True, "first_name": "Demo"}})
    telegram.inject({"message": {"message_id": 1, "date": int(time.time()), "text": "upr", "chat": {"id": -5, "type": "group", "title": "Demo"}}})
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


async def test_a_button_of_an_old_message_brings_the_menu(person: Known) -> None:
    """47, 48, 51: older than 48 hours, deleted meanwhile, or from another release."""
    phone = await person("en")
    menu = await phone.asks("/menu")
    data = menu.buttons[0].data
    for wrong in ("zz:not-a-verb12345678", "", "x" * 64):
        await phone.press_raw(menu, wrong or "x")
        assert "too old" in (await phone.reply()).text
    assert data is not None


async def test_altered_and_foreign_buttons_are_refused(person: Known) -> None:
    """49: another person's button data, or an altered one, does nothing."""
    amina, blaise = await person("en"), await person("fr")
    theirs = (await amina.asks("/language")).buttons[2].data
    mine = await blaise.asks("/menu")
    assert theirs is not None
    await blaise.press_raw(mine, theirs)
    assert "trop ancien" in (await blaise.reply()).text
    await blaise.press_raw(mine, theirs[:-1] + ("A" if theirs[-1] != "A" else "B"))
    assert "trop ancien" in (await blaise.reply()).text
    assert "Bon retour" in (await blaise.asks("/start")).text


async def test_a_double_tap_has_one_effect(person: Known) -> None:
    """50: the same button twice within 100 ms changes the message once and sends nothing more."""
    phone = await person("en")
    card = await phone.asks("what is the universal periodic review?")
    section = next(button.label for button in card.buttons if button.label == "How")
    await phone.press(section, card)
    await phone.press(section, card)
    await phone.edit()
    await phone.stays_silent()


async def test_a_press_too_old_to_be_answered_still_works(telegram: StandIn, person: Known) -> None:
    """52: Telegram's 'query is too old' is no reason to stop."""
    phone = await person("en")
    from bot.playground import Fault

    telegram.misbehave("answerCallbackQuery", Fault.refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"), times=1)
    await phone.asks("/menu")
    await phone.press("How to ask")

    assert "How to ask" in (await phone.edit()).text


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


async def test_a_location_says_how_to_get_help(person: Known) -> None:
    """39: who sends a place may be in danger: urgent help is one tap away."""
    phone = await person("fr")
    await phone.sends(samples.location())

    assert any("Aide urgente" in label for label in (await phone.reply()).labels)
