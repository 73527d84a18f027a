"""P11: a bad file never reaches a reader, at boot and while running, in 34 ways of being bad."""

import asyncio
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.knowledge.files import names, stamp
from bot.knowledge.problems import Problem
from bot.knowledge.shelf import Shelf
from tests.knowledge import small
from tests.knowledge.small import HELP, UPR, path, replace

Corruption = Callable[[Path], object]


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small knowledge base without a mistake, read once, so that its index is kept."""
    folder = small.write(tmp_path_factory.mktemp("good") / "knowledge")
    assert Shelf(folder).reload() == ()
    return folder


@pytest.fixture
def folder(good: Path, tmp_path: Path) -> Path:
    """A copy of it, to be broken."""
    return shutil.copytree(good, tmp_path / "knowledge")


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _link(file: Path) -> None:
    moved = file.parents[3] / "elsewhere"
    file.rename(moved)
    file.symlink_to(moved)


def _bomb(file: Path) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    file.write_text("\n".join(lines), encoding="utf-8")


def _add(file: Path, line: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _sparse(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(1024**3)


CORRUPTIONS: dict[str, Corruption] = {
    "truncated entry": lambda f: _cut(path(f, file="entry.yaml")),
    "truncated text": lambda f: path(f).write_bytes(path(f).read_bytes()[:200]),
    "empty text": lambda f: path(f).write_bytes(b""),
    "empty entry": lambda f: path(f, file="entry.yaml").write_bytes(b""),
    "bad UTF-8": lambda f: path(f).write_bytes(path(f).read_bytes().replace(b"early", b"e\xffrly")),
    "UTF-16": lambda f: path(f).write_text(path(f).read_text(encoding="utf-8"), encoding="utf-16"),
    "NUL bytes": lambda f: path(f).write_bytes(path(f).read_bytes().replace(b"early", b"ea\0rly")),
    "missing field": lambda f: replace(path(f, file="entry.yaml"), "owner: demo-team\n", ""),
    "unknown field": lambda f: _add(path(f, file="entry.yaml"), "approved: true"),
    "wrong type": lambda f: replace(path(f, file="entry.yaml"), "review_every_days: 90", "review_every_days: often"),
    "list for a map": lambda f: path(f, file="entry.yaml").write_text("- a\n- b\n"),
    "impossible date": lambda f: replace(path(f, file="entry.yaml"), "2026-11-01", "2026-13-45"),
    "duplicate key": lambda f: _add(path(f, file="entry.yaml"), "owner: other-team"),
    "alias bomb": lambda f: _bomb(path(f, file="entry.yaml")),
    "python tag": lambda f: replace(path(f, file="entry.yaml"), "owner: demo-team", "owner: !!python/object/apply:os.getpid []"),
    "merge key": lambda f: _add(path(f, file="entry.yaml"), "<<: {owner: x}"),
    "deep nesting": lambda f: path(f, file="entry.yaml").write_text("a: " + "[" * 5000 + "]" * 5000),
    "broken YAML": lambda f: replace(path(f), 'title: "', "title: [\""),
    "symbolic link": lambda f: _link(path(f)),
    "linked folder": lambda f: (path(f).parent.parent / "copy").symlink_to(path(f).parent),
    "one gigabyte": lambda f: _sparse(path(f)),
    "a pipe": lambda f: _pipe(path(f)),
    "missing language": lambda f: path(f, file="fr.md").unlink(),
    "duplicate id": lambda f: shutil.copytree(path(f).parent, f / "entries/travel" / UPR),
    "dead source": lambda f: replace(path(f, file="entry.yaml"), "url: https://www.ohchr.org/en/demo", "url: ''"),
    "scripted source": lambda f: replace(path(f, file="entry.yaml"), "url: https://www.ohchr.org/en/demo", "url: javascript:alert(1)"),
    "no source": lambda f: path(f, file="entry.yaml").write_text(path(f, file="entry.yaml").read_text().split("sources:")[0] + "sources: []\n"),
    "direction override": lambda f: replace(path(f), "early", "\u202eylrae"),
    "zero-width space": lambda f: replace(path(f, file="ar.md"), "مبكرا", "مبك\u200bرا"),
    "HTML": lambda f: replace(path(f), "early", "<script>x</script>"),
    "changed original": lambda f: replace(path(f, HELP), "early", "late"),
    "broken glossary": lambda f: (f / "glossary.yaml").write_text("{"),
    "missing urgent phrases": lambda f: (f / "urgent.yaml").unlink(),
    "no entries at all": lambda f: (f / "entries").rename(f / "gone"),
}


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_at_boot_nothing_is_served(folder: Path, name: str) -> None:
    """With no good version yet there is none: the bot says so and never guesses."""
    CORRUPTIONS[name](folder)
    shelf = Shelf(folder)
    problems = shelf.reload()

    assert shelf.library is None
    assert problems
    assert all(problem.file and problem.line >= 1 and problem.hint for problem in problems)


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_while_running_the_last_good_version_stays(folder: Path, name: str) -> None:
    """A reload that fails keeps what was good, answer for answer."""
    shelf = Shelf(folder)
    assert shelf.reload() == ()
    before = shelf.library
    assert before is not None
    answer = before.match("how do we send our UPR report", "en")
    CORRUPTIONS[name](folder)

    assert shelf.reload()
    assert shelf.library is before
    assert shelf.library.match("how do we send our UPR report", "en") == answer


async def test_staff_are_told_the_line_within_five_seconds(folder: Path) -> None:
    """The watch sees a bad file, keeps the good one, and reports file and line; then the mended file is served."""
    shelf = Shelf(folder)
    shelf.reload()
    before = shelf.library
    told: asyncio.Queue[tuple[Problem, ...]] = asyncio.Queue()
    with shelf.watching(told.put):
        replace(path(folder), "early", "ear\u202ely")
        errors = await asyncio.wait_for(told.get(), 20)
        assert any(error.file.endswith("upr-report/en.md") and error.line == 20 for error in errors)
        assert shelf.library is before
        replace(path(folder), "ear\u202ely", "early")
        replace(path(folder, file="entry.yaml"), "owner: demo-team", "owner: other-team")
        for _ in range(400):
            if shelf.library is not before:
                break
            await asyncio.sleep(0.05)
    assert shelf.library is not None
    assert shelf.library.entries[UPR].owner == "other-team"


async def test_the_watch_outlives_a_failing_report(folder: Path) -> None:
    """That staff can't be told does not end the watch."""
    shelf = Shelf(folder)
    shelf.reload()
    calls: asyncio.Queue[int] = asyncio.Queue()

    async def failing(problems: tuple[Problem, ...]) -> None:
        await calls.put(len(problems))
        raise ConnectionError

    with shelf.watching(failing, look_every=0.05):
        for mark in ("\u202e", "\u202d"):
            replace(path(folder), "early", f"early{mark}")
            await asyncio.wait_for(calls.get(), 20)


def test_each_answer_comes_from_one_revision(folder: Path) -> None:
    """108: a library that is being used stays as it was when another is read beside it."""
    shelf = Shelf(folder)
    shelf.reload()
    old = shelf.library
    assert old is not None
    replace(path(folder, file="entry.yaml"), "owner: demo-team", "owner: other-team")
    shelf.reload()

    assert shelf.library is not None
    assert shelf.library.revision != old.revision
    assert old.entries[UPR].owner == "demo-team"


def test_the_stamp_covers_what_is_read(tmp_path: Path) -> None:
    """Each file that is read is looked at for changes, in folders of any name; what is hidden, or an editor's, is not."""
    for name in ("a/b.md", "old~/c.md", ".git/d", "a/.e.md", "a/b.md~"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    assert [name for name, _, _ in stamp(tmp_path)] == [str(tmp_path / name) for name in names(tmp_path)[0]] == [
        str(tmp_path / "a" / "b.md"), str(tmp_path / "old~" / "c.md")]
