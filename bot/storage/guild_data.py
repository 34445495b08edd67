"""All that is stored about a server: exporting it, and erasing it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, Table, delete, insert, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema import erased_posts, guilds, metadata, posts, reflections

KEEP_ERASED = timedelta(days=2)  # no local date lasts longer, whatever the zone


class GuildData:
    """What is stored of servers, in whichever tables. Every method raises DatabaseError."""

    def __init__(self, database: Callable[[], Database], now: Callable[[], datetime]) -> None:
        """`database` raises DatabaseError while there is none; `now` gives the moment in UTC."""
        self._database = database
        self._now = now

    async def export(self, guild_id: int) -> dict[str, Any]:
        """All that is stored of the server by table, of the types that JSON knows."""
        async with self._database().read() as connection:
            return {table.name: await _rows(connection, table, guild_id) for table in _tables()}

    async def erase(self, guild_id: int) -> None:
        """Erases all that is stored of the server, at once.

        For two days stays which channels had a post on which date, so that setting up again
        posts no second one.
        """
        async with self._database().write() as connection:
            await lock_channels(connection, [guild_id])
            await _keep_latest_posts(connection, guild_id, self._now())
            await erase(connection, [guild_id])


async def erase(connection: AsyncConnection, guild_ids: Sequence[int]) -> None:
    """Erases all that is stored of these servers."""
    await lock_channels(connection, guild_ids)
    for table in reversed(_tables()):
        await connection.execute(delete(table).where(table.c.guild_id.in_(guild_ids)))


async def forget_unused(connection: AsyncConnection) -> None:
    """Forgets the servers of which nothing else is stored, in whichever table."""
    used = union(*(select(table.c.guild_id) for table in _tables() if table is not guilds))
    await connection.execute(delete(guilds).where(guilds.c.guild_id.not_in(used)))


async def lock_channels(connection: AsyncConnection, guild_ids: Sequence[int]) -> None:
    """Locks the servers' channels.

    They come before all other rows, as for whoever claims posts: else each could wait for the
    other.
    """
    channels = select(reflections.c.channel_id).where(reflections.c.guild_id.in_(guild_ids))
    await connection.execute(channels.order_by(reflections.c.channel_id).with_for_update())


async def _keep_latest_posts(connection: AsyncConnection, guild_id: int, now: datetime) -> None:
    names = [column.name for column in erased_posts.columns]
    latest = select(*(posts.c[name] for name in names)).where(
        posts.c.guild_id == guild_id,
        posts.c.due >= now - KEEP_ERASED,
        posts.c.attempts > 0,  # also one that was given up may have reached its channel
    )
    rows = (await connection.execute(latest.with_for_update())).mappings().all()
    channels = {row["channel_id"] for row in rows}
    await connection.execute(delete(erased_posts).where(erased_posts.c.channel_id.in_(channels)))
    if rows:
        await connection.execute(insert(erased_posts), [dict(row) for row in rows])


def _tables() -> list[Table]:
    """The tables that say of which server a row is, the servers themselves first."""
    return [guilds] + [
        table
        for table in metadata.sorted_tables
        if "guild_id" in table.columns and table is not guilds
    ]


async def _rows(connection: AsyncConnection, table: Table, guild_id: int) -> list[dict[str, Any]]:
    of_guild = select(table).where(table.c.guild_id == guild_id).order_by(*table.primary_key)
    return [
        {column.name: _plain(row[column.name], column) for column in table.columns}
        for row in (await connection.execute(of_guild)).mappings()
    ]


def _plain(value: Any, column: Column[Any]) -> Any:
    if isinstance(column.type, BigInteger):
        # Other programs' JSON does not read numbers of Discord's length exactly.
        return None if value is None else str(value)
    if isinstance(value, tuple):
        return [str(number) for number in value]
    return value.isoformat() if isinstance(value, (date, time)) else value
