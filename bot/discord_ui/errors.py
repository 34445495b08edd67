"""Reports every error: one sentence to the member, the details to the operator's log."""

import logging
import secrets
from contextlib import suppress

import discord
from discord import app_commands, ui

from bot.discord_ui import notices
from bot.discord_ui.refusals import REFUSALS
from bot.discord_ui.replies import nonce, reply
from bot.errors import OperatorError, UserError
from bot.translation import gettext as _

log = logging.getLogger(__name__)

_TYPING = discord.InteractionType.autocomplete
# A refusal of these codes comes as 403 as well, whatever the bot may do there.
_NOT_OF_PERMISSIONS = {160005, 50083, 200000, 240000}
_NEEDED = ("view_channel", "send_messages", "send_messages_in_threads", "attach_files")


async def report_error(error: BaseException, where: str, request: object = None) -> None:
    """Tells the member what went wrong, if `request` is their interaction or message.

    What is not the member's to fix is logged as a failure of `where`, without what they wrote or
    who they are.
    """
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    view = _expected(cause, request)
    if view is None:
        reference = secrets.token_hex(3)
        named = {"reference": reference}
        if isinstance(cause, OperatorError):
            log.error("%s failed (reference %s): %s", where, reference, cause, extra=named)
        else:
            log.error("%s failed (reference %s)", where, reference, exc_info=cause, extra=named)
        view = notices.went_wrong(reference)
    with suppress(discord.HTTPException):
        if isinstance(request, discord.Interaction) and request.type is _TYPING:
            await request.response.autocomplete([])
        elif isinstance(request, discord.Interaction):
            await reply(request, view, private=True)
        elif isinstance(request, discord.Message):
            await request.reply(view=view, mention_author=False, nonce=nonce(request))


def _expected(error: BaseException, request: object) -> ui.LayoutView | None:
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
            return notices.notice(_(notices.SERVER_ONLY))
        case (
            app_commands.CommandSignatureMismatch()
            | app_commands.CommandNotFound()
            | app_commands.TransformerError()
        ):
            return notices.notice(_(notices.COMMAND_CHANGED))
        case app_commands.CheckFailure():
            return notices.notice(_(notices.NOT_ALLOWED))
        case discord.Forbidden() if isinstance(request, discord.Interaction):
            lacking = missing_permission_names(request.app_permissions)
            if lacking and error.code not in _NOT_OF_PERMISSIONS:
                return notices.missing_permissions(lacking)
    if isinstance(error, discord.HTTPException) and error.code in REFUSALS:
        return notices.notice(_(REFUSALS[error.code]))
    if type(error) is app_commands.AppCommandError:  # what Discord sent does not fit together
        return notices.notice(_(notices.COMMAND_CHANGED))
    return None


def missing_permission_names(held: discord.Permissions) -> list[str]:
    """The permissions that the bot needs to post and lacks, as Discord's settings name them."""
    return permission_names([name for name in _NEEDED if not getattr(held, name)])


def permission_names(names: list[str]) -> list[str]:
    """Permissions as Discord's settings call them: "Send Messages" for send_messages."""
    return [name.replace("_", " ").replace("guild", "server").title() for name in names]
