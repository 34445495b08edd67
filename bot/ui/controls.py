"""Buttons and menus, and how a press of one finds its way back."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Self

import discord
from discord import ui

from bot.ui.state import PREFIX, Menu, State, parse
from bot.ui.text import clipped

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
    """A message of `items`, of which nothing need be remembered once it is sent.

    Every control is found by its custom id. A view that is stopped before it is sent is not kept
    by discord.py, which would hold each private one, with a task, for a quarter of an hour.
    """
    view = ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    view.stop()
    return view


def rows(buttons: Sequence[ui.Button[Any]]) -> list[ui.ActionRow[Any]]:
    """The buttons, five to a row."""
    return [ui.ActionRow(*buttons[start : start + 5]) for start in range(0, len(buttons), 5)]


class Control(
    ui.DynamicItem[ui.Item[Any]], template=re.compile(re.escape(PREFIX) + r".+", re.DOTALL)
):
    """Any control of ours, found again by its custom id, however old its message is.

    A press becomes an event named after the action, `on_context_pressed` for "context", with the
    interaction and the state; the part of the bot that knows what to do listens for it.
    """

    def __init__(self, item: ui.Item[Any], state: State) -> None:
        super().__init__(item)
        self.state = state

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The control that was pressed; for a menu, what was chosen of it."""
        data: dict[str, Any] = dict(interaction.data or {})
        return cls(item, parse(next(iter(data.get("values") or [match.string]))))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Tells the bot."""
        interaction.client.dispatch(f"{self.state.action}_pressed", interaction, self.state)
