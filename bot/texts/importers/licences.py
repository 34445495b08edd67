"""What e-book projects put before and behind a text."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.texts.importers.blocks import Block, Facts
from bot.texts.importers.languages import language_called

_START = re.compile(
    r"\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG|\*END\*?\s*THE SMALL PRINT", re.IGNORECASE
)
_END = re.compile(
    r"\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg",
    re.IGNORECASE,
)
_KEY = re.compile(r"(Title|Author|Language|Translator|Editor):\s*(\S.*)")
_NUMBER = re.compile(r"\[?e(?:Book|text)[- ]?#(\d+)\]?", re.IGNORECASE)
_CREDITS = re.compile(
    r"(?:produced|transcribed|e-?text prepared|prepared|digiti[sz]ed|scanned|this e-?book was) "
    r"(?:by|from|and)\b",
    re.IGNORECASE,
)
_ABOUT_PROJECTS = re.compile(
    r"project gutenberg|standard ?ebooks|archive\.org|distributed proofread", re.IGNORECASE
)


def without_gutenberg(lines: list[str], left_out: Counter[str]) -> tuple[list[str], Facts]:
    """The lines between Project Gutenberg's licences, the others empty, and what those say."""
    starts = [number for number, line in enumerate(lines[:600]) if _START.search(line)]
    if not starts:
        return lines, Facts()
    start = starts[-1]
    ends = (number for number, line in enumerate(lines[start:], start) if _END.search(line))
    end = next(ends, len(lines))
    facts = _facts(lines[:start])
    left_out["licence"] += start + 1 + len(lines) - end
    return [line if start < number < end else "" for number, line in enumerate(lines[:end])], facts


def _facts(lines: Sequence[str]) -> Facts:
    said: dict[str, str] = {}
    for number, line in enumerate(lines):
        if key := _KEY.match(line):
            following = lines[number + 1] if number + 1 < len(lines) else ""
            more = f" {following.strip()}" if following.startswith("  ") else ""
            said.setdefault(key[1], key[2].strip() + more)
    book = _NUMBER.search("\n".join(lines))
    return Facts(
        title=said.get("Title"),
        author=said.get("Author"),
        language=language_called(said.get("Language")),
        source=f"https://www.gutenberg.org/ebooks/{book[1]}" if book else None,
    )


def between_licences(blocks: list[Block], left_out: Counter[str]) -> list[Block]:
    """The blocks without what an e-book project says before and behind them."""
    starts = [at for at, block in enumerate(blocks[:200]) if _START.search(block.text)]
    start = starts[-1] + 1 if starts else 0
    ends = (at for at, block in enumerate(blocks[start:], start) if _END.search(block.text))
    end = next(ends, len(blocks))
    left_out["licence"] += start + len(blocks) - end
    kept = []
    for block in blocks[start:end]:
        if is_credit(block):
            left_out["licence"] += 1
        else:
            kept.append(block)
    return kept


def is_credit(block: Block) -> bool:
    """Whether the block says who made the e-book."""
    short = len(block.text) < 600
    return short and bool(
        _CREDITS.match(block.text) and (len(block.text) < 120 or _ABOUT_PROJECTS.search(block.text))
    )
