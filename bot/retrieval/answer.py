"""The answer to a question."""

from enum import StrEnum
from typing import NamedTuple

from bot.texts.model import Essay

SURE = 0.62
"""The score from which on a sentence is given as the answer."""

NEAR = 0.28
"""The score from which on a sentence is shown as the nearest there is."""


class Kind(StrEnum):
    """How far an answer goes."""

    ANSWER = "answer"
    """A sentence of the text answers."""
    NEAREST = "nearest"
    """The text touches the matter, but no sentence clearly answers."""
    ABOUT = "about"
    """The question is about the text itself; its metadata answers."""
    CARE = "care"
    """The person may be in danger or distress."""
    NONE = "none"
    """The text does not say."""


class Alternative(NamedTuple):
    """A sentence that came close; numbers count from 1, `score` lies in 0..1."""

    paragraph: int
    sentence: int
    text: str
    score: float


class Answer(NamedTuple):
    """The one answer to a question, about one essay.

    For `answer` and `nearest`, `paragraph` and `sentence` (from 1) say where `text` stands and
    `passage` is the whole paragraph, both verbatim. For `about`, `text` is the fact; for `care`,
    it is the message to show; for `none`, it is None. `score` lies in 0..1 and can be compared
    across questions and texts. `alternatives` are the next best places, best first, one a
    paragraph at most besides sentences near the answer; `suggestions` are two or three questions
    that the text does answer (for `nearest` and `none`, else empty).
    """

    question: str
    kind: Kind
    essay: Essay
    paragraph: int | None = None
    sentence: int | None = None
    text: str | None = None
    passage: str | None = None
    score: float = 0.0
    alternatives: tuple[Alternative, ...] = ()
    suggestions: tuple[str, ...] = ()
