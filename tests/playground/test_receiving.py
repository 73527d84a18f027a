"""getUpdates, answerCallbackQuery and steering the arrival of updates."""

import asyncio

import aiohttp
import pytest

from bot.playground import Phone, ShiftedClock, StandIn, samples
from tests.playground.conftest import Wire


async def test_offset_confirms(wire: Wire, telegram: StandIn, phone: Phone) -> None:
    """Updates stay until a poll with a higher offset; limit cuts; a negative offset drops the older ones."""
    for text in "abcd":
        await phone.says(text)
    first = await wire.result("getUpdates", limit=2)

    assert [update["message"]["text"] for update in first] == ["a", "b"]
    assert await wire.result("getUpdates", limit=2) == first
    rest = await wire.result("getUpdates", offset=first[-1]["update_id"] + 1)
    assert [update["message"]["text"] for update in rest] == ["c", "d"]
    assert [update["message"]["text"] for update in await wire.result("getUpdates", offset=-1)] == ["d"]
    assert len(telegram.pending) == 1


async def test_person_and_command(wire: Wire, phone: Phone) -> None:
    """A person's message bears who they are, and its command is marked."""
    await phone.says("/start x")
    [update] = await wire.result("getUpdates")

    message = update["message"]
    assert message["from"] == {"id": phone.id, "is_bot": False, "first_name": "Demo Amina", "language_code": "ar"}
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_long_poll_wakes(wire: Wire, telegram: StandIn, phone: Phone) -> None:
    """A waiting poll returns as soon as something arrives, and empty when nothing does."""
    waiting = asyncio.create_task(wire.result("getUpdates", timeout=20))
    await telegram.called("getUpdates")
    await phone.says("now")

    assert [update["message"]["text"] for update in await asyncio.wait_for(waiting, 15)] == ["now"]
    assert await wire.result("getUpdates", offset=2_000_000_000, timeout=0) == []


async def test_second_poll_ends_the_first(wire: Wire, telegram: StandIn) -> None:
    """The first of two polls is told of the conflict."""
    first = asyncio.create_task(wire.refusal("getUpdates", timeout=20))
    await telegram.called("getUpdates")
    second = asyncio.create_task(wire.call("getUpdates", timeout=1))

    description = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    assert await asyncio.wait_for(first, 15) == (409, description)
    assert (await second)["ok"]


async def test_allowed_updates(wire: Wire, phone: Phone) -> None:
    """What the bot did not ask for is dropped; the choice lasts."""
    await wire.result("getUpdates", allowed_updates=["callback_query"])
    await phone.says("unheard")
    assert await wire.result("getUpdates") == []
    await wire.result("getUpdates", allowed_updates=["message"])
    await phone.says("heard")
    assert len(await wire.result("getUpdates")) == 1


async def test_updates_are_kept_a_day(wire: Wire, phone: Phone, moving_clock: ShiftedClock) -> None:
    """An update is forgotten 24 hours after it came."""
    await phone.says("early")
    moving_clock.advance(86_401)
    await phone.says("late")

    assert [update["message"]["text"] for update in await wire.result("getUpdates")] == ["late"]


async def test_ids_may_jump_down_and_repeat(wire: Wire, telegram: StandIn, phone: Phone) -> None:
    """A redelivered update and one with a lower id come although the offset is past them, once."""
    await phone.says("first")
    [first] = await wire.result("getUpdates")
    offset = first["update_id"] + 1
    await wire.result("getUpdates", offset=offset)
    telegram.redeliver(first["update_id"])
    telegram.inject(samples.channel_post("post"), update_id=5)

    again = await wire.result("getUpdates", offset=offset)
    assert [update["update_id"] for update in again] == [first["update_id"], 5]
    assert await wire.result("getUpdates", offset=offset) == []
    telegram.next_update_id(77)
    telegram.inject({"unknown_kind": {}})
    assert 77 in telegram.update_ids


async def test_pressing(wire: Wire, phone: Phone) -> None:
    """A press arrives as callback_query with its message; the answer reaches the person, once."""
    keys = {"inline_keyboard": [[{"text": "One", "callback_data": "1"}]]}
    await wire.result("sendMessage", chat_id=phone.id, text="a", reply_markup=keys)
    press = await phone.press("One")
    [update] = await wire.result("getUpdates")
    query = update["callback_query"]

    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("1", "a", phone.id)
    assert await wire.result("answerCallbackQuery", callback_query_id=query["id"], text="ok", show_alert=True) is True
    answer = await press.answered()
    assert (answer.text, answer.show_alert) == ("ok", True)
    late = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    assert await wire.refusal("answerCallbackQuery", callback_query_id=query["id"]) == late
    assert await wire.refusal("answerCallbackQuery", callback_query_id="x") == late


