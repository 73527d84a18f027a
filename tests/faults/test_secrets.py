"""P16: the token, and what people write, stand in no command line and no log, whatever goes wrong, at DEBUG too."""

import asyncio
from pathlib import Path

import pytest

from bot.playground import Fault, StandIn, samples
from tests.knowledge import small
from tests.process import TOKEN, BotProcess

SECRET = TOKEN.split(":")[1]
WEBHOOK_SECRET = "a-made-up-webhook-secret"
CANARIES = ("zanzibird", "Demo Canary", "+000 77 123 45 67", "zanzibird@example.org")
FAULTS = (
    Fault.server_error(502, html=True), Fault.server_error(500), Fault.not_json(), Fault.not_json(takes_effect=True), Fault.reset(), Fault.reset(mid_body=True),
    Fault.timeout(seconds=0.3), Fault.refused(400, f"Bad Request: zanzibird {TOKEN}"), Fault.refused(403, "Forbidden: bot was blocked by the user"),
    Fault.not_ok(500, f"Internal Server Error at /bot{TOKEN}/sendMessage"), Fault.odd_json(f'{{"ok":true,"result":"{TOKEN}"}}'))


def spoken(folder: Path) -> list[str]:
    """Return which secrets stand in the log, or in the command line of a process of this bot's (its secrets folder is in their environment)."""
    ours = [file.parent for file in Path("/proc").glob("[0-9]*/environ") if str(folder).encode() in read(file)]
    commands = b"".join(read(place / "cmdline") for place in ours)
    log = (folder / "bot.log").read_bytes()
    found = [one for one in (TOKEN, SECRET, WEBHOOK_SECRET, *CANARIES) if one.encode() in log or one.encode("utf-16-le") in log]
    return found + [one for one in (TOKEN, SECRET, WEBHOOK_SECRET) if one.encode() in commands]


def read(file: Path) -> bytes:
    """Return a file of the kernel's; nothing when its process has just ended."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


def with_secrets(folder: Path, api_url: str, **settings: str) -> BotProcess:
    """A bot that finds its token in a file, as the documentation advises."""
    bot = BotProcess(folder, api_url, DALIL_SECRETS_DIR=str(folder / "secrets"), DALIL_KNOWLEDGE_DIR=str(small.write(folder / "knowledge")), **settings)
    del bot.environment["DALIL_BOT_TOKEN"]
    (folder / "secrets").mkdir()
    (folder / "secrets" / "DALIL_BOT_TOKEN").write_text(TOKEN)
    return bot


@pytest.mark.parametrize("method", ["sendMessage", "deleteMessage", pytest.param("getUpdates", marks=[pytest.mark.soak, pytest.mark.timeout(400)])])
async def test_no_fault_of_telegram_makes_a_secret_known(tmp_path: Path, method: str) -> None:
    """Every fault, on sending and on receiving, and forged updates: neither log nor command line nor environment has the token."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram:
        bot = with_secrets(tmp_path, telegram.api_url)
        await bot.start(wait=False)
        for _ in range(20):  # while the index is built by a process of its own
            assert spoken(tmp_path) == []
            await asyncio.sleep(0.02)
        await bot.ready()
        try:
            for number, fault in enumerate(FAULTS):
                telegram.misbehave(method, fault, times=1)
                phone = telegram.person("Demo Canary", "en")
                await phone.says(f"my zanzibird at {CANARIES[number % 2 + 2]}")
                await phone.sends({"text": {"zanzibird": TOKEN}})
                await phone.sends(samples.photo("zanzibird"))
            await telegram.acknowledged(within=80 if method != "getUpdates" else 300)
            assert spoken(tmp_path) == []
            assert SECRET.encode() not in read(Path(f"/proc/{bot.pid}/environ"))
            assert await bot.terminate() == 0
        finally:
            await bot.kill()
    assert spoken(tmp_path) == []
    assert "update_failed" in bot.log.read_text()  # the faults were met, and logged


@pytest.mark.parametrize("settings", [{}, {"DALIL_WEBHOOK_URL": "https://bot.example.org", "DALIL_WEBHOOK_SECRET": WEBHOOK_SECRET}], ids=["polling", "webhook"])
async def test_a_start_that_fails_makes_no_secret_known(tmp_path: Path, settings: dict[str, str]) -> None:
    """Nobody answers, then somebody who does not know the token: addresses with the token in them are in the exceptions, not in the log."""
    bot = with_secrets(tmp_path, "http://127.0.0.1:9", **settings)
    await bot.start(wait=False)
    await asyncio.sleep(2.5)
    assert spoken(tmp_path) == []
    await bot.kill()
    async with StandIn(token="987654321:" + "B" * 35) as telegram:
        bot.environment["DALIL_TELEGRAM_API_URL"] = telegram.api_url
        await bot.start(wait=False)
        assert await bot.ended() == 3
    assert spoken(tmp_path) == []
    assert bot.log.read_text()
