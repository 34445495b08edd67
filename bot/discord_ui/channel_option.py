"""The channel that a command is given: of the kinds that people write in."""

from typing import Any

import discord
from discord import app_commands

_KINDS = [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum]


class PostingChannel(app_commands.Transformer):
    """Takes text, announcement and forum channels.

    discord.py's own would add media channels, which Discord's description does not know.
    """

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """The kinds that Discord offers."""
        return _KINDS

    async def transform(
        self, interaction: discord.Interaction, value: Any, /
    ) -> discord.TextChannel | discord.ForumChannel:
        """The channel. Raises TransformerError for one that the bot does not see."""
        channel = value.resolve()
        if isinstance(channel, (discord.TextChannel, discord.ForumChannel)):
            return channel
        raise app_commands.TransformerError(value, self.type, self)
