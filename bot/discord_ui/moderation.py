"""What only moderators may do: who is one, and replies that may have to wait for the database."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, cast

import discord
from discord import ui

from bot.discord_ui.errors import permission_names
from bot.discord_ui.notices import SERVER_ONLY, member_lacks, notice
from bot.discord_ui.replies import hold, reply
from bot.errors import UserError

log = logging.getLogger(__name__)

_PATIENCE = 1.5  # seconds, of the three that Discord allows
_LET_IN_FOR = timedelta(minutes=15)
_MOST_LET_IN = 1_000


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


class LetIn:
    """Members without Manage Server whom a server's settings let use a command, for a while.

    Who may use a command is for those settings to say (Integrations); Discord asks them for the
    command, and for its buttons nobody does.
    """

    def __init__(self) -> None:
        self._since: OrderedDict[tuple[int | None, int, str], datetime] = OrderedDict()

    def note(self, interaction: discord.Interaction, command: str) -> None:
        """Discord let the member use a command of the family `command`."""
        key = (interaction.guild_id, interaction.user.id, command)
        self._since[key] = interaction.created_at
        self._since.move_to_end(key)
        if len(self._since) > _MOST_LET_IN:
            self._since.popitem(last=False)

    def __call__(self, interaction: discord.Interaction, command: str) -> bool:
        """Whether that was so within the last quarter of an hour."""
        since = self._since.get((interaction.guild_id, interaction.user.id, command))
        return since is not None and interaction.created_at - since < _LET_IN_FOR


class _Client(Protocol):
    let_in: LetIn


def may_moderate(interaction: discord.Interaction, command: str | None) -> bool:
    """Whether the member may do what the command family `command` does.

    Whoever Discord lets use it may, and may press its buttons for a while. For any other press,
    and if `command` is None, it takes Manage Server.
    """
    if interaction.guild_id is None or command is None or is_moderator(interaction):
        return is_moderator(interaction)
    let_in = cast("_Client", interaction.client).let_in
    if interaction.type is discord.InteractionType.application_command:
        let_in.note(interaction, command)
    return let_in(interaction, command)


async def moderate(
    interaction: discord.Interaction,
    work: Callable[[], Awaitable[Shown]],
    *,
    in_place: bool = False,
    command: str | None = None,
) -> None:
    """Does `work` for a moderator, and shows what came of it to them alone.

    `in_place` shows it in the message whose control was pressed; `command` is the command family
    that the work belongs to (see `may_moderate`). A UserError is shown as it is.
    """
    if not may_moderate(interaction, command):
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
