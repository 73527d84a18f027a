"""Delivers one message to somebody else than who writes just now, and says how that ended."""

from telegram.error import TelegramError

from bot.broadcasts.ledger import Delivery
from bot.logs import get_logger
from bot.people.traces import Traces
from bot.replies import Reply
from bot.telegram.courier import outcome
from bot.telegram.messenger import Messenger
from bot.telegram.render import Renderer

log = get_logger()


class Post:
    """Sends at once, before announcements, and keeps the number for /wipe. What may have arrived is never repeated by itself."""

    def __init__(self, messenger: Messenger, renderer: Renderer, traces: Traces) -> None:
        self._messenger = messenger
        self._renderer = renderer
        self._traces = traces

    async def __call__(self, chat_id: int, reply: Reply) -> Delivery:
        """Deliver: SENT, GONE (the person left), UNCERTAIN (it may have arrived), PENDING (it certainly did not leave) or FAILED."""
        rendered, numbers = self._renderer.render(reply, chat_id), list[int | None]()
        last = len(rendered.texts) - 1
        try:
            for place, html in enumerate(rendered.texts):
                numbers.append(await self._messenger.send(chat_id, html, rendered.keyboard if place == last else None))
        except TelegramError as error:
            state = outcome(error)
            log.warning("not_delivered", error=type(error).__name__, state=str(state))
            return Delivery.UNCERTAIN if numbers and state is Delivery.PENDING else state
        finally:
            await self._traces.record(chat_id, *numbers)
        return Delivery.SENT
