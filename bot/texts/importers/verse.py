"""Lines that are verse, and lines that a page's width made."""

import re
from collections.abc import Sequence
from itertools import pairwise

_LEAST_WIDTH = 60  # characters
_LONGEST_VERSE = 80
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_CAPITAL = re.compile(r"[\W_]*[^\W\d_]")


def page_width(lengths: Sequence[int]) -> int:
    """The width that lines of these lengths were wrapped at, in characters."""
    if not lengths:
        return _LEAST_WIDTH
    return max(_LEAST_WIDTH, sorted(lengths)[int(0.95 * (len(lengths) - 1))])


def is_verse(lines: Sequence[str], width: int) -> bool:
    """Whether the author ended these lines, and not a page `width` characters wide."""
    breaks = len(lines) - 1
    longest = max(map(len, lines))
    if breaks < 1 or longest > _LONGEST_VERSE:
        return False
    mean = sum(map(len, lines)) / len(lines)
    ended = sum(bool(_SENTENCE_END.search(line)) for line in lines[:-1])
    if mean > 25 and ended >= 0.8 * breaks:
        return False  # one sentence a line
    ragged = sum(
        len(line) + 1 + len(after.split(maxsplit=1)[0]) <= width for line, after in pairwise(lines)
    )
    capitals = sum(begins_with_capital(line) for line in lines[1:])
    if breaks == 1:
        return bool(longest <= 50 and ragged and capitals)
    return (
        mean <= 55
        and ragged >= 0.6 * breaks
        and (capitals >= 0.6 * breaks or (breaks > 2 and longest <= 45))
    )


def breaks_are_verse(lines: Sequence[str]) -> bool:
    """Whether lines that the author ended, however long, are verse and no address."""
    return len(lines) > 2 and all(map(begins_with_capital, lines))


def begins_with_capital(line: str) -> bool:
    """Whether the first letter of the line is none of the small ones."""
    first = _CAPITAL.match(line)
    return bool(first) and not line[first.end() - 1].islower() if first else False
