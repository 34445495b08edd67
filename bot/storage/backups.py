"""Backup, restore and move, by way of one SQLite file, for SQLite and PostgreSQL alike."""

import asyncio
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.errors import DatabaseError, explained
from bot.storage.schema import metadata

_ROWS = 1_000
_TABLES = {"alembic_version"}  # tables that every database of Attune has


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
    damaged, is a database in use, or was written by a newer version.
    """
    _refuse_itself(file, database)
    _refuse_live(file)
    with tempfile.TemporaryDirectory(prefix="attune-restore-") as folder:
        copy = Path(folder) / file.name
        await asyncio.to_thread(_take_copy, file, copy)
        source = await Database.open(sqlite_url(copy), str(file))
        try:
            return await _replace_rows(source, database)
        finally:
            await source.close()


async def move(file: Path, target: Database) -> int:
    """Copies all that the SQLite database `file` holds into the empty `target`: returns the rows.

    The bot must be stopped: what it writes afterwards stays behind. All of it is copied or, on
    any error, nothing. Raises DatabaseError.
    """
    _refuse_itself(file, target)
    with tempfile.TemporaryDirectory(prefix="attune-move-") as folder:
        copy = Path(folder) / file.name
        await asyncio.to_thread(_take_copy, file, copy)
        source = await Database.open(sqlite_url(copy), str(file))
        try:
            async with source.read() as reader, target.write() as writer:
                for table in metadata.sorted_tables:
                    # What was registered with Discord is written anew whenever it is missing.
                    if table.name != "commands" and (await writer.execute(select(table))).first():
                        raise DatabaseError(
                            f"The database {target.name} holds data already; name an empty one."
                        )
                await writer.execute(delete(metadata.tables["commands"]))
                return await _copy_rows(reader, writer)
        finally:
            await source.close()


async def _fill(file: Path, database: Database) -> int:
    target = await Database.open(sqlite_url(file))
    try:
        return await _replace_rows(database, target)
    finally:
        await target.close()


async def _replace_rows(source: Database, target: Database) -> int:
    async with source.read() as reader, target.write() as writer:
        for table in reversed(metadata.sorted_tables):
            await writer.execute(delete(table))
        return await _copy_rows(reader, writer)


async def _copy_rows(reader: AsyncConnection, writer: AsyncConnection) -> int:
    """Copies the rows of all tables, and returns how many there were."""
    copied = 0
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
        raise DatabaseError(f"There is no file {file}; check the name.")
    try:
        # Also what stands in the write-ahead log beside it.
        address = f"{file.absolute().as_uri()}?mode=ro"
        with (
            closing(sqlite3.connect(address, uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
        problem, tables = _looked_into(copy)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(
            f"The file {file} cannot be read; it is damaged, or not of Attune."
        ) from error
    if problem is not None:
        raise DatabaseError(f"The file {file} is damaged; use another one.")
    if not tables >= _TABLES:
        raise DatabaseError(f"The file {file} is not of Attune; choose another.")


def _looked_into(file: Path) -> tuple[str | None, set[str]]:
    """What is damaged in a SQLite file, if anything, and which tables there are.

    Raises sqlite3.Error for what cannot be read at all.
    """
    with closing(sqlite3.connect(file)) as connection:
        problem = connection.execute("PRAGMA integrity_check").fetchone()[0]
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    return (None if problem == "ok" else problem), tables


def _refuse_itself(file: Path, database: Database) -> None:
    if database.file is not None and file.exists() and file.samefile(database.file):
        raise DatabaseError(f"The file {file} is the database in use itself; name another.")


def _refuse_live(file: Path) -> None:
    """A backup is one file; beside a database in use stands what was written to it last."""
    log = file.with_name(f"{file.name}-wal")
    if log.exists() and log.stat().st_size:
        raise DatabaseError(
            f"The file {file} is no backup but a database in use, whose latest rows are in {log}; "
            f"back it up with `attune db backup`, or take all of it with `attune db move {file}`."
        )


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


def sqlite_url(file: Path) -> URL:
    """The address of a SQLite file."""
    return URL.create("sqlite+aiosqlite", database=str(file))
