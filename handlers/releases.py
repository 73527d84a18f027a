"""Release by a second person, and what follows: stop, pause, resume, sending again to the uncertain, the report."""

import base64
from functools import partial

from bot.broadcasts.content import Broadcast, State
from bot.broadcasts.release import Outcome
from bot.context import Context
from bot.i18n import LANGUAGES, moment
from bot.naming import label
from bot.replies import Button, Choice, Heading, Part, Reply, Say
from bot.reporting import controls, report
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import announced, audience, desk, tellstaff
from handlers.cards import MENU
from handlers.staff import BACK

_READABLE = (State.WAITING, State.LATE, State.RELEASED, State.SENDING, State.PAUSED)
_MARK = 14  # characters of base64: 84 bits of the hash fit into a button beside the announcement's number


async def show(context: Context, found: Broadcast) -> None:
    """Show how far an announcement is, with what can be done about it."""
    if found.state is State.DRAFT:  # its author changed it after it was asked for or released
        await context.put(Reply(context.language, (Say("release-draft"), Heading(label(found.content, context.language))), ((BACK, MENU),)))
        return
    counts = await context.services.ledger.counts(found.id)
    text = await report(found, counts, context.services.ledger, context.services.now(), language=context.language, reader=partial(audience.reader, context))
    await context.put(Reply(context.language, text, (*controls(found, counts), (BACK, MENU))))


