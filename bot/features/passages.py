"""What the buttons under a passage do: its context, the next passage, a card, sharing it."""

import discord
from discord.ext import commands

from bot.discord_ui.custom_id import (
    AnotherPassage,
    ContextPage,
    InContext,
    QuoteCard,
    Share,
)
from bot.discord_ui.handlers import handles
from bot.discord_ui.notices import NO_CARD, PASSAGE_GONE, TEXT_GONE, member_lacks, notice
from bot.discord_ui.passages import another_passage, in_context, shared_passage
from bot.discord_ui.quotation import Quotation, SentenceRef, from_sentence
from bot.discord_ui.quotes import CardDrawer, CardError, card_message, quote_message
from bot.discord_ui.replies import defer, edit_or_reply, in_direct_messages, reply
from bot.retrieval.service import TextService
from bot.texts.model import Essay, Sentence
from bot.translation import gettext as _


class PassageCog(commands.Cog):
    """The buttons under a passage and what they show."""

    def __init__(self, texts: TextService, cards: CardDrawer) -> None:
        self._texts = texts
        self._cards = cards

    @handles(InContext)
    async def show_context(self, interaction: discord.Interaction, pressed: InContext) -> None:
        """Shows the paragraph with its neighbours."""
        found = await self._find(interaction, pressed.essay, pressed.sentence)
        if found is not None:
            essay, sentence = found
            view = in_context(essay, sentence, sentence.paragraph)
            await reply(interaction, view, private=not in_direct_messages(interaction))

    @handles(ContextPage)
    async def turn_context(self, interaction: discord.Interaction, pressed: ContextPage) -> None:
        """Shows an earlier or a later paragraph in the same message."""
        found = await self._find(interaction, pressed.essay, pressed.sentence)
        if found is not None:
            essay, sentence = found
            centre = max(1, min(pressed.centre, len(essay.paragraphs)))
            await edit_or_reply(interaction, in_context(essay, sentence, centre))

    @handles(AnotherPassage)
    async def show_next(self, interaction: discord.Interaction, pressed: AnotherPassage) -> None:
        """Shows the next best passage for the question."""
        position = pressed.position % len(pressed.sentences)
        found = await self._find(interaction, pressed.essay, pressed.sentences[position])
        if found is not None:
            private = not in_direct_messages(interaction)
            view = another_passage(*found, pressed.sentences, position, private=private)
            await edit_or_reply(interaction, view)

    @handles(QuoteCard)
    async def show_card(self, interaction: discord.Interaction, pressed: QuoteCard) -> None:
        """Shows the quotation as a picture."""
        found = await self._find(interaction, pressed.essay, pressed.sentence)
        if found is not None:
            private = not in_direct_messages(interaction)
            await defer(interaction, private=private)
            await self._send_card(interaction, from_sentence(*found, pressed.last), private=private)

    @handles(Share)
    async def share(self, interaction: discord.Interaction, pressed: Share) -> None:
        """Posts to the channel what only this member saw."""
        found = await self._find(interaction, pressed.essay, pressed.sentence)
        if found is None:
            return
        if interaction.guild_id is not None and not _may_write(interaction):
            await reply(interaction, member_lacks(["Send Messages"]), private=True)
            return
        by = interaction.user.display_name
        quotation = from_sentence(*found, pressed.last)
        if pressed.form == "card":
            await defer(interaction, private=False)
            await self._send_card(interaction, quotation, private=False, by=by)
        elif pressed.form == "quote":
            view = quote_message(quotation, None, private=False, by=by)
            await reply(interaction, view, private=False)
        else:
            await reply(interaction, shared_passage(*found, by), private=False)

    async def _find(
        self, interaction: discord.Interaction, key: str, ref: SentenceRef
    ) -> tuple[Essay, Sentence] | None:
        """The text and the sentence; None, and a notice to the member, if one is gone."""
        essay = self._texts.essay(key)
        sentence = await self._texts.work(ref.find, essay) if essay else None
        if essay is not None and sentence is not None:
            return essay, sentence
        await reply(interaction, notice(_(PASSAGE_GONE if essay else TEXT_GONE)), private=True)
        return None

    async def _send_card(
        self,
        interaction: discord.Interaction,
        quotation: Quotation,
        *,
        private: bool,
        by: str | None = None,
    ) -> None:
        name = f"quotation-{quotation.paragraph.number}-{quotation.first}.png"
        try:
            card = await self._cards.file(quotation, name)
        except CardError as error:
            await reply(interaction, notice(_(NO_CARD, reason=error)), private=True)
            return
        view = card_message(quotation, card, private=private, by=by)
        await reply(interaction, view, private=private, files=[card])


def _may_write(interaction: discord.Interaction) -> bool:
    held = interaction.permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    return held.send_messages_in_threads if in_thread else held.send_messages
