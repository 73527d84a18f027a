"""The secrecy rule: nobody learns another's scores or reasons before filing their own, by any operation, in any order.

Each sequence of operations runs in two worlds at once that differ only in what others wrote: there every score is mirrored (6 - points, so
that what is split stays split) and every reason is another. Whatever a member of staff is given must be the same in both worlds, until a
model that knows nothing of the code says that they may read.
"""

import asyncio
import itertools
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from bot.courses.decisions import Move
from bot.courses.letters import Outcome
from bot.courses.scores import Abstention, Review, Score
from bot.courses.selection import Answer
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.i18n import Words
from bot.keys import KeyRing
from tests.conftest import ROOT, Clock
from tests.courses.selecting import ANNA, BILAL, CHLOE, DRISS, World

STAFF = (ANNA, BILAL, CHLOE, DRISS)
PLACES = (0, 1)  # expressions of interest
_examples = itertools.count(1)
staff, places = st.sampled_from(STAFF), st.sampled_from(PLACES)


@dataclass
class Model:
    """What happened to one expression of interest, in plain Python."""

    points: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    abstained: set[str] = field(default_factory=set)
    decided: bool = False
    released: bool = False
    outcome: Outcome | None = None  # the decision
    told: Outcome | None = None
    erased: bool = False

    @property
    def enough(self) -> bool:
        """Two that agree within a point everywhere, or three."""
        given = list(self.points.values())
        return len(given) > 2 or (len(given) == 2 and all(abs(one - other) < 2 for one, other in zip(*given, strict=True)))

    def may_read(self, who: str) -> bool:
        """A reviewer: after filing, or after the release."""
        return not self.erased and (self.released or who in self.points)

    def may_rank(self, who: str) -> bool:
        """Whoever decides: when no review is taken any more, unless they abstained."""
        return self.enough and who not in self.abstained


def opinion(points: tuple[int, int, int], who: str, *, mirrored: bool) -> Review:
    """Return a review whose reasons tell who wrote it and in which world."""
    world = "mirror" if mirrored else "plain"
    return Review(1, *(Score(6 - point if mirrored else point, f"canary-{world}-{who}-{place}") for place, point in enumerate(points)))


