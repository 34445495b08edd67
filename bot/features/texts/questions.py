"""/texts questions: what members ask and the text does not answer, for moderators."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.discord_ui.handlers import handles
from bot.discord_ui.moderation import ModeratorReply, moderate
from bot.discord_ui.notices import PASSAGE_GONE, TEXT_GONE, notice
from bot.discord_ui.quotation import SentenceRef
from bot.errors import UserError
from bot.features.texts.cog import TextsCog
from bot.features.texts.question_messages import (
    AnsweredBy,
    NotAnswered,
    QuestionsPage,
    TakeBack,
    WhichSentence,
    questions_message,
    sentences_message,
    word_key,
)
from bot.retrieval.service import TextService
from bot.retrieval.unanswered_groups import QuestionGroup, grouped
from bot.storage import DatabaseError
from bot.storage.questions import Decision, KeptQuestions
from bot.texts.model import Essay
from bot.translation import gettext as _
from bot.translation import later

log = logging.getLogger(__name__)

_MINUTES_BETWEEN = 60.0
_SENTENCES = 10


class QuestionsCog(commands.Cog):
    """Lets moderators have unanswered questions kept, look at them and decide about them."""

    def __init__(
        self, family: TextsCog, texts: TextService, questions: KeptQuestions, *, on: bool
    ) -> None:
        """`family` gets the commands if the operator switched this `on`."""
        self._family, self._texts, self._questions, self._on = family, texts, questions, on
        self._ticker = tasks.loop(minutes=_MINUTES_BETWEEN)(self.forget_old)

    async def cog_load(self) -> None:
        """Adds the commands if they are to be had."""
        if not self._on or self._family.app_command is None:
            return
        group = app_commands.Group(
            name="questions",
            description=later("For moderators: what members ask and the text does not answer."),
            guild_only=True,
        )
        for name, what, callback in (
            (
                "show",
                later("For moderators: the questions that the text did not answer."),
                self._show,
            ),
            (
                "on",
                later("For moderators: keep such questions from now on, as words alone."),
                self._begin,
            ),
            (
                "off",
                later("For moderators: keep none from now on, and delete those kept."),
                self._end,
            ),
        ):
            group.add_command(app_commands.Command(name=name, description=what, callback=callback))
        self._family.app_command.add_command(group)

    @commands.Cog.listener("on_reflections_open")
    async def begin_forgetting(self) -> None:
        """The database is open: begins to delete what is old."""
        if not self._ticker.is_running():
            self._ticker.start()

    async def cog_unload(self) -> None:
        """Ends the deleting."""
        self._ticker.cancel()

    async def forget_old(self) -> None:
        """Deletes what was kept for 90 days."""
        try:
            await self._questions.forget_old()
        except DatabaseError as error:
            log.warning("Old questions could not be deleted; retrying in an hour: %s", error)

    async def _show(self, interaction: discord.Interaction) -> None:
        await self._moderate(interaction, lambda: self._page(interaction, 1))

    async def _begin(self, interaction: discord.Interaction) -> None:
        async def begin() -> ModeratorReply:
            await self._questions.switch_on(_server(interaction))
            return ModeratorReply(notice(_(_IS_ON)))

        await self._moderate(interaction, begin)

    async def _end(self, interaction: discord.Interaction) -> None:
        async def end() -> ModeratorReply:
            await self._questions.switch_off(_server(interaction))
            return ModeratorReply(notice(_(_IS_OFF)))

        await self._moderate(interaction, end)

    @handles(QuestionsPage)
    async def _turn(self, interaction: discord.Interaction, pressed: QuestionsPage) -> None:
        await self._moderate(
            interaction, lambda: self._page(interaction, pressed.page), in_place=True
        )

    @handles(WhichSentence)
    async def _ask_which(self, interaction: discord.Interaction, pressed: WhichSentence) -> None:
        async def ask_which() -> ModeratorReply:
            essay, words = await self._find(interaction, pressed.essay, pressed.words)
            library = self._texts.library
            near = await self._texts.work(library.likeliest, words, essay.id, _SENTENCES)
            if not near:
                raise UserError(_("No sentence of the text comes near this question."))
            return ModeratorReply(sentences_message(essay, words, near))

        await self._moderate(interaction, ask_which, in_place=True)

    @handles(AnsweredBy)
    async def _answered(self, interaction: discord.Interaction, pressed: AnsweredBy) -> None:
        async def decide() -> ModeratorReply:
            essay, words = await self._find(interaction, pressed.essay, pressed.words)
            if pressed.sentence.find(essay) is None:
                raise UserError(_(PASSAGE_GONE))
            ref = str(pressed.sentence)
            await self._questions.decide(_server(interaction), Decision(essay.id, words, ref))
            return await self._page(interaction, 1)

        await self._moderate(interaction, decide, in_place=True)

    @handles(NotAnswered)
    async def _unanswered(self, interaction: discord.Interaction, pressed: NotAnswered) -> None:
        async def decide() -> ModeratorReply:
            essay, words = await self._find(interaction, pressed.essay, pressed.words)
            await self._questions.decide(_server(interaction), Decision(essay.id, words, None))
            return await self._page(interaction, 1)

        await self._moderate(interaction, decide, in_place=True)

    @handles(TakeBack)
    async def _taken_back(self, interaction: discord.Interaction, pressed: TakeBack) -> None:
        async def take_back() -> ModeratorReply:
            server = _server(interaction)
            for one in await self._questions.decisions(server):
                if word_key(one.essay, one.words) == pressed.words:
                    await self._questions.take_back(server, one.essay, one.words)
            return await self._page(interaction, 1)

        await self._moderate(interaction, take_back, in_place=True)

    async def _moderate(
        self,
        interaction: discord.Interaction,
        work: Callable[[], Awaitable[ModeratorReply]],
        *,
        in_place: bool = False,
    ) -> None:
        """As `moderate`; of an old message's button where this is switched off, a sentence."""

        async def checked() -> ModeratorReply:
            if not self._on:
                raise UserError(
                    _("Questions are not collected any more: my operator switched it off.")
                )
            return await work()

        await moderate(interaction, checked, in_place=in_place)

    async def _page(self, interaction: discord.Interaction, page: int) -> ModeratorReply:
        server = _server(interaction)
        is_on = await self._questions.is_on(server)
        groups, made = await self._groups(server), await self._questions.decisions(server)
        near = {}
        for group in groups:
            found = self._texts.library.essay(group.essay)
            if found is not None:
                near[group.essay] = found
        groups = [group for group in groups if group.essay in near]
        library = self._texts.library

        def likeliest(group: QuestionGroup) -> SentenceRef | None:
            best = library.likeliest(group.words, group.essay, 1)
            return SentenceRef.of(best[0]) if best else None

        view = await self._texts.work(
            questions_message, groups, made, near, page, likeliest, is_on=is_on
        )
        return ModeratorReply(view)

    async def _groups(self, server: int) -> list[QuestionGroup]:
        kept, made = await self._questions.kept(server), await self._questions.decisions(server)
        return await asyncio.to_thread(
            grouped,
            [(one.essay, one.words, one.times) for one in kept],
            [(one.essay, one.words) for one in made],
        )

    async def _find(
        self, interaction: discord.Interaction, key: str, words: str
    ) -> tuple[Essay, str]:
        """The text and the kept question behind a button. Raises UserError if one is gone."""
        essay = self._texts.essay(key)
        if essay is None:
            raise UserError(_(TEXT_GONE))
        for one in await self._questions.kept(_server(interaction)):
            if one.essay == essay.id and word_key(one.essay, one.words) == words:
                return essay, one.words
        raise UserError(_("This question is not kept any more."))


def _server(interaction: discord.Interaction) -> int:
    assert interaction.guild_id is not None
    return interaction.guild_id


_IS_ON = later(
    "From now on, questions that the text does not answer are kept here as words alone, for 90 days at most: "
    "without who asked, where, or when but for the week, without names and numbers, and never what looks like "
    "distress. `/privacy` tells members so. See them with `/texts questions show`."
)
_IS_OFF = later(
    "No questions are kept from now on, and those that were kept are deleted. What you decided about "
    "questions stays; take it back with `/texts questions show`, or erase it with `/privacy`."
)
