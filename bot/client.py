"""The bot: its parts, built and connected. What it does is in the cogs."""

import asyncio
import logging
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands
from yarl import URL

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
from bot.cogs.strays import Strays, careful
from bot.health import Metrics
from bot.pauses import ShardPauses
from bot.posting import Messenger, Posting
from bot.registration import Registration
from bot.settings import Settings
from bot.shelf import Shelf
from bot.tree import Tree
from bot.ui.card import CardMaker
from bot.ui.controls import Control

log = logging.getLogger(__name__)

# Seconds; whoever stops a process commonly kills it after ten.
_HANGING_UP, _FINISHING, _SAYING_GOODBYE = 1.5, 5.0, 1.0
_TRIES = 20  # five seconds apart
_REPLYING = ("CommandTree-invoker", "discord.py: ", "discord-ui-dynamic-item-")


class Attune(commands.Bot):
    """The bot, not yet logged in."""

    def __init__(
        self,
        settings: Settings,
        now: Callable[[], datetime],
        metrics: Metrics,
        shelf: Shelf | None = None,
        **options: Any,
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
        careful(self._connection.parsers)
        self.now = now
        self.metrics = metrics
        self.shelf = shelf or Shelf(settings.knowledge, now, metrics.answered)
        self.registration = Registration(settings.sync_guild)
        self._cards = CardMaker()
        self._messenger = Messenger(self, self.shelf, self._cards)
        self.reflections = Posting(self, settings, self.shelf, self._messenger, now, metrics)
        self.ready_at: datetime | None = None
        self._leaving: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Adds the cogs, opens the database and registers the commands; connecting comes after."""
        if not self.cogs:
            for cog in self._parts():
                await self.add_cog(cog)
        self.add_dynamic_items(Control)
        await self.reflections.open()
        await self.registration.bring_up_to_date(self.tree, self.reflections.database)

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
            Strays(),
        ]

    async def on_ready(self) -> None:
        """Connected, and the servers are known."""
        self.ready_at = self.ready_at or self.now()
        log.info("Connected as %s, in %d servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message, /) -> None:
        """There are no commands in messages; questions in them are the cogs' to answer."""

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """The error path of all events: messages, buttons and menus."""
        error = sys.exc_info()[1]
        if error is not None:
            await explain(error, event_method, next(iter(args), None))

    async def close(self) -> None:
        """Leaves in good order, in seven seconds at most, whatever hangs.

        No more work is taken; replies and deliveries under way are finished, side by side; posts
        that were claimed and not begun are given back for other processes.
        """
        if self._leaving is None:
            self._leaving = asyncio.create_task(self._leave())
        await asyncio.shield(self._leaving)

    async def _leave(self) -> None:
        loop = asyncio.get_running_loop()
        end = loop.time() + _FINISHING
        delivering = asyncio.create_task(self.reflections.leave(_FINISHING))
        await self._hang_up()  # then no reply begins any more
        await _within(end - loop.time() + 0.5, _finish_replies(end), delivering)
        await _within(_SAYING_GOODBYE, super().close(), self.reflections.close())

    async def _hang_up(self) -> None:
        """Ends the connections, so that Discord sends no more.

        Without shards it cannot be done: discord.py would connect again until all is closed.
        """


class ShardedAttune(Attune, discord.AutoShardedClient):
    """The bot for more servers than one connection holds."""

    def __init__(self, *parts: Any, **options: Any) -> None:
        super().__init__(*parts, **options)
        self._tries: Counter[int] = Counter()

    async def launch_shard(self, gateway: URL, shard_id: int, *, initial: bool = False) -> None:
        """Connects a shard, which then comes back soon after every outage.

        Raises ConnectionError after many tries. discord.py makes each from within the one before,
        which would end in a tower of errors.
        """
        self._tries[shard_id] += 1
        if self._tries[shard_id] > _TRIES:
            raise ConnectionError(f"shard {shard_id} cannot be connected")
        await super().launch_shard(gateway, shard_id, initial=initial)
        shard = self.get_shard(shard_id)
        if shard is not None:
            shard._parent._backoff = ShardPauses()

    async def _hang_up(self) -> None:
        # A peer that is gone says no goodbye, and discord.py would wait for it.
        await _within(_HANGING_UP, *(shard.disconnect() for shard in self.shards.values()))


async def _finish_replies(end: float) -> None:
    """Waits until all replies are given; cuts them off when the event loop's clock shows `end`."""
    loop = asyncio.get_running_loop()
    while replying := [
        task for task in asyncio.all_tasks() if task.get_name().startswith(_REPLYING)
    ]:
        _, left = await asyncio.wait(replying, timeout=end - loop.time())
        if left:
            log.warning("Replies cut off, as they took too long: %d", len(left))
            for task in left:
                task.cancel()
            return


async def _within(seconds: float, *work: Awaitable[None]) -> None:
    """Does all of `work` side by side; what takes longer is cancelled, and not waited for."""
    if not work:
        return
    done, left = await asyncio.wait([asyncio.ensure_future(one) for one in work], timeout=seconds)
    for task in left:
        task.cancel()
    for task in done:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("A part of the bot did not leave in good order", exc_info=error)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def create_bot(
    settings: Settings,
    *,
    now: Callable[[], datetime] = _utc_now,
    sharded: bool = False,
    metrics: Metrics | None = None,
    shelf: Shelf | None = None,
) -> Attune:
    """The whole bot, not yet logged in.

    `now` is the only clock, in aware UTC. `sharded` opens as many connections as Discord asks for
    (SHARD_COUNT in `settings` implies it). `metrics` and `shelf` are those of an
    earlier bot, for one that takes its place; the shelf then reports to these metrics. Raises
    KnowledgeError for a text that cannot be used, and DatabaseError for a DATABASE_URL that cannot
    be read.
    """
    metrics = metrics or Metrics()
    if not sharded and settings.shard_count is None:
        return Attune(settings, now, metrics, shelf)
    shards = list(settings.shard_ids) if settings.shard_ids is not None else None
    return ShardedAttune(
        settings, now, metrics, shelf, shard_count=settings.shard_count, shard_ids=shards
    )


def _intents() -> discord.Intents:
    """None of these is privileged: Discord delivers the words of mentions and direct messages."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
