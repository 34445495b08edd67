"""Kept questions, those together that ask for the same."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.retrieval.likeness import LikeQuestions


class QuestionGroup(NamedTuple):
    """Questions of one text that ask for the same: the most asked, all, and how often in all."""

    essay: str
    words: str
    others: tuple[str, ...]
    times: int


def grouped(
    kept: Sequence[tuple[str, str, int]], decided: Sequence[tuple[str, str]]
) -> list[QuestionGroup]:
    """The groups of questions (text, words, times), the most asked first.

    Without those like a question that was `decided` (text, words) already. Pure: the same
    questions always make the same groups.
    """
    groups: list[QuestionGroup] = []
    for essay in sorted({one[0] for one in kept}):
        settled = LikeQuestions([words for text, words in decided if text == essay])
        asked = sorted((-times, words) for text, words, times in kept if text == essay)
        asked = [(times, words) for times, words in asked if settled.like(words) is None]
        for places in LikeQuestions([words for _, words in asked]).groups():
            lead, *others = [asked[place][1] for place in places]
            times = -sum(asked[place][0] for place in places)
            groups.append(QuestionGroup(essay, lead, tuple(others), times))
    return sorted(groups, key=lambda group: (-group.times, group.essay, group.words))
