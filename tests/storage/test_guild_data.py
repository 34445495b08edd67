"""What is stored of a server is given out and erased, whichever table it stands in."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time

import pytest
from sqlalchemy import Column, Table, Text, insert, select

from bot.storage import Database
from bot.storage.columns import Snowflake
from bot.storage.guild_data import GuildData
from bot.storage.schema import guilds, metadata, reflections

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HERE, ELSEWHERE = 2**62, 7


@pytest.fixture
async def notes(database: Database) -> AsyncIterator[Table]:
    """A table that a later version could add, with a row of each of two servers."""
    table = Table(
        "notes",
        metadata,
        Column("guild_id", Snowflake, primary_key=True, autoincrement=False),
        Column("note", Text, nullable=False),
    )
    try:
        async with database.write() as connection:
            await connection.run_sync(table.create)
            for guild in (HERE, ELSEWHERE):
                await connection.execute(insert(guilds).values(guild_id=guild))
                await connection.execute(insert(table).values(guild_id=guild, note=f"of {guild}"))
                await connection.execute(
                    insert(reflections).values(
                        channel_id=guild + 1,
                        guild_id=guild,
                        local_time=time(8),
                        zone="UTC",
                        thread=False,
                        picture=False,
                        state="on",
                        set_up_by=1,
                        created_at=NOW,
                    )
                )
        yield table
    finally:
        metadata.remove(table)


async def test_a_table_that_names_a_server_is_given_out_and_erased_without_being_listed(
    database: Database, notes: Table
) -> None:
    stored = GuildData(lambda: database, lambda: NOW)
    exported = await stored.export(HERE)
    assert exported["notes"] == [{"guild_id": str(HERE), "note": f"of {HERE}"}]
    assert exported["guilds"] == [{"guild_id": str(HERE), "removed_at": None}]
    assert [row["channel_id"] for row in exported["reflections"]] == [str(HERE + 1)]
    await stored.erase(HERE)
    assert not any((await stored.export(HERE)).values())
    async with database.read() as connection:
        assert await connection.scalar(select(notes.c.note)) == f"of {ELSEWHERE}"
    left = await stored.export(ELSEWHERE)
    assert left["guilds"]
    assert left["reflections"]


def test_every_table_about_servers_is_given_out() -> None:
    """What names a channel alone must be found through a table that names its server."""
    unnamed = {table.name for table in metadata.sorted_tables if "guild_id" not in table.columns}
    assert unnamed == {"commands", "erased_posts"}
