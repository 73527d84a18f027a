"""The container: small rights, the same lock file, a grace period that is longer than ours. (Its syntax is checked by hadolint.)"""

import re

import yaml

from bot.serving import GRACE
from tests.conftest import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
SERVICE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]["dalil"]


def test_the_image_installs_only_what_is_locked_and_runs_without_rights() -> None:
    """P27: hashes are required; the process is nobody special; its health is asked for."""
    assert "--require-hashes -r requirements.lock" in DOCKERFILE
    assert re.search(r"^USER [1-9]\d+$", DOCKERFILE, re.MULTILINE)
    assert "HEALTHCHECK" in DOCKERFILE
    for folder in ("bot", "handlers", "locales", "knowledge"):
        assert f"COPY {folder} {folder}" in DOCKERFILE


def test_compose_gives_the_token_as_a_file_and_time_to_leave() -> None:
    """The token is in no environment variable; data and keys lie apart; SIGTERM has more time than it needs."""
    assert "DALIL_BOT_TOKEN" not in SERVICE["environment"]
    assert SERVICE["read_only"] is True
    assert SERVICE["cap_drop"] == ["ALL"]
    assert {volume.split(":")[1] for volume in SERVICE["volumes"]} == {"/data", "/keys"}
    assert int(SERVICE["stop_grace_period"].removesuffix("s")) > GRACE + 1
