"""/quote: a quotation, about a topic or any."""

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.discord_ui.autocomplete import choices
from bot.discord_ui.custom_id import AboutTopic, AnotherOfText, AnotherQuote, carries
from bot.discord_ui.handlers import handles
from bot.discord_ui.notices import NO_QUOTATION, TEXT_GONE, notice
from bot.discord_ui.quotation import Quotation, quotable
from bot.discord_ui.quotes import quote_message
from bot.discord_ui.replies import edit_or_reply, in_direct_messages, reply
from bot.discord_ui.text_option import find_text, offered_texts
from bot.errors import UserError
from bot.features.quote.messages import unknown_topic
from bot.features.quote.rotation import QuoteRotation
from bot.retrieval import Library
from bot.retrieval.service import TextService
from bot.texts.model import LONGEST_KEY, Essay
from bot.translation import gettext as _
from bot.translation import later

_LARGEST = 2**32 - 1


class QuoteCog(commands.Cog):
    """Shows quotations privately; a member may share one."""

    def __init__(self, texts: TextService, rotation: QuoteRotation) -> None:
        self._texts = texts
        self._rotation = rotation
        self._all: tuple[Library, list[Quotation]] | None = None

    @app_commands.command(description=later("Bring a quotation, about a topic or any."))
    @app_commands.describe(
        about=later("A topic; leave it out for any"), text=later("Which text, if there are several")
    )
    async def quote(
        self, interaction: discord.Interaction, about: str = "", text: str | None = None
    ) -> None:
        """A quotation that the channel has not seen in this round."""
        try:
            essay = find_text(text, self._texts.library.essays) if text else None
        except UserError as error:
            await reply(interaction, notice(str(error)), private=True)
            return
        await self._open(interaction, about.strip(), essay)

    @quote.autocomplete("about")
    async def _topics(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await choices(self._texts.topics(typed))

    @quote.autocomplete("text")
    async def _offer_texts(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        return offered_texts(typed, self._texts.library.essays)

    @handles(AboutTopic)
    async def _about(self, interaction: discord.Interaction, pressed: AboutTopic) -> None:
        await self._open(interaction, self._texts.library.written_out(pressed.topic))

    @handles(AnotherQuote)
    async def _another(self, interaction: discord.Interaction, pressed: AnotherQuote) -> None:
        await self._turn(interaction, pressed, None)

    @handles(AnotherOfText)
    async def _another_of_text(
        self, interaction: discord.Interaction, pressed: AnotherOfText
    ) -> None:
        essay = self._texts.essay(pressed.essay)
        if essay is None:
            await reply(interaction, notice(_(TEXT_GONE)), private=True)
        else:
            last = AnotherQuote(pressed.seed, pressed.position, pressed.topic)
            await self._turn(interaction, last, essay)

    async def _turn(
        self, interaction: discord.Interaction, pressed: AnotherQuote, essay: Essay | None
    ) -> None:
        topic = self._texts.library.written_out(pressed.topic)
        found = await self._texts.work(self._quotations, topic, essay)
        if found:
            view = self._next(interaction, topic, found, pressed, essay)
            await edit_or_reply(interaction, view)
        else:
            await self._say_unknown(interaction, topic)

    async def _open(
        self, interaction: discord.Interaction, topic: str, essay: Essay | None = None
    ) -> None:
        found = await self._texts.work(self._quotations, topic, essay)
        if found:
            view = self._next(interaction, topic, found, None, essay)
            await reply(interaction, view, private=not in_direct_messages(interaction))
        else:
            await self._say_unknown(interaction, topic)

    def _next(
        self,
        interaction: discord.Interaction,
        topic: str,
        found: list[Quotation],
        pressed: AnotherQuote | None,
        essay: Essay | None,
    ) -> discord.ui.LayoutView:
        channel, about = interaction.channel_id or 0, topic.casefold()
        of = f"{essay.key}\n" if essay is not None else ""
        index, state = self._rotation.next(channel, f"{of}{about}", len(found), pressed)
        this: AnotherQuote | AnotherOfText = state
        if essay is not None:
            this = AnotherOfText(essay.key, state.seed, state.position, about)
        return quote_message(found[index], this, private=not in_direct_messages(interaction))

    async def _say_unknown(self, interaction: discord.Interaction, topic: str) -> None:
        if topic:
            view = unknown_topic(topic, await self._texts.topics(topic))
        else:
            view = notice(_(NO_QUOTATION))
        await reply(interaction, view, private=not in_direct_messages(interaction))

    def _quotations(self, topic: str, essay: Essay | None) -> list[Quotation]:
        """What can be quoted about the topic, of one text or of all."""
        found = self._of_all_texts(topic)
        if essay is None:
            return found
        return [quotation for quotation in found if quotation.essay.id == essay.id]

    def _of_all_texts(self, topic: str) -> list[Quotation]:
        library = self._texts.library
        if topic:
            places = library.about_topic(topic)
            found = [run for place in places for run in quotable(*place)]
            return found or _mentioning(library, topic)
        if self._all is None or self._all[0] is not library:
            every = [(essay, part) for essay in library.essays for part in essay.paragraphs]
            self._all = (library, [run for place in every for run in quotable(*place)])
        return self._all[1]


def _mentioning(library: Library, words: str) -> list[Quotation]:
    """The quotations that speak of what is no topic; its button has to carry the words."""
    if not carries(AnotherOfText("-" * LONGEST_KEY, _LARGEST, _LARGEST, words)):
        return []
    found: dict[str, Quotation] = {}
    for essay, sentence in library.mentions(words):
        for run in quotable(essay, essay.paragraphs[sentence.paragraph - 1]):
            if run.first <= sentence.number <= run.last:
                found.setdefault(run.text, run)
    return list(found.values())
