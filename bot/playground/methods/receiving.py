"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo, answerCallbackQuery."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.playground.callbacks import CallbackAnswer
from bot.playground.chats import Json
from bot.playground.errors import BadRequest, Conflict
from bot.playground.guard import is_loopback
from bot.playground.parameters import Parameters
from bot.playground.state import State
from bot.playground.webhook import Execute, WebhookSender, WebhookSettings

# Client.h LONG_POLL_MAX_TIMEOUT, seconds.
MAX_POLL_SECONDS = 50
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
MAX_SECRET = 256


async def get_updates(state: State, call: Parameters) -> list[Json]:
    """Return waiting updates; the ones below `offset` are confirmed."""
    if state.webhook is not None:
        raise Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
    _set_allowed(state, call)
    limit = call.integer("limit", 100, 1, 100)
    return await state.updates.poll(call.integer("offset"), limit, call.integer("timeout", 0, 0, MAX_POLL_SECONDS))


async def set_webhook(state: State, call: Parameters, execute: Execute) -> bool:
    """Deliver updates to `url` from now on; an empty one stops that. Only addresses on this computer are taken."""
    url = call.text("url")
    if not url:
        return await delete_webhook(state, call)
    settings = WebhookSettings(_checked_url(url), _checked_secret(call), call.integer("max_connections", 40, 1, 100))
    _set_allowed(state, call)
    state.updates.abort_poll("terminated by setWebhook request")
    await stop_webhook(state)
    if call.flag("drop_pending_updates"):
        state.updates.clear()

    def gone() -> None:
        state.webhook = None

    state.webhook = WebhookSender(settings, state.updates, execute, gone, state.retry_scale)
    state.webhook.start()
    return True


async def delete_webhook(state: State, call: Parameters) -> bool:
    """Go back to getUpdates; what was not accepted stays, unless it is to be dropped."""
    await stop_webhook(state)
    if call.flag("drop_pending_updates"):
        state.updates.clear()
    return True


async def get_webhook_info(state: State, _call: Parameters) -> Json:
    """Tell where updates go, how many wait, and what went wrong last."""
    sender, pending = state.webhook, len(state.updates.pending)
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": pending}
    if sender is not None:
        info["url"] = sender.settings.url
        if sender.errors.message:
            info |= {"last_error_date": sender.errors.date, "last_error_message": sender.errors.message}
        info |= {"max_connections": sender.settings.max_connections, "ip_address": "127.0.0.1"}
    if state.updates.allowed is not None:
        info["allowed_updates"] = sorted(state.updates.allowed)
    return info


async def answer_callback_query(state: State, call: Parameters) -> bool:
    """End the spinner of a pressed button, with a notice, an alert or nothing."""
    answer = CallbackAnswer(call.text("text"), call.flag("show_alert"), call.text("url"))
    press = state.callbacks.answer(call.text("callback_query_id"), answer)
    chat = state.chats.get(press.chat_id)
    if chat is not None:
        state.tell("answer", chat, True, press)
    return True


async def stop_webhook(state: State) -> None:
    """Stop delivering to the webhook, if there is one."""
    sender, state.webhook = state.webhook, None
    if sender is not None:
        await sender.stop()


def _set_allowed(state: State, call: Parameters) -> None:
    allowed: Any = call.structure("allowed_updates", "can't parse allowed_updates JSON object")
    if isinstance(allowed, list):
        state.updates.allowed = frozenset(map(str, allowed)) or None


def _checked_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise BadRequest("bad webhook: An HTTPS URL must be provided for webhook")
    if not is_loopback(parts.hostname or ""):
        raise BadRequest("bad webhook: this stand-in delivers only to this computer")
    return url


def _checked_secret(call: Parameters) -> str:
    secret = call.text("secret_token")
    if len(secret) > MAX_SECRET:
        raise BadRequest("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise BadRequest("secret token contains unallowed characters")
    return secret
