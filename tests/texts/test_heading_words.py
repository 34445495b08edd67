"""A heading that asks is a listed question; another is a topic."""

import pytest

from bot.texts.heading_words import with_heading_listed
from bot.texts.model import Paragraph


def below(heading: str, text: str = "It is a keg. It stays there.") -> Paragraph:
    return with_heading_listed(Paragraph(1, text, heading=("FAQ", heading)))


def test_a_heading_that_asks_is_a_question_that_the_first_sentence_answers() -> None:
    assert below("What is keg-only?").sentences[0].questions == ("What is keg-only?",)


def test_a_sentence_that_asks_the_same_does_not_answer_it() -> None:
    paragraph = below("What is keg-only?", "What is keg-only? It stays in the cellar.")
    assert paragraph.asked == {2: ("What is keg-only?",)}


def test_a_heading_that_names_something_is_a_topic() -> None:
    paragraph = below("Infractions")
    assert (paragraph.topics, dict(paragraph.asked)) == (("Infractions",), {})


@pytest.mark.parametrize("heading", ["Chapter 12", "IV", "7.", "Book V", "Article I", "Capítulo 3"])
def test_a_heading_that_only_numbers_the_place_is_no_topic(heading: str) -> None:
    assert below(heading).topics == ()


def test_what_the_curator_listed_stays() -> None:
    paragraph = Paragraph(1, "It is.", topics=("kegs",), asked={1: ("why",)}, heading=("Why?",))
    listed = with_heading_listed(paragraph)
    assert (listed.topics, dict(listed.asked)) == (("kegs",), {1: ("why", "Why?")})
