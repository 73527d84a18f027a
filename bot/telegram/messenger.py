"""The way of nearly every reply: sending, changing and deleting messages, straight through pacing to the request.

python-telegram-bot's own methods build objects for each button and parse Telegram's answer back into objects that nobody
reads: 40 % of an answer's time. What is sent, paced and raised is the same.
"""

from collections.abc import Callable, Sequence
from typing import Any

from telegram import Bot
from telegram.error import BadRequest

from bot.telegram import attempt
from bot.telegram.errors import ConnectFailed, ServerRefused, Throttled
from bot.telegram.pacing import PacedLimiter, Priority
from bot.telegram.request import AiohttpRequest

Keyboard = list[list[dict[str, str]]]  # Bot API: InlineKeyboardMarkup.inline_keyboard
_NO_PREVIEW = {"is_disabled": True}  # a link's preview would be fetched by Telegram, and fill a small screen
_DELETED_AT_ONCE = 100  # Bot API, deleteMessages
_NOT_ARRIVED = (ConnectFailed, ServerRefused, Throttled)
_SECONDS_A_CALL = 2.0  # a handler's time grows with the calls that a long chat needs


class Messenger:
    """Writes to chats. Raises what the request raises: see `AiohttpRequest`."""

    def __init__(self, bot: Bot, request: AiohttpRequest, limiter: PacedLimiter) -> None:
        self._bot = bot
        self._request = request
        self._limiter = limiter

    async def send(self, chat_id: int, text: str, keyboard: Keyboard | None = None, *, html: bool = True) -> int | None:
        """Send a message, Telegram's HTML or plain text; return its number, None when the answer does not tell it."""
        return _number(await self._call("sendMessage", _message({"chat_id": chat_id}, text, keyboard, html)))

    async def edit(self, chat_id: int, message_id: int, text: str, keyboard: Keyboard | None = None) -> None:
        """Put another text and keyboard into a message of ours; an equal one is no error."""
        await self._call("editMessageText", _message({"chat_id": chat_id, "message_id": message_id}, text, keyboard, True))

    async def delete(self, chat_id: int, numbers: Sequence[int]) -> int:
        """Delete messages of both sides; return how many Telegram left there: it allows 48 hours. Those already gone are no error."""
        left = 0
        for place in range(0, len(numbers), _DELETED_AT_ONCE):
            left += await self._delete(chat_id, numbers[place : place + _DELETED_AT_ONCE])
        return left

    async def present(self, chat_id: int, text: str, keyboard: Keyboard | None, media: str) -> int | None:
        """Send what `announce` would, as a reply: whoever works on a broadcast sees it also while Telegram makes broadcasts wait."""
        return _number(await self._call(*_with_media(_message({"chat_id": chat_id}, text, keyboard, True), media)))

    async def _delete(self, chat_id: int, numbers: Sequence[int]) -> int:
        under_way = attempt.current()
        if under_way is not None:
            under_way.extend(_SECONDS_A_CALL)
        try:
            await self._call("deleteMessages", {"chat_id": chat_id, "message_ids": list(numbers)})
        except BadRequest as error:  # one message that must stay refuses the whole call: look for it by halves
            if "delete" not in error.message.lower():
                raise
            if len(numbers) == 1:
                return 1
        else:
            return 0
        half = len(numbers) // 2
        return await self._delete(chat_id, numbers[:half]) + await self._delete(chat_id, numbers[half:])

    async def announce(
        self, chat_id: int, text: str, keyboard: Keyboard | None, media: str, away: Callable[[bool], None] = lambda _: None, *, html: bool = True,
    ) -> int | None:
        """Send part of a broadcast when no reply waits; return its number, None when it is not known.

        `away` is told True before the call may leave, False when it certainly did not arrive.
        `media` is "photo:NUMBER" or "document:NUMBER" of a file that Telegram has, with `text` below it, or "".
        """
        method, parameters = _with_media(_message({"chat_id": chat_id}, text, keyboard, html), media)

        async def call(*arguments: Any) -> Any:
            away(True)
            try:
                return await self._request.call(*arguments)
            except _NOT_ARRIVED:  # it waits for another try, and can be taken back meanwhile
                away(False)
                raise

        url = f"{self._bot.base_url}/{method}"
        return _number(await self._limiter.process_request(call, (url, parameters), {}, method, parameters, Priority.BROADCAST))

    async def _call(self, method: str, parameters: dict[str, Any]) -> Any:
        url = f"{self._bot.base_url}/{method}"
        return await self._limiter.process_request(self._request.call, (url, parameters), {}, method, parameters, None)


def _number(sent: object) -> int | None:
    """Return the number of the message that Telegram says it sent."""
    number = sent.get("message_id") if isinstance(sent, dict) else None
    return number if isinstance(number, int) else None


def _with_media(parameters: dict[str, Any], media: str) -> tuple[str, dict[str, Any]]:
    """Return the method and the parameters of a message with a file that Telegram has ("photo:NUMBER", "document:NUMBER"), or of one without ("")."""
    kind, _, number = media.partition(":")
    if not number:
        return "sendMessage", parameters
    caption = {kind: number, "caption": parameters["text"]}
    return f"send{kind.capitalize()}", {name: value for name, value in parameters.items() if name not in ("text", "link_preview_options")} | caption


def _message(parameters: dict[str, Any], text: str, keyboard: Keyboard | None, html: bool) -> dict[str, Any]:
    parameters |= {"text": text, "link_preview_options": _NO_PREVIEW}
    if html:
        parameters["parse_mode"] = "HTML"
    if keyboard:
        parameters["reply_markup"] = {"inline_keyboard": keyboard}
    return parameters
