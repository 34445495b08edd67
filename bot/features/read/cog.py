"""/essay: read the text, see facts about it, and browse its topics."""

from collections.abc import Sequence

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.discord_ui.custom_id import AboutEssay, Read
from bot.discord_ui.handlers import handles
from bot.discord_ui.notices import TEXT_GONE, notice
from bot.discord_ui.replies import edit_or_reply, in_direct_messages, reply
from bot.discord_ui.text_option import find_text, offered_texts
from bot.errors import UserError
from bot.features.read.pages import (
    Page,
    about_message,
    page_message,
    pages,
    texts_message,
    topics_message,
)
from bot.retrieval.catalogue import Catalogue
from bot.retrieval.service import TextService
from bot.texts.model import Essay
from bot.translation import gettext as _
from bot.translation import later

_MOST = 25  # choices in a menu


class ReadCog(commands.GroupCog, group_name="essay", group_description=later("Read the essay.")):
    """Shows the text in pages, privately; nothing about the reader is stored."""

    def __init__(self, texts: TextService) -> None:
        self._texts = texts
        self._pages: dict[str, tuple[Essay, Sequence[Page]]] = {}

    @app_commands.command(description=later("Read the text, page by page."))
    @app_commands.describe(text=later("Which text, if there are several"))
    async def read(self, interaction: discord.Interaction, text: str = "") -> None:
        """The first page."""
        essay = self._chosen(text)
        if essay is None:
            view = texts_message(self._texts.library.essays, about=False)
        else:
            view = page_message(essay, await self._paged(essay), 1)
        await reply(interaction, view, private=not in_direct_messages(interaction))

    @app_commands.command(description=later("Who wrote the text, when, and where it is from."))
    @app_commands.describe(text=later("Which text, if there are several"))
    async def about(self, interaction: discord.Interaction, text: str = "") -> None:
        """The facts about the text."""
        essay = self._chosen(text)
        if essay is None:
            view = texts_message(self._texts.library.essays, about=True)
        else:
            view = about_message(essay)
        await reply(interaction, view, private=not in_direct_messages(interaction))

    @app_commands.command(
        description=later("What you can ask: topics and questions to choose from.")
    )
    @app_commands.describe(text=later("Which text, if there are several"))
    async def topics(self, interaction: discord.Interaction, text: str | None = None) -> None:
        """Menus of topics and of questions."""
        try:
            essay = find_text(text, self._texts.library.essays) if text else None
        except UserError as error:
            await reply(interaction, notice(str(error)), private=True)
            return
        if essay is None:
            topics, questions = await self._texts.topics(""), await self._texts.suggest("")
        else:
            listed = await self._texts.work(Catalogue, [essay])
            topics, questions = listed.topics("", _MOST), listed.questions("", _MOST)
        await reply(
            interaction,
            topics_message(topics, questions),
            private=not in_direct_messages(interaction),
        )

    @read.autocomplete("text")
    @about.autocomplete("text")
    @topics.autocomplete("text")
    async def _suggest_texts(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        return offered_texts(typed, self._texts.library.essays)

    @handles(Read)
    async def _open_page(self, interaction: discord.Interaction, pressed: Read) -> None:
        essay = self._texts.essay(pressed.essay)
        if essay is None:
            await reply(interaction, notice(_(TEXT_GONE)), private=True)
        else:
            await edit_or_reply(
                interaction, page_message(essay, await self._paged(essay), pressed.page)
            )

    @handles(AboutEssay)
    async def _open_about(self, interaction: discord.Interaction, pressed: AboutEssay) -> None:
        essay = self._texts.essay(pressed.essay)
        view = notice(_(TEXT_GONE)) if essay is None else about_message(essay)
        await reply(interaction, view, private=not in_direct_messages(interaction))

    def _chosen(self, text: str) -> Essay | None:
        """The text that a member named by key or title; None if that does not name one."""
        essays = self._texts.library.essays
        if len(essays) == 1:
            return essays[0]
        named = [essay for essay in essays if essay.title.casefold() == text.casefold()]
        return self._texts.essay(text) or next(iter(named), None)

    async def _paged(self, essay: Essay) -> Sequence[Page]:
        known = self._pages.get(essay.id)
        if known is None or known[0] is not essay:
            known = (essay, await self._texts.work(pages, essay))
            self._pages[essay.id] = known
        return known[1]
