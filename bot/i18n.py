"""The words: Fluent bundles in three languages, the choice of a language, dates, lists."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot.logs import get_logger
from bot.memory import forget_names_of_things

LANGUAGES = ("en", "fr", "ar")
FALLBACK = "en"
NAMES = {"en": "English", "fr": "Français", "ar": "العربية"}
# Babel's names (a test holds them against it): loading Babel for them would cost each running bot 6 MB. Arabic has both names, as the UN writes them.
MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    "ar": ("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
           "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"),
}

log = get_logger()
_MESSAGE = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)
_PARSER = FluentParser(with_spans=False)  # where each word stands in its file would take as much memory as the words


class MessageMissing(LookupError):
    """A message id or one of its variables is missing in a language."""


class Words:
    """All messages of the three languages, each parsed when it is first said: as objects they would take 6 MB.

    `strict` (tests) raises MessageMissing; otherwise English stands in and `missing` counts it.
    """

    def __init__(self, folder: Path, *, strict: bool = False) -> None:
        self._bundles = {language: FluentBundle([language], use_isolating=False) for language in LANGUAGES}  # the renderer isolates
        forget_names_of_things()
        self._sources = {language: _sources(folder / language) for language in LANGUAGES}  # what was not said yet
        self._strict = strict
        self._plain: dict[tuple[str, str], str] = {}  # messages without values, formatted once: labels are needed a dozen times a reply
        self.missing: Counter[str] = Counter()

    def text(self, language: str, key: str, values: Mapping[str, Any] | None = None) -> str:
        """Return message `key` in `language`, with `values` filled in."""
        if values:
            return self._format(language, key, values)
        found = self._plain.get((language, key))
        if found is None:
            found = self._plain[language, key] = self._format(language, key, {})
        return found

    def _format(self, language: str, key: str, values: Mapping[str, Any]) -> str:
        for candidate in (language, FALLBACK):
            bundle = self._bundles[candidate]
            if self.has(candidate, key):
                pattern = bundle.get_message(key).value
                text, errors = bundle.format_pattern(pattern, dict(values)) if pattern else ("", [])
                if pattern and not errors:
                    return str(text)
            self._count(candidate, key)
        return ""

    def has(self, language: str, key: str) -> bool:
        """Tell whether `key` exists in `language`."""
        source = self._sources[language].pop(key, None)
        if source is not None:
            self._bundles[language].add_resource(_PARSER.parse(source))
        return bool(self._bundles[language].has_message(key))

    def _count(self, language: str, key: str) -> None:
        if self._strict:
            raise MessageMissing(f"{key} in {language}")
        self.missing[f"{language}/{key}"] += 1
        log.warning("message_missing", language=language, key=key)


def propose(language_code: str | None) -> str:
    """Return the language to propose to a newcomer, from the language of their app (never stored); English when unknown."""
    base = (language_code or "")[:8].lower().split("-")[0].split("_")[0]
    return base if base in LANGUAGES else FALLBACK


def day(value: date, language: str) -> str:
    """Return a date in words, for example '24 November 2026'; Western digits in every language."""
    return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"


def moment(value: datetime, language: str, zone: str = "UTC") -> str:
    """Return an instant in words, in an IANA time zone: "24 November 2026, 18:30"."""
    there = value.astimezone(ZoneInfo(zone))
    return f"{day(there.date(), language)}{'،' if language == 'ar' else ','} {there:%H:%M}"


def month(value: str, language: str) -> str:
    """Return a month ("2022-06", or "2022") in words, for example 'June 2022'."""
    year, _, number = value.partition("-")
    return f"{MONTHS[language][int(number) - 1]} {year}" if number else year


def listed(names: Iterable[str], language: str) -> str:
    """Return names in one line, with the comma of `language`."""
    return ("، " if language == "ar" else ", ").join(names)


def territory(code: str, language: str) -> str:
    """Return the name of a country by its ISO 3166 code, or "" when there is none."""
    from babel import Locale  # 6 MB: only who builds the knowledge base pays for it

    return str(Locale.parse(language).territories.get(code, ""))


def _sources(folder: Path) -> dict[str, str]:
    """Return the source of each message: from its name at the beginning of a line to the next one."""
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.ftl")):
        text = file.read_text(encoding="utf-8")
        begins = [*_MESSAGE.finditer(text)]
        for one, after in zip(begins, [*(match.start() for match in begins[1:]), len(text)], strict=True):
            found[one[1]] = text[one.start() : after]
    return found
