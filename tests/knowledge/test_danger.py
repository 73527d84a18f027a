"""Danger now is recognised in words that nobody of the phrases' writers has seen, and calm questions are not taken for it."""

import json
from collections.abc import Iterator

import pytest

from bot.i18n import LANGUAGES
from bot.knowledge.library import DESPAIR_ENTRY, Library
from tests.conftest import ROOT

FILE = ROOT / "knowledge" / "questions" / "danger.jsonl"
RECALL, WRONG = {"en": 0.92, "fr": 0.85, "ar": 0.91}, 0.04  # a card that nobody needed costs a tap


def texts(language: str, urgent: bool) -> Iterator[str]:
    """Yield the texts of one kind."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if one["lang"] == language and one["urgent"] is urgent:
            yield one["text"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_danger_bring_the_urgent_card(real: Library, language: str) -> None:
    """Of 70 messages in danger most are recognised; of 50 calm ones hardly any."""
    inside = [real.match(text, language).urgent for text in texts(language, True)]
    calm = [real.match(text, language).urgent for text in texts(language, False)]
    print(f"danger, {language}: {sum(inside) / len(inside):.0%} of {len(inside)} recognised, {sum(calm) / len(calm):.0%} of {len(calm)} wrongly")

    assert len(inside) >= 70
    assert len(calm) >= 50
    assert sum(inside) >= RECALL[language] * len(inside)
    assert sum(calm) <= WRONG * len(calm)


@pytest.mark.parametrize("text", ["i want to kill myself", "je ne veux plus vivre", "بدي موت حالي", "je veux mourir", "i cant take it anymore"])
def test_who_may_hurt_themselves_is_known(real: Library, text: str) -> None:
    """The entry on distress comes first for them, not what to do against a pursuer."""
    match = real.match(text, "en")

    assert match.urgent
    assert match.despair
    assert DESPAIR_ENTRY in real.entries
    assert not real.match("police are at my door", "en").despair
