"""Settings: every mistake at once, in words, and never a secret."""

from pathlib import Path

import pytest

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
