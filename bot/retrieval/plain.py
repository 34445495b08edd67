"""Ranking and confidence for a text without curated questions."""

import re
from collections.abc import Sequence
from math import exp, log
from typing import TYPE_CHECKING

from bot.retrieval import confidence
from bot.retrieval.answer import NEAR, SURE
from bot.retrieval.features import NAMES as ROW_NAMES
from bot.retrieval.question import Cue, Question

if TYPE_CHECKING:
    from bot.retrieval.index import PassageIndex, Ranked

NAMES = (
    *confidence.NAMES,
    "lead",
    "speech",
    "asks itself",
    "number missing",
    "time missing",
    "name missing",
    "coverage by words",
)
"""What tells a right sentence from a wrong one: what `confidence` looks at; how far it leads the
best sentence of another paragraph; whether it is somebody's speech or a question; whether what was
asked for (a number, a time, a name) is missing from it; its coverage by the number of words asked."""

LEAST_RIGHT = 0.38
"""The probability of being right from which on a sentence is given as the answer."""

LEAST_TOUCHED, LEAST_LIKELY = 0.6, 0.1
"""The probabilities of the text being asked about, and of the sentence being right, from which on
it is shown at all."""

LEAST_LISTED, LISTED, UNRANKED = 0.45, 12.0, 1.0
"""The cosine from which on a listed question, such as a heading, counts, and how much it does; and
how far behind the first a sentence ranks that only its listed question brings up."""

_FIRST_QUOTES = "“\"«„‘'—"
_ASKS = re.compile(r"[?？؟](?:[\"'”’»“)\]]*|[\"”»“’']\s(?:\w+[,\s]*){1,5}[.!])$")
_BEHIND_A_QUESTION = 0.01
_MOST_LEAD = 6.0
_WANTED = (
    (Cue.COUNT, ROW_NAMES.index("number for how many")),
    (Cue.WHEN, ROW_NAMES.index("year for when")),
    (Cue.WHO, ROW_NAMES.index("new name for who")),
)
_COVERAGE = ROW_NAMES.index("sentence coverage by meaning")


def asks(sentence: str) -> bool:
    """Whether a sentence is a question itself, or quotes one and says who asked it."""
    return _ASKS.search(sentence.rstrip()) is not None


def without_questions(index: "PassageIndex", ranked: Sequence["Ranked"]) -> list["Ranked"]:
    """The ranking, best first, where the sentence after a question takes the question's place."""
    by_place = {(one.paragraph, one.sentence): one for one in ranked}
    for one in ranked:
        behind = by_place.get((one.paragraph, one.sentence + 1))
        if asks(index.sentence(one.paragraph, one.sentence)):
            own = by_place.pop((one.paragraph, one.sentence))
            if behind is None:
                by_place[one.paragraph, one.sentence] = own._replace(rank=own.rank - _MOST_LEAD)
            elif behind.rank < own.rank:
                by_place[behind.paragraph, behind.sentence] = behind._replace(
                    rank=own.rank - _BEHIND_A_QUESTION
                )
    return sorted(by_place.values(), key=lambda one: (-one.rank, one.paragraph, one.sentence))


def features(index: "PassageIndex", question: Question, ranked: Sequence["Ranked"]) -> list[float]:
    """What speaks for the first of `ranked` being right, in the order of `NAMES`."""
    best = ranked[0]
    sentence = index.sentence(best.paragraph, best.sentence)
    others = (one.rank for one in ranked if one.paragraph != best.paragraph)
    lead = best.rank - next(others, best.rank - _MOST_LEAD)
    row = confidence.features(question, best.features, best.rank)
    return [
        *row,
        min(_MOST_LEAD, lead),
        1.0 if sentence.startswith(tuple(_FIRST_QUOTES)) else 0.0,
        1.0 if asks(sentence) else 0.0,
        *(1.0 - best.features[at] if question.cue is cue else 0.0 for cue, at in _WANTED),
        best.features[_COVERAGE] * row[confidence.NAMES.index("words")],
    ]


def score(right: float, touched: float) -> float:
    """The score from two probabilities: that the sentence is right, and that the question is about
    the text.

    What is likely enough to be right scores from SURE on; what is less likely, from NEAR on if the
    text is asked about.
    """
    if right >= LEAST_RIGHT:
        return _moved(right, LEAST_RIGHT, SURE)
    shown = min(_moved(touched, LEAST_TOUCHED, NEAR), _moved(right, LEAST_LIKELY, NEAR))
    return min(shown, 0.99 * SURE)


def _moved(probability: float, least: float, to: float) -> float:
    """A probability with its log odds moved so that `least` becomes `to`."""
    odds = probability / max(1e-9, 1.0 - probability)
    moved = log(max(1e-9, odds)) - log(least / (1.0 - least)) + log(to / (1.0 - to))
    return 1.0 / (1.0 + exp(-moved))
