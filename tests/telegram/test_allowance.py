"""How much a chat may ask for: a dozen at once, then one every two seconds; little in a crowd; nothing while it floods."""

from typing import Any

import pytest

from bot.telegram.allowance import Allowance
from tests.telegram.conftest import text_update

CALM, CROWD = 0, 12


class Steps:
    """A clock that goes when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def steps() -> Steps:
    """The clock of the allowance."""
    return Steps()


@pytest.fixture
def allowance(steps: Steps) -> Allowance:
    """What a chat has by default: 12 at once, 30 a minute."""
    return Allowance(clock=steps)


def press() -> dict[str, Any]:
    """A press of a button: its message's date is not its own."""
    return {"update_id": 1, "callback_query": {"id": "1", "message": {"date": 5, "chat": {"id": 7}}}}


def photo(album: str, sent: int = 0) -> dict[str, Any]:
    """A photo of an album."""
    return {"update_id": 1, "message": {"date": sent, "media_group_id": album}}


def taken(allowance: Allowance, count: int, waiting: int = CALM, chat: int = 7) -> int:
    """Count how many of `count` presses at once are taken."""
    return sum(allowance.takes(chat, press(), waiting) for _ in range(count))


def test_a_dozen_at_once_and_each_chat_its_own(allowance: Allowance) -> None:
    """The burst, and no more; another chat has a bucket of its own."""
    assert taken(allowance, 30) == 12
    assert allowance.spent(7)
    assert taken(allowance, 1, chat=8) == 1
    assert not allowance.spent(8)
    assert not allowance.spent(9)


def test_thirty_a_minute_for_as_long_as_one_likes(allowance: Allowance, steps: Steps) -> None:
    """A person who taps every two seconds is never refused, and one who taps every second not for the first twenty."""
    for _ in range(200):
        steps.now += 2.0
        assert taken(allowance, 1) == 1
    for _ in range(20):
        steps.now += 1.0
        assert taken(allowance, 1) == 1


def test_who_goes_on_flooding_is_not_heard_until_they_pause(allowance: Allowance, steps: Steps) -> None:
    """What is refused costs too: 20 a second for a minute get the burst and nothing else; two seconds of quiet are enough."""
    heard = 0
    for _ in range(1200):
        steps.now += 0.05
        heard += taken(allowance, 1)
    assert heard == 12
    steps.now += 2.0
    assert taken(allowance, 1) == 1


def test_in_a_crowd_a_chat_has_its_first_few(allowance: Allowance, steps: Steps) -> None:
    """Twenty flooders would otherwise take 240 answers, ten seconds of all that may be sent; who asks now and then is heard."""
    assert taken(allowance, 12, CROWD) == 3
    steps.now += 60
    for _ in range(30):
        steps.now += 2.0
        assert taken(allowance, 1, CROWD) == 1


def test_messages_kept_by_an_outage_count_by_when_they_were_sent(allowance: Allowance) -> None:
    """93: forty of one person, a minute apart, come at once and are all taken; forty of one second are not."""
    assert all(allowance.takes(7, {"message": {"date": 60 * number}}, CROWD) for number in range(40))
    assert sum(allowance.takes(8, {"edited_message": {"date": 60 * number, "edit_date": 9}}, CROWD) for number in range(40)) == 3


def test_an_album_costs_one(allowance: Allowance) -> None:
    """40: each of its ten photos must be taken off the chat; those of a refused album are refused."""
    assert [allowance.takes(7, photo("a"), CROWD) for _ in range(10)] == [True] * 10
    assert allowance.takes(7, photo("b"), CROWD)
    assert sum(allowance.takes(7, photo("b"), CALM) for _ in range(9)) == 9
    assert taken(allowance, 20) == 10
    assert not any(allowance.takes(7, photo("c"), CALM) for _ in range(10))


def test_idle_chats_are_forgotten(allowance: Allowance, steps: Steps) -> None:
    """Memory is for those who wrote within the last minute."""
    for chat in range(5000):
        taken(allowance, 1, chat=chat)
    assert allowance.remembered == 5000
    steps.now += 25
    taken(allowance, 1)
    assert allowance.remembered == 1


@pytest.mark.parametrize("raw", [{"update_id": 1}, {"message": 5}, {"message": {"date": "x", "media_group_id": [1]}}, {"message": {"date": 10**400}},
                                 {"message": {"date": -(10**400)}}, {"message": {"date": True}}, text_update(1)])
def test_any_update_can_be_charged(allowance: Allowance, raw: dict[str, Any]) -> None:
    """B: what is odd raises nothing, and never makes a bucket overflow."""
    assert sum(allowance.takes(7, raw, CALM) for _ in range(200)) <= 120  # twelve albums
    assert allowance.takes(8, press(), CALM)
    assert sum(allowance.takes(8, update, CALM) for update in (raw, press(), raw, press())) == 4


@pytest.mark.parametrize("raw", [
    {"update_id": 1, "message": {"text": "/urgent"}}, {"update_id": 1, "message": {"text": "/Urgent@dalil_bot now"}},
    {"update_id": 1, "callback_query": {"data": "xAbc_-123"}}])
def test_urgent_help_is_heard_whatever_is_left(allowance: Allowance, steps: Steps, raw: dict[str, Any]) -> None:
    """Somebody in danger who writes a lot still gets the card, once each ten seconds."""
    taken(allowance, 30)
    assert not allowance.takes(7, raw, CALM)
    assert [allowance.urgent(7, raw) for _ in range(3)] == [True, False, False]
    steps.now += 9
    assert not allowance.urgent(7, raw)
    steps.now += 1
    assert allowance.urgent(7, raw)


@pytest.mark.parametrize("raw", [
    press(), text_update(1), text_update(1, text="/urgently"), text_update(1, text="see /urgent"), {"update_id": 1, "message": {"text": 7}},
    {"update_id": 1, "callback_query": {"data": "x"}}, {"update_id": 1, "callback_query": {"data": "e:en:x12345678"}}, {"update_id": 1, "message": None}])
def test_nothing_else_passes_for_urgent_help(allowance: Allowance, raw: dict[str, Any]) -> None:
    """What floods is not let through by looking like it."""
    taken(allowance, 30)
    assert not allowance.urgent(7, raw)
