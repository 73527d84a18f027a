"""safety.md 4 C, with the running bot: whatever Telegram answers, nothing is lost, nothing comes twice, nobody else waits."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator

import pytest

from bot.playground import Fault, NothingCame, Phone, StandIn
from tests.process import TOKEN, BotProcess
from tests.telegram.test_pacing import most_in_a_second

Known = Callable[..., Awaitable[Phone]]
ANSWERED = "Commands"  # a word of /help
LOST_ANSWERS = {
    "timeout, then closed": Fault.timeout(takes_effect=True, seconds=0.5),
    "reset before the answer": Fault.reset(takes_effect=True),
    "reset in mid-body": Fault.reset(mid_body=True),
}
PASSING = {
    "429 for a second": Fault.flood(1),
    "Telegram's own 500": Fault.server_error(500),
    "Telegram's own 502": Fault.server_error(502),
}
ANYTHING = {
    **PASSING, "HTML": Fault.server_error(502, html=True), "no JSON": Fault.not_json(), "ok: false": Fault.not_ok(500, "Internal Server Error"),
    "odd JSON": Fault.odd_json('{"ok":true,"result":{"a":[1,{}]},"more":[]}'), "no list": Fault.odd_json('{"ok":true,"result":"x"}'),
    "reset": Fault.reset(), "reset in mid-body": Fault.reset(mid_body=True), "closed": Fault.timeout(seconds=0.3),
}


def slow(*names: str) -> list[object]:
    """Return parameters for the slow runs only: other tests show the same on the request and the poller."""
    return [pytest.param(name, marks=pytest.mark.soak) for name in names]


@pytest.fixture(autouse=True)
def _well_behaved(telegram: StandIn) -> Iterator[None]:
    """Each test lays its own faults, and leaves none."""
    yield
    telegram.behave()


@pytest.mark.parametrize("name", LOST_ANSWERS)
async def test_a_reply_whose_answer_was_lost_is_not_sent_twice(telegram: StandIn, person: Known, name: str) -> None:
    """66, 67: it took effect, Telegram's answer did not arrive: uncertain, so never again, and no apology."""
    phone = await person("en")
    telegram.misbehave("sendMessage", LOST_ANSWERS[name], times=1)
    assert ANSWERED in (await phone.asks("/help")).text
    await telegram.acknowledged()

    await phone.stays_silent()


@pytest.mark.parametrize("came", [False, True])
@pytest.mark.parametrize("name", ["HTML of a proxy", "no JSON"])
async def test_an_answer_that_is_not_telegrams_costs_nobody_theirs(telegram: StandIn, person: Known, name: str, came: bool) -> None:
    """61, 62, 85: a server in between answers, and the reply is sent once more: it comes twice at most, and never not at all."""
    phone = await person("en")
    fault = Fault.not_json(takes_effect=came) if name == "no JSON" else Fault.server_error(502, html=True, takes_effect=came)
    telegram.misbehave("sendMessage", fault, times=1)
    await phone.says("/help")
    for _ in range(2 if came else 1):
        assert ANSWERED in (await phone.reply()).text
    await telegram.acknowledged()

    await phone.stays_silent()


@pytest.mark.parametrize("name", PASSING)
async def test_a_passing_refusal_is_waited_for(telegram: StandIn, person: Known, name: str) -> None:
    """58, 61: certainly not sent: tried again, in its time, and sent once."""
    phone = await person("en")
    telegram.misbehave("sendMessage", PASSING[name], times=1)
    begun = time.monotonic()
    assert ANSWERED in (await phone.asks("/help")).text
    assert name != "429 for a second" or time.monotonic() - begun >= 1

    await phone.stays_silent()


@pytest.mark.parametrize("name", ["HTML", "ok: false", *slow(*(name for name in ANYTHING if name not in ("HTML", "ok: false")))])
async def test_receiving_goes_on_after_anything(telegram: StandIn, person: Known, name: str) -> None:
    """58, 61-64, 66, 67 on getUpdates: it backs off and goes on; nothing is lost, nothing is answered twice."""
    phone = await person("en")
    fault = telegram.misbehave("getUpdates", ANYTHING[name], times=1)
    await phone.says("/help")
    await phone.says("/help")
    first, second = await phone.replies(2)

    assert fault.hits == 1
    assert first.text == second.text
    await phone.stays_silent()


@pytest.mark.parametrize("name", ["HTML", "ok: false", "reset in mid-body", *slow("no JSON", "reset", *PASSING)])
async def test_an_edit_is_repeated_until_it_shows(telegram: StandIn, person: Known, name: str) -> None:
    """58, 61-64, 67 on editMessageText: a second time changes nothing more, so it is tried again, and "not modified" then is success (74)."""
    phone = await person("en")
    menu = await phone.asks("/menu")
    telegram.misbehave("editMessageText", ANYTHING[name], times=1)
    await phone.press("How to ask")
    assert ANSWERED in (await phone.edit()).text
    await telegram.acknowledged()

    assert [message.id for message in phone.messages if message.from_bot][-1] == menu.id


async def test_a_message_that_is_as_wanted_already_is_a_success(telegram: StandIn, person: Known) -> None:
    """74: "message is not modified": no error, no second message."""
    phone = await person("en")
    await phone.asks("/menu")
    telegram.misbehave("editMessageText", Fault.refused(400, "Bad Request: message is not modified: specified new message content is the same"), times=1)
    await phone.press("How to ask")
    await telegram.acknowledged()

    await phone.stays_silent()


