"""Where everything on a quote card stands: in the largest type in which all of it fits."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import groupby

from bot.discord_ui.quotes import CardError
from bot.features.cards.fonts import TYPEFACES, Typeface, font, shapes_text
from bot.features.cards.line_breaking import Piece, even_lines, line_count, pieces
from bot.translation import gettext as _
from bot.translation import later

SIZE = (1200, 630)
"""Width and height of a card in pixels: what Discord shows in full."""

SCALE = 4
"""How much larger letters are set than shown.

Pillow puts each on a whole pixel; set larger, their distances come out even. And large letters of
whole pixels, made small, are drawn sooner than small ones with smooth edges, and look the same.
"""

_INDENT = 138  # from the edge to the text, on the side of the quotation mark
_MARGIN = 76  # from the edge to the text, on the other side
_MEASURE = SIZE[0] - _INDENT - _MARGIN
_TOP = 58
_FOOT = SIZE[1] - 62  # the last baseline
_ABOVE_FOOT = 40  # between the quotation and its source
_SAFE = 24  # no ink is nearer to an edge

_SIZES = range(104, 15, -2)  # pixels, as all sizes here
_AIR = 0.6  # ems that large type needs around it
_AIR_OF_MARGINS = 24  # of which the margins give so much
_LEAST_VERSE = 28  # pixels; smaller, lines of verse are rather broken
_STILL_LARGE = 0.8  # of the largest size that fits
_SOURCE_SIZES = (34, 30, 26)
_SOURCE_LEADING = 1.25
_PART_GAP = 0.65  # ems between the author and the title
_MOST_SOURCE_LINES = 4
_MARK_SIZE = 168
_MARK_GAP = 26
_REFERENCE = 200  # the size at which words are measured

_SOLID, _FAINT = 255, 115  # how much ink, of 255

_MOST_MARKS = 4  # on one letter; Hebrew and Arabic with all their points need no more
_SOURCE_TOO_LONG = later("The title and the author's name are too long for a card.")
_SHAPING = "\u200c\u200d\u200e\u200f\u061c"  # invisible, but honest text may need them


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a card, in pixels from its top left corner.

    `x` is its left end, `box` where its ink is: left, top, right, bottom. `size` is that of the
    font in the file `font_name`, `ink` how much of 255 it gets.
    """

    text: str
    x: float
    baseline: float
    box: tuple[float, float, float, float]
    font_name: str
    size: int
    right_to_left: bool
    ink: int = _SOLID

    def moved(self, x: float, y: float) -> "Line":
        """The line, further right by `x` and further down by `y`."""
        left, top, right, bottom = self.box
        box = (left + x, top + y, right + x, bottom + y)
        return replace(self, x=self.x + x, baseline=self.baseline + y, box=box)


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands on a card: the quotation, the author and the title below it, and the mark."""

    quotation: tuple[Line, ...]
    source: tuple[Line, ...]
    mark: Line


def lay_out(quotation: str, author: str | None, title: str, *, verse: bool = False) -> Layout:
    """Where everything stands. For one thread at a time, as all that uses fonts.

    `verse` keeps its lines, and one is broken only where it would be small otherwise. Raises
    CardError if it does not fit, or if it has characters that no font has.
    """
    kept = map(_checked, quotation.split("\n") if verse else (quotation,))
    rows = [row for row in kept if row]
    if not rows:
        raise CardError(_("There is no quotation to draw."))
    text = " ".join(rows)
    mirrored = _right_to_left(text)
    source = _source(author, title, mirrored)
    face = _typeface(text)
    lines = _quotation(rows, face, mirrored, min(line.box[1] for line in source) - _ABOVE_FOOT)
    return Layout(lines, source, _mark(face, lines[0]))


def plain(text: str) -> str:
    """`text` on one line, its accents composed, and without what only steers its display.

    Gone are control characters and overrides of the writing direction.
    """
    composed = unicodedata.normalize("NFC", re.sub(r"[^\S\u00a0\u2007\u202f]+", " ", text))
    return "".join(letter for letter in composed if not _steers(letter)).strip()


def direction(line: Line) -> str | None:
    """The writing direction as Pillow takes it."""
    return _direction(line.right_to_left)


def _direction(right_to_left: bool) -> str | None:
    if not shapes_text():
        return None
    return "rtl" if right_to_left else "ltr"


def _quotation(
    kept: Sequence[str], face: Typeface, mirrored: bool, bottom: float
) -> tuple[Line, ...]:
    cut = [pieces(row, partial(_advance, face.roman)) for row in kept]
    sizes = _SIZES
    while found := _best(cut, face, bottom - _TOP, sizes):
        size, rows = found
        top = _TOP + (bottom - _TOP - _height(face, size, len(rows))) / 2
        lines = _column(rows, face, size, round(top + face.ascent * size), mirrored)
        if all(_is_safe(line, bottom + _ABOVE_FOOT / 2) for line in lines):
            return lines
        sizes = range(size + _SIZES.step, _SIZES.stop, _SIZES.step)
    raise CardError(_("The quotation is too long for a card."))


def _best(
    cut: Sequence[Sequence[Piece]], face: Typeface, room: float, sizes: range
) -> tuple[int, list[str]] | None:
    """The size that fits `room`, and its lines: large, but smaller where lines come out evener.

    Several kept lines are set whole where they can be read so.
    """
    found: list[tuple[int, list[str]]] = []
    if len(cut) > 1:
        for size, rows in _fitting(cut, face, room, sizes):
            if size >= _LEAST_VERSE and len(rows) == len(cut):
                return size, rows
    for size, rows in _fitting(cut, face, room, sizes):
        if found and size < _STILL_LARGE * found[0][0]:
            break
        found.append((size, rows))
    return max(found, key=lambda setting: setting[0] * _evenness(setting[1]) ** 2, default=None)


def _fitting(
    cut: Sequence[Sequence[Piece]], face: Typeface, room: float, sizes: range
) -> Iterator[tuple[int, list[str]]]:
    """For each number of lines, the largest size that fits, and those lines."""
    before = None
    for size in sizes:
        counts = [line_count(row, _MEASURE / size) for row in cut]
        count = sum(filter(None, counts))
        if None in counts or count == before:
            continue
        if _height(face, size, count) + _AIR * size > room + _AIR_OF_MARGINS:
            continue
        before = count
        yield size, [line for row in cut for line in even_lines(row, _MEASURE / size)]


def _evenness(rows: list[str]) -> float:
    lengths = [len(row) for row in rows]
    return sum(lengths) / (len(lengths) * max(lengths))


def _height(face: Typeface, size: int, count: int) -> float:
    return size * (face.ascent + (count - 1) * face.leading + face.descent)


def _column(
    rows: list[str], face: Typeface, size: int, first: int, mirrored: bool
) -> tuple[Line, ...]:
    return tuple(
        _line(row, face.roman, size, mirrored, mirrored).moved(
            0, first + round(number * face.leading * size)
        )
        for number, row in enumerate(rows)
    )


def _is_safe(line: Line, lowest: float) -> bool:
    left, top, right, bottom = line.box
    return left >= _SAFE and top >= _SAFE and right <= SIZE[0] - _SAFE and bottom <= lowest


def _source(author: str | None, title: str, mirrored: bool) -> tuple[Line, ...]:
    """The author and the title: side by side where they fit, else one below the other."""
    name, work = _checked(author or ""), _checked(title)
    parts = [(name, _typeface(name).semibold)] if name else []
    parts.append((work, _typeface(work).italic))
    for size in _SOURCE_SIZES:
        if lines := _beside(parts, size, mirrored):
            return lines
    return _below(parts, _SOURCE_SIZES[-1], mirrored)


def _beside(parts: list[tuple[str, str]], size: int, mirrored: bool) -> tuple[Line, ...]:
    """The parts on one line; nothing if that is too long."""
    lines = []
    used = 0.0
    for text, name in parts:
        line = _line(text, name, size, _right_to_left(text, mirrored), mirrored)
        lines.append(line.moved(-used if mirrored else used, _FOOT))
        used += (_advance(name, text) + _PART_GAP) * size
    return tuple(lines) if used - _PART_GAP * size <= _MEASURE else ()


def _below(parts: list[tuple[str, str]], size: int, mirrored: bool) -> tuple[Line, ...]:
    rows: list[tuple[str, str, bool]] = []
    for text, name in parts:
        lines = even_lines(pieces(text, partial(_advance, name)), _MEASURE / size)
        if not lines:
            raise CardError(_(_SOURCE_TOO_LONG))
        rows += [(line, name, _right_to_left(text, mirrored)) for line in lines]
    if len(rows) > _MOST_SOURCE_LINES:
        raise CardError(_(_SOURCE_TOO_LONG))
    leading = round(_SOURCE_LEADING * size)
    return tuple(
        _line(text, name, size, way, mirrored).moved(0, _FOOT - above * leading)
        for above, (text, name, way) in zip(range(len(rows))[::-1], rows, strict=True)
    )


def _mark(face: Typeface, first: Line) -> Line:
    """The opening quotation mark, hanging beside the first line."""
    mirrored = first.right_to_left
    line = _line(face.mark, face.semibold, _MARK_SIZE, mirrored, mirrored)
    left, top, right, _ = line.box
    edge = SIZE[0] - _INDENT + _MARK_GAP - left if mirrored else _INDENT - _MARK_GAP - right
    fallen = line.moved(edge, first.baseline - face.ascent * first.size - top)
    return replace(fallen, ink=_FAINT)


def _line(text: str, name: str, size: int, right_to_left: bool, mirrored: bool) -> Line:
    """A line on the baseline 0 that begins at the text's edge: the right one if `mirrored`."""
    face = font(name, size * SCALE)
    way = _direction(right_to_left)
    width = face.getlength(text, direction=way) / SCALE
    x = SIZE[0] - _INDENT - width if mirrored else float(_INDENT)
    left, top, right, bottom = face.getbbox(text, anchor="ls", direction=way)
    box = (x + left / SCALE, top / SCALE, x + right / SCALE, bottom / SCALE)
    return Line(text, x, 0.0, box, name, size, right_to_left)


