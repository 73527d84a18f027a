"""How people really type: one or two slips a message, no accents, Arabic letters in their informal spelling. The same each time."""

import random
import unicodedata

_SHORTEST = 4  # letters of a word in which a slip is made
_LONG_TEXT = 5  # words from which on there are two slips
_ALPHABETS = {True: "abcdefghijklmnopqrstuvwxyz", False: "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"}
_INFORMAL = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي", "ـ": None})


def typos(text: str, seed: str) -> str:
    """Return `text` with one slip, or two in longer texts; `seed` decides which."""
    chance = random.Random(seed)  # noqa: S311  # no secret: the same slips each time
    words = text.split(" ")
    places = [place for place, word in enumerate(words) if len(word) >= _SHORTEST and word.isalpha()]
    for place in chance.sample(places, min(len(places), 2 if len(words) >= _LONG_TEXT else 1)):
        words[place] = _slip(words[place], chance)
    return " ".join(words)


def without_accents(text: str) -> str:
    """Return `text` without accents and Arabic diacritics."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if unicodedata.category(letter) != "Mn")


def informal_arabic(text: str) -> str:
    """Return `text` with the Arabic letters that people do not tell apart when typing, written the short way."""
    return text.translate(_INFORMAL)


def _slip(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("swap", "drop", "double", "other"))
    if kind == "swap":
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == "drop":
        return word[:place] + word[place + 1 :]
    if kind == "double":
        return word[:place] + word[place] + word[place:]
    return word[:place] + chance.choice(_ALPHABETS[word.isascii()]) + word[place + 1 :]
