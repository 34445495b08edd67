"""Plain text, as e-book projects, people and old programs write it, as blocks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.texts.importers.blocks import Block, Document
from bot.texts.importers.decoding import decoded
from bot.texts.importers.headings import (
    CAPITALS_LEVEL,
    NUMBER_LEVEL,
    QUESTION_LEVEL,
    Heading,
    headings_of,
    is_bare,
    is_capitals,
    is_title_case,
    leading_number,
)
from bot.texts.importers.licences import without_gutenberg
from bot.texts.importers.numerals import number_of
from bot.texts.importers.speech import speaker_of, speakers_of
from bot.texts.importers.title_page import without_title_page
from bot.texts.importers.verse import all_verse, is_verse, page_width

_EMPHASIS = re.compile(r"(?<![\w_])_(?=[^\s_])([^_]{1,2000}?)(?<=[^\s_])_(?![\w_])")
_STARS = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*]{1,400}?)(?<=[^\s*])\1(?![\w*])")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,})\s*")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
_ITEM = re.compile(r"\s*(?:[-*•‣–]|\((?P<bracketed>\d{1,3})\)|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_NUMBERED = re.compile(r"(?P<number>\d{1,3}|[IVXLC]{1,8})\.\s+(?=[\"'“‘(\[_]*[A-ZÀ-Þ])")
_VERSE_NUMBER = re.compile(r"(?:(?<=\s)|^)\[?(\d{1,3}[:|]\d{1,3})(?:\]?\.?\s+|\|\s*)(?=\S)")
_SPEAKER_LINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’&,-]{0,38}[A-ZÀ-Þ.](?:\s*[\[(].*[\])])?[.:]?")
_CJK = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_LONG_LINE = 120  # characters: a line this long is a paragraph
_QUESTION = re.compile(r"(?:\d{1,3}[.)]\s*)?[A-ZÀ-Þ¿].{3,150}[?？]")  # not in quotation marks
_LEAST_QUESTIONS = 3
_LEAST_NUMBERED = 3
_LEAST_VERSES = 8
_LEAST_SPEECHES = 6


class _Chunk(NamedTuple):
    """Lines between blank ones; `line` is the number of the first, from 1."""

    lines: list[str]
    line: int


def read_plain(text: str) -> Document:
    """The blocks of plain text, its headings, verse, lists and speeches found by their form."""
    left_out: Counter[str] = Counter()
    lines, facts = without_gutenberg(text.expandtabs(4).split("\n"), left_out)
    names = speakers_of(lines)
    chunks = [
        part
        for chunk in _chunks(lines)
        for paragraph in _paragraphs(chunk)
        for part in _turns(paragraph, names)
    ]
    reader = _Reader(chunks)
    blocks = list(reader.blocks())
    blocks, facts = without_title_page(blocks, facts, left_out)
    return Document(blocks, facts, left_out)


def _chunks(lines: Sequence[str]) -> Iterator[_Chunk]:
    chunk: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            chunk.append(line.rstrip())
        elif chunk:
            yield _Chunk(chunk, number - len(chunk))
            chunk = []


def _paragraphs(chunk: _Chunk) -> Iterator[_Chunk]:
    """The chunk, or its paragraphs where only long lines or indents part them."""
    lines = chunk.lines
    if len(lines) > 1 and sum(map(len, lines)) > _LONG_LINE * len(lines):
        for offset, line in enumerate(lines):
            yield _Chunk([line], chunk.line + offset)
        return
    indented = [line.startswith("  ") for line in lines]
    if len(lines) >= 8 and 1 < sum(indented) < 0.5 * len(lines):
        start = 0
        for at in range(1, len(lines) + 1):
            if at == len(lines) or indented[at]:
                yield _Chunk(lines[start:at], chunk.line + start)
                start = at
        return
    yield chunk


def _turns(chunk: _Chunk, names: frozenset[str]) -> Iterator[_Chunk]:
    """The chunk, or the turns of a conversation in it, which begin with `names`."""
    start = 0
    for at in range(1, len(chunk.lines) + 1):
        if at == len(chunk.lines) or speaker_of(chunk.lines[at]) in names:
            yield _Chunk(chunk.lines[start:at], chunk.line + start)
            start = at


class _Reader:
    """Turns the chunks of one text into blocks, knowing what is usual in it."""

    def __init__(self, chunks: list[_Chunk]) -> None:
        self._chunks = chunks
        wrapped = [len(line) for chunk in chunks for line in chunk.lines[:-1]]
        self._width = page_width([length for length in wrapped if length <= _LONG_LINE])
        self._numbered = self._are_numbered(_NUMBERED)
        self._verses = (
            sum(bool(_VERSE_NUMBER.match(line.strip())) for chunk in chunks for line in chunk.lines)
            >= _LEAST_VERSES
        )
        self._speakers = self._who_speaks()
        asked = sum(bool(_QUESTION.fullmatch(chunk.lines[0].strip())) for chunk in chunks)
        self._asks = asked >= _LEAST_QUESTIONS and asked >= 0.3 * len(chunks)
        self._all_verse = all_verse(
            ([line.strip() for line in chunk.lines] for chunk in chunks), self._width
        )
        self._number: str | None = None
        self._capitals_level = 2 if not self._has_chapters() else CAPITALS_LEVEL

    def _are_numbered(self, pattern: re.Pattern[str]) -> bool:
        """Whether paragraphs are numbered one after another."""
        numbers = [
            number_of(found["number"])
            for chunk in self._chunks
            if (found := pattern.match(chunk.lines[0].strip())) and not _is_heading(chunk)
        ]
        following = sum(one is not None and two == one + 1 for one, two in pairwise(numbers))
        return following + 1 >= _LEAST_NUMBERED and following >= 0.5 * (len(numbers) - 1)

    def _who_speaks(self) -> frozenset[str]:
        """The names that stand on lines of their own before speeches."""
        counts = Counter(
            name
            for chunk in self._chunks
            if len(chunk.lines) > 1 and (name := _speaker(chunk.lines[0]))
        )
        again = {name for name, count in counts.items() if count > 1}
        return frozenset(again if sum(counts[name] for name in again) >= _LEAST_SPEECHES else set())

    def _has_chapters(self) -> bool:
        return any(
            heading.certain and heading.level <= 2
            for chunk in self._chunks
            if len(chunk.lines) == 1
            for heading in headings_of(chunk.lines[0])
        )

    def blocks(self) -> Iterator[Block]:
        last: Block | None = None
        for chunk in self._chunks:
            for block in self._read(chunk):
                joined = _subtitled(last, block)
                if last and not joined:
                    yield last
                last = joined or block
        if last:
            yield last

    def _read(self, chunk: _Chunk) -> Iterator[Block]:
        lines = _unwrapped(chunk.lines)
        if number := leading_number(lines):
            self._number = None
            yield Block(number, "heading", NUMBER_LEVEL, chunk.line)
            lines = lines[1:]
        if self._asks and _QUESTION.fullmatch(lines[0]):
            yield Block(_plain(lines[0]), "heading", QUESTION_LEVEL, chunk.line)
            lines = lines[1:]
            if not lines:
                return
        if headings := self._headings(lines):
            self._number = None
            for heading in headings:
                level = heading.level
                if level == CAPITALS_LEVEL and not heading.certain:
                    level = self._capitals_level
                yield Block(_plain(heading.text), "heading", level, chunk.line)
        elif (name := _speaker(lines[0])) and name in self._speakers and len(lines) > 1:
            yield self._prose(lines[1:], chunk.line + 1)._replace(
                kind="speech", speaker=_said_name(lines[0])
            )
        elif self._verses and _VERSE_NUMBER.match(lines[0]):
            yield from _numbered_verses(_joined(lines), chunk.line)
        elif self._numbered and (found := _NUMBERED.match(lines[0])):
            self._number = found["number"]
            block = self._prose([lines[0][found.end() :], *lines[1:]], chunk.line)
            yield block._replace(number=self._number)
        elif (_ITEM.match(chunk.lines[0]) and not _NUMBERED.match(lines[0])) or (
            _ITEM.match(lines[0]) and sum(bool(_ITEM.match(line)) for line in lines) > 1
        ):
            yield from _items(chunk)
        else:
            for block in self._text(lines, chunk.line):
                yield block._replace(number=self._number) if block.kind != "list" else block

    def _text(self, lines: list[str], line: int) -> Iterator[Block]:
        """A paragraph, or one that leads in a list in the same chunk."""
        first_item = next((at for at, one in enumerate(lines) if at and _ITEM.match(one)), None)
        if first_item and lines[first_item - 1].endswith(":"):
            yield self._prose(lines[:first_item], line)
            yield from _items(_Chunk(lines[first_item:], line + first_item))
        else:
            yield self._prose(lines, line)

    def _headings(self, lines: list[str]) -> list[Heading]:
        if len(lines) == 2 and _UNDERLINE.fullmatch(lines[1]) and len(lines[0]) <= 100:
            return [Heading(2 if "=" in lines[1] else 3, lines[0])]
        if marked := _MARKDOWN_HEADING.fullmatch(lines[0]):
            return [Heading(len(marked[1]), marked[2])] if len(lines) == 1 else []
        found = [headings_of(line) for line in lines]
        if all(found):
            return [heading for headings in found for heading in headings]
        certain = found[0] and found[0][0].certain
        if certain and len(lines) == 2 and len(lines[1]) <= 70:
            first = found[0][-1]
            return [*found[0][:-1], first._replace(text=f"{first.text.rstrip('.')}. {lines[1]}")]
        return []

    def _prose(self, lines: Sequence[str], line: int) -> Block:
        verse = self._all_verse
        if len(lines) > 1 and (is_verse(lines, self._width) if verse is None else verse):
            return Block(_plain("\n".join(lines)), "verse", 0, line)
        return Block(_plain(_joined(lines)), "prose", 0, line)


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines without their indents, a verse that was too long for its line put together."""
    whole: list[str] = []
    first = len(lines[0]) - len(lines[0].lstrip())
    for line in lines:
        words = line.lstrip()
        deeper = len(line) - len(words) >= first + 4
        if whole and deeper and words[:1].islower() and not _ITEM.match(line):
            whole[-1] += f" {words}"
        else:
            whole.append(words)
    return whole


