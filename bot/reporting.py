"""What staff see of an announcement under way: one message that changes, and a report at the end. Numbers only, never who."""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial

from telegram.error import BadRequest, TelegramError

from bot.broadcasts.content import Broadcast, Content, Kind, State
from bot.broadcasts.ledger import Delivery, DeliveryLedger, total
from bot.db.engine import DatabaseUnavailable
from bot.i18n import moment
from bot.logs import get_logger
from bot.naming import Reader, label, reader_of
from bot.replies import Button, Choice, Heading, Lines, Part, Reply, Say
from bot.services import Services
from bot.staff.roles import Right, may
from bot.staff.service import Contact

log = get_logger()
_BAR = 12  # characters
_ASKS = {"late": "announcement-late", "failing": "announcement-failing", "changed": "announcement-changed", "parked": "announcement-parked",
         "plain": "announcement-plain"}


class Reporter:
    """Tells the author how far it is, and staff when a person must decide."""

    def __init__(self, services: Services) -> None:
        self._messenger, self._renderer, self._traces, self._post = services.messenger, services.renderer, services.traces, services.deliver
        self._staff, self._broadcasts, self._ledger = services.staff, services.broadcasts, services.ledger
        self._words, self._courses, self._now = services.words, services.courses, services.now
        self._seen: dict[str, tuple[datetime, int]] = {}  # where each began in this process: its rate is measured from there

    async def progress(self, broadcast: Broadcast) -> None:
        """Show how far it is, in the one message."""
        await self._show(broadcast)

    async def ended(self, broadcast: Broadcast) -> None:
        """Report the end, the pause or the stop in the same message."""
        self._seen.pop(broadcast.id, None)
        await self._show(broadcast, over=True)

    async def asks(self, broadcast: Broadcast, why: str) -> None:
        """Tell everybody on staff that a person must decide."""
        try:
            for one in await self._staff.contacts():
                parts = (Say(_ASKS[why]), Heading(label(broadcast.content, one.language)))
                await self._post(one.chat_id, Reply(one.language, parts, ((Button(Say("button-release-read"), f"V:l:{broadcast.id}"),),)))
        except DatabaseUnavailable:
            log.warning("staff_not_told")

    async def _show(self, broadcast: Broadcast, *, over: bool = False) -> None:
        """Show it to its author; when it is `over` and they are not on staff any more, to whoever may release."""
        try:
            now, staff = await self._broadcasts.get(broadcast.id), await self._staff.contacts()
            author = next((one for one in staff if one.id == broadcast.author), None)
            if now is None:
                return
            if author is not None:
                await self._put(now, author, await self._report(now, author.language))
            for one in staff if over and author is None else ():
                if may(one.roles, Right.RELEASE):
                    await self._post(one.chat_id, await self._report(now, one.language))
        except DatabaseUnavailable:
            return

    async def _report(self, now: Broadcast, language: str) -> Reply:
        counts = await self._ledger.counts(now.id)
        parts = await report(now, counts, self._ledger, self._now(), self._since(now), language=language,
                             reader=lambda content: reader_of(language, self._words, self._courses, content))
        return Reply(language, parts, controls(now, counts))

    def _since(self, broadcast: Broadcast) -> Callable[[int], tuple[datetime, int]]:
        return lambda done: self._seen.setdefault(broadcast.id, (self._now(), done))

    async def _put(self, broadcast: Broadcast, author: Contact, reply: Reply) -> None:
        rendered = self._renderer.render(reply, author.chat_id)
        try:
            if broadcast.progress_message:
                with suppress(BadRequest):  # the author took it off the chat, or it is too old: a new one follows
                    await self._messenger.edit(author.chat_id, broadcast.progress_message, rendered.texts[0], rendered.keyboard)
                    return
            number = await self._messenger.send(author.chat_id, rendered.texts[0], rendered.keyboard)
            await self._traces.record(author.chat_id, number)
            await self._broadcasts.shown_in(broadcast.id, number or 0)
        except (TelegramError, DatabaseUnavailable) as error:
            log.info("progress_not_shown", error=type(error).__name__)


async def report(
    broadcast: Broadcast, counts: Mapping[Delivery, int], ledger: DeliveryLedger, now: datetime,
    since: Callable[[int], tuple[datetime, int]] | None = None, *, language: str, reader: Callable[[Content], Awaitable[Reader]],
) -> tuple[Part, ...]:
    """Return the report as it stands: which one, a bar, the numbers, rate and time left while it is sent, reasons of failures at the end."""
    everybody = total(counts)
    done = everybody - counts[Delivery.PENDING] - counts[Delivery.SENDING]
    parts: list[Part] = [Say("report-title", {"state": Choice(broadcast.state)}), Heading(label(broadcast.content, language))]
    if broadcast.state is State.RELEASED and broadcast.starts_at is not None:
        parts.append(starts(broadcast, broadcast.starts_at, language))
    read = await reader(broadcast.content)
    if everybody and broadcast.content.segment.about_interests:  # no bar and no total: a small number could be told from them
        parts.append(_few_numbers(counts, partial(read.few, broadcast.content)))
    elif everybody:
        parts += [Heading(f"{_bar(done, everybody)} {100 * done // everybody} %"), _numbers(counts, everybody)]
    if broadcast.state is State.SENDING and since is not None:
        parts += _pace(since(done), done, everybody, now)
    parts += await _troubles(broadcast, counts, ledger, read)
    if broadcast.alone:
        parts.append(Say("report-alone"))
    return tuple(parts)


