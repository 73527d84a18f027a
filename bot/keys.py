"""The key ring: field encryption, keyed look-ups and signatures. The keys live in one file outside the database.

Five purposes, five independent keys (safety.md 2.5): none is derived from another, and each can be rotated alone.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.db.types import Sealed

PURPOSES = ("fields", "lookup", "session", "audit", "webhook")
_NONCE = 12  # bytes; NIST SP 800-38D's recommended length for AES-GCM
_KEY = 32  # bytes: AES-256 and HMAC-SHA-256


class KeysInvalid(Exception):
    """The key file cannot be used. The message says what is wrong and what to do; it never shows a key."""


class SealBroken(Exception):
    """A ciphertext was altered, moved to another place, or its key is gone. Nothing of it is shown."""


@dataclass(frozen=True, repr=False)
class Ring:
    """The keys of one purpose: `active` makes new values, all of `keys` read old ones."""

    active: str
    keys: Mapping[str, bytes]

    @property
    def current(self) -> bytes:
        """The active key, 32 bytes."""
        return self.keys[self.active]


@dataclass(frozen=True, repr=False)
class KeyRing:
    """The five rings of one installation."""

    fields: Ring
    lookup: Ring
    session: Ring
    audit: Ring
    webhook: Ring

    def look_up(self, chat_id: int) -> str:
        """Return the pseudonym under which a Telegram account is found: HMAC-SHA-256, 64 hexadecimal digits."""
        return hmac.new(self.lookup.current, b"tg:%d" % chat_id, hashlib.sha256).hexdigest()

    def sign(self, text: str) -> str:
        """Return 8 URL-safe characters (48 bits) that only this installation can make for `text`."""
        digest = hmac.digest(self.session.current, text.encode(), "sha256")
        return base64.urlsafe_b64encode(digest[:6]).decode()

    def webhook_secret(self) -> str:
        """Return the secret that Telegram sends with each webhook call, when the operator set none."""
        return base64.urlsafe_b64encode(self.webhook.current).decode().rstrip("=")

    def seal(self, text: str, table: str, column: str, row: str) -> Sealed:
        """Encrypt `text` for one place: AES-256-GCM, as `v1.<key id>.<nonce>.<ciphertext>` in base64url."""
        nonce = os.urandom(_NONCE)
        ciphertext = AESGCM(self.fields.current).encrypt(nonce, text.encode(), _place(table, column, row))
        return Sealed(f"v1.{self.fields.active}.{_text(nonce)}.{_text(ciphertext)}")

    def open(self, sealed: str, table: str, column: str, row: str) -> str:
        """Decrypt what `seal` made for this very place. Raises SealBroken."""
        try:
            version, key_id, nonce, ciphertext = sealed.split(".")
            if version != "v1":
                raise SealBroken
            return AESGCM(self.fields.keys[key_id]).decrypt(_bytes(nonce), _bytes(ciphertext), _place(table, column, row)).decode()
        except (ValueError, KeyError, InvalidTag):
            raise SealBroken from None


def create(path: Path) -> None:
    """Write a new key ring to `path`, readable by its owner only. Raises FileExistsError: keys are never overwritten."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    rings = {purpose: {"active": "k1", "keys": {"k1": _text(secrets.token_bytes(_KEY))}} for purpose in PURPOSES}
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump({"version": 1, **rings}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def load(path: Path) -> KeyRing:
    """Read the key ring. Raises KeysInvalid: missing, readable by others, damaged, a key missing, short or double."""
    try:
        mode = path.stat().st_mode
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise KeysInvalid(f"Other accounts may read the key file {path}. Run: chmod 600 {path}")
        document = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_no_doubles)
    except FileNotFoundError:
        raise KeysInvalid(f"There is no key file {path}. Make one with: python -m bot keys new (or restore it from its safe place)") from None
    except (OSError, ValueError) as error:
        raise KeysInvalid(f"The key file {path} cannot be read ({type(error).__name__}). Restore it from its safe place.") from None
    return KeyRing(**{purpose: _ring(document, purpose, path) for purpose in PURPOSES})


def _ring(document: Any, purpose: str, path: Path) -> Ring:
    part = document.get(purpose) if isinstance(document, dict) else None
    mend = f"in the key file {path}. Restore the file from its safe place."
    if not isinstance(part, dict) or not isinstance(part.get("keys"), dict) or not isinstance(part.get("active"), str):
        raise KeysInvalid(f"'{purpose}' needs one 'active' key id and 'keys' {mend}")
    if part["active"] not in part["keys"]:
        raise KeysInvalid(f"The active key of '{purpose}' is missing {mend}")
    try:
        keys = {name: _bytes(value) for name, value in part["keys"].items()}
    except (ValueError, AttributeError, TypeError):
        raise KeysInvalid(f"A key of '{purpose}' is not base64 {mend}") from None
    if any(len(key) != _KEY for key in keys.values()) or any("." in name for name in keys):
        raise KeysInvalid(f"A key of '{purpose}' is not {_KEY} bytes long {mend}")
    return Ring(part["active"], keys)


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError("a name stands twice")
    return dict(pairs)


def _place(table: str, column: str, row: str) -> bytes:
    return f"{table}|{column}|{row}|v1".encode()


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
