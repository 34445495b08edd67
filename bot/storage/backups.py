"""Backups: one SQLite file that can be restored into SQLite and into PostgreSQL alike."""

import asyncio
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import URL

from bot.storage.database import Database
from bot.storage.errors import DatabaseError, explained
from bot.storage.schema import metadata

_ROWS = 1_000


async def backup(database: Database, file: Path) -> int:
    """Writes all that is stored, as it is at one moment, to `file`, and returns the rows.

    The bot may go on running. An earlier `file` is replaced once the new one is complete.
    Raises DatabaseError.
    """
    folder = _folder_beside(file)
    try:
        copy = folder / "backup.db"
        written = await _fill(copy, database)
        await asyncio.to_thread(_finish, copy, file)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return written


async def restore(database: Database, file: Path) -> int:
    """Puts what `file` holds in the place of all that is stored, and returns the rows.

    All of it or, on any error, nothing. Raises DatabaseError for a file that is no backup, is
    damaged, or was written by a newer version.
    """
    with tempfile.TemporaryDirectory(prefix="attune-restore-") as folder:
        copy = Path(folder) / file.name
        await asyncio.to_thread(_take_copy, file, copy)
        source = await Database.open(_sqlite(copy))
        try:
            return await _copy_rows(source, database)
        finally:
            await source.close()


async def _fill(file: Path, database: Database) -> int:
    target = await Database.open(_sqlite(file))
    try:
        return await _copy_rows(database, target)
    finally:
        await target.close()


async def _copy_rows(source: Database, target: Database) -> int:
    copied = 0
    async with source.read() as reader, target.write() as writer:
        for table in reversed(metadata.sorted_tables):
            await writer.execute(delete(table))
        for table in metadata.sorted_tables:
            rows = await reader.stream(select(table).execution_options(yield_per=_ROWS))
            async for page in rows.mappings().partitions():
                await writer.execute(insert(table), [dict(row) for row in page])
                copied += len(page)
    return copied


def _folder_beside(file: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=".attune-backup-", dir=file.absolute().parent))
    except OSError as error:
        raise DatabaseError(
            f"The backup {file} cannot be written ({error.strerror}); choose another folder."
        ) from error


def _take_copy(file: Path, copy: Path) -> None:
    """A checked copy, as bringing an older backup up to date must not change the backup."""
    if not file.is_file():
        raise DatabaseError(f"There is no backup {file}; check the name.")
    try:
        shutil.copyfile(file, copy)
        with closing(sqlite3.connect(copy)) as connection:
            problem = connection.execute("PRAGMA integrity_check").fetchone()[0]
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(
            f"The backup {file} cannot be read; it is damaged, or no backup of Attune."
        ) from error
    if problem != "ok":
        raise DatabaseError(f"The backup {file} is damaged; use another one.")
    if "alembic_version" not in tables:
        raise DatabaseError(f"The file {file} is no backup of Attune; choose another.")


def _finish(copy: Path, file: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        descriptor = os.open(copy, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        copy.replace(file)
    except (OSError, sqlite3.Error) as error:
        raise explained(error, str(file)) from error


def _sqlite(file: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(file))
