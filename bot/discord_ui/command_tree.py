"""The command tree, with one error handler, also for malformed interactions."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import AppCommandError, Command, CommandSignatureMismatch

from bot.discord_ui.errors import report_error

_VALUES: dict[discord.AppCommandOptionType, type] = {
    discord.AppCommandOptionType.string: str,
    discord.AppCommandOptionType.boolean: bool,
}
_SUBCOMMANDS = {1, 2}


class CommandTree(app_commands.CommandTree[Any]):
    """The commands of the bot."""

    async def on_error(
        self, interaction: discord.Interaction[Any], error: AppCommandError, /
    ) -> None:
        """The error path of all commands."""
        command = interaction.command
        await report_error(error, command.qualified_name if command else "A command", interaction)

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Refuses options of another type than the command's, which discord.py does not check.

        They occur while a member's Discord app still has the commands of an earlier version.
        """
        command = interaction.command
        if isinstance(command, Command) and not _fits(command, dict(interaction.data or {})):
            raise CommandSignatureMismatch(command)
        return True

    async def _call(self, interaction: discord.Interaction[Any]) -> None:
        # What a command raises is an AppCommandError by now; anything else comes from reading
        # what Discord sent, and discord.py would leave the member without an answer.
        try:
            await super()._call(interaction)
        except AppCommandError:
            raise
        except Exception as error:
            raise AppCommandError("what Discord sent cannot be read") from error
        typing = interaction.type is discord.InteractionType.autocomplete
        if typing and not interaction.response.is_done():
            await interaction.response.autocomplete([])


def _fits(command: Command[Any, ..., Any], data: dict[str, Any]) -> bool:
    """Whether the options that were given are of the types that `command` has them."""
    options = data.get("options", [])
    while options and options[0]["type"] in _SUBCOMMANDS:
        options = options[0].get("options", [])
    kinds = {one.display_name: one.type for one in command.parameters}
    return all(
        one["type"] == kind.value and isinstance(one.get("value"), _VALUES.get(kind, object))
        for one in options
        if (kind := kinds.get(one["name"])) is not None
    )