UNDELETED = {
    "too old": Fault.refused(400, "Bad Request: message can't be deleted for everyone"), "gone": Fault.refused(400, "Bad Request: message to delete not found"),
    "HTML": Fault.server_error(502, html=True), "closed": Fault.timeout(seconds=0.3), "no JSON": Fault.not_json(), "403": Fault.refused(403, "Forbidden"),
}


@pytest.mark.parametrize("name", UNDELETED)
async def test_what_cannot_be_deleted_is_said_to_the_person(telegram: StandIn, person: Known, name: str) -> None:
    """75: "please delete it yourself", for a photo as for a phone number; the question is answered none the less."""
    phone = await person("en")
    telegram.misbehave("deleteMessage", UNDELETED[name], times=2)
    await phone.sends({"photo": [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}]})
    assert "delete it yourself" in (await phone.reply()).text
    await phone.says("how do I contact the special rapporteur? My number is +000 77 123 45 67")
    notice, answer = await phone.replies(2)

    assert "delete your message yourself" in notice.text
    assert answer.labels


@pytest.mark.parametrize(("code", "description"), [
    (403, "Forbidden: bot was blocked by the user"), (400, "Bad Request: chat not found"), (403, "Forbidden: bot can't initiate conversation with a user")])
async def test_who_is_gone_breaks_nothing(telegram: StandIn, person: Known, code: int, description: str) -> None:
    """70, 71, 94: not tried again, no apology, the next person is answered."""
    gone, here = await person("en"), await person("en")
    telegram.misbehave("sendMessage", Fault.refused(code, description), times=1)
    await gone.says("/help")
    await telegram.acknowledged()
    assert ANSWERED in (await here.asks("/help")).text

    await gone.stays_silent(0.5)


@pytest.mark.parametrize("parameters", ['{"migrate_to_chat_id":-100}', '{"migrate_to_chat_id":"x"}', "[]", "5"])
async def test_a_refusal_of_ours_is_apologised_for_once(telegram: StandIn, person: Known, parameters: str) -> None:
    """63, 73, 76: any other 400, even with odd parameters: three tries, one apology, and the next message is answered."""
    phone = await person("en")
    body = f'{{"ok":false,"error_code":400,"description":"Bad Request: message is too long","parameters":{parameters}}}'
    telegram.misbehave("sendMessage", Fault(status=400, body=body), times=3)
    assert "Something went wrong" in (await phone.asks("/help")).text

    assert ANSWERED in (await phone.asks("/help")).text


async def test_unknown_fields_everywhere_are_ignored(telegram: StandIn, person: Known) -> None:
    """64: what Telegram adds tomorrow, in the update and in its answer, changes nothing."""
    phone = await person("en")
    new = {"from_2030": {"deep": [1, {"er": None}]}, "reply_markup": None, "via_business": True}
    answer = {"ok": True, "result": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "planet"}, "new": [1]}, "warning": "x"}
    await phone.says("/help", **new)
    assert ANSWERED in (await phone.reply()).text
    telegram.misbehave("sendMessage", Fault(takes_effect=True, status=200, body=json.dumps(answer)), times=1)
    assert ANSWERED in (await phone.asks("/help")).text


async def test_a_slow_telegram_is_only_slow(telegram: StandIn, person: Known) -> None:
    """66: a second of latency on every call: each of 20 people is answered once, together and not one after the other."""
    phones = [await person("en") for _ in range(20)]
    before = len(telegram.calls("sendMessage"))
    telegram.misbehave("*", Fault.latency(1.0))
    for phone in phones:
        await phone.says("/help")
    await asyncio.gather(*(phone.reply(within=40) for phone in phones))
    telegram.behave()
    await telegram.acknowledged()

    assert most_in_a_second(telegram.calls("sendMessage")[before:], 0.95) >= 5  # one after the other, there is one call in each second
    assert {len([one for one in phone.all_messages if one.from_bot and ANSWERED in one.text]) for phone in phones} == {1}


async def test_nothing_of_telegrams_answers_is_in_the_log(bot: BotProcess) -> None:
    """61, P16: after all of this: no page, no token, no traceback, no forgotten task."""
    log = bot.log.read_text()

    for canary in ("<html>", "doctype", TOKEN.split(":")[1], "Traceback", "never retrieved", "never awaited", "was destroyed"):
        assert canary not in log


@pytest.mark.soak
@pytest.mark.timeout(200)
async def test_the_slowest_faults_are_waited_out(telegram: StandIn, person: Known) -> None:
    """60, 66, 79: a 429 without a time is repeated after 30 s; a silent or dripping answer is given up, and its message never sent again."""
    flooded, silent, dripped = [await person("en") for _ in range(3)]
    for phone, fault in ((flooded, Fault.flood(None)), (silent, Fault.timeout(takes_effect=True)), (dripped, Fault.drip(1.0))):
        before = telegram.state.calls.count("sendMessage")
        telegram.misbehave("sendMessage", fault, times=1)
        await phone.says("/help")
        await telegram.called("sendMessage", before + 1)
    begun = time.monotonic()
    with pytest.raises(NothingCame):
        await flooded.reply(within=25)
    assert ANSWERED in (await flooded.reply(within=15)).text
    assert 25 < time.monotonic() - begun < 40
    await telegram.acknowledged(within=60)
    for phone in (silent, dripped):
        assert sum(ANSWERED in message.text for message in phone.all_messages if message.from_bot) == 1
