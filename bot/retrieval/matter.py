"""Recognises off-topic questions, by the vectors of the text's words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.retrieval.known_words import known_words
from bot.retrieval.question import Question
from bot.retrieval.terms import carries_meaning, words

if TYPE_CHECKING:
    from bot.retrieval.meaning import Meaning
    from bot.texts.model import Essay

_LEAST_COSINE = 0.3
"""The cosine below which a word is far from every word of the text and its questions."""

_NEAR = 0.6
"""The weight from which on a word of the text stands for the one asked with."""

_MOST_GROUPS = 6
"""Words of a question up to which each matters; a longer one tells a story around it."""

_SHORTEST = 4


class Matter:
    """The words of a text, its listed questions and its curator's own, to compare others with."""

    def __init__(self, essay: "Essay", meaning: "Meaning") -> None:
        self._meaning = meaning
        self._vectors = meaning.questions(sorted(set(_words_of(essay)))).T
        self._far: dict[str, bool] = {}

    def is_off_topic(self, question: Question) -> bool:
        """Whether a short question has an English word that is far in meaning from all of the text's."""
        if len(question.groups) > _MOST_GROUPS:
            return False
        return any(
            self._is_far(group.word)
            for group in question.groups
            if group.weight > _NEAR
            and len(group.word) >= _SHORTEST
            and all(near.weight < _NEAR for near in group.nears)
            and group.word in known_words()
        )

    def _is_far(self, word: str) -> bool:
        if word not in self._far:
            cosines = self._meaning.questions([word])[0] @ self._vectors
            self._far[word] = float(cosines.max(initial=0.0)) < _LEAST_COSINE
        return self._far[word]


def _words_of(essay: "Essay") -> Iterable[str]:
    sentences = [sentence for paragraph in essay.paragraphs for sentence in paragraph.sentences]
    texts = [s.text for s in sentences] + [q for s in sentences for q in s.questions]
    for text in [*texts, *essay.words]:
        yield from filter(carries_meaning, words(text))
