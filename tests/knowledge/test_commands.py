"""`python -m bot knowledge ...`: each command, and one clear message for each mistake."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.commands.knowledge import app
from tests.knowledge import small


def run(*arguments: object) -> Result:
    """Run a command as from a shell."""
    return CliRunner().invoke(app, [str(one) for one in arguments], env={"COLUMNS": "200"})


def lines(path: Path) -> list[dict[str, object]]:
    """Return the JSON lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_check_says_that_all_is_good(folder: Path) -> None:
    """Entries, languages, revision; exit code 0."""
    done = run("check", "--folder", folder)

    assert done.exit_code == 0
    assert "3 entries in 3 languages are good" in done.output


def test_check_names_file_line_and_hint(folder: Path) -> None:
    """A mistake ends with exit code 1 and says where and what to do."""
    small.replace(small.path(folder), "early", "ear\u202ely")
    done = run("check", "--folder", folder)

    assert done.exit_code == 1
    assert "entries/upr/upr-report/en.md:20: has a hidden character, U+202E" in done.output


def test_stats(folder: Path) -> None:
    """Categories, ways of asking, reviews."""
    done = run("stats", "--folder", folder)

    assert done.exit_code == 0
    assert "protection" in done.output
    assert "2027-01-30" in done.output


def test_ask(folder: Path) -> None:
    """The band, the language, the entries with their titles."""
    done = run("ask", "comment envoyer notre rapport EPU", "--lang", "en", "--folder", folder)

    assert done.exit_code == 0
    assert "answer in fr" in done.output
    assert "Rapport pour l'Examen périodique universel (upr-report)" in done.output


def test_ask_small_talk(folder: Path) -> None:
    """Small talk is named."""
    assert "small talk: greeting" in run("ask", "hello", "--folder", folder).output


def test_answer(folder: Path, tmp_path: Path) -> None:
    """Each line is a fresh conversation: id, band, at most three entries, language, milliseconds."""
    queries, out = tmp_path / "q.jsonl", tmp_path / "r.jsonl"
    texts = {"1": ("en", "how do we send our UPR report"), "2": ("ar", "الشرطة على الباب"), "3": ("fr", "bonjour"), "4": ("en", ""), "5": ("en", "pizza")}
    queries.write_text("\n".join(json.dumps({"id": key, "lang": lang, "text": text}) for key, (lang, text) in texts.items()), encoding="utf-8")
    done = run("answer", "--queries", queries, "--out", out, "--folder", folder)

    assert done.exit_code == 0
    found = {line["id"]: line for line in lines(out)}
    assert {key: line["band"] for key, line in found.items()} == {"1": "answer", "2": "urgent", "3": "smalltalk", "4": "smalltalk", "5": "decline"}
    assert found["1"]["entries"] == [small.UPR]
    assert set(found["1"]) == {"id", "band", "entries", "lang", "ms"}


def test_rank(tmp_path: Path) -> None:
    """Any corpus, in any language code, is ranked by the same matcher."""
    corpus, queries, out = tmp_path / "c.jsonl", tmp_path / "q.jsonl", tmp_path / "r.jsonl"
    documents = [{"id": "sea", "lang": "en", "title": "The sea", "text": "Fish and waves.", "questions": []},
                 {"id": "sky", "lang": "de", "title": None, "text": "Clouds and birds.", "questions": ["what flies"]}]
    corpus.write_text("\n".join(map(json.dumps, documents)), encoding="utf-8")
    queries.write_text('{"id": 7, "lang": "en", "query": "birds in clouds"}\n{"id": "8", "lang": "en", "text": "fish"}\n', encoding="utf-8")
    done = run("rank", "--corpus", corpus, "--queries", queries, "--out", out, "--limit", 1)

    assert done.exit_code == 0, done.output
    assert [(line["id"], line["ranking"][0][0]) for line in lines(out)] == [("7", "sky"), ("8", "sea")]  # type: ignore[index]
    assert all(len(line["ranking"]) == 1 and line["ms"] >= 0 for line in lines(out))  # type: ignore[arg-type, operator]