async def test_late_answers(wire: Wire, phone: Phone, moving_clock: ShiftedClock) -> None:
    """A press that waited too long cannot be answered."""
    sent = await wire.result("sendMessage", chat_id=phone.id, text="a")
    press = await phone.press_raw(sent["message_id"], "forged")
    moving_clock.advance(60)

    assert (await wire.refusal("answerCallbackQuery", callback_query_id=press.query_id))[0] == 400


async def test_press_under_a_deleted_message(wire: Wire, phone: Phone) -> None:
    """The message of a press may be inaccessible: date 0 and nothing else."""
    sent = await wire.result("sendMessage", chat_id=phone.id, text="a")
    await wire.result("deleteMessage", chat_id=phone.id, message_id=sent["message_id"])
    await phone.press_raw(sent["message_id"], "x")
    [update] = await wire.result("getUpdates")

    assert update["callback_query"]["message"] == {"chat": sent["chat"], "message_id": sent["message_id"], "date": 0}


@pytest.mark.parametrize("content", [samples.photo("c"), samples.document(), samples.voice(), samples.sticker(), samples.location(), samples.contact(),
                                     samples.poll(), samples.dice(), samples.forward("t"), samples.album(), samples.video(), samples.audio(),
                                     samples.video_note(), samples.animation()])
async def test_other_contents(wire: Wire, phone: Phone, content: dict[str, object]) -> None:
    """Anything a person can send arrives as it is."""
    await phone.sends(content)
    [update] = await wire.result("getUpdates")

    present = {name: value for name, value in content.items() if value is not None}
    assert {name: update["message"][name] for name in present} == present


async def test_edits_blocks_and_missing_fields(wire: Wire, phone: Phone) -> None:
    """Edited messages, my_chat_member, old dates and messages without a sender arrive."""
    said = await phone.says("a", date=1_700_000_000)
    await phone.edits(said, "b")
    await phone.sends({"text": "anonymous", "from": None})
    await phone.block()
    await phone.unblock()
    updates = await wire.result("getUpdates")

    kinds = [next(iter(update.keys() - {"update_id"})) for update in updates]
    assert kinds == ["message", "edited_message", "message", "my_chat_member", "my_chat_member"]
    assert updates[0]["message"]["date"] == 1_700_000_000
    assert [update["my_chat_member"]["new_chat_member"]["status"] for update in updates if "my_chat_member" in update] == ["kicked", "member"]
    assert any(update.get("message", {}).get("text") == "anonymous" and "from" not in update["message"] for update in updates)


async def test_injected_updates_always_come(wire: Wire, telegram: StandIn) -> None:
    """A test's own update comes whatever the bot asked for; nothing is passed by in silence."""
    await wire.result("getUpdates", allowed_updates=["message"])
    telegram.inject({"unheard_of": {"chat": 5}})

    assert [update["unheard_of"] for update in await wire.result("getUpdates")] == [{"chat": 5}]


async def test_a_stop_ends_the_poll_without_a_conflict() -> None:
    """When the stand-in stops, a waiting poll is answered empty: 409 would look like a stolen token."""
    async with aiohttp.ClientSession() as session:
        async with StandIn() as telegram:
            poll = asyncio.create_task(Wire(session, telegram).call("getUpdates", timeout=20))
            await telegram.called("getUpdates")
        assert await poll == {"ok": True, "result": []}


async def test_a_bot_comes_into_a_group_and_goes(wire: Wire, telegram: StandIn) -> None:
    """Adding and throwing out arrive as my_chat_member, with what was before."""
    group = telegram.group()
    await group.adds_bot()
    await group.block()
    updates = await wire.result("getUpdates")

    changes = [(update["my_chat_member"]["old_chat_member"]["status"], update["my_chat_member"]["new_chat_member"]["status"]) for update in updates]
    assert changes == [("left", "member"), ("member", "kicked")]
    assert await wire.refusal("sendMessage", chat_id=group.id, text="a") == (403, "Forbidden: bot was kicked from the group chat")
