"""The daily reflections of this process: a ticker that delivers what is due."""

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from datetime import datetime

from discord.ext import commands, tasks

from bot.features.daily.channels import Channels
from bot.features.daily.claims import backlog
from bot.features.daily.delivery import Delivery
from bot.features.daily.messenger import Messenger
from bot.features.daily.results import Outcome
from bot.features.daily.servers import Servers
from bot.retrieval import Library
from bot.retrieval.service import TextService
from bot.storage.connection import DatabaseConnection

log = logging.getLogger(__name__)

_TICK = 10.0  # seconds
_TICKS_AT_ONCE = 4


class ReflectionService:
    """Delivers what is due, as soon as the database is open.

    Whatever needs the database raises DatabaseError until then.
    """

    def __init__(
        self,
        bot: commands.Bot,
        connection: DatabaseConnection,
        texts: TextService,
        messenger: Messenger,
        now: Callable[[], datetime],
        on_outcomes: Callable[[Sequence[Outcome]], None],
        *,
        single_process: bool,
    ) -> None:
        """`on_outcomes` is told what came of posts; `single_process` says that no other process shares them."""
        self._single_process = single_process
        self._connection = connection
        self._bot, self._texts, self._messenger, self._now = bot, texts, messenger, now
        self._report = on_outcomes
        self._last_progress: datetime | None = None
        # New for every start: a claim of an earlier run must not look like this one's.
        self._owner = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
        self._made: tuple[Library, Delivery] | None = None
        self._ticks: dict[asyncio.Task[None], Delivery] = {}
        # A plain sleep would do, were it not that simulations know this one to be idle.
        self._ticker = tasks.loop(seconds=_TICK)(self._tick)

    async def open(self) -> None:
        """Opens the database if that can be, and begins to deliver. Raises nothing."""
        await self._open()
        self._ticker.start()

    async def leave(self, seconds: float) -> None:
        """Begins no more deliveries; those under way may finish what they asked of Discord.

        What they have not begun is given back for other processes. After so many `seconds` they
        are cut off: what may still reach Discord stays claimed until its lease has run out.
        """
        self._ticker.cancel()
        for delivery in set(self._ticks.values()):
            delivery.leave()
        if self._ticks:
            _, left = await asyncio.wait(self._ticks, timeout=seconds)
            for tick in left:
                tick.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def close(self) -> None:
        """Cuts off what is still being delivered."""
        await self.leave(0)
        self._made = None

    async def deliver_due(self, now: datetime) -> int:
        """Posts all that is due at `now`, and returns how many messages it sent.

        Safe to call from several processes at once. Raises DatabaseError.
        """
        return await self._delivery().deliver_due(now)

    @property
    def is_open(self) -> bool:
        """Whether the database is open."""
        return self._connection.is_open

    @property
    def trouble(self) -> str | None:
        """Why posts cannot be delivered, in a sentence; None if nothing is known to be wrong."""
        if not self._connection.is_open:
            return self._connection.trouble
        return self._made[1].trouble if self._made is not None else None

    @property
    def last_progress(self) -> datetime | None:
        """When a tick last ended, or settled something; None while the database is not open."""
        return self._last_progress

    async def backlog(self) -> int:
        """How many posts are due now and not yet settled. Raises DatabaseError."""
        return await backlog(self._connection.database, self._now())

    @property
    def channels(self) -> Channels:
        """What moderators do to their channels. Raises DatabaseError while there is none."""
        return self._delivery().channels

    @property
    def servers(self) -> Servers:
        """What is kept of servers. Raises DatabaseError while there is none."""
        return self._delivery().servers

    def _delivery(self) -> Delivery:
        database, library = self._connection.database, self._texts.library
        if self._made is None or self._made[0] is not library:  # texts were loaded again
            made = Delivery(
                database,
                library.essays,
                self._messenger,
                owner=self._owner,
                now=self._now,
                on_outcomes=self._on_outcomes,
            )
            self._made = (library, made)
        return self._made[1]

    def _on_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        self._last_progress = self._now()
        self._report(outcomes)

    async def _open(self) -> None:
        if not await self._connection.open():
            return
        self._last_progress = self._now()
        database = self._connection.database
        log.info("Daily reflections are kept in %s", database.name)
        if database.file is not None and not self._single_process:
            log.warning(
                "Processes share daily reflections only through PostgreSQL; set DATABASE_URL"
            )
        self._bot.dispatch("reflections_open")

    async def _tick(self) -> None:
        """Begins a delivery, without waiting for the one before: that may wait for a channel."""
        if not self._connection.is_open:
            await self._open()
        elif len(self._ticks) < _TICKS_AT_ONCE:
            delivery = self._delivery()
            tick = asyncio.create_task(delivery.tick())
            self._ticks[tick] = delivery
            tick.add_done_callback(self._ended)

    def _ended(self, tick: asyncio.Task[None]) -> None:
        del self._ticks[tick]
        self._last_progress = self._now()
