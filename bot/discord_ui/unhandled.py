"""Replies to interactions that nothing else handles."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import discord
from discord.ext import commands

from bot.discord_ui.custom_id import PREFIX, Menu, Outdated
from bot.discord_ui.handlers import dispatch, handles
from bot.discord_ui.notices import OUTDATED, notice
from bot.discord_ui.replies import reply
from bot.translation import gettext as _

log = logging.getLogger(__name__)

_COMMANDS = {discord.InteractionType.application_command, discord.InteractionType.autocomplete}


class UnhandledInteractions(commands.Cog):
    """Replies to interactions that discord.py would silently drop.

    These are controls of other programs, controls that their message does not have, and unknown
    kinds of interaction.
    """

    @commands.Cog.listener("on_interaction")
    async def answer(self, interaction: discord.Interaction) -> None:
        """Answers if nothing else will; what is entered into a dialog goes to its handler."""
        custom_id = str(dict(interaction.data or {}).get("custom_id", ""))
        if interaction.type is discord.InteractionType.modal_submit:
            await dispatch(interaction, custom_id)
        elif interaction.type not in _COMMANDS and not _is_pressed_control(interaction):
            await reply(interaction, notice(_(OUTDATED)), private=True)

    @handles(Menu)
    async def answer_empty(self, interaction: discord.Interaction, pressed: Menu) -> None:
        """Answers a menu of which nothing was chosen."""
        await reply(interaction, notice(_(OUTDATED)), private=True)

    @handles(Outdated)
    async def say_outdated(self, interaction: discord.Interaction, pressed: Outdated) -> None:
        """Replies to a button of another version."""
        await reply(interaction, notice(_(OUTDATED)), private=True)


def skip_unreadable_events(parsers: dict[str, Callable[[Any], Any]]) -> None:
    """Makes discord.py skip events that it cannot parse, instead of closing the connection.

    READY is excepted: without it the bot cannot work.
    """
    for event, parse in parsers.items():
        if event != "READY":
            parsers[event] = _SkippingParser(event, parse)


class _SkippingParser:
    def __init__(self, event: str, parse: Callable[[Any], Any]) -> None:
        self._event, self._parse = event, parse

    def __call__(self, data: Any) -> None:
        try:
            self._parse(data)
        except Exception as error:
            log.error("Skipped an event %s that cannot be parsed", self._event, exc_info=error)


def _is_pressed_control(interaction: discord.Interaction) -> bool:
    """Whether a control of ours was pressed that its message really has."""
    data: dict[str, Any] = dict(interaction.data or {})
    custom_id = str(data.get("custom_id", ""))
    if interaction.message is None or not custom_id.startswith(PREFIX) or custom_id == PREFIX:
        return False
    pressed = (data.get("component_type"), custom_id)
    return any(pressed == one for one in _controls(interaction.message.components))


def _controls(components: Iterable[Any]) -> Iterator[tuple[int, str | None]]:
    for component in components:
        yield component.type.value, getattr(component, "custom_id", None)
        yield from _controls(getattr(component, "children", ()))
