"""Take away: one file that needs nothing else, in each language, for an entry, a topic and the whole guide."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from bot.i18n import LANGUAGES, Words
from bot.knowledge.entry import Section
from bot.knowledge.library import Library
from bot.knowledge.takeaway import Leaflet, page

TODAY = date(2026, 11, 27)
LARGEST = 3_000_000  # bytes, the whole guide


class Page(HTMLParser):
    """Notes tags and their attributes, and that each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an opened tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note a closed tag."""
        assert self.open.pop() == tag


def parsed(text: str) -> Page:
    """Parse a page, whose tags must be in order."""
    found = Page()
    found.feed(text)
    assert found.open == []
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_guide_is_one_file_that_loads_nothing(real: Library, words: Words, language: str) -> None:
    """No script, no picture, no style sheet, no form; links are only links; right to left in Arabic."""
    entries = list(real.entries.values())
    text = page(Leaflet("Guide <script>", entries, language, TODAY), words)
    found = parsed(text)
    names = {tag for tag, _ in found.tags}

    assert len(text.encode()) < LARGEST
    assert names <= {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "ol", "li", "a", "strong", "nav", "section", "em"}
    assert not any(name in attributes for _, attributes in found.tags for name in ("src", "onclick", "onload", "style"))
    assert not re.search(r"@import|url\(", text)
    assert found.tags[0] == ("html", {"lang": language, "dir": "rtl" if language == "ar" else "ltr"})
    assert all(str(attributes["href"]).startswith(("https://", "#")) for tag, attributes in found.tags if tag == "a")
    assert text.count("<section") == len(entries)
    assert "<script" not in text


def test_an_entry_is_whole(real: Library, words: Words) -> None:
    """Every section, the date of the check, and the sources."""
    entry = real.entries["upr-ngo-submission"]
    for language in LANGUAGES:
        text = page(Leaflet("x", [entry], language, TODAY), words)
        assert all(source.url.replace("&", "&amp;") in text for source in entry.sources if source.url)
        headings = [words.text(language, f"section-{one.value}").strip("*") for one in entry.texts[language].sections if one is not Section.SUMMARY]
        assert all(heading in text for heading in headings)
        assert "2026" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_that_may_harm_is_named_without_link(real: Library, words: Words, language: str) -> None:
    """The address of the Secretariat was read on a site that is not to be opened: title, publisher, and why there is no link."""
    entry = real.entries["achpr-secretariat-contact"]
    [source] = [one for one in entry.sources if one.url is None]
    text = page(Leaflet("x", [entry], language, TODAY), words)

    [item] = [one for one in re.findall(r"<li>(.*?)</li>", text) if source.title in one]
    assert "<a " not in item
    assert source.publisher in item
    assert words.text(language, "source-unlinked").strip("*") in item
    assert "docslib" not in page(Leaflet("x", list(real.entries.values()), language, TODAY), words)


def test_a_stale_entry_is_only_named(real: Library, words: Words) -> None:
    """An entry whose check lies too far back gives its sources and nothing else."""
    entry = real.entries["upr-ngo-submission"]
    text = page(Leaflet("x", [entry], "en", date(2029, 1, 1)), words)

    assert "being updated" in text
    assert "<h3>How" not in text
