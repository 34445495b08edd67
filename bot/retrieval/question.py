"""What a question asks for: the words it is about, and the kind of answer it wants."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from bot.retrieval.terms import (
    CONVERSATION,
    QUESTION_WORDS,
    carries_meaning,
    spelled_out,
    words,
)
from bot.retrieval.vocabulary import Near, Vocabulary

MOST_GROUPS = 32
"""Words of a question that are looked up; the rarest stay where it has more."""

CONVERSATION_WEIGHT = 0.6
UNKNOWN_WEIGHT = 0.8
FOCUS_WEIGHT = 0.75
"""How far a word counts that is conversation, that the text lacks, that names what is wanted."""

_NOT_SAID = re.compile(
    r"```.*?```|<a?:\w+:\d+>|<[@#][!&]?\d+>|<t:\d+(?::\w)?>|https?://\S+", re.DOTALL
)


class Cue(StrEnum):
    """The kind of answer that a question wants, read off its question word."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    HOW = "how"
    COUNT = "count"
    DEFINITION = "definition"
    WHAT = "what"
    YES_NO = "yes or no"
    OTHER = "other"


class Group(NamedTuple):
    """A word of the question with the terms of the text that it may stand for.

    `idf` is the inverse document frequency of the whole group, `weight` how far the word is what
    the question is about (1, less for words of conversation). `focus` marks the word that names
    the kind of answer ("which city ..."): it seldom stands in the answer, if in other questions.
    `meant` are further terms, near the word in meaning alone.
    """

    word: str
    nears: tuple[Near, ...]
    idf: float
    weight: float
    focus: bool = False
    meant: tuple[Near, ...] = ()

    @property
    def worth(self) -> float:
        """What a match in the text is worth."""
        return self.idf * self.weight * (FOCUS_WEIGHT if self.focus else 1.0)


class Question(NamedTuple):
    """A question, read against one vocabulary."""

    text: str
    cue: Cue
    groups: tuple[Group, ...]

    @property
    def worth(self) -> float:
        """What a match of every word would be worth."""
        return sum(group.worth for group in self.groups)

    @property
    def known_share(self) -> float:
        """How much of its worth lies in words that the text or its curator has."""
        known = sum([one.worth * one.nears[0].weight for one in self.groups if one.nears])
        return known / (self.worth or 1.0)


def plain(text: str) -> str:
    """The text without code blocks, links, mentions and custom emoji."""
    return " ".join(_NOT_SAID.sub(" ", text).split())


def read_question(
    text: str, vocabulary: Vocabulary, idf: Callable[[tuple[Near, ...]], float]
) -> Question:
    """Read a question: its cue, and its words as groups of near terms.

    `idf` gives the inverse document frequency of a group; one without terms is a word that the
    text lacks.
    """
    said = [spelled_out(word) for word in words(plain(text))]
    focus = _focus(said)
    groups: dict[object, Group] = {}
    for word, nears in _each_term_once(_meanings(said, vocabulary)):
        weight = CONVERSATION_WEIGHT if word in CONVERSATION else 1.0
        weight *= 1.0 if nears else UNKNOWN_WEIGHT
        key: object = nears[0].term if nears and nears[0].weight == 1.0 else word
        if key not in groups or groups[key].weight < weight:
            groups[key] = Group(word, nears, idf(nears), weight, word == focus)
    kept = sorted(groups, key=lambda key: -groups[key].worth)[:MOST_GROUPS]
    return Question(text, cue_of(said), tuple(groups[key] for key in groups if key in kept))


def _meanings(said: list[str], vocabulary: Vocabulary) -> list[tuple[str, tuple[Near, ...]]]:
    """The words and phrases that carry the question, each with its near terms.

    Where only function words were said, they have to carry it.
    """
    phrases = list(vocabulary.phrases_in(said))
    within = {at + i for at, length, _ in phrases for i in range(length)}
    asked = [word for at, word in enumerate(said) if carries_meaning(word) and at not in within]
    if not phrases:
        asked = asked or [word for word in said if word not in QUESTION_WORDS] or said
    found = _with_compounds(list(dict.fromkeys(asked)), vocabulary)
    for at, length, related in phrases:
        whole = said[at : at + length]
        own = [near for word in whole if carries_meaning(word) for near in vocabulary.near(word)]
        found.append((" ".join(whole), _strongest([*related, *own])))
    return found


