"""Questions: /ask, the message menu, and the questions that answers suggest."""

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.discord_ui.autocomplete import choices
from bot.discord_ui.custom_id import Ask
from bot.discord_ui.handlers import handles
from bot.discord_ui.notices import NO_WORDS, notice, wait_a_moment
from bot.discord_ui.rate_limit import RateLimit
from bot.discord_ui.replies import in_direct_messages, reply
from bot.features.ask.messages import answer_message, care_message
from bot.retrieval.answer import Kind
from bot.retrieval.service import TextService


class AskCog(commands.Cog):
    """Answers a question in the words of the essay."""

    def __init__(self, bot: commands.Bot, texts: TextService, rate_limit: RateLimit) -> None:
        self._bot = bot
        self._texts = texts
        self._rate_limit = rate_limit
        self._menu = app_commands.ContextMenu(name="Ask the essay", callback=self._ask_message)

    async def cog_load(self) -> None:
        """Adds the message menu, which a cog does not do by itself."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Takes the message menu away again."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(description="Ask the essay a question; it answers in its own words.")
    @app_commands.describe(question="What you want to know", private="Show it to you only")
    async def ask(
        self, interaction: discord.Interaction, question: str, private: bool = False
    ) -> None:
        """Answers in the channel, or privately."""
        await self._answer(interaction, question, private=private)

    @ask.autocomplete("question")
    async def _suggest(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        # Enter takes the first choice, which must be the member's own words.
        return await choices(self._texts.suggest(typed), typed)

    async def _ask_message(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        await self._answer(interaction, message.content, private=True)

    @handles(Ask)
    async def _ask_suggested(self, interaction: discord.Interaction, pressed: Ask) -> None:
        question = self._texts.library.written_out(pressed.question)
        await self._answer(interaction, question, private=not in_direct_messages(interaction))

    async def _answer(
        self, interaction: discord.Interaction, question: str, *, private: bool
    ) -> None:
        if not question.strip():
            await reply(interaction, notice(NO_WORDS), private=True)
            return
        wait = self._rate_limit.question(interaction.user.id, interaction.channel_id or 0)
        answer = await self._texts.ask(question)
        if answer.kind is Kind.CARE:
            await reply(interaction, care_message(answer.text or ""), private=True)
        elif wait:
            await reply(interaction, wait_a_moment(wait.seconds, busy=wait.busy), private=True)
        else:
            view = answer_message(answer, question=True, private=private)
            await reply(interaction, view, private=private)
