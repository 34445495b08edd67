"""Daily posts by reading the clock on the wall minute by minute: slow, and plain to see right.

usage: python -m tests.features.daily.clocks

compares `next_due` with it around every clock change of every zone in fifty years; it takes some
minutes, and the ordinary tests take a sample.
"""

import sys
from datetime import UTC, datetime, time, timedelta
from functools import cache
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

from bot.features.daily.schedule import next_due

ZONES = sorted(available_timezones() - {"Factory", "localtime"})
BEGIN, END = datetime(1976, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
Shown = list[tuple[datetime, datetime]]


def shown(begin: datetime, end: datetime, zone: ZoneInfo) -> Shown:
    """What the clock shows at each minute from `begin` to `end`."""
    moments = (begin + n * MINUTE for n in range((end - begin) // MINUTE))
    return [(moment, moment.astimezone(zone).replace(tzinfo=None)) for moment in moments]


def dues(clock: Shown, local_time: time) -> list[datetime]:
    """The due moment of each date that the clock comes to show.

    A date is due as soon as the clock shows its time or a later one.
    """
    found: list[datetime] = []
    for day in sorted({wall.date() for _, wall in clock} - {clock[0][1].date()}):
        wanted = datetime.combine(day, local_time)
        found += islice((moment for moment, wall in clock if wall >= wanted), 1)
    return found


@cache
def changes(key: str) -> tuple[datetime, ...]:
    """The moments, to the minute, at which the zone's clocks changed in fifty years."""
    zone, moment = ZoneInfo(key), BEGIN
    found: list[datetime] = []
    while moment < END:
        if _offset(moment, zone) != _offset(moment + 5 * DAY, zone):
            found.append(_change_within(moment, moment + 5 * DAY, zone))
        moment += 5 * DAY
    return tuple(found)


def _change_within(begin: datetime, end: datetime, zone: ZoneInfo) -> datetime:
    while end - begin > MINUTE:
        middle = begin + (end - begin) // (2 * MINUTE) * MINUTE
        if _offset(begin, zone) == _offset(middle, zone):
            begin = middle
        else:
            end = middle
    return end


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


def alike() -> dict[tuple[object, ...], str]:
    """One zone of each set whose clocks have always shown the same."""
    months = [BEGIN + n * 30 * DAY for n in range(50 * 12)]
    return {
        (changes(key), *(_offset(month, ZoneInfo(key)) for month in months)): key for key in ZONES
    }


def sweep() -> int:
    """How many due moments `next_due` and the clock on the wall agree upon. Raises SystemExit."""
    agreed = 0
    for key in alike().values():
        zone = ZoneInfo(key)
        for change in changes(key):
            begin, end = change - timedelta(hours=30), change + timedelta(hours=30)
            clock = shown(begin - DAY, end + DAY, zone)
            for minutes in (-61, -30, -15, -1, 0, 15):
                local_time = (change + minutes * MINUTE).astimezone(zone).time()
                due = begin
                for expected in dues(clock, local_time):
                    if begin < expected <= end:
                        due = next_due(due, local_time, zone)
                        if due != expected:
                            sys.exit(f"{key} {local_time}: {due} instead of {expected}")
                        agreed += 1
    return agreed


if __name__ == "__main__":
    print(f"{sweep()} due moments agree")
