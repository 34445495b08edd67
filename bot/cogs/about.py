"""/help and /privacy."""

from collections.abc import Callable

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.replies import alone, reply
from bot.shelf import Shelf
from bot.ui.notices import help_message, privacy_message


class About(commands.Cog):
    """What the bot does, and what it stores."""

    def __init__(self, bot: commands.Bot, shelf: Shelf, mention: Callable[[str], str]) -> None:
        """`mention` makes the clickable mention of a command from its name."""
        self._bot = bot
        self._shelf = shelf
        self._mention = mention

    @app_commands.command(description="What you can do here, in a few lines.")
    async def help(self, interaction: discord.Interaction) -> None:
        """A short help."""
        me = self._bot.user.mention if self._bot.user else "me"
        view = help_message(self._mention, me, await self._shelf.suggest(""))
        await reply(interaction, view, private=not alone(interaction))

    @app_commands.command(description="What is stored about you: nothing. Here is the detail.")
    async def privacy(self, interaction: discord.Interaction) -> None:
        """What is stored, exactly."""
        await reply(interaction, privacy_message(), private=not alone(interaction))
