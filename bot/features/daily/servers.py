"""What is kept of a server: given out, put to rest when the bot is removed, and erased."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.features.daily.channels import welcome
from bot.storage import Database
from bot.storage.schema import guilds, posts, reflections

KEEP_REMOVED = timedelta(days=30)
KEEP_POSTS = timedelta(days=60)


class Servers:
    """The servers of which something is kept. Every method raises DatabaseError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known(self) -> list[int]:
        """The servers of which something is kept, without those that removed the bot."""
        async with self._database.read() as connection:
            query = select(guilds.c.guild_id).where(guilds.c.removed_at.is_(None))
            return list(await connection.scalars(query.order_by(guilds.c.guild_id)))

    async def left(self, guild_id: int, now: datetime) -> None:
        """The bot was removed from the server: nothing is posted, and all goes in thirty days."""
        async with self._database.write() as connection:
            await _lock(connection, [guild_id])
            kept = await connection.execute(
                update(guilds)
                .where(guilds.c.guild_id == guild_id, guilds.c.removed_at.is_(None))
                .values(removed_at=now)
            )
            if kept.rowcount:
                of_guild = reflections.c.guild_id == guild_id
                await connection.execute(update(reflections).where(of_guild).values(due=None))

    async def returned(self, guild_id: int, now: datetime) -> None:
        """The bot is on the server (again): what was kept of it counts again."""
        async with self._database.read() as connection:
            query = select(guilds.c.removed_at).where(guilds.c.guild_id == guild_id)
            if await connection.scalar(query) is None:
                return
        async with self._database.write() as connection:
            await _lock(connection, [guild_id])
            await welcome(connection, guild_id, now)

    async def forget(self, guild_id: int) -> None:
        """Erases all that is kept of the server, at once."""
        async with self._database.write() as connection:
            await _erase(connection, [guild_id])

    async def export(self, guild_id: int) -> dict[str, Any]:
        """All that is kept of the server, of the types that JSON knows."""
        async with self._database.read() as connection:
            kept: dict[str, Any] = {}
            for table in (guilds, reflections, posts):
                of_guild = select(table).where(table.c.guild_id == guild_id)
                rows = await connection.execute(of_guild.order_by(*table.primary_key))
                kept[table.name] = [
                    {column.name: _plain(row[column.name], column) for column in table.columns}
                    for row in rows.mappings()
                ]
        return kept

    async def purge(self, now: datetime) -> None:
        """Erases the servers that removed the bot thirty days ago, and posts older than sixty."""
        async with self._database.write() as connection:
            gone = select(guilds.c.guild_id).where(guilds.c.removed_at <= now - KEEP_REMOVED)
            await _erase(connection, list(await connection.scalars(gone)))
            old = (posts.c.due < now - KEEP_POSTS) & posts.c.check_at.is_(None)
            await connection.execute(delete(posts).where(old))
            used = select(reflections.c.guild_id).union(select(posts.c.guild_id))
            await connection.execute(delete(guilds).where(guilds.c.guild_id.not_in(used)))


async def _erase(connection: AsyncConnection, guild_ids: list[int]) -> None:
    await _lock(connection, guild_ids)
    await connection.execute(delete(guilds).where(guilds.c.guild_id.in_(guild_ids)))


async def _lock(connection: AsyncConnection, guild_ids: list[int]) -> None:
    # Channels first, as whoever claims does: else each could wait for the other.
    channels = select(reflections.c.channel_id).where(reflections.c.guild_id.in_(guild_ids))
    await connection.execute(channels.order_by(reflections.c.channel_id).with_for_update())


def _plain(value: Any, column: Column[Any]) -> Any:
    if isinstance(column.type, BigInteger):
        # Other programs' JSON does not read numbers of Discord's length exactly.
        return None if value is None else str(value)
    return value.isoformat() if isinstance(value, (date, time)) else value
