"""Dialogs: a form that a button opens, and what was entered into it.

All of a dialog's state is in its custom id, as for controls: what is entered goes to the handler
of that state, also after a restart.
"""

from collections.abc import Iterable
from typing import Any

import discord
from discord import ui

from bot.discord_ui.custom_id import State
from bot.wording import clipped

_OPEN_FOR = 900  # seconds; discord.py keeps a dialog that long
_LONGEST_TITLE = 45


async def open_dialog(
    interaction: discord.Interaction, title: str, state: State, *labels: ui.Label[Any]
) -> None:
    """Opens a dialog of up to five labelled controls; `state` says what it is for."""
    modal = ui.Modal(
        title=clipped(title, _LONGEST_TITLE), custom_id=state.custom_id, timeout=_OPEN_FOR
    )
    for label in labels:
        modal.add_item(label)
    await interaction.response.send_modal(modal)


def entered(interaction: discord.Interaction) -> dict[str, list[str]]:
    """What was entered or chosen, by the custom id of each control."""
    data: dict[str, Any] = dict(interaction.data or {})
    return {
        control["custom_id"]: list(control.get("values") or filter(None, [control.get("value")]))
        for control in _controls(data.get("components", []))
    }


def _controls(components: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for component in components:
        if "custom_id" in component:
            yield component
        inner = component.get("component")
        yield from _controls([*component.get("components", []), *([inner] if inner else [])])
