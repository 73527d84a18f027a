"""The key ring: field encryption, keyed look-ups and signatures. The keys live in one file outside the database (`bot.keyfile`).

Five purposes, five independent keys (safety.md 2.5): none is derived from another, and each can be rotated alone, in a running bot:
the ring looks once a second of use whether its file was changed, and at once when it meets a key that it does not know.
"""

import base64
import hashlib
import hmac
import os
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.db.types import Sealed
from bot.keyfile import KEPT, PURPOSES, KeysInvalid, Ring, create, read, to_bytes, to_text

__all__ = ["PURPOSES", "KeyRing", "KeysInvalid", "Ring", "SealBroken", "create", "load"]

LOOK_EVERY = 1.0  # seconds; a new key becomes active only some seconds after it stood in the file (bot.commands.rotate)
_NONCE = 12  # bytes; NIST SP 800-38D's recommended length for AES-GCM
_Stamp = tuple[int, int, int]


class SealBroken(Exception):
    """A ciphertext was altered, moved to another place, or its key is gone. Nothing of it is shown."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class KeyRing:
    """The five rings of one installation, as they stand in the key file now."""

    def __init__(self, path: Path, now: Callable[[], datetime] = _utc_now) -> None:
        """Read the key file at `path`. Raises KeysInvalid."""
        self._path = path
        self._now = now
        self._stamp = _stamp(path)
        self._rings = read(path)
        self._looked = time.monotonic()
        self._webhook = self._rings.webhook.current  # of the start: what Telegram was told and what is expected must not differ

    @property
    def fields(self) -> Ring:
        """The keys that seal."""
        return self._rings.fields

    @property
    def lookup(self) -> Ring:
        """The keys that find people."""
        return self._rings.lookup

    @property
    def session(self) -> Ring:
        """The keys that sign buttons."""
        return self._rings.session

    @property
    def webhook(self) -> Ring:
        """The keys of the webhook's secret."""
        return self._rings.webhook

    @property
    def audit(self) -> Ring:
        """The keys of the audit trail."""
        return self._rings.audit

    def refresh(self) -> bool:
        """Read the key file again if it was changed, and tell whether it was. Raises KeysInvalid: then the ring stays as it was."""
        self._looked = time.monotonic()
        stamp = _stamp(self._path)
        if stamp == self._stamp:
            return False
        self._rings = self._rings.joined(read(self._path))
        self._stamp = stamp
        return True

    def look_up(self, chat_id: int) -> str:
        """Return the pseudonym under which a Telegram account is kept now: HMAC-SHA-256, 64 hexadecimal digits."""
        return self.pseudonym(chat_id)[1]

    def pseudonym(self, chat_id: int) -> tuple[str, str]:
        """Return the id of the active look-up key, and the pseudonym that it makes."""
        self._look()
        ring = self._rings.lookup
        return ring.active, _pseudonym(ring.current, chat_id)

    def look_ups(self, chat_id: int) -> tuple[str, ...]:
        """Return every pseudonym under which an account may be found, the present one first: during a rotation there are several."""
        self._look()
        ring = self._rings.lookup
        names = sorted(ring.keys, key=lambda name: name != ring.active)
        return tuple(_pseudonym(ring.keys[name], chat_id) for name in names)

    def account_marks(self, chat_id: int, row: str) -> tuple[str, ...]:
        """Return what a row keeps to know an account again, the present mark first: HMAC-SHA-256 under each key of the audit trail, for this row only.

        Those keys stay for 400 days after the next one, longer than any row with a mark. An entry of the trail is JSON, so no mark is an entry's hash.
        """
        self._look()
        ring = self._rings.audit
        names = sorted(ring.keys, key=lambda name: name != ring.active)
        return tuple(hmac.new(ring.keys[name], f"account|{chat_id}|{row}".encode(), hashlib.sha256).hexdigest() for name in names)

    def sign(self, text: str) -> str:
        """Return 8 URL-safe characters (48 bits) that only this installation can make for `text`."""
        self._look()
        return _signature(self._rings.session.current, text)

    def signed(self, text: str, signature: str) -> bool:
        """Tell whether `sign` made `signature` for `text`, with the present key or one that was replaced less than 48 hours ago."""
        self._look()
        ring, limit = self._rings.session, self._now() - KEPT["session"]
        keys = [key for name, key in ring.keys.items() if ring.retired.get(name, limit) >= limit]
        return any(hmac.compare_digest(_signature(key, text).encode(), signature.encode()) for key in keys)

    def webhook_secret(self) -> str:
        """Return the secret that Telegram sends with each webhook call, when the operator set none; a new key counts from the next start."""
        return to_text(self._webhook)

    def seal(self, text: str, table: str, column: str, row: str, *, key: str = "") -> Sealed:
        """Encrypt `text` for one place: AES-256-GCM, as `v1.<key id>.<nonce>.<ciphertext>` in base64url; `key` is another key than the active one."""
        self._look()
        ring, nonce = self._rings.fields, os.urandom(_NONCE)
        name = key or ring.active
        ciphertext = AESGCM(ring.keys[name]).encrypt(nonce, text.encode(), _place(table, column, row))
        return Sealed(f"v1.{name}.{to_text(nonce)}.{to_text(ciphertext)}")

    def open(self, sealed: str, table: str, column: str, row: str) -> str:
        """Decrypt what `seal` made for this very place. Raises SealBroken."""
        try:
            version, key_id, nonce, ciphertext = sealed.split(".")
            if version != "v1":
                raise SealBroken
            if key_id not in self._rings.fields.keys:
                self._look(at_once=True)  # another process may have sealed it with a key that is new
            codes = to_bytes(nonce), to_bytes(ciphertext)
            if (to_text(codes[0]), to_text(codes[1])) != (nonce, ciphertext):  # base64's last character has bits that say nothing
                raise SealBroken
            return AESGCM(self._rings.fields.keys[key_id]).decrypt(*codes, _place(table, column, row)).decode()
        except (ValueError, KeyError, InvalidTag):
            raise SealBroken from None

    def _look(self, *, at_once: bool = False) -> None:
        """Read the file again if it was changed; a bad file is the upkeep's to report, those who write are answered with the keys in memory."""
        if at_once or time.monotonic() - self._looked >= LOOK_EVERY:
            with suppress(KeysInvalid):
                self.refresh()


def load(path: Path) -> KeyRing:
    """Read the key ring. Raises KeysInvalid."""
    return KeyRing(path)


def key_of(sealed: str) -> str:
    """Return the id of the key that sealed a value, "" when it has none."""
    parts = sealed.split(".")
    return parts[1] if len(parts) == 4 else ""


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _pseudonym(key: bytes, chat_id: int) -> str:
    return hmac.new(key, b"tg:%d" % chat_id, hashlib.sha256).hexdigest()


def _signature(key: bytes, text: str) -> str:
    return base64.urlsafe_b64encode(hmac.digest(key, text.encode(), "sha256")[:6]).decode()


def _place(table: str, column: str, row: str) -> bytes:
    return f"{table}|{column}|{row}|v1".encode()
