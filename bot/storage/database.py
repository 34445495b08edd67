"""The database: opening, reading and writing, with errors that people can read."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

from sqlalchemy import event
from sqlalchemy.engine import URL, Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.util import await_only

from bot.storage.address import connect_options
from bot.storage.errors import DatabaseError, explained
from bot.storage.migrations import current, upgrade

BUSY_SECONDS = 10
_RETRY_SECONDS = 0.02
_WRITING = "attune_writing"
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA journal_mode = WAL",
    # FULL, as a claim that a power cut takes back would be posted again.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


class Database:
    """An open database with this program's schema.

    Every method raises DatabaseError, whose text says what happened and what to do; `failed` is
    called for each error.
    """

    def __init__(self, url: URL, name: str | None = None) -> None:
        """`name` is what people call it, if not by its address."""
        self.url = url
        self.name = name or described(url)
        self.file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
        self._inode: int | None = None
        self.failed: Callable[[], None] = lambda: None
        self._engine = _engine(url)
        # SQLite has one writer; queueing here is fair and wakes at once, its own wait polls.
        self._writer = asyncio.Lock()

    @classmethod
    async def open(cls, url: URL, name: str | None = None, *, create: bool = True) -> "Database":
        """Opens the database at `url` (see `locate`), brought up to date as needed.

        A database that does not exist is created with `create`, else it is an error.
        """
        database = cls(url, name)
        try:
            if not create:
                await database._refuse_missing()
            await database.upgrade()
        except BaseException:
            await database.close()
            raise
        return database

    async def upgrade(self) -> None:
        """Brings the schema up to date, all of it or nothing; of several processes one does it."""
        if self.file is not None:
            try:
                self.file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise DatabaseError(
                    f"The folder {self.file.parent} for the database cannot be made "
                    f"({error.strerror}); make it, or choose another."
                ) from error
        async with self.write() as connection:
            await connection.run_sync(upgrade, self.name)
        self._inode = self.file.stat().st_ino if self.file else None

    async def _refuse_missing(self) -> None:
        missing = self.file is not None and not self.file.exists()
        if not missing:
            async with self.read() as connection:
                missing = await connection.run_sync(current) is None
        if missing:
            raise DatabaseError(
                f"There is no database of Attune in {self.name}; check STATE_DIR and DATABASE_URL."
            )

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection that sees one consistent snapshot of the database."""
        self._check_file()  # or connecting would make a new one
        async with self._explained(), self._engine.connect() as connection:
            if self.file is None:
                await connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @asynccontextmanager
    async def statement(self) -> AsyncIterator[AsyncConnection]:
        """A connection for one statement that reads, without a transaction around it."""
        self._check_file()
        async with self._explained(), self._engine.connect() as connection:
            yield await connection.execution_options(isolation_level="AUTOCOMMIT")

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: it commits when the block ends, and rolls back on an error."""
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self._explained())
            if self.file is not None:
                await stack.enter_async_context(self._writer)
            self._check_file()
            connection = await stack.enter_async_context(self._engine.connect())
            await connection.execution_options(**{_WRITING: True})
            await stack.enter_async_context(connection.begin())
            self._check_file()  # it may have been moved by whoever held the lock until now
            yield connection

    async def close(self) -> None:
        """Closes every connection."""
        await self._engine.dispose()

    @asynccontextmanager
    async def _explained(self) -> AsyncIterator[None]:
        try:
            yield
        except DatabaseError:
            self.failed()
            raise
        except (DBAPIError, PoolTimeoutError, OSError) as error:
            self.failed()
            raise explained(error, self.name) from error

    def _check_file(self) -> None:
        # A deleted file goes on taking writes, which nobody would ever see again.
        if self.file is None or self._inode is None:
            return
        try:
            gone = self.file.stat().st_ino != self._inode
        except FileNotFoundError:
            gone = True
        except OSError as error:
            raise explained(error, self.name) from error
        if gone:
            raise DatabaseError(
                f"The database {self.name} was deleted or replaced while in use; put it back or "
                "bring back a backup with `attune db restore FILE`, then start again."
            )


def described(url: URL) -> str:
    """The address for people: a file's path, or server and name without user and password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return f"{url.database or ''} on {url.host or url.query.get('host') or 'this machine'}".strip()


def _engine(url: URL) -> AsyncEngine:
    if url.get_backend_name() == "sqlite":
        engine = create_async_engine(url)
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine
    address, connect, pool = connect_options(url)
    # A name of its own for each statement, as a pooler's connection may know an earlier one.
    connect["prepared_statement_name_func"] = lambda: f"attune_{uuid4().hex}"
    return create_async_engine(
        address, json_serializer=json.dumps, pool_pre_ping=True, connect_args=connect, **pool
    )


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver would begin transactions by itself, and never immediate ones.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        _execute(cursor, pragma)
    cursor.close()


def _execute(cursor: Any, pragma: str) -> None:
    # While another connection changes the mode of the journal, SQLite does not wait by itself.
    end = monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute(pragma)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > end:
                raise
            await_only(asyncio.sleep(_RETRY_SECONDS))
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_WRITING) else "BEGIN")
