"""A file of courses: every mistake at once with its line and what to do, and nothing is written; or all of it, and twice is once."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.courses import demo
from bot.courses.catalogue import State
from bot.courses.importing import LARGEST, LIMITS, ImportRefused, read
from bot.courses.publishing import Fate, Publishing
from bot.courses.records import COLUMNS
from bot.courses.service import Courses
from tests.conftest import Clock

TODAY = date(2026, 11, 24)
GOOD = demo.example(TODAY)
LINE = {"id": "demo-csv", "kind": "workshop", "regions": "west-africa; online", "languages": "fr,en", "audiences": "defenders", "starts_on": "2027-03-01",
        "ends_on": "2027-03-05", "city": "Dakar", "country": "sn", "seats": "20", "deadline": "2027-01-15 23:59", "zone": "Europe/Zurich",
        "partners": "Demo Network; Demo Council", "share_with": "Demo Network", "title_en": "Demo course", "summary_en": 'Five days, "hands on".',
        "learn_en": "- one\n- two", "who_en": "All.", "costs_en": "Free.", "selection_en": "By criteria."}


def table(*rows: dict[str, str], separator: str = ",", columns: tuple[str, ...] = ()) -> bytes:
    """Return a CSV file as a spreadsheet writes it."""
    names = columns or tuple(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([row.get(name, "") for name in names] for row in rows)]
    return "\r\n".join(separator.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines).encode()


def refused(name: str, data: bytes) -> list[str]:
    """Return what is said about a file that is refused."""
    with pytest.raises(ImportRefused) as caught:
        read(name, data)
    return [str(problem) for problem in caught.value.problems]


def test_the_examples_are_good() -> None:
    """What staff start from, and the playground's, on any day."""
    for today in (TODAY, date(2027, 3, 1), date(2028, 2, 28)):
        assert not read("x.yaml", demo.example(today).encode()).notices
        found = read("x.yaml", demo.demo(today).encode())
        assert not found.notices
        assert [one.course.id for one in found.courses] == ["demo-online", "demo-west-africa", "demo-geneva"]
        for one in found.courses:
            assert set(one.course.texts) == {"en", "fr", "ar"}
            assert one.course.texts["en"].title.startswith("Demo:")
            assert all(re.search("made up|inventée|مُختلقة", text.summary) for text in one.course.texts.values())
    assert "Norway" not in GOOD


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_table_as_excel_saves_it(separator: str, mark: bytes) -> None:
    """With its mark, with semicolons, quotes, line ends in a cell; lists in any of their forms; times as they are in the zone."""
    course = read("x.csv", mark + table(LINE, separator=separator)).courses[0].course
    assert (course.regions, course.languages, course.partners) == (("west-africa", "online"), ("en", "fr"), ("Demo Network", "Demo Council"))
    assert (course.country, course.seats, course.state) == ("SN", 20, State.DRAFT)
    assert course.deadline == datetime(2027, 1, 15, 22, 59, 59, tzinfo=UTC)
    assert course.texts["en"].summary == 'Five days, "hands on".'
    assert course.texts["en"].learn == "- one\n- two"


def test_yaml_means_what_stands_there() -> None:
    """NO is Norway, 0012 is no number, a day alone closes at its end, and an opening day opens at its beginning."""
    text = GOOD.replace("country: TG", "country: NO").replace(" 09:00", "").replace(" 23:59", "")
    course = read("x.yaml", text.encode()).courses[0].course
    assert course.country == "NO"
    assert course.opens_at == datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
    assert course.deadline == datetime(2027, 1, 8, 23, 59, 59, tzinfo=UTC)


def test_a_missing_language_and_a_city_in_a_text_are_allowed_but_said() -> None:
    """They are notices, with line and field."""
    found = read("x.csv", table({**LINE, "summary_en": "Five days in Dakar.", "deadline": ""}))
    said = "\n".join(map(str, found.notices))
    assert all(words in said for words in ("has no texts in: fr, ar", "names the city", "deadline: there is none"))
    assert said.count("x.csv:2:") == 3


