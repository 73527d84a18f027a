"""The key file: five rings of keys, read and changed as a whole. How a ring is rotated stands here; what keys do, in `bot.keys`."""

import base64
import json
import os
import re
import secrets
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.files import FileBusy, replaced

PURPOSES = ("fields", "lookup", "session", "audit", "webhook")
KEY_BYTES = 32  # AES-256 and HMAC-SHA-256
# How long a key stays readable after the next one took its place: backups live 7 days, buttons 48 hours, the audit trail 12 months (safety.md 2.2).
KEPT = {"fields": timedelta(days=8), "lookup": timedelta(days=8), "session": timedelta(hours=48), "audit": timedelta(days=400), "webhook": timedelta(hours=48)}


class KeysInvalid(Exception):
    """The key file cannot be used. The message says what is wrong and what to do; it never shows a key."""


@dataclass(frozen=True, repr=False)
class Ring:
    """The keys of one purpose: `active` makes new values, all of `keys` read old ones; `retired` says since when a key is an old one."""

    active: str
    keys: Mapping[str, bytes]
    retired: Mapping[str, datetime] = field(default_factory=dict)

    @property
    def current(self) -> bytes:
        """The active key, 32 bytes."""
        return self.keys[self.active]

    @property
    def coming(self) -> str | None:
        """The key that every process may know already and none uses yet, if a rotation has just begun."""
        return next((name for name in self.keys if name != self.active and name not in self.retired), None)

    @property
    def old(self) -> tuple[str, ...]:
        """The keys that were active once."""
        return tuple(name for name in self.keys if name in self.retired)

    def with_new(self) -> "Ring":
        """Return the ring with one more key, not yet active. Names count up and are never used again."""
        number = 1 + max((int(found[1]) for name in self.keys if (found := re.fullmatch(r"k(\d{1,9})", name))), default=0)
        return replace(self, keys={**self.keys, f"k{number}": secrets.token_bytes(KEY_BYTES)})

    def activated(self, now: datetime) -> "Ring":
        """Return the ring with the coming key active, and the one before it old since `now`."""
        return self if self.coming is None else replace(self, active=self.coming, retired={**self.retired, self.active: now})

    def without(self, names: tuple[str, ...]) -> "Ring":
        """Return the ring without `names`."""
        return replace(self, keys={name: key for name, key in self.keys.items() if name not in names},
                       retired={name: at for name, at in self.retired.items() if name not in names})

    def joined(self, newer: "Ring") -> "Ring":
        """Return `newer` with the keys of this one that it lacks: what a running process has sealed stays readable to it.

        Raises KeysInvalid when `newer` can't be a later state of this ring.
        """
        if self.active not in newer.keys or any(newer.keys.get(name, key) != key for name, key in self.keys.items()):
            raise KeysInvalid("The key file was exchanged for another one, so the keys in memory are kept. Put the right file back.")
        return replace(newer, keys={**self.keys, **newer.keys}, retired={**self.retired, **newer.retired})


@dataclass(frozen=True, repr=False)
class Rings:
    """The five rings of one installation."""

    fields: Ring
    lookup: Ring
    session: Ring
    audit: Ring
    webhook: Ring

    def __getitem__(self, purpose: str) -> Ring:
        ring: Ring = getattr(self, purpose)
        return ring

    def joined(self, newer: "Rings") -> "Rings":
        """Return `newer` with the keys of this one that it lacks. Raises KeysInvalid, see `Ring.joined`."""
        return Rings(**{one.name: self[one.name].joined(newer[one.name]) for one in fields(self)})


def create(path: Path) -> None:
    """Write a new key file to `path`, readable by its owner only. Raises FileExistsError: keys are never overwritten."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    rings = Rings(**{purpose: Ring("k1", {"k1": secrets.token_bytes(KEY_BYTES)}) for purpose in PURPOSES})
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(_document(rings))
        file.flush()
        os.fsync(file.fileno())


def change(path: Path, edit: Callable[[Rings], Rings]) -> Rings:
    """Put what `edit` makes of the rings into the key file, as a whole or not at all. Raises KeysInvalid."""
    try:
        with replaced(path) as file:
            rings = edit(read(path))  # read while the file is held: of two commands the second sees what the first did
            file.write(_document(rings).encode())
    except FileBusy as error:
        raise KeysInvalid(str(error)) from None
    except OSError as error:
        raise KeysInvalid(f"The key file {path} cannot be written ({error.strerror}). It was left as it is.") from None
    return rings


def read(path: Path) -> Rings:
    """Read the key file. Raises KeysInvalid: missing, readable by others, damaged, a key missing, short or double."""
    try:
        mode = path.stat().st_mode
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise KeysInvalid(f"Other accounts may read the key file {path}. Run: chmod 600 {path}")
        document = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_no_doubles)
    except FileNotFoundError:
        raise KeysInvalid(f"There is no key file {path}. Make one with: python -m bot keys new (or restore it from its safe place)") from None
    except (OSError, ValueError) as error:
        raise KeysInvalid(f"The key file {path} cannot be read ({type(error).__name__}). Restore it from its safe place.") from None
    return Rings(**{purpose: _ring(document, purpose, path) for purpose in PURPOSES})


def _ring(document: Any, purpose: str, path: Path) -> Ring:
    part = document.get(purpose) if isinstance(document, dict) else None
    mend = f"in the key file {path}. Restore the file from its safe place."
    if not isinstance(part, dict) or not isinstance(part.get("keys"), dict) or not isinstance(part.get("active"), str):
        raise KeysInvalid(f"'{purpose}' needs one 'active' key id and 'keys' {mend}")
    if part["active"] not in part["keys"]:
        raise KeysInvalid(f"The active key of '{purpose}' is missing {mend}")
    try:
        keys = {name: to_bytes(value) for name, value in part["keys"].items()}
    except (ValueError, AttributeError, TypeError):
        raise KeysInvalid(f"A key of '{purpose}' is not base64 {mend}") from None
    if any(len(key) != KEY_BYTES for key in keys.values()) or any("." in name for name in keys):
        raise KeysInvalid(f"A key of '{purpose}' is not {KEY_BYTES} bytes long {mend}")
    try:
        retired = {name: datetime.fromisoformat(at).astimezone(UTC) for name, at in part.get("retired", {}).items() if name in keys}
    except (ValueError, AttributeError, TypeError):
        raise KeysInvalid(f"'retired' of '{purpose}' needs key ids with times {mend}") from None
    if part["active"] in retired:
        raise KeysInvalid(f"The active key of '{purpose}' is called retired {mend}")
    return Ring(part["active"], keys, retired)


def _document(rings: Rings) -> str:
    def one(ring: Ring) -> dict[str, Any]:
        shown: dict[str, Any] = {"active": ring.active, "keys": {name: to_text(key) for name, key in ring.keys.items()}}
        return {**shown, "retired": {name: at.isoformat() for name, at in ring.retired.items()}} if ring.retired else shown

    return json.dumps({"version": 1, **{purpose: one(rings[purpose]) for purpose in PURPOSES}}, indent=1)


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError("a name stands twice")
    return dict(pairs)


def to_text(data: bytes) -> str:
    """Return base64url without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def to_bytes(text: str) -> bytes:
    """Read base64url without padding. Raises ValueError."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
