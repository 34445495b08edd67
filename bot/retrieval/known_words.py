"""English words that exist, so that one of them is not taken for a misspelling of another."""

from functools import cache
from importlib import resources


@cache
def known_words() -> frozenset[str]:
    """Some 20,000 words in lower case: those that the word vectors have a piece for."""
    pieces = resources.files("bot.retrieval") / "words" / "pieces.txt"
    listed = pieces.read_text(encoding="utf-8").split("\n")
    return frozenset(piece for piece in listed if piece.isalpha() and len(piece) > 2)
