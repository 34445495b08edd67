"""Sends posts, threads and notices to Discord, and tells the ways in which each can fail."""

import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aiohttp
import discord
from discord import ui
from discord.utils import snowflake_time

from bot.discord_ui.components import layout
from bot.discord_ui.custom_id import parse
from bot.discord_ui.quotation import CARD_LETTERS, Quotation, single
from bot.discord_ui.quotes import CardDrawer, CardError, attached
from bot.discord_ui.refusals import PASSING, REFUSALS
from bot.discord_ui.retries import Unanswered, without_retries
from bot.features.daily.permissions import lacking
from bot.features.daily.post_message import post_items, trouble
from bot.features.daily.posts import (
    Failure,
    Forbidden,
    Gone,
    Notice,
    Post,
    Refused,
    Retry,
    Unavailable,
    thread_name,
)
from bot.features.daily.states import FromPost
from bot.retrieval.service import TextService
from bot.translation import later, speaking

log = logging.getLogger(__name__)

_THREAD_EXISTS = 160004
_MISSING_ACCESS = 50001
_UNKNOWN_CHANNEL = 10003
_PUBLISHED = 40033
# Which permission is missing is said instead.
_OF_PERMISSIONS = {_MISSING_ACCESS, 50013}
_BEST_ON_CARD = 140  # characters
_ALWAYS_LOOKED_AT = 100  # messages; one request brings them
_FORUM_POSTS_LOOKED_AT = 3  # however old; a request each


@dataclass(frozen=True, slots=True)
class Composed:
    """A post laid out: the items of its message, and the files that they show."""

    items: list[ui.Item[Any]]
    files: list[discord.File]


