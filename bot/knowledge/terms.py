"""The glossary for readers: a term's official names, what it means, and where to read on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.knowledge.entry import Entry
from bot.knowledge.glossary import Glossary, bare_word
from bot.knowledge.glossary import Term as Mark
from bot.knowledge.text import words

# What people put around a word they want explained: "what does ... mean", "c'est quoi", "ايه معنى".
_AROUND = frozenset(words(
    "what is are does do mean means meaning of the a an definition define explain stand stands for acronym term word please"
    " c est quoi qu ce que veut dire signifie signification definition sigle le la les un une du des l d svp expliquer expliquez moi"
    " ما هو هي هم ماذا معنى معناه معناها يعني تعني المقصود ب تعريف اشرح لي مصطلح كلمة ايه اية ايش وش شو شنو شنوا شنية اش هذا هاد دا"))


@dataclass(frozen=True, slots=True)
class Term:
    """One term. `names` and `meanings` are by language; `entry` is where more stands, or None."""

    id: str
    names: Mapping[str, str]
    meanings: Mapping[str, str]
    entry: str | None


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms, and what finds them: `finder` in texts, `exact` as all that a text says. Both know forms that do not help the matcher."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    finder: Glossary = field(default_factory=Glossary)
    exact: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    @classmethod
    def made(cls, terms: Sequence[Term], forms: Mapping[str, Sequence[str]]) -> "Terms":
        """Return the terms with their forms (by id); a term's names are forms too."""
        marks = [Mark(one.id, (*forms.get(one.id, ()), *(part for name in one.names.values() for part in _parts(name)))) for one in terms]
        exact: dict[tuple[str, ...], str] = {}
        for mark in marks:
            for form in mark.forms:
                exact.setdefault(_said(form), mark.id)
        exact.pop((), None)
        return cls({one.id: one for one in terms}, Glossary(marks), exact)

    def letters(self, language: str) -> list[str]:
        """Return the first letters of the terms in `language`, in order."""
        return sorted({_initial(one.names[language]) for one in self.terms.values()} - {""})

    def beginning(self, letter: str, language: str) -> list[Term]:
        """Return the terms that begin with `letter` in `language`, in order."""
        found = [one for one in self.terms.values() if _initial(one.names[language]) == letter]
        return sorted(found, key=lambda one: words(one.names[language]))

    def asked(self, text: str) -> Term | None:
        """Return the term that `text` asks for and nothing else ("UPR", "what does UPR mean?"), or None."""
        name = self.exact.get(_said(text))
        return self.terms[name] if name else None

    def of_entry(self, entry: Entry, language: str) -> list[Term]:
        """Return the terms that stand in an entry's text, in the order in which they come."""
        text = entry.texts[language]
        tags = self.finder.tags(words("\n".join((text.title, *text.sections.values()))))
        return [self.terms[tag] for tag in dict.fromkeys(tags)]


def _said(text: str) -> tuple[str, ...]:
    """Return the bare words of `text` without those around a term; all of them when nothing else is left ("AU")."""
    found = words(text)
    kept = [word for word in found if word not in _AROUND] or found
    return tuple(bare_word(word) for word in kept)


def _parts(name: str) -> list[str]:
    """Return the name and the acronym of "Universal Periodic Review (UPR)"."""
    return [part for part in name.rstrip(")").split("(") if words(part)]


def _initial(name: str) -> str:
    """Return the letter under which a name stands, without the Arabic article."""
    found = words(name)
    return bare_word(found[0])[:1].upper() if found else ""
