"""The bot: builds its parts and connects them. What it does is in the cogs."""

import asyncio
import logging
import random
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Literal

import discord
from discord import app_commands
from discord.backoff import ExponentialBackoff
from discord.ext import commands
from yarl import URL

from bot.discord_ui.command_sync import CommandSync
from bot.discord_ui.command_tree import CommandTree
from bot.discord_ui.errors import report_error
from bot.discord_ui.handlers import Control, Handlers
from bot.discord_ui.languages import CommandTranslator, speak_their_languages
from bot.discord_ui.learning import Learning
from bot.discord_ui.moderation import CommandGrants
from bot.discord_ui.rate_limit import RateLimit
from bot.discord_ui.retries import trace_without_retries
from bot.discord_ui.text_option import ChannelTexts
from bot.discord_ui.unhandled import UnhandledInteractions, skip_unreadable_events
from bot.features.ask.cog import AskCog
from bot.features.ask.mentions import MentionCog
from bot.features.cards.drawing import CardMaker
from bot.features.daily.cog import DailyCog
from bot.features.daily.membership import MembershipCog
from bot.features.daily.messenger import Messenger
from bot.features.daily.service import ReflectionService
from bot.features.help.cog import HelpCog
from bot.features.passages import PassageCog
from bot.features.quote.cog import QuoteCog
from bot.features.quote.rotation import QuoteRotation
from bot.features.read.cog import ReadCog
from bot.features.texts.cog import TextsCog
from bot.features.texts.questions import QuestionsCog
from bot.health import Metrics
from bot.retrieval.service import TextService
from bot.settings import Settings
from bot.storage import DatabaseError, locate
from bot.storage.connection import DatabaseConnection
from bot.storage.guild_data import GuildData
from bot.storage.questions import KeptQuestions
from bot.storage.text_choices import TextChoices
from bot.wording import counted

log = logging.getLogger(__name__)

# Seconds; whoever stops a process commonly kills it after ten.
_HANGING_UP, _FINISHING, _SAYING_GOODBYE = 1.5, 5.0, 1.0
_LONGEST_SHARD_BACKOFF = 30.0  # seconds
_TRIES = 20  # five seconds apart
_REPLYING = ("CommandTree-invoker", "discord.py: ", "discord-ui-dynamic-item-")


