"""What makes the bot healthy, and how long something may be wrong before it does not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.health import Facts, Shard, Watch
from bot.health.checks import GRACE, STILL_FOR
from tests.health.standing import NOW, WELL

SECOND = timedelta(seconds=1)
LOCKED = "The database attune is locked by another program; close that program, then try again."
CUT_OFF = replace(WELL, shards=(Shard(0, True, 0.04), Shard(1, False, 0.04)))
SLOW = replace(WELL, shards=(Shard(0, True, 3.25), Shard(1, True, 0.04)))
FAILING = replace(WELL, trouble=LOCKED)
STILL = replace(WELL, last_progress=NOW - STILL_FOR - SECOND)


def test_a_bot_that_nothing_ails_is_healthy() -> None:
    assert Watch().reasons(WELL, NOW) == []


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (replace(WELL, ready=False, shards=()), "Not connected to Discord yet."),
        (
            replace(WELL, ready=False, closed=True, shards=()),
            "Discord cannot be reached; it is tried again.",
        ),
        (replace(WELL, database_open=False, trouble=LOCKED, last_progress=None), LOCKED),
    ],
)
def test_what_has_never_worked_is_said_at_once(facts: Facts, said: str) -> None:
    assert Watch().reasons(facts, NOW) == [said]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (CUT_OFF, "Not connected to Discord: shard 1."),
        (SLOW, "Discord answers shard 0 only after 3.2 seconds."),
        (FAILING, LOCKED),
        (STILL, "The daily reflections have stood still for 181 seconds."),
    ],
)
def test_what_fails_later_is_said_once_it_has_lasted(facts: Facts, said: str) -> None:
    watch = Watch()
    assert watch.reasons(facts, NOW) == []
    assert watch.reasons(facts, NOW + GRACE - SECOND) == []
    assert watch.reasons(facts, NOW + GRACE) == [said]
    fixed = replace(WELL, last_progress=NOW + GRACE)
    assert watch.reasons(fixed, NOW + GRACE + SECOND) == []


def test_everything_that_is_wrong_is_said() -> None:
    shards = (Shard(0, False, None), Shard(1, False, 0.04))
    facts = replace(STILL, shards=shards, database_open=False, trouble=LOCKED)
    watch = Watch()
    watch.reasons(facts, NOW)
    assert len(watch.reasons(facts, NOW + GRACE)) == 4


def test_a_shard_that_is_resumed_begins_anew() -> None:
    watch = Watch()
    watch.reasons(CUT_OFF, NOW)
    watch.reasons(WELL, NOW + GRACE - SECOND)
    assert watch.reasons(CUT_OFF, NOW + GRACE) == []
    other = replace(WELL, shards=(Shard(0, False, 0.04), Shard(1, True, 0.04)))
    assert watch.reasons(other, NOW + 2 * GRACE) == []


def test_a_tick_that_waits_for_slow_requests_is_no_standstill() -> None:
    watch = Watch()
    waiting = replace(WELL, last_progress=NOW - STILL_FOR)
    watch.reasons(waiting, NOW)
    assert watch.reasons(replace(waiting, last_progress=NOW + GRACE - STILL_FOR), NOW + GRACE) == []


@given(
    st.lists(
        st.tuples(st.floats(0.1, 30), st.sampled_from([WELL, CUT_OFF, SLOW, FAILING])), max_size=40
    )
)
def test_it_is_unhealthy_exactly_while_something_has_lasted(
    steps: list[tuple[float, Facts]],
) -> None:
    watch, now, lasted = Watch(), NOW, timedelta()
    before: Facts | None = None
    for seconds, facts in steps:
        now += timedelta(seconds=seconds)
        lasted = lasted + timedelta(seconds=seconds) if facts is before else timedelta()
        before = facts
        current = replace(facts, last_progress=now)
        assert bool(watch.reasons(current, now)) == (facts is not WELL and lasted >= GRACE)
