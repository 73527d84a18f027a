"""Delivers one announcement to one person, and says how that ended."""

from collections.abc import Callable

from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError

from bot.broadcasts.content import Broadcast
from bot.broadcasts.ledger import Claim, Delivery, Settled
from bot.broadcasts.sender import Handle
from bot.logs import get_logger
from bot.replies import Reply
from bot.telegram.errors import CertificateRefused, ConnectFailed, ServerRefused, Throttled, TokenRejected
from bot.telegram.messenger import Messenger
from bot.telegram.render import Renderer

log = get_logger()
_AWAY = (ConnectFailed, CertificateRefused, Throttled, TokenRejected)  # it certainly did not leave; later it may


class Courier:
    """Renders for the person and sends behind all replies. `compose` makes the message of an announcement in a language."""

    def __init__(self, messenger: Messenger, renderer: Renderer, compose: Callable[[Broadcast, str], Reply]) -> None:
        self._messenger = messenger
        self._renderer = renderer
        self._compose = compose

    async def __call__(self, broadcast: Broadcast, claim: Claim, handle: Handle) -> Settled:
        """Deliver. A call that may have arrived is never repeated: it is uncertain."""
        rendered = self._renderer.render(self._compose(broadcast, claim.language), claim.chat_id)

        def begun() -> None:
            handle.begun = True

        try:
            await self._messenger.announce(claim.chat_id, rendered.texts[0], rendered.keyboard, broadcast.content.media, begun)
        except TelegramError as error:
            state = outcome(error)
            if state is Delivery.FAILED:
                log.warning("delivery_failed", error=type(error).__name__)
            return Settled(claim, state, type(error).__name__)
        return Settled(claim, Delivery.SENT)


def outcome(error: TelegramError) -> Delivery:
    """Return what an error means for one recipient."""
    if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and "chat not found" in error.message.lower()):
        return Delivery.GONE
    if isinstance(error, _AWAY):
        return Delivery.PENDING
    if isinstance(error, NetworkError) and not isinstance(error, (BadRequest, ServerRefused)):
        return Delivery.UNCERTAIN
    return Delivery.FAILED
