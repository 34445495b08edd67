"""Commands for moderators: who may use them, and their replies, deferred if the work takes long."""

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
from bot.discord_ui.replies import defer, reply
from bot.errors import UserError
from bot.translation import gettext as _

log = logging.getLogger(__name__)

_DEFER_AFTER = 1.5  # seconds, of the three that Discord allows
_GRANTED_FOR = timedelta(minutes=15)
_MOST_GRANTS = 1_000


@dataclass(frozen=True, slots=True)
class ModeratorReply:
    """What a moderator is shown; with `new_message`, never by editing an earlier message."""

    view: ui.LayoutView
    files: Sequence[discord.File] = ()
    new_message: bool = False


def is_moderator(interaction: discord.Interaction) -> bool:
    """Whether the member has Manage Server here."""
    held = interaction.permissions
    return interaction.guild_id is not None and (held.manage_guild or held.administrator)


class CommandGrants:
    """Members without Manage Server who were recently allowed to use a command.

    A server decides who may use a command (Integrations). Discord enforces that for the command
    itself, but not for the buttons of its replies; so a command that came through is remembered.
    """

    def __init__(self) -> None:
        self._since: OrderedDict[tuple[int | None, int, str], datetime] = OrderedDict()

    def record(self, interaction: discord.Interaction, command: str) -> None:
        """Remembers that Discord let the member use the command family `command`."""
        key = (interaction.guild_id, interaction.user.id, command)
        self._since[key] = interaction.created_at
        self._since.move_to_end(key)
        if len(self._since) > _MOST_GRANTS:
            self._since.popitem(last=False)

    def allow(self, interaction: discord.Interaction, command: str) -> bool:
        """Whether the member was let through within the last 15 minutes."""
        since = self._since.get((interaction.guild_id, interaction.user.id, command))
        return since is not None and interaction.created_at - since < _GRANTED_FOR


class _Client(Protocol):
    command_grants: CommandGrants


def may_moderate(interaction: discord.Interaction, command: str | None) -> bool:
    """Whether the member may use the command family `command` and its buttons.

    Those with Manage Server always may. Others may if Discord let them use the command, and its
    buttons for 15 minutes after that; never if `command` is None.
    """
    if interaction.guild_id is None or command is None or is_moderator(interaction):
        return is_moderator(interaction)
    grants = cast("_Client", interaction.client).command_grants
    if interaction.type is discord.InteractionType.application_command:
        grants.record(interaction, command)
    return grants.allow(interaction, command)


async def moderate(
    interaction: discord.Interaction,
    work: Callable[[], Awaitable[ModeratorReply]],
    *,
    in_place: bool = False,
    command: str | None = None,
) -> None:
    """Does `work` if the member may moderate, and shows its result to them only.

    `in_place` edits the message whose control was pressed; `command` is the command family that
    the work belongs to (see `may_moderate`). A UserError is shown as it is.
    """
    if not may_moderate(interaction, command):
        lacks = member_lacks(permission_names(["manage_guild"]))
        refusal = notice(_(SERVER_ONLY)) if interaction.guild_id is None else lacks
        await reply(interaction, refusal, private=True)
        return
    task = asyncio.ensure_future(_result(work))
    finished, _working = await asyncio.wait({task}, timeout=_DEFER_AFTER)
    if not finished and in_place:
        await interaction.response.defer()
    elif not finished:
        await defer(interaction, private=True)
    shown = await task
    if in_place and not shown.new_message:
        await _show_in_place(interaction, shown)
    else:
        await reply(interaction, shown.view, private=True, files=shown.files)


async def _result(work: Callable[[], Awaitable[ModeratorReply]]) -> ModeratorReply:
    try:
        return await work()
    except UserError as error:
        return ModeratorReply(notice(str(error)), new_message=True)


async def _show_in_place(interaction: discord.Interaction, shown: ModeratorReply) -> None:
    try:
        if interaction.response.is_done():
            await interaction.edit_original_response(view=shown.view, attachments=shown.files)
        else:
            await interaction.response.edit_message(view=shown.view, attachments=shown.files)
    except discord.NotFound:
        log.info("A reply was dropped: its message is gone")
