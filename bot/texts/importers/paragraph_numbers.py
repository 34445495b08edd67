"""Numbers of paragraphs that a book's own references use, though it does not print them."""

from collections.abc import Iterator, Mapping, Sequence

from bot.texts.importers.blocks import Block

_LEAST_CITED = 5


def numbered(blocks: Sequence[Block], cited: Mapping[str, int]) -> list[Block]:
    """The blocks, those numbered whose number follows from the paragraphs `cited` by a number.

    `cited` maps the anchor of a paragraph to its number within its chapter. A quotation, and what
    goes on behind it, may belong to the paragraph before; where the count does not agree with the
    next citation either way, no number is given.
    """
    known = [block.anchor for block in blocks if block.anchor in cited]
    if len(known) < _LEAST_CITED:
        return list(blocks)
    numbers: dict[int, int] = {}
    for chapter in _chapters(blocks):
        if any(blocks[at].anchor in cited for at in chapter):
            numbers.update(_numbers(blocks, chapter, cited))
    return [
        block._replace(number=str(numbers[at])) if at in numbers else block
        for at, block in enumerate(blocks)
    ]


def _chapters(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The indices of the blocks below each heading."""
    chapter: list[int] = []
    for at, block in enumerate(blocks):
        if block.level:
            yield chapter
            chapter = []
        else:
            chapter.append(at)
    yield chapter


def _numbers(
    blocks: Sequence[Block], chapter: Sequence[int], cited: Mapping[str, int]
) -> dict[int, int]:
    numbers: dict[int, int] = {}
    run: list[int] = []  # since the last paragraph whose number is certain
    last = 0
    for at in chapter:
        number = cited.get(blocks[at].anchor or "")
        if number is None:
            run.append(at)
            continue
        for joins in (False, True):
            counted = _counted(blocks, run, last, joins)
            following = max(counted.values(), default=last) + 1
            if following == number:
                numbers.update(counted)
                break
        numbers[at] = number
        run, last = [], number
    before_quotation = next((i for i, at in enumerate(run) if blocks[at].quotation), len(run))
    numbers.update(_counted(blocks, run[:before_quotation], last, joins=False))
    return numbers


def _counted(blocks: Sequence[Block], run: Sequence[int], last: int, joins: bool) -> dict[int, int]:
    """A number for each block of the run, a quotation with the one before it; with `joins`, what
    follows a quotation too.
    """
    numbers: dict[int, int] = {}
    number, after_quotation = last, False
    for at in run:
        quotation = blocks[at].quotation
        if not quotation and not (joins and after_quotation):
            number += 1
        numbers[at] = max(number, 1)
        after_quotation = quotation
    return numbers
