"""How long to wait before connecting again."""

from itertools import pairwise

from bot.pauses import Pauses, ShardPauses


def test_pauses_between_runs_grow_to_a_minute() -> None:
    pauses = Pauses()
    waited = [pauses.after(0) for _ in range(10)]
    assert waited[:3] == [1, 2, 4]
    assert all(before <= after for before, after in pairwise(waited))
    assert waited[-1] == 60


def test_after_a_run_that_lasted_they_begin_again() -> None:
    pauses = Pauses()
    for _ in range(10):
        pauses.after(5)
    assert pauses.after(3_600) == 1
    assert pauses.after(5) == 2


def test_a_shard_is_never_away_for_long_and_not_all_come_back_at_once() -> None:
    pauses = ShardPauses()
    waited = [pauses.delay() for _ in range(300)]
    assert waited[0] <= 2
    assert max(waited) <= 30
    assert len({round(pause, 3) for pause in waited[-100:]}) > 50
