"""Moving from a SQLite file into another database, so that nothing is lost on the way."""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import delete, exists, select
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.backups import ATTUNES, copy_rows, looked_into, sqlite_url
from bot.storage.database import BUSY_SECONDS, Database
from bot.storage.errors import DAMAGED, DatabaseError, explained
from bot.storage.schema import commands, guilds, posts, reflections

_BESIDE = ("", "-wal", "-shm")  # what a SQLite database consists of; the database itself first

_CHECKPOINT = "PRAGMA wal_checkpoint(PASSIVE)"


async def move(file: Path, url: URL) -> tuple[int, Path]:
    """Moves all that the SQLite database `file` holds into the empty database at `url`.

    Returns the rows, and what the file is called now. Nobody writes to it meanwhile, and a bot that
    still runs on it notices that it is gone. All is moved or, on any error, nothing. Raises
    DatabaseError.
    """
    file, moved = _names(file, url)
    with tempfile.TemporaryDirectory(prefix="attune-move-") as folder:
        async with _held(file):
            copy = Path(folder) / file.name
            await asyncio.to_thread(_take_copy, file, copy)
            # An older schema is brought up to date in the copy.
            async with (
                _opened_database(sqlite_url(copy), str(file)) as source,
                _opened_database(url) as target,
            ):
                rows = await _hand_over(source, target, file, moved)
    await asyncio.to_thread(_tidy_up, moved)
    return rows, moved


def _names(file: Path, url: URL) -> tuple[Path, Path]:
    """What the file is called, and what it will be called. Raises DatabaseError."""
    file = file.resolve()
    moved = file.with_name(f"{file.name}.moved")
    if not file.is_file():
        here = f"but {moved}; if a move was cut short, move that one" if moved.exists() else ""
        raise DatabaseError(f"There is no file {file}{', ' if here else '; check the name'}{here}.")
    if url.get_backend_name() == "sqlite":
        target = Path(url.database or "")
        if target.exists() and target.samefile(file):
            raise DatabaseError(
                f"The database {file} is the one in use already; name another in DATABASE_URL."
            )
    for left in _parts(moved):
        if left.exists():
            raise DatabaseError(f"There is a file {left} already; move that one away first.")
    return file, moved


@asynccontextmanager
async def _opened_database(url: URL, name: str | None = None) -> AsyncIterator[Database]:
    database = await Database.open(url, name)
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _held(file: Path) -> AsyncIterator[None]:
    """Keeps everybody from writing to the database `file`."""
    lock = await asyncio.to_thread(_lock, file)
    try:
        yield
    finally:
        lock.close()


def _lock(file: Path) -> sqlite3.Connection:
    lock = _opened(file)
    try:
        with _named(file):
            lock.execute("BEGIN IMMEDIATE")
    except BaseException:
        lock.close()
        raise
    return lock


def _take_copy(file: Path, copy: Path) -> None:
    """A checked copy, with what stands in the write-ahead log only."""
    with _named(file), closing(_opened(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    with _named(file):
        problem, tables = looked_into(copy)
    if problem is not None:
        raise DatabaseError(f"The database {file} {DAMAGED}")
    if not tables >= ATTUNES:
        raise DatabaseError(f"The file {file} is no database of Attune; name the one to move.")


async def _hand_over(source: Database, target: Database, file: Path, moved: Path) -> int:
    """Copies all rows, and puts the file away in the same step as they come to be in `target`."""
    try:
        async with source.read() as reader, target.write() as writer:
            await _refuse_used(writer, target.name)
            await writer.execute(delete(commands))
            rows = await copy_rows(reader, writer)
            await asyncio.to_thread(_write_out, file)
            # Before the rows are kept: should all end here, nobody goes on with the file, and the
            # target is empty; the other way round there could be two that both go on.
            _rename(file, moved)
    except BaseException:
        _put_back(moved, file)
        raise
    return rows


async def _refuse_used(connection: AsyncConnection, name: str) -> None:
    # What was registered with Discord is written anew whenever it is missing; a bot that was
    # started on the new database has left just that.
    for table in (guilds, reflections, posts):
        if await connection.scalar(select(exists(select(table)))):
            raise DatabaseError(f"The database {name} holds data already; name an empty one.")


def _write_out(file: Path) -> None:
    """Brings all of the write-ahead log into the file, which then is whole by itself."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        with _named(file), closing(_opened(file)) as connection:
            busy, logged, written = connection.execute(_CHECKPOINT).fetchone()
        if not busy and logged == written:
            return
        if time.monotonic() > end:
            raise DatabaseError(
                f"The database {file} is being read all the time; stop the bot, then try again."
            )
        time.sleep(0.05)  # somebody reads what was there before


def _rename(file: Path, new: Path) -> None:
    try:
        for old_part, new_part in zip(_parts(file), _parts(new), strict=True):
            if old_part.exists():
                old_part.replace(new_part)
    except OSError as error:
        raise DatabaseError(
            f"The file {file} cannot be renamed ({error.strerror}); let this user write to its "
            "folder."
        ) from error


def _put_back(moved: Path, file: Path) -> None:
    if moved.exists() and not file.exists():
        _rename(moved, file)


def _tidy_up(moved: Path) -> None:
    """Leaves one file, unless somebody still has it open."""
    with suppress(sqlite3.Error), closing(_opened(moved)) as connection:
        connection.execute(_CHECKPOINT)


def _parts(file: Path) -> list[Path]:
    return [file.with_name(file.name + suffix) for suffix in _BESIDE]


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{file.as_uri()}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


@contextmanager
def _named(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise DatabaseError(
                f"The file {file} is no database of Attune; name the one to move."
            ) from error
        raise explained(error, str(file)) from error
