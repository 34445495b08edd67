"""Where lines break: as few as fit, of lengths as even as the words allow."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # all white space but what keeps words together
_INSIDE = re.compile(r"(?<=\w[-‐–—/])(?=[\w“‘«(])|(?<=[—…])(?=[\w“‘«(])")
_LONGEST_WORD = 45  # letters; what is longer is an address or noise, and breaks anywhere
_JOINERS = "\u200c\u200d"

_LONE_WORD = 20.0  # penalties, in squares of the measure
_SPLIT_WORD = 2.0
_AFTER_PAUSE = -0.01


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two places where a line may break.

    `width` is its own, `gap` that of the space after it (0 without one); `splits` tells whether a
    break after it would split a word.
    """

    text: str
    width: float
    gap: float = 0.0
    splits: bool = False


def pieces(text: str, width: Callable[[str], float]) -> list[Piece]:
    """`text` cut wherever a line may break; `width` measures, in any unit."""
    space = width(" ")
    words = [word for word in _SPACES.split(text) if word]
    return [piece for word in words for piece in _word(word, width, space)]


def line_count(cut: Sequence[Piece], measure: float) -> int | None:
    """The fewest lines no wider than `measure`; None if a piece alone is wider."""
    count, filled = 1, 0.0
    for piece in cut:
        if piece.width > measure:
            return None
        if filled + piece.width > measure:
            count, filled = count + 1, 0.0
        filled += piece.width + piece.gap
    return count


def even_lines(cut: Sequence[Piece], measure: float) -> list[str]:
    """Lines no wider than `measure`, as few as possible and of nearly one length.

    The last has more than one word where that can be. Empty if a piece alone is too wide.
    """
    count = line_count(cut, measure)
    if not cut or count is None:
        return []
    ends = _best_ends(cut, measure, count)
    return [_joined(cut[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def _word(word: str, width: Callable[[str], float], space: float) -> Iterator[Piece]:
    *parts, last = _INSIDE.split(word)
    for part in parts:
        yield from _part(part, width, 0.0)
    yield from _part(last, width, space)


def _part(part: str, width: Callable[[str], float], gap: float) -> Iterator[Piece]:
    if len(part) <= _LONGEST_WORD:
        yield Piece(part, width(part), gap)
        return
    *letters, last = _letters(part)
    yield from (Piece(letter, width(letter), splits=True) for letter in letters)
    yield Piece(last, width(last), gap)


def _letters(word: str) -> list[str]:
    """Letters with the marks that they carry."""
    found: list[str] = []
    for letter in word:
        carried = unicodedata.category(letter).startswith("M") or letter in _JOINERS
        if found and (carried or found[-1][-1] in _JOINERS):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _best_ends(cut: Sequence[Piece], measure: float, count: int) -> tuple[int, ...]:
    """Where the `count` lines end: the least sum of squared gaps at their ends, and penalties."""
    starts = [0.0, *accumulate(piece.width + piece.gap for piece in cut)]
    full = [start - piece.gap for start, piece in zip(starts[1:], cut, strict=True)]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best.items():
            for end in range(start + 1, len(cut) + 1):
                slack = 1 - (full[end - 1] - starts[start]) / measure
                if slack < -1e-9:
                    break
                total = cost + slack * slack + _penalty(cut, start, end)
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, (*ends, end))
        best = longer
    return best[len(cut)][1]


def _penalty(cut: Sequence[Piece], start: int, end: int) -> float:
    if end == len(cut):
        alone = start > 0 and not any(piece.gap for piece in cut[start : end - 1])
        return _LONE_WORD if alone else 0.0
    if cut[end - 1].splits:
        return _SPLIT_WORD
    return _AFTER_PAUSE if cut[end - 1].text[-1] in ",;:.!?—" else 0.0


def _joined(cut: Sequence[Piece]) -> str:
    return "".join(piece.text + " " * (piece.gap > 0) for piece in cut).rstrip(" ")
