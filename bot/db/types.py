"""What all tables share: where they are listed, and column types that make the privacy rules hard to break by mistake."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, String
from sqlalchemy.types import TypeDecorator

METADATA = MetaData()  # all tables; each domain adds its own in its `models`


class Sealed(str):
    """Ciphertext made by `bot.keys.KeyRing.seal`; nothing else may be written to an `Encrypted` column."""

    __slots__ = ()


class Encrypted(TypeDecorator[Sealed]):
    """A column that takes `Sealed` values only: plain text is refused before it reaches the database."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Raise TypeError for a plain string: it would be a leak."""
        if value is not None and not isinstance(value, Sealed):
            raise TypeError("An encrypted column takes only what KeyRing.seal returned.")
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Sealed | None:
        """Mark what was read as ciphertext."""
        return None if value is None else Sealed(value)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware datetimes in, UTC datetimes out, on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Raise ValueError for a naive datetime: its zone would be a guess."""
        if value is not None and value.tzinfo is None:
            raise ValueError("A naive datetime has no place in the database.")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give SQLite's naive values their zone back."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value
