"""Where each term stands: flat arrays that plain Python reads for a small text, numpy for a large.

The memory is the same for both; only long runs are worth numpy's start-up time.
"""

import sys
from array import array
from heapq import nlargest
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.retrieval.meaning import Vector
    from bot.retrieval.vocabulary import Near

K1 = 0.9
B = 0.4
"""BM25's saturation and length normalisation (Robertson and Zaragoza, 2009)."""

_LONG_RUN = 3000
"""Postings that are worth numpy's start-up time."""

_LONG_WITH_NUMPY = 500
"""Postings that numpy adds up sooner once it is loaded."""

_COUNT_BITS = 8
_MOST = (1 << _COUNT_BITS) - 1
_NOWHERE = array("I")


class Postings:
    """For each term, the paragraphs it stands in and how often (255 at most).

    A posting is one unsigned integer: the paragraph's number, shifted, and the count.
    """

    def __init__(self) -> None:
        self.lengths = array("I")
        self._runs: list[array[int]] = []
        self._terms = 0

    def add(self, counts: "Iterable[tuple[int, int]]", length: int) -> None:
        """Append a paragraph of `length` terms, given how often each term stands in it."""
        paragraph = len(self.lengths) << _COUNT_BITS
        runs = self._runs
        for term, count in counts:
            while term >= len(runs):
                runs.append(array("I"))
            runs[term].append(paragraph | min(count, _MOST))
        self.lengths.append(length)
        self._terms += length

    @property
    def average_length(self) -> float:
        """Terms in a paragraph, on average; at least 1."""
        return max(1.0, self._terms / max(1, len(self.lengths)))

    def _run(self, term: int) -> "array[int]":
        return self._runs[term] if term < len(self._runs) else _NOWHERE

    def scores(self, groups: "Sequence[tuple[float, Sequence[Near]]]") -> "Scores":
        """The BM25 scores of all paragraphs that a term of the groups stands in.

        Each group is an inverse document frequency and the terms that count for it; within a
        paragraph a group counts once, by its strongest term.
        """
        postings = sum(len(self._run(near.term)) for _, group in groups for near in group)
        if postings > (_LONG_WITH_NUMPY if "numpy" in sys.modules else _LONG_RUN):
            return _ScoresOfMany(self._scores_of_many(groups))
        return _ScoresOfFew(self._scores_of_few(groups))

    def _scores_of_few(self, groups: "Sequence[tuple[float, Sequence[Near]]]") -> dict[int, float]:
        average = self.average_length
        scores: dict[int, float] = {}
        for idf, group in groups:
            frequency: dict[int, float] = {}
            for near in group:
                for posting in self._run(near.term):
                    paragraph = posting >> _COUNT_BITS
                    weighted = near.weight * (posting & _MOST)
                    if weighted > frequency.get(paragraph, 0.0):
                        frequency[paragraph] = weighted
            for paragraph, f in frequency.items():
                norm = K1 * (1 - B + B * self.lengths[paragraph] / average)
                scores[paragraph] = scores.get(paragraph, 0.0) + idf * f * (K1 + 1) / (f + norm)
        return scores

    def _scores_of_many(self, groups: "Sequence[tuple[float, Sequence[Near]]]") -> "Vector":
        import numpy as np

        lengths = np.frombuffer(self.lengths, dtype=np.uint32)
        norms = (K1 * (1 - B + B * lengths / self.average_length)).astype(np.float32)
        scores = np.zeros(len(lengths), dtype=np.float32)
        frequency = np.zeros(len(lengths), dtype=np.float32)
        for idf, group in groups:
            touched = []
            for near in group:
                run = np.frombuffer(self._run(near.term), dtype=np.uint32)
                paragraphs = run >> _COUNT_BITS
                weighted = np.float32(near.weight) * (run & _MOST).astype(np.float32)
                frequency[paragraphs] = np.maximum(frequency[paragraphs], weighted)
                touched.append(paragraphs)
            seen = touched[0] if len(touched) == 1 else np.unique(np.concatenate(touched))
            f = frequency[seen]
            scores[seen] += np.float32(idf * (K1 + 1)) * f / (f + norms[seen])
            frequency[seen] = 0.0
        return scores


class Scores(Protocol):
    """BM25 scores, 0 for a paragraph that no term stands in."""

    def of(self, paragraph: int) -> float:
        """The score of a paragraph."""
        ...

    def best(self, limit: int) -> list[tuple[int, float]]:
        """The paragraphs with the highest scores, as (paragraph, score), best first."""
        ...


class _ScoresOfFew:
    def __init__(self, scores: dict[int, float]) -> None:
        self._scores = scores

    def of(self, paragraph: int) -> float:
        return self._scores.get(paragraph, 0.0)

    def best(self, limit: int) -> list[tuple[int, float]]:
        return nlargest(limit, self._scores.items(), key=lambda item: (item[1], -item[0]))


class _ScoresOfMany:
    def __init__(self, scores: "Vector") -> None:
        self._scores = scores

    def of(self, paragraph: int) -> float:
        return float(self._scores[paragraph])

    def best(self, limit: int) -> list[tuple[int, float]]:
        import numpy as np

        scores = self._scores
        found = np.flatnonzero(scores)
        if len(found) > limit:
            least = np.partition(scores[found], len(found) - limit)[len(found) - limit]
            found = found[scores[found] >= least]
        order = found[np.lexsort((found, -scores[found]))][:limit]
        return [(int(p), float(scores[p])) for p in order]
