"""Who gets an announcement: rules that are tapped on and off, on the side of those who get it or of those who do not."""

from collections.abc import Mapping
from dataclasses import replace

from bot.broadcasts.content import By, Content, Rule, Segment
from bot.broadcasts.regions import OFFERED
from bot.context import Context
from bot.courses.catalogue import Kind
from bot.i18n import LANGUAGES
from bot.naming import Reader, reader_of
from bot.replies import Button, Choice, Heading, Lines, Part, Reply, Say
from handlers.cards import rows

_AFRICA = {"missed": "who-africa-missed", "out": "who-africa-out"}
_MONTHS = 12  # that "joined since" offers
# What a button carries: a letter for the rule, a place in its list of values; a button has 64 bytes, and the announcement's number needs 36.
LETTERS = {"l": By.LANGUAGE, "r": By.REGION, "k": By.KIND, "i": By.INTERESTED, "a": By.ACCEPTED, "w": By.WAITING, "d": By.DECLINED, "j": By.JOINED}


async def reader(context: Context, content: Content) -> Reader:
    """Return what whoever writes to the bot needs to read about the segment of `content`."""
    return await reader_of(context.language, context.services.words, context.services.courses, content)


def values(by: By, courses: tuple[str, ...], months: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a rule can look for, in the order in which buttons count."""
    fixed = {By.LANGUAGE: LANGUAGES, By.REGION: OFFERED, By.KIND: tuple(str(kind) for kind in Kind), By.JOINED: months}
    return fixed.get(by, courses)


def toggled(content: Content, by: By, value: str, *, out: bool) -> Content:
    """Return `content` with one value of one rule added or taken away, on the side of those who get it, or (`out`) of those who do not."""
    segment = content.segment
    rules = {rule.by: rule.values for rule in (segment.exclude if out else segment.include)}
    had = rules.get(by, ())
    kept = tuple(one for one in had if one != value) if value in had else (value,) if by is By.JOINED else (*had, value)
    rules[by] = kept
    side = tuple(Rule(one, wanted) for one, wanted in rules.items() if wanted)
    return replace(content, segment=replace(segment, **{"exclude" if out else "include": side}))


def summary(content: Content, reader: Reader) -> Part:
    """Say who is meant, a rule a line."""
    if content.segment == Segment():
        return Say("who-everybody")
    lines: list[Say | Heading] = []
    for side, rules in (("in", content.segment.include), ("out", content.segment.exclude)):
        lines += [Say(f"who-{side}", {"rule": Choice(rule.by), "values": reader.listed(reader.names(rule.by, rule.values))}) for rule in rules]
    return Lines(tuple(lines))


def by_value(counts: Mapping[Rule, Mapping[str, int]], content: Content, reader: Reader) -> tuple[Say, ...]:
    """Say how many fit each value of the rules of those who get it, a rule a line."""
    lines = {rule: reader.listed(f"{reader.name(rule.by, value)} ({reader.rough(content, number)})" for value, number in found.items())
             for rule, found in counts.items()}
    return tuple(Say("who-in", {"rule": Choice(rule.by), "values": line}) for rule, line in lines.items())


async def unsure(context: Context, content: Content, reader: Reader) -> tuple[Say, ...]:
    """Say how many said only "Africa" where a rule is about a part of it, and what becomes of them."""
    found = await context.services.segments.only_africa(content)
    return tuple(Say(_AFRICA[name], {"count": reader.rough(content, number)}) for name, number in found.items())


def choose(content: Content, row: str, reader: Reader, *, out: bool = False, below: tuple[Say, ...] = ()) -> Reply:
    """Offer the rules; `out`: to leave people out."""
    side = "o" if out else "n"
    rules = rows(Button(Say(f"button-who-{by}"), f"V:w:{row}:{side}:{letter}") for letter, by in LETTERS.items())
    other = Button(Say("button-who-in" if out else "button-who-out"), f"V:w:{row}:{'n' if out else 'o'}")
    return Reply(reader.language, (Say("who-choose-out" if out else "who-choose"), summary(content, reader), *below), (*rules, (other,), _back(row)))


def choose_value(content: Content, row: str, reader: Reader, letter: str, offered: tuple[str, ...], *, out: bool, below: tuple[Say, ...] = ()) -> Reply:
    """Offer the values of one rule, the chosen ones marked."""
    by, side = LETTERS[letter], "o" if out else "n"
    rules = {rule.by: rule.values for rule in (content.segment.exclude if out else content.segment.include)}
    labels = reader.names(by, offered)
    buttons = [Button(f"{'✅ ' if value in rules.get(by, ()) else ''}{label}", f"V:w:{row}:{side}:{letter}{place}")
               for place, (value, label) in enumerate(zip(offered, labels, strict=True))]
    return Reply(reader.language, (Say(f"who-{by}" if offered else "who-nothing"), summary(content, reader), *below),
                 (*rows(buttons), (Button(Say("button-back"), f"V:w:{row}:{side}"),), _back(row)))


def months_before(first: str) -> tuple[str, ...]:
    """Return the months that "joined since" offers: the present one (YYYY-MM) and those before it."""
    year, number = int(first[:4]), int(first[5:])
    index = year * 12 + number - 1
    return tuple(f"{(index - back) // 12:04d}-{(index - back) % 12 + 1:02d}" for back in range(_MONTHS))


def _back(row: str) -> tuple[Button, ...]:
    return (Button(Say("button-desk"), f"V:e:{row}"),)