class Attune(commands.Bot):
    """The bot, not yet logged in."""

    def __init__(
        self,
        settings: Settings,
        now: Callable[[], datetime],
        metrics: Metrics,
        texts: TextService | None = None,
        **options: Any,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=CommandTree,
            intents=_intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            http_trace=trace_without_retries(),
            **options,
        )
        speak_their_languages(self._connection.parsers, self._connection._get_guild)
        skip_unreadable_events(self._connection.parsers)
        self.now = now
        self.metrics = metrics
        self.texts = texts or TextService(
            settings.knowledge, settings.meaning, now, metrics.answered
        )
        self.command_sync = CommandSync(settings.sync_guild)
        self._cards = CardMaker()
        self._messenger = Messenger(self, self.texts, self._cards)
        address = settings.database_url.get_secret_value() if settings.database_url else None
        url = locate(address, settings.state_dir)
        self.database = DatabaseConnection(url, now, metrics.database_failed)
        self.reflections = ReflectionService(
            self,
            self.database,
            self.texts,
            self._messenger,
            now,
            metrics.count_outcomes,
            single_process=settings.all_shards,
        )
        self._learns = settings.learn
        self.handlers = Handlers()
        self.command_grants = CommandGrants()
        self.ready_at: datetime | None = None
        self._leaving: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Adds the cogs, opens the database and registers the commands; connecting comes after."""
        if not self.cogs:
            for cog in self._parts():
                await self.add_cog(cog)
                self.handlers.add(cog)
        self.add_dynamic_items(Control)
        await self.tree.set_translator(CommandTranslator())
        await self.reflections.open()
        await self.command_sync.sync(
            self.tree, self.database.database if self.database.is_open else None
        )

    def _parts(self) -> list[commands.Cog]:
        rate_limit = RateLimit(self.now)
        choices = TextChoices(lambda: self.database.database, self.now)
        channel_texts = ChannelTexts(self.texts, choices)
        questions = KeptQuestions(lambda: self.database.database, self.now)
        learning = Learning(questions, self.now, on=self._learns)
        texts_cog = TextsCog(self.texts, choices)
        return [
            AskCog(self, self.texts, channel_texts, rate_limit, learning),
            MentionCog(
                self,
                self.texts,
                channel_texts,
                rate_limit,
                learning,
                self.command_sync.mention,
            ),
            PassageCog(self.texts, self._cards),
            QuoteCog(self.texts, QuoteRotation(self.now)),
            ReadCog(self.texts),
            texts_cog,
            QuestionsCog(texts_cog, self.texts, questions, on=self._learns),
            DailyCog(self.handlers, self.reflections, self._messenger, self.texts, self.now),
            MembershipCog(self, self.reflections, self.now),
            HelpCog(
                self,
                self.texts,
                self.command_sync.mention,
                GuildData(lambda: self.database.database, self.now),
                learning,
            ),
            UnhandledInteractions(),
        ]

    async def on_ready(self) -> None:
        """Connected, and the servers are known."""
        self.ready_at = self.ready_at or self.now()
        log.info("Connected as %s, in %s", self.user, counted(len(self.guilds), "server"))

    async def on_message(self, message: discord.Message, /) -> None:
        """Replaces discord.py's text commands; the cogs answer questions in messages."""

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """The error path of all events: messages, buttons and menus."""
        error = sys.exc_info()[1]
        if error is not None:
            await report_error(error, event_method, next(iter(args), None))

    async def close(self) -> None:
        """Shuts down gracefully, in seven seconds at most, whatever hangs.

        No new work is accepted; running replies and deliveries are finished; posts that were
        claimed but not begun are released for other processes.
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
        await _within(_SAYING_GOODBYE, super().close(), self.close_database())

    async def close_database(self) -> None:
        """Ends the deliveries and closes the database."""
        await self.reflections.close()
        with suppress(DatabaseError):
            await self.database.close()

    async def _hang_up(self) -> None:
        """Ends the connections, so that Discord sends no more.

        Without shards it cannot be done: discord.py would connect again until all is closed.
        """


class ShardBackoff(ExponentialBackoff[Literal[False]]):
    """How long one connection to Discord waits before it tries again.

    discord.py's own waits grow to a quarter of an hour, and a shard would stay away long after an
    outage of some minutes has ended.
    """

    def delay(self) -> float:
        """The next wait in seconds, random, so that not all shards come back at once."""
        longest = random.uniform(_LONGEST_SHARD_BACKOFF / 2, _LONGEST_SHARD_BACKOFF)
        return min(super().delay(), longest)


class ShardedAttune(Attune, discord.AutoShardedClient):
    """The bot for more servers than one connection holds."""

    def __init__(self, *parts: Any, **options: Any) -> None:
        super().__init__(*parts, **options)
        self._tries: Counter[int] = Counter()

    async def launch_shard(self, gateway: URL, shard_id: int, *, initial: bool = False) -> None:
        """Connects a shard, which then comes back soon after every outage.

        Raises ConnectionError after many tries. discord.py makes each from within the one before,
        which would end in one long chain of errors.
        """
        self._tries[shard_id] += 1
        if self._tries[shard_id] > _TRIES:
            raise ConnectionError(f"shard {shard_id} cannot be connected")
        await super().launch_shard(gateway, shard_id, initial=initial)
        shard = self.get_shard(shard_id)
        if shard is not None:
            shard._parent._backoff = ShardBackoff()

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
            log.warning("Cut off replies that took too long: %d", len(left))
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
            log.error("A part of the bot did not shut down cleanly", exc_info=error)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def create_bot(
    settings: Settings,
    *,
    now: Callable[[], datetime] = _utc_now,
    sharded: bool = False,
    metrics: Metrics | None = None,
    texts: TextService | None = None,
) -> Attune:
    """The whole bot, not yet logged in.

    `now` is the only clock, in aware UTC. `sharded` opens as many connections as Discord asks for
    (SHARD_COUNT in `settings` implies it). `metrics` and `texts` are those of an
    earlier bot, for a bot that replaces it; the texts then report to these metrics. Raises
    KnowledgeError for a text that cannot be used, and DatabaseError for a DATABASE_URL that cannot
    be read.
    """
    metrics = metrics or Metrics()
    if not sharded and settings.shard_count is None:
        return Attune(settings, now, metrics, texts)
    shards = list(settings.shard_ids) if settings.shard_ids is not None else None
    return ShardedAttune(
        settings, now, metrics, texts, shard_count=settings.shard_count, shard_ids=shards
    )


def _intents() -> discord.Intents:
    """None of these is privileged: Discord delivers the words of mentions and direct messages."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
