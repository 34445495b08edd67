"""How people ask for a sentence: the curator's questions and topics as evidence for it."""

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from bot.essay import Essay
from bot.retrieval.question import Cue, Question, cue_of
from bot.retrieval.terms import carries_meaning, spelled_out, words
from bot.retrieval.vocabulary import Vocabulary

PLAIN_WORTH = 0.25
"""What a word that stands in every sentence's questions is still worth."""


class Evidence(NamedTuple):
    """What the curated questions say for one sentence; each figure lies in 0..1.

    `likeness` is how far the nearest curated question and the question cover each other,
    `support` the mean over the three nearest, `coverage` the share of the question that any of
    the sentence's curated questions covers; `same_cue` tells whether the nearest wants the same
    kind of answer; `nearest` is that question.
    """

    likeness: float
    support: float
    coverage: float
    same_cue: float
    nearest: str


class _Asked(NamedTuple):
    place: int
    text: str
    cue: Cue
    terms: frozenset[int]


class CuratedQuestions:
    """The curated questions of an essay, indexed by the terms of a shared vocabulary.

    Places number the essay's sentences from 0 in reading order.
    """

    def __init__(self, essay: Essay, vocabulary: Vocabulary) -> None:
        self._asked: list[_Asked] = []
        self._postings: dict[int, list[tuple[int, float]]] = {}
        self._places_with: dict[int, set[int]] = {}
        self._places = 0
        for place, (text, questions) in enumerate(_questions_of(essay)):
            self._places += 1
            for question in (text, *questions):
                self._add(place, question, vocabulary)
        most = log(1.0 + (self._places + 0.5) / 0.5)
        self._worth_seen = [
            PLAIN_WORTH
            + (1.0 - PLAIN_WORTH) * log(1.0 + (self._places - seen + 0.5) / (seen + 0.5)) / most
            for seen in range(self._places + 1)
        ]

    def _add(self, place: int, text: str, vocabulary: Vocabulary) -> None:
        said = [spelled_out(word) for word in words(text)]
        terms = {vocabulary.add(word) for word in said if carries_meaning(word)}
        number = len(self._asked)
        self._asked.append(_Asked(place, text, cue_of(said), frozenset(terms)))
        strongest: dict[int, float] = dict.fromkeys(terms, 1.0)
        for near in vocabulary.related_in(said):
            strongest.setdefault(near.term, near.weight)
        for term, weight in strongest.items():
            self._postings.setdefault(term, []).append((number, weight))
            self._places_with.setdefault(term, set()).add(place)

    def _worth(self, term: int | None) -> float:
        """The worth of a term, in 0..1, by how few sentences are asked for with it."""
        places = self._places_with.get(term) if term is not None else None
        return self._worth_seen[len(places) if places else 0]

    def evidence(self, question: Question) -> dict[int, Evidence]:
        """What speaks for each place that any curated question brings up."""
        worths = [
            group.weight * self._worth(group.nears[0].term if group.nears else None)
            for group in question.groups
        ]
        total = sum(worths) or 1.0
        matched: dict[int, float] = {}
        covered: dict[int, float] = {}
        for worth, group in zip(worths, question.groups, strict=True):
            best: dict[int, float] = {}
            for near in group.nears:
                for number, weight in self._postings.get(near.term, ()):
                    if weight * near.weight > best.get(number, 0.0):
                        best[number] = weight * near.weight
            here: dict[int, float] = {}
            for number, weight in best.items():
                matched[number] = matched.get(number, 0.0) + worth * weight
                place = self._asked[number].place
                here[place] = max(here.get(place, 0.0), weight)
            for place, weight in here.items():
                covered[place] = covered.get(place, 0.0) + worth * weight
        return {
            place: self._evidence(question, numbers, covered[place] / total)
            for place, numbers in self._by_place(matched, total)
        }

    def _by_place(
        self, matched: dict[int, float], total: float
    ) -> Iterator[tuple[int, list[tuple[float, int]]]]:
        places: dict[int, list[tuple[float, int]]] = {}
        for number, worth in matched.items():
            length = sum([self._worth(term) for term in self._asked[number].terms])
            likeness = 2.0 * worth / (total + max(length, worth))
            places.setdefault(self._asked[number].place, []).append((likeness, number))
        for place, numbers in places.items():
            numbers.sort(key=lambda item: (-item[0], item[1]))
            yield place, numbers

    def _evidence(
        self, question: Question, numbers: Sequence[tuple[float, int]], coverage: float
    ) -> Evidence:
        likeness, number = numbers[0]
        nearest = self._asked[number]
        return Evidence(
            min(1.0, likeness),
            sum(like for like, _ in numbers[:3]) / 3.0,
            min(1.0, coverage),
            1.0 if nearest.cue is question.cue else 0.0,
            nearest.text,
        )


def _questions_of(essay: Essay) -> Iterator[tuple[str, tuple[str, ...]]]:
    for paragraph in essay.paragraphs:
        for sentence in paragraph.sentences:
            yield sentence.text, sentence.questions
