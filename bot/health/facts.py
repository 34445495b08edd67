"""Facts about the bot, read from discord.py and the daily reflections."""

import asyncio
import math

import discord

from bot.features.daily.service import ReflectionService
from bot.health.checks import Facts, Shard


def facts_of(bot: discord.Client, reflections: ReflectionService) -> Facts:
    """Facts about `bot` and its daily reflections now. Call it in the bot's event loop."""
    return Facts(
        ready=bot.is_ready() and not bot.is_closed(),
        closed=bot.is_closed(),
        shards=tuple(_shards(bot)),
        servers=len(bot.guilds),
        tasks=len(asyncio.all_tasks()),
        database_open=reflections.is_open,
        trouble=reflections.trouble,
        last_progress=reflections.last_progress,
    )


def _shards(bot: discord.Client) -> list[Shard]:
    if isinstance(bot, discord.AutoShardedClient):
        return [
            Shard(number, not shard.is_closed(), _known(shard.latency))
            for number, shard in sorted(bot.shards.items())
        ]
    # discord.py says None before the first connection, against its own types.
    connected = getattr(bot.ws, "open", False)
    return [Shard(bot.shard_id or 0, connected, _known(bot.latency))]


def _known(latency: float) -> float | None:
    """None before the first heartbeat, for which discord.py has infinity or no number at all."""
    return latency if math.isfinite(latency) else None
