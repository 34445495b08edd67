"""How many questions a member and a channel may ask."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.rate_limit import RateLimit, Wait


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.instant


def test_a_member_may_ask_five_times_and_then_waits_until_ten_seconds_after_the_first() -> None:
    clock = Clock()
    rate_limit = RateLimit(clock)
    assert [rate_limit.question(1, 9) for _ in range(5)] == [None] * 5
    clock.instant += timedelta(seconds=4)
    assert rate_limit.question(1, 9) == Wait(6.0, busy=False)
    assert rate_limit.question(2, 9) is None
    clock.instant += timedelta(seconds=6)
    assert rate_limit.question(1, 9) is None


def test_a_channel_in_which_forty_asked_is_busy() -> None:
    rate_limit = RateLimit(Clock())
    assert [rate_limit.question(member, 9) for member in range(40)] == [None] * 40
    assert rate_limit.question(40, 9) == Wait(10.0, busy=True)
    assert rate_limit.question(41, 8) is None


def test_a_member_is_told_once() -> None:
    rate_limit = RateLimit(Clock())
    assert [rate_limit.may_be_told(1), rate_limit.may_be_told(1), rate_limit.may_be_told(2)] == [
        True,
        False,
        True,
    ]


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 12))))
def test_nobody_asks_more_than_five_times_in_the_ten_seconds_after_a_first_question(
    asked: list[tuple[int, float]],
) -> None:
    clock = Clock()
    rate_limit = RateLimit(clock)
    answered: dict[int, list[datetime]] = {}
    for member, pause in asked:
        clock.instant += timedelta(seconds=pause)
        if rate_limit.question(member, member) is None:
            answered.setdefault(member, []).append(clock.instant)
    for times in answered.values():
        for first, sixth in zip(times[::5], times[5::5], strict=False):
            assert sixth - first >= timedelta(seconds=9.999)
