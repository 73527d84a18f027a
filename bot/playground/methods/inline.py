"""answerInlineQuery."""

from typing import Any

from bot.playground.errors import BadRequest
from bot.playground.parameters import Parameters
from bot.playground.state import State
from bot.playground.text import message_text

MAX_RESULTS = 50
MAX_ID_BYTES = 64


async def answer_inline_query(state: State, call: Parameters) -> bool:
    """Take the results for what a person types behind the bot's name; each is checked as Telegram checks it."""
    results: Any = call.structure("results", "can't parse JSON encoded inline query results")
    if not isinstance(results, list) or len(results) > MAX_RESULTS:
        raise BadRequest("RESULTS_TOO_MUCH" if isinstance(results, list) else "expected an Array of inline query results")
    for result in results:
        _check(result)
    waiting = state.inline.pop(call.text("inline_query_id"), None)
    if waiting is None:
        raise BadRequest("query is too old and response timeout expired or query ID is invalid")
    waiting.set_result(results)
    return True


def _check(result: Any) -> None:
    if not isinstance(result, dict) or result.get("type") != "article":
        raise BadRequest("this stand-in takes articles only")
    if not 1 <= len(str(result.get("id", "")).encode()) <= MAX_ID_BYTES:
        raise BadRequest("RESULT_ID_INVALID")
    if not result.get("title"):
        raise BadRequest("article title is empty")
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise BadRequest("input_message_content is missing")
    message_text(str(content.get("message_text", "")), str(content.get("parse_mode", "")), content.get("entities") or [])
