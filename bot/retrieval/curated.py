"""How people ask for a sentence: the curator's questions and topics as evidence for it."""

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from bot.retrieval.question import CONVERSATION_WEIGHT, Question
from bot.retrieval.terms import CONVERSATION, carries_meaning, spelled_out, words
from bot.retrieval.vocabulary import RELATED, Vocabulary
from bot.texts.model import Essay

WELL_CURATED = 8
"""Questions listed for a sentence from which on they speak for themselves: fewer, and the topics
of the paragraph count as questions, too."""

SUPPORTERS = 3
"""Curated questions that speak for a sentence together."""

PLAIN_WORTH = 0.25
"""What a word that stands in every sentence's questions is still worth."""


class Evidence(NamedTuple):
    """What the curated questions say for one sentence; each figure lies in 0..1.

    `likeness` is how far the nearest curated question and the question cover each other,
    `support` the mean over the nearest few, `coverage` the share of the question that any of
    the sentence's curated questions covers; `nearest` is that question.
    """

    likeness: float
    support: float
    coverage: float
    nearest: str


class CuratedQuestions:
    """The curated questions of an essay, indexed by the terms of a shared vocabulary.

    Places number the essay's sentences from 0 in reading order.
    """

    def __init__(self, essay: Essay, vocabulary: Vocabulary, *, listed_only: bool = False) -> None:
        """`listed_only` leaves out the sentences themselves and the topics."""
        self._texts: list[str] = []
        self._terms: list[set[int]] = []
        self._place: list[int] = []
        self._named: dict[int, list[int]] = {}
        self._meant: dict[int, list[int]] = {}
        self._asked_of: dict[int, int] = {}
        self._worths: dict[int, float] = {}
        self._lengths: dict[int, float] = {}
        self._conversation = {vocabulary.add(word) for word in CONVERSATION}
        self._places = 0
        for paragraph in essay.paragraphs:
            for sentence in paragraph.sentences:
                own = () if listed_only else (sentence.text,)
                for question in (*own, *sentence.questions):
                    self._add(self._places, question, vocabulary)
                self._places += 1
            if not listed_only and any(
                len(sentence.questions) < WELL_CURATED for sentence in paragraph.sentences
            ):
                first = self._places - len(paragraph.sentences)
                for topic in paragraph.topics:
                    self._add(self._place_of_topic(topic, first, vocabulary), topic, vocabulary)

    def _add(self, place: int, text: str, vocabulary: Vocabulary) -> None:
        """Index a question by the terms that it names, and those that its words stand for."""
        said = [spelled_out(word) for word in words(text)]
        terms = {vocabulary.add(word) for word in said if carries_meaning(word)}
        number = len(self._texts)
        self._texts.append(text)
        self._terms.append(terms)
        self._place.append(place)
        self._asked_of[place] = self._asked_of.get(place, 0) + 1
        for term in terms:
            self._named.setdefault(term, []).append(number)
        for term in set(vocabulary.related_in(said)) - terms:
            self._meant.setdefault(term, []).append(number)

    def _place_of_topic(self, topic: str, first: int, vocabulary: Vocabulary) -> int:
        """The place from `first` on with most listed questions that a topic's words stand in."""
        asked = {vocabulary.add(word) for word in words(topic) if carries_meaning(word)}
        shared = dict.fromkeys(range(first, self._places), 0)
        for term in asked:
            for number in self._named.get(term, ()):
                if self._place[number] >= first:
                    shared[self._place[number]] += 1
        return max(shared, key=lambda place: (shared[place], -place))

    def _worth(self, term: int) -> float:
        """The worth of a term, in 0..1, by how few sentences are asked for with it."""
        worth = self._worths.get(term)
        if worth is None:
            asked = (*self._named.get(term, ()), *self._meant.get(term, ()))
            seen = len({self._place[number] for number in asked})
            most = log(1.0 + (self._places + 0.5) / 0.5)
            idf = log(1.0 + (self._places - seen + 0.5) / (seen + 0.5))
            worth = self._worths[term] = PLAIN_WORTH + (1.0 - PLAIN_WORTH) * idf / most
        return worth

    def _length(self, number: int) -> float:
        """What a match of every word of a curated question would be worth."""
        length = self._lengths.get(number)
        if length is None:
            length = self._lengths[number] = sum(
                self._worth(term) * (CONVERSATION_WEIGHT if term in self._conversation else 1.0)
                for term in self._terms[number]
            )
        return length

    def evidence(self, question: Question) -> dict[int, Evidence]:
        """What speaks for each place that any curated question brings up."""
        worths = [
            group.weight * (self._worth(group.nears[0].term) if group.nears else 1.0)
            for group in question.groups
        ]
        total = sum(worths) or 1.0
        matched: dict[int, float] = {}
        covered: dict[int, float] = {}
        for worth, group in zip(worths, question.groups, strict=True):
            best: dict[int, float] = {}
            for near in group.nears:
                for asked, weight in (
                    (self._named, near.weight),
                    (self._meant, near.weight * RELATED),
                ):
                    for number in asked.get(near.term, ()):
                        if weight > best.get(number, 0.0):
                            best[number] = weight
            here: dict[int, float] = {}
            for number, weight in best.items():
                matched[number] = matched.get(number, 0.0) + worth * weight
                place = self._place[number]
                here[place] = max(here.get(place, 0.0), weight)
            for place, weight in here.items():
                covered[place] = covered.get(place, 0.0) + worth * weight
        return {
            place: self._evidence(numbers, covered[place] / total)
            for place, numbers in self._by_place(matched, total)
        }

    def _by_place(
        self, matched: dict[int, float], total: float
    ) -> Iterator[tuple[int, list[tuple[float, int]]]]:
        places: dict[int, list[tuple[float, int]]] = {}
        for number, worth in matched.items():
            likeness = 2.0 * worth / (total + max(self._length(number), worth))
            places.setdefault(self._place[number], []).append((likeness, number))
        for place, numbers in places.items():
            numbers.sort(key=lambda item: (-item[0], item[1]))
            yield place, numbers

    def _evidence(self, numbers: Sequence[tuple[float, int]], coverage: float) -> Evidence:
        likeness, number = numbers[0]
        asked = self._asked_of[self._place[number]]
        return Evidence(
            min(1.0, likeness),
            sum(like for like, _ in numbers[:SUPPORTERS]) / min(SUPPORTERS, asked),
            min(1.0, coverage),
            self._texts[number],
        )
