"""The delivery of what is due: claim, look, send, settle."""

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from bot.features.daily.channels import Channels
from bot.features.daily.claims import Claim, Claims, Lease
from bot.features.daily.excerpts import ExcerptBags
from bot.features.daily.posts import Failure, Notice, Post, Transport, Unavailable
from bot.features.daily.results import Failed, Outcome, Returned, Sent, pause_after, settle
from bot.features.daily.servers import Servers
from bot.storage import Database, DatabaseError
from bot.texts.model import Essay
from bot.translation import later

log = logging.getLogger(__name__)
Result = TypeVar("Result")
EXTRA_ATTEMPTS = 8  # to open a thread or to publish
CLOCKS_DIFFER = timedelta(hours=1)  # of two processes, and of Discord, at most


@dataclass(frozen=True, slots=True)
class DeliveryLimits:
    """How fast to deliver, and how long to wait.

    A `lease` is how long a claimed post belongs to its process. The process renews its leases every
    `renewal`, and starts a request only if the lease outlasts `request`, the longest time that one
    to Discord may take. A killed process holds its posts up no longer than a lease.
    """

    lease: timedelta = timedelta(seconds=40)
    renewal: timedelta = timedelta(seconds=8)
    request: timedelta = timedelta(seconds=20)
    batch: int = 500
    at_once: int = 128
    at_once_in_a_guild: int = 8


class Delivery:
    """The daily reflections of all servers.

    `channels` reads and changes their settings, `servers` the records of each server; the rest
    delivers. `owner` names this process, and no other one or earlier run of it; `now` gives the
    present moment in UTC; `on_outcomes` is called with the outcomes of claims, once they are stored.
    """

    def __init__(
        self,
        database: Database,
        essays: Sequence[Essay],
        transport: Transport,
        *,
        owner: str,
        now: Callable[[], datetime],
        limits: DeliveryLimits | None = None,
        on_outcomes: Callable[[Sequence[Outcome]], None] = lambda _: None,
    ) -> None:
        bags = ExcerptBags(essays)
        self.channels = Channels(database, bags)
        self.servers = Servers(database)
        self.limits = limits or DeliveryLimits()
        self._database = database
        self._transport = transport
        self._now = now
        self._claims = Claims(database, bags, owner, self.limits.lease, now)
        self._on_outcomes = on_outcomes
        self._deliveries: set[_Delivery] = set()
        self._leaving = False
        self._purged: date | None = None
        self._trouble: str | None = None

    async def deliver_due(self, now: datetime) -> int:
        """Posts all that is due at `now`, and returns how many messages it sent.

        May be called from several processes and tasks at once. What fails is kept, and tried
        again by later calls. Raises DatabaseError; what was sent by then is found and settled
        later, not sent again.
        """
        if not await self._claims.anything_due(now) or self._leaving:
            return 0
        delivery = _Delivery(
            self._database, self._claims, self._transport, self._now, self.limits, self._on_outcomes
        )
        self._deliveries.add(delivery)
        try:
            return await delivery(now)
        finally:
            self._deliveries.discard(delivery)

    def leave(self) -> None:
        """Starts no more posts; deliveries end as soon as their running requests have.

        What they claimed and sent nothing for is given back at once, so that other processes do
        not have to wait until the lease has run out.
        """
        self._leaving = True
        for delivery in self._deliveries:
            delivery.leave()

    @property
    def trouble(self) -> str | None:
        """Why the last tick failed, in a sentence; None if it did not."""
        return self._trouble

    async def tick(self) -> None:
        """Delivers what is due now, and deletes old records once a day; an error is logged once.

        A tick may begin while the one before still waits for a slow channel.
        """
        if self._leaving:
            return
        now = self._now()
        try:
            if self._purged != now.date():
                await self.servers.purge(now)
                self._purged = now.date()
            await self.deliver_due(now)
        except DatabaseError as error:
            if str(error) != self._trouble:
                log.error(
                    "The database is unavailable; daily reflections are retried every 10 s: %s",
                    error,
                )
            self._trouble = str(error)
        except Exception:
            log.exception("Delivering daily reflections failed unexpectedly; retrying in 10 s")
            self._trouble = "The daily reflections failed unexpectedly; the log says more."
        else:
            self._trouble = None


