"""When a daily post is due: against clocks read step by step, and at changes that happened."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.features.daily.schedule import (
    EVERY_DAY,
    WEEKDAYS,
    PostsDue,
    day_is_over,
    due_on,
    is_chosen,
    local_date_of,
    next_due,
    posts_due,
)
from tests.features.daily.clocks import BEGIN, DAY, ZONES, changes, dues, shown


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ZONES), st.integers(0, 10**6), st.times(), st.integers(-36 * 60, 36 * 60))
def test_next_due_is_what_clocks_show_minute_by_minute(
    key: str, pick: int, local_time: time, offset: int
) -> None:
    zone, local_time = ZoneInfo(key), local_time.replace(second=0, microsecond=0)
    known = changes(key) or (BEGIN + (pick % 18_000) * DAY,)
    after = known[pick % len(known)] + timedelta(minutes=offset)
    expected = dues(shown(after - 1.5 * DAY, after + 2.5 * DAY, zone), local_time)
    assert next_due(after, local_time, zone) == min(due for due in expected if due > after)


@settings(max_examples=500)
@given(
    st.sampled_from(ZONES),
    st.integers(-2_177_452_800, 4_102_444_800).map(
        lambda second: datetime.fromtimestamp(second, UTC)
    ),
    st.times(),
)
@example("America/Anchorage", utc(1867, 10, 17), time(12))
@example("Asia/Manila", utc(1844, 12, 30), time(12))
def test_dues_follow_each_other_daily_and_know_their_date(
    key: str, after: datetime, local_time: time
) -> None:
    zone = ZoneInfo(key)
    first = next_due(after, local_time, zone)
    second = next_due(first, local_time, zone)
    assert after < first < second
    dates = [local_date_of(due, local_time, zone) for due in (first, second)]
    assert [due_on(day, local_time, zone) for day in dates] == [first, second]
    assert timedelta(days=1) <= dates[1] - dates[0] <= timedelta(days=2)
    assert next_due(first - timedelta(microseconds=1), local_time, zone) == first


CASES = [
    # New York, spring: 2:00 becomes 3:00.
    ("America/New_York", utc(2022, 3, 12, 12), time(2, 30), utc(2022, 3, 13, 7)),
    ("America/New_York", utc(2022, 3, 13, 7), time(2, 30), utc(2022, 3, 14, 6, 30)),
    ("America/New_York", utc(2022, 3, 12, 12), time(2), utc(2022, 3, 13, 7)),
    ("America/New_York", utc(2022, 3, 12, 12), time(3), utc(2022, 3, 13, 7)),
    # New York, autumn: from 1:00 to 2:00 twice.
    ("America/New_York", utc(2022, 11, 6, 0), time(1, 30), utc(2022, 11, 6, 5, 30)),
    ("America/New_York", utc(2022, 11, 6, 5, 30), time(1, 30), utc(2022, 11, 7, 6, 30)),
    ("America/New_York", utc(2022, 11, 6, 6), time(1, 30), utc(2022, 11, 7, 6, 30)),
    # London.
    ("Europe/London", utc(2026, 3, 28, 12), time(1, 30), utc(2026, 3, 29, 1)),
    ("Europe/London", utc(2026, 10, 24, 12), time(1, 30), utc(2026, 10, 25, 0, 30)),
    ("Europe/London", utc(2026, 10, 25, 0, 30), time(1, 30), utc(2026, 10, 26, 1, 30)),
    ("Europe/London", utc(2026, 7, 1, 6, 59, 59), time(8), utc(2026, 7, 1, 7)),
    ("Europe/London", utc(2026, 7, 1, 7), time(8), utc(2026, 7, 2, 7)),
    # Lord Howe changes by half an hour.
    ("Australia/Lord_Howe", utc(2022, 10, 1, 12), time(2, 15), utc(2022, 10, 1, 15, 30)),
    ("Australia/Lord_Howe", utc(2022, 4, 2, 12), time(1, 45), utc(2022, 4, 2, 14, 45)),
    ("Australia/Lord_Howe", utc(2022, 4, 2, 14, 45), time(1, 45), utc(2022, 4, 3, 15, 15)),
    # Apia had no 30 December 2011.
    ("Pacific/Apia", utc(2011, 12, 29, 18), time(8), utc(2011, 12, 30, 18)),
    ("Pacific/Apia", utc(2011, 12, 30, 9, 59), time(0), utc(2011, 12, 30, 10)),
    # Casablanca turns its clocks back for Ramadan.
    ("Africa/Casablanca", utc(2023, 3, 18, 12), time(2, 30), utc(2023, 3, 19, 1, 30)),
    ("Africa/Casablanca", utc(2023, 3, 19, 1, 30), time(2, 30), utc(2023, 3, 20, 2, 30)),
    ("Africa/Casablanca", utc(2023, 4, 22, 12), time(2, 30), utc(2023, 4, 23, 2)),
    # A gap over midnight: the post of the 4th comes when the 5th begins.
    ("Asia/Pyongyang", utc(2018, 5, 4, 12), time(23, 45), utc(2018, 5, 4, 15)),
    ("Asia/Pyongyang", utc(2018, 5, 4, 15), time(23, 45), utc(2018, 5, 5, 14, 45)),
    ("UTC", utc(2026, 1, 1), time(0), utc(2026, 1, 2)),
]


@pytest.mark.parametrize(("key", "after", "local_time", "due"), CASES)
def test_changes_that_happened(key: str, after: datetime, local_time: time, due: datetime) -> None:
    assert next_due(after, local_time, ZoneInfo(key)) == due


@pytest.mark.parametrize(
    ("key", "due", "local_time", "day"),
    [
        ("Asia/Pyongyang", utc(2018, 5, 4, 15), time(23, 45), date(2018, 5, 4)),
        ("Asia/Pyongyang", utc(2018, 5, 4, 15), time(0), date(2018, 5, 5)),
        ("Pacific/Apia", utc(2011, 12, 30, 18), time(8), date(2011, 12, 31)),
        ("America/New_York", utc(2022, 3, 13, 7), time(2, 30), date(2022, 3, 13)),
        # No due moment of this time: a change of the settings or of the zone's rules.
        ("America/New_York", utc(2022, 6, 1, 2), time(8), date(2022, 5, 31)),
    ],
)
def test_the_date_that_a_due_moment_belongs_to(
    key: str, due: datetime, local_time: time, day: date
) -> None:
    assert local_date_of(due, local_time, ZoneInfo(key)) == day


def test_a_date_that_does_not_exist_has_no_post() -> None:
    assert due_on(date(2011, 12, 30), time(8), ZoneInfo("Pacific/Apia")) is None
    assert due_on(date(1993, 8, 21), time(8), ZoneInfo("Pacific/Kwajalein")) is None


LONDON = ZoneInfo("Europe/London")
YESTERDAYS, TODAYS = utc(2026, 1, 9, 8), utc(2026, 1, 10, 8)
TODAY, TOMORROWS = date(2026, 1, 10), utc(2026, 1, 11, 8)


@pytest.mark.parametrize(
    ("due", "now", "expected"),
    [
        (TODAYS, TODAYS, PostsDue(TODAYS, TODAY, None, TOMORROWS)),
        (TODAYS, utc(2026, 1, 10, 23, 59), PostsDue(TODAYS, TODAY, None, TOMORROWS)),
        # Yesterday's is missed; today's is not due yet, or made up.
        (YESTERDAYS, utc(2026, 1, 10, 0), PostsDue(None, None, date(2026, 1, 9), TODAYS)),
        (YESTERDAYS, utc(2026, 1, 10, 9), PostsDue(TODAYS, TODAY, date(2026, 1, 9), TOMORROWS)),
        (utc(2026, 1, 1, 8), TODAYS, PostsDue(TODAYS, TODAY, date(2026, 1, 1), TOMORROWS)),
    ],
)
def test_what_falls_to_be_done(due: datetime, now: datetime, expected: PostsDue) -> None:
    assert posts_due(due, now, time(8), LONDON) == expected


def test_a_day_is_over_at_the_midnight_of_its_zone() -> None:
    apia, due = ZoneInfo("Pacific/Apia"), utc(2026, 1, 9, 19)
    assert not day_is_over(due, utc(2026, 1, 10, 10, 59), apia)
    assert day_is_over(due, utc(2026, 1, 10, 11), apia)


@given(
    st.integers(1_600_000_000, 2_200_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
    st.times().map(lambda at: at.replace(microsecond=0)),
    st.sampled_from(["Europe/London", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"]),
    st.integers(1, EVERY_DAY),
)
def test_a_post_is_due_on_the_first_chosen_day(
    after: datetime, local_time: time, key: str, days: int
) -> None:
    zone = ZoneInfo(key)
    due = next_due(after, local_time, zone, days)
    assert is_chosen(local_date_of(due, local_time, zone), days)
    every = next_due(after, local_time, zone)
    while every < due:  # whatever was left out was not chosen
        assert not is_chosen(local_date_of(every, local_time, zone), days)
        every = next_due(every, local_time, zone)
    assert every == due


def test_without_any_weekday_nothing_is_due() -> None:
    with pytest.raises(ValueError, match="no weekday"):
        next_due(utc(2026, 1, 1), time(8), ZoneInfo("UTC"), 0)


def test_a_day_that_was_not_chosen_is_not_made_up() -> None:
    friday, zone = utc(2026, 1, 9, 8), ZoneInfo("UTC")
    found = posts_due(friday, friday + timedelta(days=1, hours=1), time(8), zone, WEEKDAYS)
    assert (found.due, found.missed) == (None, date(2026, 1, 9))
    assert found.following == utc(2026, 1, 12, 8)
