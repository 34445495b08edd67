"""A moderator's way through daily reflections, for the tests of them."""

from datetime import datetime
from typing import Any

import discord
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from tests.e2e.world import Message, World


class Moderator:
    """Morgan, who manages the server."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def command(self, name: str, **options: Any) -> Message:
        """What a command brings."""
        world = self.world
        result = await world.morgan.slash(world.channel, f"reflection {name}", **options)
        return result.response

    async def preview(self, channel: Any = None, **options: Any) -> Message:
        """The preview that setting up begins with; at 8 in London if nothing else is said."""
        chosen = {"time": "8am", "timezone": "Europe/London"} | options
        return await self.command("setup", channel=channel or self.world.channel, **chosen)

    async def set_up(self, channel: Any = None, **options: Any) -> Message:
        """Sets up and saves."""
        return await self.click(await self.preview(channel, **options), "Save")

    async def click(self, message: Message, label: str) -> Message:
        """What a button brings."""
        return await self.world.click(message, label, self.world.morgan)

    async def choose(self, message: Message, channel: Any) -> Message:
        """What the choice of a channel in a menu brings."""
        menu = "Choose a channel…"
        return await self.world.choose(message, menu, f"#{channel.name}", self.world.morgan)


async def next_at(world: World, channel: Any = None) -> datetime:
    """When the next post is due."""
    wanted = (channel or world.channel).id
    standing = await world.bot.reflections.channels.status(world.guild.id)
    found = next(one.next_at for one in standing if one.setup.channel_id == wanted)
    assert found is not None
    return found


async def deliver(world: World, at: datetime | None = None) -> int:
    """Lets it be `at`, or when the next post is due, and delivers."""
    world.clock.instant = at or await next_at(world)
    return await world.bot.reflections.deliver_due(world.clock.instant)


def posts(world: World, channel: Any = None) -> list[discord.Message]:
    """The daily reflections in a channel."""
    return [
        message
        for message in (channel or world.channel).history()
        if message.type is discord.MessageType.default and "Today’s passage" in text(message)
    ]


def text(message: discord.Message) -> str:
    """All that a message says."""
    return str([component.to_dict() for component in message.components])


def forbid(world: World, channel: Any = None, **permissions: bool) -> None:
    """Takes permissions in a channel from the bot; True gives them back."""
    assert world.bot.user is not None
    allow, deny = discord.PermissionOverwrite(**permissions).pair()
    overwrite = Overwrite(world.bot.user.id, OverwriteType.MEMBER, allow.value, deny.value)
    world.env.backend.set_overwrite((channel or world.channel).id, overwrite)


def allow_reflection(world: World, member: Any) -> None:
    """Lets a member use /reflection by the server's settings for commands."""
    command = world.env.backend.find_command("reflection", world.guild.id, type=1)
    assert command is not None
    world.guild.set_command_permissions(int(command["id"]), {member: True})
