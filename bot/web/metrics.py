"""Figures for operators, on a registry of their own. No label ever holds an id, a name or free text."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.telegram.intake import Outcome

CONTENT_TYPE = CONTENT_TYPE_LATEST
_BANDS = frozenset({"urgent", "answer", "choose", "decline", "smalltalk"})
_LANGUAGES = frozenset({"en", "fr", "ar"})
_PRIORITIES = frozenset({"reply", "broadcast"})
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 35.0)  # from a local server to the cap of a call


class Metrics:
    """Counts what happens. An instance is the meter of PacedLimiter and, through `outcome`, the counter of Intake."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._updates = Counter("dalil_updates", "Updates by how they ended.", ("outcome",), registry=self._registry)
        self._answers = Counter("dalil_answers", "Answers by band and language.", ("band", "language"), registry=self._registry)
        self._calls = Histogram("dalil_send_seconds", "Time of successful Bot API calls.", buckets=_SECONDS, registry=self._registry)
        self._throttled = Counter("dalil_throttled", "429 answers by priority.", ("priority",), registry=self._registry)
        self._quarantined = Counter("dalil_quarantined", "Updates set aside.", registry=self._registry)
        self._depth = Gauge("dalil_queue_depth", "Updates waiting or under way.", registry=self._registry)
        for outcome in Outcome:
            self._updates.labels(outcome.value)

    def outcome(self, outcome: Outcome) -> None:
        """Count an update."""
        self._updates.labels(outcome.value).inc()
        if outcome is Outcome.QUARANTINED:
            self._quarantined.inc()

    def answer(self, band: str, language: str) -> None:
        """Count an answer; a band or language that is none of ours counts as "other"."""
        self._answers.labels(band if band in _BANDS else "other", language if language in _LANGUAGES else "other").inc()

    def sent(self, seconds: float) -> None:
        """Note the duration of a successful call."""
        self._calls.observe(seconds)

    def throttled(self, priority: str, seconds: float) -> None:
        """Count a 429."""
        self._throttled.labels(priority if priority in _PRIORITIES else "other").inc()

    def watch_depth(self, depth: Callable[[], int]) -> None:
        """Have /metrics read the queue's depth from `depth`."""
        self._depth.set_function(lambda: float(depth()))

    def text(self) -> bytes:
        """Return all figures in Prometheus' text format."""
        return generate_latest(self._registry)
