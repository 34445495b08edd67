"""Replies: who sees them, what keeps them single, what becomes of those that come too late."""

import logging
from collections.abc import Awaitable, Callable, Sequence

import aiohttp
import discord
from discord import ui

from bot.discord_ui.once import Unanswered, only_once

log = logging.getLogger(__name__)

# An interaction that Discord gave up waiting for, a webhook that has run out, a message or a
# channel that somebody deleted meanwhile: nobody is left to tell.
_GONE = {10003, 10008, 10015, 10062}
_ANSWERED_TWICE = 40060
_ANSWERED = "answered"
_HELD = {discord.InteractionResponseType.deferred_channel_message}


def nonce(message: discord.Message) -> str:
    """The nonce of whatever answers `message`, so that it is answered once.

    Discord gives back the first message for it within some minutes: where a request is repeated
    because its answer was lost, and where two processes saw the same message.
    """
    return f"re{message.id}"  # at most 25 characters


def alone(interaction: discord.Interaction) -> bool:
    """Whether the member is alone with the bot, in its direct messages."""
    return interaction.context.dm_channel


def only_theirs(interaction: discord.Interaction) -> bool:
    """Whether the message with the pressed control is seen by this member only."""
    message = interaction.message
    return alone(interaction) or (message is not None and message.flags.ephemeral)


async def reply(
    interaction: discord.Interaction,
    view: ui.LayoutView,
    *,
    private: bool,
    files: Sequence[discord.File] = (),
) -> None:
    """Answers with a new message; `private` shows it to this member only."""
    response = interaction.response
    try:
        if response.type in _HELD and not interaction.extras.get(_ANSWERED):
            # However often that comes, it is the one answer to the interaction.
            await interaction.edit_original_response(view=view, attachments=files)
            interaction.extras[_ANSWERED] = True
        elif response.is_done():
            with only_once():
                await interaction.followup.send(view=view, ephemeral=private, files=files)
        elif files:  # read to their end by now, if the connection breaks
            await response.send_message(view=view, ephemeral=private, files=files)
        else:
            await surely(lambda: response.send_message(view=view, ephemeral=private))
    except discord.HTTPException as error:
        _unless_nobody_waits(error)
    except Unanswered as error:
        log.warning("A reply may be missing, as it is not sent a second time: %s", error)


async def turn(interaction: discord.Interaction, view: ui.LayoutView) -> None:
    """Answers in the same message where it is the member's own, else in a private one."""
    if not only_theirs(interaction):
        await reply(interaction, view, private=True)
        return
    try:
        await surely(lambda: interaction.response.edit_message(view=view))
    except discord.HTTPException as error:
        _unless_nobody_waits(error)


async def hold(interaction: discord.Interaction, *, private: bool) -> None:
    """Tells Discord that the reply takes a moment."""
    try:
        await surely(lambda: interaction.response.defer(ephemeral=private, thinking=True))
    except discord.HTTPException as error:
        _unless_nobody_waits(error)


async def surely(request: Callable[[], Awaitable[object]]) -> None:
    """Makes a request of Discord, and once more if the connection broke meanwhile.

    For what Discord carries out once however often it comes: the first answer to an interaction,
    and a message with a nonce.
    """
    try:
        await request()
    except (OSError, aiohttp.ClientError):
        await request()


def _unless_nobody_waits(error: discord.HTTPException) -> None:
    if error.code not in _GONE and error.code != _ANSWERED_TWICE:
        raise error
    log.info("A reply found nobody waiting (Discord's code %d)", error.code)