class Secrecy(RuleBasedStateMachine):
    """Random sequences of what staff and people can do."""

    worlds: tuple[World, World]
    run: Callable[[Awaitable[Any]], Any]

    @initialize()
    def begin(self) -> None:
        """A course of its own in both worlds."""
        self.name = f"course-{next(_examples)}"
        self.models = [Model() for _ in PLACES]
        self.ids = [f"{self.name}-{place}" for place in PLACES]
        for world in self.worlds:
            self.run(world.course(self.name))
            self.run(world.write_letters(self.name))
            for one in self.ids:
                self.run(world.interest(self.name, id=one))

    def both(self, what: Callable[[World], Awaitable[Any]]) -> tuple[Any, Any]:
        """Do the same in both worlds."""
        plain, mirror = (self.run(what(world)) for world in self.worlds)
        return plain, mirror

    @rule(place=places, who=staff, points=st.tuples(*[st.integers(1, 5)] * 3))
    def file(self, place: int, who: str, points: tuple[int, int, int]) -> None:
        """File a review; whether it is taken is the same in both worlds, and as the model says."""
        model = self.models[place]
        plain, mirror = (self.run(world.selection.file(self.ids[place], who, opinion(points, who, mirrored=world is self.worlds[1]))) for world in self.worlds)
        assert plain == mirror
        wanted = (Answer.GONE if model.erased else Answer.RELEASED if model.released else Answer.FILED if who in model.points or who in model.abstained
                  else Answer.ENOUGH if model.enough else Answer.DONE)
        assert plain.answer is wanted
        if wanted is Answer.DONE:
            model.points[who] = points

    @rule(place=places, who=staff)
    def abstain(self, place: int, who: str) -> None:
        """Leave it to others."""
        plain, mirror = self.both(lambda world: world.selection.file(self.ids[place], who, Abstention(1, "conflict")))
        assert plain == mirror
        if plain.answer is Answer.DONE:
            self.models[place].abstained.add(who)

    @rule(place=places, who=staff)
    def read(self, place: int, who: str) -> None:
        """Reading shows nothing of any review."""
        plain, mirror = self.both(lambda world: world.selection.read(self.ids[place], who))
        assert plain == mirror
        assert "canary" not in repr(plain)

    @rule(place=places, who=staff)
    def reviews(self, place: int, who: str) -> None:
        """The list of reviews: all, or one's own, as the model says."""
        plain, mirror = self.both(lambda world: world.selection.reviews(self.ids[place], who))
        model = self.models[place]
        if model.erased:
            assert plain is mirror is Answer.GONE
        elif model.may_read(who):
            assert {one.reviewer for one in plain} == set(model.points) | model.abstained
            assert {one.reviewer: one.opinion for one in plain if one.reviewer in model.points} == {
                each: opinion(points, each, mirrored=False) for each, points in model.points.items()}
        else:
            assert plain == mirror
            assert {one.reviewer for one in plain} <= {who}

    @rule(who=staff)
    def queue(self, who: str) -> None:
        """The same things in the same order, whatever others wrote."""
        plain, mirror = self.both(lambda world: world.selection.queue(self.name, who))
        assert plain == mirror
        wanted = {one for one, model in zip(self.ids, self.models, strict=True)
                  if not (model.erased or model.released or model.enough or who in model.points or who in model.abstained)}
        assert {one.interest_id for one in plain} == wanted

    @rule(who=staff)
    def ranking(self, who: str) -> None:
        """Means, splits, reasons and the order are of those only that `who` may rank; what is left of the rest is the same in both worlds."""
        plain, mirror = self.both(lambda world: world.decisions.ranking(self.name, who))
        models = dict(zip(self.ids, self.models, strict=True))
        hidden = [[one for one in ranked if not models[one.interest_id].may_rank(who)] for ranked in (plain, mirror)]
        assert hidden[0] == hidden[1]
        assert "canary" not in repr(hidden)
        assert {one.interest_id for one in plain} == {one for one, model in models.items() if model.enough and not model.released and not model.erased}
        scored = [one for one in plain if one not in hidden[0]]
        assert list(plain) == [*scored, *hidden[0]]
        totals = [sum(one.means.values()) for one in scored if one.means]
        assert totals == sorted(totals, reverse=True)
        assert len(totals) == len(scored)

    @rule()
    def counts(self) -> None:
        """Counts know nothing of reviews."""
        plain, mirror = self.both(lambda world: world.selection.counts(self.name))
        assert plain == mirror

    @rule(place=places, who=staff, outcome=st.sampled_from(list(Outcome)))
    def decide(self, place: int, who: str, outcome: Outcome) -> None:
        """Whether a decision is taken tells no more than the queue does."""
        plain, mirror = self.both(lambda world: world.decisions.decide(self.ids[place], outcome, who))
        assert plain == mirror
        model = self.models[place]
        wanted = (Move.GONE if model.erased else Move.RELEASED if model.told not in (None, Outcome.WAITING) else Move.CONFLICT if who in model.abstained
                  else Move.DONE if model.enough else Move.TOO_FEW)
        assert plain.move is wanted
        model.decided = model.decided or wanted is Move.DONE
        model.outcome = outcome if wanted is Move.DONE else model.outcome

    @precondition(lambda self: any(model.decided and not model.released for model in self.models))
    @rule()
    def release(self) -> None:
        """Tell those who are decided."""
        plain, mirror = self.both(lambda world: world.decisions.release(self.name, leave_undecided=True))
        assert plain == mirror
        for model in self.models:
            model.released = model.released or (model.decided and not model.erased)
            if model.decided and not model.erased and model.told in (None, Outcome.WAITING):
                model.told = model.outcome

    @rule(who=staff)
    def waiting_list(self, who: str) -> None:
        """Who is on it shows everybody the same."""
        plain, mirror = self.both(lambda world: world.decisions.ranking(self.name, who, waiting=True))
        there = {one for one, model in zip(self.ids, self.models, strict=True) if model.told is Outcome.WAITING and not model.erased}
        assert {one.interest_id for one in plain} == {one.interest_id for one in mirror} == there

    @rule(place=places)
    def erase(self, place: int) -> None:
        """The person goes, and all of theirs."""
        self.both(lambda world: world.erase(self.ids[place]))
        self.models[place].erased = True

    @rule(place=places, points=st.tuples(*[st.integers(1, 5)] * 3), pair=st.permutations(STAFF))
    def agree(self, place: int, points: tuple[int, int, int], pair: list[str]) -> None:
        """Two of them see it alike, so that sequences reach what comes after enough reviews."""
        for who in pair[:2]:
            self.file(place, who, points)

    def teardown(self) -> None:
        """Whatever happened: everybody looks at everything."""
        if hasattr(self, "ids"):
            for who in STAFF:
                self.ranking(who)
                self.queue(who)
                for place in PLACES:
                    self.reviews(place, who)

    @invariant()
    def both_worlds_look_the_same_from_outside(self) -> None:
        """What people see of their own never depends on scores."""
        if hasattr(self, "ids"):
            rows = [[self.run(world.row(one)) for one in self.ids] for world in self.worlds]
            assert [[row and (row.state, row.decided_on) for row in each] for each in rows[:1]] == [
                [row and (row.state, row.decided_on) for row in each] for each in rows[1:]]