class _Delivery:
    """One run through all that is due at one moment."""

    def __init__(
        self,
        database: Database,
        claims: Claims,
        transport: Transport,
        now: Callable[[], datetime],
        limits: DeliveryLimits,
        on_outcomes: Callable[[Sequence[Outcome]], None],
    ) -> None:
        self._database = database
        self._claims = claims
        self._transport = transport
        self._now = now
        self._limits = limits
        self._on_outcomes = on_outcomes
        # As long as a batch, so that no more is claimed than can be sent within the lease.
        self._queue: asyncio.Queue[Claim | None] = asyncio.Queue(limits.batch)
        # What is in the queue or parked; what was given back is there still, but not in here.
        self._unbegun: dict[int, Claim] = {}  # by their identity
        self._in_guild: Counter[int] = Counter()
        self._parked: dict[int, deque[Claim]] = {}
        self._leases: list[Lease] = []
        self._outcomes: list[Outcome] = []
        self._news = asyncio.Event()
        self._finished = asyncio.Event()
        # Claiming passes over a channel that is locked, as another process's; not for our own.
        self._channels = asyncio.Lock()
        self._leaving = False
        self._error: DatabaseError | None = None
        self._sent = 0

    async def __call__(self, now: datetime) -> int:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._settle_all())
            tasks.create_task(self._renew_leases())
            async with asyncio.TaskGroup() as workers:
                await self._claim_all(now, workers)
            self._finished.set()
            self._news.set()
        if self._error is not None:
            raise self._error
        return self._sent

    def leave(self) -> None:
        """Begins no more, and gives back what was not begun."""
        self._leaving = True
        self._outcomes += [Returned(claim) for claim in self._unbegun.values()]
        self._unbegun.clear()
        self._news.set()

    async def _claim_all(self, now: datetime, workers: asyncio.TaskGroup) -> None:
        hired = 0
        for claim_some in (self._claims.unfinished, self._claims.due):
            more = True
            while more and self._error is None and not self._leaving:
                try:
                    async with self._channels:
                        claims, more = await claim_some(now, self._limits.batch)
                except DatabaseError as error:
                    self._error = error
                    break
                self._unbegun |= {id(claim): claim for claim in claims}
                self._leases += {id(claim.lease): claim.lease for claim in claims}.values()
                if self._leaving:
                    self.leave()
                    break
                while hired < min(self._limits.at_once, len(claims)):
                    workers.create_task(self._work())
                    hired += 1
                for claim in _fairly(claims):
                    await self._queue.put(claim)
        for _ in range(hired):
            await self._queue.put(None)

    async def _renew_leases(self) -> None:
        while not await self._finishes_within(self._limits.renewal):
            self._leases = [lease for lease in self._leases if lease.claims]
            try:
                await self._claims.renew(self._leases)
            except DatabaseError as error:
                seconds = self._limits.renewal.total_seconds()
                log.warning("Leases could not be renewed; retrying in %d s: %s", seconds, error)

    async def _finishes_within(self, time: timedelta) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(time.total_seconds()):
                await self._finished.wait()
        return self._finished.is_set()

    async def _work(self) -> None:
        while (claim := await self._queue.get()) is not None:
            guild = claim.post.guild_id
            if self._in_guild[guild] >= self._limits.at_once_in_a_guild:
                self._parked.setdefault(guild, deque()).append(claim)
                continue
            self._in_guild[guild] += 1
            await self._deliver(claim)
            while parked := self._parked.get(guild):
                await self._deliver(parked.popleft())
            self._in_guild[guild] -= 1
            if not self._in_guild[guild]:
                del self._in_guild[guild]

    async def _deliver(self, claim: Claim) -> None:
        if self._unbegun.pop(id(claim), None) is None:
            return  # given back
        if self._error is None:
            outcome = await self._attempt(claim)
            self._outcomes.append(outcome)
            self._news.set()
        claim.lease.claims -= 1

    async def _attempt(self, claim: Claim) -> Outcome:
        message_id, late = claim.message_id, None
        if not self._has_time(claim):
            return Returned(claim)
        try:
            if message_id is None and claim.attempts > 1:
                message_id = await self._ask(
                    self._transport.find(claim.post, claim.since - CLOCKS_DIFFER)
                )
            if message_id is None:
                if not claim.may_send:
                    return Failed(claim, self._now(), None)
                if self._leaving or not self._has_time(claim):
                    return Returned(claim)
                message_id = await self._ask(self._transport.send(claim.post))
                late = claim.post.late
                self._sent += 1
        except Failure as failure:
            return Failed(claim, self._now(), failure)
        return await self._finish(claim, message_id, late)

    async def _finish(self, claim: Claim, message_id: int, late: bool | None) -> Sent:
        """Opens the thread and publishes, where that is wanted and not done yet."""
        post, failure = claim.post, None
        thread = "made" if post.thread else None
        published = "made" if post.publish else None
        if post.thread and claim.thread_due:
            thread, failure = await self._extra(claim, self._transport.start_thread, message_id)
        if post.publish and claim.publication_due:
            published, why = await self._extra(claim, self._transport.publish, message_id)
            failure = failure or why
        return Sent(claim, self._now(), message_id, late, thread, published, failure)

    async def _extra(
        self, claim: Claim, request: Callable[[Post, int], Awaitable[None]], message_id: int
    ) -> tuple[str, Failure | None]:
        """What came of a request that follows a post: "made", "due" (again) or "failed"."""
        if not claim.may_send:
            return "failed", None
        if self._leaving or not self._has_time(claim):
            return "due", None
        try:
            await self._ask(request(claim.post, message_id))
        except Failure as failure:
            return ("due" if claim.attempts < EXTRA_ATTEMPTS else "failed"), failure
        return "made", None

    async def _settle_all(self) -> None:
        async with asyncio.TaskGroup() as telling:
            while not self._finished.is_set() or self._outcomes:
                await self._news.wait()
                self._news.clear()
                outcomes, self._outcomes = self._outcomes, []
                try:
                    async with self._channels:
                        notices = await settle(self._database, self._claims.owner, outcomes)
                except DatabaseError as error:
                    self._error = self._error or error
                    continue
                self._on_outcomes(outcomes)
                _log_failures(outcomes)
                for notice in notices:
                    telling.create_task(self._tell(notice))

    async def _tell(self, notice: Notice) -> None:
        try:
            await self._ask(self._transport.notify(notice))
        except Failure as failure:
            log.warning(
                "No moderator of server %s could be told that posts fail: %s",
                notice.guild_id,
                failure.reason,
            )

    async def _ask(self, request: Awaitable[Result]) -> Result:
        try:
            async with asyncio.timeout(self._limits.request.total_seconds()):
                return await request
        except Failure:
            raise
        except TimeoutError as error:
            raise Unavailable from error
        except Exception as error:
            log.exception("A request to Discord failed unexpectedly; it will be retried")
            raise Unavailable(later("Discord answered something unexpected.")) from error

    def _has_time(self, claim: Claim) -> bool:
        """Whether a request ends, one way or the other, before the claim's lease does."""
        return claim.lease.until - self._now() >= self._limits.request


def _log_failures(outcomes: Sequence[Outcome]) -> None:
    """One line for all, as in an outage of Discord there are thousands."""
    failed = [(one.claim, one.failure) for one in outcomes if isinstance(one, Failed)]
    retried = [(pause_after(why, claim.attempts), why) for claim, why in failed if why is not None]
    if retried:
        pause, why = min(retried, key=lambda retry: retry[0])
        seconds = int(pause.total_seconds())
        log.warning(
            "%d posts failed, such as: %s Retrying in %d s or later", len(retried), why, seconds
        )


def _fairly(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in an order in which every server gets its first turn before any its second."""
    turns: Counter[int] = Counter()
    keyed = []
    for claim in claims:
        guild = claim.post.guild_id
        keyed.append((turns[guild], claim))
        turns[guild] += 1
    return [claim for _, claim in sorted(keyed, key=lambda pair: pair[0])]
