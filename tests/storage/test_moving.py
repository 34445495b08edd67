"""Moving from a SQLite file: whole, for good, and never half; whoever else works on the file."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import closing
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, delete, insert
from sqlalchemy.engine import URL

from bot.storage import (
    Database,
    DatabaseError,
    known_commands,
    locate,
    move,
    operations,
    remember_commands,
    restore,
)
from bot.storage.columns import Clock, Day, Flag, Moment
from bot.storage.schema import guilds, metadata, posts, reflections
from tests.databases import postgresql_url, sqlite_url
from tests.storage.test_backup import content, fill

ROOT = Path(__file__).parents[2]
GONE = "was deleted or replaced while in use"
Content = dict[str, Any]
Result = TypeVar("Result")


@pytest.fixture
async def source(tmp_path: Path) -> AsyncIterator[Database]:
    """A database in a file, as a running bot has it open, with rows."""
    (tmp_path / "state").mkdir()
    opened = await Database.open(sqlite_url(tmp_path / "state"))
    await fill(opened)
    yield opened
    await opened.close()


@pytest.fixture
def file(source: Database) -> Path:
    assert source.file is not None
    return source.file


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """Where to move to."""
    if request.param == "postgresql":
        return postgresql_url("target")
    return locate(None, tmp_path / "new")


async def held(url: URL) -> Content:
    """What the database at `url` holds."""
    database = await Database.open(url)
    try:
        return await content(database)
    finally:
        await database.close()


async def is_empty(url: URL) -> bool:
    return not any((await held(url)).values())


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


async def test_all_that_a_running_bot_has_written_is_moved(
    source: Database, file: Path, target: URL, tmp_path: Path
) -> None:
    before = await content(source)
    with closing(sqlite3.connect(shutil.copyfile(file, tmp_path / "plain copy"))) as copy:
        assert copy.execute("SELECT count(*) FROM commands").fetchone() == (
            0,
        )  # they are in the log
    rows, moved = await move(file, target)
    assert rows == sum(map(len, before.values())) == 2_503
    assert await held(target) == before
    await source.close()
    assert await held(URL.create("sqlite+aiosqlite", database=str(moved))) == before


async def test_a_bot_that_still_runs_on_the_file_notices_and_makes_no_new_one(
    source: Database, file: Path, target: URL
) -> None:
    await move(file, target)
    with pytest.raises(DatabaseError, match=GONE):
        await remember_commands(source, 1, "x")
    with pytest.raises(DatabaseError, match=GONE):
        await known_commands(source, 1)
    with pytest.raises(DatabaseError, match=GONE):
        await content(source)
    await source.close()
    assert file.name not in names(file.parent)


async def test_one_file_is_left_of_a_database_that_nobody_had_open(
    source: Database, file: Path, target: URL
) -> None:
    await source.close()
    await move(file, target)
    assert names(file.parent) == {"attune.db.moved"}


async def test_a_change_that_waits_for_the_move_is_refused_and_not_lost_on_the_way(
    source: Database, file: Path, target: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.storage import moving

    hand_over = moving._hand_over
    waiting: list[asyncio.Task[None]] = []

    async def hand_over_meanwhile(*arguments: Any) -> int:
        waiting.append(asyncio.create_task(remember_commands(source, 10**9, "meanwhile")))
        async with asyncio.timeout(20):
            while not source._engine.pool.checkedout():  # type: ignore[attr-defined]  # noqa: ASYNC110
                await asyncio.sleep(0)  # until it waits for the lock
        return await hand_over(*arguments)

    monkeypatch.setattr(moving, "_hand_over", hand_over_meanwhile)
    before = await content(source)
    _, moved = await move(file, target)
    with pytest.raises(DatabaseError, match=GONE):
        await waiting[0]
    await source.close()
    assert await held(URL.create("sqlite+aiosqlite", database=str(moved))) == before


WRITER = """
import asyncio, sys
from pathlib import Path
from sqlalchemy import insert
from bot.storage import Database, DatabaseError, locate
from bot.storage.schema import guilds

async def main():
    database = await Database.open(locate(None, Path(sys.argv[1])))
    try:
        for number in range(10**6):
            async with database.write() as connection:
                await connection.execute(insert(guilds).values(guild_id=number))
            print(number, flush=True)
    except DatabaseError as error:
        print(error)