class Messenger:
    """Posts to channels by their ids, whichever process has their server's shard."""

    def __init__(self, bot: discord.Client, texts: TextService, cards: CardDrawer) -> None:
        self._bot = bot
        self._texts = texts
        self._cards = cards
        self._locales: dict[int, str] = {}  # of servers that are another process's

    async def compose(self, post: Post) -> Composed:
        """The items and files of the post's message. Raises Unavailable if its passage is gone."""
        quotation = self._quotation(post)
        with speaking(await self._locale(post.guild_id)):
            file = await self._card(quotation) if post.picture else None
            items = post_items(post, quotation, attached(file) if file else None)
        return Composed(items, [file] if file else [])

    async def send(self, post: Post) -> int:
        """Sends the post, which notifies nobody but the role that was chosen."""
        composed = await self.compose(post)
        roles = [discord.Object(post.role_id)] if post.role_id else []
        mentions = discord.AllowedMentions(
            everyone=False, users=False, roles=roles, replied_user=False
        )
        with self._failures(post, "Send Messages"):
            if (forum := await self._forum(post)) is not None:
                return await self._send_to_forum(forum, post, composed, mentions)
            message = await self._channel(post).send(
                view=layout(*composed.items),
                files=composed.files,
                nonce=post.nonce,
                silent=not roles,
                allowed_mentions=mentions,
            )
        return message.id

    async def _send_to_forum(
        self,
        forum: discord.ForumChannel,
        post: Post,
        composed: Composed,
        mentions: discord.AllowedMentions,
    ) -> int:
        # Forum posts have no nonce: one that may have been made is looked for, not made again.
        with without_retries():
            made = await forum.create_thread(
                name=await self._thread_name(post),
                view=layout(*composed.items),
                files=composed.files,
                applied_tags=[discord.Object(tag) for tag in post.tags],  # type: ignore[misc]
                allowed_mentions=mentions,
            )
        return made.thread.id

    async def find(self, post: Post, since: datetime) -> int | None:
        """The message that carries the post's nonce, looking back to `since` at least."""
        looked_at = 0
        with self._failures(post, "Read Message History"):
            if (forum := await self._forum(post)) is not None:
                return await self._find_in_forum(forum, post, since)
            async for message in self._channel(post).history(limit=None):
                if self._carries(message, post):
                    return message.id
                looked_at += 1
                if looked_at >= _ALWAYS_LOOKED_AT and message.created_at < since:
                    break
        return None

    async def _find_in_forum(
        self, forum: discord.ForumChannel, post: Post, since: datetime
    ) -> int | None:
        me = self._bot.user.id if self._bot.user else None
        own = [thread async for thread in _threads(forum, since) if thread.owner_id == me]
        own.sort(key=lambda thread: thread.id, reverse=True)
        for number, thread in enumerate(own):
            if number >= _FORUM_POSTS_LOOKED_AT and snowflake_time(thread.id) < since:
                break
            async for message in thread.history(limit=1, oldest_first=True):
                if self._carries(message, post):
                    return thread.id
        return None

    def _carries(self, message: discord.Message, post: Post) -> bool:
        me = self._bot.user
        ours = me is not None and message.author.id == me.id
        return ours and post.nonce in _nonces(message.components)

    async def publish(self, post: Post, message_id: int) -> None:
        """Publishes the message to the servers that follow its channel."""
        with self._failures(post, "Send Messages"):
            try:
                await self._channel(post).get_partial_message(message_id).publish()
            except discord.HTTPException as error:
                if error.code != _PUBLISHED:
                    raise

    async def start_thread(self, post: Post, message_id: int) -> None:
        """Opens the post's thread; nothing happens if it is open."""
        assert post.thread is not None
        with self._failures(post, "Create Public Threads"):
            channel = await self._bot.fetch_channel(post.channel_id)
            if not isinstance(channel, discord.TextChannel):
                raise Unavailable(later("The channel is of a kind that has no threads."))
            message = channel.get_partial_message(message_id)
            try:
                await message.create_thread(
                    name=await self._thread_name(post),
                    auto_archive_duration=1440,  # minutes
                )
            except discord.HTTPException as error:
                if error.code != _THREAD_EXISTS:
                    raise

    async def notify(self, notice: Notice) -> None:
        """Writes to the system channel; if that fails, to whoever set the reflection up."""
        # So that a request that discord.py repeats tells nobody twice.
        nonce = f"{'p' if notice.paused else 'f'}{notice.channel_id}"
        with speaking(await self._locale(notice.guild_id)):
            view = trouble(notice)
        try:
            system = await self._system_channel(notice.guild_id)
            if system is not None and system != notice.channel_id:
                channel = self._bot.get_partial_messageable(system, guild_id=notice.guild_id)
                await channel.send(view=view, nonce=nonce)
                return
        except discord.HTTPException as error:
            log.info(
                "The system channel cannot be written to (code %d); sending a direct message",
                error.code,
            )
        try:
            member = await self._bot.fetch_user(notice.set_up_by)
            await member.send(view=view, nonce=nonce)
        except discord.HTTPException as error:
            log.info("No moderator could be told that posts fail (code %d)", error.code)

    async def _locale(self, guild_id: int) -> str | None:
        """The server's language; Discord knows it if another process holds the shard."""
        guild = self._bot.get_guild(guild_id)
        if guild is not None:
            return str(guild.preferred_locale)
        if guild_id not in self._locales:
            try:
                found = await self._bot.http.get_guild(guild_id, with_counts=False)
            except (discord.HTTPException, OSError, aiohttp.ClientError):
                return None  # the post matters more than its language
            self._locales[guild_id] = found["preferred_locale"]
        return self._locales[guild_id]

    async def _thread_name(self, post: Post) -> str:
        with speaking(await self._locale(post.guild_id)):
            return thread_name(post.local_date)

    async def _system_channel(self, guild_id: int) -> int | None:
        """The channel for such messages; Discord knows it if another process holds the shard."""
        guild = self._bot.get_guild(guild_id)
        if guild is not None:
            return guild.system_channel.id if guild.system_channel is not None else None
        found = (await self._bot.http.get_guild(guild_id, with_counts=False))["system_channel_id"]
        return None if found is None else int(found)

    async def _forum(self, post: Post) -> discord.ForumChannel | None:
        """The channel, if it is a forum; Discord knows it if another process holds the shard."""
        channel = self._bot.get_channel(post.channel_id)
        if channel is None:
            channel = await self._bot.fetch_channel(post.channel_id)
        return channel if isinstance(channel, discord.ForumChannel) else None

    def _channel(self, post: Post) -> discord.PartialMessageable:
        return self._bot.get_partial_messageable(post.channel_id, guild_id=post.guild_id)

    def _quotation(self, post: Post) -> Quotation:
        essay = self._texts.library.essay(post.essay)
        try:
            if essay is None:
                raise LookupError
            sentences = [essay.sentence(post.paragraph, number) for number in post.sentences]
        except LookupError:
            raise Unavailable(later("The passage is no longer in the text.")) from None
        paragraph = essay.paragraphs[post.paragraph - 1]
        return Quotation(essay, paragraph, sentences[0].number, sentences[-1].number)

    async def _card(self, quotation: Quotation) -> discord.File | None:
        """A picture of one sentence; none where it cannot be drawn: the words do without."""
        sentence = _for_card(quotation)
        if sentence is None:
            return None
        try:
            return await self._cards.file(sentence, "reflection.png")
        except CardError as error:
            log.warning("A daily reflection is posted without its card: %s", error)
            return None

    @contextmanager
    def _failures(self, post: Post, permission: str) -> Iterator[None]:
        """Says in the terms of the delivery how a request failed.

        `permission` is what is probably missing if nothing better is known.
        """
        try:
            yield
        except discord.NotFound as error:
            raise Gone(REFUSALS.get(error.code, REFUSALS[_UNKNOWN_CHANNEL])) from error
        except discord.Forbidden as error:
            if error.code in REFUSALS and error.code not in _OF_PERMISSIONS:
                raise _refusal(error) from error
            raise Forbidden(self._missing(post, error) or permission) from error
        except Unanswered as error:
            raise Unavailable(f"{error}.") from error
        except discord.RateLimited as error:
            raise Retry(error.retry_after) from error
        except discord.HTTPException as error:
            if error.status == 429:
                raise Retry(_seconds(error)) from error
            if error.code in REFUSALS:
                raise _refusal(error) from error
            raise Unavailable(f"Discord did not take it ({error.status}).") from error
        except (OSError, aiohttp.ClientError) as error:
            raise Unavailable from error

    def _missing(self, post: Post, error: discord.Forbidden) -> str | None:
        channel = self._bot.get_channel(post.channel_id)
        if isinstance(channel, discord.abc.GuildChannel) and channel.guild.me is not None:
            missing = lacking(channel, post)
            if missing:
                return missing[0]
        return "View Channel" if error.code == _MISSING_ACCESS else None


