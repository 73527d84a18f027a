"""The rules that an entry keeps besides its schema, alone and together with the others."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.knowledge.body import Markup
from bot.knowledge.characters import is_arabic
from bot.knowledge.entry import LANGUAGES
from bot.knowledge.problems import Problem as Problem  # callers know it as a part of the check
from bot.knowledge.problems import Severity
from bot.knowledge.reading import Draft, Written
from bot.knowledge.text import normalise

_LONGEST_ASK = 300
URGENT_HELP = "Urgent help"  # what the button is called in English, where each text begins


def check_entry(draft: Draft, today: date, markup: Markup) -> Iterator[Problem]:
    """Yield what is wrong with one entry by itself."""
    category = draft.name.split("/")[-3]
    if draft.fields.category != category:
        hint = f'Write "category: {category}" or move the folder'
        yield Problem(draft.name, draft.yaml.line(("category",)), "the category is not the folder's name", hint)
    yield from _dates(draft, today)
    for language, written in draft.written.items():
        yield from _text(language, written, markup)
    yield from _translations(draft)
    yield from _urgent_first(draft)


def check_together(drafts: Sequence[Draft]) -> Iterator[Problem]:
    """Yield what is wrong between entries: an id that stands twice or is unknown, a question that two entries have."""
    seen: dict[str, str] = {}
    for draft in drafts:
        if draft.id in seen:
            yield Problem(draft.name, 1, f"the id {draft.id} also stands in {seen[draft.id]}", "Rename one of the folders")
        seen[draft.id] = draft.name
    for draft in drafts:
        for place, other in enumerate(draft.fields.related):
            if other == draft.id or other not in seen:
                what = "names itself" if other == draft.id else f"{other} is no entry"
                yield Problem(draft.name, draft.yaml.line(("related", place)), f"related: {what}", "Use ids of entries that exist")
    yield from _duplicates(drafts)


def _urgent_first(draft: Draft) -> Iterator[Problem]:
    """An entry that sends its reader to urgent help has the button for it, and no other."""
    english = draft.written.get("en")
    if english is None or draft.fields.urgent:
        return
    named = any(URGENT_HELP in part.text for part in english.parts)
    if named and not draft.fields.urgent_first:
        yield Problem(draft.name, 1, f'en.md sends readers to "{URGENT_HELP}", and they get no button for it', 'Write "urgent_first: true"')
    elif draft.fields.urgent_first and not named:
        hint = "Say so in the text, or remove the line"
        yield Problem(draft.name, draft.yaml.line(("urgent_first",)), f'urgent_first is set, and en.md says nothing of "{URGENT_HELP}"', hint)


def _dates(draft: Draft, today: date) -> Iterator[Problem]:
    line = draft.yaml.line(("checked_on",))
    due = draft.fields.checked_on + timedelta(days=draft.fields.review_every_days)
    if draft.fields.checked_on > today + timedelta(days=1):  # a day's grace: editors live in all time zones
        yield Problem(draft.name, line, f"was checked on a day to come ({draft.fields.checked_on})", "Correct the date")
    elif due < today:
        yield Problem(draft.name, line, f"was due for review on {due}", "Check the facts, then set checked_on", Severity.WARNING)


def _text(language: str, written: Written, markup: Markup) -> Iterator[Problem]:
    fields, front = written.fields, written.front
    if not any(letter.isalnum() for letter in fields.title):
        yield Problem(written.name, front.line(("title",)), "the title has no words", "Write a title")
    for place, question in enumerate((*fields.questions, *fields.aliases)):
        path = ("questions", place) if place < len(fields.questions) else ("aliases", place - len(fields.questions))
        if not normalise(question):
            yield Problem(written.name, front.line(path), "has a question or alias without words", "Write it in English, French or Arabic letters")
    for line, ask in written.asks:
        if len(ask) > _LONGEST_ASK or not normalise(ask):
            name = written.name.removesuffix(f"{language}.md") + f"asks.{language}.txt"
            yield Problem(name, line, "is too long or has no words", f"One way of asking a line, at most {_LONGEST_ASK} characters")
    for part in written.parts:
        yield from markup.problems(written.name, part)
        if (language == "ar") != is_arabic(part.text) and part.text:
            what = "is not in Arabic letters" if language == "ar" else "is in Arabic letters"
            yield Problem(written.name, part.line, f'"## {part.section.heading}" {what}', f"Write it in the language of {language}.md")
    if language == "ar" and not is_arabic(fields.title):
        yield Problem(written.name, front.line(("title",)), "the title is not in Arabic letters", "Write the Arabic title, an acronym may follow it")


def _translations(draft: Draft) -> Iterator[Problem]:
    english = draft.written.get("en")
    if english is None:
        return
    if english.fields.translated_from is not None:
        yield Problem(english.name, english.front.line(("translated_from",)), "translated_from stands in en.md", "Remove it: English comes first")
    for language in LANGUAGES[1:]:
        other = draft.written.get(language)
        if other is None:
            continue
        if {part.section for part in other.parts} != {part.section for part in english.parts}:
            yield Problem(other.name, other.parts[0].line if other.parts else 1, "has other sections than en.md", "Keep the same sections in all languages")
        if other.fields.translated_from != english.body_hash:
            hint = f'Compare it with en.md, then run "knowledge stamp {draft.id}"'
            yield Problem(other.name, other.front.line(("translated_from",)), "was not compared with the present en.md", hint)


def _duplicates(drafts: Sequence[Draft]) -> Iterator[Problem]:
    seen: dict[str, tuple[str, str]] = {}
    for draft in drafts:
        for written in draft.written.values():
            for place, question in enumerate(written.fields.questions):
                key = normalise(question)
                owner, where = seen.setdefault(key, (draft.id, written.name))
                if owner != draft.id:
                    yield Problem(written.name, written.front.line(("questions", place)), f"the question also stands in {where}", "Keep it in one entry")
