"""The time of day that people type."""

import re
from datetime import time

from bot.errors import UserError
from bot.translation import gettext as _
from bot.translation import later
from bot.wording import one_line

_NAMED = {"midnight": time(0), "noon": time(12), "midday": time(12)}
_SPELT = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
}
_MEANT = re.compile(r"\b(at|o'?clock|uhr|hrs?|in the)\b|(?<=\d)\s?h\s?$")
_HALF_OF_DAY = {"a": 0, "p": 12, "morning": 0, "afternoon": 12, "evening": 12}
_PAST = re.compile(
    r"(?P<part>half|quarter|\d{1,2}(?: minutes?)?) (?P<side>past|to|after|before) (?P<rest>.+)"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})"
    r"(?:\s?[:.,h]\s?(?P<minute>\d{2})(?:[:.]00)?|(?<=\d\d)(?P<joined>\d{2})|(?<=\d)(?P<three>\d{2}))?"
    r"\s*(?:(?P<half>[ap])\.?\s?m?\.?|(?P<named>morning|afternoon|evening))?"
)
# Translators: ways to type a time; only what is understood: 8, 08:00, 8h05, 20.30, 8pm, 8 Uhr, noon
EXAMPLES = later("8, 8am, 08:00, 20.30, half past 8, noon or midnight")


class TimeError(UserError):
    """The typed text is no time of day; the message says what to write."""


def parse_time(typed: str) -> time:
    """The time of day that `typed` means, to the minute.

    It takes, in any case and with any spaces around:

    * hours alone, of 24 or with am or pm: 8, 08, 20, 8am, 8 p.m., 8 in the evening
    * hours and minutes: 8:05, 08.05, 8,05, 8h05, 0805, 8:05 pm
    * half past 8, quarter to 9 pm, 10 past eight
    * noon, midday, midnight; 24:00 is midnight

    Raises TimeError for anything else.
    """
    text = " ".join(_MEANT.sub(" ", typed.casefold().replace("’", "'")).split())
    text = " ".join(_SPELT.get(word, word) for word in text.split())
    text = text.removeprefix("12 ") if text.removeprefix("12 ") in _NAMED else text
    minutes = _minutes(text)
    if minutes is None:
        raise TimeError(
            _(
                "“{typed}” is no time of day; write it like {examples}.",
                typed=one_line(typed),
                examples=_(EXAMPLES),
            )
        )
    return time(minutes // 60 % 24, minutes % 60)


def _minutes(text: str) -> int | None:
    """Minutes after midnight, 1440 at most."""
    if text in _NAMED:
        return _NAMED[text].hour * 60
    if spoken := _PAST.fullmatch(text):
        hours = _minutes(spoken["rest"])
        if hours is None or hours % 60:
            return None
        part = {"half": 30, "quarter": 15}.get(spoken["part"])
        part = int(spoken["part"].split()[0]) if part is None else part
        if part > 59:
            return None
        return (hours + (part if spoken["side"] in ("past", "after") else -part)) % (24 * 60)
    found = _CLOCK.fullmatch(text)
    return _read(found) if found else None


def _read(found: re.Match[str]) -> int | None:
    hour = int(found["hour"])
    minute = int(found["minute"] or found["joined"] or found["three"] or 0)
    if half := found["half"] or found["named"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + _HALF_OF_DAY[half]
    if minute > 59 or hour * 60 + minute > 24 * 60:
        return None
    return hour * 60 + minute
