"""What of a text is furniture: taken out, counted, never quoted."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bot.texts.importers.blocks import Block, Document
from bot.texts.importers.characters import plain_spaces, visible
from bot.texts.importers.headings import headings_of
from bot.texts.importers.licences import between_licences
from bot.texts.importers.numbering import without_enumerator
from bot.texts.importers.speech import with_speakers

_RULE = re.compile(r"(?:[\W_]|\bo\b)*", re.IGNORECASE)
_PAGE = re.compile(
    r"\[?(?:pg|page|p\.|seite|página)?\.?\s*\d{1,4}\]?|[-–—]\s*\d{1,4}\s*[-–—]", re.IGNORECASE
)
_END = re.compile(r"(?:the end|finis|fin|ende|fine|end of .{0,60})[.!]?", re.IGNORECASE)
_BRACKETED = re.compile(
    r"\[(?P<name>illustrations?|frontispiece|footnotes?|note|sidenote|transcriber['’]s notes?|pg|page)"
    r"\b[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(
    r"(?<=[\w.,;:!?”’\"')—])\s?(?:\[(?:\d{1,3}|[a-zA-Z*†])\]|\{\d{1,3}\})|[†‡](?=\W|$)"
    r"|(?<=[.,;:!?”\"])[¹²³⁰⁴-⁹]+"
)
_MATTER = re.compile(
    r"colophon|imprint|uncopyright|copyright(?: page)?|title ?page|half ?title|cover|"
    r"transcriber['’]?s['’]? notes?|about (?:this|the) e-?book|also by .*|impressum|advertisements?|"
    r"credits|list of illustrations|illustrations|index",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?:foot|end)notes?|fußnoten|anmerkungen|notes de bas de page|notas al pie|voetnoten",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents|índice|indice|sumario|sommaire|table des matières|inhalt(?:sverzeichnis)?"
    r"|inhoud(?:sopgave)?|innehåll|содержание|оглавление|sumário",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"[\s.·…_]*\d*\s*$")
_LONGEST_ENTRY = 160  # characters of a line in a table of contents
_MOST_ENTRIES = 600
_LONGEST_TABLE = 2_000


def cleaned(document: Document) -> Document:
    """The document with only what may be quoted; `left_out` says what else there was."""
    left_out = document.left_out.copy()
    blocks = between_licences(document.blocks, left_out)
    blocks = [block for one in blocks for block in _words_of(one, left_out)]
    blocks = _without_contents(blocks, left_out)
    blocks = _without_repeated_headings(blocks, left_out)
    blocks = _without_sections(blocks, left_out)
    return Document(with_speakers(blocks, left_out), document.facts, left_out)


def _words_of(block: Block, left_out: Counter[str]) -> Iterator[Block]:
    if block.kind == "code":
        text = visible(block.text)
    else:
        text = plain_spaces(block.text)
        if "[" in text or "{" in text:
            text = _BRACKETED.sub(_counting(_of_bracket, left_out), text)
        text = _NOTE_MARK.sub(_counting(lambda _: "note mark", left_out), text)
        text = plain_spaces(text)
    if block.kind == "heading":
        text = without_enumerator(" ".join(text.split())).rstrip(".:").strip()
    if reason := _furniture(block, text):
        left_out[reason] += 1
    elif text or block.level:  # an empty heading ends what stands below another
        yield block._replace(text=text)


def _of_bracket(match: re.Match[str]) -> str:
    name = match["name"].lower()
    if name.startswith(("illus", "front")):
        return "image"
    return "page" if name in ("pg", "page") else "note"


def _counting(
    reason: Callable[[re.Match[str]], str], left_out: Counter[str]
) -> Callable[[re.Match[str]], str]:
    def replacement(match: re.Match[str]) -> str:
        left_out[reason(match)] += 1
        return ""

    return replacement


def _furniture(block: Block, text: str) -> str | None:
    """The name of what the block is if it is nothing to quote."""
    if not text or block.kind == "code":
        return None
    if block.kind == "table":
        return "table" if len(text) > _LONGEST_TABLE else None
    if _RULE.fullmatch(text):
        return "rule"
    if block.kind != "list" and block.level == 0 and _PAGE.fullmatch(text):
        return "page"
    return "end" if _END.fullmatch(text) and block.kind != "list" else None


def _without_contents(blocks: list[Block], left_out: Counter[str]) -> list[Block]:
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if _is_contents(block):
            end = _end_of_contents(blocks, at)
            if end > at + 1:
                left_out["contents"] += end - at
                at = end
                continue
        kept.append(block)
        at += 1
    return kept


def _is_contents(block: Block) -> bool:
    return len(block.text) < 40 and bool(_CONTENTS.fullmatch(block.text.strip(" .:")))


def _end_of_contents(blocks: Sequence[Block], at: int) -> int:
    """The index behind the table of contents whose heading is at `at`; `at` if there is none."""
    seen: set[str] = set()
    listed = False
    for end in range(at + 1, min(len(blocks), at + _MOST_ENTRIES)):
        block = blocks[end]
        if _is_contents(block):
            return at
        if block.kind == "heading":
            if _entry(block.text) in seen or (listed and block.level <= max(blocks[at].level, 1)):
                return end
        elif block.kind == "prose" and not _may_be_entry(block.text):
            return _before_headings(blocks, at, end)
        else:
            listed = True
        seen.update(_entry(line) for line in block.text.split("\n"))
    return at


def _may_be_entry(text: str) -> bool:
    """Whether a paragraph could be a line of a table of contents."""
    is_sentence = len(text) > 30 and text.endswith((".", "!", "?", "”", '"')) and " " in text
    return len(text) <= _LONGEST_ENTRY and not (is_sentence and not headings_of(text))


def _before_headings(blocks: Sequence[Block], at: int, end: int) -> int:
    """`end`, or where the headings begin that the text at `end` stands below."""
    while end - 1 > at + 1 and blocks[end - 1].kind == "heading":
        end -= 1
        if blocks[end - 1].kind == "heading" and blocks[end - 1].level >= blocks[end].level:
            break
    return end


def _entry(text: str) -> str:
    return " ".join(_LEADERS.sub("", text).casefold().replace(".", " ").split())


def _without_repeated_headings(blocks: list[Block], left_out: Counter[str]) -> list[Block]:
    """Without headings one after another that all come again below: a table of contents."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].kind == "heading":
            end += 1
        run = blocks[at:end]
        again: list[Block] = []
        if len(run) > 3:
            later = {_entry(block.text) for block in blocks[end:] if block.kind == "heading"}
            again = [block for block in run if _entry(block.text) in later]
        if len(again) > 3 and len(again) >= 0.6 * len(run):
            left_out["contents"] += len(again)
            run = [block for block in run if block not in again]
        kept.extend(run or blocks[at : at + 1])
        at = max(end, at + 1)
    return kept


def _without_sections(blocks: list[Block], left_out: Counter[str]) -> list[Block]:
    """Without the parts below headings that a publisher or a note-maker wrote."""
    kept: list[Block] = []
    hidden: tuple[int, str] | None = None
    for block in blocks:
        if block.kind == "heading":
            if hidden and block.level <= hidden[0]:
                hidden = None
            if hidden is None:
                if _NOTES.fullmatch(block.text):
                    hidden = block.level, "note"
                elif _MATTER.fullmatch(block.text):
                    hidden = block.level, "matter"
        if hidden is None:
            kept.append(block)
        elif block.kind != "heading":
            left_out[hidden[1]] += 1
    return kept
