"""P26, 119: no cell of an exported file is ever taken for a formula, whichever way a program splits the file."""

import csv
import io
import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.courses.sheet import csv_file, inert

BEGINNINGS = ("", " ", "  ", "\t", "\r", "\n", "\r\n", "\u00a0", "\u200b", "\u200f", "\ufeff", "\x00", "\u202e", ";", ",", '"', "|", '";', "a;", "a,", 'x"\n')
ACTIVE = ("=1+1", "+1", "-1+2", "@SUM(A1)", '=HYPERLINK("https://example.org";"x")', "=cmd|' /C calc'!A0", "＝1+1", "＋1", "－1", "＠SUM(A1)", "−1")
PAYLOADS = [begin + formula for begin, formula in itertools.product(BEGINNINGS, ACTIVE)]
MARKUP = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg onload=alert(1)>", "javascript:alert(1)", "{{7*7}}", "\u202etxt.exe", "a\u2066b"]


def is_active(cell: str) -> bool:
    """Tell whether a spreadsheet could take a cell for a formula: what it begins with, spaces and unseen characters left aside."""
    seen = cell.lstrip(" \t\r\n\x00\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\x0b\x0c")
    return unicodedata.normalize("NFKC", seen)[:1] in {"=", "+", "-", "@", "−"} if seen else False


def read(content: bytes, separator: str) -> list[list[str]]:
    """Read a file as a program does that splits at `separator`."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def test_there_are_many_payloads() -> None:
    """More than the 60 of P26, and most of them are dangerous before they are made inert."""
    assert len(set(PAYLOADS)) > 200
    assert sum(map(is_active, PAYLOADS)) > 120


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_cell_and_no_header_is_active(separator: str) -> None:
    """Every payload in every place, also read with another separator than ours."""
    everything = [*PAYLOADS, *MARKUP]
    content = csv_file(everything, [everything, everything[::-1]])

    assert [cell for row in read(content, separator) for cell in row if is_active(cell)] == []


def test_the_file_has_a_mark_and_quotes_everything() -> None:
    """UTF-8 with its mark, every cell in quotes: Excel reads Arabic and French rightly."""
    content = csv_file(["a", "é"], [["ب", 'say "no"']])

    assert content == b'\xef\xbb\xbf"a","\xc3\xa9"\r\n"\xd8\xa8","say ""no"""\r\n'


def test_ordinary_text_stays_as_it_is() -> None:
    """Dashes inside words and sentences, addresses, dates: nothing is added."""
    for text in ("sub-regional work – since 2019", "demo@example.org", "2026-11-24", "a = b", "ب - ج", "1,5", "French, English"):
        assert inert(text) == text


def test_what_hides_or_moves_text_is_taken_out() -> None:
    """Control and direction characters are not in the file."""
    assert inert("a\x00b\u202ec\u2066d") == "abcd"


@given(st.lists(st.text(alphabet=st.sampled_from('=+-@＝ \t\r\n",;|\'a1\u200b\u202e\ufeff'), max_size=12), min_size=1, max_size=3))
def test_no_combination_is_active(cells: list[str]) -> None:
    """Whatever is put together of what is dangerous."""
    content = csv_file(cells, [cells])
    for separator in (",", ";"):
        assert [cell for row in read(content, separator) for cell in row if is_active(cell)] == []
