"""The key ring: sealed for one place, found without being known, refused when anything is wrong."""

import json
from pathlib import Path

import pytest

from bot import keys
from bot.keys import KeyRing, KeysInvalid, SealBroken


def test_what_is_sealed_opens_in_its_place_only(key_ring: KeyRing) -> None:
    """P18: a ciphertext cannot be moved to another row, column or table."""
    sealed = key_ring.seal("4503599627370495", "people", "chat_id", "row-1")

    assert key_ring.open(sealed, "people", "chat_id", "row-1") == "4503599627370495"
    for place in (("people", "chat_id", "row-2"), ("people", "other", "row-1"), ("dialogs", "chat_id", "row-1")):
        with pytest.raises(SealBroken):
            key_ring.open(sealed, *place)


def test_each_altered_character_is_noticed(key_ring: KeyRing) -> None:
    """P18: flip or cut anything and it does not open."""
    sealed = key_ring.seal("text", "t", "c", "r")
    for place in range(len(sealed)):
        altered = sealed[:place] + ("A" if sealed[place] != "A" else "B") + sealed[place + 1 :]
        if altered.rstrip("=") == sealed:
            continue
        try:
            opened = key_ring.open(altered, "t", "c", "r")
        except SealBroken:
            continue
        assert opened == "text"  # only the unused low bits of base64's last character may differ
        assert place in (len(sealed) - 1, len("v1.k1.") + 15)
    for cut in range(len(sealed)):
        with pytest.raises(SealBroken):
            key_ring.open(sealed[:cut], "t", "c", "r")


def test_a_look_up_needs_the_key(key_ring: KeyRing, tmp_path: Path) -> None:
    """The same account has another pseudonym in another installation; ids beyond 32 bits work."""
    keys.create(tmp_path / "other.json")
    other = keys.load(tmp_path / "other.json")

    assert key_ring.look_up(2**51) == key_ring.look_up(2**51)
    assert key_ring.look_up(2**51) != other.look_up(2**51)


@pytest.mark.parametrize(("change", "says"), [
    (lambda d: d.pop("fields"), "'fields' needs one 'active'"),
    (lambda d: d["lookup"].update(active=["k1", "k2"]), "'lookup' needs one 'active'"),
    (lambda d: d["fields"].update(active="k9"), "active key of 'fields' is missing"),
    (lambda d: d["fields"]["keys"].update(k1="c2hvcnQ"), "not 32 bytes"),
    (lambda d: d["audit"]["keys"].update(k1="%%%"), "not base64"),
])
def test_a_damaged_key_file_stops_the_start(tmp_path: Path, change: object, says: str) -> None:
    """106: a key missing, short, or two active ones: the message says which, and what to do."""
    path = tmp_path / "k.json"
    keys.create(path)
    document = json.loads(path.read_text())
    change(document)  # type: ignore[operator]
    path.write_text(json.dumps(document))

    with pytest.raises(KeysInvalid, match=says):
        keys.load(path)


def test_a_missing_or_open_key_file_stops_the_start(tmp_path: Path) -> None:
    """106: missing, readable by others, or a name standing twice."""
    path = tmp_path / "k.json"
    with pytest.raises(KeysInvalid, match="keys new"):
        keys.load(path)
    keys.create(path)
    path.chmod(0o644)
    with pytest.raises(KeysInvalid, match="chmod 600"):
        keys.load(path)
    path.chmod(0o600)
    path.write_text('{"fields": {}, "fields": {}}')
    with pytest.raises(KeysInvalid, match="cannot be read"):
        keys.load(path)


def test_keys_are_never_overwritten_nor_shown(tmp_path: Path) -> None:
    """A second `keys new` leaves the first ring alone; printing a ring shows no key."""
    path = tmp_path / "k.json"
    keys.create(path)
    before = path.read_text()
    with pytest.raises(FileExistsError):
        keys.create(path)

    assert path.read_text() == before
    assert path.stat().st_mode & 0o777 == 0o600
    ring = keys.load(path)
    assert json.loads(before)["fields"]["keys"]["k1"][:8] not in f"{ring!r}{ring.fields!r}"
