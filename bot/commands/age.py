"""age (age-encryption.org/v1) around a stream: what `backup` writes anybody with the tool `age` and the identity can open: `age -d -i ID FILE | gunzip`.

pyrage pulls from a reader and pushes into a writer, in a thread; the database is read in the event loop. Only some pieces are in memory at a time.
"""

import asyncio
import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pyrage

from bot.commands.failures import BackupNotWritten, BackupUnreadable
from bot.settings import SettingsInvalid

_GZIP = 16 + zlib.MAX_WBITS
_PIECES = 8  # pieces of at most 64 KiB that wait between thread and event loop


def recipient(text: str) -> pyrage.x25519.Recipient:
    """Read a public key. Raises SettingsInvalid."""
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        raise SettingsInvalid(("DALIL_BACKUP_RECIPIENT has a wrong character: copy the public key (age1...) again.",)) from None


def new_identity() -> tuple[str, str]:
    """Return a new identity, and its public key."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def identity(path: Path) -> pyrage.x25519.Identity:
    """Read an identity file: comments and one line AGE-SECRET-KEY-1... Raises BackupUnreadable."""
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
        return pyrage.x25519.Identity.from_str(*lines)
    except OSError as error:
        raise BackupUnreadable(f"The identity file {path} cannot be read ({error.strerror}).") from None
    except (UnicodeDecodeError, TypeError, pyrage.IdentityError):
        raise BackupUnreadable(f"The identity file {path} must hold one line that begins with AGE-SECRET-KEY-1.") from None


async def encrypt(lines: AsyncIterator[bytes], to: pyrage.x25519.Recipient, file: BinaryIO) -> None:
    """Compress `lines`, encrypt them for `to` and write them to `file`. Raises what the lines raise, and BackupNotWritten."""
    source, sink = _Source(lines, asyncio.get_running_loop()), _Sink(file)
    try:
        await asyncio.to_thread(pyrage.encrypt_io, source, sink, [to])
    except pyrage.EncryptError:
        if source.error is not None:
            raise source.error from None
        raise BackupNotWritten(sink.error or OSError(0, "it could not be encrypted")) from None


async def decrypt(file: BinaryIO, key: pyrage.x25519.Identity) -> AsyncGenerator[bytes]:
    """Yield the lines that `encrypt` was given. Raises BackupUnreadable: another identity's, altered, or not whole."""
    pieces = _Pieces(asyncio.get_running_loop())
    work = asyncio.create_task(asyncio.to_thread(pieces.decrypt, file, key))
    unzip, rest = zlib.decompressobj(_GZIP), b""
    try:
        while (piece := await pieces.next()) is not None:
            *lines, rest = (rest + unzip.decompress(piece)).split(b"\n")
            for line in lines:
                yield line
        await work
        if rest or not unzip.eof:
            raise BackupUnreadable("The backup is damaged. Take another one.")
    except zlib.error:
        raise BackupUnreadable("This is not a backup of Dalil, or it is damaged.") from None
    finally:
        pieces.stop()
        with suppress(BackupUnreadable):
            await work


class _Source:
    """What pyrage reads: compressed lines, fetched from the event loop when they are needed."""

    def __init__(self, lines: AsyncIterator[bytes], loop: asyncio.AbstractEventLoop) -> None:
        self.error: BaseException | None = None
        self._lines, self._loop = lines, loop
        self._zip = zlib.compressobj(wbits=_GZIP)
        self._ready = b""
        self._more = True

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes; none at the end."""
        while not self._ready and self._more:
            try:
                line = self._wait(anext(self._lines, None))
            except BaseException as error:
                self.error = error
                raise
            self._more = line is not None
            self._ready = self._zip.compress(line) if line is not None else self._zip.flush()
        piece, self._ready = self._ready[:size], self._ready[size:]
        return piece

    def _wait(self, work: Awaitable[bytes | None]) -> bytes | None:
        async def await_it() -> bytes | None:
            return await work

        return asyncio.run_coroutine_threadsafe(await_it(), self._loop).result()


class _Sink:
    """What pyrage writes to; it keeps the system's error, which pyrage would turn into words."""

    def __init__(self, file: BinaryIO) -> None:
        self.error: OSError | None = None
        self._file = file

    def write(self, data: bytes) -> int:
        """Write to the file."""
        try:
            return self._file.write(data)
        except OSError as error:
            self.error = error
            raise

    def flush(self) -> None:
        """Nothing waits here."""


class _Pieces:
    """Decrypted pieces on their way from pyrage's thread to the event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._queue: asyncio.Queue[bytes | None] = asyncio.Queue(_PIECES)
        self._stopped = False

    def decrypt(self, file: BinaryIO, key: pyrage.x25519.Identity) -> None:
        """Push all pieces, then None. Raises BackupUnreadable."""
        try:
            pyrage.decrypt_io(file, self, [key])
        except (pyrage.DecryptError, OSError) as error:
            wrong = "No matching keys" in str(error)
            raise BackupUnreadable("This identity does not open this backup: it was made for another one." if wrong else
                                   "The backup is damaged or not whole. Take another one.") from None
        finally:
            self._put(None)

    def write(self, data: bytes) -> int:
        """Take a piece from pyrage, and wait while too many are there."""
        if self._stopped:
            raise OSError("stopped")
        self._put(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""

    async def next(self) -> bytes | None:
        """Return the next piece, None at the end."""
        return await self._queue.get()

    def stop(self) -> None:
        """Let the thread end: nobody reads any more."""
        self._stopped = True
        while not self._queue.empty():
            self._queue.get_nowait()

    def _put(self, piece: bytes | None) -> None:
        asyncio.run_coroutine_threadsafe(self._queue.put(piece), self._loop).result()
