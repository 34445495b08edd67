"""Updates the stored servers when one adds or removes the bot."""

import logging
from collections.abc import Callable
from datetime import datetime

import discord
from discord.ext import commands

from bot.features.daily.service import ReflectionService
from bot.storage import DatabaseError

log = logging.getLogger(__name__)


class MembershipCog(commands.Cog):
    """Keeps the stored servers in step with those that the bot is on."""

    def __init__(
        self, bot: commands.Bot, reflections: ReflectionService, now: Callable[[], datetime]
    ) -> None:
        self._bot = bot
        self._reflections = reflections
        self._now = now

    @commands.Cog.listener("on_guild_join")
    async def come(self, guild: discord.Guild) -> None:
        """The bot was added, perhaps again."""
        try:
            await self._reflections.servers.returned(guild.id, self._now())
        except DatabaseError as error:
            log.warning(
                "A new server could not be recorded; retrying at the next connection: %s", error
            )

    @commands.Cog.listener("on_guild_remove")
    async def go(self, guild: discord.Guild) -> None:
        """The bot was removed."""
        try:
            await self._reflections.servers.left(guild.id, self._now())
        except DatabaseError as error:
            log.warning(
                "A removed server could not be recorded; retrying at the next connection: %s", error
            )

    @commands.Cog.listener("on_ready")
    @commands.Cog.listener("on_reflections_open")
    async def compare(self) -> None:
        """Catches up on servers that changed while the bot was offline."""
        if not self._bot.is_ready():
            return
        here = {guild.id for guild in self._bot.guilds}
        try:
            present, removed = await self._reflections.servers.known()
            for guild_id in filter(self._is_ours, present - here):
                await self._reflections.servers.left(guild_id, self._now())
            for guild_id in here & removed:
                await self._reflections.servers.returned(guild_id, self._now())
        except DatabaseError as error:
            log.warning(
                "Servers could not be compared with the database; retrying at the next start: %s",
                error,
            )

    def _is_ours(self, guild_id: int) -> bool:
        """Whether this process would see the server, by Discord's rule for shards."""
        count = self._bot.shard_count or 1
        ours = getattr(self._bot, "shard_ids", None)
        return ours is None or (guild_id >> 22) % count in ours
