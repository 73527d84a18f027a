"""Delivers one announcement to one person, and says how that ended."""

from collections.abc import Callable

from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError

from bot.broadcasts.content import Broadcast
from bot.broadcasts.ledger import Claim, Delivery, Settled
from bot.broadcasts.sender import PLAIN, REFUSED, TOKEN, Handle
from bot.logs import get_logger, where
from bot.replies import Reply
from bot.telegram.errors import CertificateRefused, ConnectFailed, ServerRefused, Throttled, TokenRejected
from bot.telegram.messenger import Messenger
from bot.telegram.render import Renderer, plain

log = get_logger()
_AWAY = (ConnectFailed, CertificateRefused, ServerRefused, Throttled, TokenRejected)  # it certainly had no effect; later it may
_REASONS: dict[type[TelegramError], str] = {TokenRejected: TOKEN, ServerRefused: REFUSED}


class Courier:
    """Renders for the person and sends behind all replies. `compose` makes the message of an announcement in a language."""

    def __init__(self, messenger: Messenger, renderer: Renderer, compose: Callable[[Broadcast, str], Reply]) -> None:
        self._messenger = messenger
        self._renderer = renderer
        self._compose = compose

    async def __call__(self, broadcast: Broadcast, claim: Claim, handle: Handle) -> Settled:
        """Deliver. A call that may have arrived is never repeated: it is uncertain."""
        try:
            reason, number = await self._deliver(broadcast, claim, handle)
            return Settled(claim, Delivery.SENT, reason, number)
        except TelegramError as error:
            state = outcome(error)
            if state is Delivery.FAILED:
                log.warning("delivery_failed", error=type(error).__name__)
            return Settled(claim, state, _REASONS.get(type(error), type(error).__name__))
        except Exception as error:  # noqa: BLE001  # a mistake of ours must not leave the row without an end: then nobody would know
            log.error("delivery_failed", error=where(error))
            return Settled(claim, Delivery.UNCERTAIN if handle.begun else Delivery.FAILED, type(error).__name__)

    async def _deliver(self, broadcast: Broadcast, claim: Claim, handle: Handle) -> tuple[str, int | None]:
        """Send it, as plain text where Telegram refuses its HTML; return what staff should know about it, and the message's number."""
        rendered = self._renderer.render(self._compose(broadcast, claim.language), claim.chat_id)
        html, media = rendered.texts[0], broadcast.content.media

        def away(left: bool) -> None:
            handle.begun = left

        try:
            return "", await self._messenger.announce(claim.chat_id, html, rendered.keyboard, media, away)
        except BadRequest as error:
            if "parse entities" not in error.message:  # the one 400 that another form of the same text mends
                raise
            log.error("html_refused")
            return PLAIN, await self._messenger.announce(claim.chat_id, plain(html), rendered.keyboard, media, away, html=False)


def outcome(error: TelegramError) -> Delivery:
    """Return what an error means for one recipient."""
    if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and "chat not found" in error.message.lower()):
        return Delivery.GONE
    if isinstance(error, _AWAY):
        return Delivery.PENDING
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return Delivery.UNCERTAIN
    return Delivery.FAILED
