"""How many questions a member and a channel may ask."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

_SECONDS = 10
_MEMBER = 5
_CHANNEL = 40


@dataclass(frozen=True, slots=True)
class Wait:
    """Asks a member to wait some `seconds`; `busy` if it is the whole channel that must."""

    seconds: float
    busy: bool


class RateLimit:
    """Limits members gently: 5 questions in 10 seconds each, and 40 in a channel."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._members = _Limit(_MEMBER)
        self._channels = _Limit(_CHANNEL)
        self._told = _Limit(1)

    def question(self, member: int, channel: int) -> Wait | None:
        """Counts a question; how long it has to wait, or None to go ahead."""
        now = self._now().timestamp()
        if seconds := self._members.wait(member, now):
            return Wait(seconds, busy=False)
        if seconds := self._channels.wait(channel, now):
            return Wait(seconds, busy=True)
        return None

    def may_be_told(self, member: int) -> bool:
        """Whether to tell `member` in the channel that they have to wait: once is enough."""
        return not self._told.wait(member, self._now().timestamp())


class _Limit:
    """So many times in ten seconds for each key, counted from the first of them.

    The library's own cooldowns look at every key that they remember each time; here only those
    are looked at whose time is over, however many ask.
    """

    def __init__(self, times: int) -> None:
        self._times = times
        self._windows: dict[int, tuple[float, int]] = {}  # the oldest first

    def wait(self, key: int, now: float) -> float:
        """Counts one more time: 0.0. If it is one too many: the seconds to wait for the next."""
        self._forget(now)
        began, count = self._windows.get(key, (now, 0))
        if count == self._times:
            return began + _SECONDS - now
        self._windows[key] = (began, count + 1)
        return 0.0

    def _forget(self, now: float) -> None:
        while self._windows:
            oldest = next(iter(self._windows))
            if self._windows[oldest][0] + _SECONDS > now:
                return
            del self._windows[oldest]
