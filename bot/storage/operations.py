"""What an operator does to the database from the command line; each returns what to print.

All raise DatabaseError.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy.engine import URL

from bot.storage import backups
from bot.storage.database import Database
from bot.storage.migrations import current as current_revision
from bot.storage.migrations import newest


def upgrade(url: URL) -> str:
    """Brings the schema up to date, and makes the database's file if there is none."""

    async def say(database: Database) -> str:
        return f"The database {database.name} is up to date (schema {newest()})."

    return _with(url, say)


def current(url: URL) -> str:
    """Which schema the database has; changes nothing."""

    async def ask() -> str:
        database = Database(url)
        if database.file is not None and not database.file.exists():
            return f"There is no database {database.name} yet; `attune db upgrade` makes it."
        try:
            async with database.read() as connection:
                found = await connection.run_sync(current_revision)
        finally:
            await database.close()
        state = "up to date" if found == newest() else f"this program works with {newest()}"
        return f"The database {database.name} has schema {found or 'none'} ({state})."

    return asyncio.run(ask())


def backup(url: URL, file: Path) -> str:
    """Writes all that is stored to `file`; the bot may be running."""

    async def write(database: Database) -> str:
        rows = await backups.backup(database, file)
        return f"{rows} rows of {database.name} are in {file}."

    return _with(url, write, create=False)


def restore(url: URL, file: Path) -> str:
    """Puts what `file` holds in the place of all that is stored."""

    async def read(database: Database) -> str:
        rows = await backups.restore(database, file)
        return f"{rows} rows of {file} are in {database.name}."

    return _with(url, read)


def move(url: URL, file: Path) -> str:
    """Copies all that the SQLite database `file` holds into the empty database at `url`."""

    async def copy(database: Database) -> str:
        rows = await backups.move(file, database)
        return f"{rows} rows of {file} are in {database.name}."

    return _with(url, copy)


def _with(url: URL, action: Callable[[Database], Awaitable[str]], *, create: bool = True) -> str:
    async def run() -> str:
        database = await Database.open(url, create=create)
        try:
            return await action(database)
        finally:
            await database.close()

    return asyncio.run(run())
