"""Short passages that belong together, gathered into one that says more.

A turn of a conversation, or an answer cut up by its examples, is understood only with what stands
around it, by people as by the ranking.
"""

from collections.abc import Iterable

from bot.texts.importers.passages import Passage

MOST_CHARACTERS = 500
"""Characters that gathered passages have together at most."""

_GATHERED = ("code", "list", "prose", "speech")
"""The kinds that are gathered; a passage of several is of the first of them."""


def gathered(passages: Iterable[Passage]) -> list[Passage]:
    """The passages, those joined that follow each other in one place of the text.

    Verse and tables stay as they are; so does what has a place or a speaker of its own.
    """
    found: list[Passage] = []
    for passage in passages:
        if found and _belongs(found[-1], passage):
            found[-1] = _joined(found[-1], passage)
        else:
            found.append(passage)
    return found


def _belongs(before: Passage, passage: Passage) -> bool:
    same = (before.heading, before.label, before.speaker)
    return (
        same == (passage.heading, passage.label, passage.speaker)
        and before.kind in _GATHERED
        and passage.kind in _GATHERED
        and len(before.text) + len(passage.text) <= MOST_CHARACTERS
    )


def _joined(before: Passage, passage: Passage) -> Passage:
    kind = min(before.kind, passage.kind, key=_GATHERED.index)
    return before._replace(text=f"{before.text}\n\n{passage.text}", kind=kind)
