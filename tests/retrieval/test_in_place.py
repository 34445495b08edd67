"""Questions that name a place of the text."""

import pytest

from bot.retrieval import Kind, Library
from bot.retrieval.answer import Answer
from bot.texts.model import Essay, Paragraph

LAW = Essay(
    "law",
    "The Law",
    (
        Paragraph(1, "We the people of the river found this valley.", heading=("Preamble",)),
        Paragraph(2, "Nobody may dam the river.", heading=("Article I", "Section 1")),
        Paragraph(3, "Boats carry lanterns. Ferries pay toll.", heading=("Article I", "Section 8")),
        Paragraph(4, "Mills close at night.", heading=("Article II", "Section 1")),
    ),
)
BOOK = Essay(
    "book",
    "Thoughts",
    (
        Paragraph(1, "Rivers teach patience.", heading=("Book I",), label="I.1"),
        Paragraph(2, "Lanterns go out.", heading=("Book I",), label="I.8"),
        Paragraph(3, "Ferries wait for nobody.", heading=("Book II",), label="II.8"),
    ),
)


def asked(question: str, *essays: Essay) -> Answer:
    return Library(essays or (LAW, BOOK)).ask(question)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("article 1 section 8", "Boats carry lanterns."),
        ("what does Article I, section 8 say?", "Boats carry lanterns."),
        ("read me book two section 8", "Ferries wait for nobody."),
        ("thoughts 2.8", "Ferries wait for nobody."),
        ("what does the preamble say", "We the people of the river found this valley."),
        ("the last article", "Mills close at night."),
        ("was sagt Artikel 2?", "Mills close at night."),
        ("¿qué dice el artículo 2?", "Mills close at night."),
    ],
)
def test_a_place_is_answered_by_its_first_sentence(question: str, text: str) -> None:
    answer = asked(question)
    assert (answer.kind, answer.text) == (Kind.ANSWER, text)


def test_a_question_about_something_in_a_place_is_answered_from_there() -> None:
    assert asked("what does article I section 8 say about ferries?").text == "Ferries pay toll."


@pytest.mark.parametrize("question", ["article 9", "what happens in chapter 99", "book seven"])
def test_of_a_place_that_does_not_exist_nothing_is_quoted(question: str) -> None:
    assert asked(question).kind is Kind.NONE


def test_it_is_said_that_a_place_does_not_exist() -> None:
    assert asked("what is article 9?").text == "“The Law” has no article 9."


def test_a_section_of_several_books_is_no_sure_answer() -> None:
    assert asked("section 8", BOOK).kind is Kind.NEAREST
    assert asked("section 8", LAW).kind is Kind.ANSWER


def test_a_place_of_another_text_is_not_looked_up_in_this_one() -> None:
    assert asked("article 1 section 8", BOOK).kind is not Kind.ANSWER
