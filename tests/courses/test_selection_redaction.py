"""A person's own name and contacts are masked inside free text: in other spellings, in Arabic, in scripts without spaces; what is no name stays."""

from functools import partial

import pytest

from bot.courses.redaction import MASK, redacted
from tests.timing import processor_seconds

LATIN = {"name": "Amina Demo Bint Ali", "contact_detail": "+257 79 123 456, amina.demo@example.org"}
ARABIC = {"name": "أمينة الحسن عبد الله", "contact_detail": "0791234567"}


@pytest.mark.parametrize(("own", "text", "seen"), [
    (LATIN, "I am AMINA, and Démo is my family.", f"I am {MASK}, and {MASK} is my family."),
    (LATIN, "Bintang and Aminata are others.", "Bintang and Aminata are others."),
    (LATIN, "Call 0025779123456.", f"Call {MASK}."),
    (LATIN, "Write to amina.demo@example.org or other@example.net or @demo_other.", f"Write to {MASK} or {MASK} or {MASK}."),
    (LATIN, "In 2019-2024 we used A/HRC/RES/60/251.", "In 2019-2024 we used A/HRC/RES/60/251."),
    (ARABIC, "أنا أمِينة والحسن، وأمينه", f"أنا {MASK} {MASK}، {MASK}"),
    (ARABIC, "إن شاء الله", "إن شاء الله"),
    (ARABIC, "هاتفي ٠٧٩١٢٣٤٥٦٧", f"هاتفي {MASK}"),
    ({"name": "王小明"}, "我叫王小明,律师", f"我叫{MASK},律师"),
    ({"name": ""}, "Nobody here.", "Nobody here."),
    ({"name": "(.*)+ [x"}, "What (.*)+ is x", "What (.*)+ is x"),
])
def test_the_persons_own_name_and_contacts_are_masked(own: dict[str, str], text: str, seen: str) -> None:
    """What is masked is masked whole; the mask does not tell how long it was."""
    assert redacted({**own, "work": text}) == {"work": seen}


def test_any_text_is_masked_quickly() -> None:
    """12: the longest answers of strange characters cost less than 50 ms each."""
    for piece in ("ﷺ", "\u0301a", "1 ", "@a", "أ", "a.", "ـ"):
        text = (piece * 1500)[:1500]
        own = {"name": (piece * 60)[:60], "contact_detail": (piece * 60)[:60], "work": text}
        assert processor_seconds(partial(redacted, own)) < 0.05, piece
