"""What speaks for a sentence as the answer to a question: one number a feature."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import partial_ratio, token_set_ratio

from bot.retrieval.question import Cue, Question

NAMES = (
    "paragraph bm25",
    "paragraph lead",
    "paragraph letters",
    "sentence coverage",
    "exact coverage",
    "name coverage",
    "name near",
    "neighbour coverage",
    "refers back",
    "refers to covered",
    "new words",
    "sentence letters",
    "token set ratio",
    "partial ratio",
    "year for when",
    "number for how many",
    "new name for who",
    "early sentence",
    "sentence meaning",
    "paragraph meaning",
    "paragraph bm25 by meaning",
    "paragraph lead by meaning",
    "paragraph coverage by meaning",
    "sentence coverage by meaning",
    "neighbour coverage by meaning",
    "rarest word by meaning",
)
"""The features, in the order of a row that `Judge.rows` gives.

*Coverage* is the share of the question's worth that is matched, over the sentence, its paragraph
or its neighbours; *exact* leaves near words out. *Letters* are the runs of four letters of the
question's words that stand in the text. *Lead* is the paragraph's BM25 score against the best
one's. *By meaning*, a word is also matched by those that are near it in meaning. *Meaning* is the
cosine of the question with the sentence, and with the sentence of the paragraph that is nearest.
"""

_YEAR = r"\b(?:1[0-9]{3}|20[0-9]{2})\b|\b\d+(?:st|nd|rd|th)?\s+centur|\bcenturies\b"
_TIME = (
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|days?|weeks?|months?|years?"
    r"|decades?|early|late|after|before|when|while|since|until|time)\b"
)
_NUMBER = (
    r"(?i)\b(?!(?:1[0-9]{3}|20[0-9]{2})\b)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
    r"|fifty|hundred|thousand|million|billion|dozen|half|twice|once|several|multiple|first"
    r"|percent|many|few|most)\b"
)
_NAME = r"(?<![.!?]\s)(?<!^)\b[A-ZÀ-Þ][\w'’.-]+"
_REFERS_BACK = (
    r"(?i)[\W_]*(?:this|that|these|those|it|its|they|their|he|she|his|her|such|here|there)\b"
)

MOST_COMPARED = 400
"""Characters of a question that are compared with a sentence letter by letter."""


class Passage(NamedTuple):
    """A paragraph to judge: its sentences, their runs of terms, and how BM25 weighs it.

    `heading` is the run of terms of the heading above, which counts as a sentence before the first.
    `by_words` and `by_meaning` are its score, and that divided by the best paragraph's.
    """

    text: str
    heading: Sequence[int]
    sentences: Sequence[str]
    runs: Sequence[Sequence[int]]
    by_words: tuple[float, float]
    by_meaning: tuple[float, float]


class _Matches(NamedTuple):
    """The strongest match of each group in a run of terms, and how many terms matched.

    `meant` has those by meaning beside those of `weights`.
    """

    weights: dict[int, float]
    meant: dict[int, float]
    matched: int


class _Covered(NamedTuple):
    """For each sentence of a passage, its matches and their coverage; the heading's come first."""

    weights: Sequence[Mapping[int, float]]
    coverages: Sequence[float]


