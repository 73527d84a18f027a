"""Whoever decides sees the ranking without names, the reviews of one, and decides by a tap. Nothing is told before the release."""

from dataclasses import replace

from bot.context import Context
from bot.courses.decisions import Move, Ranked
from bot.courses.letters import Outcome
from bot.courses.scores import Criterion
from bot.i18n import NAMES
from bot.replies import Button, Heading, Lines, Part, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import selectcards
from handlers.cards import rows
from handlers.selectcards import LIST, STAFF

OUTCOMES = {"a": Outcome.ACCEPTED, "w": Outcome.WAITING, "d": Outcome.DECLINED}
_PAGE = 6  # of the ranking: three lines each fill a phone's screen


async def ranking(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show a page of the ranking, the best mean first."""
    course, page = (*arguments, "", "")[:2]
    found = await context.services.decisions.ranking(course, member.id)
    first = min(int(page) if page.isdecimal() and len(page) < 5 else 0, max(0, len(found) - 1) // _PAGE) * _PAGE
    shown = list(enumerate(found[first : first + _PAGE], first + 1))
    lines = tuple(_lines(place, one) for place, one in shown)
    buttons = rows(Button(_label(place, one), f"J:d:{one.interest_id}") for place, one in shown)
    turn = (*((Button(Say("button-previous"), f"J:k:{course}:{first // _PAGE - 1}"),) if first else ()),
            *((Button(Say("button-next"), f"J:k:{course}:{first // _PAGE + 1}"),) if first + _PAGE < len(found) else ()))
    head = Say("ranking", {"count": str(len(found))}) if found else Say("ranking-empty")
    await context.put(Reply(context.language, (head, *lines), (*buttons, turn, (Button(Say("button-selecting-course"), f"J:c:{course}"), LIST))))


async def one(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show the reviews of one expression of interest, and the three decisions."""
    await _show(context, member, (*arguments, "")[0])


async def decide(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Keep a decision until the release."""
    letter, row = (*arguments, "", "")[:2]
    if letter not in OUTCOMES:
        return
    decided = await context.services.decisions.decide(row, OUTCOMES[letter], member.id)
    if decided.move is not Move.DONE:
        await context.show(selectcards.said(f"decide-{decided.move}", context.language))
        return
    seats = "–" if decided.seats is None else str(decided.seats)
    over = decided.seats is not None and decided.accepted > decided.seats
    await _show(context, member, row, Say("decide-over" if over else "decide-done", {"count": str(decided.accepted), "seats": seats}))


async def _show(context: Context, member: Member, row: str, above: Say | None = None) -> None:
    await context.services.audit.add(member.id, "reviews-read", row)
    found = await context.services.decisions.ranked(row, member.id)
    if found is None:
        await context.put(selectcards.said("review-gone", context.language))
        return
    course, ranked = found
    parts: list[Part] = [above] if above else []
    parts += [_lines(0, ranked), *selectcards.opinions(ranked.filed, context.language)]
    back = (Button(Say("button-ranking"), f"J:k:{course}"), Button(Say("button-selecting-course"), f"J:c:{course}"))
    choices = () if ranked.conflict else (tuple(Button(Say(f"button-decide-{outcome}"), f"J:D:{letter}:{row}") for letter, outcome in OUTCOMES.items()),)
    read = ((Button(Say("button-review-again"), f"J:v:{row}"),),) if member.may(Right.READ_INTERESTS) else ()
    await context.put(replace(Reply(context.language, tuple(parts)), rows=(*choices, *read, back, (LIST, STAFF))))


def _lines(place: int, ranked: Ranked) -> Part:
    """One expression of interest: region, language, means, what is to be looked at, the decision that waits."""
    title = " · ".join(filter(None, (f"{place}." if place else "", ranked.region, NAMES[ranked.language])))
    if ranked.means is None:
        return Lines((Heading(title), Say("ranked-conflict")))
    values = {one.value: f"{ranked.means[one]:.1f}" for one in Criterion}
    marks = (*((Say("ranked-split"),) if ranked.split else ()), *((Say("ranked-changed"),) if ranked.changed else ()))
    decided = (Say(f"ranked-{ranked.outcome}"),) if ranked.outcome else ()
    return Lines((Heading(title), Say("ranked-means", values), *marks, *decided))


def _label(place: int, ranked: Ranked) -> str:
    mark = {Outcome.ACCEPTED: "✅", Outcome.WAITING: "⏳", Outcome.DECLINED: "▫️"}.get(ranked.outcome, "") if ranked.outcome else ""
    return f"{place}. {mark}".strip()
