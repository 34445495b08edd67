"""A channel and local date have at most one message, whatever crashes, stalls or fails; and
exactly one when the channel can be written to and a process runs.
"""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete

from bot.features.daily.choices import Setup
from bot.features.daily.delivery import Delivery
from bot.features.daily.posts import Failure, Forbidden, Gone, Post, Retry, Unavailable
from bot.features.daily.schedule import EVERY_DAY, WEEKDAYS, local_date_of
from bot.features.daily.status import Status
from bot.storage import Database
from bot.storage.guild_data import GuildData
from bot.storage.schema import metadata
from bot.texts.model import Essay, Paragraph
from tests.databases import postgresql_url, sqlite_url
from tests.features.daily.channel import Message, Wire, World
from tests.features.daily.processes import UNDER_WAY, MortalDatabase, Plan, Process

GUILD = 7
CHANNELS = (101, 102)
PROCESSES = 3
BEGINNING = datetime(2026, 3, 27, 6, tzinfo=UTC)  # two days before Europe's clocks change
ESSAY = Essay(
    "rivers",
    "On Rivers",
    tuple(Paragraph(n, f"River {n} is wide. It carries much.") for n in range(1, 5)),
)
Result = TypeVar("Result")

FAULTS = st.sampled_from(
    [
        (None, True),
        (Unavailable("It timed out."), True),  # after the message was made
        (Unavailable("It timed out."), False),
        (Unavailable("Discord answered with 500."), False),
        (Retry(20), False),
        (Forbidden("Send Messages"), False),
        (Gone(), False),
        (ConnectionResetError("disconnected"), True),
        (ConnectionResetError("disconnected"), False),
    ]
)
STEPS = st.none() | st.integers(1, 14)
PLANS = st.builds(
    Plan,
    faults=st.lists(FAULTS, max_size=4),
    dies_at=STEPS,
    held_at=STEPS,
    leaves_at=STEPS,
    cut_after=st.none() | st.integers(0, 6),
)
WAITS = st.sampled_from([5, 25, 42, 50, 100, 200, 320, 1_200, 3 * 3_600, 11 * 3_600, 26 * 3_600])


class Bench:
    """Databases of one backend for several processes, on one event loop, for many examples."""

    def __init__(self, backend: str) -> None:
        self.runner = asyncio.Runner()
        self.folder = TemporaryDirectory(prefix="attune-exactly-once-")
        url = (
            sqlite_url(Path(self.folder.name))
            if backend == "sqlite"
            else postgresql_url("exactly_once")
        )
        self.database = self.do(Database.open(url))
        self.databases = [MortalDatabase(url) for _ in range(PROCESSES)]

    def do(self, work: Coroutine[Any, Any, Result]) -> Result:
        return self.runner.run(work)

    async def clear(self) -> None:
        async with self.database.write() as connection:
            for table in reversed(metadata.sorted_tables):
                await connection.execute(delete(table))


bench = cache(Bench)


