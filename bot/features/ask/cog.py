"""Questions: /ask, the message menu, and the questions that answers suggest."""

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.discord_ui.autocomplete import choices
from bot.discord_ui.custom_id import Ask, AskAll
from bot.discord_ui.handlers import handles
from bot.discord_ui.learning import Learning
from bot.discord_ui.notices import NO_WORDS, notice, wait_a_moment
from bot.discord_ui.rate_limit import RateLimit
from bot.discord_ui.replies import in_direct_messages, reply
from bot.discord_ui.text_option import ChannelTexts, Scope, find_text, offered_texts
from bot.errors import UserError
from bot.features.ask.message_words import words_of
from bot.features.ask.messages import answer_message, care_message
from bot.retrieval.answer import Kind
from bot.retrieval.service import TextService
from bot.translation import gettext as _
from bot.translation import later


class AskCog(commands.Cog):
    """Answers a question in the words of the essay."""

    def __init__(
        self,
        bot: commands.Bot,
        texts: TextService,
        channel_texts: ChannelTexts,
        rate_limit: RateLimit,
        learning: Learning,
    ) -> None:
        self._bot = bot
        self._texts = texts
        self._channel_texts = channel_texts
        self._rate_limit = rate_limit
        self._learning = learning
        self._menu = app_commands.ContextMenu(
            name=later("Ask the essay"), callback=self._ask_message
        )

    async def cog_load(self) -> None:
        """Adds the message menu, which a cog does not do by itself."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Takes the message menu away again."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(
        description=later("Ask the essay a question; it answers in its own words.")
    )
    @app_commands.describe(
        question=later("What you want to know"),
        private=later("Show it to you only"),
        text=later("Which text to ask; without one, the channel's"),
    )
    async def ask(
        self,
        interaction: discord.Interaction,
        question: str,
        private: bool = False,
        text: str | None = None,
    ) -> None:
        """Answers in the channel, or privately."""
        try:
            named = find_text(text, self._texts.library.essays).id if text else None
        except UserError as error:
            await reply(interaction, notice(str(error)), private=True)
            return
        await self._answer(interaction, question, private=private, essay_id=named)

    @ask.autocomplete("text")
    async def _offer_texts(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        return offered_texts(typed, self._texts.library.essays)

    @ask.autocomplete("question")
    async def _suggest(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        # Enter takes the first choice, which must be the member's own words.
        return await choices(self._texts.suggest(typed), typed)

    async def _ask_message(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        await self._answer(interaction, words_of(message), private=True)

    @handles(Ask)
    async def _ask_suggested(self, interaction: discord.Interaction, pressed: Ask) -> None:
        question = self._texts.library.written_out(pressed.question)
        await self._answer(interaction, question, private=not in_direct_messages(interaction))

    @handles(AskAll)
    async def _ask_all(self, interaction: discord.Interaction, pressed: AskAll) -> None:
        private = not in_direct_messages(interaction)
        await self._answer(interaction, pressed.question, private=private, everywhere=True)

    async def _answer(
        self,
        interaction: discord.Interaction,
        question: str,
        *,
        private: bool,
        essay_id: str | None = None,
        everywhere: bool = False,
    ) -> None:
        if not question.strip():
            await reply(interaction, notice(_(NO_WORDS)), private=True)
            return
        wait = self._rate_limit.question(interaction.user.id, interaction.channel_id or 0)
        if essay_id is None and not everywhere:
            essay_id = await self._channel_texts.of(interaction)
        found = await self._texts.ask(question, essay_id=essay_id)
        answer = await self._learning.decided(found, interaction.guild_id)
        if answer.kind is Kind.CARE:
            await reply(interaction, care_message(answer.text or ""), private=True)
        elif wait:
            await reply(interaction, wait_a_moment(wait.seconds, busy=wait.busy), private=True)
        else:
            view = answer_message(
                answer,
                question=True,
                private=private,
                scope=Scope.of(essay_id, self._texts.library.essays),
            )
            await reply(interaction, view, private=private)
            if not private:
                await self._learning.keep(answer, interaction.guild_id, interaction.user.id)