async def _troubles(broadcast: Broadcast, counts: Mapping[Delivery, int], ledger: DeliveryLedger, read: Reader) -> list[Part]:
    """Say what did not arrive, or perhaps, and why."""
    few, parts = partial(read.few, broadcast.content), list[Part]()
    if counts[Delivery.FAILED]:
        reasons = await ledger.reasons(broadcast.id)
        parts += [Say("report-reason", {"rule": Choice(reason), "number": few(number)}) for reason, number in sorted(reasons.items())]
    if counts[Delivery.UNCERTAIN]:
        parts.append(Say("report-uncertain", {"count": few(counts[Delivery.UNCERTAIN])}))
        parts += await _by_segment(broadcast, ledger, read)
    if broadcast.state is State.STOPPED and counts[Delivery.PENDING] and broadcast.content.kind is not Kind.LETTERS:
        parts.append(Say("report-not-sent", {"count": few(counts[Delivery.PENDING])}))
    if _has_rest(broadcast, counts):
        parts.append(Say("report-letters-stopped", {"count": few(counts[Delivery.PENDING])}))
    return parts


def starts(broadcast: Broadcast, at: datetime, language: str) -> Say:
    """Say from when on it goes out, in its own time zone."""
    return Say("report-starts", {"time": moment(at, language, broadcast.content.zone), "zone": broadcast.content.zone})


def controls(broadcast: Broadcast, counts: Mapping[Delivery, int], *, read: bool = True) -> tuple[tuple[Button, ...], ...]:
    """Return what can be done with an announcement in its state; `read`: offer to read all of it."""
    row = broadcast.id
    stop = Button(Say("button-announcement-end"), f"V:s:{row}")
    look = ((Button(Say("button-release-read"), f"V:r:{row}"),),) if read else ()
    match broadcast.state:
        case State.SENDING:
            return ((stop, Button(Say("button-announcement-pause"), f"V:p:{row}")), *look)
        case State.PAUSED:
            return ((Button(Say("button-announcement-resume"), f"V:u:{row}"), stop), *look)
        case State.WAITING | State.RELEASED | State.LATE:
            return ((stop,), *look)
        case State.DONE if counts[Delivery.UNCERTAIN]:
            return ((Button(Say("button-again"), f"V:g:{row}"),),)
        case State.STOPPED if _has_rest(broadcast, counts):
            return ((Button(Say("button-letters-rest"), f"V:A:{row}"),),)
        case _:
            return ()


async def _by_segment(broadcast: Broadcast, ledger: DeliveryLedger, reader: Reader) -> tuple[Part, ...]:
    """List the uncertain by the name of their segment, never by anybody's own; nothing when the rows are gone and only totals stay."""
    found: Counter[str] = Counter()
    for segment, number in (await ledger.uncertain(broadcast.id)).items():
        found[reader.noted(broadcast.content.segment, segment)] += number
    return (Lines(tuple(Heading(f"{name}: {reader.few(broadcast.content, number)}") for name, number in found.most_common())),) if found else ()


def _has_rest(broadcast: Broadcast, counts: Mapping[Delivery, int]) -> bool:
    """Tell whether letters were stopped before everybody had theirs: outcomes are known all the same, so the rest can be asked for."""
    return broadcast.state is State.STOPPED and broadcast.content.kind is Kind.LETTERS and counts[Delivery.PENDING] > 0


def _numbers(counts: Mapping[Delivery, int], everybody: int) -> Say:
    return Say("report-numbers", {"total": everybody, **{str(state): counts[state] for state in (Delivery.SENT, Delivery.GONE, Delivery.FAILED)}})


def _few_numbers(counts: Mapping[Delivery, int], few: Callable[[int], str]) -> Say:
    return Say("report-numbers-few", {str(state): few(counts[state]) for state in (Delivery.SENT, Delivery.GONE, Delivery.FAILED)})


def _pace(since: tuple[datetime, int], done: int, everybody: int, now: datetime) -> list[Part]:
    begun, before = since
    seconds = (now - begun).total_seconds()
    if seconds < 1 or done <= before:
        return []
    rate = (done - before) / seconds
    return [Say("report-pace", {"rate": round(rate, 1), "minutes": max(1, round((everybody - done) / rate / 60))})]


def _bar(done: int, everybody: int) -> str:
    full = _BAR * done // everybody
    return "▓" * full + "░" * (_BAR - full)
