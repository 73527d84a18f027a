"""Links and QR codes: what is read is what was made, and nothing else is taken for a link (safety.md, 25-27)."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.courses.links import Link, LinkInvalid, parse, picture

IDS = st.from_regex(r"[a-z0-9-]{2,24}", fullmatch=True)
MARKS = st.just("") | st.from_regex(r"[a-z0-9]{1,16}", fullmatch=True)


@given(course_id=IDS, mark=MARKS)
def test_a_link_is_read_as_it_was_made(course_id: str, mark: str) -> None:
    """Within what Telegram allows: 64 characters of A-Z a-z 0-9 _ -."""
    link = Link(course_id, mark)
    assert parse(link.payload) == link
    assert len(link.payload) <= 43
    assert link.address("dalil_bot") == f"https://t.me/dalil_bot?start={link.payload}"


@pytest.mark.parametrize("payload", [
    "", "c", "c_", "c_a", "c_" + "a" * 25, "c_demo_", "c_demo_A", "c_demo_a_b", "c_demo_" + "a" * 17, "C_demo", "c_Demo", "c_démo", "c_demo\n", " c_demo",
    "c_demo\x00", "c_../x", "x_demo", "c_demo ", "i_demo", "a" * 64, "c_" + "a" * 100_000, "c_٢٢", "c_a'; DROP TABLE courses"])
def test_nothing_else_is_a_link(payload: str) -> None:
    """Too short, too long, other letters, other purposes."""
    assert parse(payload) is None


@pytest.mark.parametrize("link", [Link("a"), Link("A" * 5), Link("demo", "Mark"), Link("demo", "a" * 17), Link("de mo"), Link("demo", "a_b")])
def test_a_link_that_could_not_be_read_is_not_made(link: Link) -> None:
    """Staff are told what is allowed."""
    with pytest.raises(LinkInvalid, match="has "):
        assert link.payload


def test_the_picture_is_a_png_with_a_quiet_zone() -> None:
    """Black and white, square, four squares of white around: what scanners need."""
    data = picture("https://t.me/dalil_bot?start=c_" + "a" * 24 + "_" + "m" * 16)
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    assert (data[:8], width, depth, colour) == (b"\x89PNG\r\n\x1a\n", height, 1, 0)
    assert 200 <= width <= 600
    at = data.index(b"IDAT")
    packed = zlib.decompress(data[at + 4 : at + 4 + struct.unpack(">I", data[at - 4 : at])[0]])
    line = (width + 7) // 8 + 1
    rows = [bytes(line - 1)]
    for place in range(0, len(packed), line):
        assert packed[place] in (0, 2)  # PNG's filters "none" and "up"
        above = rows[-1] if packed[place] else bytes(line - 1)
        rows.append(bytes((byte + up) % 256 for byte, up in zip(packed[place + 1 : place + line], above, strict=True)))
    assert all(set(row[:4] + row[-4:]) == {255} for row in rows[1:])
    assert all(set(row) == {255} for row in (*rows[1:33], *rows[-32:]))
    assert set(rows[33][4:11]) == {0}  # the corner that scanners look for: seven black squares
