"""/help and /privacy."""

import io
import json
from collections.abc import Callable

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_ui.handlers import handles
from bot.discord_ui.learning import Learning
from bot.discord_ui.moderation import ModeratorReply, is_moderator, moderate
from bot.discord_ui.notices import notice
from bot.discord_ui.replies import in_direct_messages, reply
from bot.features.help.messages import (
    ERASED,
    KEPT,
    Stored,
    erase_question,
    export_message,
    help_message,
    privacy_message,
)
from bot.retrieval.service import TextService
from bot.storage.guild_data import GuildData
from bot.translation import gettext as _
from bot.translation import later


class HelpCog(commands.Cog):
    """What the bot does, and what it stores."""

    def __init__(
        self,
        bot: commands.Bot,
        texts: TextService,
        mention: Callable[[str], str],
        guild_data: GuildData,
        learning: Learning,
    ) -> None:
        """`mention` makes the clickable mention of a command from its name."""
        self._bot = bot
        self._texts = texts
        self._mention = mention
        self._guild_data = guild_data
        self._learning = learning

    @app_commands.command(description=later("What you can do here, in a few lines."))
    async def help(self, interaction: discord.Interaction) -> None:
        """A short help."""
        me = self._bot.user.mention if self._bot.user else "me"
        view = help_message(self._mention, me, await self._texts.suggest(""))
        await reply(interaction, view, private=not in_direct_messages(interaction))

    @app_commands.command(
        description=later("What is stored, exactly; moderators can download and erase it.")
    )
    async def privacy(self, interaction: discord.Interaction) -> None:
        """What is stored, exactly."""
        learning = await self._learning.is_on(interaction.guild_id)
        view = privacy_message(moderator=is_moderator(interaction), learning=learning)
        await reply(interaction, view, private=not in_direct_messages(interaction))

    @handles(Stored)
    async def _stored(self, interaction: discord.Interaction, pressed: Stored) -> None:
        await moderate(interaction, lambda: self._act(interaction, pressed.verb), in_place=True)

    async def _act(self, interaction: discord.Interaction, verb: str) -> ModeratorReply:
        assert interaction.guild_id is not None
        match verb:
            case "export":
                kept = await self._guild_data.export(interaction.guild_id)
                data = json.dumps(kept, indent=2, ensure_ascii=False).encode()
                name = f"attune-{interaction.guild_id}.json"
                return ModeratorReply(
                    export_message(name), [discord.File(io.BytesIO(data), name)], new_message=True
                )
            case "erase":
                return ModeratorReply(erase_question())
            case "forget":
                await self._guild_data.erase(interaction.guild_id)
                return ModeratorReply(notice(_(ERASED)))
        return ModeratorReply(notice(_(KEPT)))