asyncio.run(main())
"""


async def test_all_that_another_process_could_still_write_is_moved(
    source: Database, file: Path, target: URL
) -> None:
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, str(file.parent), cwd=ROOT, stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    begun = [await writer.stdout.readline() for _ in range(5)]
    await move(file, target)
    rest, _ = await writer.communicate()
    *written, said = b"".join([*begun, rest]).decode().splitlines()
    assert GONE in said
    there = {row.guild_id for row in (await held(target))["guilds"]}
    assert there >= {int(number) for number in written}
    assert len(there) == len(written) + 1


async def test_what_was_registered_before_the_move_does_not_make_a_database_used(
    source: Database, file: Path, target: URL
) -> None:
    before = await content(source)
    started = await Database.open(target)
    await remember_commands(started, 1, "by a bot that was started too early")
    await started.close()
    await move(file, target)
    assert await held(target) == before


@pytest.mark.parametrize("table", ["guilds", "posts"])
async def test_a_database_that_holds_data_is_refused(
    source: Database, file: Path, target: URL, table: str
) -> None:
    used = await Database.open(target)
    async with used.write() as connection:
        await connection.execute(insert(guilds).values(guild_id=1))
        if table == "posts":
            await connection.execute(insert(posts).values(**POST))
    before = await content(used)
    await refused(source, file, target, "holds data already; name an empty one")
    assert await content(used) == before
    await used.close()


POST = {
    "channel_id": 1,
    "local_date": date(2026, 3, 1),
    "guild_id": 1,
    "due": datetime(2026, 3, 1, tzinfo=UTC),
    "state": "sent",
    "attempts": 1,
    "late": False,
}


async def refused(source: Database, file: Path, target: URL, says: str) -> None:
    """The move is refused, and the bot goes on with the file as it was."""
    before, there = await content(source), names(file.parent)
    with pytest.raises(DatabaseError, match=says) as caught:
        await move(file, target)
    assert "\n" not in str(caught.value)
    assert names(file.parent) == there
    assert await content(source) == before
    await remember_commands(source, 10**9, "goes on")
    assert await known_commands(source, 10**9) == "goes on"


async def test_a_server_that_cannot_be_reached_is_said_so(source: Database, file: Path) -> None:
    nowhere = locate("postgresql://somebody@127.0.0.1:1/attune", file.parent)
    await refused(source, file, nowhere, "cannot be reached")


async def test_a_move_into_itself_is_refused(source: Database, file: Path) -> None:
    await refused(source, file, source.url, "is the one in use already")


async def test_a_name_that_is_taken_is_refused(source: Database, file: Path, target: URL) -> None:
    file.with_name("attune.db.moved").write_text("of an earlier move")
    await refused(source, file, target, r"attune\.db\.moved already; move that one away")
    assert file.with_name("attune.db.moved").read_text() == "of an earlier move"


async def test_a_newer_schema_is_refused(source: Database, file: Path, target: URL) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    await refused(source, file, target, rf"{file} was written by a newer version of Attune")
    assert await is_empty(target)


async def test_rows_that_the_target_does_not_take_leave_everything_as_it_was(
    source: Database, file: Path, target: URL
) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM guilds")  # to which the other rows belong
    await refused(source, file, target, "did not do what was asked")
    assert await is_empty(target)


async def test_a_move_that_fails_at_its_very_end_puts_the_file_back(
    source: Database, file: Path, target: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.storage import moving

    rename = moving._rename

    def rename_and_fail(old: Path, new: Path) -> None:
        rename(old, new)
        if old == file:
            raise DatabaseError("The server went away.")

    monkeypatch.setattr(moving, "_rename", rename_and_fail)
    await refused(source, file, target, "The server went away")
    assert await is_empty(target)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (None, "There is no file"),
        (b"this is no database" * 100, "is no database of Attune"),
        (b"", "is no database of Attune"),
    ],
)
async def test_what_is_no_database_of_attune_is_refused(
    tmp_path: Path, target: URL, written: bytes | None, says: str
) -> None:
    file = tmp_path / "other.db"
    if written is not None:
        file.write_bytes(written)
    with pytest.raises(DatabaseError, match=says):
        await move(file, target)
    assert not (tmp_path / "new").exists()
    assert file.exists() == (written is not None)
    assert written is None or file.read_bytes() == written


async def test_a_database_of_another_program_is_refused(tmp_path: Path, target: URL) -> None:
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("CREATE TABLE guilds (guild_id INTEGER)")
    before = file.read_bytes()
    with pytest.raises(DatabaseError, match=r"other\.db is no database of Attune"):
        await move(file, target)
    assert file.read_bytes() == before


DYING = """
import asyncio, os, sys
from pathlib import Path
from sqlalchemy.engine import make_url
from bot.storage import move, moving

step = getattr(moving, sys.argv[3])

def die(*arguments):
    if sys.argv[4] == "after":
        step(*arguments)
    os._exit(9)

