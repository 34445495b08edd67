"""A database behind PgBouncer in transaction mode, and one that falls silent."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine import URL

from bot.storage import Database, DatabaseError, known_commands, remember_commands
from bot.storage.schema import guilds
from tests.databases import free_port, pgbouncer

pytestmark = pytest.mark.skipif(
    shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/usr/local/bin") is None,
    reason="pgbouncer is not installed",
)


async def test_all_works_behind_a_pooler_that_shares_its_connections(
    postgresql: URL, tmp_path: Path
) -> None:
    async with pgbouncer(postgresql, tmp_path) as url:
        databases = [await Database.open(url) for _ in range(3)]
        for number in range(40):
            database = databases[number % 3]
            await remember_commands(database, number, str(number))
            async with database.read() as connection:
                assert (await connection.execute(select(guilds))).all() == []
        found = [await known_commands(databases[0], number) for number in range(40)]
        assert found == [str(number) for number in range(40)]
        for database in databases:
            await database.close()


async def test_several_that_start_at_once_behind_a_pooler_migrate_once(
    postgresql: URL, tmp_path: Path
) -> None:
    async with pgbouncer(postgresql, tmp_path) as url:
        opened = await asyncio.gather(*(Database.open(url) for _ in range(4)))
        await remember_commands(opened[0], 1, "x")
        assert await known_commands(opened[3], 1) == "x"
        await asyncio.gather(*(database.close() for database in opened))


async def test_why_a_pooler_lets_nobody_in_is_said(postgresql: URL, tmp_path: Path) -> None:
    async with pgbouncer(postgresql, tmp_path) as url:
        for wrong, said in (
            (url.set(database="nothing_here"), "does not exist there"),
            (url.set(username="stranger"), "refuses the user or the password"),
            (url.set(query={"sslmode": "require"}), "does not take encrypted connections"),
            (url.update_query_dict({"schema": "own"}), "leave options and schema out"),
        ):
            with pytest.raises(DatabaseError, match=said):
                await Database.open(wrong)


async def test_a_pooler_without_a_free_connection_is_said_so(
    postgresql: URL, tmp_path: Path
) -> None:
    async with pgbouncer(postgresql, tmp_path, clients=1) as url:
        database = await _opened_when_free(url)
        async with database.read():
            with pytest.raises(DatabaseError, match="has no connection free at its pooler"):
                await Database.open(url)
        await database.close()


async def _opened_when_free(url: URL) -> Database:
    """The pooler takes a moment to notice that an earlier connection was closed."""
    async with asyncio.timeout(20):
        while True:
            try:
                return await Database.open(url)
            except DatabaseError:
                await asyncio.sleep(0.02)


@asynccontextmanager
async def proxy(port: int) -> AsyncIterator[tuple[int, asyncio.Event]]:
    """A port that leads to `port` until the event is set; then all falls silent."""
    silent = asyncio.Event()
    writers: list[asyncio.StreamWriter] = []

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            if not silent.is_set():
                writer.write(data)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", port)
        writers.extend((writer, back))
        await asyncio.gather(pump(reader, back), pump(there, writer), return_exceptions=True)

    own = free_port()
    server = await asyncio.start_server(serve, "127.0.0.1", own)
    try:
        yield own, silent
    finally:
        server.close()
        for writer in writers:
            writer.close()


async def test_a_query_on_a_connection_that_falls_silent_ends_in_a_sentence(
    postgresql: URL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.address._COMMAND_SECONDS", 0.5)
    monkeypatch.setattr("bot.storage.address._CONNECT_SECONDS", 0.5)
    async with pgbouncer(postgresql, tmp_path) as url, proxy(url.port or 0) as (port, silent):
        database = await Database.open(url.set(port=port))
        await remember_commands(database, 1, "x")
        silent.set()
        async with asyncio.timeout(10):
            with pytest.raises(DatabaseError, match="does not answer in time"):
                await known_commands(database, 1)
            await database.close()
