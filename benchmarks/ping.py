"""A bare bot beside which others are measured: discord.py, and one command of one line.

usage: python -m benchmarks.ping PORT    (a Discord on this computer, as in tests/discord_server)
"""

import sys

import discord
from discord import app_commands

from tests.discord_server.attune import point_at
from tests.discord_server.world import TOKEN


class Bare(discord.AutoShardedClient):
    """Connects, registers /ping, and answers it."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)

        @self.tree.command(description="Answers.")
        async def ping(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("pong")

    async def setup_hook(self) -> None:
        """Registers the command."""
        await self.tree.sync()


if __name__ == "__main__":
    point_at(int(sys.argv[1]))
    Bare().run(TOKEN, log_handler=None)
