"""When a daily post is due: pure, and exact in every time zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


EVERY_DAY = 0b1111111
WEEKDAYS = 0b0011111


@dataclass(frozen=True, slots=True)
class PostsDue:
    """Which posts of a channel are due at some moment.

    `due` and `local_date` say which post is to be made now (None: no post); `missed` is the local
    date whose post can no longer be made; `following` is when the next post is due after that.
    """

    due: datetime | None
    local_date: date | None
    missed: date | None
    following: datetime


def is_chosen(day: date, days: int) -> bool:
    """Whether the weekday of `day` is among `days`: the sum of 1 for Monday, 2 for Tuesday, up
    to 64 for Sunday.
    """
    return bool(days >> day.weekday() & 1)


def next_due(after: datetime, local_time: time, zone: ZoneInfo, days: int = EVERY_DAY) -> datetime:
    """The first moment after `after`, in UTC, at which a post at `local_time` is due.

    Only local dates whose weekday is among `days` (see `is_chosen`) have posts. A local time that
    a clock change skips is due at the first moment after the gap; one that occurs twice is due
    once, at the first; a local date that does not exist has no post.
    Raises OverflowError at the end of the calendar, and ValueError if no weekday is chosen.
    """
    if not days & EVERY_DAY:
        raise ValueError("no weekday is chosen")
    day = after.astimezone(zone).date() - _DAY  # a clock set back may have left that day
    while True:
        due = due_on(day, local_time, zone) if is_chosen(day, days) else None
        if due is not None and due > after:
            return due
        day += _DAY


def due_on(day: date, local_time: time, zone: ZoneInfo) -> datetime | None:
    """When the post of the local date `day` is due, in UTC; none if there is no such date."""
    wanted = datetime.combine(day, local_time)
    due = wanted.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if _wall(due, zone) == wanted:
        return due
    due = _end_of_gap(wanted, zone)
    skipped_whole = _wall(due - _SECOND, zone).date() < day < _wall(due, zone).date()
    return None if skipped_whole else due


def local_date_of(due: datetime, local_time: time, zone: ZoneInfo) -> date:
    """The local date that the post due at `due` belongs to.

    It is the date before the one that the clocks show when a gap runs over midnight.
    """
    shown = due.astimezone(zone).date()
    return shown - _DAY if due_on(shown - _DAY, local_time, zone) == due else shown


def day_is_over(due: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether at `now` the local date of the moment `due` is past."""
    return now.astimezone(zone).date() > due.astimezone(zone).date()


@lru_cache(maxsize=4096)
def posts_due(
    due: datetime, now: datetime, local_time: time, zone: ZoneInfo, days: int = EVERY_DAY
) -> PostsDue:
    """What is due at `now` for a channel whose next post was due at `due` (<= `now`).

    The post of a past local date is not made up, one of the current local date is.
    """
    following = next_due(now, local_time, zone, days)
    if not day_is_over(due, now, zone):
        return PostsDue(due, local_date_of(due, local_time, zone), None, following)
    missed = local_date_of(due, local_time, zone)
    today = now.astimezone(zone).date()
    todays = due_on(today, local_time, zone) if is_chosen(today, days) else None
    if todays is None or todays > now:
        return PostsDue(None, None, missed, following)
    return PostsDue(todays, today, missed, following)


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _end_of_gap(skipped: datetime, zone: ZoneInfo) -> datetime:
    """The first whole second, in UTC, whose local time is past `skipped`."""
    # Read with the offset after the change it falls before the gap, with the one before, after it.
    before = skipped.replace(tzinfo=zone, fold=1).astimezone(UTC)
    after = skipped.replace(tzinfo=zone, fold=0).astimezone(UTC)
    while after - before > _SECOND:
        middle = before + (after - before) // (2 * _SECOND) * _SECOND
        if _wall(middle, zone) < skipped:
            before = middle
        else:
            after = middle
    return after
