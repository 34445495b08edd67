"""Query expansion: the words of a text that are near in meaning to a word of the question."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.retrieval.meaning import Meaning
from bot.retrieval.question import Question
from bot.retrieval.vocabulary import Near

if TYPE_CHECKING:
    from bot.retrieval.meaning import Vector

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
        self._near: dict[str, tuple[Near, ...]] = {}

    def expanded(self, question: Question) -> Question:
        """The question, each of its words with the terms that are near it in meaning alone."""
        near_words = self._look_up(dict.fromkeys(group.word for group in question.groups))
        groups = []
        for group in question.groups:
            known = {near.term for near in group.nears}
            meant = [near for near in near_words[group.word] if near.term not in known]
            groups.append(group._replace(meant=tuple(meant)))
        return question._replace(groups=tuple(groups))

    def _look_up(self, words: Iterable[str]) -> dict[str, tuple[Near, ...]]:
        """The terms that are near each word; the vectors are gone through once for all new ones."""
        found = {word: self._near[word] for word in words if word in self._near}
        if new := [word for word in words if word not in found]:
            cosines = self._vectors @ self._meaning.questions(new).T
            found |= {word: _nearest(cosines[:, at]) for at, word in enumerate(new)}
            if len(self._near) > _CACHE:
                self._near = {}
            self._near.update(found)
        return found


def _nearest(cosines: "Vector") -> tuple[Near, ...]:
    close = (cosines > LEAST_COSINE).nonzero()[0].tolist()
    close.sort(key=lambda term: (-cosines[term], term))
    spread = 1.0 - LEAST_COSINE
    return tuple(
        Near(term, _WEIGHT * (float(cosines[term]) - LEAST_COSINE) / spread, NEAR_IN_MEANING)
        for term in close[:MOST_NEAR]
    )
