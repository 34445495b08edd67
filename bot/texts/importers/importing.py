"""From a file's bytes to a clean text: which reader reads it, what it is called, what it holds."""

import os
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bot.errors import UserError, quoted
from bot.texts.importers.blocks import Block, Document, Facts
from bot.texts.importers.cleaning import cleaned
from bot.texts.importers.formats import read
from bot.texts.importers.languages import language_of
from bot.texts.importers.passages import Passage, passages

_GENERIC = frozenset(
    "faq faqs readme index home rules introduction about contents documentation docs untitled "
    "overview text chapter".split()
)
_ACRONYMS = frozenset({"faq", "api", "us", "usa", "uk", "eu", "un", "tos", "faqs"})
_BRACKETED = re.compile(r"\s*\([^()]*\)")


class Imported(NamedTuple):
    """A text that can be written as a knowledge file, and what of its file was left out."""

    facts: Facts
    passages: list[Passage]
    left_out: Counter[str]


def imported(
    name: str, data: bytes, title: str | None = None, author: str | None = None
) -> Imported:
    """The text in the file `name` with the content `data`; `title` and `author` are known better.

    Raises UserError for what cannot be read or holds no text.
    """
    document = cleaned(read(name, data))
    facts, blocks = _titled(document, name, title)
    made = passages(blocks, facts.title)
    if not made:
        raise UserError(f"{name}: no text was found in it; choose a file with text in it")
    said = " ".join(passage.text for passage in made[:400])
    facts = facts._replace(
        author=author or facts.author, language=language_of(said) or facts.language
    )
    return Imported(facts, made, document.left_out)


def titled(blocks: Sequence[Block], known: str | None) -> tuple[str | None, list[Block]]:
    """The title, and the blocks without the heading that says it.

    That is the first heading if it is the only one so high and all stands below it, whatever
    the title that is `known` already.
    """
    heads = [block for block in blocks if block.kind == "heading"]
    if not heads:
        return known, list(blocks)
    top = min(head.level for head in heads)
    first = heads[0]
    alone = first.level == top and sum(head.level == top for head in heads) == 1
    same = known is not None and _words(first.text) == _words(known)
    if same or (alone and _stands_first(blocks, first)):
        return known or first.text, [block for block in blocks if block is not first]
    return known, list(blocks)


def _stands_first(blocks: Sequence[Block], first: Block) -> bool:
    """Whether nothing long comes before the heading: a badge or a motto may."""
    before = blocks[: blocks.index(first)]
    return sum(len(block.text) for block in before) < 300


def _titled(document: Document, name: str, title: str | None) -> tuple[Facts, list[Block]]:
    found, blocks = titled(document.blocks, document.facts.title)
    stem = _from_file_name(name)
    if found and _words(_BRACKETED.sub("", found)) in _GENERIC and len(stem.split()) > 1:
        found = stem
    return document.facts._replace(title=title or found or stem), blocks


def _from_file_name(name: str) -> str:
    stem = os.path.splitext(os.path.basename(name))[0]
    words = re.split(r"[\s_\-.]+", stem.strip(" _-."))
    return " ".join(
        word.upper() if word.lower() in _ACRONYMS else word[:1].upper() + word[1:] for word in words
    ) or quoted(name)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