def _is_heading(chunk: _Chunk) -> bool:
    return len(chunk.lines) == 1 and bool(headings_of(chunk.lines[0]))


def _subtitled(last: Block | None, block: Block) -> Block | None:
    """One heading of two, where a title in capitals follows a chapter's number."""
    if (
        last
        and block.kind == "prose"
        and is_bare(last.text)
        and last.level
        and is_title_case(block.text)
    ):
        return last._replace(text=f"{last.text.rstrip('.')}. {block.text}")
    if (
        last
        and last.kind == block.kind == "heading"
        and block.level == CAPITALS_LEVEL
        and last.level < CAPITALS_LEVEL
        and is_capitals(block.text)
        and all(len(part) < 30 for part in (last.text,))
    ):
        return last._replace(text=f"{last.text.rstrip('.')}. {block.text}")
    return None


def _joined(lines: Sequence[str]) -> str:
    """The lines as one, without a space behind a dash or a hyphen at a line's end."""
    text = ""
    for line in lines:
        tight = text.endswith(("--", "—")) or (
            text.endswith("-") and not text.endswith(" -") and line[:1].isalpha()
        )
        tight = tight or bool(text and line and _CJK.match(text[-1]) and _CJK.match(line[0]))
        text += line if tight or not text else f" {line}"
    return text


