"""Whose language is spoken: the member's in interactions, the server's in messages."""

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import ContextMenu, TranslationContextLocation, TranslationContextTypes

from bot.translation import speaking, translation

_NAMES = {
    TranslationContextLocation.command_name,
    TranslationContextLocation.group_name,
    TranslationContextLocation.parameter_name,
}


class CommandTranslator(app_commands.Translator):
    """Translates what Discord shows of the commands.

    The names of slash commands and of their options stay as they are: every message names them so.
    """

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: TranslationContextTypes,
    ) -> str | None:
        """The translation; None where there is none."""
        if context.location in _NAMES and not isinstance(context.data, ContextMenu):
            return None
        return translation(string.message, locale)


def speak_their_languages(
    parsers: dict[str, Callable[[Any], Any]],
    guild: Callable[[int | None], discord.Guild | None],
) -> None:
    """Makes all that follows from an event speak the language of those whom it is for.

    That is the member's for an interaction, and the server's for a message, as Discord says no
    member's there. discord.py begins its tasks while it reads an event, and tasks keep the
    language; so this is the one place for commands, controls, dialogs and their errors.
    """
    read_interaction, read_message = parsers["INTERACTION_CREATE"], parsers["MESSAGE_CREATE"]

    def interaction(data: Any) -> None:
        with speaking(data.get("locale")):
            read_interaction(data)

    def message(data: Any) -> None:
        where = guild(int(data["guild_id"])) if data.get("guild_id") else None
        with speaking(where.preferred_locale if where is not None else None):
            read_message(data)

    parsers["INTERACTION_CREATE"], parsers["MESSAGE_CREATE"] = interaction, message
