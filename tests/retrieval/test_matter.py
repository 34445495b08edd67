"""Questions about something that a text does not speak of at all."""

from pathlib import Path

import pytest

from bot.retrieval import Kind, Library
from bot.retrieval.essay_index import EssayIndex
from bot.retrieval.known_words import known_words
from bot.retrieval.matter import Matter
from bot.retrieval.meaning import word_vectors
from bot.retrieval.vocabulary import Vocabulary
from bot.texts.model import Essay

OFF_TOPIC = Path(__file__).parent / "off_topic.txt"


def off_topic() -> list[str]:
    lines = OFF_TOPIC.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_of_questions_about_anything_else_hardly_one_is_shown_a_passage(shipped: Library) -> None:
    asked = off_topic()
    shown = [q for q in asked if shipped.ask(q).kind in (Kind.ANSWER, Kind.NEAREST)]
    assert len(shown) <= 0.05 * len(asked), shown


@pytest.mark.parametrize(
    "question",
    ["best places to visit in portugal with kids", "space shuttle disaster", "art deco buildings"],
)
def test_a_word_far_from_all_of_the_text_is_a_reason_to_be_silent(
    shipped: Library, question: str
) -> None:
    assert shipped.ask(question).kind is Kind.NONE


def test_a_question_about_the_texts_own_matter_does_not_leave_it(
    essay: Essay,
) -> None:
    matter = Matter(essay, word_vectors())
    index = EssayIndex(essay)
    assert not matter.is_off_topic(index.read("does it feel like that with a close friend"))
    assert matter.is_off_topic(index.read("how do I build a brick wall in portugal"))


def test_a_word_that_exists_is_hardly_a_misspelling_of_another() -> None:
    vocabulary = Vocabulary()
    vocabulary.add("room")
    assert "moon" in known_words()
    assert [near.weight for near in vocabulary.near("rooom")] > [
        near.weight for near in vocabulary.near("roam")
    ]