@lru_cache(maxsize=8192)
def _advance(name: str, text: str) -> float:
    """The width of `text` in ems."""
    return font(name, _REFERENCE).getlength(text) / _REFERENCE


def _checked(text: str) -> str:
    """`text`, plain. Raises CardError for what would not come out right."""
    letters = plain(text)
    missing = _typeface(letters).missing(letters)
    if missing:
        raise CardError(
            _(
                "The fonts of the cards do not have {letters}.",
                letters=", ".join(map(_name, missing[:3])),
            )
        )
    if _most_marks(letters) > _MOST_MARKS:
        raise CardError(_("It has letters with too many marks above or below them."))
    if not shapes_text() and any(_needs_shaping(letter) for letter in letters):
        raise CardError(_("This bot runs without the library that this script needs (FriBiDi)."))
    return letters


def _typeface(text: str) -> Typeface:
    """The first typeface that has all of `text`, or else the most of it."""
    return min(TYPEFACES, key=lambda face: len(face.missing(text)))


def _steers(letter: str) -> bool:
    category = unicodedata.category(letter)
    arabic = "\u0600" <= letter <= "\u08ff"  # has format characters that are seen
    kept = arabic or letter in _SHAPING
    return category == "Cc" or (category == "Cf" and not (kept and shapes_text()))


def _most_marks(text: str) -> int:
    runs = groupby(text, key=lambda letter: unicodedata.combining(letter) > 0)
    return max((len(list(run)) for marks, run in runs if marks), default=0)


def _needs_shaping(letter: str) -> bool:
    right_to_left = unicodedata.bidirectional(letter) in {"R", "AL", "AN"}
    return right_to_left or unicodedata.combining(letter) > 0


def _right_to_left(text: str, otherwise: bool = False) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way != "L" for way in ways if way in {"L", "R", "AL"}), otherwise)


def _name(letter: str) -> str:
    code = f"U+{ord(letter):04X}"
    return f"{letter} ({code})" if letter.isprintable() else code
