"""Which questions ask for the same: by their words, and by the vectors of meaning."""

from collections.abc import Sequence

from bot.retrieval.meaning import word_vectors
from bot.retrieval.terms import CONVERSATION, carries_meaning, spelled_out, stem, words

_SAME_WORDS = 0.8
"""How far two questions share their stems, from which on they are one."""

_SAME_MEANING, _LEAST_SHARED = 0.85, 0.4
"""The cosine from which on they are one as well, and how far they then share their stems."""


class LikeQuestions:
    """Questions with their vectors, to look for those like another."""

    def __init__(self, questions: Sequence[str]) -> None:
        self._questions = questions
        self._vectors = word_vectors().questions(questions)
        self._stems = [_stems(question) for question in questions]

    def like(self, question: str) -> int | None:
        """The place of the likest of the questions that ask for the same; None if none does."""
        if not self._questions:
            return None
        cosines = (self._vectors @ word_vectors().questions([question])[0]).tolist()
        return self._likest(_stems(question), cosines, range(len(cosines)))

    def groups(self) -> list[list[int]]:
        """The places of all questions, those together that ask for the same as the first of them.

        Whoever comes first leads a group: earlier questions should be those asked more often.
        """
        groups: dict[int, list[int]] = {}
        cosines = self._vectors @ self._vectors.T
        for at, stems in enumerate(self._stems):
            leader = self._likest(stems, cosines[at], groups)
            groups.setdefault(at if leader is None else leader, []).append(at)
        return list(groups.values())

    def _likest(
        self,
        stems: frozenset[str],
        cosines: Sequence[float],
        among: Sequence[int] | dict[int, list[int]] | range,
    ) -> int | None:
        best, likest = 0.0, None
        for at in among:
            shared = _shared(stems, self._stems[at])
            meaning = float(cosines[at])
            same = shared >= _SAME_WORDS
            same = same or (meaning >= _SAME_MEANING and shared >= _LEAST_SHARED)
            if same and shared + meaning > best:
                best, likest = shared + meaning, at
        return likest


def _stems(question: str) -> frozenset[str]:
    said = [spelled_out(word) for word in words(question)]
    told = {stem(word) for word in said if carries_meaning(word) and word not in CONVERSATION}
    return frozenset(told | {word for word in said if word in ("not", "no", "never")})


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one) + len(other)
    return 2.0 * len(one & other) / both if both else 0.0
