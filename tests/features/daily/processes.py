"""Processes that deliver, and that can be held up, die or be told to leave at every await of it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.features.daily.delivery import Delivery, DeliveryLimits
from bot.features.daily.posts import Unavailable
from bot.storage import Database
from bot.texts.model import Essay
from tests.features.daily.channel import Crash, Wire, World

REQUEST = DeliveryLimits().request
# How long after it was sent a request may still reach Discord.
UNDER_WAY = 2 * REQUEST


@dataclass
class Plan:
    """What befalls one delivery: faults of Discord, and the steps at which it is held, dies, is
    told to leave, or is cut off after that, so many steps later.
    """

    faults: Sequence[tuple[Exception | None, bool]] = ()
    dies_at: int | None = None
    held_at: int | None = None
    leaves_at: int | None = None
    cut_after: int | None = None


class MortalDatabase(Database):
    """A database whose process may be held or die around every transaction."""

    process: "Process"

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        await self.process.step("begin")
        async with super().write() as connection:
            yield connection
            await self.process.step("commit")
        await self.process.step("committed")


class Process:
    """One process on its own clock, which restarts after it died."""

    def __init__(
        self, number: int, database: MortalDatabase, world: World, essays: Sequence[Essay]
    ) -> None:
        self.number = number
        self.world = world
        self.skew = timedelta()
        self.run: asyncio.Task[int] | None = None
        self._database = database
        self._essays = essays
        self._starts = 0
        self.start()

    def now(self) -> datetime:
        return self.world.now() + self.skew

    def start(self) -> None:
        """A new run of the process, that knows nothing of earlier ones."""
        self._starts += 1
        self._plan = Plan()
        self._steps = 0
        self._dead = False
        self._left_at: int | None = None
        self._gate: asyncio.Event | None = None
        self._reached = asyncio.Event()
        self._held_since: datetime | None = None
        self._database.process = self
        self.wire = Wire(self.world, self.step)
        self.reflections = Delivery(
            self._database,
            self._essays,
            self.wire,
            owner=f"process {self.number}, start {self._starts}",
            now=self.now,
            limits=DeliveryLimits(request=REQUEST, batch=3),
        )

    async def step(self, where: str) -> None:
        """An await of the delivery, at which it may be held or die."""
        if self._dead:
            raise Crash
        self._steps += 1
        if self._steps == self._plan.dies_at:
            self._dead = True
            raise Crash
        if self._steps == self._plan.leaves_at:
            self.leave()
        left, after = self._left_at, self._plan.cut_after
        if left is not None and after is not None and self._steps >= left + after:
            assert self.run is not None
            self.run.cancel()
            await asyncio.Event().wait()
        # Held inside of a transaction it would hold up everybody, until the database gives up.
        if self._steps == self._plan.held_at and where != "commit":
            self._gate, self._held_since = asyncio.Event(), self.world.now()
            self._reached.set()
            await self._gate.wait()
            held = self.world.now() - self._held_since
            self._gate = None
            if self._dead:
                raise Crash
            if where == "request" and held > UNDER_WAY:
                raise Unavailable("The request timed out before it left.")
            if where == "answer" and held > REQUEST:
                raise Unavailable("The answer came too late.")

    def leave(self) -> None:
        """The process is told to leave; once it has, it starts anew."""
        if self._left_at is None:
            self._left_at = self._steps
        self.reflections.leave()

    @property
    def held(self) -> bool:
        return self._gate is not None

    async def deliver(self, plan: Plan) -> int | None:
        """Delivers what is due; the number of posts, or none if it was held or died."""
        self._plan, self._steps = plan, 0
        self.wire.faults.coming = list(plan.faults)
        self._reached.clear()
        self.run = asyncio.create_task(self.reflections.deliver_due(self.now()))
        reached = asyncio.create_task(self._reached.wait())
        await asyncio.wait({self.run, reached}, return_when=asyncio.FIRST_COMPLETED)
        reached.cancel()
        return await self.end() if not self.held else None

    async def release(self) -> None:
        """Lets a process go on that was held."""
        if self._gate is not None:
            self._gate.set()
            await self.end()

    async def kill(self) -> None:
        """The process dies, if it is held, at that step."""
        self._dead = self.held
        await self.release()

    async def cut_off(self) -> None:
        """The time of a process that was told to leave, and is held, is up."""
        if self.held:
            assert self.run is not None
            self.run.cancel()
            await self.end()

    async def end(self) -> int | None:
        assert self.run is not None
        posted = None
        try:
            posted = await self.run
        except BaseExceptionGroup as group:
            if group.split(Crash)[1] is not None:
                raise
        except Crash:
            pass
        except asyncio.CancelledError:
            assert self._left_at is not None
        if self._dead or self._left_at is not None:
            self.start()
        return posted
