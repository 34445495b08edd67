"""Interactions: what members do with commands and buttons, and how the bot answers."""

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from tests.discord_server.world import Json, World, laid_out

_PATIENCE = 3.0  # seconds that Discord waits for the first answer
_KEPT = 900.0  # seconds that an interaction's token lasts
_MESSAGES = {4, 7}  # a new one, and one put in the place of another
_DEFERRED = {5, 6}
_EPHEMERAL = 1 << 6


@dataclass
class Interaction:
    """One interaction. `answered` brings the bot's first answer as it was sent.

    `messages` are those that the bot made or changed for it; `took` is how long the first answer
    was on its way, in seconds.
    """

    id: int
    token: str
    channel_id: int
    asked_at: float
    answered: asyncio.Future[Json]
    messages: list[Json] = field(default_factory=list)
    took: float | None = None

    @property
    def expired(self) -> bool:
        """Whether Discord has given up waiting for the first answer."""
        waited = time.perf_counter() - self.asked_at
        return not self.answered.done() and waited > _PATIENCE


class Interactions:
    """All interactions that still matter, by their tokens."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_token: dict[str, Interaction] = {}

    def begin(self, channel_id: int) -> Interaction:
        """A new interaction, which nobody has answered."""
        self._drop_old()
        begun = Interaction(
            id=self._world.snowflake(),
            token=secrets.token_hex(16),
            channel_id=channel_id,
            asked_at=time.perf_counter(),
            answered=asyncio.get_running_loop().create_future(),
        )
        self._by_token[begun.token] = begun
        return begun

    def of_token(self, token: str) -> Interaction | None:
        """The interaction whose token it is, while that lasts."""
        return self._by_token.get(token)

    def answer(self, interaction: Interaction, body: Json, files: list[Json]) -> Json:
        """Takes the first answer, and returns what Discord says to it."""
        kind = body["type"]
        reply: Json = {"interaction": {"id": str(interaction.id), "type": 2}}
        data = body.get("data") or {}
        if kind in _MESSAGES:
            message = self.post(interaction, data, files)
            reply["resource"] = {"type": kind, "message": message}
            reply["interaction"]["response_message_id"] = message["id"]
        reply["interaction"]["response_message_loading"] = kind in _DEFERRED
        interaction.took = time.perf_counter() - interaction.asked_at
        interaction.answered.set_result(body)
        return reply

    def edit(self, interaction: Interaction, body: Json, files: list[Json]) -> Json:
        """Changes the first answer."""
        if not interaction.messages:
            return self.post(interaction, body, files)
        message = interaction.messages[0]
        message |= {
            "components": laid_out(body.get("components") or [], message["attachments"]),
            "edited_timestamp": self._world.now().isoformat(),
        }
        return message

    def post(self, interaction: Interaction, body: Json, files: list[Json]) -> Json:
        """A message for the interaction; after a deferral the first of them is the answer."""
        world = self._world
        if (body.get("flags") or 0) & _EPHEMERAL:
            message = world.message(interaction.channel_id, world.me, body, files)
        else:
            message = world.add_message(interaction.channel_id, world.me, body, files)
        interaction.messages.append(message)
        return message

    def _drop_old(self) -> None:
        oldest = time.perf_counter() - _KEPT
        while self._by_token:
            token, interaction = next(iter(self._by_token.items()))
            if interaction.asked_at >= oldest:
                return
            del self._by_token[token]


def options(given: dict[str, Any]) -> list[Json]:
    """Options of a command as they go over the wire; their types follow from their values."""
    kinds: dict[type, int] = {bool: 5, int: 4, float: 10, str: 3}
    return [
        {"name": name, "type": kinds[type(value)], "value": value} for name, value in given.items()
    ]
