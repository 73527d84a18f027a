"""Files that went through the chats; they live in memory and are gone when the stand-in stops."""

import hashlib
import struct
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.playground.errors import BadRequest

# Telegram's limits in bytes: download by a bot, photo upload.
MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024


@dataclass(frozen=True)
class StoredFile:
    """A file with its ids and its path under /file/bot<token>/."""

    file_id: str
    unique_id: str
    path: str
    name: str
    content_type: str
    content: bytes = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        """Return the fields that every kind of file has in Telegram's JSON."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}

    def as_document(self) -> dict[str, Any]:
        """Return Telegram's Document object."""
        return {"file_name": self.name, "mime_type": self.content_type, **self.as_json()}

    def as_photo(self) -> list[dict[str, Any]]:
        """Return Telegram's list of PhotoSize: one size, the picture's own."""
        width, height = picture_size(self.content)
        return [{**self.as_json(), "width": width, "height": height}]


class Files:
    """All files, by file_id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._numbers = count(1)

    def keep(self, name: str, content_type: str, content: bytes, folder: str = "documents") -> StoredFile:
        """Store a file and return it with its ids."""
        number = next(self._numbers)
        digest = hashlib.sha256(content).hexdigest()
        suffix = name.rsplit(".", 1)[-1].lower() if "." in name else "bin"
        path = f"{folder}/file_{number}.{suffix if suffix.isalnum() else 'bin'}"
        stored = StoredFile(f"BQACAgIAAx{digest[:40]}{number}", f"AgAD{digest[:12]}", path, name, content_type, content)
        self._by_id[stored.file_id] = self._by_path[path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        """Return a file by its id. Raises BadRequest in Telegram's words."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise BadRequest("wrong file_id or the file is temporarily unavailable")
        return stored

    def at(self, path: str) -> StoredFile | None:
        """Return the file at a path of getFile's, or None."""
        return self._by_path.get(path)


def picture_size(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG in pixels. Raises BadRequest when it is neither."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:3] == b"\xff\xd8\xff":
        return _jpeg_size(content)
    raise BadRequest("IMAGE_PROCESS_FAILED")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 < len(content) and content[position] == 0xFF:
        marker, length = content[position + 1], struct.unpack(">H", content[position + 2:position + 4])[0]
        # The start-of-frame markers hold the size; C4, C8 and CC are other tables.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[position + 5:position + 9])
            return width, height
        position += 2 + length
    raise BadRequest("IMAGE_PROCESS_FAILED")
