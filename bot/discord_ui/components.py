"""Buttons, menus, and messages made of them."""

from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord import ui

from bot.discord_ui.custom_id import Menu, State
from bot.wording import clipped

_LONGEST_LABEL = 80
_LONGEST_OPTION = 100
_MOST_OPTIONS = 25


def button(
    label: str, state: State, *, main: bool = False, disabled: bool = False
) -> ui.Button[Any]:
    """A button that says `label` and carries `state`; `main` is the one to press first."""
    style = discord.ButtonStyle.primary if main else discord.ButtonStyle.secondary
    text = clipped(label, _LONGEST_LABEL)
    return ui.Button(label=text, custom_id=state.custom_id, style=style, disabled=disabled)


def menu(name: str, prompt: str, options: Iterable[tuple[str, State]]) -> ui.Select[Any]:
    """A menu of up to 25 labelled states, of which a member chooses one."""
    unique = {state.custom_id: label for label, state in options}
    chosen = [
        discord.SelectOption(label=clipped(label, _LONGEST_OPTION), value=custom_id)
        for custom_id, label in list(unique.items())[:_MOST_OPTIONS]
    ]
    return ui.Select(custom_id=Menu(name).custom_id, placeholder=prompt, options=chosen)


def layout(*items: ui.Item[Any]) -> ui.LayoutView:
    """A message of `items`, already stopped, so that discord.py does not keep it.

    Presses are routed by custom id. discord.py would keep every private view in memory, with a
    task, for 15 minutes.
    """
    view = ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    view.stop()
    return view


def rows(buttons: Sequence[ui.Button[Any]]) -> list[ui.ActionRow[Any]]:
    """The buttons, five to a row."""
    return [ui.ActionRow(*buttons[start : start + 5]) for start in range(0, len(buttons), 5)]
