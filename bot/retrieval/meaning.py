"""What texts mean, as vectors: near in meaning is near in direction.

The vectors that come with the program are static: a text's is the sum of those of its word
pieces. `benchmarks/distil.py` makes them from all-MiniLM-L6-v2 (Apache-2.0).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    """Unit vectors as rows, of shape (texts, dimensions)."""

_LONGEST = 256
"""Pieces of a text that are read; a passage says what it is about well before that."""

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
        self._pieces_of = lru_cache(maxsize=1 << 14)(self._split)

    def questions(self, texts: Sequence[str]) -> "Vectors":
        """The unit vectors of questions; zero for a text without words."""
        return self.sentences(texts)

    def sentences(self, texts: Sequence[str]) -> "Vectors":
        """The unit vectors of sentences; zero for a text without words."""
        np = self._numpy
        numbers = [self._numbers(text) for text in texts]
        lengths = [len(some) for some in numbers]
        vectors = np.zeros((len(texts), self._rows.shape[1]), np.float32)
        flat = [number for some in numbers for number in some]
        if not flat:
            return vectors
        rows = self._rows[flat] * self._scales[flat, None]
        filled = [at for at, length in enumerate(lengths) if length]
        starts = np.cumsum([0, *(lengths[at] for at in filled[:-1])])
        vectors[filled] = np.add.reduceat(rows, starts, axis=0)
        lengths_of = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.where(lengths_of > 0.0, lengths_of, 1.0)

    def _numbers(self, text: str) -> list[int]:
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
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = ("##" if start else "") + word[start:end]
                if piece in self._number:
                    yield self._number[piece]
                    start = end
                    break
            else:
                yield self._number[_UNKNOWN]
                return


@cache
def word_vectors() -> WordVectors:
    """The vectors that come with the program, loaded once."""
    return WordVectors()
