"""Query expansion: the words of a text that are near in meaning to a word of the question."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from bot.retrieval.meaning import Meaning
from bot.retrieval.question import Question
from bot.retrieval.vocabulary import Near

LEAST_COSINE = 0.35
"""The cosine from which on a word is near in meaning."""

MOST_NEAR = 10
"""Words of the text that a word of the question is expanded to."""

NEAR_IN_MEANING = "near in meaning"
"""How such a word is near."""

_WEIGHT = 0.8  # of a word that means just the same
_CACHE = 1 << 12


class Expansion:
    """The words of a text as vectors; safe in any thread."""

    def __init__(self, meaning: Meaning, words: Sequence[str]) -> None:
        """`words` has a word for each term, in the order of their numbers; an empty one for a
        term that the text itself lacks."""
        self._meaning = meaning
        self._vectors = meaning.sentences(words)
        self._near: Callable[[str], tuple[Near, ...]] = lru_cache(_CACHE)(self._look_up)

    def expanded(self, question: Question) -> Question:
        """The question, each of its words with the terms that are near it in meaning alone."""
        groups = []
        for group in question.groups:
            known = {near.term for near in group.nears}
            meant = [near for near in self._near(group.word) if near.term not in known]
            groups.append(group._replace(meant=tuple(meant)))
        return question._replace(groups=tuple(groups))

    def _look_up(self, word: str) -> tuple[Near, ...]:
        cosines = self._vectors @ self._meaning.questions([word])[0]
        close = (cosines > LEAST_COSINE).nonzero()[0].tolist()
        close.sort(key=lambda term: (-cosines[term], term))
        spread = 1.0 - LEAST_COSINE
        return tuple(
            Near(term, _WEIGHT * (float(cosines[term]) - LEAST_COSINE) / spread, NEAR_IN_MEANING)
            for term in close[:MOST_NEAR]
        )
