"""safety.md 4 B: groups and channels, where everybody reads along. Numbers are those of the catalogue."""

import time

import pytest

from bot.playground import Fault, StandIn, samples
from tests.process import BotProcess


async def left(telegram: StandIn, chat_id: int) -> None:
    """Wait until the bot has left a chat."""
    await telegram.acknowledged()
    assert str(chat_id) in {str(call.parameters["chat_id"]) for call in telegram.calls("leaveChat")}


async def test_a_group_is_left_with_one_explanation(telegram: StandIn, bot: BotProcess) -> None:
    """42: everybody could read along."""
    group = telegram.group("Demo group")
    await group.adds_bot()

    assert "private chats" in (await group.reply()).text
    await left(telegram, group.id)
    await group.stays_silent()


@pytest.mark.parametrize("sample", [
    {"text": "what is the upr"}, {"text": "/start"}, {"text": "/help my number is +000 77 123 45 67"}, samples.photo("they arrested my brother an hour ago"),
    {"text": "hello", "from": None, "sender_chat": {"id": -1_000_000_000_007, "type": "supergroup", "title": "Demo"}},
    {"new_chat_members": [{"id": 123456789, "is_bot": True, "first_name": "Dalil"}]}, samples.location()], ids=lambda sample: next(iter(sample)))
async def test_a_group_whose_invitation_was_missed_is_left_at_its_first_message(telegram: StandIn, bot: BotProcess, sample: dict[str, object]) -> None:
    """42: whatever is said there: why, once, and gone; it is not answered, not removed, and nobody's row is made."""
    group = telegram.group("Demo group")
    for _ in range(3):
        await group.sends(sample)

    assert "private chats" in (await group.reply()).text
    await left(telegram, group.id)
    await group.stays_silent()
    assert len([message for message in group.all_messages if message.from_bot]) == 1
    assert not any(message.deleted for message in group.all_messages)


async def test_a_group_that_cannot_be_left_is_told_once(telegram: StandIn, bot: BotProcess) -> None:
    """42: leaving is tried at each message, the explanation is not repeated; invited anew, it explains itself again."""
    group = telegram.group("Demo group")
    telegram.misbehave("leaveChat", Fault.refused(400, "Bad Request: CHAT_ADMIN_REQUIRED"), times=2)
    for _ in range(3):
        await group.says("what is the upr")
    await left(telegram, group.id)
    assert len([message for message in group.messages if message.from_bot]) == 1
    group.forget()
    await group.adds_bot()

    assert "private chats" in (await group.reply()).text


async def test_a_channel_is_left_without_a_word(telegram: StandIn, bot: BotProcess) -> None:
    """43: a post is not answered; a channel's readers are told nothing."""
    before = len(telegram.calls("sendMessage"))
    telegram.inject(samples.channel_post("what is the upr"))
    await left(telegram, -1_000_000_000_001)

    assert len(telegram.calls("sendMessage")) == before


async def test_an_unknown_group_is_left_too(telegram: StandIn, bot: BotProcess) -> None:
    """55: a negative number is no private chat; that Telegram refuses both calls is no failure."""
    chat = {"id": -5, "type": "supergroup", "title": "Demo"}
    telegram.inject({"message": {"message_id": 1, "date": int(time.time()), "text": "upr", "chat": chat}})

    await left(telegram, -5)
