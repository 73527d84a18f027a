"""What a button carries: a verb and its arguments, signed for one chat. Telegram allows 1 to 64 bytes."""

from dataclasses import dataclass

from bot.keys import KeyRing

MAX_BYTES = 64
_SIGNATURE = 8  # characters, 48 bits


class CallbackTooLong(ValueError):
    """A button's data would exceed Telegram's 64 bytes."""


@dataclass(frozen=True, slots=True)
class Action:
    """A pressed button, its signature checked."""

    verb: str
    arguments: tuple[str, ...]


def pack(action: str, chat_id: int, keys: KeyRing) -> str:
    """Return `action` ('verb:argument:...') with its signature for `chat_id`. Raises CallbackTooLong."""
    data = action + keys.sign(f"{chat_id}|{action}")
    if len(data.encode()) > MAX_BYTES:
        raise CallbackTooLong(action)
    return data


def unpack(data: str | None, chat_id: int, keys: KeyRing) -> Action | None:
    """Return the action of a pressed button, or None when its data is missing, altered or was made for another chat."""
    if not data or len(data) <= _SIGNATURE:
        return None
    action, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
    if not keys.signed(f"{chat_id}|{action}", signature):
        return None
    verb, *arguments = action.split(":")
    return Action(verb, tuple(arguments))
