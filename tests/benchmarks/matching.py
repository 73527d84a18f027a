"""How fast the matcher is and what it costs, on generated entries in three languages."""

import random
import statistics
import time
import tracemalloc
from dataclasses import dataclass

from bot.knowledge.entry import LANGUAGES
from bot.knowledge.index import Document
from bot.knowledge.matcher import Matcher

SIZES = (50, 200, 500)  # the knowledge base has two hundred; at two thousand the standings (`hubs`) alone take minutes to build
PHRASES, WORDS_OF_BODY = 55, 450  # title, 13-15 ways of asking, some aliases and 32 more ways of asking; as in the written entries
QUERIES = 1000
_SYLLABLES = {
    "en": ("con", "tri", "bu", "tion", "re", "view", "hu", "man", "ri", "ght", "com", "mis", "sion", "pro", "tec", "fen", "der", "sub", "port", "coun", "cil"),
    "fr": ("con", "tri", "bu", "tion", "exa", "men", "droit", "hu", "main", "com", "mis", "pro", "té", "ger", "dé", "fen", "seur", "sou", "met", "rap", "seil"),
    "ar": ("حق", "وق", "ان", "سان", "لج", "نة", "مج", "لس", "تق", "رير", "شك", "وى", "حم", "اية", "مد", "افع", "اس", "تع", "راض", "دو", "قان", "كمة"),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of one match, megabytes and seconds of the index."""

    entries: int
    mean: float
    median: float
    p99: float
    megabytes: float
    peak_megabytes: float
    build: float


def measure(entries: int) -> Cost:
    """Build an index of `entries` x 3 languages and ask it QUERIES questions."""
    chance = random.Random(entries)
    vocabulary = {language: _vocabulary(chance, language) for language in LANGUAGES}
    documents = [_document(chance, f"entry-{number}", language, vocabulary[language]) for number in range(entries) for language in LANGUAGES]
    start = time.perf_counter()
    matcher = Matcher(documents)
    build = time.perf_counter() - start
    peak = _peak(documents)
    times = []
    for _ in range(QUERIES):
        language = chance.choice(LANGUAGES)
        text = _phrase(chance, vocabulary[language], chance.choice((3, 8, 8, 12, 40)))
        start = time.perf_counter()
        matcher.match(text, language)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return Cost(entries, statistics.mean(times), statistics.median(times), times[int(0.99 * len(times))], matcher.bytes / 2**20, peak / 2**20, build)


def table() -> str:
    """Measure, and return a table."""
    rows = [f"{'entries x 3':>12} {'mean ms':>8} {'p50 ms':>8} {'p99 ms':>8} {'index MB':>9} {'build peak MB':>14} {'build s':>8}"]
    for cost in map(measure, SIZES):
        rows.append(f"{cost.entries:>12} {cost.mean:>8.2f} {cost.median:>8.2f} {cost.p99:>8.2f} "
                    f"{cost.megabytes:>9.1f} {cost.peak_megabytes:>14.1f} {cost.build:>8.2f}")
    return "Matching (bar: p99 20 ms at 200 entries; how it grows beyond)\n" + "\n".join(rows)


def _peak(documents: list[Document]) -> int:
    tracemalloc.start()
    Matcher(documents)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _vocabulary(chance: random.Random, language: str) -> list[str]:
    """Words of the language, the first ones common, as in real texts (weights are drawn in _phrase)."""
    return ["".join(chance.choices(_SYLLABLES[language], k=chance.choice((1, 2, 2, 3, 4)))) for _ in range(6000)]


def _phrase(chance: random.Random, vocabulary: list[str], length: int) -> str:
    return " ".join(vocabulary[min(int(chance.paretovariate(0.5)) - 1, len(vocabulary) - 1)] for _ in range(length))


def _document(chance: random.Random, name: str, language: str, vocabulary: list[str]) -> Document:
    phrases = tuple(_phrase(chance, vocabulary, chance.choice((2, 5, 8, 12))) for _ in range(PHRASES))
    return Document(name, language, phrases, _phrase(chance, vocabulary, WORDS_OF_BODY))


if __name__ == "__main__":
    print(table())
