"""The bot: its parts, built and connected. What it does is in the cogs."""

import asyncio
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.about import About
from bot.cogs.ask import Asking
from bot.cogs.failures import explain
from bot.cogs.membership import Membership
from bot.cogs.mentions import Mentions
from bot.cogs.pace import Pace
from bot.cogs.passages import Passages
from bot.cogs.quote import Quoting
from bot.cogs.reading import Reading
from bot.cogs.reflection import Reflecting
from bot.cogs.rounds import Rounds
from bot.health import Metrics
from bot.posting import Messenger, Posting
from bot.registration import Registration
from bot.settings import Settings
from bot.shelf import Shelf
from bot.ui.card import CardMaker
from bot.ui.controls import Control

log = logging.getLogger(__name__)

_LEAVE_TAKING = 5.0  # seconds for the replies under way
_REPLYING = ("CommandTree-invoker", "discord.py: ", "discord-ui-dynamic-item-")


class Attune(commands.Bot):
    """The bot, not yet logged in."""

    def __init__(
        self, settings: Settings, now: Callable[[], datetime], metrics: Metrics, **options: Any
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=_intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            **options,
        )
        self.now = now
        self.metrics = metrics
        self.shelf = Shelf(settings.knowledge, now, metrics.answered)
        self.registration = Registration(settings.state_dir, settings.sync_guild)
        self._cards = CardMaker()
        self._messenger = Messenger(self, self.shelf, self._cards)
        self.reflections = Posting(self, settings, self.shelf, self._messenger, now, metrics)

    async def setup_hook(self) -> None:
        """Adds the cogs, registers the commands and opens the database; connecting comes after."""
        if not self.cogs:
            for cog in self._parts():
                await self.add_cog(cog)
        self.add_dynamic_items(Control)
        await self.registration.bring_up_to_date(self.tree)
        await self.reflections.open()

    def _parts(self) -> list[commands.Cog]:
        pace = Pace(self.now)
        return [
            Asking(self, self.shelf, pace),
            Mentions(self, self.shelf, pace, self.registration.mention),
            Passages(self.shelf, self._cards),
            Quoting(self.shelf, Rounds(self.now)),
            Reading(self.shelf),
            Reflecting(self, self.reflections, self._messenger, self.now),
            Membership(self, self.reflections, self.now),
            About(self, self.shelf, self.registration.mention, self.reflections),
        ]

    async def on_ready(self) -> None:
        """Connected, and the servers are known."""
        log.info("Connected as %s, in %d servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message, /) -> None:
        """There are no commands in messages; questions in them are the cogs' to answer."""

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """The error path of all events: messages, buttons and menus."""
        error = sys.exc_info()[1]
        if error is not None:
            await explain(error, event_method, next(iter(args), None))

    async def close(self) -> None:
        """Lets the replies under way finish, and leaves."""
        current = asyncio.current_task()
        replying = [
            task
            for task in asyncio.all_tasks()
            if task is not current and task.get_name().startswith(_REPLYING)
        ]
        if replying and not self.is_closed():
            await asyncio.wait(replying, timeout=_LEAVE_TAKING)
        await self.reflections.close()
        await super().close()


class ShardedAttune(Attune, discord.AutoShardedClient):
    """The bot for more servers than one connection holds."""


class Tree(app_commands.CommandTree[Attune]):
    """The commands, with one error path."""

    async def on_error(
        self, interaction: discord.Interaction[Attune], error: app_commands.AppCommandError, /
    ) -> None:
        """The error path of all commands."""
        command = interaction.command
        await explain(error, command.qualified_name if command else "A command", interaction)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def create_bot(
    settings: Settings,
    *,
    now: Callable[[], datetime] = _utc_now,
    sharded: bool = False,
    metrics: Metrics | None = None,
) -> Attune:
    """The whole bot, not yet logged in.

    `now` is the only clock, in aware UTC. `sharded` opens as many connections as Discord asks for
    (SHARD_COUNT and SHARD_IDS in `settings` imply it). `metrics` go on from an earlier bot; without
    them, this one counts from zero. Raises KnowledgeError for a text that cannot be used, and
    DatabaseError for a DATABASE_URL that cannot be read.
    """
    metrics = metrics or Metrics()
    if not sharded and settings.shard_count is None:
        return Attune(settings, now, metrics)
    shards = list(settings.shard_ids) if settings.shard_ids is not None else None
    return ShardedAttune(settings, now, metrics, shard_count=settings.shard_count, shard_ids=shards)


def _intents() -> discord.Intents:
    """None of these is privileged: Discord delivers the words of mentions and direct messages."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
