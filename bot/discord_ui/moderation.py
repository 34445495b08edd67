"""What only moderators may do: who is one, and replies that may have to wait for the database."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import discord
from discord import ui

from bot.discord_ui.errors import permission_names
from bot.discord_ui.notices import SERVER_ONLY, member_lacks, notice
from bot.discord_ui.replies import hold, reply
from bot.errors import UserError

log = logging.getLogger(__name__)

_PATIENCE = 1.5  # seconds, of the three that Discord allows


@dataclass(frozen=True, slots=True)
class Shown:
    """What a moderator gets to see; `fresh` is a message of its own, whatever was pressed."""

    view: ui.LayoutView
    files: Sequence[discord.File] = ()
    fresh: bool = False


def is_moderator(interaction: discord.Interaction) -> bool:
    """Whether the member has Manage Server here."""
    held = interaction.permissions
    return interaction.guild_id is not None and (held.manage_guild or held.administrator)


async def moderate(
    interaction: discord.Interaction,
    work: Callable[[], Awaitable[Shown]],
    *,
    in_place: bool = False,
) -> None:
    """Does `work` for a moderator, and shows what came of it to them alone.

    `in_place` shows it in the message whose control was pressed. A UserError is shown as it is.
    """
    if not is_moderator(interaction):
        lacks = member_lacks(permission_names(["manage_guild"]))
        refusal = notice(SERVER_ONLY) if interaction.guild_id is None else lacks
        await reply(interaction, refusal, private=True)
        return
    doing = asyncio.ensure_future(_done(work))
    finished, _ = await asyncio.wait({doing}, timeout=_PATIENCE)
    if not finished and in_place:
        await interaction.response.defer()
    elif not finished:
        await hold(interaction, private=True)
    shown = await doing
    if in_place and not shown.fresh:
        await _show_in_place(interaction, shown)
    else:
        await reply(interaction, shown.view, private=True, files=shown.files)


async def _done(work: Callable[[], Awaitable[Shown]]) -> Shown:
    try:
        return await work()
    except UserError as mistake:
        return Shown(notice(str(mistake)), fresh=True)


async def _show_in_place(interaction: discord.Interaction, shown: Shown) -> None:
    try:
        if interaction.response.is_done():
            await interaction.edit_original_response(view=shown.view, attachments=shown.files)
        else:
            await interaction.response.edit_message(view=shown.view, attachments=shown.files)
    except discord.NotFound:
        log.info("A reply found nobody waiting")
