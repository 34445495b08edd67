"""/texts: the texts there are, and which of them questions in a channel go to."""

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.discord_ui.channel_option import PostingChannel
from bot.discord_ui.moderation import ModeratorReply, moderate
from bot.discord_ui.notices import notice
from bot.discord_ui.replies import in_direct_messages, reply
from bot.discord_ui.text_option import find_text, offered_texts
from bot.features.texts.messages import list_message, used_message
from bot.retrieval.service import TextService
from bot.storage import DatabaseError
from bot.storage.text_choices import WHOLE_SERVER, TextChoices
from bot.texts.model import Essay
from bot.translation import gettext as _
from bot.translation import later

_FAMILY = "texts"
_ALL = "*"
_ALL_TEXTS = later("All texts")

Channel = discord.TextChannel | discord.ForumChannel
ChannelOption = app_commands.Transform[Channel, PostingChannel]


class TextsCog(
    commands.GroupCog, group_name=_FAMILY, group_description=later("The texts that you can ask.")
):
    """Shows the texts, and lets moderators choose one for the server or for a channel."""

    def __init__(self, texts: TextService, choices: TextChoices) -> None:
        self._texts = texts
        self._choices = choices

    @app_commands.command(
        name="list", description=later("Which texts there are, and which is asked here.")
    )
    async def list_texts(self, interaction: discord.Interaction) -> None:
        """The texts, to the member alone."""
        chosen = {}
        if interaction.guild_id is not None:
            try:
                chosen = dict(await self._choices.of_guild(interaction.guild_id))
            except DatabaseError:
                chosen = {}  # the list is of use without it
        channel = interaction.channel
        places = [getattr(channel, "id", None), getattr(channel, "parent_id", None)]
        view = list_message(
            self._texts.library.essays, chosen, [place for place in places if place is not None]
        )
        await reply(interaction, view, private=not in_direct_messages(interaction))

    @app_commands.command(
        name="use", description=later("For moderators: choose the text that questions here go to.")
    )
    @app_commands.describe(
        text=later("Which text"),
        channel=later("Only in this channel; without one, in the whole server"),
    )
    @app_commands.guild_only()
    async def use_text(
        self, interaction: discord.Interaction, text: str, channel: ChannelOption | None = None
    ) -> None:
        """Keeps the choice."""
        await moderate(interaction, lambda: self._use(interaction, text, channel))

    @use_text.autocomplete("text")
    async def _offer(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        everything = Choice(name=_(_ALL_TEXTS), value=_ALL)
        return [*offered_texts(typed, self._texts.library.essays)[:24], everything]

    async def _use(
        self, interaction: discord.Interaction, text: str, channel: Channel | None
    ) -> ModeratorReply:
        assert interaction.guild_id is not None
        essay: Essay | None = None
        if text.strip() not in (_ALL, _ALL_TEXTS, _(_ALL_TEXTS)):
            essay = find_text(text, self._texts.library.essays)
        place = WHOLE_SERVER if channel is None else channel.id
        await self._choices.choose(interaction.guild_id, place, essay.id if essay else None)
        return ModeratorReply(notice(used_message(essay, place)))
