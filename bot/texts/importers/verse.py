"""Lines that are verse, and lines that a page's width made."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_LEAST_WIDTH = 40  # characters
_USUAL_WIDTH = 60
_LONGEST_VERSE = 80
_LEAST_BREAKS = 8
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_CAPITAL = re.compile(r"[\W_]*[^\W\d_]")


def page_width(lengths: Sequence[int]) -> int:
    """The width that lines of these lengths were wrapped at, in characters."""
    if not lengths:
        return _LEAST_WIDTH
    return max(_LEAST_WIDTH, sorted(lengths)[int(0.95 * (len(lengths) - 1))])


def all_verse(paragraphs: Iterable[Sequence[str]], width: int) -> bool | None:
    """Whether all lines of a text are verse (True), or ended where a speaker drew breath, as in
    transcripts, or behind each sentence (False); None if each paragraph has to be looked at.
    """
    pairs = [pair for lines in paragraphs for pair in pairwise(lines)]
    if len(pairs) < _LEAST_BREAKS:
        return None
    ended = sum(bool(_SENTENCE_END.search(line)) for line, _ in pairs) / len(pairs)
    capitals = sum(begins_with_capital(line) for _, line in pairs) / len(pairs)
    if capitals >= 0.85 and ended < 0.7 and _ragged(pairs, max(width, _USUAL_WIDTH)) >= 0.6:
        return True
    if _ragged(pairs, width) < 0.6:
        return None
    mean = sum(len(line) for line, _ in pairs) / len(pairs)
    return ended < 0.7 and mean <= (36 if capitals > 0.3 else 45)


def _ragged(pairs: Sequence[tuple[str, str]], width: int) -> float:
    """The share of lines that had room for the first word of the next."""
    room = sum(len(one) + 1 + len(two.split(maxsplit=1)[0]) <= width for one, two in pairs)
    return room / len(pairs)


def is_verse(lines: Sequence[str], width: int) -> bool:
    """Whether the author ended these lines, and not a page `width` characters wide."""
    pairs = list(pairwise(lines))
    longest = max(map(len, lines))
    if not pairs or longest > _LONGEST_VERSE:
        return False
    mean = sum(map(len, lines)) / len(lines)
    ended = sum(bool(_SENTENCE_END.search(line)) for line in lines[:-1])
    if mean > 25 and ended >= 0.8 * len(pairs):
        return False  # one sentence a line
    capitals = sum(map(begins_with_capital, lines[1:])) / len(pairs)
    ragged = _ragged(pairs, max(width, _USUAL_WIDTH))
    if len(pairs) == 1:
        return longest <= 50 and ragged == capitals == 1
    if capitals >= 0.6:
        return mean <= 55 and ragged >= 0.6
    return len(pairs) > 2 and longest <= 45 and _ragged(pairs, width) >= 0.6


def breaks_are_verse(lines: Sequence[str]) -> bool:
    """Whether lines that the author ended, however long, are verse and no address."""
    return len(lines) > 2 and all(map(begins_with_capital, lines))


def begins_with_capital(line: str) -> bool:
    """Whether the first letter of the line is none of the small ones."""
    first = _CAPITAL.match(line)
    return bool(first) and not line[first.end() - 1].islower() if first else False
