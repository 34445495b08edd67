"""Several texts at once, and texts that nobody has curated."""

import pytest
from hypothesis import given, settings

from bot.retrieval import Kind, Library
from bot.retrieval.about_questions import fact_asked
from bot.retrieval.about_words import Fact
from bot.texts.loading import load_essay
from bot.texts.model import Essay, Paragraph
from tests.conftest import WriteText
from tests.retrieval.promises import BARE, ask
from tests.retrieval.strategies import questions


@pytest.fixture
def several(shipped: Library, rivers: Essay) -> Library:
    return Library([*shipped.essays, rivers, BARE])


@pytest.fixture(scope="module")
def two(shipped: Library) -> Library:
    return Library([*shipped.essays, BARE])


@given(question=questions)
@settings(max_examples=80, deadline=None)
def test_any_text_can_be_asked_of_several_essays_at_once(two: Library, question: str) -> None:
    assert ask(two, question).essay in two.essays


def test_of_several_essays_the_right_one_answers(several: Library) -> None:
    asked = {
        "does a river stay the same?": "rivers",
        "was the ferryman in a hurry?": "rivers",
        "when does the baker rise?": "bakers",
        "what is the definition of attunement?": "attunement",
        "who built the oven from stones?": "bakers",
    }
    answered = {question: ask(several, question).essay.id for question in asked}
    assert answered == asked


def test_an_essay_can_be_chosen(several: Library) -> None:
    for essay in several.essays:
        assert several.ask("who wrote this", essay.id).essay is essay
        assert several.ask("what is the definition of attunement", essay.id).essay is essay
        assert several.ask("best pizza topping", essay.id).essay is essay


def test_an_essay_that_is_not_there_leaves_the_question_to_all(several: Library) -> None:
    assert several.ask("was the ferryman in a hurry?", "no-such-essay").essay.id == "rivers"


def test_what_is_suggested_for_a_chosen_essay_is_what_that_essay_answers(several: Library) -> None:
    rivers = several.essay("rivers")
    assert rivers is not None
    listed = {q for p in rivers.paragraphs for s in p.sentences for q in s.questions}
    suggested = several.ask("best pizza topping", "rivers").suggestions
    assert suggested
    assert set(suggested) <= listed


def test_an_essay_is_found_by_its_id(several: Library) -> None:
    assert several.essay("bakers") is BARE
    assert several.essay("nothing") is None


def test_a_library_without_essays_says_so() -> None:
    with pytest.raises(LookupError):
        Library([]).ask("what is it")


# Texts that nobody has curated


def test_a_text_without_a_curated_part_answers_from_its_words_alone() -> None:
    library = Library([BARE])
    asked = {
        "when does the baker rise before four": (1, 1),
        "she lihgts the ovenn and waits for dough": (1, 2),
        "does the street smell of bread by seven": (2, 1),
        "did her grandfather build the oven from river stones in 1903": (3, 1),
    }
    for question, place in asked.items():
        answer = ask(library, question)
        assert (answer.paragraph, answer.sentence) == place
        assert answer.kind in (Kind.ANSWER, Kind.NEAREST)


def test_a_text_without_a_curated_part_suggests_nothing_and_breaks_nothing() -> None:
    library = Library([BARE])
    answer = ask(library, "quantum electrodynamics")
    assert (answer.kind, answer.suggestions) == (Kind.NONE, ())
    assert (library.suggest(""), library.topics(), library.suggest("oven")) == ([], [], [])
    assert library.about_topic("ovens") == []
    assert ask(library, "what is the title").text == "The title is “On Bakers”."
    assert ask(library, "i want to die").kind is Kind.CARE


def test_a_fact_that_the_file_does_not_say_is_said_to_be_missing() -> None:
    assert fact_asked("who wrote this") is Fact.AUTHOR
    answer = Library([BARE]).ask("who wrote this")
    assert answer.kind is Kind.ABOUT
    assert "does not say who wrote it" in (answer.text or "")


def test_a_text_has_its_own_message_for_a_person_in_distress() -> None:
    library = Library([BARE._replace(care="Please talk to Anna, room 12.")])
    assert ask(library, "i want to die").text == "Please talk to Anna, room 12."


@pytest.mark.parametrize("paragraphs", [(), (Paragraph(1, "Rain."),), (Paragraph(1, "?!"),)])
def test_the_smallest_text_breaks_nothing(paragraphs: tuple[Paragraph, ...]) -> None:
    library = Library([Essay("small", "Small", paragraphs)])
    for question in ("", "rain", "what is the rain", "how long is it", "i want to die"):
        ask(library, question)


def test_a_text_in_markdown_answers_as_one_in_yaml_does(write_text: WriteText) -> None:
    path = write_text(
        content="# On Bakers\n\n"
        "The baker rises before four. She lights the *oven*.\n\n"
        "By seven the whole street smells of **bread**.\n",
        name="bakers.md",
    )
    library = Library([load_essay(path)])
    answer = ask(library, "when does the baker rise before four")
    assert (answer.paragraph, answer.sentence) == (1, 1)
    assert ask(library, "does the street smell of bread").paragraph == 2
    assert ask(library, "what is the title").text == "The title is “On Bakers”."


def test_a_text_in_another_script_answers(write_text: WriteText) -> None:
    path = write_text(
        content="title: Река\nparagraphs:\n  - text: Река течёт мимо мельницы. Она холодная.\n",
        name="reka.yaml",
    )
    answer = ask(Library([load_essay(path)]), "Река течёт мимо мельницы?")
    assert answer.text == "Река течёт мимо мельницы."
