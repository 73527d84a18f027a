"""The same program on PostgreSQL."""

from pathlib import Path

from bot import keys as key_files
from bot.db.migrate import migrate
from bot.playground import StandIn
from tests.conftest import settle
from tests.process import TOKEN, BotProcess


async def test_the_whole_way_works_on_postgresql(tmp_path: Path, postgres: str) -> None:
    """Arrive, ask, follow up, be killed, and be known after the restart."""
    await migrate(postgres, "base")
    key_files.create(tmp_path / "keys" / "dalil.json")
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram, BotProcess(tmp_path, telegram.api_url, DALIL_DATABASE_URL=postgres) as bot:
        phone = await settle(telegram.person("Demo", "fr"), "fr")
        assert "Dernière vérification" in (await phone.asks("C'est quoi l'EPU ?")).text
        await telegram.acknowledged()
        await bot.kill()
        await bot.start()
        assert "Délais" in (await phone.asks("et les délais ?")).text
        assert "Heureux de vous retrouver" in (await phone.asks("/start")).text
