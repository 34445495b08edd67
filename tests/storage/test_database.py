"""Opening, reading and writing, and what people are told when it does not work."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import Executable, insert, select, text
from sqlalchemy.engine import URL

from bot.storage import Database, DatabaseError, known_commands, locate, remember_commands
from bot.storage.migrations import newest
from bot.storage.schema import guilds, metadata, reflections

HIDDEN = "not for people"


async def change(database: Database, *statements: Executable) -> None:
    async with database.write() as connection:
        for statement in statements:
            await connection.execute(statement)


async def test_what_was_kept_is_there_after_closing_and_opening(url: URL) -> None:
    first = await Database.open(url)
    await remember_commands(first, 5, "abc")
    await remember_commands(first, 5, "def")
    await first.close()
    second = await Database.open(url)
    assert await known_commands(second, 5) == "def"
    assert await known_commands(second, 6) is None
    await second.close()


async def test_a_change_is_kept_whole_or_not_at_all(database: Database) -> None:
    async def stumble() -> None:
        async with database.write() as connection:
            await connection.execute(insert(guilds).values(guild_id=1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await stumble()
    async with database.read() as connection:
        assert (await connection.execute(select(guilds))).all() == []


async def test_the_migrations_and_the_schema_say_the_same(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    async with database.read() as connection:
        differences = await connection.run_sync(
            lambda sync: compare_metadata(MigrationContext.configure(sync), metadata)
        )
    assert differences == []


async def test_a_channel_cannot_belong_to_an_unknown_server(database: Database) -> None:
    row = {
        "channel_id": 1,
        "guild_id": 1,
        "set_up_by": 1,
        "local_time": time(8),
        "zone": "UTC",
        "thread": False,
        "picture": False,
        "state": "on",
        "created_at": datetime(2026, 1, 1, tzinfo=UTC),
    }
    with pytest.raises(DatabaseError, match="did not do what was asked"):
        await change(database, insert(reflections).values(row))


async def test_several_that_start_at_once_migrate_once(url: URL) -> None:
    opened = await asyncio.gather(*(Database.open(url) for _ in range(4)))
    for database in opened:
        async with database.read() as connection:
            found = await connection.scalar(text("SELECT version_num FROM alembic_version"))
        assert found == newest()
        await database.close()


async def test_a_newer_schema_is_refused_and_left_alone(url: URL) -> None:
    database = await Database.open(url)
    async with database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    with pytest.raises(DatabaseError, match=r"newer version of Attune \(schema 9999"):
        await Database.open(url)


async def test_sqlite_keeps_strictly_and_safely(tmp_path: Path) -> None:
    database = await Database.open(locate(None, tmp_path / "not" / "there"))
    async with database.read() as connection:
        pragmas = {
            name: await connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "foreign_keys", "synchronous")
        }
        tables = await connection.scalars(text("SELECT name FROM pragma_table_list WHERE strict"))
        strict = set(tables)
    await database.close()
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}
    assert strict == set(metadata.tables)


async def test_a_locked_file_is_said_to_be_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.database._PRAGMAS", ("PRAGMA busy_timeout = 10",))
    database = await Database.open(locate(None, tmp_path))
    with closing(sqlite3.connect(tmp_path / "attune.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseError, match=r"attune\.db is locked by another program"):
            await remember_commands(database, 1, "x")
    await remember_commands(database, 1, "x")
    assert await known_commands(database, 1) == "x"
    await database.close()


async def test_a_full_disk_is_said_to_be_full(tmp_path: Path) -> None:
    database = await Database.open(locate(None, tmp_path))
    rows = [{"application_id": n, "hash": "x" * 1000} for n in range(1000)]
    much = insert(metadata.tables["commands"]).values(rows)
    with pytest.raises(DatabaseError, match="disk is full"):
        await change(database, text("PRAGMA max_page_count = 1"), much)
    await database.close()


async def test_each_failure_is_reported_once(tmp_path: Path) -> None:
    database = await Database.open(locate(None, tmp_path))
    failures: list[None] = []
    database.failed = lambda: failures.append(None)
    with pytest.raises(DatabaseError, match="did not do what was asked"):
        await change(database, text("DELETE FROM nothing"))
    assert len(failures) == 1
    (tmp_path / "attune.db").unlink()
    with pytest.raises(DatabaseError, match="was deleted"):
        await remember_commands(database, 1, "x")
    assert len(failures) == 2
    await database.close()


async def test_a_database_that_takes_no_writes_is_said_to_be_read_only(url: URL) -> None:
    database = await Database.open(url)
    lock = "PRAGMA query_only = ON" if database.file else "SET TRANSACTION READ ONLY"
    with pytest.raises(DatabaseError, match="is read-only"):
        await change(database, text(lock), insert(guilds).values(guild_id=1))
    await database.close()


@pytest.mark.parametrize("content", [b"no database at all, but long enough" * 50, b"\xff" * 4096])
async def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "attune.db").write_bytes(content)
    with pytest.raises(DatabaseError, match="is damaged; move it away and bring back a backup"):
        await Database.open(locate(None, tmp_path))
    assert (tmp_path / "attune.db").read_bytes() == content


async def test_a_file_that_is_deleted_while_in_use_is_missed_at_once(tmp_path: Path) -> None:
    database = await Database.open(locate(None, tmp_path))
    shutil.rmtree(tmp_path)
    with pytest.raises(DatabaseError, match="was deleted or replaced while in use"):
        await remember_commands(database, 1, "x")
    await database.close()


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    with pytest.raises(DatabaseError, match=r"folder .*state for the database cannot be made"):
        await Database.open(locate(None, tmp_path / "state"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"database": "nothing_here"}, "does not exist"),
        ({"host": "127.0.0.1", "port": 1, "query": {}}, "refuses connections"),
        ({"host": "no-such-host.invalid", "query": {}}, "cannot be looked up"),
        ({"username": "stranger"}, "refuses the user or the password"),
        ({"query": {"host": "/nowhere"}}, "has no socket there"),
    ],
)
async def test_why_a_server_lets_nobody_in_is_said(
    postgresql: URL, change: dict[str, object], says: str
) -> None:
    wrong = postgresql.set(password=HIDDEN, **change)  # type: ignore[arg-type]
    with pytest.raises(DatabaseError, match=says) as caught:
        await Database.open(wrong)
    assert HIDDEN not in str(caught.value)


async def test_connections_that_the_server_cut_are_replaced(postgresql: URL) -> None:
    database = await Database.open(postgresql)
    await remember_commands(database, 1, "x")
    other = await Database.open(postgresql)
    async with other.write() as connection:
        await connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        )
    assert await known_commands(database, 1) == "x"
    await database.close()
    await other.close()


def test_a_process_that_dies_while_writing_leaves_nothing_half(tmp_path: Path) -> None:
    program = """
import asyncio, os, sys
from datetime import UTC, datetime, time
from pathlib import Path
from sqlalchemy import insert
from bot.storage import Database, locate, remember_commands
from bot.storage.schema import guilds

async def main():
    database = await Database.open(locate(None, Path(sys.argv[1])))
    await remember_commands(database, 1, "kept")
    async with database.write() as connection:
        await connection.execute(insert(guilds).values(guild_id=1))
        os._exit(9)

asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode == 9

    async def look() -> tuple[str | None, int]:
        database = await Database.open(locate(None, tmp_path))
        async with database.read() as connection:
            rows = len((await connection.execute(select(guilds))).all())
        known = await known_commands(database, 1)
        await database.close()
        return known, rows

    assert asyncio.run(look()) == ("kept", 0)
