"""safety.md 4 E: the disk is full, out of files, read-only or damaged: people are answered, nothing is lost, nothing is half written."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot import keys as key_files
from bot.db.migrate import migrate
from bot.playground import Phone, StandIn
from tests.conftest import settle
from tests.faults.small_disk import possible, small_disk, whole, without_rights
from tests.process import TOKEN, BotProcess

needs_a_disk = pytest.mark.skipif(not possible("unshare", "nsenter"), reason="this system lets nobody mount a disk of their own")
QUESTION = "What is the Universal Periodic Review?"


async def known(telegram: StandIn) -> Phone:
    """Make a person who has chosen a language and read the notice, with nothing left to be written down."""
    phone = await settle(telegram.person("Demo", "en"))
    await telegram.acknowledged()
    return phone


@needs_a_disk
async def test_a_full_disk_loses_and_breaks_nothing(tmp_path: Path) -> None:
    """99, P10: answers from memory, offset not moved, "please wait" once; killed meanwhile, and with room again, all is finished."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram, small_disk(tmp_path / "data") as disk:
        bot = BotProcess(tmp_path, telegram.api_url)
        bot.under = disk.under
        await bot.start()
        phone = await known(telegram)
        disk.fill()
        await phone.says(QUESTION)
        answer, wait = await phone.replies(2)
        assert answer.labels
        assert "You do not need to send it again" in wait.text
        await phone.stays_silent(0.5)
        assert telegram.pending == telegram.update_ids[-1:]
        await bot.kill()
        assert whole(disk.copied(tmp_path / "killed"))
        await bot.start()
        other = telegram.person("Demo", "en")
        assert (await other.asks("/start")).labels
        disk.free()
        await telegram.acknowledged(within=60)
        assert await bot.terminate() == 0
        database = disk.copied(tmp_path / "stopped")
        assert whole(database)
        lost = len(set(telegram.update_ids) - finished(database))
        print(f"P10: full disk, kill -9 and room again: {lost} of {len(telegram.update_ids)} updates lost (bar 0), the file whole")
        assert not lost


@pytest.mark.soak
@needs_a_disk
async def test_a_disk_without_room_for_another_file_goes_on(tmp_path: Path) -> None:
    """100: no file can be made: what is open works on; at the next start it runs, or says why it does not."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram, small_disk(tmp_path / "data", files=12) as disk:
        bot = BotProcess(tmp_path, telegram.api_url)
        bot.under = disk.under
        await bot.start()
        phone = await known(telegram)
        disk.fill_with_files()
        assert (await phone.asks(QUESTION)).labels
        await telegram.acknowledged()
        assert await bot.terminate() == 0
        bot.log = tmp_path / "full.log"
        disk.free()
        for leftover in disk.inside.glob("dalil.sqlite3-*"):
            leftover.unlink()
        disk.fill_with_files()
        await bot.start(wait=False)
        assert await bot.ended() == 2
        assert "the disk's room" in bot.log.read_text()
        disk.free()
        await bot.start()
        assert (await phone.asks(QUESTION)).labels
        await bot.kill()
        assert whole(disk.copied(tmp_path / "killed"))


@needs_a_disk
async def test_a_read_only_disk_is_refused_with_the_reason(tmp_path: Path) -> None:
    """96: one message that names the folder, exit code 2, no traceback."""
    async with small_disk(tmp_path / "data") as disk:
        bot = BotProcess(tmp_path, "https://127.0.0.1:9")
        bot.under = disk.under
        await bot.start(wait=False)
        await bot.kill()
        await disk.read_only(True)
        await bot.start(wait=False)
        assert await bot.ended() == 2
    assert "cannot be written (Read-only file system)" in bot.log.read_text()
    assert "Traceback" not in bot.log.read_text()


@pytest.mark.skipif(not possible("setpriv"), reason="this system can't run a program without an administrator's rights")
async def test_a_file_that_may_only_be_read_or_has_a_bad_page_is_refused(tmp_path: Path) -> None:
    """96, 97: the start stops with exit code 2 and says which it is; the file is left as it is."""
    bot = BotProcess(tmp_path, "https://127.0.0.1:9")
    bot.under = without_rights()
    database = tmp_path / "data" / "dalil.sqlite3"
    database.parent.mkdir()
    key_files.create(tmp_path / "keys" / "dalil.json")
    await migrate(f"sqlite:///{database}")
    database.chmod(0o444)
    await bot.start(wait=False)
    assert await bot.ended() == 2
    assert "cannot be opened or written" in bot.log.read_text()
    database.chmod(0o644)
    for leftover in database.parent.glob("dalil.sqlite3-*"):  # SQLite made them with the file's rights
        leftover.unlink()
    damage(database, "people")
    before = database.read_bytes()
    await bot.start(wait=False)
    assert await bot.ended() == 2
    assert "is damaged" in bot.log.read_text()
    assert "Traceback" not in bot.log.read_text()
    assert database.read_bytes() == before


async def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """99: the log's disk is full: every write of it fails, and people are answered."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        bot.under = ("sh", "-c", 'exec "$@" >/dev/full 2>&1', "sh")
        await bot.start()
        phone = telegram.person("Demo", "en")
        for _ in range(5):
            assert (await phone.asks("/start")).labels
        await telegram.acknowledged()
        assert await bot.terminate() == 0


def finished(database: Path) -> set[int]:
    """Return the updates that are committed."""
    with closing(sqlite3.connect(database)) as connection:
        return {row[0] for row in connection.execute("SELECT update_id FROM finished_updates")}


def damage(database: Path, table: str) -> None:
    """Overwrite the first page of a table, as a failing disk does."""
    with closing(sqlite3.connect(database)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(database.read_bytes())
    content[(page - 1) * size : page * size] = b"\xaa" * size
    database.write_bytes(content)