setattr(moving, sys.argv[3], die)
asyncio.run(move(Path(sys.argv[1]), make_url(sys.argv[2])))
"""


@pytest.mark.parametrize(
    ("step", "when"),
    [("_take_copy", "after"), ("_write_out", "after"), ("_rename", "before"), ("_rename", "after")],
)
async def test_a_full_stop_in_the_middle_loses_nothing_and_the_move_can_be_done_again(
    source: Database, file: Path, target: URL, step: str, when: str
) -> None:
    before = await content(source)
    url = target.render_as_string(hide_password=False)
    dying = await asyncio.create_subprocess_exec(
        sys.executable, "-c", DYING, str(file), url, step, when, cwd=ROOT
    )
    assert await dying.wait() == 9
    assert await is_empty(target)
    if (step, when) == ("_rename", "after"):
        assert file.name not in names(file.parent)
        with pytest.raises(DatabaseError, match="if a move was cut short, move that one"):
            await move(file, target)
        file = file.with_name("attune.db.moved")
    else:
        assert await content(source) == before
        await remember_commands(source, 0, "goes on")
        before = await content(source)
    await move(file, target)
    assert await held(target) == before


async def test_a_live_database_is_no_backup(source: Database, file: Path, target: URL) -> None:
    other = await Database.open(target)
    with pytest.raises(DatabaseError, match=r"latest rows are in .*wal; back it up with"):
        await restore(other, file)
    with pytest.raises(DatabaseError, match="is the database itself; name a backup"):
        await restore(source, file)
    await other.close()
    assert await is_empty(target)
    assert len((await content(source))["commands"]) == 2_500


def test_the_operator_is_told_where_everything_is(tmp_path: Path) -> None:
    url = locate(None, tmp_path)
    operations.upgrade(url)
    said = operations.move(locate(None, tmp_path / "new"), tmp_path / "attune.db")
    assert said.startswith(f"0 rows of {tmp_path / 'attune.db'} are in {tmp_path / 'new'}")
    assert said.endswith("attune.db.moved now.")


BIG = st.integers(0, 2**63 - 1)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
_OF_TYPE: dict[type, st.SearchStrategy[Any]] = {
    Moment: st.integers(0, 250_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC)),
    Day: st.dates(),
    Clock: st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
    Flag: st.booleans(),
}
_STATES = {
    "reflections.state": st.sampled_from(["on", "paused"]),
    "posts.state": st.sampled_from(["claimed", "waiting", "sent", "failed", "missed", "skipped"]),
    "posts.thread": st.sampled_from(["due", "made", "failed"]),
    "posts.published": st.sampled_from(["due", "made", "failed"]),
}


def value(column: Column[Any]) -> st.SearchStrategy[Any]:
    """Any value that the column can hold."""
    some = _STATES.get(str(column), _OF_TYPE.get(type(column.type)))
    if some is None:
        of_python: dict[type, st.SearchStrategy[Any]] = {int: BIG, str: WORDS}
        some = of_python[column.type.python_type]
        if str(column.type) == "INTEGER":
            some = st.integers(0, 2**31 - 1)
    return some | st.none() if column.nullable else some


@st.composite
def everything(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Rows for all tables, as the schema allows them."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for table in metadata.sorted_tables:
        columns = {column.name: value(column) for column in table.columns}
        if table in (reflections, posts):
            known = [row["guild_id"] for row in rows["guilds"]]
            if not known:
                rows[table.name] = []
                continue
            columns["guild_id"] = st.sampled_from(known)
        key = [column.name for column in table.primary_key]
        rows[table.name] = draw(
            st.lists(
                st.fixed_dictionaries(columns),
                max_size=8,
                unique_by=lambda row, key=key: tuple(row[name] for name in key),  # type: ignore[misc]
            )
        )
    return rows


class Bench:
    """Where many moves are made, on one event loop."""

    def __init__(self) -> None:
        self.runner = asyncio.Runner()
        self.postgresql = postgresql_url("moved_to")
        self.target = self.do(Database.open(self.postgresql))

    def do(self, work: Coroutine[Any, Any, Result]) -> Result:
        return self.runner.run(work)


bench: Callable[[], Bench] = cache(Bench)


async def moved_whole(rows: dict[str, list[dict[str, Any]]], target: Database) -> None:
    async with target.write() as connection:
        for table in reversed(metadata.sorted_tables):
            await connection.execute(delete(table))
    with TemporaryDirectory() as folder:
        source = await Database.open(sqlite_url(Path(folder)))
        async with source.write() as connection:
            for table in metadata.sorted_tables:
                if rows[table.name]:
                    await connection.execute(insert(table), rows[table.name])
        before = await content(source)
        await move(Path(folder) / "attune.db", target.url)
        await source.close()
    assert await content(target) == before


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=everything())
def test_whatever_is_stored_arrives(rows: dict[str, list[dict[str, Any]]]) -> None:
    bench().do(moved_whole(rows, bench().target))
