"""`attune`, but with its Discord on this computer, and on a clock that may run faster.

usage: python -m tests.discord_server.attune PORT SPEED ORIGIN STARTED COMMAND ...

Nothing of the client or of the bot is changed but two addresses and how fast time goes; SPEED,
ORIGIN and STARTED are what `Hurry` writes.
"""

import asyncio
import sys
from functools import partial
from unittest.mock import patch

import discord
import yarl

from bot.cli import main as attune
from bot.client import create_bot
from tests.discord_server.hurry import HurriedPolicy, Hurry


def point_at(port: int) -> None:
    """Lets discord.py find its Discord at a port of this computer."""
    discord.http.Route.BASE = f"http://127.0.0.1:{port}/api/v10"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{port}/gateway/")


def main() -> int:
    """Runs the command, and returns its exit code."""
    point_at(int(sys.argv[1]))
    hurry = Hurry.read(sys.argv[2:5])
    if hurry.speed == 1:
        return attune(sys.argv[5:])
    asyncio.set_event_loop_policy(HurriedPolicy(hurry.speed))
    with patch("bot.run.create_bot", partial(create_bot, now=hurry.now)):
        return attune(sys.argv[5:])


if __name__ == "__main__":
    sys.exit(main())
