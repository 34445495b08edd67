"""How many questions a member and a channel may ask."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from discord.ext import commands

_SECONDS = 10
_MEMBER = 5
_CHANNEL = 40


@dataclass(frozen=True, slots=True)
class Wait:
    """Asks a member to wait some `seconds`; `busy` if it is the whole channel that must."""

    seconds: float
    busy: bool


class Pace:
    """Limits members gently: 5 questions in 10 seconds each, and 40 in a channel."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._members = _limit(_MEMBER)
        self._channels = _limit(_CHANNEL)
        self._told = _limit(1)

    def question(self, member: int, channel: int) -> Wait | None:
        """Counts a question; how long it has to wait, or None to go ahead."""
        now = self._now().timestamp()
        if seconds := self._members.update_rate_limit(member, now):
            return Wait(seconds, busy=False)
        if seconds := self._channels.update_rate_limit(channel, now):
            return Wait(seconds, busy=True)
        return None

    def may_be_told(self, member: int) -> bool:
        """Whether to tell `member` in the channel that they have to wait: once is enough."""
        return not self._told.update_rate_limit(member, self._now().timestamp())


def _limit(times: int) -> commands.CooldownMapping[int]:
    return commands.CooldownMapping.from_cooldown(times, _SECONDS, lambda key: key)
