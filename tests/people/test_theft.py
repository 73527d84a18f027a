"""A stolen database tells nothing (P17), and what is sealed can be neither moved nor altered (P18)."""

import base64
import hashlib
import itertools
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.commands import age
from bot.commands.backup import backup
from bot.db.engine import Database
from bot.db.types import METADATA, Sealed
from bot.keys import KeyRing, SealBroken
from bot.people.dialog import Dialog
from bot.people.rekey import Rekey, sealed_columns
from bot.people.service import People
from tests.conftest import Clock
from tests.people import made_up

PEOPLE = 4
SECRETS = (made_up.MARK, "Demo Amina", "+000 77 123 45 67")


def disguises(text: str) -> set[bytes]:
    """Return what `text` may look like in a file: plain, UTF-16, hexadecimal, base64 at each of its three offsets, and its common digests."""
    plain = text.encode()
    codes = {plain, text.encode("utf-16-le"), text.encode("utf-16-be"), plain.hex().encode(), plain.hex().upper().encode()}
    for offset in range(3):
        code = base64.b64encode(b"\0" * offset + plain)
        start = -(-offset * 8 // 6)
        codes |= {code[start : -4 or None], code[start:-4].replace(b"+", b"-").replace(b"/", b"_")}
    for digest in (hashlib.sha256, hashlib.sha1, hashlib.md5):
        for form in (plain, b"tg:" + plain):
            raw = digest(form).digest()
            codes |= {raw, raw.hex().encode(), raw.hex().upper().encode(), base64.b64encode(raw)[:-2], base64.urlsafe_b64encode(raw)[:-2]}
    number = int(text) if text.isdigit() else None
    return codes | ({number.to_bytes(8, "big"), number.to_bytes(8, "little")} if number is not None else set())


def secrets() -> Iterable[str]:
    """Return what must not be found: account ids, and words that stand in everything sealed."""
    return (*(str(made_up.chat(number)) for number in range(PEOPLE)), *SECRETS)


def hits(stolen: bytes) -> list[str]:
    """Return what can be found in the bytes."""
    return [secret for secret in secrets() for code in disguises(secret) if code in stolen]


def test_the_scan_finds_what_it_looks_for() -> None:
    """Without this the next test proves nothing: each disguise is found in the middle of other bytes."""
    for secret in secrets():
        for code in disguises(secret):
            assert len(code) >= 8
            assert secret in hits(b"xy" + code + b"z")
        for offset in range(3):
            assert secret in hits(base64.b64encode(b"." * offset + secret.encode() + b"..."))


async def test_a_stolen_database_tells_nothing(database: Database, key_ring: KeyRing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """P17: every table filled: the file, its log, every value that PostgreSQL keeps, and a backup, encrypted and opened: 0 hits."""
    await made_up.fill(database, key_ring, PEOPLE)
    identity, public = age.new_identity()
    (tmp_path / "identity.txt").write_text(identity)
    for name, value in (("DATABASE_URL", database.url), ("KEYS_FILE", str(tmp_path / "keys" / "dalil.json")), ("BACKUP_RECIPIENT", public),
                        ("DATA_DIR", str(tmp_path / "data"))):
        monkeypatch.setenv(f"DALIL_{name}", value)
    await backup(tmp_path / "b.age")
    stolen = {"backup": (tmp_path / "b.age").read_bytes(), "rows": repr(await made_up.contents(database)).encode()}
    with (tmp_path / "b.age").open("rb") as file:
        stolen["opened backup"] = b"\n".join([line async for line in age.decrypt(file, age.identity(tmp_path / "identity.txt"))])
    for file in tmp_path.glob("dalil.sqlite3*"):
        stolen[file.name] = file.read_bytes()
    found = {name: hits(content) for name, content in stolen.items()}

    assert {"dalil.sqlite3", "dalil.sqlite3-wal"} <= set(stolen) or not database.is_sqlite
    assert not any(found.values()), found
    print(f"P17: {sum(map(len, stolen.values())):,} bytes in {len(stolen)} stolen pieces, {len(list(secrets()))} secrets, 0 hits without keys")


async def test_what_is_sealed_cannot_be_moved(database: Database, key_ring: KeyRing) -> None:
    """P18: every sealed value in every other sealed place, of its own row and of others: none opens."""
    await made_up.fill(database, key_ring, 2)
    values: list[tuple[tuple[str, str, str], str]] = []
    async with database.transaction() as connection:
        for key, column in sealed_columns(METADATA):
            values += [((column.table.name, column.name, str(row)), sealed) for row, sealed in await connection.execute(select(key, column))]
    opened = 0
    for (place, _), (_, sealed) in itertools.permutations(values, 2):
        with suppress(SealBroken):
            key_ring.open(sealed, *place)
            opened += 1

    assert len({place[:2] for place, _ in values}) == len(sealed_columns(METADATA)) >= 6
    assert opened == 0
    print(f"P18: {len(values) * (len(values) - 1)} moves, 0 opened")


async def test_what_is_sealed_cannot_be_altered(database: Database, key_ring: KeyRing) -> None:
    """P18: every byte of each kind of sealed value flipped, each character replaced, and cut at every place: all rejected."""
    await made_up.fill(database, key_ring, 1)
    tried = taken = 0
    async with database.transaction() as connection:
        for key, column in sealed_columns(METADATA):
            row, sealed = (await connection.execute(select(key, column))).one()
            place = column.table.name, column.name, str(row)
            for other in spoilt(sealed):
                tried += 1
                with suppress(SealBroken):
                    key_ring.open(other, *place)
                    taken += 1

    assert taken == 0
    print(f"P18: {tried} alterations, {taken} taken")


def spoilt(sealed: str) -> Iterable[str]:
    """Yield `sealed` with each byte of nonce and ciphertext flipped, each character replaced, and cut at each place."""
    version, key, *codes = sealed.split(".")
    for part, code in enumerate(codes):
        raw = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4))
        for at in range(len(raw)):
            changed = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
            new = [*codes[:part], base64.urlsafe_b64encode(changed).decode().rstrip("="), *codes[part + 1 :]]
            yield ".".join([version, key, *new])
    for at in range(len(sealed)):
        yield sealed[:at]
        yield sealed[:at] + ("A" if sealed[at] != "A" else "B") + sealed[at + 1 :]


async def test_with_everything_moved_the_bot_goes_on(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """P18: all values of each column exchanged between rows: people are still known, conversations begin anew, a rotation counts what is broken."""
    await made_up.fill(database, key_ring, PEOPLE)
    async with database.transaction() as connection:
        for key, column in sealed_columns(METADATA):
            rows: list[Any] = list(await connection.execute(select(key, column).order_by(key)))
            for (row, _), (_, sealed) in zip(rows, rows[1:] + rows[:1], strict=True):
                await connection.execute(update(column.table).where(key == row).values({column: Sealed(sealed)}))
    people = People(database, key_ring, clock)
    found = [await people.look_up(made_up.chat(number)) for number in range(PEOPLE)]
    made_up.new_keys(tmp_path / "keys" / "dalil.json", clock(), "fields")
    key_ring.refresh()
    walked = await Rekey(database, key_ring, METADATA).walk()

    assert all(person.known and person.dialog == Dialog() for person in found)
    assert (walked.changed, dict(walked.broken)) == (0, {"k1": PEOPLE * 8})
