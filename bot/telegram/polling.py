"""Long polling that acknowledges after processing: the offset moves only past updates that are finished.

python-telegram-bot's own loop moves it before: kill -9 lost 78 of 100 waiting updates (safety.md 0.1).
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from telegram import Bot
from telegram.error import Conflict, TelegramError

from bot.logs import get_logger, where
from bot.telegram.alerts import CERTIFICATE, CONFLICT, TOKEN_REJECTED, Alert, log_only, raise_alert
from bot.telegram.errors import CertificateRefused, Throttled, TokenRejected, Unclear
from bot.telegram.intake import Intake
from bot.telegram.request import AiohttpRequest
from bot.telegram.work import IntakeClosed

log = get_logger()
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")  # a channel that it was put into is left
INLINE = "inline_query"  # asked for only where the operator turned inline mode on
_LIMIT = 100  # the most that Telegram returns at once
_LOOKS = (0.1, 0.3, 0.6, 1.0)  # seconds between looks for new updates while a slow one keeps the offset back
_ABOVE_ALL = 2**63
_AGAIN = 1.0  # seconds before an update that could not be taken is taken again


class Poller:
    """Feeds an intake from getUpdates until told to stop.

    Times are in seconds; `pauses` is the shortest and the longest wait after a failure.
    """

    def __init__(
        self, bot: Bot, intake: Intake, request: AiohttpRequest, *, alert: Alert = log_only, timeout: int = 50, grace: float = 7.0,
        allowed_updates: Sequence[str] = ALLOWED_UPDATES, conflict_pause: float = 30.0, pauses: tuple[float, float] = (1.0, 30.0),
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._request = request
        self._alert = alert
        self._timeout = timeout
        self._grace = grace
        self._allowed = list(allowed_updates)
        self._conflict_pause = conflict_pause
        self._shortest, self._longest = pauses
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._finished: set[int] = set()
        self._owed: set[int] = set()  # could not be taken: they hold the offset back until they can
        self._fatal: TokenRejected | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop`, then close the intake (up to `grace` seconds), acknowledge what it finished, and return.

        Raises TokenRejected; the intake is closed then too. `request` must be initialised, and not the one that sends.
        """
        polling = asyncio.create_task(self._poll())
        stopped = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({polling, stopped}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            polling.cancel()
            await asyncio.wait({polling, stopped})
            await self._leave()
        if not polling.cancelled():
            polling.result()

    async def _leave(self) -> None:
        await self._intake.close(self._grace)
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=0.2)
        try:
            async with asyncio.timeout(0.5):
                if self._finished:
                    await self._fetch(0, limit=1)
        except (TelegramError, TimeoutError):
            log.info("last_acknowledgement_failed")  # Telegram delivers them again, and the ledger knows them

    async def _poll(self) -> None:
        wait, conflict = self._shortest, False
        quiet = 0
        while True:
            try:
                updates = await self._fetch(0 if self._offset() is not None else self._timeout)
                fresh = self._start(updates)
                wait, conflict = self._shortest, False
            except TelegramError as error:
                conflict = await self._failed(error, wait, conflict)
                wait = min(wait * 2, self._longest)
                continue
            quiet = 0 if fresh else min(quiet + 1, len(_LOOKS) - 1)
            await self._look(_LOOKS[quiet], stuck=bool(updates) and not fresh)
            if self._fatal is not None:
                await raise_alert(self._alert, TOKEN_REJECTED)
                raise self._fatal

    async def _look(self, seconds: float, stuck: bool) -> None:
        """Give the updates under way a moment to finish, so that the next call acknowledges as many as possible."""
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=seconds)
        elif stuck and not self._finished:  # what comes has no usable id: it can't be acknowledged, but must not be spun on
            await asyncio.sleep(_AGAIN)

    async def _fetch(self, patience: int, limit: int = _LIMIT) -> list[Any]:
        """Call getUpdates; what lies below the offset is thereby acknowledged."""
        parameters: dict[str, Any] = {"timeout": patience, "limit": limit, "allowed_updates": self._allowed}
        offset = self._offset()
        if offset is not None:
            parameters["offset"] = offset
        updates = await self._request.long_poll(f"{self._bot.base_url}/getUpdates", parameters, patience)
        if not isinstance(updates, list):
            raise Unclear("getUpdates returned no list")
        brought = [raw["update_id"] for raw in updates if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]
        # An owed update that Telegram no longer brings (24 h are over) must not hold the offset for ever.
        self._owed = {update_id for update_id in self._owed if brought and update_id >= min(brought)}
        if offset is not None:
            self._finished = {update_id for update_id in self._finished if update_id >= offset}
        return updates

    def _offset(self) -> int | None:
        """Return the id up to which all is finished, or None when nothing is left to acknowledge.

        None is what lets ids jump down after a quiet week: no call with an old, higher offset is ever waiting.
        """
        if self._under_way or self._owed:
            return min(*self._under_way, *self._owed, _ABOVE_ALL)
        return max(self._finished) + 1 if self._finished else None

    def _start(self, updates: list[Any]) -> bool:
        """Hand over what is new; tell whether there was anything."""
        fresh = False
        for raw in updates:
            update_id = raw.get("update_id") if isinstance(raw, dict) else None
            if isinstance(update_id, int) and update_id not in self._under_way and update_id not in self._finished:
                self._owed.discard(update_id)
                self._under_way[update_id] = asyncio.create_task(self._submit(update_id, raw))
                fresh = True
        return fresh

    async def _submit(self, update_id: int, raw: dict[str, Any]) -> None:
        try:
            await self._intake.submit(raw)
            self._finished.add(update_id)
        except TokenRejected as error:
            self._fatal = error
        except IntakeClosed:
            log.info("update_left")
        except Exception as error:  # noqa: BLE001  # the loop lives; the update is owed
            log.error("update_not_taken", error=where(error))
            await asyncio.sleep(_AGAIN)
        finally:
            del self._under_way[update_id]
            if update_id not in self._finished:
                self._owed.add(update_id)

    async def _failed(self, error: TelegramError, wait: float, conflict: bool) -> bool:
        """Wait as `error` asks for; raises TokenRejected. Returns whether a conflict is going on."""
        log.warning("polling_failed", error=type(error).__name__)
        if isinstance(error, TokenRejected):
            await raise_alert(self._alert, TOKEN_REJECTED)
            raise error
        if isinstance(error, Conflict):
            if not conflict:
                await raise_alert(self._alert, CONFLICT)
            await asyncio.sleep(self._conflict_pause)
            return True
        if isinstance(error, CertificateRefused):
            await raise_alert(self._alert, CERTIFICATE)
        await asyncio.sleep(error.seconds if isinstance(error, Throttled) else wait)
        return conflict
