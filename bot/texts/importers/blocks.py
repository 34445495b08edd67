"""What every reader of a format turns a file into: blocks, in order, and what is known of them."""

from collections import Counter
from typing import NamedTuple


class Block(NamedTuple):
    """A heading, a paragraph, a list's item, a stanza, a table or a piece of code.

    `kind` is one of KINDS of the model; `level` counts from 1 for a heading and is 0 for all else;
    `line` is where it stands in its file, from 1. `number` is the text's own number of it, as
    written; `quotation` says that it stands in a block quotation; `anchor` is its id in the file.
    """

    text: str
    kind: str = "prose"
    level: int = 0
    line: int = 1
    number: str | None = None
    label: str | None = None
    speaker: str | None = None
    quotation: bool = False
    anchor: str | None = None


class Facts(NamedTuple):
    """What a file says of its text; `published` is a date as 2020-09-13."""

    title: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    source: str | None = None
    licence: str | None = None


class Document(NamedTuple):
    """A text as its format has it; `left_out` counts what will not be quoted, by its name."""

    blocks: list[Block]
    facts: Facts
    left_out: Counter[str]
