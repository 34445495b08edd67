"""A process that is told to leave: it finishes what it began, and others do the rest at once."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.features.daily.claims import Claim
from bot.features.daily.delivery import Delivery, DeliveryLimits
from bot.features.daily.posts import Post, Unavailable
from bot.storage import Database
from bot.storage.schema import posts
from tests.features.daily.channel import Wire
from tests.features.daily.test_delivery import CHANNEL, CHOSEN, DUE, ESSAYS, GUILD, MINUTE, Server

LEASE = DeliveryLimits().lease


class HeldWire(Wire):
    """A way to Discord on which requests of some kinds wait until they are let go."""

    kinds: frozenset[str] = frozenset()

    def __init__(self, server: Server) -> None:
        super().__init__(server.world)
        self.let = asyncio.Event()
        self.waiting = asyncio.Event()

    async def send(self, post: Post) -> int:
        await self._wait("send")
        return await super().send(post)

    async def find(self, post: Post, since: datetime) -> int | None:
        await self._wait("find")
        return await super().find(post, since)

    async def _wait(self, kind: str) -> None:
        if kind in self.kinds:
            self.waiting.set()
            await self.let.wait()


class Leaving:
    """A process in the middle of a delivery, at most two posts of it at once."""

    def __init__(self, server: Server, *kinds: str, batch: int = 500) -> None:
        self.wire = HeldWire(server)
        self.wire.kinds = frozenset(kinds)
        self.reflections = Delivery(
            server.database,
            ESSAYS,
            self.wire,
            owner="leaving",
            now=lambda: server.moment,
            limits=DeliveryLimits(at_once=2, batch=batch),
        )
        self._server = server

    async def begin(self, moment: datetime = DUE) -> None:
        self._server.moment = moment
        self.run = asyncio.create_task(self.reflections.deliver_due(moment))
        await self.wire.waiting.wait()

    async def cut_off(self) -> None:
        self.run.cancel()
        with suppress(asyncio.CancelledError):
            await self.run


@pytest.fixture
async def server(database: Database) -> Server:
    served = Server(database)
    for number in range(20):
        await served.set_up(replace(CHOSEN, guild_id=GUILD + number, channel_id=CHANNEL + number))
    return served


async def until(posted: int, deliver: Callable[[], Awaitable[int]]) -> None:
    """Delivers until so many posts are made: what is given back is so in a moment."""
    made = 0
    async with asyncio.timeout(20):
        while made < posted:
            made += await deliver()
    assert made == posted


async def ledger(server: Server, channel: int = CHANNEL) -> tuple[str, str | None, int]:
    of_channel = select(posts.c.state, posts.c.owner, posts.c.attempts).where(
        posts.c.channel_id == channel
    )
    async with server.database.read() as connection:
        row = (await connection.execute(of_channel)).one()
    return row.state, row.owner, row.attempts


async def test_what_it_did_not_begin_another_process_posts_without_waiting_for_the_lease(
    server: Server,
) -> None:
    leaving, other = Leaving(server, "send"), server.process("other")
    await leaving.begin()
    assert await other.deliver_due(DUE) == 0  # all are claimed
    leaving.reflections.leave()
    await until(18, lambda: other.deliver_due(DUE))
    leaving.wire.let.set()
    assert await leaving.run == 2
    assert len({post.channel_id for post in server.posts()}) == len(server.posts()) == 20


async def test_a_post_that_was_given_back_is_as_if_it_had_not_been_claimed(
    server: Server,
) -> None:
    leaving = Leaving(server, "send")
    await leaving.begin()
    leaving.reflections.leave()
    leaving.wire.let.set()
    await leaving.run
    given_back = {CHANNEL + n for n in range(20)} - {post.channel_id for post in server.posts()}
    assert [await ledger(server, channel) for channel in given_back] == [("waiting", None, 0)] * 18
    requests = server.world.requests
    assert await server.process("other").deliver_due(DUE) == 18
    assert server.world.requests == requests + 18  # nobody needs to look for a message first


@pytest.mark.parametrize("arrived", [False, True])
async def test_a_post_whose_request_is_under_way_when_time_is_up_keeps_its_lease(
    server: Server, arrived: bool
) -> None:
    leaving, other = Leaving(server, "send"), server.process("other")
    leaving.wire.faults.coming = [(Unavailable("Cut off."), False)]
    await leaving.begin()
    leaving.reflections.leave()
    await until(18, lambda: other.deliver_due(DUE))
    await leaving.cut_off()
    server.moment = DUE + LEASE - timedelta(seconds=1)
    assert await other.deliver_due(server.moment) == 0
    under_way = {CHANNEL + n for n in range(20)} - {post.channel_id for post in server.posts()}
    assert {await ledger(server, channel) for channel in under_way} == {("claimed", "leaving", 1)}
    if arrived:
        late = server.posts()[0]
        for channel in under_way:
            local = late.local_date
            nonce = f"{channel:x}{local:%Y%m%d}"
            server.world.make(replace(late, channel_id=channel, nonce=nonce))
    server.moment = DUE + LEASE
    assert await other.deliver_due(server.moment) == (0 if arrived else 2)
    assert len({post.channel_id for post in server.posts()}) == len(server.posts()) == 20


async def test_a_post_that_it_was_still_looking_for_is_given_back(server: Server) -> None:
    server.faults.extend([(Unavailable(), False)] * 20)
    assert await server.at(DUE) == 0
    leaving, other = Leaving(server, "find"), server.process("other")
    await leaving.begin(DUE + MINUTE)
    leaving.reflections.leave()
    leaving.wire.let.set()
    assert await leaving.run == 0
    assert server.posts() == []
    assert await other.deliver_due(server.moment) == 20


async def test_a_thread_that_it_did_not_begin_is_opened_by_another(server: Server) -> None:
    await server.set_up(replace(CHOSEN, thread=True))
    leaving = Leaving(server, "send")
    await leaving.begin()
    leaving.reflections.leave()
    leaving.wire.let.set()
    await leaving.run
    assert server.world.threads == []
    await server.process("other").deliver_due(DUE)
    (thread,) = server.world.threads
    assert server.world.of(CHANNEL)[0].id == thread


async def test_what_a_moderator_skipped_meanwhile_stays_skipped(server: Server) -> None:
    server.faults.extend([(Unavailable(), False)] * 20)
    await server.at(DUE)
    leaving = Leaving(server, "find")
    await leaving.begin(DUE + MINUTE)
    for number in range(20):
        await server.reflections.channels.skip(GUILD + number, CHANNEL + number, server.moment)
    leaving.reflections.leave()
    leaving.wire.let.set()
    await leaving.run
    assert await server.process("other").deliver_due(server.moment + LEASE) == 0
    assert (await ledger(server))[0] == "skipped"


async def test_what_it_claims_at_the_moment_of_leaving_is_given_back_too(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving, other = Leaving(server, "send", batch=2), server.process("other")
    claims = leaving.reflections._claims
    claim, claimed = claims.due, 0

    async def leave_amid(now: datetime, limit: int) -> tuple[list[Claim], bool]:
        nonlocal claimed
        found = await claim(now, limit)
        claimed += len(found[0])
        if claimed > 2:  # while both that were claimed first wait for Discord
            leaving.reflections.leave()
        return found

    monkeypatch.setattr(claims, "due", leave_amid)
    await leaving.begin()
    await until(18, lambda: other.deliver_due(DUE))
    assert claimed == 4
    await leaving.cut_off()


async def test_once_told_to_leave_it_begins_nothing(server: Server) -> None:
    server.reflections.leave()
    assert await server.at(DUE) == 0
    await server.reflections.tick()
    assert await server.process("other").deliver_due(DUE) == 20


async def test_a_process_that_dies_is_made_up_for_by_the_others(server: Server) -> None:
    dead, other = Leaving(server, "send"), server.process("other")
    await dead.begin()
    await dead.cut_off()
    assert await other.deliver_due(DUE) == 0
    server.moment = DUE + LEASE
    assert await other.deliver_due(server.moment) == 20
    assert len(server.posts()) == 20
