"""Whatever a bot sends, the answer is Telegram's JSON."""

import random
from typing import Any

import pytest

from bot.playground import Phone
from bot.playground.methods import METHODS
from tests.playground.conftest import Wire

VALUES: list[Any] = [
    None, 0, -1, 77, "77", "x", "", True, 5.5, 1e300, 10**30, [], {}, [1], ["a"], [[]], [{}], {"a": 1}, "{", "[]", "null", "<b>a</b>", "HTML", "typing",
    "\ud800", {"message_id": "x"}, {"type": 5}, {"type": []}, {"type": "chat", "chat_id": []}, {"inline_keyboard": [[{"text": 5}]]},
    {"inline_keyboard": 5}, {"keyboard": 5}, {"inline_keyboard": [[{"text": "a", "callback_data": "\ud800"}]]},
    {"inline_keyboard": [[{"text": "a", "url": "http://[::1"}]]}, [{"offset": 0, "length": 1, "type": "text_mention"}], [{"offset": "a"}],
    [{"offset": 0, "length": 1, "type": "bold"}], [{"command": "a", "description": 5}],
]
NAMES = ["chat_id", "text", "message_id", "message_ids", "reply_markup", "entities", "parse_mode", "reply_parameters", "link_preview_options",
         "document", "photo", "caption", "caption_entities", "action", "commands", "scope", "language_code", "name", "description", "menu_button",
         "file_id", "callback_query_id", "offset", "limit", "allowed_updates", "url", "secret_token", "max_connections"]


@pytest.mark.parametrize("seed", range(3))
async def test_no_call_breaks_the_stand_in(wire: Wire, phone: Phone, seed: int) -> None:
    """Parameters of any type are answered with a result or a refusal, never with a crash."""
    chance = random.Random(seed)
    methods = [*sorted(METHODS.keys() - {"logout"}), "setwebhook"]
    for _ in range(500):
        parameters = {name: chance.choice(VALUES) for name in chance.sample(NAMES, chance.randint(1, 8))}
        parameters |= {"chat_id": phone.id} if chance.random() < 0.7 else {}
        parameters |= {"text": "hi <b>x</b>"} if chance.random() < 0.6 else {}
        parameters |= {"message_id": chance.randint(1, 40)} if chance.random() < 0.3 else {}
        parameters["timeout"] = 0
        body = await wire.call(chance.choice(methods), **parameters)
        assert body["ok"] or body["error_code"] < 500
