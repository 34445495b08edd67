"""PDF as blocks: the lines of its pages, put together again as paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from bot.errors import UserError
from bot.texts.importers.blocks import Document, Facts
from bot.texts.importers.plain import read_plain
from bot.texts.importers.trees import NEEDS_IMPORT
from bot.texts.importers.verse import begins_with_capital

_ENDS = frozenset("\n\x02\ufffe")
_LOCKED = re.compile(r"password|security", re.IGNORECASE)
_MOST_PAGES = 3_000
_LEAST_LETTERS = 25  # a page: fewer, and the pages are pictures
_EDGE_LINES = 2  # at the top and at the bottom of a page, where headers and numbers stand
_LEAST_REPEATS = 3
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—|]?(?:\s*(?:of|/|von)\s*\d+)?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")
_SMALL = 0.85  # times the size of a line's letters: a note's mark, or a note
_RAISED = 0.15  # times their size: how much higher a note's mark stands
_VERSE_CAPITALS = 0.85  # of the lines in a text of verse
_BIGGER = 1.15  # times the usual size of letters: a heading
_LONGEST_HEADING = 120
_NO_TITLE = re.compile(
    r"untitled|\S*[-_/]\S*|microsoft word - .*|.*\.(?:docx?|tex|indd|pdf|odt)", re.IGNORECASE
)


class _Line(NamedTuple):
    """A line of a page: its place in points from the left and from below, and its letters' size."""

    text: str
    x: float
    y: float
    size: float


class _Page(NamedTuple):
    """What is usual on the pages: characters of a full line, and in points the left edge, the
    size of letters and the step from line to line; and whether all is verse.
    """

    width: int
    left: float
    size: float
    gap: float
    verse: bool


def read(name: str, data: bytes) -> Document:
    """The blocks of the PDF `name` with the content `data`.

    Raises UserError if it is damaged, encrypted, or has no text but pictures of it.
    """
    left_out: Counter[str] = Counter()
    pages, facts = _pages(name, data, left_out)
    letters = sum(letter.isalnum() for page in pages for line in page for letter in line.text)
    if letters < _LEAST_LETTERS * max(1, len(pages)):
        raise UserError(
            f"{name}: its pages are pictures without text; run text recognition (OCR) over it first"
        )
    pages = _without_furniture(pages, left_out)
    document = read_plain("\n".join(_paragraphs(pages, left_out)))
    known = {key: value for key, value in facts._asdict().items() if value}
    return document._replace(
        facts=document.facts._replace(**known), left_out=document.left_out + left_out
    )


def _pages(name: str, data: bytes, left_out: Counter[str]) -> tuple[list[list[_Line]], Facts]:
    try:
        import pypdfium2
    except ImportError:
        raise UserError(f"{name}: {NEEDS_IMPORT}") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _LOCKED.search(str(error)):
            raise UserError(f"{name}: it is encrypted; save a copy without a password") from None
        raise UserError(f"{name}: it is damaged; open it and save it as a new PDF") from None
    try:
        count = len(document)
        if count > _MOST_PAGES:
            most = f"{_MOST_PAGES:,} is the most"
            raise UserError(f"{name}: it has {count:,} pages, and {most}; split it")
        pages = [_lines(document[number], left_out) for number in range(count)]
        said = document.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise UserError(f"{name}: it is damaged; open it and save it as a new PDF") from None
    finally:
        document.close()
    title, author = (" ".join((said.get(key) or "").split()) for key in ("Title", "Author"))
    return pages, Facts(
        title=title if title and not _NO_TITLE.fullmatch(title) else None, author=author or None
    )


def _lines(page: Any, left_out: Counter[str]) -> list[_Line]:
    """The lines of a page that say something."""
    import ctypes

    from pypdfium2 import raw

    text = page.get_textpage()
    box = raw.FS_RECTF()
    lines: list[_Line] = []
    line = _Letters()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if letter in _ENDS:
            if letter != "\n":  # a word goes on in the next line
                line.add("-")
            line.end(lines, left_out)
        elif letter != "\r":
            placed = line.begins_word or letter.isdigit()
            if placed:
                raw.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box))
            line.add(letter, (box.left, box.bottom, box.top - box.bottom) if placed else None)
    line.end(lines, left_out)
    text.close()
    page.close()
    return lines


_Place = tuple[float, float, float]
"""Of a letter: its left edge, its lower edge and its size, in points."""


class _Letters:
    """The letters of a line, with the places of those that begin a word and of digits."""

    def __init__(self) -> None:
        self._letters: list[tuple[str, _Place | None]] = []

    @property
    def begins_word(self) -> bool:
        """Whether the next letter begins a word."""
        return not self._letters or self._letters[-1][0] == " "

    def add(self, letter: str, place: _Place | None = None) -> None:
        """Takes a letter, with its place where it is known."""
        self._letters.append((letter, place))

    def end(self, lines: list[_Line], left_out: Counter[str]) -> None:
        """Adds the line to `lines`, without small raised digits, which are marks of notes."""
        places = [place for letter, place in self._letters if place and not letter.isspace()]
        if places:
            low, size = median(one[1] for one in places), median(one[2] for one in places)
            shown = [
                letter
                for letter, place in self._letters
                if not (place and letter.isdigit() and _is_mark(place, low, size))
            ]
            left_out["note mark"] += len(shown) < len(self._letters)
            if text := " ".join("".join(shown).split()):
                lines.append(_Line(text, places[0][0], low, size))
        self._letters = []


