"""What is done to somebody, in one Arabic word: "they kidnapped him" (khatafuhu, khatfouh). A verb, who did it, and to whom, in all persons.

In Latin letters no two people spell alike: there the consonants count, with the ending that says who did it and to whom.
"""

import re
from collections.abc import Sequence

from bot.knowledge.text import words

_WEAK = 2  # letters of a verb that only "they" do: with other endings it is another word
_LONGEST = 20  # letters of such a word
_WHOM = "(?:ني|نا|ه|ها|هم|هن)"
_THEY = f"(?:وا?|ون){_WHOM}"  # they, to any of them
_SHE_HE = f"(?:ت{_WHOM}|ني|ها|هم)"  # she (and the police, the army), or he
_NOW = "(?:س|ب|ك|ه|ح|عم)?ي"  # they do, are doing, will do
_LATIN = re.compile(r"([a-z0-9]+?)(?:ou|oo|o|u|aw|ew|w)(?:ni|ny|na|h|ha|hom|houm|hum|hm)")
_BEFORE = re.compile(r"(?:[wf]a?)?(?:(?:b|k|ha|h|ka|s|sa)?[yi]e?)?")  # "and", "they are doing"
_SOUNDS = (("kh", "5"), ("sh", "$"), ("ch", "$"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("7'", "5"))
_CONSONANTS = str.maketrans({
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttgh5ddrzs$sdtdgfgklmnh", strict=True)), **dict.fromkeys("اويع", None),
    **dict.fromkeys("aeiouyw34", None), "7": "h", "9": "g", "q": "g", "j": "g", "2": "g", "8": "g", "6": "t", "c": "k", "p": "b", "v": "f",
})
_NOTHING = re.compile(r"(?!)")
_TWICE = re.compile(r"(.)\1+")


class Verbs:
    """Verbs in their simplest form ("he kidnapped"), found with a person attached."""

    def __init__(self, verbs: Sequence[str]) -> None:
        simple = sorted({one for verb in verbs for one in words(verb)}, key=len, reverse=True)
        strong = [one for one in simple if len(one) > _WEAK]
        present = [one.removeprefix("ا") if len(one) > _WEAK + 1 else one for one in simple]
        self._arabic = re.compile(f"[وف]?(?:(?:{'|'.join(simple)}){_THEY}|(?:{'|'.join(strong)}){_SHE_HE}|{_NOW}(?:{'|'.join(present)}){_THEY})") \
            if strong else _NOTHING
        self._latin = frozenset(found for one in simple if len(found := _skeleton(one)) >= _WEAK)

    def is_done(self, word: str) -> bool:
        """Tell whether a normalised `word` says that somebody does one of the verbs to somebody."""
        if not word.isascii():
            return bool(self._arabic.fullmatch(word))
        return self.is_done_in_latin(word)

    def is_done_in_latin(self, word: str) -> bool:
        """Tell so of Arabic in Latin letters only."""
        match = _LATIN.fullmatch(word) if word.isascii() and len(word) <= _LONGEST else None
        return match is not None and any(_skeleton(one) in self._latin for one in (match[1], _BEFORE.sub("", match[1], count=1)))


def _skeleton(word: str) -> str:
    """Return the consonants of a word, those that people mix up as one, and "w" at its beginning."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return ("w" if word[:1] in ("w", "و") else "") + _TWICE.sub(r"\1", word.translate(_CONSONANTS))
