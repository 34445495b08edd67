"""From blocks to the passages that are asked for and quoted."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.texts.importers.blocks import Block
from bot.texts.importers.numbering import item_label, place_label, says_rules
from bot.texts.importers.numerals import number_of

_LEADS_IN = re.compile(r"[:：;,—–][\"'”’»)\]]*$")
_LONGEST = 900  # characters of a list that stays one passage
_LONGEST_VERSE = 700
_SHORT_ITEM = 60
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


class Passage(NamedTuple):
    """A passage of a knowledge file; `line` is where it stands in the file it came from."""

    text: str
    heading: tuple[str, ...] = ()
    kind: str = "prose"
    label: str | None = None
    speaker: str | None = None
    line: int = 1


def passages(blocks: Sequence[Block], title: str | None) -> list[Passage]:
    """The passages of a text called `title`, each with its place."""
    return list(_Maker(blocks, title).passages())


class _Maker:
    """Goes through the blocks of one text."""

    def __init__(self, blocks: Sequence[Block], title: str | None) -> None:
        self._blocks = blocks
        self._title = title or ""
        self._path: list[tuple[int, str]] = []

    def passages(self) -> Iterator[Passage]:
        at = 0
        while at < len(self._blocks):
            block = self._blocks[at]
            if block.kind == "heading":
                self._path = [one for one in self._path if one[0] < block.level]
                if block.text:
                    self._path.append((block.level, block.text))
                at += 1
                continue
            end = self._end_of_group(at)
            yield from self._group(self._blocks[at:end])
            at = end

    def _end_of_group(self, at: int) -> int:
        """Where what belongs to the block at `at` ends: its list, or its code."""
        blocks = self._blocks
        first = blocks[at]
        end = at + 1
        leads_in = first.kind == "prose" and _LEADS_IN.search(first.text)
        if first.kind == "list" or (
            leads_in and blocks[end : end + 1] and blocks[end].kind == "list"
        ):
            while end < len(blocks) and blocks[end].kind == "list":
                end += 1
        elif leads_in and end < len(blocks) and blocks[end].kind == "code":
            end += 1
        return end

    def _group(self, group: Sequence[Block]) -> Iterator[Passage]:
        first = group[0]
        if first.kind == "verse":
            yield from (self._passage(first, text) for text in _stanzas(first.text))
        elif len(group) == 2 and group[1].kind == "code":
            yield self._passage(first, f"{first.text}\n\n{group[1].text}", "code")
        elif group[-1].kind == "list":
            lead = None if first.kind == "list" else first
            yield from self._list(lead, group[lead is not None :])
        else:
            yield self._passage(first, rules=self._below_rules())

    def _below_rules(self) -> bool:
        """Whether the nearest heading, or else the title, speaks of rules."""
        return says_rules(self._path[-1][1] if self._path else self._title)

    def _list(self, lead: Block | None, items: Sequence[Block]) -> Iterator[Passage]:
        rules = self._below_rules() or bool(lead and says_rules(lead.text))
        numbered = all(item.number for item in items)
        sentences = sum(bool(_SENTENCE_END.search(item.text)) for item in items)
        apart = numbered and (rules or (lead is None and sentences > 0.5 * len(items)))
        if apart:
            if lead:
                yield self._passage(lead)
            yield from (self._passage(item, kind="list", rules=rules) for item in items)
            return
        if lead is None and all(len(item.text) > _SHORT_ITEM for item in items) and sentences:
            yield from (self._passage(item) for item in items)
            return
        yield from self._merged(([lead] if lead else []) + list(items))

    def _merged(self, blocks: Sequence[Block]) -> Iterator[Passage]:
        """One passage of a short list; several of a long one."""
        first, texts = blocks[0], [blocks[0].text]
        for block in blocks[1:]:
            if sum(map(len, texts)) + len(block.text) > _LONGEST:
                yield self._passage(first._replace(number=None), "\n\n".join(texts), "list")
                first, texts = block, []
            texts.append(block.text)
        yield self._passage(first._replace(number=None), "\n\n".join(texts), "list")

    def _passage(
        self, block: Block, text: str | None = None, kind: str | None = None, rules: bool = False
    ) -> Passage:
        heading = tuple(text for _, text in self._path)
        label, number = block.label, block.number
        if heading and number_of(heading[-1]):  # a number alone is no heading, but a label
            *above, last = heading
            heading, number = tuple(above), number or last
        if label is None and number is not None:
            label = item_label(heading, number, rules)
        return Passage(
            text or block.text,
            heading,
            kind or block.kind,
            label or place_label(heading),
            block.speaker,
            block.line,
        )


def _stanzas(text: str) -> Iterator[str]:
    """The verse in pieces that can be read at once, cut behind a sentence where one ends."""
    piece: list[str] = []
    for line in text.split("\n"):
        piece.append(line)
        size = sum(map(len, piece))
        if size > _LONGEST_VERSE or (size > _LONGEST_VERSE // 2 and _SENTENCE_END.search(line)):
            yield "\n".join(piece)
            piece = []
    if piece:
        yield "\n".join(piece)
