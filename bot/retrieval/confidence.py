"""How sure the engine is of a sentence, as a number that compares across questions and texts."""

from collections.abc import Sequence
from math import log1p

from bot.retrieval.features import NAMES as ROW_NAMES
from bot.retrieval.question import Question

_TAKEN = (
    "paragraph coverage by meaning",
    "sentence coverage",
    "exact coverage",
    "sentence letters",
    "token set ratio",
    "partial ratio",
    "name near",
    "rarest word by meaning",
    "sentence meaning",
    "paragraph meaning",
)
_AT = tuple(ROW_NAMES.index(name) for name in _TAKEN)

NAMES = ("rank", *_TAKEN, "words", "worth", "known words")
"""The features, in the order that `features` gives."""


def features(question: Question, row: Sequence[float], rank: float) -> list[float]:
    """What speaks for the best sentence being an answer at all.

    `row` are its features and `rank` its score; `words` and `worth` grow with the length of the
    question, `known words` is the share of it that the text could match.
    """
    groups = question.groups
    worth = question.worth or 1.0
    known = sum([group.worth * group.nears[0].weight for group in groups if group.nears])
    return [
        rank,
        *[row[at] for at in _AT],
        log1p(sum([group.weight for group in groups])),
        log1p(worth),
        known / worth,
    ]
