"""What an operator can set: `DALIL_*` environment variables, or files of those names in a secrets folder."""

import difflib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, get_args, get_origin

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

PREFIX = "DALIL_"
_TOKEN = re.compile(r"\d{1,15}:[A-Za-z0-9_-]{30,60}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")  # Telegram allows 1-256 of these characters; under 16 can be guessed
_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")  # an X25519 public key in Bech32 (age-encryption.org/v1)
_DATABASES = ("sqlite://", "sqlite+aiosqlite://", "postgresql://", "postgres://", "postgresql+asyncpg://")


class SettingsInvalid(Exception):
    """Settings that stop the start. `mistakes` names each one: what is wrong and what to do, never the value of a secret."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class Settings(BaseSettings):
    """The settings of one process; each is the environment variable `DALIL_` + its name in capitals."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", hide_input_in_errors=True, env_ignore_empty=True)

    bot_token: SecretStr | None = Field(None, description="The token that BotFather gave. Without it only the playground runs.")
    telegram_api_url: str = Field("https://api.telegram.org", description="Address of Telegram's Bot API, or of a local Bot API server.")
    database_url: str = Field("", description="sqlite:///FILE or postgresql://...; by default dalil.sqlite3 in DALIL_DATA_DIR.")
    data_dir: Path = Field(Path("data"), description="Folder of the database. Never keep the keys in it.")
    keys_file: Path = Field(Path("keys/dalil.json"), description="The key ring, readable by its owner only; made by `python -m bot keys new`.")
    knowledge_dir: Path = Field(Path(__file__).parent.parent / "knowledge", description="Folder of the knowledge base.")
    webhook_url: str = Field("", description="Public https address for a webhook; empty: long polling.")
    webhook_secret: SecretStr | None = Field(None, description="Secret of the webhook, 16-256 of A-Z a-z 0-9 _ -; by default made from the key ring.")
    http_host: str = Field("127.0.0.1", description="Address on which webhook, health and metrics listen.")
    http_port: int = Field(8081, ge=0, le=65535, description="Port of webhook, health and metrics; 0 picks a free one.")
    console_url: str = Field("", description="Public https address of the staff console; empty: no console.")
    admin_telegram_ids: Annotated[tuple[int, ...], NoDecode] = Field((), description="Telegram ids of the first admins, with commas; alerts go to them.")
    send_rate: float = Field(25.0, gt=0, le=1000, description="Messages per second over all chats, at most; Telegram allows about 30.")
    chat_rate: float = Field(30.0, gt=0, le=60_000, description="Messages and presses a minute that one chat may send for long; a dozen at once besides.")
    release_delay: float = Field(10.0, ge=0, le=1440, description="Minutes between the release of an announcement and its first message: time to stop it.")
    second_person: bool = Field(True, description="Whether an announcement needs a second person; off only where one person is all the staff.")
    inline_mode: bool = Field(False, description="Whether public entries can be offered in other chats; also switch it on at BotFather (/setinline).")
    backup_recipient: str = Field("", description="Public key (age1...) for which `python -m bot backup` encrypts; its identity is kept offline.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="How much is logged; texts, names and ids never are.")

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value().strip()):
            raise ValueError("does not look like a bot token (digits, a colon, about 35 characters); copy it again from BotFather")
        return None if value is None else SecretStr(value.get_secret_value().strip())

    @field_validator("webhook_secret")
    @classmethod
    def _secret_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("must be 16 to 256 of the characters A-Z a-z 0-9 _ -")
        return value

    @field_validator("backup_recipient")
    @classmethod
    def _recipient_shape(cls, value: str) -> str:
        if value.strip().startswith("AGE-SECRET-KEY"):
            raise ValueError("holds an identity, which opens backups and must not be on this machine: set its public key, which begins with age1")
        if value and not _RECIPIENT.fullmatch(value.strip()):
            raise ValueError("must be a public key as `python -m bot keys identity FILE` shows it: age1 and 58 more characters")
        return value.strip()

    @field_validator("telegram_api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        if not re.match(r"https://[^/\s]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(/|$)", value):
            raise ValueError("must be an https address, or http on this machine only (127.0.0.1)")
        return value.rstrip("/")

    @field_validator("webhook_url", "console_url")
    @classmethod
    def _public_url(cls, value: str) -> str:
        if value and not re.match(r"https://[^/\s]+|http://(127\.0\.0\.1|localhost)(:\d+)?(/|$)", value):
            raise ValueError("must begin with https://")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if value and not value.startswith(_DATABASES):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        try:
            make_url(value or "sqlite://")
        except (ArgumentError, ValueError):
            raise ValueError("is not a database address; write it as postgresql://NAME:PASSWORD@HOST:5432/DATABASE") from None
        return value

    @field_validator("admin_telegram_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(re.fullmatch(r"[1-9]\d{0,15}", part) for part in parts):
            raise ValueError("must be numbers separated by commas, for example 1001,1002")
        return tuple(int(part) for part in parts)

    @model_validator(mode="after")
    def _keys_apart(self) -> "Settings":
        if self.data_dir.resolve() in self.keys_file.resolve().parents:
            raise ValueError("DALIL_KEYS_FILE lies inside DALIL_DATA_DIR: whoever takes the database must not find the keys; move it elsewhere")
        return self

    @property
    def database(self) -> str:
        """The database's URL, with the default filled in."""
        return self.database_url or f"sqlite:///{self.data_dir.resolve() / 'dalil.sqlite3'}"


def load(**given: object) -> Settings:
    """Read the settings of the process's environment; `given` overrides.

    Raises SettingsInvalid with every mistake at once, unknown `DALIL_` names included.
    """
    names = os.environ
    mistakes = _unknown(names)
    secrets = names.get("DALIL_SECRETS_DIR")
    if secrets and not Path(secrets).is_dir():
        raise SettingsInvalid((*mistakes, "DALIL_SECRETS_DIR is not a folder: give the folder that holds the secret files, or leave it out."))
    try:
        settings = Settings(_secrets_dir=secrets, **given)  # type: ignore[call-arg,arg-type]  # pydantic-settings' own keyword
    except ValidationError as error:
        raise SettingsInvalid((*mistakes, *map(_sentence, error.errors()))) from None
    if mistakes:
        raise SettingsInvalid(mistakes)
    return settings


def _unknown(names: Mapping[str, str]) -> tuple[str, ...]:
    known = [name.upper() for name in Settings.model_fields] + ["SECRETS_DIR", "BENCHMARKS"]
    found = []
    for name in sorted(names):
        bare = name.removeprefix(PREFIX)  # compared without what all names begin with: it would make any two alike
        if name.startswith(PREFIX) and bare not in known:
            near = difflib.get_close_matches(bare, known, 1)
            found.append(f"{name} is not a setting" + (f": did you mean {PREFIX}{near[0]}?" if near else "; remove it."))
    return tuple(found)


def _sentence(error: object) -> str:
    details = dict(error)  # type: ignore[call-overload]
    field = "".join(map(str, details["loc"][:1]))
    said = str(details["msg"]).removeprefix("Value error, ")
    if field in Settings.model_fields and details["type"] != "value_error":  # pydantic's words, not ours
        said = _allowed(Settings.model_fields[field]) or said
    return f"{PREFIX + field.upper() if field else ''} {said}.".strip()


def _allowed(field: FieldInfo) -> str:
    """Say what a setting may be; "" where only its own check knows."""
    if field.annotation is bool:
        return "must be true or false"
    if get_origin(field.annotation) is Literal:
        *most, last = get_args(field.annotation)
        return f"must be {', '.join(most)} or {last}"
    if field.annotation not in (int, float):
        return ""
    bounds = {kind: f"{getattr(bound, kind):g}" for bound in field.metadata for kind in ("gt", "ge", "le") if hasattr(bound, kind)}
    number = "a whole number" if field.annotation is int else "a number"
    return f"must be {number} " + (f"from {bounds['ge']} to {bounds['le']}" if "ge" in bounds else f"above {bounds['gt']}, at most {bounds['le']}")
