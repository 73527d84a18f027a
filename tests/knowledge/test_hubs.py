"""Entries that are a little like every question."""

import numpy as np
import pytest

import bot.knowledge.hubs as hubs
from bot.knowledge.index import Document, Index
from bot.knowledge.matcher import Matcher
from bot.knowledge.postings import Postings

SUBJECTS = ("passport", "harvest", "orchestra", "telescope", "bakery", "glacier", "violin", "harbour", "lantern", "meadow", "compass", "anvil")
ABOUT = tuple(Document(name, "en", tuple(f"{how} {name}" for how in ("where is my", "when do i get my", "how long for my", "is there a new")), f"{name} facts")
              for name in SUBJECTS)
# Its ways of asking have everybody's words and nothing of its own.
HUB = Document("hub", "en", ("where is my", "when do i get my", "how long for my", "is there a new"), "")
LITTLE = Document("little", "en", ("weather", "rain", "sun"), "rain and sun")


def standing(index: Index) -> dict[str, float]:
    """Return the standing of each entry."""
    return dict(zip(index.ids, index.arrays()["standing"].tolist(), strict=True))


def test_a_hub_is_marked_down() -> None:
    """Who is like everybody's questions stands lowest, who is like nobody's highest, about 1 in the mean."""
    found = standing(Index([*ABOUT, HUB, LITTLE]))

    assert min(found, key=found.__getitem__) == "hub"
    assert max(found, key=found.__getitem__) == "little"
    assert np.mean(list(found.values())) == pytest.approx(1.0, abs=1e-6)


def test_the_right_entry_comes_before_a_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lead of the right entry over the hub grows."""
    def lead() -> float:
        ranked = {one.id: one.score for one in Matcher([*ABOUT, HUB, LITTLE]).rank("when do i get the violins", "en", 20).entries}
        return ranked["violin"] / ranked["hub"]

    after = lead()
    monkeypatch.setattr(hubs, "SHARE", 0.0)

    assert after > lead()


def test_too_few_questions_tell_nothing() -> None:
    """A small knowledge base, one whose entries have no ways of asking, and each language by itself."""
    french = [Document(one.id, "fr", one.phrases, one.body) for one in (*ABOUT, HUB, LITTLE)]
    without = [Document(one.id, "en", one.phrases[:1], one.body) for one in ABOUT]

    assert set(standing(Index(ABOUT[:3])).values()) == {1.0}
    assert set(standing(Index(without)).values()) == {1.0}
    assert Index([*without, *french]).arrays()["standing"][: len(without)].tolist() == [1.0] * len(without)


def test_what_is_not_an_entry_stays_out() -> None:
    """What catches questions about other things is neither marked down nor heard."""
    outside = Document("outside", "en", HUB.phrases, HUB.body)
    found = standing(Index([*ABOUT, LITTLE, outside], entries=len(ABOUT) + 1))

    assert found.pop("outside") == 1.0
    assert np.mean(list(found.values())) == pytest.approx(1.0, abs=1e-6)
    assert found["little"] > max(one for name, one in found.items() if name != "little")


def test_an_entry_in_two_languages_is_not_its_own_neighbour() -> None:
    """Its ways of asking in the same language are its own, whatever row they stand in."""
    twice = [*ABOUT, LITTLE, Document("passport", "en", ABOUT[0].phrases, "passport facts")]

    assert Index(twice).arrays()["standing"][0] == pytest.approx(standing(Index([*ABOUT, LITTLE]))["passport"], abs=0.05)


def test_products_are_the_scores_of_many_texts_at_once() -> None:
    """The same numbers as one by one."""
    chance = np.random.default_rng(3)
    pairs = np.unique(chance.integers(0, 40 * 9, 150))
    postings = Postings.build(pairs // 9, pairs % 9, [chance.random(pairs.size), chance.random(pairs.size)], 40, 9)
    texts, features = np.repeat(np.arange(5), 6), np.concatenate([chance.choice(40, 6, replace=False) for _ in range(5)])
    weights = [chance.random(30), chance.random(30)]
    rows = np.array([1, 4, 8])

    found = postings.products(texts, features, weights, rows)

    for text in range(5):
        lines = texts == text
        assert found[text] == pytest.approx(postings.scores(features[lines], [one[lines] for one in weights])[rows], rel=1e-4)