async def look(context: Context, _member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Show how far it is."""
    await show(context, found)


async def ask(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Ask for the release: every text must fit, then whoever may release is told."""
    over = desk.longest(found.content, context.services.renderer, context.person.chat_id)
    if over > 0:
        await context.put(desk.ask("desk-too-long", found.id, context.language, over=over))
        return
    outcome = await context.services.releases.ask(found.id, member.id)
    if outcome is not Outcome.DONE:
        await _say(context, outcome, found)
        return
    now = await context.services.broadcasts.get(found.id) or found
    if (now.asked_hash, now.asked_count) != (found.asked_hash, found.asked_count):  # a second tap tells nobody twice
        await tellstaff.approvers(context, member, found)
    alone = ((Button(Say("button-release-read"), f"V:r:{found.id}"),),) if member.may(Right.RELEASE) else ()
    await context.put(Reply(context.language, (Say("release-asked"),), (*alone, (Button(Say("button-desk"), f"V:e:{found.id}"), BACK))))


async def ask_rest(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Ask for the rest of letters that were stopped; a second person reads and releases it."""
    outcome = await context.services.releases.ask_rest(found.id, member.id)
    if outcome is not Outcome.DONE:
        await _say(context, outcome, found)
        return
    await tellstaff.approvers(context, member, found)
    await context.put(Reply(context.language, (Say("letters-rest-asked"),), ((Button(Say("button-back"), f"V:l:{found.id}"), BACK),)))


async def read(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Show everything of it to anybody on staff: each text as its readers get it, who, when, how many; then what this member may do."""
    if found.state not in _READABLE:
        await show(context, found)
        return
    for language in LANGUAGES:
        if language in found.content.texts:
            await announced.preview(context, found, language)
    reader = await audience.reader(context, found.content)
    about = (audience.summary(found.content, reader), *await audience.unsure(context, found.content, reader), desk.rest(found.content),
             desk.planned(found, context.language))
    await context.say(await (_to_decide if found.state in (State.WAITING, State.LATE) else _on_its_way)(context, member, found, about))


async def _to_decide(context: Context, member: Member, found: Broadcast, about: tuple[Part, ...]) -> Reply:
    """Say what a release would come to; only an approver gets the button for it."""
    late, end = found.state is State.LATE, Button(Say("button-announcement-end"), f"V:s:{found.id}")
    read = await _reach(context, found)
    if not member.may(Right.RELEASE):
        return Reply(context.language, (read, *about, Say("release-by-approver")), ((end, BACK),))
    button = Button(Say("button-late-send"), f"V:L:{found.id}") if late else Button(Say("button-release"), f"V:R:{found.id}:{_mark(found.asked_hash)}")
    return Reply(context.language, (read, *about, Say("announcement-late" if late else "release-delay")), ((button,), (end, BACK)))


async def _reach(context: Context, found: Broadcast) -> Part:
    """Say how many the author was shown, and how many it would reach now; roughly where a rule is about expressions of interest."""
    now = await context.services.releases.reach(found)
    if not found.content.segment.about_interests:
        return Say("release-read", {"count": found.asked_count, "now": now})
    reader = await audience.reader(context, found.content)
    return Say("release-read-rough", {"count": reader.rough(found.content, found.asked_count), "now": reader.rough(found.content, now)})


async def _on_its_way(context: Context, member: Member, found: Broadcast, about: tuple[Part, ...]) -> Reply:
    """Say how it stands; what was paused long ago is sent by an approver who has just read all of it."""
    state = Say("report-title", {"state": Choice(found.state)})
    if found.state is State.PAUSED and member.may(Right.RELEASE) and await context.services.releases.paused_long(found.id):
        rows = ((Button(Say("button-late-send"), f"V:L:{found.id}"),), (Button(Say("button-announcement-end"), f"V:s:{found.id}"), BACK))
        return Reply(context.language, (state, *about, Say("release-late")), rows)
    rows_ = controls(found, await context.services.ledger.counts(found.id), read=False)
    return Reply(context.language, (state, *about), (*rows_, (BACK, MENU)))


async def release(context: Context, member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    """Release what was shown: the button carries a part of its hash."""
    shown = found.asked_hash if (*rest, "")[0] == _mark(found.asked_hash) else ""
    await _released(context, member, found, await context.services.releases.release(found.id, member.id, shown))


async def confirm_late(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Send what is late, or was paused long ago, after all."""
    outcome = await context.services.releases.confirm_late(found.id, member.id)
    if found.state is State.PAUSED or (outcome is Outcome.GONE and found.state is State.SENDING):
        await _resumed(context, member, found, outcome)
    else:
        await _released(context, member, found, outcome)


async def stop(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Stop it for good."""
    await _moved(context, member, found, await context.services.releases.stop(found.id, member.id))


async def pause(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Hold it."""
    await _moved(context, member, found, await context.services.releases.pause(found.id, member.id))


async def resume(context: Context, member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Go on: an approver does that. More than an hour after the pause all of it is read once more first."""
    if not member.may(Right.RELEASE):
        await tellstaff.approvers(context, member, found, "resume-wanted")
        await context.put(Reply(context.language, (Say("resume-asked"),), ((Button(Say("button-back"), f"V:l:{found.id}"), BACK),)))
        return
    outcome = await context.services.releases.resume(found.id, member.id)
    if outcome is Outcome.LATE:
        await read(context, member, found, ())
        return
    await _resumed(context, member, found, outcome)


async def _resumed(context: Context, member: Member, found: Broadcast, outcome: Outcome) -> None:
    """Say that it goes on, also to whoever had paused it; a second tap finds that it does."""
    now = await context.services.broadcasts.get(found.id)
    if now is None or outcome is Outcome.NOT_ALLOWED:
        await _say(context, outcome, found)
        return
    if outcome is Outcome.DONE:
        await tellstaff.resumed(context, member, now)
    await show(context, now)


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
    await tellstaff.approvers(context, member, found, "again-wanted", "l")
    await context.put(Reply(context.language, (Say("again-asked"),), ((Button(Say("button-back"), f"V:l:{found.id}"), BACK),)))


async def _released(context: Context, member: Member, found: Broadcast, outcome: Outcome) -> None:
    """Say when it goes out, also to whoever taps a second time; or why it does not."""
    now = await context.services.broadcasts.get(found.id) or found
    done_before = outcome in (Outcome.GONE, Outcome.CHANGED) and now.state is State.RELEASED and now.released_by == member.id
    if outcome is not Outcome.DONE and not done_before:
        if outcome in (Outcome.DRIFTED, Outcome.PAST):
            await tellstaff.author(context, member, found, f"release-{outcome}-yours")
        await _say(context, outcome, found)
        return
    at = moment(now.starts_at, context.language, now.content.zone) if now.starts_at else ""
    parts = (Say("release-done", {"time": at, "zone": now.content.zone}), *((Say("report-alone"),) if now.alone else ()))
    await context.put(Reply(context.language, parts, ((Button(Say("button-announcement-end"), f"V:s:{found.id}"),), (BACK, MENU))))
    await tellstaff.released(context, member, now)


async def _moved(context: Context, member: Member, found: Broadcast, outcome: Outcome) -> None:
    """Show how it stands now: a second tap finds that it is done already."""
    now = await context.services.broadcasts.get(found.id)
    if now is None:
        await _say(context, outcome, found)
        return
    if outcome is Outcome.DONE and not now.progress_message:  # its author sees the rest in the message that shows the progress
        await tellstaff.author(context, member, now, f"moved-{now.state}-yours")
    await show(context, now)


async def _say(context: Context, outcome: Outcome, found: Broadcast) -> None:
    await context.put(Reply(context.language, (Say(f"release-{outcome}"),), ((Button(Say("button-desk"), f"V:l:{found.id}"),), (BACK, MENU))))


def _mark(hash_: str) -> str:
    return base64.urlsafe_b64encode(bytes.fromhex(hash_)).decode()[:_MARK] if hash_ else ""
