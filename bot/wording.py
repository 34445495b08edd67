"""How sentences name things: long texts, counts, lists, days, and the word that was meant."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.translation import language

_MOST = 60  # characters of a value that a sentence can carry
_NEAR = 60  # of 100, as rapidfuzz counts likeness


def clipped(text: str, limit: int = _MOST) -> str:
    """`text`, or its beginning up to a word's end with an ellipsis, in at most `limit` characters."""
    if len(text) <= limit:
        return text
    words = re.sub(r"\s+\S*$", "", text[:limit])
    return (words if limit // 2 < len(words) < limit else text[: limit - 1].rstrip()) + "…"


def one_line(text: str, limit: int = _MOST) -> str:
    """`text` on one line, clipped to `limit` characters."""
    return clipped(" ".join(text.split()), limit)


def quoted(text: str) -> str:
    """`text` in quotation marks, on one line, clipped where a sentence would drown in it."""
    return f"“{one_line(text)}”"


def counted(number: int, one: str, many: str | None = None) -> str:
    """How many: "1 text", "1,200 texts"; `many` is a plural that does not end in -s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """The items with commas, and "and" before the last, or as the language of the moment does."""
    if (current := language()) is not None:
        from babel.lists import format_list

        return format_list(items, locale=current)
    return ", ".join(items[:-1]) + (" and " if items[1:] else "") + "".join(items[-1:])


def day_named(day: date) -> str:
    """A day as the language of the moment writes it: "13 September 2020"."""
    if (current := language()) is not None:
        from babel.dates import format_date

        return format_date(day, "long", locale=current)
    return f"{day.day} {day:%B %Y}"


def weekday_and_day_named(day: date) -> str:
    """A day with its weekday: "Sunday, 13 September"; some languages name the year, too."""
    if (current := language()) is not None:
        from babel.dates import format_date

        return format_date(day, "full", locale=current)
    return f"{day:%A}, {day.day} {day:%B}"


def weekdays_named() -> list[str]:
    """The names of the weekdays, from Monday."""
    if (current := language()) is not None:
        from babel.dates import get_day_names

        names = get_day_names("wide", "stand-alone", locale=current)
        return [names[number] for number in range(7)]
    return ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Asks for the nearest of the `known` words; `otherwise` where none is near."""
    from rapidfuzz import fuzz, process  # not for a cold start that goes well

    near = process.extractOne(word.lower(), list(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f"did you mean “{near[0]}”?" if near else otherwise
