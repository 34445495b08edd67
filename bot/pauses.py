"""How long to wait before connecting again: longer each time, but never long."""

import random
from typing import Literal

from discord.backoff import ExponentialBackoff

_LONGEST_OF_A_SHARD = 30.0  # seconds
_SHORTEST, _LONGEST = 1.0, 60.0  # seconds


class ShardPauses(ExponentialBackoff[Literal[False]]):
    """The pauses of one connection to Discord.

    With discord.py's own, which grow to a quarter of an hour, a shard would stay away long after
    an outage of some minutes has ended.
    """

    def delay(self) -> float:
        """The next pause in seconds, by chance, so that not all shards come back at once."""
        return min(super().delay(), random.uniform(_LONGEST_OF_A_SHARD / 2, _LONGEST_OF_A_SHARD))


class Pauses:
    """The pauses between one run of the bot and the next, when Discord cannot be reached."""

    def __init__(self) -> None:
        self._next = _SHORTEST

    def after(self, connected: float) -> float:
        """The pause in seconds after a run that was connected for so many seconds."""
        if connected > _LONGEST:
            self._next = _SHORTEST
        pause = self._next
        self._next = min(2 * pause, _LONGEST)
        return pause