LONG = {part: "a" * (limit + 1) for part, limit in LIMITS.items()}
BAD_CELLS = [
    ("id", "", "id: it is missing"), ("id", "Demo Course", "not allowed"), ("id", "a" * 25, "not allowed"), ("id", "../x", "not allowed"),
    ("kind", "workshp", "Use one of: workshop"), ("kind", "", "kind: is missing"), ("regions", "west africa", '"west" is not known'),
    ("regions", "mars", "regions:"), ("regions", "", "regions: is missing"), ("languages", "fr klingon", '"klingon" is not known'),
    ("languages", "en fr ar es pt ru", "has 6 languages"), ("audiences", "everybody", "audiences:"),
    ("state", "published", '"published" is not known'), ("zone", "Geneva", "zone:"), ("zone", "../../etc/passwd", "zone:"), ("zone", "", "zone: is missing"),
    ("starts_on", "01/03/2027", "Write year, month and day"), ("starts_on", "2027-02-30", "is not a day"), ("starts_on", "0027-03-01", "is not a day"),
    ("ends_on", "2027-02-28", "is before the first day"), ("starts_on", "", "starts_on: is missing"), ("starts_on", "٢٠٢٧-٠٣-٠١", "is not a day"),
    ("deadline", "2027-03-02 10:00", "is after the first day"), ("deadline", "15.1.2027", "Write year, month, day, hour and minute"),
    ("deadline", "2027-01-15 24:00", "is not a day with a time"), ("deadline", "2027-01-15 25:00", "is not a day with a time"),
    ("opens_at", "2027-01-16", "would close before it opens"), ("opens_at", "tomorrow", "opens_at:"),
    ("seats", "many", "is not a number"), ("seats", "0", "is not a number"), ("seats", "9" * 400, "is not a number"), ("seats", "²", "is not a number"),
    ("country", "Senegal", "country: has 7 characters"), ("country", "QQ", "is no country code"), ("country", "", "country: is missing"),
    ("city", "D" * 81, "city: has 81 characters"), ("city", "Dakar\nPlateau", "more than one line"), ("share_with", "Somebody", "is none of the partners"),
    ("partners", "p" * 401, "partners: has 401 characters"), ("title_en", "", "title_en: is missing, while"), ("title_en", "a\nb", "more than one line"),
    *((f"{part}_en", text, f"{part}_en: has") for part, text in LONG.items()),
    ("who_en", "[here](http://example.org)", "https://"), ("who_en", "[here](javascript:alert)", "https://"),
    ("title_en", "=1+1", "formula"), ("title_en", "+221", "formula"), ("summary_en", "@SUM(A1)", "formula"), ("costs_en", "-1", "formula"),
    ("city", "＝1", "formula"), ("who_en", "  =cmd|' /C calc'!A0", "formula"), ("partners", "=HYPERLINK(1)", "formula"),
    ("title_en", "De\u202emo", "hidden character, U+202E"), ("title_en", "De\u2067mo", "U+2067"), ("title_en", "De\x00mo", "U+0000"),
    ("title_en", "De\x1bmo", "U+001B"), ("title_en", "De\tmo", "U+0009"), ("title_en", "De\u200bmo", "U+200B"), ("title_en", "De\U000e0041mo", "U+E0041")]


@pytest.mark.parametrize(("name", "cell", "said"), BAD_CELLS, ids=[f"{name}-{number}" for number, (name, *_) in enumerate(BAD_CELLS)])
def test_a_wrong_cell_is_named_with_its_row_and_field(name: str, cell: str, said: str) -> None:
    """120 and the issue's list: in the second of three rows; the same in the message's file, line and field."""
    rows = ({**LINE, "id": "one"}, {**LINE, name: cell}, {**LINE, "id": "three"})
    found = refused("x.csv", table(*rows))
    assert len([one for one in found if said in one]) == 1, found
    assert all(re.match("x.csv:[4-6]: ", one) for one in found)  # each text above has a line end of its own
    assert len(found) <= 2
    assert all(re.search(r"\. [A-Z].+", one) for one in found)


def test_times_that_do_not_exist_or_come_twice_are_refused() -> None:
    """105: the hour that the change of clocks takes away, and the one that it brings twice."""
    for clock, said in (("2027-03-28 02:30", "does not exist"), ("2026-10-25 02:30", "comes twice")):
        found = refused("x.csv", table({**LINE, "starts_on": "2027-04-01", "ends_on": "", "deadline": clock}))
        assert len(found) == 1
        assert said in found[0]
        assert "Europe/Zurich" in found[0]


def test_every_mistake_is_said_at_once() -> None:
    """Three rows with five mistakes: five lines, in the order of the file."""
    found = refused("x.csv", table({**LINE, "id": "one", "kind": "x", "seats": "x"}, {**LINE, "zone": "x"}, {**LINE, "starts_on": "x", "regions": "x"}))
    assert len([one for one in found if "id: stands in line" not in one]) >= 5
    assert [int(one.split(":")[1]) for one in found] == sorted(int(one.split(":")[1]) for one in found)


