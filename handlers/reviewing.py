"""A reviewer reads one expression of interest at a time, scores three criteria with reasons, and files, or abstains."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.context import Context
from bot.courses.scores import HIGHEST, LONGEST_REASON, LOWEST, Abstention, Criterion, Review, Score
from bot.courses.selection import READ, Answer
from bot.logs import get_logger
from bot.replies import Button, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import forms, selectcards
from handlers.selectcards import LETTERS, LIST

READINGS_AN_HOUR = 20  # by one member; more is told to the admins (safety.md T3)
_TOLD_EVERY = 10  # further readings
_ABSTAIN = "abstain"
_MOST = str(LONGEST_REASON)

log = get_logger()


async def next_one(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show what was begun, or the next of this reviewer's queue; a second argument is a place in it."""
    course, place = (*arguments, "", "")[:2]
    queue = [one.interest_id for one in await context.services.selection.queue(course, member.id)]
    if not queue:
        await context.put(selectcards.said("review-none-left", context.language))
        return
    at = int(place) % len(queue) if place.isdecimal() and len(place) < 6 else 0
    begun = context.dialog.review.get("interest")
    if not place and begun in queue:
        at = queue.index(begun)
    await _open(context, member, queue[at], at)


async def again(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show one again; what was scored stays."""
    await _open(context, member, (*arguments, "")[0])


async def sheet(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show the scores so far: below what is read, which stays readable."""
    review = await _review(context, (*arguments, "")[0])
    if review is not None:
        await context.say(selectcards.sheet(review, context.language))


async def points(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Ask for the points of a criterion."""
    letter, row = (*arguments, "", "")[:2]
    if letter in LETTERS and await _review(context, row) is not None:
        await context.show(selectcards.points(LETTERS[letter], row, context.language))


async def score(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Keep the points, and ask for their reason."""
    letter, number, row = (*arguments, "", "", "")[:3]
    review = await _review(context, row)
    if review is None or letter not in LETTERS or number not in map(str, range(LOWEST, HIGHEST + 1)):
        return
    given = [int(number), *review.get(LETTERS[letter].value, ())[1:]]
    context.remember(replace(context.dialog, review={**review, LETTERS[letter].value: given}))
    forms.expect(context, f"{forms.REVIEW}:{letter}:{row}")
    await context.show(selectcards.reason("review-type-reason", row, context.language, points=number, most=_MOST))


async def abstain(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Ask why; the answer files the abstention."""
    row = (*arguments, "")[0]
    if await _review(context, row) is not None:
        forms.expect(context, f"{forms.REVIEW}:{_ABSTAIN}:{row}")
        await context.say(selectcards.reason("review-type-abstention", row, context.language, most=_MOST))


async def take_reason(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Take a typed reason."""
    what, row = (*arguments, "", "")[:2]
    review, text = await _review(context, row), context.text.strip()
    if review is None:
        return
    if not 0 < len(text) <= LONGEST_REASON:
        await context.say(selectcards.reason("review-reason-long", row, context.language, length=str(len(text)), most=_MOST))
        return
    forms.leave(context, *forms.SELECTION)
    if what == _ABSTAIN:
        await _filed(context, member, review, Abstention(review["version"], text))
        return
    criterion = LETTERS[what].value
    context.remember(replace(context.dialog, review={**review, criterion: [review[criterion][0], text]}))
    await context.say(selectcards.sheet(context.dialog.review, context.language))


async def file(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """File the review; it is not replaced afterwards."""
    review = await _review(context, (*arguments, "")[0])
    if review is None:
        return
    if not selectcards.is_complete(review):
        await context.show(selectcards.sheet(review, context.language))
        return
    await _filed(context, member, review, Review(review["version"], *(Score(*review[one.value]) for one in Criterion)))


async def others(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show the reviews that this reviewer may read, after filing their own: below the answer, whose buttons lead on."""
    row = (*arguments, "")[0]
    await context.services.audit.add(member.id, "reviews-read", row)
    found = await context.services.selection.reviews(row, member.id)
    if isinstance(found, Answer):
        await context.say(selectcards.said("review-gone", context.language))
        return
    await context.say(Reply(context.language, (Say("review-others"), *selectcards.opinions(found, context.language)), ((LIST, selectcards.STAFF),)))


async def _open(context: Context, member: Member, row: str, place: int = 0) -> None:
    """Read one, which the audit trail has before it is shown; keep what was scored of it, also when its person changed it."""
    seen = await context.services.selection.read(row, member.id)
    if isinstance(seen, Answer):
        _forget(context)
        await context.put(selectcards.said(f"review-{seen}", context.language))
        return
    kept = context.dialog.review if context.dialog.review.get("interest") == row else {}
    changed = kept.get("version", seen.version) != seen.version
    began = kept.get("began", context.services.now().isoformat())
    context.remember(replace(context.dialog, review={**kept, "began": began, "interest": row, "course": seen.course_id, "version": seen.version}))
    await context.put(selectcards.reading(seen, await selectcards.country(context, seen.answers.get("country", "")), context, changed=changed, place=place))
    await watch(context, member)


async def _filed(context: Context, member: Member, review: Mapping[str, Any], opinion: Review | Abstention) -> None:
    row, course = review["interest"], review["course"]
    filing = await context.services.selection.file(row, member.id, opinion)
    if filing.answer is Answer.CHANGED:
        await _open(context, member, row)
        return
    if filing.answer is Answer.WRONG:  # nothing that is left of a reason after tidying: control characters only
        await context.put(selectcards.sheet(review, context.language))
        return
    _forget(context)
    mine = filing.answer in (Answer.DONE, Answer.FILED)  # a repeated update finds it filed: the same answer again
    key = "review-abstention-filed" if mine and isinstance(opinion, Abstention) else "review-filed" if mine else f"review-{filing.answer}"
    said = selectcards.said(key, context.language, course)
    reviews = ((Button(Say("button-review-others"), f"J:o:{row}"),),) if mine and isinstance(opinion, Review) else ()
    await context.put(replace(said, rows=(*reviews, *said.rows)))


async def _review(context: Context, row: str) -> Mapping[str, Any] | None:
    """Return what is scored so far of the one that a button means; None, and say so, when it is not the one that is open (any more)."""
    review = context.dialog.review
    if row and review.get("interest") == row:
        return review
    forms.leave(context, *forms.SELECTION)
    rows = ((Button(Say("button-review-again"), f"J:v:{row}"),), (LIST, selectcards.STAFF)) if row else ((LIST, selectcards.STAFF),)
    await context.put(Reply(context.language, (Say("review-not-open"),), rows))
    return None


async def watch(context: Context, member: Member, event: str = READ) -> None:
    """Tell the admins when somebody reads unusually many; `event` is how a reading stands in the audit trail."""
    count = await context.services.audit.count(member.id, event, context.services.now() - timedelta(hours=1))
    if count <= READINGS_AN_HOUR or (count - READINGS_AN_HOUR) % _TOLD_EVERY != 1:
        return
    log.error("alert", about="interests_read_often")
    for one in await context.services.staff.contacts(Right.READ_AUDIT):
        await context.services.deliver(one.chat_id, Reply(one.language, (Say("review-alarm", {"name": member.id[:8], "count": str(count)}),)))


def _forget(context: Context) -> None:
    context.remember(replace(context.dialog, review={}, form=""))
