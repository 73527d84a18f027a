"""Release by a second person, and what follows: stop, pause, resume, sending again to the uncertain, the report."""

import base64
from collections.abc import Sequence
from functools import partial

from bot.broadcasts.content import Broadcast, State
from bot.broadcasts.release import Outcome
from bot.context import Context
from bot.i18n import LANGUAGES, moment
from bot.replies import Button, Part, Reply, Say
from bot.reporting import controls, report
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import announced, audience, desk
from handlers.cards import MENU
from handlers.staff import BACK

_MARK = 14  # characters of base64: 84 bits of the hash fit into a button beside the announcement's number


async def waiting(context: Context, member: Member) -> None:
    """List what waits for a release."""
    found = [one for one in await context.services.broadcasts.under_way() if one.state in (State.WAITING, State.LATE)]
    await listed(context, found, "announcement-waiting", "r")


async def under_way(context: Context, member: Member) -> None:
    """List what is released or being sent."""
    states = (State.RELEASED, State.LATE, State.SENDING, State.PAUSED)
    await listed(context, [one for one in await context.services.broadcasts.under_way() if one.state in states], "announcement-now", "l")


async def listed(context: Context, found: Sequence[Broadcast], key: str, step: str = "e") -> None:
    """Show announcements, a button each."""
    buttons = tuple((Button(_label(one, context), f"V:{step}:{one.id}"),) for one in found)
    await context.put(Reply(context.language, (Say(key if found else "announcement-none"),), (*buttons, (BACK, MENU))))


async def show(context: Context, found: Broadcast) -> None:
    """Show how far an announcement is, with what can be done about it."""
    counts = await context.services.ledger.counts(found.id)
    text = await report(found, counts, context.services.ledger, context.services.now(), reader=partial(audience.reader, context))
    await context.put(Reply(context.language, text, (*controls(found, counts), (BACK, MENU))))


