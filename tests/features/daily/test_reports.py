"""What the delivery reports: what came of claims, how many posts wait, why a tick failed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.features.daily.claims import backlog
from bot.features.daily.delivery import Delivery
from bot.features.daily.posts import Forbidden, Unavailable
from bot.features.daily.results import Failed, Outcome, Sent
from bot.storage import Database, DatabaseError
from tests.features.daily.test_delivery import CHOSEN, DAY, DUE, ESSAYS, HOUR, MINUTE, Server


class Reporting:
    """A process that delivers, and what it has reported."""

    def __init__(self, server: Server) -> None:
        self.server = server
        server.process("reporting")
        self.reported: list[Outcome] = []
        self.reflections = Delivery(
            server.database,
            ESSAYS,
            server.wires[-1],
            owner="reporting",
            now=lambda: server.moment,
            on_outcomes=self.reported.extend,
        )

    async def at(self, moment: timedelta) -> list[Outcome]:
        """What is reported of what is due at that moment after the first post's."""
        self.reported.clear()
        self.server.moment = DUE + moment
        await self.reflections.deliver_due(self.server.moment)
        return self.reported

    async def backlog(self) -> int:
        return await backlog(self.server.database, self.server.moment)


@pytest.fixture
async def process(database: Database) -> Reporting:
    server = Server(database)
    await server.set_up()
    return Reporting(server)


async def test_a_post_is_reported_once_it_is_kept(process: Reporting) -> None:
    assert await process.at(-MINUTE) == []
    (outcome,) = await process.at(MINUTE)
    assert isinstance(outcome, Sent)
    assert (outcome.at, outcome.claim.post.due, outcome.late) == (DUE + MINUTE, DUE, False)
    assert await process.at(2 * MINUTE) == []


async def test_a_try_that_fails_is_reported_with_its_failure(process: Reporting) -> None:
    process.server.wires[-1].faults.coming = [(Forbidden("Send Messages"), False)]
    (outcome,) = await process.at(MINUTE)
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.failure, Forbidden)


async def test_a_post_that_is_found_is_reported_as_not_sent_again(process: Reporting) -> None:
    process.server.wires[-1].faults.coming = [(Unavailable("It timed out."), True)]
    await process.at(MINUTE)
    (outcome,) = await process.at(HOUR)
    assert isinstance(outcome, Sent)
    assert (outcome.late, outcome.claim.message_id) == (None, None)


async def test_what_cannot_be_kept_is_not_reported(
    process: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise DatabaseError("The database is locked.")

    monkeypatch.setattr("bot.features.daily.delivery.settle", fail)
    with pytest.raises(DatabaseError):
        await process.at(MINUTE)
    assert process.reported == []


async def test_the_backlog_is_what_is_due_and_not_yet_settled(process: Reporting) -> None:
    assert await process.backlog() == 0
    process.server.moment = DUE
    assert await process.backlog() == 1
    process.server.wires[-1].faults.coming = [(Unavailable(), False)]
    await process.at(MINUTE)
    assert await process.backlog() == 1
    await process.at(HOUR)
    assert await process.backlog() == 0
    process.server.moment = DUE + DAY - MINUTE
    assert await process.backlog() == 0
    process.server.moment = DUE + DAY
    assert await process.backlog() == 1


async def test_a_thread_that_is_still_to_open_is_no_backlog(process: Reporting) -> None:
    await process.server.set_up(replace(CHOSEN, thread=True))
    process.server.wires[-1].faults.coming = [(None, True), (Unavailable(), False)]
    await process.at(MINUTE)
    assert (await process.server.last()).thread == "due"
    assert await process.backlog() == 0


async def test_a_post_that_a_process_left_in_the_middle_is_backlog(
    process: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def crash(*_: object) -> None:
        raise DatabaseError("The process died here.")

    monkeypatch.setattr("bot.features.daily.delivery.settle", crash)
    with pytest.raises(DatabaseError):
        await process.at(MINUTE)
    assert await process.backlog() == 1


async def test_a_tick_says_why_it_failed_until_one_succeeds(
    process: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    reflections = process.reflections
    errors: list[Exception] = [RuntimeError("a fault"), DatabaseError("The database is locked.")]
    deliver = reflections.deliver_due

    async def stumble(now: object) -> int:
        if errors:
            raise errors.pop()
        return await deliver(process.server.moment)

    monkeypatch.setattr(reflections, "deliver_due", stumble)
    assert reflections.trouble is None
    await reflections.tick()
    assert reflections.trouble == "The database is locked."
    await reflections.tick()
    assert reflections.trouble == "The daily reflections failed unexpectedly; the log says more."
    await reflections.tick()
    assert reflections.trouble is None
