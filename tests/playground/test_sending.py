"""sendMessage and its kin, editing and deleting."""

from typing import Any

import pytest

from bot.playground import Phone, ShiftedClock, StandIn
from tests.playground.conftest import Wire

KEYS = {"inline_keyboard": [[{"text": "One", "callback_data": "1"}, {"text": "Site", "url": "https://example.org"}]]}


async def test_send_message(wire: Wire, phone: Phone) -> None:
    """A sent message comes back as Telegram's Message and is in the chat."""
    sent = await wire.result("sendMessage", chat_id=phone.id, text="<b>Salut</b> é", parse_mode="HTML", reply_markup=KEYS)

    assert sent["chat"] == {"id": phone.id, "first_name": "Demo Amina", "type": "private"}
    assert sent["from"]["is_bot"]
    assert (sent["text"], sent["entities"]) == ("Salut é", [{"type": "bold", "offset": 0, "length": 5}])
    assert sent["reply_markup"]["inline_keyboard"][0][1]["url"] == "https://example.org/"
    shown = await phone.reply()
    assert (shown.text, shown.labels, shown.id) == ("Salut é", ["One", "Site"], sent["message_id"])


@pytest.mark.parametrize(("parameters", "reason"), [
    ({"chat_id": 5, "text": "a"}, "Bad Request: chat not found"),
    ({"text": "a"}, "Bad Request: chat_id is empty"),
    ({}, "Bad Request: message text is empty"),
    ({"text": "a" * 4097}, "Bad Request: message is too long"),
    ({"text": "a", "parse_mode": "x"}, "Bad Request: unsupported parse_mode"),
    ({"text": "<p>", "parse_mode": "HTML"}, "Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 0"),
    ({"chat_id": 5, "text": "a", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
])
async def test_refused_messages(wire: Wire, parameters: dict[str, Any], reason: str) -> None:
    """A wrong message is refused with 400 and Telegram's description."""
    assert await wire.refusal("sendMessage", **parameters) == (400, reason)


@pytest.mark.parametrize(("button", "reason"), [
    ({"text": "a", "callback_data": "é" * 33}, "Bad Request: BUTTON_DATA_INVALID"),
    ({"text": "a", "callback_data": ""}, "Bad Request: BUTTON_DATA_INVALID"),
    ({"text": "a", "url": "javascript:x"}, "Bad Request: inline keyboard button URL 'javascript:x' is invalid: Wrong port number specified in the URL"),
    ({"text": "a"}, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ({"text": " ", "callback_data": "a"}, "Bad Request: inline keyboard button text must be non-empty"),
])
async def test_refused_buttons(wire: Wire, phone: Phone, button: dict[str, str], reason: str) -> None:
    """A wrong button refuses the message."""
    assert await wire.refusal("sendMessage", chat_id=phone.id, text="a", reply_markup={"inline_keyboard": [[button]]}) == (400, reason)
    assert phone.messages == []


async def test_callback_data_of_64_bytes(wire: Wire, phone: Phone) -> None:
    """64 bytes of callback data are accepted."""
    await wire.result("sendMessage", chat_id=phone.id, text="a", reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "é" * 32}]]})


async def test_people_who_are_gone(wire: Wire, telegram: StandIn, phone: Phone) -> None:
    """Blocked, deactivated, never started and group chats left are refused with 403 in Telegram's words."""
    await phone.block()
    assert await wire.refusal("sendMessage", chat_id=phone.id, text="a") == (403, "Forbidden: bot was blocked by the user")
    await phone.unblock()
    await wire.result("sendMessage", chat_id=phone.id, text="a")
    await phone.deactivate()
    assert await wire.refusal("sendMessage", chat_id=phone.id, text="a") == (403, "Forbidden: user is deactivated")
    fresh = telegram.person("Demo", started=False)
    assert await wire.refusal("sendMessage", chat_id=fresh.id, text="a") == (403, "Forbidden: bot can't initiate conversation with a user")
    group = telegram.group()
    assert await wire.result("leaveChat", chat_id=group.id) is True
    assert await wire.refusal("sendMessage", chat_id=group.id, text="a") == (403, "Forbidden: bot is not a member of the group chat")


