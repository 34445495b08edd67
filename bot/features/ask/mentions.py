"""Questions in plain messages: a mention of the bot, a reply to it, a direct message."""

import logging
import re
from collections.abc import Callable

import discord
from discord import ui
from discord.ext import commands

from bot.discord_ui.custom_id import InContext, custom_ids, parse
from bot.discord_ui.errors import missing_permission_names
from bot.discord_ui.learning import Learning
from bot.discord_ui.notices import (
    ASK_IN_PRIVATE,
    MENTIONED_BY_ROLE,
    missing_permissions,
    notice,
    short_help,
    wait_a_moment,
)
from bot.discord_ui.rate_limit import RateLimit
from bot.discord_ui.replies import nonce
from bot.discord_ui.retries import retry_on_disconnect
from bot.discord_ui.text_option import ChannelTexts, Scope
from bot.features.ask.message_words import named, words_of
from bot.features.ask.messages import answer_message, care_message
from bot.retrieval.answer import Kind
from bot.retrieval.conversation import follow_up
from bot.retrieval.service import TextService
from bot.texts.model import Sentence
from bot.translation import gettext as _

log = logging.getLogger(__name__)

_LOOKED_AT = 5  # messages
_WRITTEN = {discord.MessageType.default, discord.MessageType.reply}


class MentionCog(commands.Cog):
    """Answers mentions of the bot, replies to it and direct messages.

    Discord delivers the content of only these messages without a privileged intent.
    """

    def __init__(
        self,
        bot: commands.Bot,
        texts: TextService,
        channel_texts: ChannelTexts,
        rate_limit: RateLimit,
        learning: Learning,
        mention: Callable[[str], str],
    ) -> None:
        """`mention` makes the clickable mention of a command from its name."""
        self._bot = bot
        self._texts = texts
        self._channel_texts = channel_texts
        self._rate_limit = rate_limit
        self._learning = learning
        self._mention = mention

    @commands.Cog.listener("on_message")
    async def answer(self, message: discord.Message) -> None:
        """Answers a new message that is meant for the bot; edits are not answered again."""
        if not self._is_meant_for_me(message):
            return
        question = self._question(message)
        wait = self._rate_limit.question(message.author.id, message.channel.id)
        answer, essay_id, before = None, None, None
        guild_id = message.guild.id if message.guild is not None else None
        if question:
            before = await self._before(message, question)
            essay_id = await self._channel_texts.of(message)
            answer = await self._texts.ask(question, before, essay_id)
            if before is None:
                answer = await self._learning.decided(answer, guild_id)
        if answer is not None and answer.kind is Kind.CARE:
            await self._care(message, care_message(answer.text or ""))
        elif wait is not None:
            if self._rate_limit.may_be_told(message.author.id):
                await _send(message, wait_a_moment(wait.seconds, busy=wait.busy))
        elif answer is not None:
            await _send(
                message,
                answer_message(
                    answer,
                    question=False,
                    private=False,
                    scope=Scope.of(essay_id, self._texts.library.essays),
                ),
            )
            if before is None:
                await self._learning.keep(answer, guild_id, message.author.id)
        elif not message.content and self._is_by_role(message):
            me = self._bot.user.mention if self._bot.user else "me"
            hint = _(MENTIONED_BY_ROLE, me=me, ask=self._mention("ask"))
            await _send(message, notice(hint))
        else:
            await _send(message, short_help(self._mention("ask"), await self._texts.suggest("", 2)))

    async def _before(self, message: discord.Message, question: str) -> Sentence | None:
        """The sentence that a question goes on from: that of the message replied to.

        In direct messages it is the bot's last one. Nothing is remembered: the buttons of the
        answer say which sentence it was.
        """
        if follow_up(question) is None:
            return None
        replied = message.reference.resolved if message.reference is not None else None
        if isinstance(replied, discord.Message):
            return self._answered(replied)
        if message.guild is None:
            async for earlier in message.channel.history(limit=_LOOKED_AT, before=message):
                if (sentence := self._answered(earlier)) is not None:
                    return sentence
        return None

    def _answered(self, message: discord.Message) -> Sentence | None:
        """The sentence that one of the bot's answers shows."""
        if self._bot.user is None or message.author.id != self._bot.user.id:
            return None
        for custom_id in custom_ids(message.components):
            state = parse(custom_id)
            if isinstance(state, InContext) and (essay := self._texts.essay(state.essay)):
                return state.sentence.find(essay)
        return None

    def _is_meant_for_me(self, message: discord.Message) -> bool:
        if message.author.bot or message.type not in _WRITTEN or message.mention_everyone:
            return False
        direct = message.guild is None or self._bot.user in message.mentions
        return direct or self._is_by_role(message)

    def _is_by_role(self, message: discord.Message) -> bool:
        """Whether the bot's own role was mentioned, which Discord's list offers beside the bot."""
        return bool(self._own_roles(message))

    def _own_roles(self, message: discord.Message) -> list[int]:
        me = self._bot.user.id if self._bot.user else 0
        tagged = ((role.id, role.tags) for role in message.role_mentions)
        return [number for number, tags in tagged if tags is not None and tags.bot_id == me]

    def _question(self, message: discord.Message) -> str:
        """What the message says beside the bot's name, else the message that it replies to."""
        question = self._said(message)
        replied = message.reference.resolved if message.reference is not None else None
        if not question and isinstance(replied, discord.Message):
            is_mine = self._bot.user is not None and replied.author.id == self._bot.user.id
            question = "" if is_mine else self._said(replied)
        return question

    def _said(self, message: discord.Message) -> str:
        me = self._bot.user.id if self._bot.user else 0
        own = [f"<@!?{me}>", *(f"<@&{role}>" for role in self._own_roles(message))]
        return named(re.sub("|".join(own), " ", words_of(message)), message).strip()

    async def _care(self, message: discord.Message, view: ui.LayoutView) -> None:
        """Sends the message to the member's direct messages."""
        if message.guild is None:
            await _send(message, view)
            return
        try:
            await retry_on_disconnect(lambda: message.author.send(view=view, nonce=nonce(message)))
        except discord.HTTPException:
            await _send(message, notice(_(ASK_IN_PRIVATE, ask=self._mention("ask"))))


async def _send(message: discord.Message, view: ui.LayoutView) -> None:
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        await retry_on_disconnect(
            lambda: message.channel.send(
                view=view, reference=reference, mention_author=False, nonce=nonce(message)
            )
        )
    except discord.Forbidden:
        await _say_what_is_missing(message)
    except discord.NotFound:
        log.info("A reply was dropped: its channel was deleted")


async def _say_what_is_missing(message: discord.Message) -> None:
    """Tells the member directly that the bot may not answer in the channel."""
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return
    lacking = missing_permission_names(message.channel.permissions_for(message.guild.me)) or [
        "Send Messages"
    ]
    view = missing_permissions(lacking, getattr(message.channel, "mention", None))
    try:
        await message.author.send(view=view, nonce=nonce(message))
    except discord.HTTPException:
        log.info("Cannot reply in a channel: the bot lacks %s", ", ".join(lacking))