async def _threads(forum: discord.ForumChannel, since: datetime) -> AsyncIterator[discord.Thread]:
    """The forum's posts that are open, and those that were closed since then."""
    for thread in await forum.guild.active_threads():
        if thread.parent_id == forum.id:
            yield thread
    async for thread in forum.archived_threads(limit=None):
        if thread.archive_timestamp < since:
            return
        yield thread


def _refusal(error: discord.HTTPException) -> Failure:
    if error.code in PASSING or error.status >= 500:
        return Unavailable(REFUSALS[error.code])
    return Refused(REFUSALS[error.code])


def _for_card(quotation: Quotation) -> Quotation | None:
    """The sentence of a passage that looks best on a card: neither a scrap nor a wall of text."""
    fitting = [one for one in quotation.sentences if len(one.text) in CARD_LETTERS]
    best = min(fitting, key=lambda one: abs(len(one.text) - _BEST_ON_CARD), default=None)
    return single(quotation.essay, best) if best is not None else None


def _nonces(components: Iterable[Any]) -> Iterator[str]:
    """The nonces that the buttons of a message carry."""
    for component in components:
        state = parse(getattr(component, "custom_id", None) or "")
        if isinstance(state, FromPost):
            yield state.nonce
        yield from _nonces(getattr(component, "children", ()))


def _seconds(error: discord.HTTPException) -> float:
    try:
        return float(error.response.headers["Retry-After"])
    except (KeyError, ValueError):
        return 60.0
