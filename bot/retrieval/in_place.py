"""A question that names a place of the text: "chapter 34", "what does article 5 say on states"."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.retrieval.answer import NEAR, SURE
from bot.retrieval.essay_index import EssayIndex
from bot.retrieval.found import NO_EVIDENCE, Found
from bot.retrieval.question import Question
from bot.retrieval.terms import CONVERSATION, carries_meaning, spelled_out, words
from bot.texts.places import Named

FEW = 4
"""Passages from which on a place is too large for its best sentence to be the answer for sure."""

_NO_MORE = frozenset(
    "read happen happens happened go goes contain contains quote open full summarise summarize recap "
    "summary qué que dice el la sagt steht was im dit quoi le diz o cosa il lo".split()
)


class InPlace(NamedTuple):
    """What was found in the place that a question names, and how sure its first sentence is.

    `missing` says so where the text has no such place.
    """

    essay: EssayIndex
    read: Question
    found: list[Found]
    score: float
    missing: str | None = None


def in_place(question: str, asked: str, indexes: Sequence[EssayIndex]) -> InPlace | None:
    """The sentences of the place that `asked` names, best first; None if it names none.

    Nothing is found where the text has no such place. A question about no more than the place gets
    its first sentence.
    """
    named = [(index, place) for index in indexes if (place := index.essay.places.named(asked))]
    if not named:
        return None
    said = set(words(asked))
    index, place = max(
        named,
        key=lambda one: (bool(one[1].paragraphs), _says_title(one[0], said), one[1].sure),
    )
    read = index.read(place.rest)
    if not place.paragraphs:
        missing = f"“{index.essay.title}” has no {place.said}."
        return InPlace(index, read, [], 0.0, missing)
    asks_more = _asks_more(index, place)
    if not place.sure:
        return None if asks_more else InPlace(index, read, [_first(index, place)], NEAR)
    if not asks_more:
        return InPlace(index, read, [_first(index, place)], 1.0)
    found = index.find_plainly(read, place.paragraphs)
    touched = [one for one in found if one.text_coverage > 0.0]
    if not touched:
        return InPlace(index, read, [_first(index, place)], NEAR)
    least = SURE if len(place.paragraphs) < FEW else NEAR
    return InPlace(index, read, touched, max(least, index.confidence(read, touched[0])))


def _says_title(index: EssayIndex, said: set[str]) -> bool:
    return any(carries_meaning(word) and word in said for word in words(index.essay.title))


def _asks_more(index: EssayIndex, place: Named) -> bool:
    title = set(words(index.essay.title))
    said = (spelled_out(word) for word in words(place.rest))
    return any(
        carries_meaning(word)
        and word not in CONVERSATION
        and word not in _NO_MORE
        and word.removesuffix("'s") not in title
        for word in said
    )


def _first(index: EssayIndex, place: Named) -> Found:
    sentence = index.essay.sentence(place.paragraphs[0], 1)
    return Found(sentence, NO_EVIDENCE, None, 0.0)