def _each_term_once(
    found: list[tuple[str, tuple[Near, ...]]],
) -> list[tuple[str, tuple[Near, ...]]]:
    """The words with their near terms, less those that another word of the question names itself.

    Else "a good word for wordle" would find "word" twice.
    """
    named = {nears[0].term for _, nears in found if nears and nears[0].weight == 1.0}
    return [
        (word, tuple(near for near in nears if near.weight == 1.0 or near.term not in named))
        for word, nears in found
    ]


def _strongest(nears: list[Near]) -> tuple[Near, ...]:
    """Each term once, by its strongest mention, strongest first."""
    best: dict[int, Near] = {}
    for near in nears:
        if near.term not in best or best[near.term].weight < near.weight:
            best[near.term] = near
    return tuple(sorted(best.values(), key=lambda near: -near.weight))


def _with_compounds(asked: list[str], vocabulary: Vocabulary) -> list[tuple[str, tuple[Near, ...]]]:
    """Each word with its near terms; "world view" also finds "worldview", and the reverse."""
    found = []
    for at, word in enumerate(asked):
        nears = vocabulary.near(word)
        if not nears or nears[0].weight < 1.0:
            joined = [asked[at - 1] + word] if at else []
            joined += [word + asked[at + 1]] if at + 1 < len(asked) else []
            halves = ((word[:cut], word[cut:]) for cut in range(3, len(word) - 2))
            terms = [vocabulary.exact(both) for both in joined]
            for head, tail in halves:
                pair = vocabulary.exact(head), vocabulary.exact(tail)
                if None not in pair:
                    terms += pair
            extra = [Near(term, 0.9, "compound") for term in terms if term is not None]
            nears = _strongest([*extra, *nears])
        found.append((word, nears))
    return found


def _focus(said: list[str]) -> str | None:
    """The word after "what" or "which" that names the kind of answer."""
    for word, behind in pairwise(said):
        if word in ("what", "which") and carries_meaning(behind):
            return behind
    return None


_FIRST_WORDS: Mapping[str, Cue] = {
    "who": Cue.WHO, "whom": Cue.WHO, "whose": Cue.WHO, "who's": Cue.WHO,
    "when": Cue.WHEN, "when's": Cue.WHEN, "where": Cue.WHERE, "where's": Cue.WHERE,
    "why": Cue.WHY, "why's": Cue.WHY, "how": Cue.HOW, "how's": Cue.HOW,
    "what": Cue.WHAT, "what's": Cue.WHAT, "which": Cue.WHAT,
}  # fmt: skip
_AUXILIARIES = frozenset(
    "is are was were do does did can could will would should has have had may might isn't aren't "
    "wasn't don't doesn't didn't can't couldn't won't wouldn't shouldn't am must".split()
)
_TIME = frozenset("year century date day month decade time age period".split())
_QUANTITY = frozenset("many much long often old far tall big large high percentage".split())
_PEOPLE = frozenset("person people group team king queen president leader artist name".split())
_PLACES = frozenset("country city place state continent region river town county".split())


def cue_of(said: list[str]) -> Cue:
    """The kind of answer that a question in these words wants."""
    if said and said[0] in _AUXILIARIES:
        return Cue.YES_NO
    for at, word in enumerate(said):
        if word in _FIRST_WORDS:
            rest = said[at + 1 : at + 4]
            return _refined(_FIRST_WORDS[word], rest, len(said) - at)
        if word in ("define", "definition", "meaning"):
            return Cue.DEFINITION
    return Cue.OTHER


def _refined(cue: Cue, rest: list[str], length: int) -> Cue:
    first = rest[0] if rest else ""
    if cue is Cue.HOW and first in _QUANTITY:
        return Cue.COUNT
    if cue is Cue.WHAT:
        if first in _TIME:
            return Cue.WHEN
        if first in _PEOPLE:
            return Cue.WHO
        if first in _PLACES:
            return Cue.WHERE
        if first in ("percentage", "number", "amount", "percent"):
            return Cue.COUNT
        if first in ("is", "are", "does") and length <= 5:
            return Cue.DEFINITION
    return cue
