"""/help and /privacy."""

import io
import json
from collections.abc import Callable

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.moderating import Shown, is_moderator, moderate
from bot.cogs.replies import alone, reply
from bot.posting import Posting
from bot.shelf import Shelf
from bot.ui.notices import (
    ERASED,
    KEPT,
    erase_question,
    export_message,
    help_message,
    notice,
    privacy_message,
)
from bot.ui.reflection_state import Stored


class About(commands.Cog):
    """What the bot does, and what it stores."""

    def __init__(
        self, bot: commands.Bot, shelf: Shelf, mention: Callable[[str], str], posting: Posting
    ) -> None:
        """`mention` makes the clickable mention of a command from its name."""
        self._bot = bot
        self._shelf = shelf
        self._mention = mention
        self._posting = posting

    @app_commands.command(description="What you can do here, in a few lines.")
    async def help(self, interaction: discord.Interaction) -> None:
        """A short help."""
        me = self._bot.user.mention if self._bot.user else "me"
        view = help_message(self._mention, me, await self._shelf.suggest(""))
        await reply(interaction, view, private=not alone(interaction))

    @app_commands.command(
        description="What is stored, exactly; moderators can download and erase it."
    )
    async def privacy(self, interaction: discord.Interaction) -> None:
        """What is stored, exactly."""
        view = privacy_message(moderator=is_moderator(interaction))
        await reply(interaction, view, private=not alone(interaction))

    @commands.Cog.listener("on_stored_pressed")
    async def _stored(self, interaction: discord.Interaction, pressed: Stored) -> None:
        await moderate(interaction, lambda: self._act(interaction, pressed.verb), in_place=True)

    async def _act(self, interaction: discord.Interaction, verb: str) -> Shown:
        assert interaction.guild_id is not None
        match verb:
            case "export":
                kept = await self._posting.servers.export(interaction.guild_id)
                data = json.dumps(kept, indent=2, ensure_ascii=False).encode()
                name = f"attune-{interaction.guild_id}.json"
                return Shown(
                    export_message(name), [discord.File(io.BytesIO(data), name)], fresh=True
                )
            case "erase":
                return Shown(erase_question())
            case "forget":
                await self._posting.servers.forget(interaction.guild_id)
                return Shown(notice(ERASED))
        return Shown(notice(KEPT))
