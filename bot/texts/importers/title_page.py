"""The title, the author and whoever else stands at the top of plain text."""

from collections import Counter

from bot.texts.importers.blocks import Block, Facts
from bot.texts.importers.characters import bare
from bot.texts.importers.headings import headings_of
from bot.texts.importers.names import ACRONYMS, may_be_name, name_within, names_another, said_author
from bot.texts.importers.numerals import number_of

_MOST_BLOCKS = 12  # in which a title page is looked for
_LONGEST_TITLE = 100  # characters
_ENDS = (".", ",", ":", ";", "!", "?", "”", '"', "’")


def without_title_page(
    blocks: list[Block], facts: Facts, left_out: Counter[str]
) -> tuple[list[Block], Facts]:
    """The blocks behind the title and the author at the top, and those two as facts."""
    page = _TitlePage(facts)
    top = _top(blocks)
    kept = [block for block in top if not page.says(block, is_first=block is blocks[0])]
    chapter_follows = len(top) < len(blocks) and blocks[len(top)].level > 0
    if chapter_follows and page.title:
        kept = [block for block in kept if not _is_subtitle(block)]
    left_out["title page"] += len(top) - len(kept)
    return kept + blocks[len(top) :], facts._replace(
        title=as_title(page.title), author=as_title(page.author)
    )


def _top(blocks: list[Block]) -> list[Block]:
    """The blocks before the first chapter, or before the first long paragraph."""
    for at, block in enumerate(blocks[:_MOST_BLOCKS]):
        if any(one.certain for one in headings_of(block.text)) and block.level:
            return blocks[:at]
        if block.kind == "prose" and len(block.text) > _LONGEST_TITLE:
            return blocks[:at]
    return blocks[: min(3, len(blocks))]


class _TitlePage:
    """What the lines at the top said so far."""

    def __init__(self, facts: Facts) -> None:
        self.title = facts.title
        self.author = facts.author

    def says(self, block: Block, is_first: bool) -> bool:
        """Whether the block is a line of the title page; remembers what it says."""
        lines = block.text.split("\n")
        if is_first and len(lines) in (2, 3) and self.title is None and _may_be_title(lines[0]):
            return self._says_all(lines)
        text = " ".join(lines)
        if author := said_author(text):
            self.author = self.author or author
            return True
        if names_another(text) or (self.author and bare(text) == bare(self.author)):
            return True
        if self.title:
            return bare(text) == bare(self.title) or bare(text) == bare(
                self.title.partition(":")[0]
            )
        if is_first and len(lines) == 1 and block.kind in ("heading", "prose", "verse"):
            self.title = text if _may_be_title(text) else None
        return self.title is not None

    def _says_all(self, lines: list[str]) -> bool:
        """Title, author and whatever else in lines one below another."""
        if not all(len(line) <= _LONGEST_TITLE and not line.endswith(_ENDS[:4]) for line in lines):
            return False
        named = [said_author(line) or name_within(line) for line in lines[1:]]
        bare = [line for line in lines[1:] if may_be_name(line)]
        author = next((name for name in [*named, *bare] if name), None)
        if author is None:
            return False
        self.title, self.author = lines[0], self.author or author
        return True


def _may_be_title(text: str) -> bool:
    numbered = text[:1].isdigit() or number_of(text.split(".")[0]) is not None
    chapter = any(heading.certain for heading in headings_of(text))
    return len(text) <= _LONGEST_TITLE and not (numbered or chapter or text.endswith(_ENDS))


def _is_subtitle(block: Block) -> bool:
    lines = block.text.split("\n")
    return all(len(line) <= 60 for line in lines) and not any(
        line.endswith(_ENDS) for line in lines
    )


def as_title(text: str | None) -> str | None:
    """A name in capitals as one writes it elsewhere."""
    if not text or not text.isupper():
        return text
    small = {"a", "an", "and", "the", "of", "in", "on", "to", "for", "or", "de", "la", "y", "und"}
    lower = text.lower().split()
    words = [word.upper() if word in ACRONYMS else word.capitalize() for word in lower]
    return " ".join(
        word.lower() if at and word.lower() in small else word for at, word in enumerate(words)
    )