def test_one_place_opens_reviews() -> None:
    """The rule holds because there is one door: no other file knows the table of reviews."""
    knowing = {str(path.relative_to(ROOT)) for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py")
               if re.search(r"courses\.models import .*\bREVIEWS\b|^REVIEWS = Table", path.read_text(encoding="utf-8"), re.MULTILINE)}

    assert knowing == {"bot/courses/models.py", "bot/courses/reviews.py"}


@pytest.mark.parametrize(("kind", "examples"), [
    ("sqlite", 12), ("postgresql", 4), pytest.param("sqlite", 400, marks=[pytest.mark.soak, pytest.mark.timeout(1800)])])
def test_no_sequence_of_operations_leaks_a_score_or_a_reason(
    kind: str, examples: int, request: pytest.FixtureRequest, tmp_path: Path, key_ring: KeyRing, clock: Clock, words: Words
) -> None:
    """Two worlds, 20 steps a sequence: what is shown to who has not filed is the same in both."""
    with asyncio.Runner() as runner:
        urls = [f"sqlite:///{tmp_path / name}.sqlite3" for name in ("plain", "mirror")]
        if kind == "postgresql":
            urls = runner.run(_twins(request.getfixturevalue("postgres")))
        for url in urls:
            runner.run(migrate(url))
        databases = [Database(url) for url in urls]
        made = tuple(World(one, key_ring, clock, words) for one in databases)
        machine = type("Told", (Secrecy,), {"worlds": made, "run": staticmethod(runner.run)})
        run_state_machine_as_test(machine, settings=settings(
            max_examples=examples, stateful_step_count=20, deadline=None, database=None, suppress_health_check=list(HealthCheck)))
        for database in databases:
            runner.run(database.close())


async def _twins(url: str) -> list[str]:
    """Make two databases of their own on the server."""
    from sqlalchemy import text
    from sqlalchemy.engine import make_url
    from sqlalchemy.ext.asyncio import create_async_engine

    from bot.db.engine import async_url

    engine = create_async_engine(async_url(url), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for name in ("plain", "mirror"):
            await connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
            await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    return [make_url(url).set(database=name).render_as_string(hide_password=False) for name in ("plain", "mirror")]