def test_evaluate_and_calibrate(folder: Path) -> None:
    """Figures by language and group; thresholds are written when asked for."""
    (folder / "questions").mkdir()
    texts = {"en": "how do we send our UPR report", "fr": "comment envoyer notre rapport EPU", "ar": "كيف نرسل تقريرنا للاستعراض الدوري الشامل"}
    for language, text in texts.items():
        asked = [{"id": f"{language}-{number}", "lang": language, "text": text, "expected": small.UPR, "also": [], "kind": "in", "group": "plain"}
                 for number in range(10)]
        (folder / "questions" / f"{language}.jsonl").write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    done = run("evaluate", "--calibrate", "--confusions", "--folder", folder)

    assert done.exit_code == 0, done.output
    assert "100.0%" in done.output
    assert "answer:" in (folder / "thresholds.yaml").read_text(encoding="utf-8")
    assert run("check", "--folder", folder).exit_code == 0


def test_stamp(folder: Path) -> None:
    """After a change to en.md the translations are stale until they are stamped."""
    small.replace(small.path(folder), "early", "very early")
    assert run("check", "--folder", folder).exit_code == 1
    done = run("stamp", small.UPR, "--folder", folder)

    assert "2 files stamped" in done.output
    assert run("check", "--folder", folder).exit_code == 0
    assert "0 files stamped" in run("stamp", "--folder", folder).output


@pytest.mark.parametrize(("arguments", "message"), [
    (("ask", "x", "--lang", "de"), '"de" is no language of the bot'),
    (("ask", "x", "--folder", "/nowhere"), "The knowledge base has"),
    (("stamp", "no-such-entry"), "there is no entry no-such-entry"),
    (("answer", "--queries", "/nowhere", "--out", "/nowhere"), "cannot be read"),
    (("rank", "--corpus", "/nowhere", "--queries", "/nowhere", "--out", "/nowhere"), "cannot be read"),
    (("evaluate",), "questions/en.jsonl:1: cannot be read"),
])
def test_bad_arguments_get_one_clear_message(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    """Exit code 2, what is wrong, no traceback."""
    extra = () if "--folder" in arguments or arguments[0] == "rank" else ("--folder", folder)
    done = run(*arguments, *extra)

    assert done.exit_code == 2
    assert message in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(("content", "message"), [
    (b"{", "c.jsonl:1: is not JSON"), (b"[1]", "is no JSON object"), (b'{"id": "a", "lang": "en", "questions": "x"}', "is no list of texts"),
    (b'{"lang": "en"}', '"id" is missing'), (b"\xff", "is not UTF-8"), (b"", "has no lines"),
    (b"[" * 100_000, "is not JSON"),
    (b'{"id": "a", "lang": 3}', '"lang" is missing'),
])
def test_bad_files_get_one_clear_message(tmp_path: Path, content: bytes, message: str) -> None:
    """Each kind of bad line is named with file and line."""
    corpus, queries = tmp_path / "c.jsonl", tmp_path / "q.jsonl"
    corpus.write_bytes(content)
    queries.write_text('{"id": "1", "lang": "en", "text": "x"}')
    done = run("rank", "--corpus", corpus, "--queries", queries, "--out", tmp_path / "r.jsonl")

    assert done.exit_code == 2
    assert message in done.output


def test_an_output_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    """A folder is no file to write to."""
    queries = tmp_path / "q.jsonl"
    queries.write_text('{"id": "1", "lang": "en", "text": "x"}')
    done = run("answer", "--queries", queries, "--out", tmp_path, "--folder", folder)

    assert done.exit_code == 2
    assert "cannot be written" in done.output


def test_an_unknown_language_in_the_queries(folder: Path, tmp_path: Path) -> None:
    """The bot speaks three languages."""
    queries = tmp_path / "q.jsonl"
    queries.write_text('{"id": "1", "lang": "xx", "text": "x"}')

    assert run("answer", "--queries", queries, "--out", tmp_path / "r", "--folder", folder).exit_code == 2
