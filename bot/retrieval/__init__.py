"""From a question to the sentence that answers it; no Discord, no clock, no network."""

from bot.retrieval.answer import Alternative, Answer, Kind
from bot.retrieval.index import Hit, PassageIndex
from bot.retrieval.library import Library

__all__ = ["Alternative", "Answer", "Hit", "Kind", "Library", "PassageIndex"]
