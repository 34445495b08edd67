"""Backups: whole, portable between the databases, and never half restored."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.engine import URL

from bot.storage import Database, DatabaseError, backup, locate, move, operations, restore
from bot.storage.schema import metadata
from tests.databases import postgresql_url, sqlite_url

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
BIG = 2**63 - 1


async def fill(database: Database, hash_: str = "abc") -> None:
    guild: dict[str, Any] = {"guild_id": BIG, "removed_at": None}
    reflection: dict[str, Any] = {
        "channel_id": BIG - 1,
        "guild_id": BIG,
        "local_time": time(8, 30),
        "zone": "Europe/London",
        "role_id": None,
        "thread": True,
        "picture": False,
        "state": "paused",
        "reason": "The channel no longer exists; “gone”.",
        "set_up_by": 3,
        "created_at": NOON,
        "due": None,
        "drawn": BIG,
    }
    post: dict[str, Any] = {
        "channel_id": BIG - 1,
        "local_date": date(2026, 3, 1),
        "guild_id": BIG,
        "due": NOON,
        "state": "sent",
        "attempts": 1,
        "late": False,
        "message_id": BIG,
    }
    async with database.write() as connection:
        for name, row in {"guilds": guild, "reflections": reflection, "posts": post}.items():
            await connection.execute(insert(metadata.tables[name]).values(row))
        commands = [{"application_id": n, "hash": hash_} for n in range(2_500)]
        await connection.execute(insert(metadata.tables["commands"]), commands)


def names_in(folder: Path, pattern: str) -> list[str]:
    return [file.name for file in folder.glob(pattern)]


async def content(database: Database) -> dict[str, Any]:
    async with database.read() as connection:
        return {
            table.name: (await connection.execute(select(table).order_by(*table.primary_key))).all()
            for table in metadata.sorted_tables
        }


@pytest.mark.parametrize("to", ["sqlite", "postgresql"])
async def test_a_backup_brings_everything_to_either_database(
    database: Database, to: str, tmp_path: Path
) -> None:
    await fill(database)
    file = tmp_path / "backup.db"
    written = await backup(database, file)
    before = await content(database)
    assert written == sum(map(len, before.values())) == 2_503
    assert names_in(tmp_path, "*backup*") == ["backup.db"]
    (tmp_path / "new").mkdir()
    url = sqlite_url(tmp_path / "new") if to == "sqlite" else postgresql_url("target")
    target = await Database.open(url)
    await fill_other(target)
    assert await restore(target, file) == written
    assert await content(target) == before
    await target.close()


async def fill_other(target: Database) -> None:
    async with target.write() as connection:
        row = {"application_id": 10**6, "hash": "to be replaced"}
        await connection.execute(insert(metadata.tables["commands"]).values(row))


async def test_a_backup_shows_one_moment_while_the_bot_writes(
    database: Database, tmp_path: Path
) -> None:
    await fill(database)
    async with database.write() as connection:
        row = {"guild_id": 1, "removed_at": None}
        await connection.execute(insert(metadata.tables["guilds"]).values(row))
        await backup(database, tmp_path / "backup.db")
    with closing(sqlite3.connect(tmp_path / "backup.db")) as copy:
        assert copy.execute("SELECT guild_id FROM guilds").fetchall() == [(BIG,)]
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


async def test_a_backup_can_take_the_place_of_the_file(tmp_path: Path) -> None:
    database = await Database.open(sqlite_url(tmp_path))
    await fill(database)
    before = await content(database)
    await backup(database, tmp_path / "backup.db")
    await database.close()
    (tmp_path / "backup.db").replace(tmp_path / "attune.db")
    opened = await Database.open(locate(None, tmp_path))
    assert await content(opened) == before
    await opened.close()


async def test_a_backup_of_a_newer_version_is_refused(database: Database, tmp_path: Path) -> None:
    await fill(database)
    file = tmp_path / "backup.db"
    await backup(database, file)
    with closing(sqlite3.connect(file)) as copy, copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
    before = await content(database)
    with pytest.raises(DatabaseError, match="newer version of Attune"):
        await restore(database, file)
    assert await content(database) == before


async def test_a_restore_that_fails_midway_changes_nothing(
    database: Database, tmp_path: Path
) -> None:
    await fill(database)
    file = tmp_path / "backup.db"
    await backup(database, file)
    with closing(sqlite3.connect(file)) as copy, copy:
        copy.execute("PRAGMA ignore_check_constraints = ON")
        copy.execute("UPDATE posts SET state = 'nonsense'")
    before = await content(database)
    with pytest.raises(DatabaseError):
        await restore(database, file)
    assert await content(database) == before


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (None, "There is no file"),
        (b"this is no backup" * 100, "damaged, or not of Attune"),
        (b"", "is not of Attune"),
    ],
)
async def test_what_is_no_backup_is_refused(
    database: Database, tmp_path: Path, written: bytes | None, says: str
) -> None:
    file = tmp_path / "backup.db"
    if written is not None:
        file.write_bytes(written)
    with pytest.raises(DatabaseError, match=says):
        await restore(database, file)


async def test_a_cut_off_backup_is_refused(database: Database, tmp_path: Path) -> None:
    await fill(database)
    file = tmp_path / "backup.db"
    await backup(database, file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])
    before = await content(database)
    with pytest.raises(DatabaseError, match="damaged"):
        await restore(database, file)
    assert await content(database) == before


async def test_a_backup_into_a_folder_that_is_not_there_is_refused(
    database: Database, tmp_path: Path
) -> None:
    with pytest.raises(DatabaseError, match="cannot be written"):
        await backup(database, tmp_path / "not" / "there" / "backup.db")


def test_the_operators_words_for_a_whole_life(url: URL, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    assert "schema none" in operations.current(url) or "no database" in operations.current(url)
    assert "is up to date" in operations.upgrade(url)
    assert "(up to date)" in operations.current(url)
    assert operations.backup(url, file).startswith("0 rows of")
    assert operations.restore(url, file).startswith("0 rows of")


def test_asking_for_the_schema_makes_no_file(tmp_path: Path) -> None:
    operations.current(locate(None, tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [operations.backup])
def test_a_backup_of_nothing_is_refused_and_makes_nothing(command: Any, tmp_path: Path) -> None:
    state = tmp_path / "not mounted"
    with pytest.raises(DatabaseError, match=r"There is no database of Attune in .*STATE_DIR"):
        command(locate(None, state), tmp_path / "backup.db")
    assert list(tmp_path.iterdir()) == []


def test_a_server_s_empty_database_is_not_backed_up_either(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="There is no database of Attune in attune on"):
        operations.backup(postgresql_url(), tmp_path / "backup.db")
    assert list(tmp_path.iterdir()) == []


async def test_all_of_a_sqlite_database_is_moved_to_postgresql(tmp_path: Path) -> None:
    source = await Database.open(locate(None, tmp_path))
    await fill(source)
    target = await Database.open(postgresql_url())
    # What stands in the write-ahead log only is taken, too: the source is still open.
    assert await move(tmp_path / "attune.db", target) == 2_503
    assert await content(target) == await content(source)
    await source.close()
    await target.close()


async def test_a_database_that_holds_data_is_not_moved_into(url: URL, tmp_path: Path) -> None:
    source = await Database.open(locate(None, tmp_path / "source"))
    await fill(source)
    await source.close()
    target = await Database.open(url)
    await fill(target, "other")
    before = await content(target)
    with pytest.raises(DatabaseError, match="holds data already; name an empty one"):
        await move(tmp_path / "source" / "attune.db", target)
    assert await content(target) == before
    await target.close()


async def test_a_move_of_what_is_no_database_or_into_itself_is_refused(tmp_path: Path) -> None:
    target = await Database.open(locate(None, tmp_path))
    other = tmp_path / "letter.db"
    other.write_text("Dear moderator, this is a letter. " * 50)
    for file, says in (
        (tmp_path / "none.db", "There is no"),
        (other, "cannot be read; it is damaged, or not of Attune"),
        (tmp_path / "attune.db", "is the database in use itself"),
    ):
        with pytest.raises(DatabaseError, match=says):
            await move(file, target)
    await target.close()
