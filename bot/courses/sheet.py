"""A table as CSV that no spreadsheet takes for formulas (safety.md P26, catalogue 119)."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# What begins a formula, also in its full-width form, at the start of a cell or after what some program takes for the end of one: a reader that
# splits at semicolons instead of commas finds cells where we wrote none.
_ACTIVE = re.compile(r"((?:^|[,;|\t\r\n\"])[\s\u200b-\u200f\u2060\ufeff]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])")
_BLANK = re.compile(r"^[\s\u200b-\u200f\u2060\ufeff]")  # spaces, TAB, CR, LF, and what nobody sees
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # they move or hide what stands beside them


def inert(cell: str) -> str:
    """Return `cell` so that a spreadsheet shows it as text: a leading ' before whatever could begin a formula."""
    text = _ACTIVE.sub(r"\1'", _CONTROLS.sub("", cell))
    return f"'{text}" if _BLANK.match(text) else text


def csv_file(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the table, headers too: every cell quoted, UTF-8 with a byte order mark (Excel reads it wrongly without)."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([inert(cell) for cell in row] for row in (headers, *rows))
    return written.getvalue().encode("utf-8-sig")
