"""Whether Telegram would take what we send, by the checks of the stand-in, which are Telegram's own."""

from bot.playground.keyboards import checked_markup
from bot.playground.text import message_text
from bot.replies import Reply
from bot.telegram.render import Rendered, Renderer

CHAT = 2**52 - 1  # the largest id that an account can have


def taken(reply: Reply, renderer: Renderer) -> list[str]:
    """Return what people read of `reply`. Raises BadRequest, or CallbackTooLong, for what Telegram would refuse."""
    return accepted(renderer.render(reply, CHAT))


def accepted(rendered: Rendered) -> list[str]:
    """Return what people read. Raises BadRequest for markup, length or buttons that Telegram would refuse."""
    checked_markup({"inline_keyboard": rendered.keyboard or []})
    return [message_text(html, "HTML", []).text for html in rendered.texts]