class Judge:
    """Computes the features of sentences for one question.

    `texts` are the paragraphs that may answer: a word of the question that they write with a
    capital letter is taken for a name.
    """

    def __init__(self, question: Question, texts: Sequence[str]) -> None:
        self._groups_of_term: dict[int, list[tuple[int, float]]] = {}
        self._groups_meant: dict[int, list[tuple[int, float]]] = {}
        for at, group in enumerate(question.groups):
            for near in group.nears:
                self._groups_of_term.setdefault(near.term, []).append((at, near.weight))
            for near in group.meant:
                self._groups_meant.setdefault(near.term, []).append((at, near.weight))
        self._cue = question.cue
        self._asked = question.text.lower()[:MOST_COMPARED]
        self._plain = " ".join(group.word for group in question.groups)
        self._worths = [group.worth for group in question.groups]
        self._total = sum(self._worths) or 1.0
        self._rarest = max(self._worths, default=1.0) or 1.0
        self._letters = [_runs_of_letters(group.word) for group in question.groups]
        self._is_name = [_is_name(group.word, texts) for group in question.groups]
        names = sum(w for w, name in zip(self._worths, self._is_name, strict=True) if name)
        self._names = names or 1.0

    def rows(self, passage: Passage, meant: Sequence[float]) -> Iterator[list[float]]:
        """For each sentence of the passage, one number a feature, in the order of `NAMES`.

        `meant` are the cosines of the question with the sentences.
        """
        nearest = max(meant, default=0.0)
        found = [self._matches(run) for run in (passage.heading, *passage.runs)]
        words = self._covered([one.weights for one in found])
        meanings = self._covered([one.meant for one in found])
        whole = _strongest(words.weights)
        letters = self._letters_in(passage.text.lower())
        by_words, by_meaning = passage.by_words, passage.by_meaning
        widest = self._coverage(_strongest(meanings.weights))
        for at, text in enumerate(passage.sentences, 1):
            yield [
                by_words[0] / 10.0,
                by_words[1],
                letters,
                *self._by_words(words, at, whole, text),
                _unmatched(found[at], passage.runs[at - 1]),
                *self._by_letters(text, found[at]),
                *self._by_cue(text),
                1.0 / at,
                meant[at - 1],
                nearest,
                by_meaning[0] / 10.0,
                by_meaning[1],
                widest,
                meanings.coverages[at],
                self._gained_beside(meanings, at),
                self._rarest_in(meanings.weights[at]),
            ]

    def _matches(self, run: Sequence[int]) -> _Matches:
        weights: dict[int, float] = {}
        meant: dict[int, float] = {}
        matched = 0
        groups_of_term, groups_meant = self._groups_of_term, self._groups_meant
        for term in run:
            if term in groups_of_term:
                matched += 1
                for group, weight in groups_of_term[term]:
                    if weight > weights.get(group, 0.0):
                        weights[group] = weight
            if term in groups_meant:
                for group, weight in groups_meant[term]:
                    if weight > meant.get(group, 0.0):
                        meant[group] = weight
        return _Matches(weights, _strongest((weights, meant)) if meant else weights, matched)

    def _coverage(self, weights: Mapping[int, float]) -> float:
        worths = self._worths
        return sum([worths[group] * weight for group, weight in weights.items()]) / self._total

    def _covered(self, weights: Sequence[Mapping[int, float]]) -> _Covered:
        return _Covered(weights, [self._coverage(one) if one else 0.0 for one in weights])

    def _gained_beside(self, covered: _Covered, at: int) -> float:
        """How much more of the question the sentence covers together with those beside it."""
        beside = [one for one in covered.weights[max(0, at - 1) : at + 2] if one]
        if not beside or beside == [covered.weights[at]]:
            return 0.0
        return self._coverage(_strongest(beside)) - covered.coverages[at]

    def _rarest_in(self, weights: Mapping[int, float]) -> float:
        """The worth of the rarest word matched, against that of the question's rarest."""
        worths = self._worths
        return (
            max([worths[g] * weight for g, weight in weights.items()], default=0.0) / self._rarest
        )

    def _by_words(
        self,
        covered: _Covered,
        at: int,
        whole: Mapping[int, float],
        text: str,
    ) -> list[float]:
        own, worths, is_name = covered.weights[at], self._worths, self._is_name
        refers = 1.0 if re.match(_REFERS_BACK, text) else 0.0
        exact = sum([worths[group] for group, weight in own.items() if weight >= 1.0])
        return [
            covered.coverages[at],
            exact / self._total,
            sum([worths[g] * weight for g, weight in own.items() if is_name[g]]) / self._names,
            sum([worths[g] * weight for g, weight in whole.items() if is_name[g]]) / self._names,
            self._gained_beside(covered, at),
            refers,
            refers * covered.coverages[at - 1],
        ]

    def _by_letters(self, text: str, own: _Matches) -> list[float]:
        if not own.weights:
            return [0.0, 0.0, 0.0]
        lower = text.lower()
        return [
            self._letters_in(lower),
            token_set_ratio(self._plain, lower) / 100.0,
            partial_ratio(self._asked, lower) / 100.0,
        ]

    def _letters_in(self, lower: str) -> float:
        shared = 0.0
        for worth, letters in zip(self._worths, self._letters, strict=True):
            shared += worth * sum([run in lower for run in letters]) / len(letters)
        return shared / self._total

    def _by_cue(self, text: str) -> list[float]:
        cue = self._cue
        dated = numbered = named = 0.0
        if cue is Cue.WHEN:
            dated = 1.0 if re.search(_YEAR, text) else 0.5 if re.search(_TIME, text) else 0.0
        if cue is Cue.COUNT:
            numbered = 1.0 if re.search(_NUMBER, text) else 0.0
        if cue is Cue.WHO:
            named = (
                1.0 if any(n.lower() not in self._asked for n in re.findall(_NAME, text)) else 0.0
            )
        return [dated, numbered, named]


def _unmatched(matches: _Matches, run: Sequence[int]) -> float:
    return 1.0 - matches.matched / len(run) if run else 0.0


def _strongest(found: Sequence[Mapping[int, float]]) -> dict[int, float]:
    weights: dict[int, float] = {}
    for one in found:
        for group, weight in one.items():
            if weight > weights.get(group, 0.0):
                weights[group] = weight
    return weights


def _runs_of_letters(word: str) -> list[str]:
    """The runs of four characters in a word with the space before it."""
    spaced = f" {word}"
    return [spaced[at : at + 4] for at in range(max(1, len(spaced) - 3))]


def _is_name(word: str, texts: Sequence[str]) -> bool:
    lower = word.removesuffix("'s")
    if not lower[:1].isalpha():
        return False
    capital = lower[:1].upper() + lower[1:]
    return sum([capital in text for text in texts]) > sum([lower in text for text in texts])
