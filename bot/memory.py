"""Memory: a process on a small server should stay under 150 MB, and the C library keeps more than it needs.

Each function does nothing where the system has no such thing (musl, macOS, Windows).
"""

import ctypes
import gc
import sys
from types import ModuleType

_ARENAS = -8  # M_ARENA_MAX, mallopt(3)
_MAPPED_FROM, _TRIMMED_FROM = -3, -1  # M_MMAP_THRESHOLD, M_TRIM_THRESHOLD (bytes)
_UNSAID = ("currency", "unit", "compact", "compound", "meta_zones", "time_zones", "zone_formats", "languages", "date_fields", "interval")
_GARBAGE = (10_000, 20, 50)  # new objects, and rounds, before the collector looks: with Python's 700 and 10 it took a sixth of each answer's time
_NO_HUGE_PAGES = 41  # PR_SET_THP_DISABLE, prctl(2)


def use_few_arenas() -> None:
    """Let threads share one heap: by default each of the database's threads gets its own. To be called before they start.

    Large pieces stay outside the heap, so that an index leaves no holes in it; what is free at its end goes back early. But what one answer
    needs stays: fetched anew from the system for each, it made them take half as long again.
    """
    try:
        libc = ctypes.CDLL("libc.so.6")
        libc.mallopt(_ARENAS, 1)
        libc.mallopt(_MAPPED_FROM, 512 * 1024)
        libc.mallopt(_TRIMMED_FROM, 512 * 1024)
    except (OSError, AttributeError):
        return


def leave_out() -> None:
    """Keep python-telegram-bot from loading the HTTP client and the web server that Dalil replaces: 14 MB and a sixth of a second.

    It names httpx in annotations only, as long as nobody makes its HTTPXRequest. To be called before it is imported.
    """
    sys.modules.setdefault("httpx", _Absent("httpx"))
    sys.modules.setdefault("tornado", None)  # type: ignore[arg-type]  # None: an import fails, which it takes as "not installed"


class _Absent(ModuleType):
    """A module that is not loaded: each name in it is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def use_small_pages() -> None:
    """Keep Linux from giving out memory in pieces of 2 MB, most of which stays empty: about 15 MB less."""
    try:
        ctypes.CDLL(None).prctl(_NO_HUGE_PAGES, 1, 0, 0, 0)
    except (OSError, AttributeError, TypeError):
        return


def give_back() -> None:
    """Return to the system what nobody uses: building an index takes 30 MB for a moment."""
    try:
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    except (OSError, AttributeError):
        return


def forget_names_of_things() -> None:
    """Drop what Babel has loaded for a language beside its numbers and plurals: names of currencies, units and time zones, 5 MB that nobody says.

    To be called early: what is loaded next takes the room.
    """
    from babel import localedata

    for data in localedata._cache.values():
        for name in [one for one in data if one.startswith(_UNSAID)]:
            del data[name]


def settle() -> None:
    """End the start: what it loaded stays, so the collector need not look at it again; what it needed on the way goes back."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    gc.enable()
    give_back()
