"""The daily reflections of this process: their database, opened as soon as it can be."""

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Protocol

from discord.ext import commands, tasks

from bot.features.daily.backlog import backlog
from bot.features.daily.channels import Channels
from bot.features.daily.delivery import Delivery
from bot.features.daily.messenger import Messenger
from bot.features.daily.results import Outcome
from bot.features.daily.servers import Servers
from bot.retrieval import Library
from bot.retrieval.service import TextService
from bot.settings import Settings
from bot.storage import Database, DatabaseError, locate

log = logging.getLogger(__name__)

_TICK = 10.0  # seconds
_TICKS_AT_ONCE = 4
_LONGEST_PAUSE = timedelta(minutes=5)


class Counts(Protocol):
    """Who counts what becomes of posts, and how often the database fails."""

    def settled(self, outcomes: Sequence[Outcome]) -> None:
        """Takes note of what came of claims on posts."""
        ...

    def database_failed(self) -> None:
        """Takes note of an error of the database."""
        ...


class DailyReflections:
    """Opens the database, and delivers what is due from then on.

    While the database cannot be opened it is tried again, after growing pauses, and whatever
    needs it raises DatabaseError, whose text says why.
    """

    def __init__(
        self,
        bot: commands.Bot,
        settings: Settings,
        texts: TextService,
        messenger: Messenger,
        now: Callable[[], datetime],
        counts: Counts,
    ) -> None:
        """Raises DatabaseError for a DATABASE_URL that cannot be read."""
        url = settings.database_url
        self._url = locate(url.get_secret_value() if url else None, settings.state_dir)
        self._alone = settings.all_shards
        self._bot, self._texts, self._messenger, self._now = bot, texts, messenger, now
        self._counts = counts
        self._stirred: datetime | None = None
        # New for every start: a claim of an earlier run must not look like this one's.
        self._owner = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
        self._database: Database | None = None
        self._made: tuple[Library, Delivery] | None = None
        self._trouble = DatabaseError("The database is not open yet; try again in a moment.")
        self._pause = timedelta(seconds=_TICK)
        self._next_try: datetime | None = None
        self._ticks: dict[asyncio.Task[None], Delivery] = {}
        # A plain sleep would do, were it not that simulations know this one to be idle.
        self._heart = tasks.loop(seconds=_TICK)(self._beat)

    async def open(self) -> None:
        """Opens the database if that can be, and begins to deliver. Raises nothing."""
        await self._try_to_open()
        self._heart.start()

    async def leave(self, patience: float) -> None:
        """Begins no more deliveries; those under way may finish what they asked of Discord.

        What they have not begun is given back for other processes. After `patience` seconds they
        are cut off: what may still reach Discord stays claimed until its lease has run out.
        """
        self._heart.cancel()
        for delivery in set(self._ticks.values()):
            delivery.leave()
        if self._ticks:
            _, left = await asyncio.wait(self._ticks, timeout=patience)
            for tick in left:
                tick.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def close(self) -> None:
        """Cuts off what is still being delivered, and closes the database."""
        await self.leave(0)
        database, self._database, self._made = self._database, None, None
        if database is not None:
            with suppress(DatabaseError):
                await database.close()

    async def deliver_due(self, now: datetime) -> int:
        """Posts all that is due at `now`, and returns how many messages it sent.

        Safe to call from several processes at once. Raises DatabaseError.
        """
        return await self._delivery().deliver_due(now)

    @property
    def database(self) -> Database | None:
        """The database; none while it could not be opened."""
        return self._database

    @property
    def trouble(self) -> str | None:
        """Why posts cannot be delivered, in a sentence; None if nothing is known to be wrong."""
        if self._database is None:
            return str(self._trouble) if self._next_try is not None else None
        return self._made[1].trouble if self._made is not None else None

    @property
    def last_stirred(self) -> datetime | None:
        """When a tick last ended, or settled something; None while the database is not open."""
        return self._stirred

    async def backlog(self) -> int:
        """How many posts are due now and not yet settled. Raises DatabaseError."""
        if self._database is None:
            raise self._trouble
        return await backlog(self._database, self._now())

    @property
    def channels(self) -> Channels:
        """What moderators do to their channels. Raises DatabaseError while there is none."""
        return self._delivery().channels

    @property
    def servers(self) -> Servers:
        """What is kept of servers. Raises DatabaseError while there is none."""
        return self._delivery().servers

    def _delivery(self) -> Delivery:
        if self._database is None:
            raise self._trouble
        library = self._texts.library
        if self._made is None or self._made[0] is not library:  # texts were loaded again
            made = Delivery(
                self._database,
                library.essays,
                self._messenger,
                owner=self._owner,
                now=self._now,
                settled=self._settled,
            )
            self._made = (library, made)
        return self._made[1]

    def _settled(self, outcomes: Sequence[Outcome]) -> None:
        self._stir()
        self._counts.settled(outcomes)

    def _stir(self) -> None:
        self._stirred = self._now()

    async def _try_to_open(self) -> None:
        try:
            self._database = await Database.open(self._url)
        except DatabaseError as error:
            self._counts.database_failed()
            self._trouble = error
            self._next_try = self._now() + self._pause
            seconds = self._pause.total_seconds()
            log.error("Daily reflections wait %d seconds for the database: %s", seconds, error)
            self._pause = min(2 * self._pause, _LONGEST_PAUSE)
            return
        self._database.failed = self._counts.database_failed
        self._stir()
        log.info("Daily reflections are kept in %s", self._database.name)
        if self._database.file is not None and not self._alone:
            log.warning(
                "Processes share daily reflections only through PostgreSQL; set DATABASE_URL"
            )
        self._bot.dispatch("reflections_open")

    async def _beat(self) -> None:
        """Begins a tick, without waiting for the one before: that may wait for a slow channel."""
        if self._database is None:
            if self._next_try is None or self._now() >= self._next_try:
                await self._try_to_open()
        elif len(self._ticks) < _TICKS_AT_ONCE:
            delivery = self._delivery()
            tick = asyncio.create_task(delivery.tick())
            self._ticks[tick] = delivery
            tick.add_done_callback(self._ended)

    def _ended(self, tick: asyncio.Task[None]) -> None:
        del self._ticks[tick]
        self._stir()