def _is_mark(place: _Place, low: float, size: float) -> bool:
    """Whether a digit at `place` is smaller and higher than letters of `size` that reach `low`."""
    return place[2] < _SMALL * size and place[1] - low > _RAISED * size


def _without_furniture(pages: Sequence[list[_Line]], left_out: Counter[str]) -> list[list[_Line]]:
    """The pages without page numbers and what stands at the same edge of many of them."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_NUMBER.sub("#", line.text) for line in _edges(page)})
    often = {text for text, count in seen.items() if count >= max(_LEAST_REPEATS, 0.2 * len(pages))}
    kept = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        own = [
            line
            for line in page
            if id(line) not in edges
            or not (_NUMBER.sub("#", line.text) in often or _PAGE_NUMBER.fullmatch(line.text))
        ]
        left_out["page"] += len(page) - len(own)
        kept.append(own)
    return kept


def _edges(page: Sequence[_Line]) -> list[_Line]:
    return [*page[:_EDGE_LINES], *page[max(_EDGE_LINES, len(page) - _EDGE_LINES) :]]


def _paragraphs(pages: Sequence[Sequence[_Line]], left_out: Counter[str]) -> list[str]:
    """The lines, an empty one between paragraphs, headings marked, words put together again."""
    usual = median(
        line.size for page in pages for line in page for _ in range(1 + len(line.text) // 20)
    )
    pages = [_without_notes(page, usual, left_out) for page in pages]
    lines = [line for page in pages for line in page]
    starts = {id(page[0]) for page in pages if page}
    width = sorted(len(line.text) for line in lines)[int(0.9 * (len(lines) - 1))]
    left = median(line.x for line in lines)
    gaps = [
        above.y - below.y for above, below in pairwise(lines) if 0 < above.y - below.y < 5 * usual
    ]
    gap = sorted(gaps)[len(gaps) // 3] if gaps else usual
    verse = sum(map(begins_with_capital, (line.text for line in lines)))
    page = _Page(width, left, usual, gap, verse >= _VERSE_CAPITALS * len(lines))
    words = Counter(re.findall(r"[\w-]+", " ".join(line.text for line in lines).casefold()))
    sizes = sorted({round(line.size) for line in lines}, reverse=True)
    out: list[str] = []
    before: _Line | None = None
    for line in lines:
        heading = line.size > _BIGGER * usual and len(line.text) <= _LONGEST_HEADING
        if before is not None and _is_new(before, line, id(line) in starts, page):
            same_heading = heading and before.size == line.size and out and out[-1].startswith("#")
            if same_heading and id(line) not in starts and before.y - line.y < 2 * line.size:
                out[-1] += f" {line.text}"
                before = line
                continue
            out.append("")
        if heading:
            out.append(f"{'#' * min(1 + sizes.index(round(line.size)), 6)} {line.text}")
        elif out and out[-1] and (broken := _HYPHENATED.search(out[-1])):
            out[-1] = _rejoined(out[-1], broken, line.text, words, left_out)
        else:
            out.append(line.text)
        before = line
    return out


def _without_notes(page: Sequence[_Line], usual: float, left_out: Counter[str]) -> Sequence[_Line]:
    """The page without the small print at its foot."""
    end = len(page)
    while end and page[end - 1].size < _SMALL * usual:
        end -= 1
    notes = sum(line.text[:1].isdigit() or line.text[:1] in "*†‡" for line in page[end:])
    if not end or not notes:
        return page
    left_out["note"] += notes
    return page[:end]


def _is_new(before: _Line, line: _Line, new_page: bool, page: _Page) -> bool:
    """Whether a paragraph begins with the line."""
    if abs(before.size - line.size) > 0.1 * page.size:
        return True
    ended = bool(_SENTENCE_END.search(before.text))
    short = len(before.text) < 0.8 * page.width
    if not new_page and before.y - line.y > 1.35 * page.gap:
        return True
    indented = 0.5 * page.size < line.x - page.left < 6 * page.size
    return ended and (short or indented) and not page.verse


def _rejoined(
    text: str, broken: re.Match[str], following: str, words: Counter[str], left_out: Counter[str]
) -> str:
    """A word that a line's end broke, put together; a hyphen of the word's own stays."""
    rest, _, more = following.partition(" ")
    core = re.match(r"[^\W\d_]*", rest)
    second = core[0] if core else ""
    whole, with_hyphen = (broken[1] + second).casefold(), f"{broken[1]}-{second}".casefold()
    compound = not words[whole] and words[broken[1].casefold()] and words[second.casefold()] > 1
    if second[:1].islower() and words[whole] >= words[with_hyphen] and not compound:
        left_out["hyphen"] += 1
        text = text[:-1]
    return f"{text}{rest} {more}".rstrip()
