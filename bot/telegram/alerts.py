"""Telling the operators: an alert is an event's name, never content. The lead way is a message to the admins."""

from collections.abc import Awaitable, Callable

from bot.logs import get_logger, where

log = get_logger()
Alert = Callable[[str], Awaitable[None]]

CONFLICT = "telegram_conflict"  # somebody else polls with our token: a second process, or a thief
WEBHOOK_CHANGED = "telegram_webhook_changed"  # somebody else set another address with our token
TOKEN_REJECTED = "telegram_token_rejected"  # noqa: S105  # an event's name
CERTIFICATE = "telegram_certificate_refused"


async def log_only(_event: str) -> None:
    """The alert of a bot without admins: `raise_alert` has logged it already."""


async def raise_alert(alert: Alert, event: str) -> None:
    """Log `event` and pass it on; an alert that fails stops nothing."""
    log.error("alert", about=event)
    try:
        await alert(event)
    except Exception as error:  # noqa: BLE001  # an alert stops nothing
        log.warning("alert_failed", about=event, error=where(error))
