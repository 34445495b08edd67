"""What happens when a control is pressed: one handler for each kind of state."""

import re
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Protocol, Self, TypeVar, cast

import discord
from discord import ui

from bot.discord_ui.custom_id import PREFIX, Outdated, State, parse
from bot.discord_ui.errors import report_error

Handler = Callable[[discord.Interaction, Any], Awaitable[None]]

_Owner = TypeVar("_Owner")
_State = TypeVar("_State", bound=State)
_Method = Callable[[_Owner, discord.Interaction, _State], Awaitable[None]]

_MARK = "__handled_state__"


def handles(
    kind: type[_State],
) -> Callable[[_Method[_Owner, _State]], _Method[_Owner, _State]]:
    """Marks a method as the handler of the controls that carry a state of `kind`."""

    def mark(method: _Method[_Owner, _State]) -> _Method[_Owner, _State]:
        setattr(method, _MARK, kind)
        return method

    return mark


class Handlers:
    """The handlers of all controls, by the class of the state that they carry."""

    def __init__(self) -> None:
        self._by_state: dict[type[State], Handler] = {}

    def add(self, owner: object) -> None:
        """Registers the marked methods of `owner`. Raises ValueError for a second handler."""
        for kind, handler in _marked(owner):
            if kind in self._by_state:
                raise ValueError(f"{kind.__name__} has two handlers")
            self._by_state[kind] = handler

    @property
    def states(self) -> frozenset[type[State]]:
        """The kinds of state that have a handler."""
        return frozenset(self._by_state)

    async def handle(self, interaction: discord.Interaction, state: State) -> None:
        """Calls the handler of `state`; an error is reported to the member."""
        try:
            await self._by_state[type(state)](interaction, state)
        except Exception as error:
            await report_error(error, f"A press of {type(state).__name__}", interaction)


def _marked(owner: object) -> Iterator[tuple[type[State], Handler]]:
    for name in dir(type(owner)):
        kind = getattr(getattr(type(owner), name), _MARK, None)
        if kind is not None:
            yield kind, getattr(owner, name)


class Control(
    ui.DynamicItem[ui.Item[Any]], template=re.compile(re.escape(PREFIX) + r".+", re.DOTALL)
):
    """Any control of ours, found again by its custom id, however old its message is.

    A press goes to the handler of its state; the client has them all as `handlers`.
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
        """Calls the handler of the state."""
        client = cast("_Client", interaction.client)
        await client.handlers.handle(interaction, self.state)


async def dispatch(interaction: discord.Interaction, custom_id: str) -> None:
    """Calls the handler of the state in `custom_id`, or that of Outdated if it is not ours."""
    state = parse(custom_id) if custom_id.startswith(PREFIX) else Outdated()
    await cast("_Client", interaction.client).handlers.handle(interaction, state)


class _Client(Protocol):
    handlers: Handlers
