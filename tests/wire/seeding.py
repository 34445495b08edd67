"""Daily reflections that are set up before the program starts."""

from collections.abc import Sequence
from datetime import datetime, time

from sqlalchemy import func, select
from sqlalchemy.engine import URL

from bot.features.daily.channels import Channels
from bot.features.daily.choices import Setup
from bot.features.daily.excerpts import ExcerptBags
from bot.storage import Database
from bot.storage.schema import posts
from bot.texts.loading import load_essays
from tests.discord_server.world import Json


async def set_up(url: URL, channels: Sequence[Json], at: time, now: datetime) -> None:
    """Sets up a daily reflection in each channel, at a time of day in UTC."""
    database = await Database.open(url)
    try:
        reflections = Channels(database, ExcerptBags(load_essays(None)))
        for channel in channels:
            chosen = Setup(int(channel["guild_id"]), int(channel["id"]), at, "UTC", set_up_by=1)
            await reflections.setup(chosen, now)
    finally:
        await database.close()


async def states(url: URL) -> dict[str, int]:
    """How many posts of the ledger are in each state."""
    database = await Database.open(url)
    try:
        async with database.read() as connection:
            counted = select(posts.c.state, func.count().label("number")).group_by(posts.c.state)
            return {row.state: row.number for row in await connection.execute(counted)}
    finally:
        await database.close()


async def unfinished(url: URL) -> dict[int, datetime]:
    """The channels whose posts are not settled, and when somebody must look at each again."""
    database = await Database.open(url)
    try:
        async with database.read() as connection:
            left = select(posts.c.channel_id, posts.c.check_at).where(posts.c.check_at.is_not(None))
            return {row.channel_id: row.check_at for row in await connection.execute(left)}
    finally:
        await database.close()
