"""Questions that go on from an answer: "why is that?", "and friends?", "tell me more"."""

import re
from enum import Enum, auto
from typing import NamedTuple

from bot.retrieval.terms import carries_meaning, spelled_out, words

_LONGEST = 7
"""Words of a question that can go on from an answer; a longer one stands by itself."""


class Continuation(Enum):
    """How a question goes on."""

    MORE = auto()
    """The text should go on where the answer ended."""
    ABOUT_IT = auto()
    """The question is about what was answered, and needs its words."""
    ELSE = auto()
    """The same is asked about something else."""


class FollowUp(NamedTuple):
    """A question that goes on: how, and the words of its own that carry meaning."""

    continuation: Continuation
    own: str


_MORE = re.compile(
    r"^(and |so |ok |okay |please |pls |can you |could you |now )*(tell me more|say more|more|go on|continue|keep going"
    r"|and then|then|what then|what next|next|what else|anything else|read on|(please )?elaborate"
    r"|(give me |can i (get|have) |show me |got )?(an |any |another |some |more )?examples?|for example|for instance|such as|like what"
    r"|expand( on that)?|more (please|of (this|that|it))|tell me more about (it|that|this)|and( so)?|so)( please| pls)?$"
)
_ABOUT_IT = re.compile(
    r"^(and |but |so |ok |hm |hmm |wait )*(why|why is (that|this|it)|why('s| is) that|why so|how come|how so|how|how is that|when|when is that|where|who"
    r"|who says|says who|what for|really|is that so|since when|how long|how often|what does (that|this|it) mean|what do you mean"
    r"|meaning|in what way|in which way|what makes (it|that) so|why (not|though)|because|how does (that|it|this) work|why does (that|it|this) matter"
    r"|why does (he|she|they|the author|it) (say|think) (that|so)|how do (they|you|we) (do|know) (that|this|it)|what (is|are) (that|those|they|it))( then| though)?$"
)
_ELSE = re.compile(
    r"^(?:and|what about|how about|and what about|but|also|or|same for|and for|and with)\s+(.+)$"
)


def follow_up(question: str) -> FollowUp | None:
    """How the question goes on from an answer; None if it stands by itself."""
    said = " ".join(map(spelled_out, words(question)))
    if not said or len(said.split()) > _LONGEST:
        return None
    if _MORE.match(said):
        return FollowUp(Continuation.MORE, "")
    if _ABOUT_IT.match(said):
        return FollowUp(Continuation.ABOUT_IT, said)
    other = _ELSE.match(said)
    if other and any(map(carries_meaning, other[1].split())):
        return FollowUp(Continuation.ELSE, other[1])
    return None
