"""Explains an answer: which words matched which, and what each feature added."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.retrieval.answer import Answer
from bot.retrieval.essay_index import (
    CONFIDENCE_NAMES,
    RANK_NAMES,
    confidence_features,
    rank_features,
)
from bot.retrieval.model import Linear, model

if TYPE_CHECKING:
    from bot.retrieval.library import Asked

SENTENCES = 3
"""Sentences that an explanation goes into."""


@dataclass(frozen=True, slots=True)
class Match:
    """A term of the text that a word of the question may stand for, and how they are alike."""

    term: str
    weight: float
    how: str


@dataclass(frozen=True, slots=True)
class WordExplained:
    """A word of the question: what a match of it is worth, and what it may stand for."""

    word: str
    worth: float
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """A feature's value for a sentence and what it adds to that sentence's rank."""

    feature: str
    value: float
    contribution: float


@dataclass(frozen=True, slots=True)
class SentenceExplained:
    """A sentence (numbers from 1) with the parts of its rank and of its confidence."""

    paragraph: int
    sentence: int
    text: str
    asked: str
    rank: tuple[Contribution, ...]
    confidence: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole way from a question to its answer.

    `rule` names what decided where no ranking did, and then there are no sentences. `asked` in a
    sentence is the curated question nearest to this one; the sentences come best first.
    """

    answer: Answer
    cue: str
    words: tuple[WordExplained, ...]
    sentences: tuple[SentenceExplained, ...]
    rule: str | None = None


def explain(asked: "Asked") -> Explanation:
    """The way from a question to the answer given."""
    answer, index, question, found, rule = asked
    if rule is not None:
        return Explanation(answer, question.cue.value, (), (), rule)
    stems = index.passages.vocabulary.stems
    words = tuple(
        WordExplained(
            group.word,
            group.worth,
            tuple(Match(stems[near.term], near.weight, near.how) for near in group.nears),
        )
        for group in question.groups
    )
    ranker = model("essay rank", RANK_NAMES)
    sureness = model("essay confidence", CONFIDENCE_NAMES)
    sentences = tuple(
        SentenceExplained(
            one.sentence.paragraph,
            one.sentence.number,
            one.sentence.text,
            one.evidence.nearest,
            _contributions(ranker, rank_features(one)),
            _contributions(sureness, confidence_features(question, one)),
        )
        for one in found[:SENTENCES]
    )
    return Explanation(answer, question.cue.value, words, sentences)


def _contributions(linear: Linear, features: Sequence[float]) -> tuple[Contribution, ...]:
    return tuple(Contribution(*part) for part in linear.contributions(features))
