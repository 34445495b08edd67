"""The commands, with one error path, also for what cannot be read."""

from typing import Any

import discord
from discord import app_commands

from bot.cogs.failures import explain


class Tree(app_commands.CommandTree[Any]):
    """The commands of the bot."""

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        """The error path of all commands."""
        command = interaction.command
        await explain(error, command.qualified_name if command else "A command", interaction)

    async def _call(self, interaction: discord.Interaction[Any]) -> None:
        # What a command raises is an AppCommandError by now; anything else comes from reading
        # what Discord sent, and discord.py would leave the member without an answer.
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as error:
            raise app_commands.AppCommandError("what Discord sent cannot be read") from error
        typing = interaction.type is discord.InteractionType.autocomplete
        if typing and not interaction.response.is_done():
            await interaction.response.autocomplete([])
