"""Settings: every mistake at once, in words, and never a secret."""

from pathlib import Path

import pytest

from bot import keys as key_files
from bot.commands.doctor import examine
from bot.settings import Settings, SettingsInvalid, load


def test_all_mistakes_are_reported_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An operator reads one message with every mistake, and mends them in one go."""
    wrong = {"DALIL_BOT_TOKEN": "secret-but-wrong", "DALIL_HTTP_PORT": "x", "DALIL_SEND_RATE": "-1", "DALIL_SEND_RAT": "3",
             "DALIL_LOG_LEVEL": "LOUD", "DALIL_WEBHOOK_URL": "ftp://x", "DALIL_ADMIN_TELEGRAM_IDS": "me", "DALIL_DATABASE_URL": "postgresql://demo:secretword@host:abc/x",
             "DALIL_TELEGRAM_API_URL": "http://example.org", "DALIL_WEBHOOK_SECRET": "short"}
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(SettingsInvalid) as caught:
        load()

    message = str(caught.value)
    assert len(caught.value.mistakes) == len(wrong)
    assert all(name in message for name in wrong)
    assert "did you mean DALIL_SEND_RATE" in message
    assert "secret-but-wrong" not in message
    assert "short" not in message
    assert "secretword" not in message


def test_secrets_come_from_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A token in a secrets folder needs no environment variable, and does not show in a print."""
    token = "123456:" + "A" * 35
    (tmp_path / "DALIL_BOT_TOKEN").write_text(token + "\n")
    monkeypatch.setenv("DALIL_SECRETS_DIR", str(tmp_path))

    settings = load()

    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == token
    assert "AAAA" not in repr(settings)


def test_keys_may_not_lie_beside_the_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever takes the data folder must not find the keys in it."""
    monkeypatch.setenv("DALIL_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DALIL_KEYS_FILE", str(tmp_path / "keys.json"))

    with pytest.raises(SettingsInvalid, match="DALIL_KEYS_FILE lies inside"):
        load()


def test_a_missing_secrets_folder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped secrets folder is not silently empty."""
    monkeypatch.setenv("DALIL_SECRETS_DIR", "/nowhere/at/all")

    with pytest.raises(SettingsInvalid, match="DALIL_SECRETS_DIR"):
        load()


def test_admin_ids_are_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids are separated by commas; ids beyond 32 bits are fine."""
    monkeypatch.setenv("DALIL_ADMIN_TELEGRAM_IDS", "1001, 4503599627370495")

    assert load().admin_telegram_ids == (1001, 4503599627370495)


def test_every_setting_says_what_it_is() -> None:
    """Each setting carries the sentence that the documentation shows."""
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize(("name", "value", "said"), [
    ("HTTP_PORT", "70000", "DALIL_HTTP_PORT must be a whole number from 0 to 65535."),
    ("HTTP_PORT", "8.5", "DALIL_HTTP_PORT must be a whole number from 0 to 65535."),
    ("SEND_RATE", "fast", "DALIL_SEND_RATE must be a number above 0, at most 1000."),
    ("CHAT_RATE", "nan", "DALIL_CHAT_RATE must be a number above 0, at most 60000."),
    ("RELEASE_DELAY", "-1", "DALIL_RELEASE_DELAY must be a number from 0 to 1440."),
    ("SECOND_PERSON", "perhaps", "DALIL_SECOND_PERSON must be true or false."),
    ("LOG_LEVEL", "LOUD", "DALIL_LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR."),
    ("FOO", "1", "DALIL_FOO is not a setting; remove it."),
    ("TOKEN", "1", "DALIL_TOKEN is not a setting: did you mean DALIL_BOT_TOKEN?"),
])
def test_each_mistake_says_what_is_allowed(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    """The setting's name and what may stand there, in our words; a suggestion only where one is near."""
    monkeypatch.setenv(f"DALIL_{name}", value)

    with pytest.raises(SettingsInvalid) as caught:
        load()

    assert caught.value.mistakes == (said,)


async def test_the_doctor_names_a_data_folder_that_cannot_be_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    """One line that says which folder and which setting, no traceback."""
    keys = tmp_path / "keys" / "dalil.json"
    key_files.create(keys)
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DALIL_KEYS_FILE", str(keys))
    monkeypatch.setenv("DALIL_DATA_DIR", str(tmp_path / "file" / "data"))

    with pytest.raises(SystemExit) as ended:
        await examine()

    assert ended.value.code == 2
    assert f"database: The data folder {tmp_path / 'file' / 'data'} cannot be written" in capsys.readouterr().out
