"""What a text is called."""

import os
import re
from collections.abc import Sequence

from bot.texts.importers.blocks import Block
from bot.texts.importers.characters import bare
from bot.texts.importers.headings import headings_of
from bot.texts.importers.names import ACRONYMS, said_author
from bot.wording import quoted

_GENERIC = frozenset(
    "faq faqs readme index home rules introduction about contents documentation docs untitled "
    "overview text chapter".split()
)
_SITE = re.compile(r"\s+[|·–—-]\s+[^|·–—]*$")
_TOP = 4  # blocks
_BRACKETED = re.compile(r"\s*\([^()]*\)")


def titled(blocks: Sequence[Block], known: str | None) -> tuple[str | None, list[Block]]:
    """The title, and the blocks without the heading that says it.

    That is the first heading if it is the only one so high and all stands below it, whatever
    the title that is `known` already.
    """
    heads = [block for block in blocks if block.kind == "heading" and block.text]
    if not heads:
        return known, list(blocks)
    top = min(head.level for head in heads)
    first = heads[0]
    alone = first.level == top and sum(head.level == top for head in heads) == 1
    chapter = first.text[0].isdigit() or any(one.certain for one in headings_of(first.text))
    # A page's title has the name of its site behind that of its text.
    site = known and _SITE.sub("", known)
    same = known is not None and bare(first.text) in (bare(known), bare(site or ""))
    if same or (alone and not chapter and _stands_first(blocks, first, known)):
        title = first.text if same or known is None else known
        return title, [block for block in blocks if block is not first]
    return known, list(blocks)


def without_byline(blocks: Sequence[Block], author: str | None) -> tuple[list[Block], str | None]:
    """The blocks without a line at the top that says the author, and who that is."""
    for block in blocks[:_TOP]:
        found = said_author(block.text)
        if found and (author is None or bare(author) in bare(found)):
            return [one for one in blocks if one is not block], author or found
    return list(blocks), author


def _stands_first(blocks: Sequence[Block], first: Block, known: str | None) -> bool:
    """Whether nothing comes before the heading; if no title is `known`, a motto may."""
    before = blocks[: blocks.index(first)]
    return sum(len(block.text) for block in before) < (300 if known is None else 1)


def instead_of_generic(title: str, name: str) -> str:
    """The title, or the words of the file's name where the title is one that many texts have."""
    stem = from_file_name(name)
    generic = bare(_BRACKETED.sub("", title)) in _GENERIC
    return stem if generic and len(stem.split()) > 1 else title


def from_file_name(name: str) -> str:
    """The words of a file's name as a title."""
    stem = os.path.splitext(os.path.basename(name))[0]
    words = re.split(r"[\s_\-.]+", stem.strip(" _-."))
    return " ".join(
        word.upper() if word.lower() in ACRONYMS else word[:1].upper() + word[1:] for word in words
    ) or quoted(name)
