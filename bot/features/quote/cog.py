"""/quote: a quotation, about a topic or any."""

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.discord_ui.autocomplete import choices
from bot.discord_ui.custom_id import AboutTopic, AnotherQuote, carries
from bot.discord_ui.handlers import handles
from bot.discord_ui.notices import NO_QUOTATION, notice
from bot.discord_ui.quotation import Quotation, quotable
from bot.discord_ui.quotes import quote_message
from bot.discord_ui.replies import edit_or_reply, in_direct_messages, reply
from bot.features.quote.messages import unknown_topic
from bot.features.quote.rotation import QuoteRotation
from bot.retrieval import Library
from bot.retrieval.service import TextService
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
    @app_commands.describe(about=later("A topic; leave it out for any"))
    async def quote(self, interaction: discord.Interaction, about: str = "") -> None:
        """A quotation that the channel has not seen in this round."""
        await self._open(interaction, about.strip())

    @quote.autocomplete("about")
    async def _topics(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await choices(self._texts.topics(typed))

    @handles(AboutTopic)
    async def _about(self, interaction: discord.Interaction, pressed: AboutTopic) -> None:
        await self._open(interaction, self._texts.library.written_out(pressed.topic))

    @handles(AnotherQuote)
    async def _another(self, interaction: discord.Interaction, pressed: AnotherQuote) -> None:
        topic = self._texts.library.written_out(pressed.topic)
        found = await self._texts.work(self._quotations, topic)
        if found:
            await edit_or_reply(interaction, self._next(interaction, topic, found, pressed))
        else:
            await self._say_unknown(interaction, topic)

    async def _open(self, interaction: discord.Interaction, topic: str) -> None:
        found = await self._texts.work(self._quotations, topic)
        if found:
            view = self._next(interaction, topic, found, None)
            await reply(interaction, view, private=not in_direct_messages(interaction))
        else:
            await self._say_unknown(interaction, topic)

    def _next(
        self,
        interaction: discord.Interaction,
        topic: str,
        found: list[Quotation],
        pressed: AnotherQuote | None,
    ) -> discord.ui.LayoutView:
        channel = interaction.channel_id or 0
        index, state = self._rotation.next(channel, topic.casefold(), len(found), pressed)
        return quote_message(found[index], state, private=not in_direct_messages(interaction))

    async def _say_unknown(self, interaction: discord.Interaction, topic: str) -> None:
        if topic:
            view = unknown_topic(topic, await self._texts.topics(topic))
        else:
            view = notice(_(NO_QUOTATION))
        await reply(interaction, view, private=not in_direct_messages(interaction))

    def _quotations(self, topic: str) -> list[Quotation]:
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
    if not carries(AnotherQuote(_LARGEST, _LARGEST, words)):
        return []
    found: dict[str, Quotation] = {}
    for essay, sentence in library.mentions(words):
        for run in quotable(essay, essay.paragraphs[sentence.paragraph - 1]):
            if run.first <= sentence.number <= run.last:
                found.setdefault(run.text, run)
    return list(found.values())
