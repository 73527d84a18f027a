"""reply_markup: what Telegram accepts under a message."""

from typing import Any

from bot.playground.errors import BadRequest
from bot.playground.links import button_link, mentioned_person

# Telegram's limits for one inline keyboard: buttons in all, buttons a row; callback_data in bytes.
MAX_BUTTONS = 100
MAX_ROW = 8
MAX_CALLBACK_DATA = 64

_KINDS = ("url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
          "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay")


def checked_markup(markup: Any) -> dict[str, Any] | None:
    """Return `markup` as it is shown in the message; None when there is none. Raises BadRequest in Telegram's words.

    Only an inline keyboard is part of the message; the others (keyboard, remove_keyboard, force_reply) are the chat's.
    """
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise BadRequest("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return _checked_keyboard(markup)
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise BadRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    checked = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > MAX_BUTTONS or any(len(row) > MAX_ROW for row in checked):
        raise BadRequest("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _checked_keyboard(markup: dict[str, Any]) -> dict[str, Any] | None:
    rows = markup.get("keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise BadRequest('field "keyboard" must be an Array of Arrays')
    known = {"keyboard", "remove_keyboard", "force_reply"}
    return markup if known & markup.keys() else None


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise BadRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise BadRequest("can't parse inline keyboard button: Can't find field \"text\"")
    if not text.strip():
        raise BadRequest("inline keyboard button text must be non-empty")
    kinds = [kind for kind in _KINDS if kind in button]
    if not kinds:
        raise BadRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "url" in kinds:
        return {**button, "url": _address(button["url"])}
    if "callback_data" in kinds:
        _check_data(button["callback_data"])
    return dict(button)


def _address(url: Any) -> str:
    if not isinstance(url, str):
        raise BadRequest("can't parse inline keyboard button: Field \"url\" must be of type String")
    return url if mentioned_person(url) is not None else button_link(url)


def _check_data(data: Any) -> None:
    if not isinstance(data, str):
        raise BadRequest("can't parse inline keyboard button: Field \"callback_data\" must be of type String")
    if not 1 <= len(data.encode(errors="replace")) <= MAX_CALLBACK_DATA:
        raise BadRequest("BUTTON_DATA_INVALID")
