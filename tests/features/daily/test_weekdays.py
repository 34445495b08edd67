"""The weekdays that people type, and how they are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.daily.schedule import EVERY_DAY, WEEKDAYS
from bot.features.daily.weekdays import (
    SUGGESTED,
    DaysError,
    days_of,
    described_days,
    numbers_of,
    parse_days,
)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("every day", range(7)),
        ("Daily", range(7)),
        ("weekdays", range(5)),
        ("WEEKENDS", (5, 6)),
        ("Mon, Wed, Fri", (0, 2, 4)),
        ("mondays and thursdays", (0, 3)),
        ("on Tuesdays", (1,)),
        ("tu th", (1, 3)),
        ("Mon-Fri", range(5)),
        ("fri to sun", (4, 5, 6)),
        ("Sat – Mon", (5, 6, 0)),
        ("weekdays, Sunday", (0, 1, 2, 3, 4, 6)),
    ],
)
def test_weekdays_are_read_as_people_write_them(typed: str, numbers: object) -> None:
    assert parse_days(typed) == days_of(numbers)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["", "someday", "s", "T", "8", "@everyone", "x" * 3000])
def test_anything_else_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(DaysError, match="names no weekdays; write it like") as refused:
        parse_days(typed)
    assert len(str(refused.value)) < 200


@given(st.integers(1, EVERY_DAY))
def test_what_is_told_can_be_typed(days: int) -> None:
    assert parse_days(described_days(days)) == days
    assert days_of(numbers_of(days)) == days


def test_every_suggestion_can_be_typed() -> None:
    assert parse_days("weekdays") == WEEKDAYS
    assert all(parse_days(typed) for typed in SUGGESTED)
