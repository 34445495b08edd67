"""How near a question is in meaning to sentences, and to the questions listed for them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from bot.retrieval.meaning import Meaning

if TYPE_CHECKING:
    pass

SUPPORTERS = 3
"""Listed questions that speak for a sentence together."""


class Nearness(NamedTuple):
    """Cosines of a question for one sentence, in -1..1.

    `sentence` is that with the sentence itself, `listed` that with the nearest of the questions
    listed for it (and the sentence), `support` the mean of the nearest three.
    """

    sentence: float = 0.0
    listed: float = 0.0
    support: float = 0.0


class NearnessIndex:
    """The vectors of sentences, of the questions listed for each, and of unanswered ones."""

    def __init__(
        self,
        meaning: Meaning,
        sentences: Sequence[str],
        listed: Sequence[Sequence[str]],
        unanswered: Sequence[str],
    ) -> None:
        import numpy as np

        self._numpy = np
        self._meaning = meaning
        self._count = len(sentences)
        self._unanswered_count = len(unanswered)
        questions = [question for some in listed for question in some]
        self._vectors = np.concatenate(
            [
                meaning.sentences(sentences),
                meaning.questions(questions),
                meaning.questions(unanswered),
            ]
        )
        widest = max(map(len, listed), default=0)
        # Row by sentence: where its listed questions stand, and itself where it has no more.
        self._listed = np.tile(np.arange(self._count)[:, None], (1, max(widest, SUPPORTERS - 1)))
        at = self._count
        for place, some in enumerate(listed):
            self._listed[place, : len(some)] = range(at, at + len(some))
            at += len(some)

    def near(self, question: str) -> tuple[list[Nearness], float]:
        """The nearness of every sentence, and the cosine of the nearest unanswered question."""
        np = self._numpy
        cosines = self._vectors @ self._meaning.questions([question])[0]
        own = cosines[: self._count]
        rows = np.concatenate([own[:, None], cosines[self._listed]], axis=1)
        top = np.partition(rows, rows.shape[1] - SUPPORTERS, axis=1)[:, -SUPPORTERS:]
        support, listed = top.mean(axis=1).tolist(), top.max(axis=1).tolist()
        near = list(map(Nearness, own.tolist(), listed, support))
        unanswered = cosines[len(cosines) - self._unanswered_count :]
        return near, float(unanswered.max()) if self._unanswered_count else 0.0
