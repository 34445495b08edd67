"""Explains an answer: which words matched which, and what each feature added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.retrieval import features, plain
from bot.retrieval.answer import Answer
from bot.retrieval.essay_index import EssayIndex
from bot.retrieval.found import (
    CONFIDENCE_NAMES,
    RANK_NAMES,
    Found,
    confidence_features,
    rank_features,
)
from bot.retrieval.model import Linear, model
from bot.retrieval.question import Question

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
    parts = _by_the_text(index, question, found) if index.is_plain else _curated(question, found)
    sentences = tuple(
        SentenceExplained(
            one.sentence.paragraph,
            one.sentence.number,
            one.sentence.text,
            one.evidence.nearest,
            *both,
        )
        for one, both in zip(found, parts, strict=False)
    )
    return Explanation(answer, question.cue.value, words, sentences)


Parts = tuple[tuple[Contribution, ...], tuple[Contribution, ...]]
"""What ranks a sentence, and what gives confidence in it."""


def _curated(question: Question, found: Sequence[Found]) -> Iterator[Parts]:
    ranker = model("essay rank", RANK_NAMES)
    sureness = model("essay confidence", CONFIDENCE_NAMES)
    for one in found[:SENTENCES]:
        yield (
            _contributions(ranker, rank_features(one)),
            _contributions(sureness, confidence_features(question, one)),
        )


def _by_the_text(index: EssayIndex, question: Question, found: Sequence[Found]) -> Iterator[Parts]:
    """For a text that nobody curated; the confidence is in the first sentence alone."""
    letters = index.passages.suffix
    ranker = model(f"sentence rank{letters}", features.NAMES)
    sureness = model(f"plain confidence{letters}", plain.NAMES)
    ranked = [one.ranked for one in found if one.ranked is not None]
    for at, one in enumerate(found[:SENTENCES]):
        by_rank = _contributions(ranker, one.ranked.features) if one.ranked is not None else ()
        sure: tuple[Contribution, ...] = ()
        if at == 0 and one.ranked is not None:
            sure = _contributions(sureness, plain.features(index.passages, question, ranked))
        yield by_rank, sure


def _contributions(linear: Linear, row: Sequence[float]) -> tuple[Contribution, ...]:
    return tuple(Contribution(*part) for part in linear.contributions(row))
