"""An event loop whose time goes faster, so that a test need not wait for what takes minutes."""

import asyncio
import selectors
import time
from datetime import UTC, datetime, timedelta


class HurriedLoop(asyncio.SelectorEventLoop):
    """A loop on which `speed` seconds pass in each."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        super().__init__(_HurriedSelector(speed))

    def time(self) -> float:
        """The loop's clock, in its own seconds."""
        return super().time() * self._speed


class HurriedPolicy(asyncio.DefaultEventLoopPolicy):
    """Makes loops of that speed."""

    def __init__(self, speed: float) -> None:
        super().__init__()
        self._speed = speed

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        """A new loop."""
        return HurriedLoop(self._speed)


class _HurriedSelector(selectors.DefaultSelector):
    def __init__(self, speed: float) -> None:
        super().__init__()
        self._speed = speed

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(timeout and timeout / self._speed)


class Hurry:
    """A clock that several processes share: `speed` seconds pass in each, from `origin` on.

    `started` is what the computer's monotonic clock showed then; none takes it now.
    """

    def __init__(self, speed: float, origin: datetime, started: float | None = None) -> None:
        self.speed, self.origin = speed, origin
        self.started = time.monotonic() if started is None else started

    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.origin + timedelta(seconds=self.seconds())

    def seconds(self) -> float:
        """The clock's own seconds since it was started."""
        return (time.monotonic() - self.started) * self.speed

    def written(self) -> list[str]:
        """The clock as words of a command line, for `read`."""
        return [repr(self.speed), repr(self.origin.timestamp()), repr(self.started)]

    @classmethod
    def read(cls, words: list[str]) -> "Hurry":
        """The clock that `written` wrote."""
        speed, origin, started = map(float, words)
        return cls(speed, datetime.fromtimestamp(origin, UTC), started)
