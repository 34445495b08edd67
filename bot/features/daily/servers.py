"""Servers that add and remove the bot: what is stored of them is put aside, used again, or erased."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from bot.features.daily.channels import add_guild
from bot.storage import Database
from bot.storage.guild_data import KEEP_ERASED, erase, forget_unused, lock_channels
from bot.storage.schema import erased_posts, guilds, posts, reflections

KEEP_REMOVED = timedelta(days=30)
KEEP_POSTS = timedelta(days=60)


class Servers:
    """The servers of which something is kept. Every method raises DatabaseError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known(self) -> tuple[set[int], set[int]]:
        """The servers of which something is kept: the bot's own, and those that removed it."""
        async with self._database.read() as connection:
            rows = (await connection.execute(select(guilds.c.guild_id, guilds.c.removed_at))).all()
        removed = {row.guild_id for row in rows if row.removed_at is not None}
        return {row.guild_id for row in rows} - removed, removed

    async def left(self, guild_id: int, now: datetime) -> None:
        """The bot was removed from the server: nothing is posted, and all goes in thirty days."""
        async with self._database.write() as connection:
            await lock_channels(connection, [guild_id])
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
            await lock_channels(connection, [guild_id])
            await add_guild(connection, guild_id, now)

    async def purge(self, now: datetime) -> None:
        """Erases the servers that removed the bot thirty days ago, and posts older than sixty."""
        async with self._database.write() as connection:
            gone = select(guilds.c.guild_id).where(guilds.c.removed_at <= now - KEEP_REMOVED)
            await erase(connection, list(await connection.scalars(gone)))
            old = (posts.c.due < now - KEEP_POSTS) & posts.c.check_at.is_(None)
            await connection.execute(delete(posts).where(old))
            await connection.execute(
                delete(erased_posts).where(erased_posts.c.due < now - KEEP_ERASED)
            )
            await forget_unused(connection)
