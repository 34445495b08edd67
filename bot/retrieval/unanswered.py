"""Questions near a text that it does not answer, as evidence for silence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from bot.retrieval.terms import carries_meaning, spelled_out, stem, words


class UnansweredQuestions:
    """The questions that a text does not answer, indexed by the stems of their words."""

    def __init__(self, unanswered: Sequence[str], answered: Iterable[str]) -> None:
        """`answered` are questions that it does answer: words common there are worth less."""
        self._stems = [_stems(question) for question in unanswered]
        seen = Counter(root for said in self._stems for root in said)
        for question in answered:
            seen.update(_stems(question))
        most = max(seen.values(), default=0)
        self._worth = {root: log(1.0 + (most + 1.0) / count) for root, count in seen.items()}
        self._unseen = log(2.0 + most)
        self._with: dict[str, list[int]] = {}
        for number, said in enumerate(self._stems):
            for root in said:
                self._with.setdefault(root, []).append(number)
        self._length = [sum(self._worth[root] for root in said) for said in self._stems]

    def likeness(self, question: str) -> float:
        """How far the question and the nearest unanswered one cover each other, in 0..1."""
        said = _stems(question)
        shared: dict[int, float] = {}
        for root in said:
            for number in self._with.get(root, ()):
                shared[number] = shared.get(number, 0.0) + self._worth[root]
        own = sum(self._worth.get(root, self._unseen) for root in said)
        return max(
            (2.0 * worth / (own + self._length[number]) for number, worth in shared.items()),
            default=0.0,
        )


def _stems(question: str) -> frozenset[str]:
    said = map(spelled_out, words(question))
    return frozenset(stem(word) for word in said if carries_meaning(word))
