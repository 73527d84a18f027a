"""How expressions of interest look to staff: the list of courses, one course, one expression of interest, the sheet with scores."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.broadcasts.regions import AFRICA
from bot.context import Context
from bot.courses.figures import Listed
from bot.courses.redaction import SHOWN
from bot.courses.reviews import Filed
from bot.courses.scores import HIGHEST, LOWEST, Abstention, Criterion, Review
from bot.courses.selection import Counts, Hidden, Reading
from bot.courses.steps import CHOICES
from bot.i18n import LANGUAGES, day, listed
from bot.knowledge.countries import REGIONS as FORM_REGIONS
from bot.replies import Button, Choice, Heading, Lines, Part, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers.cards import MENU

LIST = Button(Say("button-selecting"), "J")
STAFF = Button(Say("button-selecting-staff"), "S")
LETTERS = {"w": Criterion.WORK, "p": Criterion.PLANS, "u": Criterion.USE}
_CODES = {criterion: letter for letter, criterion in LETTERS.items()}
_COUNTED = {"state": ("received", "reading", "accepted", "waiting", "declined"), "region": ("africa", "mena", "asia-pacific", "other", ""), "language": ()}
REACHES = CHOICES["reach"]
_WORDED = {"organisation": ("ngo", "network", "nhri", "independent", "media", "lawyer", "other"), "experience": ("none", "some", "often")}


def courses(found: Sequence[Listed], language: str) -> Reply:
    """List the courses."""
    rows = tuple((Button(one.title[:40], f"J:c:{one.id}"),) for one in found)
    return Reply(language, (Say("selecting-courses" if found else "selecting-no-courses"),), (*rows, (STAFF, MENU)))


def course(found: Listed, counts: Counts, member: Member, context: Context) -> Reply:
    """Show a course: counts, and what the role may do."""
    language = context.language
    counted: list[Part] = [_counted(name, one, context) for name, one in (("state", counts.state), ("region", counts.region), ("language", counts.language))]
    parts = (Heading(found.title), *counted, Say("selecting-hidden"))
    offered = (
        (Right.READ_INTERESTS, "button-review-next", "n"), (Right.DECIDE, "button-ranking", "k"), (Right.DECIDE, "button-letters", "l"),
        (Right.WRITE, "button-letters", "l"), (Right.DECIDE, "button-letters-ask", "a"), (Right.RELEASE, "button-letters-release", "r"),
        (Right.EXPORT, "button-accepted", "m"), (Right.EXPORT, "button-export", "x"))
    wanted = dict.fromkeys((label, action) for right, label, action in offered if member.may(right))
    return Reply(language, parts, (*((Button(Say(label), f"J:{action}:{found.id}"),) for label, action in wanted), (LIST, STAFF)))


def reading(seen: Reading, country: str, context: Context, *, changed: bool, place: int) -> Reply:
    """Show one expression of interest, without names."""
    language = context.language
    parts: list[Part] = [Say("review-changed")] if changed else []
    parts.append(Lines((Say("review-head"), Say("review-sent", {"date": day(seen.sent_on, language), "language": Choice(seen.language)}))))
    for name in SHOWN:
        if name in seen.answers:
            parts.append(Lines((Say(f"review-answer-{name}"), answer(name, country if name == "country" else seen.answers[name], context))))
    parts.append(Say("review-nameless"))
    rows = ((Button(Say("button-review-score"), f"J:q:{seen.interest_id}"),), (Button(Say("button-review-abstain"), f"J:b:{seen.interest_id}"),),
            (Button(Say("button-review-other"), f"J:n:{seen.course_id}:{place + 1}"), _back(seen.course_id)))
    return Reply(language, tuple(parts), rows)


def sheet(review: Mapping[str, Any], language: str) -> Reply:
    """Show what is scored so far, and what is missing."""
    row = review["interest"]
    lines = tuple(Lines((_criterion(one, review), Say("review-reason", {"text": review[one.value][1]}))) if is_scored(review, one)
                  else _criterion(one, review) for one in Criterion)
    buttons = tuple((Button(Say(f"button-review-{one.value}"), f"J:p:{_CODES[one]}:{row}"),) for one in Criterion)
    file = ((Button(Say("button-review-file"), f"J:f:{row}"),),) if is_complete(review) else ()
    again = (Button(Say("button-review-again"), f"J:v:{row}"), Button(Say("button-review-abstain"), f"J:b:{row}"))
    return Reply(language, (Say("review-sheet"), *lines, Say("review-kept")), (*file, *buttons, again, (_back(review["course"]),)))


def points(criterion: Criterion, row: str, language: str) -> Reply:
    """Ask for the points of a criterion."""
    letter = _CODES[criterion]
    numbers = tuple(Button(str(one), f"J:s:{letter}:{one}:{row}") for one in range(LOWEST, HIGHEST + 1))
    return Reply(language, (Say(f"review-criterion-{criterion.value}"), Say("review-points")), (numbers, (Button(Say("button-back"), f"J:q:{row}"),)))


def reason(key: str, row: str, language: str, **values: object) -> Reply:
    """Ask for a reason, to be typed."""
    return Reply(language, (Say(key, values),), ((Button(Say("button-back"), f"J:q:{row}"),),))


def said(key: str, language: str, course_id: str = "", **values: object) -> Reply:
    """Say how it went; the next step, where the course is known."""
    back = (Button(Say("button-review-next"), f"J:n:{course_id}"), _back(course_id)) if course_id else (LIST, STAFF)
    return Reply(language, (Say(key, values),), (back,))


def opinions(filed: Sequence[Filed], language: str) -> tuple[Part, ...]:
    """Return reviews as text, reviewers as numbers in the order of filing."""
    parts: list[Part] = []
    for place, one in enumerate(filed, 1):
        match one.opinion:
            case Review() as review:
                scores = tuple(line for each in Criterion for line in (
                    Say(f"review-line-{each.value}", {"points": str(review.score(each).points)}),
                    Say("review-reason", {"text": review.score(each).reason})))
                parts.append(Lines((Say("review-of", {"number": str(place)}), *scores)))
            case Abstention(_, why):
                parts.append(Lines((Say("review-of", {"number": str(place)}), Say("review-says-abstained", {"text": why}))))
            case _:
                parts.append(Lines((Say("review-of", {"number": str(place)}), Say("review-unreadable"))))
    return tuple(parts)


def is_scored(review: Mapping[str, Any], criterion: Criterion) -> bool:
    """Tell whether points and a reason are there."""
    return len(review.get(criterion.value, ())) == 2


def is_complete(review: Mapping[str, Any]) -> bool:
    """Tell whether all three criteria are scored."""
    return all(is_scored(review, one) for one in Criterion)


def _criterion(criterion: Criterion, review: Mapping[str, Any]) -> Say:
    return Say(f"review-line-{criterion.value}", {"points": str(review[criterion.value][0]) if is_scored(review, criterion) else "–"})


def _back(course_id: str) -> Button:
    return Button(Say("button-selecting-course"), f"J:c:{course_id}")


def _counted(name: str, counts: Mapping[str, int | Hidden], context: Context) -> Lines:
    lines = [_count(name, one, _shown(many, context), context) for one, many in counts.items()]
    return Lines((Say(f"selecting-by-{name}"), *(lines or [Say("selecting-none")])))


def _shown(many: int | Hidden, context: Context) -> str:
    if isinstance(many, int):
        return str(many)
    return "<5" if many is Hidden.SMALL else context.words("stats-hidden-part")


def _count(name: str, one: str, many: str, context: Context) -> Say:
    if one in _COUNTED[name]:
        return Say(f"selecting-{name}-{one or 'none'}", {"count": many})
    return Say("selecting-count", {"name": context.words(f"stats-language-{one}") if one in LANGUAGES else one, "count": many})


def answer(name: str, text: str, context: Context) -> Say:
    """Return an answer in the reader's words: what was chosen has some, what was written stays."""
    if name == "region":
        return Say("review-reason", {"text": region(text, context)})
    if name == "languages":
        known = (context.words(f"button-interest-languages-{one}", text="").strip() if one in CHOICES["languages"] else one for one in text.split(", "))
        return Say("review-reason", {"text": listed(known, context.language)})
    return Say(f"review-{name}-{text}") if text in _WORDED.get(name, ()) else Say("review-reason", {"text": text})


def region(name: str, context: Context) -> str:
    """Return a region of the form, or a continent of the row, in the reader's words."""
    if name in FORM_REGIONS:
        return context.words(f"button-region-{name}")
    return context.words("who-region-africa") if name == AFRICA else name


async def country(context: Context, code: str) -> str:
    """Return the name of a country in the reader's language, its code where the knowledge base does not know it."""
    library = await context.library()
    found = library.pathfinder.countries.get(code) if library is not None else None
    return found.names[context.language] if found else code


async def title(context: Context, course_id: str, language: str) -> str:
    """Return a course's title as somebody reads it, its short name when it is gone."""
    found = await context.services.courses.get(course_id)
    return found.text(language).title if found else course_id
