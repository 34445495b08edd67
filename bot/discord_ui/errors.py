"""The one path of whatever goes wrong: a sentence for the member, the story for the operator."""

import logging
import secrets
from contextlib import suppress

import discord
from discord import app_commands, ui

from bot.discord_ui import notices
from bot.discord_ui.refusals import REFUSALS
from bot.discord_ui.replies import nonce, reply
from bot.errors import OperatorError, UserError

log = logging.getLogger(__name__)

_TYPING = discord.InteractionType.autocomplete
# A refusal of these codes comes as 403 as well, whatever the bot may do there.
_NOT_OF_PERMISSIONS = {160005, 50083, 200000, 240000}
_NEEDED = ("view_channel", "send_messages", "send_messages_in_threads", "attach_files")


async def explain(error: BaseException, where: str, told: object = None) -> None:
    """Logs what went wrong in `where` and tells the member, if `told` is their request.

    The log holds neither what a member wrote nor who it was.
    """
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    view = _expected(cause, told)
    if view is None:
        reference = secrets.token_hex(3)
        named = {"reference": reference}
        if isinstance(cause, OperatorError):
            log.error("%s failed (reference %s): %s", where, reference, cause, extra=named)
        else:
            log.error("%s failed (reference %s)", where, reference, exc_info=cause, extra=named)
        view = notices.went_wrong(reference)
    with suppress(discord.HTTPException):
        if isinstance(told, discord.Interaction) and told.type is _TYPING:
            await told.response.autocomplete([])
        elif isinstance(told, discord.Interaction):
            await reply(told, view, private=True)
        elif isinstance(told, discord.Message):
            await told.reply(view=view, mention_author=False, nonce=nonce(told))


def _expected(error: BaseException, told: object) -> ui.LayoutView | None:
    match error:
        case UserError():
            return notices.notice(str(error))
        case app_commands.MissingPermissions():
            return notices.member_lacks(permission_names(error.missing_permissions))
        case app_commands.BotMissingPermissions():
            return notices.missing_permissions(permission_names(error.missing_permissions))
        case app_commands.CommandOnCooldown():
            return notices.wait_a_moment(error.retry_after, busy=False)
        case app_commands.NoPrivateMessage():
            return notices.notice(notices.SERVER_ONLY)
        case (
            app_commands.CommandSignatureMismatch()
            | app_commands.CommandNotFound()
            | app_commands.TransformerError()
        ):
            return notices.notice(notices.COMMAND_CHANGED)
        case app_commands.CheckFailure():
            return notices.notice(notices.NOT_ALLOWED)
        case discord.Forbidden() if isinstance(told, discord.Interaction):
            lacking = lacks(told.app_permissions)
            if lacking and error.code not in _NOT_OF_PERMISSIONS:
                return notices.missing_permissions(lacking)
    if isinstance(error, discord.HTTPException) and error.code in REFUSALS:
        return notices.notice(REFUSALS[error.code])
    if type(error) is app_commands.AppCommandError:  # what Discord sent does not fit together
        return notices.notice(notices.COMMAND_CHANGED)
    return None


def lacks(held: discord.Permissions) -> list[str]:
    """What the bot needs to post and does not hold, in the words of Discord's settings."""
    return permission_names([name for name in _NEEDED if not getattr(held, name)])


def permission_names(names: list[str]) -> list[str]:
    """Permissions as Discord's settings call them: "Send Messages" for send_messages."""
    return [name.replace("_", " ").replace("guild", "server").title() for name in names]
