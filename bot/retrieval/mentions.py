"""The sentences that speak of a word, for quotations about what is nobody's listed topic."""

from bot.retrieval.essay_index import EssayIndex
from bot.retrieval.features import NAMES
from bot.texts.model import Sentence

_MOST_PARAGRAPHS = 40
_LEAST_COVERED = 0.75
"""The share of the words' worth that a sentence has to cover, to the letter but for endings."""

_LEAST_COSINE = 0.5
"""The cosine from which on a sentence means much the same, where none has the words."""

_BY_WORDS = NAMES.index("exact coverage")
_BY_MEANING = NAMES.index("sentence meaning")


def mentions(index: EssayIndex, words: str) -> list[Sentence]:
    """The sentences that have the `words`, the likeliest paragraphs first.

    Those that only mean much the same come where none has them. Empty if none does either.
    """
    read = index.read(words)
    if not read.groups:
        return []
    paragraphs = index.essay.paragraphs
    ranked = [
        one
        for one in index.passages.rank(read, _MOST_PARAGRAPHS)
        if paragraphs[one.paragraph].kind not in ("table", "code")
    ]
    for feature, least in ((_BY_WORDS, _LEAST_COVERED), (_BY_MEANING, _LEAST_COSINE)):
        found = [one for one in ranked if one.features[feature] >= least]
        if found:
            return [index.essay.sentence(one.paragraph + 1, one.sentence + 1) for one in found]
    return []
