"""How the words are written: one apostrophe in French, one tanwin and one name for each month in Arabic, nothing twice on the urgent card."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.i18n import LANGUAGES, MONTHS, Words
from bot.keys import KeyRing
from bot.knowledge.entry import Section
from bot.knowledge.shelf import Shelf
from bot.telegram.render import Renderer, plain
from handlers import cards
from tests.conftest import ROOT

_ADDRESS = re.compile(r"https://[^\s)\"]+")
_MISPLACED = "\u0627\u064b"  # a tanwin on the alef instead of before it


def shown(language: str) -> Iterator[tuple[Path, str]]:
    """Yield what people read in a language: titles and bodies of entries, the pathfinder's texts, the messages."""
    for file in (ROOT / "knowledge" / "entries").rglob(f"{language}.md"):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        title = re.search(r"^title:.*$", front, re.MULTILINE)
        yield file, (title[0] if title else "") + "\n" + _ADDRESS.sub("", body)
    for file in (ROOT / "knowledge" / f"pathfinder.{language}.yaml", *(ROOT / "locales" / language).glob("*.ftl")):
        yield file, _ADDRESS.sub("", file.read_text(encoding="utf-8"))
    for line in (ROOT / "knowledge" / "glossary.yaml").read_text(encoding="utf-8").splitlines():
        if line.startswith(("  name:", "  meaning:")) and (found := re.search(rf'{language}: "([^"]*)"', line)):
            yield ROOT / "knowledge" / "glossary.yaml", found[1]


def test_french_has_one_apostrophe() -> None:
    """A French reader sees the same sign everywhere."""
    assert [file for file, text in shown("fr") if re.search(r"\w'\w", text)] == []


def test_arabic_has_one_tanwin_and_one_name_a_month() -> None:
    """A month has its two names wherever it stands in a text, as on the cards."""
    texts = list(shown("ar"))
    assert [file for file, text in texts if _MISPLACED in text] == []
    single = [name for both in MONTHS["ar"] for name in both.split("/")]
    month = re.compile(rf"(?<![\u0620-\u065f])[وفبلك]?(?:{'|'.join(single)})(?![\u0620-\u065f])")
    alone = [(file, found[0]) for file, text in texts for found in month.finditer(re.sub("|".join(MONTHS["ar"]), "", text))]
    assert alone == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_urgent_card_says_each_thing_once(words: Words, language: str) -> None:
    """Somebody in danger reads what to do, the risk, then whom to contact; no note of an editor's, no warning twice."""
    shelf = Shelf(ROOT / "knowledge")
    shelf.reload()
    assert shelf.library is not None
    entry = shelf.library.urgent_entry
    assert entry is not None
    summary = entry.texts[language].sections[Section.SUMMARY]
    warned = {"en": ("this chat", "end-to-end"), "fr": ("cette conversation", "bout en bout"), "ar": ("هذه المحادثة", "طرف إلى طرف")}[language]
    assert not any(one in summary for one in warned)
    assert all(one in words.text(language, "urgent-safety") for one in warned)
    assert not re.search("saved cop|copie|نسخ", summary)
    assert not re.search(r"\b20\d\d\b", summary)
    risk = {"en": "watched", "fr": "surveillé", "ar": "المراقَب"}[language]
    assert 0 < summary.index(risk) < summary.index("https://")
    contact = {"en": "Then contact, day and night:", "fr": "Contactez ensuite, de jour comme de nuit :",
               "ar": "ثم اتصلوا، ليلًا أو نهارًا، بإحدى هذه الجهات:"}[language]
    assert f"{contact}\n- " in summary
    assert cards.urgent(shelf.library, language).parts


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_speak_the_readers_language(words: Words, key_ring: KeyRing, language: str) -> None:
    """Which language a source is in, and why one has no link, is said in the reader's; no note of an editor's about copies."""
    shelf = Shelf(ROOT / "knowledge")
    shelf.reload()
    assert shelf.library is not None
    tongues = {"en": ("", "(in French)"), "fr": ("(en anglais)", ""), "ar": ("(بالإنجليزية)", "(بالفرنسية)")}[language]
    unlinked = words.text(language, "source-unlinked").strip("*")
    seen = set()
    for entry in shelf.library.entries.values():
        html = Renderer(words, key_ring).render(cards.sources(entry, language, entry.checked_on), 7).texts[0]
        text = plain(html).replace("\u2068", "").replace("\u2069", "")
        assert not re.search(r"\((English|Français|العربية)\)|saved cop|\(copy", text), entry.id
        assert html.count("<a href=") == sum(source.url is not None for source in entry.sources)
        assert text.count(unlinked) == sum(source.url is None for source in entry.sources)
        assert all(source.title in text and source.publisher in text for source in entry.sources)
        seen |= {source.language for source in entry.sources if tongues[source.language == "fr"] in text}
        assert "another language" not in text
    assert {"en", "fr"} <= seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_in_another_language_says_so(language: str) -> None:
    """Whose address names another language than the reader's: in its words, or right after them."""
    says = {"en": "in (?:French|Arabic|Burmese|Swahili)", "fr": "en (?:anglais|arabe)", "ar": "بالإنجليزية|بالفرنسية|بالسواحلية"}[language]
    unsaid = []
    for file in (ROOT / "knowledge" / "entries").rglob(f"{language}.md"):
        text = file.read_text(encoding="utf-8")
        for link in re.finditer(r"\[([^\]]*)\]\((https://[^)]*)\)", text):
            found = re.search(r"/(en|fr|ar|my|sw|es|pt)(?:/|$)|lang=(en|fr|ar)", link[2].lower())
            if found and (found[1] or found[2]) != language and not re.search(says, link[1] + text[link.end() : link.end() + 60]):
                unsaid.append((file.parent.name, link[2]))
    assert unsaid == []


@pytest.mark.parametrize(("language", "key", "text"), [
    ("fr", "welcome-back", "Heureux de vous retrouver."), ("fr", "safety-notice", "en cochant aussi le bot"),
    ("ar", "button-interest-mine", "طلبات اهتمامي"), ("ar", "urgent-safety", "ولا يستطيع هذا البوت إرسال النجدة"),
])
def test_what_was_translated_word_by_word_is_said_naturally(words: Words, language: str, key: str, text: str) -> None:
    """“Bon retour” sends people home; a chat cannot send help, a bot could."""
    assert text in words.text(language, key)
