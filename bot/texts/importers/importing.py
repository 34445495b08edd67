"""From a file's bytes to a clean text: which reader reads it, what it is called, what it holds."""

from collections import Counter
from typing import NamedTuple

from bot.errors import UserError
from bot.texts.importers.blocks import Block, Document, Facts
from bot.texts.importers.cleaning import cleaned
from bot.texts.importers.formats import read
from bot.texts.importers.gathering import gathered
from bot.texts.importers.languages import language_of
from bot.texts.importers.passages import Passage, passages
from bot.texts.importers.title_page import as_title
from bot.texts.importers.titles import from_file_name, instead_of_generic, titled, without_byline


class Imported(NamedTuple):
    """A text that can be written as a knowledge file, and what of its file was left out."""

    facts: Facts
    passages: list[Passage]
    left_out: Counter[str]


def imported(
    name: str, data: bytes, title: str | None = None, author: str | None = None
) -> Imported:
    """The text in the file `name` with the content `data`; `title` and `author` are known better.

    Short passages of one place are gathered. Raises UserError for what cannot be read or holds no
    text.
    """
    found = as_written(name, data, title, author)
    return found._replace(passages=gathered(found.passages))


def as_written(
    name: str, data: bytes, title: str | None = None, author: str | None = None
) -> Imported:
    """The same, with every paragraph a passage of its own."""
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


def _titled(document: Document, name: str, title: str | None) -> tuple[Facts, list[Block]]:
    found, blocks = titled(document.blocks, document.facts.title)
    found = found and as_title(instead_of_generic(found, name))
    blocks, author = without_byline(blocks, document.facts.author)
    facts = document.facts._replace(title=title or found or from_file_name(name), author=author)
    return facts, blocks
