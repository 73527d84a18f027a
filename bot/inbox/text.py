"""A question or an answer as it is kept: without characters that nobody can see."""

import re
import unicodedata

LONGEST = 1000  # characters of a question: enough to ask, too short for the file of a case
LONGEST_ANSWER = 2500  # with the words around it, one message of Telegram's 4,096
_CUT = 4096  # before anything else is done with a text
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")
_WANTED = "\n\u200c\u200d"  # line ends, and the joiners that Arabic and Persian words need
_EMPTY_LINES = re.compile(r"\s*\n\s*\n\s*")


def clean(text: str) -> str:
    """Return `text` without control, direction and private characters, and without more than one empty line in a row; "" when it has no words."""
    text = text[:_CUT].replace("\t", " ")
    seen = "".join(letter for letter in text if letter in _WANTED or unicodedata.category(letter) not in _UNSEEN)
    seen = _EMPTY_LINES.sub("\n\n", seen).strip()
    return seen if any(letter.isalnum() for letter in seen) else ""
