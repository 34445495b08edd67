"""A sentence that was found for a question, and the features that speak for it."""

from math import log, log1p
from typing import NamedTuple

from bot.retrieval.curated import Evidence
from bot.retrieval.features import NAMES as ROW_NAMES
from bot.retrieval.index import Ranked
from bot.retrieval.model import model
from bot.retrieval.nearness import Nearness
from bot.retrieval.question import Question
from bot.texts.model import Sentence

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

DEEP_RANK_NAMES = ("rank", "sentence meaning", "listed meaning", "support meaning")
"""What ranks a sentence with the stronger vectors: its rank without them, and their cosines."""

DEEP_CONFIDENCE_NAMES = (
    "confidence",
    "sentence meaning",
    "listed meaning",
    "support meaning",
    "unanswered meaning",
    "meaning against unanswered",
)
"""What tells an answer with the stronger vectors; `confidence` is that without, as log odds."""

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

ECHO = 6
"""The power of a likeness that only one of nearly 1 survives."""

_TEXT_COVERAGE = ROW_NAMES.index("sentence coverage")
NO_EVIDENCE = Evidence(0.0, 0.0, 0.0, "")


class Silence(NamedTuple):
    """What speaks for silence: how like the question is to one that the text does not answer.

    `likeness` goes by words, in 0..1, `meaning` is a cosine.
    """

    likeness: float = 0.0
    meaning: float = 0.0


class Found(NamedTuple):
    """A sentence with what speaks for it; the higher the rank, the likelier it answers.

    `ranked` is the engine's judgement by the text alone, None if it was no candidate; `quoted` says
    that the question is a run of its words; `plainly` is the confidence in it where nobody curated
    the text.
    """

    sentence: Sentence
    evidence: Evidence
    ranked: Ranked | None
    rank: float
    near: Nearness = Nearness()
    silence: Silence = Silence()
    quoted: bool = False
    deep: Nearness | None = None
    deep_unanswered: float = 0.0
    foreign: bool = False
    plainly: float = 0.0

    @property
    def text_rank(self) -> float:
        """The rank by the text alone, a tenth of the engine's."""
        return self.ranked.rank / 10.0 if self.ranked else 0.0

    @property
    def text_coverage(self) -> float:
        """The share of the question that the sentence itself matches."""
        return self.ranked.features[_TEXT_COVERAGE] if self.ranked else 0.0


def deep_rank_features(found: Found) -> list[float]:
    """What ranks a sentence with the stronger vectors, in the order of `DEEP_RANK_NAMES`."""
    shallow = model("essay rank", RANK_NAMES).score(rank_features(found))
    return [shallow, *(found.deep or Nearness())]


def deep_confidence_features(sure: float, found: Found) -> list[float]:
    """What tells an answer with the stronger vectors, in the order of `DEEP_CONFIDENCE_NAMES`.

    `sure` is the confidence without them.
    """
    deep = found.deep or Nearness()
    inside = min(0.999, max(0.001, sure))
    return [
        log(inside / (1.0 - inside)),
        deep.sentence,
        deep.listed,
        deep.support,
        found.deep_unanswered,
        deep.listed - found.deep_unanswered,
    ]


def rank_features(found: Found) -> list[float]:
    """What ranks a sentence, in the order of `RANK_NAMES`."""
    evidence = found.evidence
    return [
        evidence.support,
        evidence.coverage,
        found.text_rank,
        evidence.likeness**ECHO,
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