BAD_FILES = [
    ("x.txt", b"id", "neither .yaml nor .csv"), ("x.csv", b"", "is empty"), ("x.csv", b"\xef\xbb\xbf", "is empty"), ("x.yaml", b"", "is empty"),
    ("x.csv", table(LINE).replace(b"Free", b"Fr\xe9e"), "is not UTF-8"), ("x.csv", "id;kind".encode("utf-16"), "is not UTF-8"),
    ("x.csv", b"PK\x03\x04" + b"\xff" * 99, "is not UTF-8"), ("x.yaml", b"\x00" * 50, "hidden character"),
    ("x.csv", b"a" * (LARGEST + 1), "larger than 2 MB"), ("x.yaml", b"- " * LARGEST, "larger than 2 MB"),
    ("x.csv", table(LINE, LINE), "stands in line 2 already"), ("x.csv", table({**LINE, "titel_en": "x"}), "Did you mean title_en?"),
    ("x.csv", table(LINE, columns=(*LINE, "id")), "the column id stands twice"), ("x.csv", table(LINE) + b'\r\n"a","b"', "the row has 2 cells"),
    ("x.csv", table(LINE) + b'\r\n"open', "is no proper table"), ("x.csv", table(LINE, columns=tuple(LINE)).split(b"\r\n")[0], "has no course in it"),
    ("x.csv", table(*({**LINE, "id": f"c-{number}"} for number in range(501))), "has 501 courses"),
    ("x.csv", table({"=1+1": "x", **LINE}), "is no name of a field"),
    ("x.yaml", b"a: b", "is no list of courses"), ("x.yaml", b"- just text", "is no list of courses"), ("x.yaml", b"- id: [a", "is not valid YAML"),
    ("x.yaml", b"- &a {id: x}\n- *a", "anchor or alias"), ("x.yaml", b"a: &a [x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]", "anchor or alias"),
    ("x.yaml", b"- id: !!python/object/apply:os.system [ls]", "tag"), ("x.yaml", b"- id: x\n  id: y", "stands twice"),
    ("x.yaml", b"[" * 50 + b"]" * 50, "nested too deeply"), ("x.yaml", b"- {id: demo, texts: no}", "holds no texts by language"),
    ("x.yaml", b"- {id: demo, texts: {en: x}}", "holds no texts by language"), ("x.yaml", b"- {id: demo, zone: {a: b}}", "no text and no list"),
    ("x.yaml", b"- {id: demo, texts: {sw: {title: x}}}", '"title_sw" is no name'), ("x.yaml", b"- {id: demo, colour: red}", '"colour" is no name'),
    ("x.yaml", GOOD.replace("    en:", "    ar:", 1).replace("    ar:\n      title: \"مثال", "    en:\n      title: \"مثال").encode(), "is not in Arabic"),
]


@pytest.mark.parametrize(("name", "data", "said"), BAD_FILES, ids=[said for *_, said in BAD_FILES])
def test_a_bad_file_is_refused_with_a_clear_message(name: str, data: bytes, said: str) -> None:
    """120: encodings, sizes, bombs, tags, doubles, shapes: one message says it, with the line."""
    found = refused(name, data)
    assert [one for one in found if said in one], found
    assert all(re.match(r"x\.\w+:\d+: ", one) for one in found)
    assert all(len(one) < 400 for one in found)


def never_crashes(name: str, data: bytes) -> None:
    """Read a file; a refusal that says what is wrong is well."""
    with suppress(ImportRefused):
        assert read(name, data).courses


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=300) | st.text(st.characters(codec="utf-8"), max_size=300).map(str.encode), name=st.sampled_from(["x.csv", "x.yaml"]))
def test_any_bytes_are_refused_or_read_but_never_crash(data: bytes, name: str) -> None:
    """Whatever is in it."""
    never_crashes(name, data)


@settings(max_examples=150, deadline=None)
@given(cells=st.dictionaries(st.sampled_from(COLUMNS), st.text(st.characters(codec="utf-8"), max_size=40), max_size=6))
def test_any_cells_are_refused_or_read_but_never_crash(cells: dict[str, str]) -> None:
    """Over a good row."""
    never_crashes("x.csv", table({**LINE, **cells}))


async def test_importing_twice_changes_nothing(publishing: Publishing, courses: Courses, clock: Clock) -> None:
    """Planned, taken, unchanged; then one field changes, and the state that staff gave stays."""
    incoming = read("x.yaml", GOOD.replace("  state: draft", "  seats: 20", 1).replace("  seats: 20               ", "  #", 1).encode()).courses
    assert [one.fate for one in await publishing.plan(incoming)] == [Fate.NEW]
    assert await publishing.every() == ()
    assert [one.fate for one in await publishing.take(incoming)] == [Fate.NEW]
    assert [(one.fate, one.fields) for one in await publishing.take(incoming)] == [(Fate.UNCHANGED, ())]

    await publishing.set_state("example-lome-2027", State.OPEN)
    changed = read("x.yaml", GOOD.replace("  state: draft", "  seats: 21", 1).replace("city: Lomé", "city: Kara").replace("  seats: 20  ", "  #", 1).encode())
    plan = await publishing.plan(changed.courses)
    assert [(one.fate, one.fields, one.state) for one in plan] == [(Fate.CHANGED, ("city", "seats"), State.OPEN)]
    await publishing.take(changed.courses)
    found = await courses.get("example-lome-2027")
    assert found is not None
    assert (found.state, found.city, found.seats) == (State.OPEN, "Kara", 21)
    given = read("x.yaml", GOOD.encode())
    assert [one.state for one in await publishing.take(given.courses)] == [State.DRAFT]
    assert [one.fate for one in await publishing.take(given.courses)] == [Fate.UNCHANGED]
