"""Writing into fr.md and ar.md which en.md they were compared with. To be run by who has re-read the translation."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.knowledge.entry import LANGUAGES
from bot.knowledge.files import names, read
from bot.knowledge.loader import ENTRIES
from bot.knowledge.problems import FileRefused, Problem
from bot.knowledge.reading import body_hash, split_front

_FIELD = re.compile(r"^translated_from:.*$", re.MULTILINE)


def stamp(folder: Path, ids: Sequence[str] = ()) -> tuple[str, ...]:
    """Stamp the translations of the entries `ids`, or of all; returns the files that changed. Raises FileRefused."""
    places = {Path(name).parent for name in names(folder)[0] if name.startswith(f"{ENTRIES}/") and name.endswith("/en.md")}
    known = {place.name: place for place in sorted(places)}
    for one in ids:
        if one not in known:
            raise FileRefused(Problem(ENTRIES, 1, f"there is no entry {one[:60]}", "Name existing entries, or none for all"))
    return tuple(_stamped(folder, [known[one] for one in (ids or sorted(known))]))


def _stamped(folder: Path, places: Iterable[Path]) -> Iterable[str]:
    for place in places:
        mark = body_hash(read(folder, f"{place}/en.md"), f"{place}/en.md")
        for language in LANGUAGES[1:]:
            name = f"{place}/{language}.md"
            if not (folder / name).exists():
                continue
            text = read(folder, name)
            changed = _with_mark(name, text, mark)
            if changed != text:
                (folder / name).write_text(changed, encoding="utf-8")
                yield name


def _with_mark(name: str, text: str, mark: str) -> str:
    front, body, _ = split_front(name, text)
    line = f'translated_from: "{mark}"'
    front = _FIELD.sub(line, front) if _FIELD.search(front) else f"{front}\n{line}"
    return f"---\n{front}\n---\n{body}"
