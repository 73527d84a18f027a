"""Phones, the controls over HTTP, and who may use them."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.playground import DEMO_PEOPLE, Fault, NothingCame, Phone, StandIn, SteeringError, demo_stand_in
from bot.playground.guard import refusal
from tests.playground.conftest import Wire


async def test_reading_in_order(wire: Wire, phone: Phone) -> None:
    """`reply` gives every message once; `shown` gives edits too; `forget` skips."""
    first = await wire.result("sendMessage", chat_id=phone.id, text="a")
    await wire.result("editMessageText", chat_id=phone.id, message_id=first["message_id"], text="a2")
    await wire.result("sendMessage", chat_id=phone.id, text="b")

    assert [message.text for message in await phone.replies(2)] == ["a2", "b"]
    assert [(await phone.shown()).text for _ in range(3)] == ["a2", "a2", "b"]
    with pytest.raises(NothingCame):
        await phone.reply(0.01)
    await phone.stays_silent(0.01)
    await wire.result("sendMessage", chat_id=phone.id, text="c")
    with pytest.raises(SteeringError, match="the bot said: 'c'"):
        await phone.stays_silent(0.01)
    await wire.result("sendMessage", chat_id=phone.id, text="d")
    phone.forget()
    await phone.stays_silent(0.01)
    assert (phone.last.text, len(phone.all_messages)) == ("d", 4)


async def test_waiting(wire: Wire, telegram: StandIn, phone: Phone) -> None:
    """`reply` waits for a message that is still to come; `called` for calls."""
    waiting = asyncio.create_task(phone.reply())
    await asyncio.sleep(0.01)
    await wire.result("sendMessage", chat_id=phone.id, text="a", parse_mode="HTML")

    assert (await waiting).text == "a"
    [call] = await telegram.called("sendMessage")
    assert (call.parameters["text"], call.status, call.took_effect) == ("a", 200, True)
    telegram.forget_calls()
    with pytest.raises(NothingCame):
        await telegram.called("sendMessage", within=0.01)


async def test_what_a_person_cannot_do(telegram: StandIn, phone: Phone) -> None:
    """A button that is not there, a blocked bot, an empty chat: named errors."""
    with pytest.raises(SteeringError, match="no button 'Missing'"):
        await phone.press("Missing")
    with pytest.raises(SteeringError, match="empty"):
        _ = phone.last
    await phone.block()
    with pytest.raises(SteeringError, match="blocked"):
        await phone.says("x")
    with pytest.raises(KeyError):
        telegram.phone(12)
    with pytest.raises(NothingCame):
        await telegram.acknowledged(0.01)


async def test_clearing(wire: Wire, phone: Phone) -> None:
    """A cleared chat is empty; the bot may still write to it."""
    await phone.says("x")
    await phone.clear()

    assert phone.messages == []
    await wire.result("sendMessage", chat_id=phone.id, text="a")
    assert [message.text for message in phone.messages] == ["a"]


async def send(session: aiohttp.ClientSession, url: str, body: Any = None, method: str = "POST") -> Any:
    """Call a control and return its JSON; it must succeed."""
    async with session.request(method, url, json=body) as answer:
        assert answer.status == 200, await answer.text()
        return await answer.json()


async def test_controls(wire: Wire, telegram: StandIn) -> None:
    """A test in another process can do what a phone does."""
    base = f"{telegram.url}/control"
    chat = await send(wire.session, f"{base}/chats", {"first_name": "Demo", "language_code": "fr", "id": 4242})
    there = f"{base}/chats/{chat['id']}"
    said = await send(wire.session, f"{there}/says", {"text": "/start"})
    assert said["message"]["from"]["language_code"] == "fr"
    keys = {"inline_keyboard": [[{"text": "One", "callback_data": "1"}]]}
    await wire.result("sendMessage", chat_id=4242, text="hello", reply_markup=keys)
    reply = await send(wire.session, f"{there}/reply?after=0&timeout=1", method="GET")
    assert reply["message"]["text"] == "hello"
    press = await send(wire.session, f"{there}/press", {"label": "One"})
    await wire.result("answerCallbackQuery", callback_query_id=press["query_id"], text="ok")
    await send(wire.session, f"{there}/edits", {"message_id": said["message"]["message_id"], "text": "new"})
    await send(wire.session, f"{there}/sends", {"content": {"voice": {"file_id": "x", "duration": 1}}})
    listed = await send(wire.session, f"{there}/messages?all=1", method="GET")
    assert [("voice" in item["message"], len(item["earlier"])) for item in listed["messages"]] == [(False, 1), (False, 0), (True, 0)]
    assert (await send(wire.session, f"{there}/block"))["blocked"] is True
    await send(wire.session, f"{there}/unblock")
    assert await send(wire.session, f"{base}/updates", {"update_id": 9, "poll": {}}) == {"update_id": 9}
    await send(wire.session, f"{base}/updates/9/redeliver")
    assert [item["update_id"] for item in (await send(wire.session, f"{base}/updates", method="GET"))["pending"]].count(9) == 2
    await send(wire.session, f"{base}/misbehave", {"method": "getMe", "fault": Fault.server_error(500).as_json(), "times": 1})
    assert (await wire.refusal("getMe"))[0] == 500
    assert len(await send(wire.session, f"{base}/calls?method=getme", method="GET")) == 1
    await send(wire.session, f"{base}/calls", method="DELETE")
    await send(wire.session, f"{base}/misbehave", method="DELETE")
    await send(wire.session, f"{base}/clock", {"seconds": 5})
    assert len(await send(wire.session, f"{base}/chats", method="GET")) == 1


@pytest.mark.parametrize(("path", "body", "status"), [
    ("chats/1/says", {"text": "x"}, 404), ("chats/{id}/says", {"text": " "}, 409), ("chats/{id}/press", {"label": "x"}, 409),
    ("chats", {"id": "x"}, 400),
    ("chats/{id}/says", [1], 409), ("chats/{id}/edits", {}, 400), ("chats", {"kind": "moon"}, 409), ("updates/1/redeliver", {}, 404),
    ("chats/{id}/sends", {"content": 1}, 409), ("misbehave", {"fault": {"x": 1}}, 409), ("chats/{id}/file", {}, 409),
])
async def test_refused_controls(wire: Wire, telegram: StandIn, phone: Phone, path: str, body: Any, status: int) -> None:
    """What cannot be done is told with a reason."""
    async with wire.session.post(f"{telegram.url}/control/{path.format(id=phone.id)}", json=body) as answer:
        assert (answer.status, "error" in await answer.json(content_type=None)) == (status, True)


@pytest.mark.parametrize(("host", "origin", "site", "refused"), [
    ("127.0.0.1:8080", None, None, False), ("localhost:8080", "http://localhost:8080", "same-origin", False), ("[::1]:80", None, "none", False),
    ("evil.example:8080", None, None, True), ("127.0.0.1.evil.example", None, None, True), ("", None, None, True),
    ("127.0.0.1:8080", "http://evil.example", None, True), ("127.0.0.1:8080", "null", None, True),
    ("127.0.0.1:8080", "http://127.0.0.1:9999", None, True), ("127.0.0.1:8080", None, "cross-site", True),
])
def test_only_this_computer(host: str, origin: str | None, site: str | None, refused: bool) -> None:
    """Foreign hosts and origins are refused: DNS rebinding and forged requests."""
    assert (refusal(host, origin, site) is not None) is refused


async def test_guard_over_http(telegram: StandIn, wire: Wire) -> None:
    """The guard stands before page and controls, not before the Bot API; pages bear a strict policy."""
    for path in ("/", "/control/chats", "/page/events", "/static/app.js"):
        async with wire.session.get(telegram.url + path, headers={"Host": "evil.example"}) as answer:
            assert answer.status == 403
    async with wire.session.get(f"{wire.base}/getMe", headers={"Host": "telegram-stand-in:8081"}) as answer:
        assert answer.status == 200
    async with wire.session.get(telegram.url) as answer:
        assert (answer.status, "unsafe" in answer.headers["Content-Security-Policy"]) == (200, False)
    async with wire.session.get(f"{telegram.url}/page/events") as answer:
        assert (answer.headers["X-Content-Type-Options"], answer.headers["Cache-Control"]) == ("nosniff", "no-store")
    for path in ("/static/missing.js", "/static/..%2fserver.py", "/page/files/x"):
        async with wire.session.get(telegram.url + path) as answer:
            assert answer.status == 404


async def test_demo_people() -> None:
    """The playground opens with four made-up people, none of whom has started the bot."""
    async with demo_stand_in(port=0) as telegram:
        assert [telegram.phone(person.id).id for person in DEMO_PEOPLE] == [person.id for person in DEMO_PEOPLE]
        assert all(not chat.started for chat in telegram.state.chats)
