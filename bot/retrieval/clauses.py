"""The clauses of a long message that ask something."""

import re
from collections.abc import Iterator

from bot.retrieval.question import Cue, cue_of, plain
from bot.retrieval.terms import QUESTION_WORDS, spelled_out, words

LONG = 14
"""Words from which on a message may hold more than its question."""

_MOST = 6
_SHORTEST = 3
_ENDS = re.compile(
    r"(?<=[.?!…])\s+|\n+|;\s+|\s[-–—]{1,2}\s|:\s+(?=\w)"
    r"|,?\s+(?:so|but|anyway|basically|and)[,\s]+(?=(?:what|why|how|when|where|who|which|is|are|does|do|can|could|should)\b)"
    r"|,\s+(?=(?:what|why|how|when|where|who|which|does|do|is|are|can|could|should)\b)",
    re.IGNORECASE,
)


def asking_clauses(message: str) -> list[str]:
    """The clauses of a long message that ask, the last ones first; empty for a short message."""
    told = plain(message)
    if len(words(told)) < LONG:
        return []
    return list(dict.fromkeys(reversed(list(_asking(told)))))[:_MOST]


def _asking(told: str) -> Iterator[str]:
    for clause in _ENDS.split(told):
        said = [spelled_out(word) for word in words(clause or "")]
        if len(said) < _SHORTEST or len(clause) == len(told):
            continue
        asks = clause.rstrip().endswith("?") or not QUESTION_WORDS.isdisjoint(said)
        if asks or cue_of(said) is Cue.YES_NO:
            yield clause.strip()
