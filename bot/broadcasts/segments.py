"""From a segment to the people in it, as one condition for the database: nobody is loaded to be counted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, false, func, literal, not_, or_, select, text, true

from bot.broadcasts.content import By, Content, Kind, Rule, Segment
from bot.broadcasts.models import FOLLOWS
from bot.broadcasts.reading import parse
from bot.broadcasts.regions import AFRICA, perhaps_africa, unsure, wished
from bot.courses.models import INTERESTS, SUBSCRIPTIONS
from bot.db.engine import Database
from bot.people.models import PEOPLE

_TO_ALL = (Kind.INCIDENT,)  # a stolen token concerns everybody who ever wrote
# For one count: PostgreSQL's usual 4 MB would put the look-up of many people on its disk.
_COUNTING = ("SET LOCAL work_mem = '128MB'", "SET LOCAL jit = off")
_SHOWN = (By.ACCEPTED, By.WAITING, By.DECLINED)
_OF_A_SUBSCRIPTION = (By.REGION, By.KIND)
EVERYBODY, ANY = "everybody", "any"  # in place of a value: the announcement has no rule; the person named no region or kind
_NOTED = 40  # characters of a value in a recipient's row: all but the longest names of entries
_ASKED_TO_HEAR = PEOPLE.c.asked_to_hear.is_(True)  # nobody else is written to about courses
_REACHED = and_(PEOPLE.c.gone_on.is_(None), PEOPLE.c.consent_version > 0)
_WANTED = {Kind.ANNOUNCEMENT: and_(PEOPLE.c.quiet.is_(False), _ASKED_TO_HEAR), Kind.CORRECTION: PEOPLE.c.corrections.is_(True)}


class Segments:
    """Counts people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def counts(self, content: Content) -> dict[str, int]:
        """Return how many people `content` would reach, per language of the person; languages without a text are counted under "skipped"."""
        rows = await self._counted(select(PEOPLE.c.language, func.count()).where(recipients(content)).group_by(PEOPLE.c.language))
        found: dict[str, int] = {}
        for language, number in rows:
            name = language if content.language_for(language) else "skipped"
            found[name] = found.get(name, 0) + number
        return found

    async def by_value(self, content: Content) -> Mapping[Rule, Mapping[str, int]]:
        """Return how many of the people `content` would reach fit each value of each rule of those who get it; one person can fit several.

        Those who named no region or kind are counted under ANY.
        """
        parts = [(rule, value, _under(rule, value)) for rule in content.segment.include for value in _values(rule)]
        if not parts:
            return {}
        row, = await self._counted(select(*(func.coalesce(func.sum(case((fits, 1), else_=0)), 0) for *_, fits in parts)).select_from(
            PEOPLE).where(recipients(content)))
        found: dict[Rule, dict[str, int]] = {}
        for (rule, value, _), number in zip(parts, row, strict=True):
            found.setdefault(rule, {})[value] = int(number)
        return found

    async def _counted(self, statement: Any) -> Sequence[Any]:
        async with self._database.transaction() as connection:
            if not self._database.is_sqlite:
                for setting in _COUNTING:
                    await connection.execute(text(setting))
            return (await connection.execute(statement)).all()

    async def left_out(self, content: Content) -> dict[str, int]:
        """Return how many people get nothing, by reason: excluded by a rule; or in the segment, and yet gone, unread notice, quiet."""
        reasons = {"gone": PEOPLE.c.gone_on.is_not(None), "unread": PEOPLE.c.consent_version == 0, "quiet": PEOPLE.c.quiet.is_(True)}
        segment = and_(in_segment(content.segment), _ASKED_TO_HEAR)
        left = {name: and_(segment, reason) for name, reason in reasons.items()}
        if content.segment.exclude:
            whole = replace(content, segment=replace(content.segment, exclude=()))
            left["excluded"] = and_(recipients(whole), or_(*map(_shut_out, content.segment.exclude)))
        return await self._numbers(left)

    async def only_africa(self, content: Content) -> dict[str, int]:
        """Return how many said only "Africa" where a rule is about a part of it: `missed` by who gets it, or left `out`; nothing where no rule is."""
        missed, out = unsure(content)
        said, found = _exists(INTERESTS, INTERESTS.c.region == AFRICA), {}
        if missed:
            wide = tuple(Rule(rule.by, (*rule.values, AFRICA)) if perhaps_africa(rule) else rule for rule in content.segment.include)
            widened = replace(content, segment=replace(content.segment, include=wide))
            found["missed"] = and_(recipients(widened), not_(recipients(content)), said)
        if out:
            whole = replace(content, segment=replace(content.segment, exclude=()))
            found["out"] = and_(recipients(whole), said, not_(or_(*map(_named, content.segment.exclude))))
        return await self._numbers(found)

    async def _numbers(self, conditions: Mapping[str, ColumnElement[bool]]) -> dict[str, int]:
        async with self._database.transaction() as connection:
            return {name: (await connection.execute(select(func.count()).select_from(PEOPLE).where(condition))).scalar_one()
                    for name, condition in conditions.items()}


