"""Sentences that speak of a word which is nobody's topic."""

import pytest

from bot.retrieval import Library
from bot.retrieval.meaning import word_vectors
from bot.texts.model import Essay, Paragraph

TEXT = Essay(
    "valley",
    "The Valley",
    (
        Paragraph(1, "Boats carry lanterns at night. Nobody sleeps."),
        Paragraph(2, "A lantern hangs at the mill. Its wheel turns for coins."),
    ),
)


def mentioned(words: str) -> list[str]:
    return [sentence.text for _, sentence in Library([TEXT], word_vectors).mentions(words)]


def test_all_sentences_that_have_a_word_are_found_whatever_its_ending() -> None:
    assert set(mentioned("Lanterns")) == {
        "Boats carry lanterns at night.",
        "A lantern hangs at the mill.",
    }


def test_several_words_have_to_stand_together() -> None:
    assert mentioned("boats lanterns") == ["Boats carry lanterns at night."]


@pytest.mark.parametrize("words", ["bitcoin", "the", "", "?!", "xyzzy"])
def test_what_the_text_does_not_speak_of_is_not_found(words: str) -> None:
    assert mentioned(words) == []