async def look(context: Context, _member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Show how far it is."""
    await show(context, found)


async def ask(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Ask for the release: every text must fit, then whoever may release is told."""
    over = {one: desk.too_long(found.content, one, context.services.renderer, context.person.chat_id) for one in found.content.texts}
    if long := next((one for one, units in over.items() if units > 0), ""):
        await context.put(desk.ask("desk-too-long", found.id, context.language, over=over[long]))
        return
    outcome = await context.services.releases.ask(found.id, member.id)
    if outcome is not Outcome.DONE:
        await _say(context, outcome, found)
        return
    await _tell_approvers(context, member, found)
    alone = ((Button(Say("button-release-read"), f"V:r:{found.id}"),),) if member.may(Right.RELEASE) else ()
    await context.put(Reply(context.language, (Say("release-asked"),), (*alone, (Button(Say("button-desk"), f"V:e:{found.id}"), BACK))))


async def ask_rest(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Ask for the rest of letters that were stopped; a second person reads and releases it."""
    outcome = await context.services.releases.ask_rest(found.id, member.id)
    if outcome is not Outcome.DONE:
        await _say(context, outcome, found)
        return
    await _tell_approvers(context, member, found)
    await context.put(Reply(context.language, (Say("letters-rest-asked"),), ((Button(Say("button-back"), f"V:l:{found.id}"), BACK),)))


async def read(context: Context, _member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Show everything that is to be released: each text as its readers get it, who, when, how many; then the button."""
    if found.state is State.LATE:
        await _ask_late(context, found)
        return
    if found.state is not State.WAITING:
        await show(context, found)
        return
    for language in LANGUAGES:
        if language in found.content.texts:
            await announced.preview(context, found, language)
    parts: tuple[Part, ...] = (
        Say("release-read", {"count": found.asked_count, "now": await context.services.releases.reach(found)}),
        audience.summary(found.content, await audience.reader(context, found.content)), desk.when(found.content, context.language), Say("release-delay"))
    button = Button(Say("button-release"), f"V:R:{found.id}:{_mark(found.asked_hash)}")
    await context.say(Reply(context.language, parts, ((button,), (Button(Say("button-announcement-end"), f"V:s:{found.id}"), BACK))))


async def release(context: Context, member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    """Release what was shown: the button carries a part of its hash."""
    shown = found.asked_hash if (*rest, "")[0] == _mark(found.asked_hash) else ""
    outcome = await context.services.releases.release(found.id, member.id, shown)
    if outcome is not Outcome.DONE:
        await _say(context, outcome, found)
        return
    now = await context.services.broadcasts.get(found.id) or found
    at = moment(now.starts_at, context.language, now.content.zone) if now.starts_at else ""
    parts = (Say("release-done", {"time": at, "zone": now.content.zone}), *((Say("report-alone"),) if now.alone else ()))
    await context.put(Reply(context.language, parts, ((Button(Say("button-announcement-end"), f"V:s:{found.id}"),), (BACK, MENU))))


async def confirm_late(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Send what is late after all."""
    await _say(context, await context.services.releases.confirm_late(found.id, member.id), found)


async def stop(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Stop it for good."""
    await _moved(context, found, await context.services.releases.stop(found.id, member.id))


async def pause(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Hold it."""
    await _moved(context, found, await context.services.releases.pause(found.id, member.id))


async def resume(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Go on."""
    await _moved(context, found, await context.services.releases.resume(found.id, member.id))


async def send_again(context: Context, member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    """Send again to the uncertain: some of them may get it twice, so an approver decides, and is asked once more."""
    if not member.may(Right.RELEASE):
        await _ask_to_send_again(context, member, found)
        return
    if rest != ("yes",):
        yes = Button(Say("button-again-yes"), f"V:g:{found.id}:yes")
        await context.put(Reply(context.language, (Say("again-ask"),), ((yes,), (Button(Say("button-back"), f"V:l:{found.id}"), BACK))))
        return
    number = await context.services.ledger.send_again(found.id)
    if number:
        await context.services.audit.add(member.id, "sent-again", found.id)
    said = Say("again-done", {"count": number}) if number else Say("again-nobody")
    await context.put(Reply(context.language, (said,), ((BACK, MENU),)))


async def _ask_to_send_again(context: Context, member: Member, found: Broadcast) -> None:
    """Tell those who may decide it that somebody without the role wants it sent again."""
    await _tell_approvers(context, member, found, "again-wanted", "l")
    await context.put(Reply(context.language, (Say("again-asked"),), ((Button(Say("button-back"), f"V:l:{found.id}"), BACK),)))


async def _moved(context: Context, found: Broadcast, outcome: Outcome) -> None:
    now = await context.services.broadcasts.get(found.id)
    if outcome is not Outcome.DONE or now is None:
        await _say(context, outcome, found)
        return
    await show(context, now)


async def _ask_late(context: Context, found: Broadcast) -> None:
    buttons = ((Button(Say("button-late-send"), f"V:L:{found.id}"),), (Button(Say("button-announcement-end"), f"V:s:{found.id}"),), (BACK, MENU))
    await context.put(Reply(context.language, (Say("announcement-late"),), buttons))


async def _say(context: Context, outcome: Outcome, found: Broadcast) -> None:
    await context.put(Reply(context.language, (Say(f"release-{outcome}"),), ((Button(Say("button-desk"), f"V:l:{found.id}"),), (BACK, MENU))))


async def _tell_approvers(context: Context, author: Member, found: Broadcast, key: str = "release-wanted", step: str = "r") -> None:
    """Tell everybody else who may release; that one of them can't be reached stops nothing."""
    for one in await context.services.staff.contacts(Right.RELEASE):
        if one.id != author.id:
            reply = Reply(one.language, (Say(key),), ((Button(Say("button-release-read"), f"V:{step}:{found.id}"),),))
            await context.services.deliver(one.chat_id, reply)


def _label(one: Broadcast, context: Context) -> str:
    text = " ".join(next(iter(one.content.texts.values()), "…").split())[:30]
    return f"{context.words(f'state-{one.state}')}: {text}"


def _mark(hash_: str) -> str:
    return base64.urlsafe_b64encode(bytes.fromhex(hash_)).decode()[:_MARK] if hash_ else ""
