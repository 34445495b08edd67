"""What the buttons under a passage do: its context, the next passage, a card, sharing it."""

import io

import discord
from discord.ext import commands

from bot.cogs.replies import alone, hold, reply, turn
from bot.essay import Essay, Sentence
from bot.shelf import Shelf
from bot.ui.card import Card, CardError, CardMaker, alternative_text
from bot.ui.notices import NO_CARD, OUTDATED, PASSAGE_GONE, TEXT_GONE, member_lacks, notice
from bot.ui.passages import another_passage, in_context, shared_passage
from bot.ui.quotation import Place, Quotation, from_place
from bot.ui.quotes import card_message, quote_message
from bot.ui.state import AnotherPassage, ContextPage, InContext, Outdated, QuoteCard, Share


class Passages(commands.Cog):
    """Lets members look around a passage, and keep it."""

    def __init__(self, shelf: Shelf, cards: CardMaker) -> None:
        self._shelf = shelf
        self._cards = cards

    @commands.Cog.listener("on_context_pressed")
    async def show_context(self, interaction: discord.Interaction, pressed: InContext) -> None:
        """The paragraph with its neighbours."""
        found = await self._find(interaction, pressed.essay, pressed.place)
        if found is not None:
            essay, sentence = found
            view = in_context(essay, sentence, sentence.paragraph)
            await reply(interaction, view, private=not alone(interaction))

    @commands.Cog.listener("on_turn_pressed")
    async def turn_context(self, interaction: discord.Interaction, pressed: ContextPage) -> None:
        """Earlier and Later, in the same message."""
        found = await self._find(interaction, pressed.essay, pressed.place)
        if found is not None:
            essay, sentence = found
            centre = max(1, min(pressed.centre, len(essay.paragraphs)))
            await turn(interaction, in_context(essay, sentence, centre))

    @commands.Cog.listener("on_passage_pressed")
    async def show_next(self, interaction: discord.Interaction, pressed: AnotherPassage) -> None:
        """The next best place for the question."""
        position = pressed.position % len(pressed.places)
        found = await self._find(interaction, pressed.essay, pressed.places[position])
        if found is not None:
            private = not alone(interaction)
            view = another_passage(*found, pressed.places, position, private=private)
            await turn(interaction, view)

    @commands.Cog.listener("on_card_pressed")
    async def show_card(self, interaction: discord.Interaction, pressed: QuoteCard) -> None:
        """The quotation as a picture."""
        found = await self._find(interaction, pressed.essay, pressed.place)
        if found is not None:
            private = not alone(interaction)
            await hold(interaction, private=private)
            await self._send_card(interaction, from_place(*found, pressed.last), private=private)

    @commands.Cog.listener("on_share_pressed")
    async def share(self, interaction: discord.Interaction, pressed: Share) -> None:
        """Posts to the channel what only this member saw."""
        found = await self._find(interaction, pressed.essay, pressed.place)
        if found is None:
            return
        if interaction.guild_id is not None and not _may_write(interaction):
            await reply(interaction, member_lacks(["Send Messages"]), private=True)
            return
        by = interaction.user.display_name
        quotation = from_place(*found, pressed.last)
        if pressed.form == "card":
            await hold(interaction, private=False)
            await self._send_card(interaction, quotation, private=False, by=by)
        elif pressed.form == "quote":
            view = quote_message(quotation, None, private=False, by=by)
            await reply(interaction, view, private=False)
        else:
            await reply(interaction, shared_passage(*found, by), private=False)

    @commands.Cog.listener("on_outdated_pressed")
    async def say_outdated(self, interaction: discord.Interaction, _: Outdated) -> None:
        """A button of a version that came before, or after."""
        await reply(interaction, notice(OUTDATED), private=True)

    async def _find(
        self, interaction: discord.Interaction, key: str, place: Place
    ) -> tuple[Essay, Sentence] | None:
        """The text and the sentence, or a kind word to the member and None."""
        essay = self._shelf.essay(key)
        sentence = await self._shelf.work(place.find, essay) if essay else None
        if essay is not None and sentence is not None:
            return essay, sentence
        await reply(interaction, notice(PASSAGE_GONE if essay else TEXT_GONE), private=True)
        return None

    async def _send_card(
        self,
        interaction: discord.Interaction,
        quotation: Quotation,
        *,
        private: bool,
        by: str | None = None,
    ) -> None:
        essay = quotation.essay
        card = Card(quotation.text, essay.author, essay.title, essay.colour)
        try:
            picture = await self._cards.png(card)
        except CardError as error:
            await reply(interaction, notice(NO_CARD.format(reason=error)), private=True)
            return
        name = f"quotation-{quotation.paragraph.number}-{quotation.first}.png"
        words = alternative_text(card)
        file = discord.File(io.BytesIO(picture), name, description=words)
        view = card_message(quotation, name, words, private=private, by=by)
        await reply(interaction, view, private=private, files=[file])


def _may_write(interaction: discord.Interaction) -> bool:
    held = interaction.permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    return held.send_messages_in_threads if in_thread else held.send_messages
