"""Replies to members: private or public, never sent twice, and quiet when nobody waits any more."""

import logging
from collections.abc import Sequence

import discord
from discord import ui

from bot.discord_ui.retries import Unanswered, retry_on_disconnect, without_retries

log = logging.getLogger(__name__)

# The interaction or its webhook has expired, or the message or channel was deleted meanwhile.
_GONE = {10003, 10008, 10015, 10062}
_ANSWERED_TWICE = 40060
_ANSWERED = "answered"
_DEFERRED = {discord.InteractionResponseType.deferred_channel_message}


def nonce(message: discord.Message) -> str:
    """The nonce for the reply to `message`, so that it is answered only once.

    When the same nonce comes again within some minutes, Discord returns the first message: after
    a retry whose first response was lost, and where two processes saw the same message.
    """
    return f"re{message.id}"  # at most 25 characters


def in_direct_messages(interaction: discord.Interaction) -> bool:
    """Whether the interaction happens in direct messages with the bot."""
    return interaction.context.dm_channel


def seen_by_member_only(interaction: discord.Interaction) -> bool:
    """Whether only this member sees the message whose control was used."""
    message = interaction.message
    return in_direct_messages(interaction) or (message is not None and message.flags.ephemeral)


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
        if response.type in _DEFERRED and not interaction.extras.get(_ANSWERED):
            # Editing the original response is safe to repeat: there is only one.
            await interaction.edit_original_response(view=view, attachments=files)
            interaction.extras[_ANSWERED] = True
        elif response.is_done():
            with without_retries():
                await interaction.followup.send(view=view, ephemeral=private, files=files)
        elif files:  # cannot be sent again: a failed try has read them to their end
            await response.send_message(view=view, ephemeral=private, files=files)
        else:
            await retry_on_disconnect(lambda: response.send_message(view=view, ephemeral=private))
    except discord.HTTPException as error:
        _raise_unless_gone(error)
    except Unanswered as error:
        log.warning("A reply may be missing; it is not sent again, to avoid a duplicate: %s", error)


async def edit_or_reply(interaction: discord.Interaction, view: ui.LayoutView) -> None:
    """Edits the message if only this member sees it; else replies privately."""
    if not seen_by_member_only(interaction):
        await reply(interaction, view, private=True)
        return
    try:
        await retry_on_disconnect(lambda: interaction.response.edit_message(view=view))
    except discord.HTTPException as error:
        _raise_unless_gone(error)


async def defer(interaction: discord.Interaction, *, private: bool) -> None:
    """Tells Discord that the reply will take longer than three seconds."""
    try:
        await retry_on_disconnect(
            lambda: interaction.response.defer(ephemeral=private, thinking=True)
        )
    except discord.HTTPException as error:
        _raise_unless_gone(error)


def _raise_unless_gone(error: discord.HTTPException) -> None:
    if error.code not in _GONE and error.code != _ANSWERED_TWICE:
        raise error
    log.info(
        "A reply was dropped: its interaction, message or channel is gone (Discord code %d)",
        error.code,
    )
