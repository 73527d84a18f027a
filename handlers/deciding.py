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
_MOST = 6  # of the ranking: three lines each fill a phone's screen


async def ranking(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show a page of the ranking, the best mean first."""
    await _page(context, member, arguments, waiting=False)


async def waiting_list(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show a page of who is on the waiting list, and was told so: a second decision can accept them."""
    await _page(context, member, arguments, waiting=True)


async def _page(context: Context, member: Member, arguments: tuple[str, ...], *, waiting: bool) -> None:
    course, page = (*arguments, "", "")[:2]
    here, there = ("w", "k") if waiting else ("k", "w")
    found = await context.services.decisions.ranking(course, member.id, waiting=waiting)
    first = min(int(page) if page.isdecimal() and len(page) < 5 else 0, max(0, len(found) - 1) // _MOST) * _MOST
    shown = list(enumerate(found[first : first + _MOST], first + 1))
    lines = tuple(_lines(place, one, context) for place, one in shown)
    buttons = rows(Button(_label(place, one), f"J:d:{one.interest_id}") for place, one in shown)
    turn = (*((Button(Say("button-previous"), f"J:{here}:{course}:{first // _MOST - 1}"),) if first else ()),
            *((Button(Say("button-next"), f"J:{here}:{course}:{first // _MOST + 1}"),) if first + _MOST < len(found) else ()))
    name, empty = ("waiting-list", "waiting-list-empty") if waiting else ("ranking", "ranking-empty")
    head = Say(name, {"count": str(len(found))}) if found else Say(empty)
    other = (Button(Say("button-ranking" if waiting else "button-waiting-list"), f"J:{there}:{course}"),)
    await context.put(Reply(context.language, (head, *lines), (*buttons, turn, other, (Button(Say("button-selecting-course"), f"J:c:{course}"), LIST))))


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
    parts += [_lines(0, ranked, context), *selectcards.opinions(ranked.filed, context.language)]
    back = (Button(Say("button-ranking"), f"J:k:{course}"), Button(Say("button-selecting-course"), f"J:c:{course}"))
    choices = () if ranked.conflict else (tuple(Button(Say(f"button-decide-{outcome}"), f"J:D:{letter}:{row}") for letter, outcome in OUTCOMES.items()),)
    read = ((Button(Say("button-review-again"), f"J:v:{row}"),),) if member.may(Right.READ_INTERESTS) else ()
    await context.put(replace(Reply(context.language, tuple(parts)), rows=(*choices, *read, back, (LIST, STAFF))))


def _lines(place: int, ranked: Ranked, context: Context) -> Part:
    """One expression of interest: region, language, means, what is to be looked at, the decision that waits."""
    title = " · ".join(filter(None, (f"{place}." if place else "", selectcards.region(ranked.region, context), NAMES[ranked.language])))
    if ranked.means is None:
        return Lines((Heading(title), Say("ranked-conflict")))
    values = {one.value: f"{ranked.means[one]:.1f}" for one in Criterion}
    marks = (*((Say("ranked-split"),) if ranked.split else ()), *((Say("ranked-changed"),) if ranked.changed else ()))
    decided = (Say(f"ranked-{ranked.outcome}"),) if ranked.outcome else ()
    return Lines((Heading(title), Say("ranked-means", values), *marks, *decided))


def _label(place: int, ranked: Ranked) -> str:
    mark = {Outcome.ACCEPTED: "✅", Outcome.WAITING: "⏳", Outcome.DECLINED: "▫️"}.get(ranked.outcome, "") if ranked.outcome else ""
    return f"{place}. {mark}".strip()
