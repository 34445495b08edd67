"""Weekdays: reading what people type, and describing what they chose."""

import re
from collections.abc import Iterable

from bot.errors import UserError
from bot.features.daily.schedule import EVERY_DAY, WEEKDAYS
from bot.translation import gettext as _
from bot.translation import later
from bot.wording import listed, one_line, weekdays_named

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKEND = EVERY_DAY - WEEKDAYS
_SETS = {
    "every day": EVERY_DAY,
    "daily": EVERY_DAY,
    "all": EVERY_DAY,
    "weekdays": WEEKDAYS,
    "weekday": WEEKDAYS,
    "working days": WEEKDAYS,
    "weekends": _WEEKEND,
    "weekend": _WEEKEND,
}
SUGGESTED = (
    later("every day"),
    later("weekdays"),
    later("weekends"),
    later("Mon, Wed, Fri"),
    later("Mon"),
    later("Sun"),
)
# Translators: these go with "on {days}"
_ON = (
    later("Mondays"),
    later("Tuesdays"),
    later("Wednesdays"),
    later("Thursdays"),
    later("Fridays"),
    later("Saturdays"),
    later("Sundays"),
)


class DaysError(UserError):
    """The typed text names no weekdays; the message says what to write."""


def parse_days(typed: str) -> int:
    """The weekdays that `typed` means, as `schedule.is_chosen` takes them.

    It takes "every day", "weekdays", "weekends", and names of weekdays of at least two letters,
    with commas or "and" between, or a range such as Mon-Fri. The names may be in the language of the
    moment as well. Raises DaysError for anything else.
    """
    text = " ".join(typed.casefold().split()).removeprefix("on ")
    sets = _SETS | {_(name).casefold(): _SETS[name] for name in SUGGESTED[:3]}
    if text in sets:
        return sets[text]
    days = 0
    for part in re.split(
        r"\s*(?:,|、|;|&|\+|/|\band\b|\s)\s*", re.sub(r"\s*(-|–|\bto\b)\s*", "-", text)
    ):
        if part:
            days |= _days_of(part, typed)
    if not days:
        raise _unknown(typed)
    return days


def days_of(numbers: Iterable[int]) -> int:
    """The weekdays of these numbers, Monday being 0."""
    return sum(1 << number for number in set(numbers))


def numbers_of(days: int) -> list[int]:
    """The numbers of these weekdays, Monday being 0."""
    return [number for number in range(7) if days >> number & 1]


def described_days(days: int) -> str:
    """The weekdays in words: "every day", "on Mondays and Fridays"."""
    if days == EVERY_DAY:
        return _("every day")
    if days == WEEKDAYS:
        return _("on weekdays")
    return _("on {days}", days=listed([_(_ON[number]) for number in numbers_of(days)]))


def _days_of(part: str, typed: str) -> int:
    if part in _SETS:
        return _SETS[part]
    first, _, last = part.partition("-")
    begin, end = _number(first, typed), _number(last or first, typed)
    return days_of((begin + step) % 7 for step in range((end - begin) % 7 + 1))


def _number(name: str, typed: str) -> int:
    short = name.rstrip(".").removesuffix("s") if len(name) > 4 else name.rstrip(".")
    for names in (weekdays_named(), NAMES):
        found = [number for number, day in enumerate(names) if day.casefold().startswith(short)]
        if len(found) == 1 and (len(short) > 1 or not short.isascii()):
            return found[0]
    raise _unknown(typed)


def _unknown(typed: str) -> DaysError:
    shown = one_line(typed)
    return DaysError(
        _(
            "“{typed}” names no weekdays; write it like every day, weekdays, or Mon, Wed, Fri.",
            typed=shown,
        )
    )
