"""The time of day that people type."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.daily.clock_times import TimeError, parse_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8", time(8)),
        ("08", time(8)),
        ("20", time(20)),
        ("0", time(0)),
        ("24", time(0)),
        ("8am", time(8)),
        ("8 PM", time(20)),
        ("8 p.m.", time(20)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("08:00", time(8)),
        ("8:05", time(8, 5)),
        ("20.30", time(20, 30)),
        ("8,30", time(8, 30)),
        ("8h05", time(8, 5)),
        ("20h", time(20)),
        ("0805", time(8, 5)),
        ("805", time(8, 5)),
        ("8:30pm", time(20, 30)),
        ("08:00:00", time(8)),
        ("24:00", time(0)),
        ("23:59", time(23, 59)),
        ("noon", time(12)),
        ("Midday", time(12)),
        ("midnight", time(0)),
        ("12 noon", time(12)),
        ("12 midnight", time(0)),
        ("half past 8", time(8, 30)),
        ("Half past eight pm", time(20, 30)),
        ("quarter to 9", time(8, 45)),
        ("quarter to midnight", time(23, 45)),
        ("10 past eight", time(8, 10)),
        ("5 minutes before noon", time(11, 55)),
        ("at 8", time(8)),
        ("8 o'clock", time(8)),
        ("8 o’clock", time(8)),
        ("8 in the evening", time(20)),
        ("20 Uhr", time(20)),
        ("  8 : 30  ", time(8, 30)),
    ],
)
def test_times_as_people_type_them(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "25",
        "8:60",
        "24:01",
        "13pm",
        "0am",
        "-1",
        "8:5",
        "9999",
        "²",
        "soon",
        "99 past 8",
        "8 9",
    ],
)
def test_what_is_no_time_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(TimeError, match="is no time of day; write it like 8, 8am, 08:00"):
        parse_time(typed)


@given(st.times())
def test_every_minute_is_read_as_it_is_written(moment: time) -> None:
    minute = moment.replace(second=0, microsecond=0)
    for form in ("%H:%M", "%H.%M", "%H%M", "%I:%M %p"):
        assert parse_time(minute.strftime(form)) == minute


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        said = parse_time(typed).isoformat()
    except TimeError as error:
        said = str(error)
    assert len(said) < 200
