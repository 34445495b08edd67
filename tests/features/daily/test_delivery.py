"""Delivery: what is posted when, what comes of failures, and who waits for whom."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from bot.features.daily.choices import Setup
from bot.features.daily.claims import Claim, Lease
from bot.features.daily.delivery import Delivery, DeliveryLimits
from bot.features.daily.posts import Forbidden, Gone, Notice, Post, Retry, Unavailable
from bot.features.daily.status import LastPost, Status
from bot.storage import Database, DatabaseError
from bot.texts.model import Essay, Paragraph
from tests.features.daily.channel import Wire, World

GUILD, CHANNEL, MODERATOR, ROLE = 7, 10**18, 42, 99
DUE = datetime(2026, 1, 10, 8, tzinfo=UTC)
TODAY = date(2026, 1, 10)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
ESSAYS = [
    Essay(
        "rivers",
        "On Rivers",
        tuple(
            Paragraph(n, f"River {n} is wide. It carries much.", reflections=(f"What is {n}?",))
            for n in range(1, 6)
        ),
    )
]
CHOSEN = Setup(GUILD, CHANNEL, time(8), "Europe/London", MODERATOR)


class Server:
    """A server with a daily reflection at eight in London, and a clock that is set by hand."""

    def __init__(self, database: Database) -> None:
        self.moment = DUE - HOUR
        self.world = World(lambda: self.moment)
        self.database = database
        self.wires: list[Wire] = []
        self.reflections = self.process("one")

    def process(self, owner: str, limits: DeliveryLimits | None = None) -> Delivery:
        self.wires.append(Wire(self.world))
        return Delivery(
            self.database,
            ESSAYS,
            self.wires[-1],
            owner=owner,
            now=lambda: self.moment,
            limits=limits,
        )

    @property
    def faults(self) -> list[tuple[Exception | None, bool]]:
        return self.wires[0].faults.coming

    async def set_up(self, chosen: Setup = CHOSEN) -> Status:
        return await self.reflections.channels.setup(chosen, self.moment)

    async def at(self, moment: datetime) -> int:
        self.moment = moment
        return await self.reflections.deliver_due(moment)

    async def status(self) -> Status:
        (status,) = await self.reflections.channels.status(GUILD)
        return status

    async def last(self) -> LastPost:
        status = await self.status()
        assert status.last is not None
        return status.last

    def posts(self) -> list[Post]:
        return [message.post for message in self.world.messages]


@pytest.fixture
async def server(database: Database) -> Server:
    served = Server(database)
    await served.set_up()
    return served


async def test_a_post_comes_when_it_is_due_and_once(server: Server) -> None:
    assert await server.at(DUE - timedelta(seconds=1)) == 0
    assert await server.at(DUE) == 1
    assert await server.at(DUE) == 0
    assert await server.at(DUE + 15 * HOUR) == 0
    (post,) = server.posts()
    assert (post.channel_id, post.local_date, post.due, post.late) == (CHANNEL, TODAY, DUE, False)
    assert len(post.nonce) <= 25
    last = await server.last()
    assert (last.state, last.at, last.message_id) == ("sent", DUE, server.world.messages[0].id)
    assert (await server.status()).next_at == DUE + DAY


async def test_a_post_is_what_the_moderator_chose(server: Server) -> None:
    await server.set_up(replace(CHOSEN, role_id=ROLE, thread=True, picture=True, essay="rivers"))
    await server.at(DUE)
    (post,) = server.posts()
    assert (post.role_id, post.picture, post.essay) == (ROLE, True, "rivers")
    assert post.thread == "Reflection for 10 January 2026"
    assert post.reflection == f"What is {post.paragraph}?"
    assert server.world.threads == [server.world.messages[0].id]
    assert (await server.last()).thread == "made"


async def test_a_preview_is_what_comes_next_and_changes_nothing(server: Server) -> None:
    previews = [await server.reflections.channels.preview(CHOSEN, server.moment) for _ in range(2)]
    await server.at(DUE)
    assert previews == server.posts() * 2


async def test_a_round_goes_through_all_passages_over_restarts(server: Server) -> None:
    for day in range(5):
        assert (await server.status()).drawn == day
        server.reflections = server.process(f"start {day}")
        await server.at(DUE + day * DAY)
    assert {post.paragraph for post in server.posts()} == {1, 2, 3, 4, 5}
    assert ((await server.status()).drawn, (await server.status()).passages) == (5, 5)


@pytest.mark.parametrize(
    ("back", "days", "late"),
    [
        (DUE + 5 * MINUTE, [TODAY], [False]),
        (DUE + 3 * HOUR, [TODAY], [True]),
        (DUE + 16 * HOUR, [], []),
        (DUE + DAY, [TODAY + DAY], [False]),
        (DUE + 5 * DAY + HOUR, [TODAY + 5 * DAY], [True]),
    ],
)
async def test_after_a_time_without_a_process_only_the_present_day_is_made_up(
    server: Server, back: datetime, days: list[date], late: list[bool]
) -> None:
    await server.at(back)
    assert [post.local_date for post in server.posts()] == days
    assert [post.late for post in server.posts()] == late
    last = await server.last()
    assert last.state == ("sent" if days else "missed")


@pytest.mark.parametrize(
    "failure", [Unavailable("It timed out."), Retry(5), RuntimeError("never seen before")]
)
@pytest.mark.parametrize("made", [False, True])
async def test_a_failed_try_is_repeated_with_the_same_passage(
    server: Server, failure: Exception, made: bool
) -> None:
    server.faults.append((failure, made))
    await server.at(DUE)
    assert (await server.last()).state == "waiting"
    assert (await server.last()).error
    retry = (await server.status()).next_at
    assert retry is not None
    assert DUE < retry <= DUE + MINUTE
    assert await server.at(retry) == (0 if made else 1)
    assert len(server.posts()) == 1
    assert (await server.last()).state == "sent"
    assert (await server.last()).error is None


async def test_pauses_between_tries_grow(server: Server) -> None:
    server.faults.extend([(Unavailable(), False)] * 8)
    tries = [DUE]
    for _ in range(4):
        await server.at(tries[-1])
        status = await server.status()
        assert status.next_at is not None
        tries.append(status.next_at)
    pauses = [after - before for before, after in pairwise(tries)]
    assert pauses == sorted(set(pauses))


async def test_a_channel_that_stays_closed_is_told_once_and_paused_after_seven_days(
    server: Server,
) -> None:
    server.world.closed[CHANNEL] = Forbidden("Send Messages")
    moment = DUE
    while (await server.status()).state == "on":
        await server.at(moment)
        moment += HOUR
    status = await server.status()
    assert timedelta(days=7) <= moment - DUE <= timedelta(days=8)
    reason = "The bot lacks the permission “Send Messages” in the channel."
    assert (status.reason, status.next_at) == (reason, None)
    assert server.world.notices == [Notice(GUILD, CHANNEL, MODERATOR, reason, False)]
    assert server.world.requests < 80
    requests = server.world.requests
    await server.at(moment + 3 * DAY)
    assert server.world.requests == requests
    server.world.closed.clear()
    resumed = await server.reflections.channels.resume(GUILD, CHANNEL, server.moment)
    assert (resumed.state, resumed.reason, resumed.failing_since) == ("on", None, None)
    assert resumed.next_at is not None
    assert await server.at(resumed.next_at) == 1


async def test_a_success_ends_a_time_of_failures(server: Server) -> None:
    server.world.closed[CHANNEL] = Gone()
    await server.at(DUE)
    assert (await server.status()).failing_since == DUE
    server.world.closed.clear()
    await server.at(DUE + DAY)
    assert (await server.status()).failing_since is None
    server.world.closed[CHANNEL] = Gone()
    await server.at(DUE + 2 * DAY)
    assert len(server.world.notices) == 2


async def test_trouble_of_discords_own_pauses_no_channel(server: Server) -> None:
    for day in range(9):
        server.faults[:] = [(Unavailable("500"), False)] * 100
        for hour in range(0, 15, 3):
            await server.at(DUE + day * DAY + hour * HOUR)
    status = await server.status()
    assert (status.state, status.failing_since, server.world.notices) == ("on", None, [])


async def test_a_day_that_failed_to_its_end_is_not_made_up(server: Server) -> None:
    server.world.closed[CHANNEL] = Gone()
    await server.at(DUE)
    server.world.closed.clear()
    await server.at(DUE + 17 * HOUR)
    assert server.posts() == []
    last = await server.last()
    assert (last.state, last.error) == ("failed", "The channel no longer exists.")


async def test_a_thread_is_tried_again_by_itself(server: Server) -> None:
    await server.set_up(replace(CHOSEN, thread=True))
    server.faults.extend([(None, True), (Unavailable(), False), (Unavailable(), False)])
    assert await server.at(DUE) == 1
    assert ((await server.last()).state, (await server.last()).thread) == ("sent", "due")
    for minutes in (1, 5):
        assert await server.at(DUE + minutes * MINUTE) == 0
    assert server.world.threads == [server.world.messages[0].id]
    assert (await server.last()).thread == "made"
    assert len(server.posts()) == 1


async def test_a_process_that_lost_its_lease_does_not_send(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims, other = server.reflections._claims, server.process("two")
    claim = claims.due

    async def stall(now: datetime, limit: int) -> tuple[list[Claim], bool]:
        claimed = await claim(now, limit)
        server.moment += 10 * MINUTE
        assert await other.deliver_due(server.moment) == 1
        server.moment += 10 * MINUTE
        return claimed

    monkeypatch.setattr(claims, "due", stall)
    assert await server.at(DUE) == 0
    assert len(server.posts()) == 1


async def test_a_message_of_a_process_whose_clock_is_ahead_is_found(server: Server) -> None:
    ahead = Wire(server.world)
    ahead.faults.coming = [(Unavailable("It timed out."), True)]
    process = Delivery(
        server.database, ESSAYS, ahead, owner="ahead", now=lambda: server.moment + 45 * MINUTE
    )
    server.moment = DUE - 45 * MINUTE
    assert await process.deliver_due(DUE) == 0
    assert len(server.posts()) == 1
    assert await server.at(DUE + MINUTE) == 0
    assert ((await server.last()).state, len(server.posts())) == ("sent", 1)


async def test_many_processes_post_everything_once(server: Server) -> None:
    for number in range(60):
        await server.set_up(replace(CHOSEN, guild_id=number, channel_id=CHANNEL + 1 + number))
    processes = [server.process(f"process {n}", DeliveryLimits(batch=7)) for n in range(4)]
    server.moment = DUE
    posted = await asyncio.gather(*(process.deliver_due(DUE) for process in processes))
    assert sum(posted) == 61
    assert len({post.channel_id for post in server.posts()}) == len(server.posts()) == 61


class SlowWire(Wire):
    """Some channels answer only when they are let."""

    slow: frozenset[int] = frozenset()

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.let, self.begun = asyncio.Event(), asyncio.Event()
        self.at_once = self.most_at_once = 0

    async def send(self, post: Post) -> int:
        if post.channel_id in self.slow:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            self.begun.set()
            await self.let.wait()
            self.at_once -= 1
        return await super().send(post)


async def test_slow_channels_of_one_server_hold_up_nobody_else(server: Server) -> None:
    many = [CHANNEL + n for n in range(1, 41)]
    for channel in many:
        await server.set_up(replace(CHOSEN, channel_id=channel))
    for guild in range(100, 140):
        await server.set_up(replace(CHOSEN, guild_id=guild, channel_id=CHANNEL + guild))
    wire = SlowWire(server.world)
    wire.slow = frozenset(many)
    limits = DeliveryLimits(batch=10, at_once=12, at_once_in_a_guild=5)
    process = Delivery(
        server.database, ESSAYS, wire, owner="slow", now=lambda: server.moment, limits=limits
    )
    server.moment = DUE
    run = asyncio.create_task(process.deliver_due(DUE))
    await server.world.until(41)
    assert {post.channel_id for post in server.posts()}.isdisjoint(many)
    assert wire.most_at_once == 5
    wire.let.set()
    assert await run == 81


async def test_a_request_that_takes_too_long_is_given_up(server: Server) -> None:
    wire = SlowWire(server.world)
    wire.slow = frozenset([CHANNEL])
    process = Delivery(
        server.database,
        ESSAYS,
        wire,
        owner="slow",
        now=lambda: server.moment,
        limits=DeliveryLimits(request=timedelta(milliseconds=20)),
    )
    server.moment = DUE
    assert await process.deliver_due(DUE) == 0
    last = await server.last()
    assert (last.state, last.error) == ("waiting", "Discord did not answer.")


async def test_a_post_that_takes_long_is_kept_by_renewing_its_lease(server: Server) -> None:
    wire = SlowWire(server.world)
    wire.slow = frozenset([CHANNEL])
    limits = DeliveryLimits(renewal=timedelta(milliseconds=1))
    process = Delivery(
        server.database, ESSAYS, wire, owner="slow", now=lambda: server.moment, limits=limits
    )
    renew, renewed = process._claims.renew, asyncio.Event()

    async def renew_and_tell(leases: Iterable[Lease]) -> None:
        await renew(leases)
        renewed.set()

    process._claims.renew = renew_and_tell  # type: ignore[method-assign]
    server.moment = DUE
    run = asyncio.create_task(process.deliver_due(DUE))
    await asyncio.wait_for(wire.begun.wait(), 20)
    for _ in range(6):
        for _ in range(2):  # the first may have begun before the clock moved
            renewed.clear()
            await asyncio.wait_for(renewed.wait(), 20)
        server.moment += limits.lease - timedelta(seconds=5)
        assert await server.reflections.deliver_due(server.moment) == 0
    wire.let.set()
    assert await run == 1
    assert len(server.posts()) == 1


async def test_after_a_process_was_killed_its_posts_wait_a_minute_at_most(server: Server) -> None:
    wire = SlowWire(server.world)
    wire.slow = frozenset([CHANNEL])
    killed = Delivery(server.database, ESSAYS, wire, owner="killed", now=lambda: server.moment)
    server.moment = DUE
    run = asyncio.create_task(killed.deliver_due(DUE))
    await wire.begun.wait()
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    while not server.posts():
        await server.at(server.moment + timedelta(seconds=10))  # as often as a process looks
    assert server.moment - DUE <= MINUTE


async def test_a_database_that_fails_is_said_and_what_was_sent_is_found_later(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise DatabaseError("The database is locked.")

    with monkeypatch.context() as patch:
        patch.setattr("bot.features.daily.delivery.settle", fail)
        with pytest.raises(DatabaseError, match="is locked"):
            await server.at(DUE)
    assert len(server.posts()) == 1
    assert await server.at(DUE + 10 * MINUTE) == 0
    last = await server.last()
    assert (last.state, last.late, len(server.posts())) == ("sent", False, 1)


async def test_a_tick_after_trouble_delivers_and_trouble_is_logged_once(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    process = server.process("ticking")
    troubles = [DatabaseError("The database is locked.")] * 3
    deliver = process.deliver_due

    async def stumble(now: datetime) -> int:
        if troubles:
            raise troubles.pop()
        return await deliver(now)

    monkeypatch.setattr(process, "deliver_due", stumble)
    server.moment = DUE
    for _ in range(4):
        await process.tick()
    assert len(server.posts()) == 1
    said = [record for record in caplog.records if "is locked" in record.getMessage()]
    assert len(said) == 1