def _plain(text: str) -> str:
    """The text without the marks of emphasis that plain text has."""
    if "_" in text:
        text = _EMPHASIS.sub(r"\1", text)
    return _STARS.sub(r"\2", text) if "*" in text else text


def _items(chunk: _Chunk) -> Iterator[Block]:
    lines: list[str] = []
    number: str | None = None
    start = chunk.line
    for offset, line in enumerate([*chunk.lines, None]):
        found = _ITEM.match(line) if line is not None else None
        if lines and (found or line is None):
            yield Block(_plain(_joined(lines)), "list", 0, start, number)
            lines = []
        if line is None:
            return
        if found:
            number, start = found["number"] or found["bracketed"], chunk.line + offset
            line = line[found.end() :]
        lines.append(line.strip())


def _numbered_verses(text: str, line: int) -> Iterator[Block]:
    parts = _VERSE_NUMBER.split(text)
    for label, words in zip(parts[1::2], parts[2::2], strict=True):
        said = label.replace("|", ":")
        yield Block(_plain(words.strip()), "prose", 0, line, label=said)


def _speaker(line: str) -> str | None:
    """The name in capitals that the line is, to compare."""
    line = line.strip()
    if not _SPEAKER_LINE.fullmatch(line) or (
        (headings := headings_of(line)) and headings[0].certain
    ):
        return None
    return _said_name(line)


def _said_name(line: str) -> str:
    return re.sub(r"\s*[\[(].*", "", line.strip()).rstrip(".:,")


def read(name: str, data: bytes) -> Document:
    """The blocks of the plain text file `name` with the content `data`. Raises UserError."""
    return read_plain(decoded(name, data))
