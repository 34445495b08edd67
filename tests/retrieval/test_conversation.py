"""Questions that go on from an answer."""

import pytest

from bot.retrieval import Kind, Library
from bot.retrieval.conversation import Continuation, follow_up
from bot.texts.model import Essay


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("why is that?", Continuation.ABOUT_IT),
        ("y tho", Continuation.ABOUT_IT),
        ("when?", Continuation.ABOUT_IT),
        ("tell me more", Continuation.MORE),
        ("give me an example", Continuation.MORE),
        ("go on pls", Continuation.MORE),
        ("and friends?", Continuation.ELSE),
        ("what about students", Continuation.ELSE),
        ("is it the same with friends", Continuation.ELSE),
        ("what do you mean by that?", Continuation.ABOUT_IT),
        ("when does that happen?", Continuation.ABOUT_IT),
        ("what happens next", Continuation.MORE),
        ("I don't get it", Continuation.MORE),
        ("can you give an example?", Continuation.MORE),
        ("says who?", Continuation.WHO_SAYS),
        ("who said that?", Continuation.WHO_SAYS),
        ("¿por qué?", Continuation.ABOUT_IT),
        ("dime más", Continuation.MORE),
        ("¿y los amigos?", Continuation.ELSE),
        ("warum ist das so?", Continuation.ABOUT_IT),
        ("und Freunde?", Continuation.ELSE),
        ("wer sagt das?", Continuation.WHO_SAYS),
        ("donne-moi un exemple", Continuation.MORE),
        ("pourquoi ?", Continuation.ABOUT_IT),
        ("conta mais", Continuation.MORE),
        ("quem disse isso?", Continuation.WHO_SAYS),
    ],
)
def test_short_questions_go_on_from_an_answer(said: str, how: Continuation) -> None:
    found = follow_up(said)
    assert found is not None
    assert found.continuation is how


@pytest.mark.parametrize(
    "said",
    ["", "what is attunement", "why does the alliance matter most", "hi", "y is it harder for us"],
)
def test_a_question_that_says_what_it_is_about_stands_by_itself(said: str) -> None:
    assert follow_up(said) is None


def test_more_is_the_sentence_that_follows(shipped: Library, essay: Essay) -> None:
    answer = shipped.ask("tell me more", before=essay.sentence(3, 1))
    assert (answer.paragraph, answer.sentence) == (3, 2)


def test_more_goes_on_into_the_next_paragraph_and_ends_with_the_text(
    shipped: Library, essay: Essay
) -> None:
    last = essay.paragraphs[0].sentences[-1]
    assert shipped.ask("go on", before=last).paragraph == 2
    end = shipped.ask("go on", before=essay.paragraphs[-1].sentences[-1])
    assert end.kind is Kind.NONE
    assert end.text == "That was the end of the text."


def test_why_never_gives_the_same_sentence_again(shipped: Library, essay: Essay) -> None:
    for paragraph in essay.paragraphs:
        for sentence in paragraph.sentences:
            answer = shipped.ask("why is that?", before=sentence)
            assert (answer.paragraph, answer.sentence) != (sentence.paragraph, sentence.number)


def test_who_says_it_is_the_author(shipped: Library, essay: Essay) -> None:
    answer = shipped.ask("says who?", before=essay.sentence(3, 1))
    assert answer.kind is Kind.ABOUT
    assert answer.text == "“Attunement” is by J. Farley."


def test_the_same_is_asked_about_something_else(shipped: Library, essay: Essay) -> None:
    answer = shipped.ask("and friends?", before=essay.sentence(3, 7))
    assert answer.paragraph == 1


def test_without_an_answer_before_a_short_question_is_a_question_like_any_other(
    shipped: Library,
) -> None:
    assert shipped.ask("why?").kind in (Kind.NONE, Kind.NEAREST)
