"""The tables about people, and anonymous counts. Every column says what it is in docs/privacy.md; nothing else may be stored."""

from sqlalchemy import Boolean, Column, Date, Integer, String, Table, false

from bot.db.types import METADATA, Encrypted, UtcDateTime

# A person who chose a language. Never a name, a username, a phone number or a question.
PEOPLE = Table(
    "people", METADATA,
    Column("id", String(36), primary_key=True, doc="random UUID: the row that ciphertext is bound to"),
    Column("lookup", String(64), nullable=False, unique=True, doc="keyed hash of the account id"),
    Column("lookup_key", String(32), nullable=False, doc="id of the key that made the hash"),
    Column("chat_id", Encrypted, nullable=False, doc="needed to write to the person; sealed"),
    Column("language", String(2), nullable=False),
    Column("consent_version", Integer, nullable=False, default=0, doc="version of the safety notice that was understood; 0: none"),
    Column("joined_month", String(7), nullable=False, doc="YYYY-MM"),
    Column("active_month", String(7), nullable=False, doc="YYYY-MM of the last message, for the erasure of idle people"),
    Column("gone_on", Date, doc="day on which the person blocked the bot"),
    Column("quiet", Boolean, nullable=False, default=False, server_default=false(), doc="no announcements, please"),
    Column("corrections", Boolean, nullable=False, default=False, server_default=false(), doc="wants to hear when an entry that was shown is corrected"),
    Column("asked_to_hear", Boolean, nullable=False, default=False, server_default=false(),
           doc="a subscription or an expression of interest of theirs stands; kept by the database itself (bot/db/triggers.py)"),
    Column("one_language", Boolean, nullable=False, default=False, server_default=false(), doc="wants all answers in the chosen language"),
)

# What a conversation needs for its next step: at most 24 hours, sealed.
DIALOGS = Table(
    "dialogs", METADATA,
    Column("lookup", String(64), primary_key=True),
    Column("state", Encrypted, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)

# How often something happened on a day: nothing about who.
TALLIES = Table(
    "tallies", METADATA,
    Column("day", Date, primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("topic", String(64), primary_key=True, doc="entry id, or '-' where there is none"),
    Column("outcome", String(16), primary_key=True, doc="answer, choose, decline, urgent, smalltalk, helped, not-helped"),
    Column("count", Integer, nullable=False),
)

# One sealed constant: if it does not open at start, the key ring does not belong to this database.
KEY_CANARIES = Table(
    "key_canary", METADATA,
    Column("id", Integer, primary_key=True),
    Column("sealed", Encrypted, nullable=False),
)

# Numbers of messages in a chat, so that both sides of the last 48 hours can be removed from it.
TRACES = Table(
    "traces", METADATA,
    Column("id", String(36), primary_key=True),
    Column("lookup", String(64), nullable=False, index=True),
    Column("messages", Encrypted, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)

# The random number of a row that was erased, so that a restored backup does not bring it back. Says nothing about who.
TOMBSTONES = Table(
    "tombstones", METADATA,
    Column("row", String(36), primary_key=True),
    Column("erased_on", Date, nullable=False, index=True),
)
