"""How long to wait before connecting again."""

from itertools import pairwise

from bot.client import ShardBackoff
from bot.run import ReconnectBackoff


def test_waits_between_runs_grow_to_a_minute() -> None:
    backoff = ReconnectBackoff()
    waited = [backoff.after(0) for _ in range(10)]
    assert waited[:3] == [1, 2, 4]
    assert all(before <= after for before, after in pairwise(waited))
    assert waited[-1] == 60


def test_after_a_run_that_lasted_they_begin_again() -> None:
    backoff = ReconnectBackoff()
    for _ in range(10):
        backoff.after(5)
    assert backoff.after(3_600) == 1
    assert backoff.after(5) == 2


def test_a_shard_is_never_away_for_long_and_not_all_come_back_at_once() -> None:
    backoff = ShardBackoff()
    waited = [backoff.delay() for _ in range(300)]
    assert waited[0] <= 2
    assert max(waited) <= 30
    assert len({round(wait, 3) for wait in waited[-100:]}) > 50
