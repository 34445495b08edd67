"""Vectors of meaning: texts that are near in meaning are near in direction.

The vectors that come with the program are static: a text's is the sum of those of its word
pieces. `benchmarks/distil.py` makes them from all-MiniLM-L6-v2 (Apache-2.0).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]
    Vectors = NDArray[np.float32]
    """Unit vectors as rows, of shape (texts, dimensions)."""

_LONGEST = 256
"""Pieces of a text that are read; a passage says what it is about well before that."""

_LONGEST_WORD, _LONGEST_PIECE = 100, 20  # characters

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_UNKNOWN = "[UNK]"


class Meaning(Protocol):
    """Turns texts into vectors; safe in any thread."""

    def questions(self, texts: Sequence[str]) -> "Vectors":
        """The unit vectors of questions, float32, of shape (texts, dimensions)."""
        ...

    def sentences(self, texts: Sequence[str]) -> "Vectors":
        """The unit vectors of sentences, float32, of shape (texts, dimensions)."""
        ...


class WordVectors:
    """The vectors that come with the program: 256 numbers for each of 30,522 word pieces."""

    def __init__(self) -> None:
        import numpy as np

        self._numpy = np
        folder = resources.files("bot.retrieval") / "words"
        with resources.as_file(folder) as path:
            # Mapped, as a text uses few of the pieces.
            self._rows = np.asarray(np.load(path / "vectors.npy", mmap_mode="r"))
            self._scales = np.load(path / "scales.npy")
            pieces = (path / "pieces.txt").read_text(encoding="utf-8").split("\n")
        self._number = {piece: number for number, piece in enumerate(pieces) if piece}
        self._pieces_of: Callable[[str], tuple[int, ...]] = lru_cache(1 << 14)(self._split)

    def questions(self, texts: Sequence[str]) -> "Vectors":
        """The unit vectors of questions; zero for a text without words."""
        return self.sentences(texts)

    def sentences(self, texts: Sequence[str]) -> "Vectors":
        """The unit vectors of sentences; zero for a text without words."""
        np = self._numpy
        vectors: Vectors = np.zeros((len(texts), self._rows.shape[1]), np.float32)
        for at, text in enumerate(texts):
            if numbers := self.pieces(text):
                vector = self._scales[numbers] @ self._rows[numbers]
                vectors[at] = vector / max(1e-9, float(np.sqrt(vector @ vector)))
        return vectors

    def pieces(self, text: str) -> list[int]:
        """The numbers of the pieces of a text, in order."""
        plain = text.lower()
        if not plain.isascii():
            decomposed = unicodedata.normalize("NFD", plain)
            plain = "".join(c for c in decomposed if not unicodedata.combining(c))
        found: list[int] = []
        for word in _WORD.findall(plain):
            found += self._pieces_of(word)
            if len(found) >= _LONGEST:
                break
        return found

    def _split(self, word: str) -> tuple[int, ...]:
        return tuple(self._longest_pieces(word))

    def _longest_pieces(self, word: str) -> Iterator[int]:
        """The word in pieces, each the longest that the vocabulary has (WordPiece)."""
        start = 0
        if len(word) > _LONGEST_WORD:
            yield self._number[_UNKNOWN]
            return
        while start < len(word):
            for end in range(min(len(word), start + _LONGEST_PIECE), start, -1):
                piece = ("##" if start else "") + word[start:end]
                if piece in self._number:
                    yield self._number[piece]
                    start = end
                    break
            else:
                yield self._number[_UNKNOWN]
                return


MeaningSource = Callable[[], Meaning | None]
"""Gives the vectors when they are first needed: loading them takes longer than most questions."""


@cache
def word_vectors() -> Meaning:
    """The vectors that come with the program, loaded once."""
    return WordVectors()


def no_meaning() -> None:
    """No vectors: words are compared by their letters only."""


def meaning_called(setting: str) -> tuple[MeaningSource, MeaningSource]:
    """The vectors that MEANING asks for: those for every question, and stronger ones if unsure.

    `setting` is "on", "off" or "neural". Raises OperatorError if the stronger ones are asked for
    and cannot be had.
    """
    if setting == "off":
        return no_meaning, no_meaning
    if setting == "neural":
        from bot.retrieval.neural import neural_vectors

        neural_vectors()  # a missing package is said at the start
        return word_vectors, neural_vectors
    return word_vectors, no_meaning
