"""The engine for one essay: its text and its curator's questions, weighed together."""

from collections.abc import Sequence
from math import exp, log1p
from typing import NamedTuple

from bot.retrieval.curated import WELL_CURATED, CuratedQuestions, Evidence
from bot.retrieval.features import NAMES as ROW_NAMES
from bot.retrieval.index import PassageIndex, Ranked
from bot.retrieval.meaning import Meaning
from bot.retrieval.model import model
from bot.retrieval.nearness import Nearness, NearnessIndex
from bot.retrieval.question import Question
from bot.retrieval.unanswered import UnansweredQuestions
from bot.retrieval.vocabulary import Vocabulary
from bot.texts.model import Essay, Sentence

RANK_NAMES = (
    "support",
    "coverage",
    "text rank",
    "echo",
    "sentence meaning",
    "listed meaning",
    "support meaning",
)
"""What ranks a sentence: the nearest curated questions, all of them, the text itself, a curated
question that is all but the one asked, and how near it and its questions are in meaning."""

_ECHO = 6
"""The power of a likeness that only one of nearly 1 survives."""

CONFIDENCE_NAMES = (
    "likeness",
    "support",
    "coverage",
    "text coverage",
    "text rank",
    "words",
    "unknown words",
    "missing words",
    "known words",
    "coverage by words",
    "sentence meaning",
    "listed meaning",
    "unanswered likeness",
    "unanswered meaning",
    "meaning against unanswered",
)
"""What tells an answer from a mere resemblance; `words` is the logarithm of their number."""

_TEXT_COVERAGE = ROW_NAMES.index("sentence coverage")
_NO_EVIDENCE = Evidence(0.0, 0.0, 0.0, "")
_NEAREST_IN_MEANING = 6
"""Sentences that are candidates for being near in meaning alone."""


class Silence(NamedTuple):
    """What speaks for silence: how like the question is to one that the text does not answer.

    `likeness` goes by words, in 0..1, `meaning` is a cosine.
    """

    likeness: float = 0.0
    meaning: float = 0.0


class Found(NamedTuple):
    """A sentence with what speaks for it; the higher the rank, the likelier it answers.

    `ranked` is the engine's judgement by the text alone, None if it was no candidate.
    """

    sentence: Sentence
    evidence: Evidence
    ranked: Ranked | None
    rank: float
    near: Nearness = Nearness()
    silence: Silence = Silence()

    @property
    def text_rank(self) -> float:
        """The rank by the text alone, a tenth of the engine's."""
        return self.ranked.rank / 10.0 if self.ranked else 0.0

    @property
    def text_coverage(self) -> float:
        """The share of the question that the sentence itself matches."""
        return self.ranked.features[_TEXT_COVERAGE] if self.ranked else 0.0


class EssayIndex:
    """An index over one essay that finds the sentence which answers a question."""

    def __init__(self, essay: Essay, meaning: Meaning | None = None) -> None:
        self.essay = essay
        vocabulary = Vocabulary()
        for phrase, targets in essay.words.items():
            vocabulary.relate(phrase, targets)
        self.passages = PassageIndex([p.text for p in essay.paragraphs], vocabulary)
        self._curated = CuratedQuestions(essay, vocabulary)
        self._sentences = [s for paragraph in essay.paragraphs for s in paragraph.sentences]
        listed = sum(min(len(s.questions), WELL_CURATED) for s in self._sentences)
        self._curated_share = listed / (WELL_CURATED * max(1, len(self._sentences)))
        self._place = {(s.paragraph, s.number): at for at, s in enumerate(self._sentences)}
        questions = [s.questions for s in self._sentences]
        self._unanswered = UnansweredQuestions(
            essay.unanswered, (question for some in questions for question in some)
        )
        self._nearness = (
            NearnessIndex(meaning, [s.text for s in self._sentences], questions, essay.unanswered)
            if meaning is not None
            else None
        )

    def read(self, question: str) -> Question:
        """The question as this essay's vocabulary understands it."""
        return self.passages.read(question)

    def find(self, question: Question) -> list[Found]:
        """The sentences that something speaks for, best first."""
        ranker = model("essay rank", RANK_NAMES)
        found = [
            one._replace(rank=ranker.score(rank_features(one))) for one in self.weigh(question)
        ]
        found.sort(key=lambda one: -one.rank)
        return found

    def weigh(self, question: Question) -> list[Found]:
        """The sentences that something speaks for, in reading order, not yet ranked."""
        evidence = self._curated.evidence(question)
        text = {
            self._place[one.paragraph + 1, one.sentence + 1]: one
            for one in self.passages.rank(question)
        }
        near, unanswered = self._near(question)
        silence = Silence(self._unanswered.likeness(question.text), unanswered)
        nearest = sorted(range(len(near)), key=lambda at: -near[at].listed)[:_NEAREST_IN_MEANING]
        return [
            Found(
                self._sentences[at],
                evidence.get(at, _NO_EVIDENCE),
                text.get(at),
                0.0,
                near[at] if near else Nearness(),
                silence,
            )
            for at in sorted({*evidence, *text, *nearest})
        ]

    def _near(self, question: Question) -> tuple[list[Nearness], float]:
        if self._nearness is None or not question.groups:
            return [], 0.0
        return self._nearness.near(self.passages.as_meant(question))

    def confidence(self, question: Question, found: Found) -> float:
        """The probability that a sentence answers the question, in 0..1.

        As far as the essay lacks listed questions, the text alone has to tell; and a question that
        is one of the listed is answered, whatever else.
        """
        row = confidence_features(question, found)
        sure = model("essay confidence", CONFIDENCE_NAMES).probability(row)
        if self._curated_share < 1.0:
            by_text = self.passages.confidence(question, found.ranked) if found.ranked else 0.0
            sure = max(sure, (1.0 - self._curated_share) * by_text)
        return max(sure, found.evidence.likeness**_ECHO)

    def scores(self, question: Question, found: Sequence[Found]) -> list[float]:
        """A score in 0..1 for each sentence found: the first's confidence, then less by rank."""
        if not found:
            return []
        sure = self.confidence(question, found[0])
        return [sure * exp(one.rank - found[0].rank) for one in found]


def rank_features(found: Found) -> list[float]:
    """What ranks a sentence, in the order of `RANK_NAMES`."""
    evidence = found.evidence
    return [
        evidence.support,
        evidence.coverage,
        found.text_rank,
        evidence.likeness**_ECHO,
        *found.near,
    ]


def confidence_features(question: Question, found: Found) -> list[float]:
    """What speaks for a sentence being an answer at all, in the order of `CONFIDENCE_NAMES`."""
    groups = question.groups
    weight = sum([group.weight for group in groups]) or 1.0
    unknown = sum([group.worth for group in groups if not group.nears])
    known = sum([group.weight * group.nears[0].weight for group in groups if group.nears])
    likeness, support, coverage, *_ = found.evidence
    length = log1p(len(groups))
    return [
        likeness,
        support,
        coverage,
        found.text_coverage,
        found.text_rank,
        length,
        unknown / (question.worth or 1.0),
        log1p((1.0 - coverage) * weight),
        known / weight,
        coverage * length,
        found.near.sentence,
        found.near.listed,
        found.silence.likeness,
        found.silence.meaning,
        found.near.listed - found.silence.meaning,
    ]