class Days(RuleBasedStateMachine):
    """Days on a server with some channels, on which nearly everything goes wrong."""

    backend = "sqlite"

    def __init__(self) -> None:
        super().__init__()
        self.bench = bench(self.backend)
        self.moment = BEGINNING
        self.world = World(lambda: self.moment)

    @initialize()
    def processes_start(self) -> None:
        self.bench.do(self.bench.clear())
        self.processes = [
            Process(number, database, self.world, [ESSAY])
            for number, database in enumerate(self.bench.databases)
        ]
        # What moderators do is done by a process of its own that nothing befalls.
        self.desk = Delivery(
            self.bench.database, [ESSAY], Wire(self.world), owner="desk", now=lambda: self.moment
        )
        self.sets_up(CHANNELS[0], time(8), "Europe/London", thread=True)

    @rule(
        channel=st.sampled_from(CHANNELS),
        at=st.sampled_from([time(0), time(2, 30), time(8), time(13), time(23, 50)]),
        zone=st.sampled_from(["Europe/London", "America/New_York", "Pacific/Apia"]),
        thread=st.booleans(),
        days=st.sampled_from([EVERY_DAY, EVERY_DAY, WEEKDAYS, 0b1010101]),
    )
    def sets_up(
        self, channel: int, at: time, zone: str, thread: bool, days: int = EVERY_DAY
    ) -> None:
        chosen = Setup(GUILD, channel, at, zone, 1, thread=thread, publish=not thread, days=days)
        status = self.bench.do(self.desk.channels.setup(chosen, self.moment))
        assert status.next_at is not None
        assert status.next_at > self.moment or status.last is not None

    @rule(channel=st.sampled_from(CHANNELS), thread=st.booleans())
    def sets_up_for_soon(self, channel: int, thread: bool) -> None:
        soon = (self.moment + timedelta(minutes=10)).astimezone(ZoneInfo("Europe/London"))
        self.sets_up(channel, soon.time().replace(second=0), "Europe/London", thread)

    @rule(channel=st.sampled_from(CHANNELS))
    def sets_up_anew(self, channel: int) -> None:
        self.moderates(channel, "stop")
        self.sets_up_for_soon(channel, False)
        self.the_next_is_due(0)

    @rule(seconds=st.sampled_from([0, 1, 90, 1_200]))
    def the_next_is_due(self, seconds: int) -> None:
        soonest = min((s.next_at for s in self.statuses() if s.next_at), default=self.moment)
        self.moment = max(self.moment, soonest) + timedelta(seconds=seconds)

    @rule(
        channel=st.sampled_from(CHANNELS),
        act=st.sampled_from(["pause", "resume", "skip", "another", "stop"]),
    )
    def moderates(self, channel: int, act: str) -> None:
        of_channel = (GUILD, channel)
        channels = self.desk.channels
        work: Coroutine[Any, Any, object]
        if act in ("pause", "another", "stop"):
            work = getattr(channels, act)(*of_channel)
        else:
            work = getattr(channels, act)(*of_channel, self.moment)
        try:
            self.bench.do(work)
        except LookupError:
            assert channel not in {status.setup.channel_id for status in self.statuses()}

    @rule(
        channel=st.sampled_from(CHANNELS),
        change=st.sampled_from(
            [
                {"local_time": time(13)},
                {"zone": "Asia/Tokyo"},
                {"days": WEEKDAYS},
                {"picture": True},
            ]
        ),
    )
    def changes_a_choice(self, channel: int, change: dict[str, Any]) -> None:
        work = self.desk.channels.change(GUILD, channel, change, self.moment)
        try:
            self.bench.do(work)
        except LookupError:
            assert channel not in {status.setup.channel_id for status in self.statuses()}

    @rule(channel=st.sampled_from(CHANNELS))
    def erases_everything_and_sets_up_anew(self, channel: int) -> None:
        stored = GuildData(lambda: self.bench.database, lambda: self.moment)
        self.bench.do(stored.erase(GUILD))
        self.sets_up_for_soon(channel, False)
        self.the_next_is_due(0)

    @rule(
        channel=st.sampled_from(CHANNELS), failure=st.sampled_from([None, Gone(), Forbidden("X")])
    )
    def closes_or_opens(self, channel: int, failure: Failure | None) -> None:
        self.world.closed.pop(channel, None)
        if failure is not None:
            self.world.closed[channel] = failure

    @rule(seconds=WAITS)
    def time_passes(self, seconds: int) -> None:
        self.moment += timedelta(seconds=seconds)

    @rule(process=st.integers(0, PROCESSES - 1), minutes=st.sampled_from([-45, -2, 0, 2, 45]))
    def a_clock_is_off(self, process: int, minutes: int) -> None:
        self.processes[process].skew = timedelta(minutes=minutes)

    @rule(process=st.integers(0, PROCESSES - 1), plan=PLANS)
    def delivers_badly(self, process: int, plan: Plan) -> None:
        if not self.processes[process].held:
            self.bench.do(self.processes[process].deliver(plan))

    @rule(process=st.integers(0, PROCESSES - 1))
    def delivers(self, process: int) -> None:
        if not self.processes[process].held:
            self.delivered_well(self.processes[process])

    @rule(
        process=st.integers(0, PROCESSES - 1),
        step=st.integers(1, 12),
        dies=st.booleans(),
        before=st.sampled_from([42, 60, 200, 330, 1_200]),
        after=st.sampled_from([0, 50, 170, 320, 1_200]),
    )
    def one_overtakes_another(
        self, process: int, step: int, dies: bool, before: int, after: int
    ) -> None:
        slow, quick = self.processes[process], self.processes[process - 1]
        if slow.held or quick.held:
            return
        self.the_next_is_due(0)
        self.bench.do(slow.deliver(Plan(dies_at=step) if dies else Plan(held_at=step)))
        self.moment += timedelta(seconds=before)
        self.bench.do(quick.deliver(Plan()))
        self.moment += timedelta(seconds=after)
        self.bench.do(slow.release())

    @rule(
        process=st.integers(0, PROCESSES - 1),
        step=st.integers(1, 12),
        cut_off=st.booleans(),
        before=st.sampled_from([0, 5, 50, 200, 330, 1_200]),
        after=st.sampled_from([0, 50, 170, 320]),
    )
    def one_leaves_and_another_goes_on(
        self, process: int, step: int, cut_off: bool, before: int, after: int
    ) -> None:
        leaving, other = self.processes[process], self.processes[process - 1]
        if leaving.held or other.held:
            return
        self.the_next_is_due(0)
        self.bench.do(leaving.deliver(Plan(held_at=step)))
        if leaving.held:
            leaving.leave()
        self.moment += timedelta(seconds=before)
        self.bench.do(other.deliver(Plan()))
        self.moment += timedelta(seconds=after)
        self.bench.do(leaving.cut_off() if cut_off else leaving.release())
        self.what_is_under_way_arrives()

    @rule()
    def what_is_under_way_arrives(self) -> None:
        self.world.arrive(UNDER_WAY)

    @rule(process=st.integers(0, PROCESSES - 1))
    def is_told_to_leave_while_held(self, process: int) -> None:
        if self.processes[process].held:
            self.processes[process].leave()

    @rule(process=st.integers(0, PROCESSES - 1), dies=st.booleans())
    def goes_on(self, process: int, dies: bool) -> None:
        held = self.processes[process]
        self.bench.do(held.kill() if dies else held.release())

    @invariant()
    def no_post_has_two_messages(self) -> None:
        made = Counter((m.post.channel_id, m.post.local_date) for m in self.world.messages)
        assert not made or max(made.values()) == 1, made

    def delivered_well(self, process: Process) -> None:
        """After a delivery that nothing befell, nothing is left that was due."""
        # A server takes a moment to notice that a process died and to drop its locks.
        for _ in range(200):
            self.bench.do(process.deliver(Plan()))
            late = [s for s in self.statuses() if s.next_at and s.next_at <= process.now()]
            if not late:
                return
        raise AssertionError(f"left undone at {process.now()}: {late}")

    def posted(self, channel: int, day: date) -> list[Message]:
        return [m for m in self.world.of(channel) if m.post.local_date == day]

    def statuses(self) -> list[Status]:
        return self.bench.do(self.desk.channels.status(GUILD))

    def teardown(self) -> None:
        """Once all is well again, each channel that is on gets the next post it was promised."""
        if not hasattr(self, "processes"):
            return
        for process in self.processes:
            self.bench.do(process.release())
            process.skew = timedelta()
        self.world.closed.clear()
        for _ in range(12):  # longer than any pause between tries
            self.moment += timedelta(hours=1)
            self.delivered_well(self.processes[0])
        self.no_post_has_two_messages()
        promises = [(s.next_at, s.setup.channel_id, s) for s in self.statuses() if s.next_at]
        for due, _, promised in sorted(promises, key=lambda promise: promise[:2]):
            self.keeps_its_promise(promised, due)

    def keeps_its_promise(self, promised: Status, due: datetime) -> None:
        channel = promised.setup.channel_id
        day = local_date_of(due, promised.setup.local_time, ZoneInfo(promised.setup.zone))
        before = self.posted(channel, day)  # in a zone further east, before it was set up anew
        self.moment = due
        self.delivered_well(self.processes[1])
        (message,) = self.posted(channel, day)
        if not before:
            assert message.at == due
            last = next(s.last for s in self.statuses() if s.setup.channel_id == channel)
            assert last is not None
            assert (last.state, last.message_id) == ("sent", message.id)
            assert self.world.threads.count(message.id) == promised.setup.thread
            assert self.world.published.count(message.id) == promised.setup.publish
        self.no_post_has_two_messages()


class DaysOnPostgreSQL(Days):
    backend = "postgresql"


MUCH = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
    phases=[Phase.reuse, Phase.generate],  # shrinking days on a database takes many minutes
)


@pytest.mark.parametrize("days", [Days, DaysOnPostgreSQL])
def test_every_channel_and_date_has_one_message(days: type[Days]) -> None:
    run_state_machine_as_test(days, settings=MUCH)


def test_a_delivery_that_does_not_look_before_it_sends_again_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def find(self: Wire, post: Post, since: datetime) -> None:
        return None

    monkeypatch.setattr(Wire, "find", find)
    certain = settings(MUCH, derandomize=True, max_examples=300, database=None)
    with pytest.raises(AssertionError, match="Counter"):
        run_state_machine_as_test(Days, settings=certain)
