"""The key ring: sealed for one place, found without being known, refused when anything is wrong."""

import json
from pathlib import Path

import pytest

from bot import keyfile, keys
from bot.keys import KeyRing, KeysInvalid, SealBroken
from bot.telegram.callbacks import pack, unpack
from tests.conftest import Clock


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
        with pytest.raises(SealBroken):
            key_ring.open(altered, "t", "c", "r")
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


def rotated(path: Path, clock: Clock, *, active: bool = True) -> None:
    """Give every purpose a new key."""
    def turn(ring: keyfile.Ring) -> keyfile.Ring:
        return ring.with_new().activated(clock()) if active else ring.with_new()

    keyfile.change(path, lambda rings: keyfile.Rings(**{purpose: turn(rings[purpose]) for purpose in keyfile.PURPOSES}))


def test_a_key_of_another_process_is_read_when_it_is_met(tmp_path: Path, clock: Clock) -> None:
    """P19: two processes on one file: what one seals with the new key the other opens at once."""
    keys.create(tmp_path / "k.json")
    one, other = keys.load(tmp_path / "k.json"), keys.load(tmp_path / "k.json")
    before = other.seal("text", "t", "c", "r")
    rotated(tmp_path / "k.json", clock)
    one.refresh()

    assert one.fields.active == "k2"
    assert other.open(one.seal("text", "t", "c", "r"), "t", "c", "r") == "text"
    assert other.fields.active == "k2"
    assert one.open(before, "t", "c", "r") == "text"


def test_a_new_key_is_known_before_it_is_used(tmp_path: Path, clock: Clock) -> None:
    """P19: a key that is not active yet finds and verifies already, and makes nothing."""
    keys.create(tmp_path / "k.json")
    ring = keys.load(tmp_path / "k.json")
    lookup, signature = ring.look_up(5), ring.sign("x")
    rotated(tmp_path / "k.json", clock, active=False)
    ring.refresh()

    assert (ring.look_up(5), ring.sign("x"), len(ring.look_ups(5))) == (lookup, signature, 2)
    assert ring.seal("text", "t", "c", "r").startswith("v1.k1.")


def test_a_button_is_good_for_48_hours_after_its_key_was_replaced(tmp_path: Path, clock: Clock) -> None:
    """A person presses what was sent before the rotation: it works for 48 hours; an altered one never does."""
    keys.create(tmp_path / "k.json")
    ring = KeyRing(tmp_path / "k.json", clock)
    button = pack("l:fr", 5, ring)
    rotated(tmp_path / "k.json", clock)
    ring.refresh()
    clock.forward(hours=48)

    assert pack("l:fr", 5, ring) != button
    assert unpack(button, 5, ring) is not None
    assert unpack(button, 6, ring) is None
    assert unpack("l:en" + button[4:], 5, ring) is None
    clock.forward(seconds=1)
    assert unpack(button, 5, ring) is None
    assert unpack(pack("l:fr", 5, ring), 5, ring) is not None


@pytest.mark.parametrize("spoil", ["missing", "damaged", "other", "same name, other key"])
def test_a_spoilt_file_leaves_the_keys_in_memory(tmp_path: Path, clock: Clock, spoil: str) -> None:
    """106: damaged, missing or exchanged while running: said by refresh, and everything goes on with the keys in memory."""
    path = tmp_path / "k.json"
    keys.create(path)
    ring = keys.load(path)
    sealed, good = ring.seal("text", "t", "c", "r"), path.read_text()
    if spoil == "missing":
        path.unlink()
    elif spoil == "damaged":
        path.write_text(good[:100])
    else:
        path.unlink()
        keys.create(path)
    if spoil == "other":
        path.write_text(path.read_text().replace('"k1"', '"k7"'))
    for _ in range(2):
        with pytest.raises(KeysInvalid):
            ring.refresh()

    assert ring.open(sealed, "t", "c", "r") == "text"
    with pytest.raises(SealBroken):
        ring.open(sealed.replace("k1", "k9"), "t", "c", "r")
    path.write_text(good)
    path.chmod(0o600)
    rotated(path, clock)
    assert ring.refresh()
    assert ring.fields.active == "k2"


def test_two_commands_do_not_change_the_file_at_once(tmp_path: Path, clock: Clock) -> None:
    """The second is told to wait; a command that was killed meanwhile holds nothing up, and the file is never half a file."""
    path = tmp_path / "k.json"
    keys.create(path)

    def edit(rings: keyfile.Rings) -> keyfile.Rings:
        with pytest.raises(KeysInvalid, match="Another command is writing"):
            rotated(path, clock)
        return rings

    keyfile.change(path, edit)
    (tmp_path / ".k.json.part").write_text("left by a command that was killed")
    rotated(path, clock)
    assert keys.load(path).fields.active == "k2"
    with pytest.raises(ZeroDivisionError):
        keyfile.change(path, lambda _rings: 1 / 0)  # type: ignore[arg-type,return-value]
    assert keys.load(path).fields.active == "k2"
    assert [file.name for file in tmp_path.iterdir()] == ["k.json"]
