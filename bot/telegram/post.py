"""Delivers one message to somebody else than who writes just now, and says how that ended."""

from telegram.error import TelegramError

from bot.broadcasts.ledger import Delivery
from bot.logs import get_logger
from bot.replies import Reply
from bot.telegram.courier import outcome
from bot.telegram.messenger import Messenger
from bot.telegram.render import Renderer

log = get_logger()


class Post:
    """Sends at once, before announcements. What may have arrived is never repeated by itself."""

    def __init__(self, messenger: Messenger, renderer: Renderer) -> None:
        self._messenger = messenger
        self._renderer = renderer

    async def __call__(self, chat_id: int, reply: Reply) -> Delivery:
        """Deliver: SENT, GONE (the person left), UNCERTAIN (it may have arrived), PENDING (it certainly did not leave) or FAILED."""
        rendered = self._renderer.render(reply, chat_id)
        last, state = len(rendered.texts) - 1, Delivery.SENT
        for place, html in enumerate(rendered.texts):
            try:
                await self._messenger.send(chat_id, html, rendered.keyboard if place == last else None)
            except TelegramError as error:
                state = outcome(error)
                log.warning("not_delivered", error=type(error).__name__, state=str(state))
                return Delivery.UNCERTAIN if place and state is Delivery.PENDING else state
        return state