async def test_edit(wire: Wire, phone: Phone) -> None:
    """An edit replaces text and buttons; an equal one, a missing message and another's message are refused."""
    sent = await wire.result("sendMessage", chat_id=phone.id, text="a", reply_markup=KEYS)
    there = {"chat_id": phone.id, "message_id": sent["message_id"]}
    edited = await wire.result("editMessageText", **there, text="b")

    assert (edited["text"], "reply_markup" in edited, edited["edit_date"] > 0) == ("b", False, True)
    assert (await phone.edit()).edits == 1
    code, reason = await wire.refusal("editMessageText", **there, text="<b></b>b", parse_mode="HTML")
    assert (code, reason.startswith("Bad Request: message is not modified")) == (400, True)
    assert await wire.refusal("editMessageText", chat_id=phone.id, message_id=999, text="b") == (400, "Bad Request: message to edit not found")
    mine = await phone.says("x")
    assert await wire.refusal("editMessageText", chat_id=phone.id, message_id=mine.id, text="b") == (400, "Bad Request: message can't be edited")


async def test_edit_buttons_only(wire: Wire, phone: Phone) -> None:
    """editMessageReplyMarkup changes only the buttons, and says when nothing changes."""
    sent = await wire.result("sendMessage", chat_id=phone.id, text="a")
    there = {"chat_id": phone.id, "message_id": sent["message_id"]}

    assert (await wire.result("editMessageReplyMarkup", **there, reply_markup=KEYS))["text"] == "a"
    assert (await wire.refusal("editMessageReplyMarkup", **there, reply_markup=KEYS))[1].startswith("Bad Request: message is not modified")
    assert "reply_markup" not in await wire.result("editMessageReplyMarkup", **there)


async def test_deleting(wire: Wire, telegram: StandIn, phone: Phone, moving_clock: ShiftedClock) -> None:
    """A bot deletes its own and the person's messages in a private chat, up to 48 hours old."""
    mine = await phone.says("secret")
    assert await wire.result("deleteMessage", chat_id=phone.id, message_id=mine.id) is True
    assert (await phone.deletion()).text == "secret"
    assert await wire.refusal("deleteMessage", chat_id=phone.id, message_id=mine.id) == (400, "Bad Request: message to delete not found")
    sent = await wire.result("sendMessage", chat_id=phone.id, text="old")
    moving_clock.advance(48 * 3600 + 60)
    refused = (400, "Bad Request: message can't be deleted for everyone")
    assert await wire.refusal("deleteMessage", chat_id=phone.id, message_id=sent["message_id"]) == refused
    new = await phone.says("new")
    assert await wire.refusal("deleteMessages", chat_id=phone.id, message_ids=[sent["message_id"], new.id]) == refused
    assert await wire.result("deleteMessages", chat_id=phone.id, message_ids=[new.id, 998]) is True
    assert [message.text for message in phone.messages] == ["old"]
    group = telegram.group()
    said = await group.says("in a group")
    assert await wire.refusal("deleteMessage", chat_id=group.id, message_id=said.id) == refused


@pytest.mark.parametrize(("message_ids", "reason"), [
    (None, "message identifiers are not specified"), ([], "message identifiers are not specified"), ("x", "can't parse message_ids JSON object"),
    (list(range(1, 102)), "too many message identifiers specified"), ([0], "invalid message identifier specified"),
    (["x"], "can't parse message identifier as a Number"),
])
async def test_refused_deletions(wire: Wire, phone: Phone, message_ids: Any, reason: str) -> None:
    """Wrong lists of messages are refused."""
    assert await wire.refusal("deleteMessages", chat_id=phone.id, message_ids=message_ids) == (400, f"Bad Request: {reason}")


async def test_reply_parameters(wire: Wire, phone: Phone) -> None:
    """A reply bears the message it answers; one to nothing is refused unless that is allowed."""
    said = await phone.says("question")
    sent = await wire.result("sendMessage", chat_id=phone.id, text="answer", reply_parameters={"message_id": said.id})

    assert sent["reply_to_message"]["text"] == "question"
    assert (await wire.refusal("sendMessage", chat_id=phone.id, text="a", reply_parameters={"message_id": 997}))[1].endswith("replied not found")
    loose = {"message_id": 997, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await wire.result("sendMessage", chat_id=phone.id, text="a", reply_parameters=loose)


async def test_chat_action(wire: Wire, phone: Phone) -> None:
    """A chat action is shown; an unknown one is refused."""
    assert await wire.result("sendChatAction", chat_id=phone.id, action="typing") is True
    assert await phone.typing() == "typing"
    assert await wire.refusal("sendChatAction", chat_id=phone.id, action="dancing") == (400, "Bad Request: wrong parameter action in request")