def recipients(content: Content) -> ColumnElement[bool]:
    """Return the condition on `people` that tells who is meant: who reads, agreed, did not leave, and is in the segment."""
    if content.kind not in (*_WANTED, *_TO_ALL) and not content.segment.include:
        return false()  # letters without a course would be letters to everybody
    return and_(_REACHED, _WANTED.get(content.kind, true()), in_segment(content.segment))


def still_wants(kind: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition on `people` that tells who, once planned for, may still be written to; `kind` is the column of the announcement's kind."""
    return and_(_REACHED, case(*((kind == str(one), wanted) for one, wanted in _WANTED.items()), else_=true()))


def falls_under(segment: Segment) -> ColumnElement[str]:
    """Return which value of the first rule of those who get it somebody falls under, as it is noted for the report; ANY for who named none."""
    if not segment.include:
        return literal(EVERYBODY)
    rule = segment.include[0]
    if len(rule.values) == 1 and rule.by not in _OF_A_SUBSCRIPTION:
        return literal(noted(rule.values[0]))
    return case(*((_under(rule, value), literal(noted(value))) for value in rule.values), else_=literal(ANY))


def noted(value: str) -> str:
    """Return a value of a rule as it stands in a recipient's row."""
    return value[:_NOTED]


def in_segment(segment: Segment) -> ColumnElement[bool]:
    """Return the condition of the rules alone. Region and kind are asked of one and the same subscription."""
    together = [rule for rule in segment.include if rule.by in _OF_A_SUBSCRIPTION]
    alone = [_holds(rule) for rule in segment.include if rule.by not in _OF_A_SUBSCRIPTION]
    wanted = [_subscribed(together)] if together else []
    return and_(true(), *wanted, *alone, *(not_(_shut_out(rule)) for rule in segment.exclude))


def _named(rule: Rule) -> ColumnElement[bool]:
    """Whether somebody named one of the values themselves: who wants to hear of any region named none, and is not left out for one."""
    return _subscribed([rule], any_too=False) if rule.by in _OF_A_SUBSCRIPTION else _holds(rule)


def _shut_out(rule: Rule) -> ColumnElement[bool]:
    """Whether a rule of those left out takes somebody: who named it, and who said only "Africa" where it is about a part of that."""
    named = _named(rule)
    return or_(named, _exists(INTERESTS, INTERESTS.c.region == AFRICA)) if perhaps_africa(rule) else named


def _holds(rule: Rule) -> ColumnElement[bool]:
    match rule.by:
        case By.LANGUAGE:
            return PEOPLE.c.language.in_(rule.values)
        case By.JOINED:
            return PEOPLE.c.joined_month >= min(rule.values)
        case By.INTERESTED:
            return _exists(INTERESTS, INTERESTS.c.course_id.in_(rule.values))
        case By.READ:
            return or_(*(_read(value) for value in rule.values))
        case by if by in _SHOWN:
            return _exists(INTERESTS, INTERESTS.c.course_id.in_(rule.values), INTERESTS.c.state == str(by))
        case _:
            return _subscribed([rule])


def _values(rule: Rule) -> Sequence[str]:
    return (*rule.values, ANY) if rule.by in _OF_A_SUBSCRIPTION else rule.values


def _under(rule: Rule, value: str) -> ColumnElement[bool]:
    """Whether somebody fits one value of a rule, or (ANY) named none of them."""
    return not_(_named(rule)) if value == ANY else _named(Rule(rule.by, (value,)))


def _read(value: str) -> ColumnElement[bool]:
    """A version that is not the right one any more, where the value names it: who read the right one needs no correction."""
    reading = parse(value)
    other = (FOLLOWS.c.version != reading.version,) if reading.version else ()
    return _exists(FOLLOWS, FOLLOWS.c.entry == reading.entry, *other)


def _subscribed(rules: Sequence[Rule], *, any_too: bool = True) -> ColumnElement[bool]:
    """A subscription that takes all rules ("" in it means any, where `any_too`); a region alone is also that of an expression of interest."""
    columns: dict[By, Any] = {By.REGION: SUBSCRIPTIONS.c.region, By.KIND: SUBSCRIPTIONS.c.kind}
    any_ = ("",) if any_too else ()
    by_subscription = _exists(SUBSCRIPTIONS, *(columns[rule.by].in_((*any_, *wished(rule.values))) for rule in rules))
    if any(rule.by is By.KIND for rule in rules):
        return by_subscription
    return or_(by_subscription, _exists(INTERESTS, *(INTERESTS.c.region.in_(rule.values) for rule in rules)))


def _exists(table: Any, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(1).where(table.c.person_id == PEOPLE.c.id, *conditions))
