"""How long to wait for answers, for very many requests at once."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

Result = TypeVar("Result")


class Patience:
    """Gives requests up that take longer than `seconds`; a task makes one request at a time.

    All may take equally long, so that they run out in the order in which they began, and one
    timer serves them all: with one each, as `asyncio.timeout` has, a delivery took a tenth longer.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends: dict[asyncio.Task[Any], float] = {}
        self._late: set[asyncio.Task[Any]] = set()
        self._timer: asyncio.TimerHandle | None = None

    async def wait_for(self, request: Awaitable[Result]) -> Result:
        """What the request answers. Raises TimeoutError if that takes too long."""
        task, loop = asyncio.current_task(), asyncio.get_running_loop()
        assert task is not None
        cancelling = task.cancelling()
        self._ends[task] = loop.time() + self._seconds
        if self._timer is None:
            self._timer = loop.call_later(self._seconds, self._look)
        try:
            return await request
        except asyncio.CancelledError as error:
            # Somebody else may have cancelled the task as well, and then that counts.
            if task in self._late and task.uncancel() <= cancelling:
                raise TimeoutError from error
            raise
        finally:
            self._ends.pop(task, None)
            self._late.discard(task)

    def _look(self) -> None:
        self._timer = None
        loop = asyncio.get_running_loop()
        for task, end in list(self._ends.items()):
            if end > loop.time():
                self._timer = loop.call_at(end, self._look)
                return
            del self._ends[task]
            self._late.add(task)
            task.cancel()
