"""How an answer of each kind reads in a terminal."""

import io

import pytest

from bot.retrieval.answer import Alternative, Answer, Kind
from bot.terminal.answers import answer_lines
from bot.terminal.pages import plain, show
from bot.texts.loading import load_essay
from bot.texts.model import Essay
from tests.conftest import WriteText


@pytest.fixture
def essay(write_text: WriteText) -> Essay:
    return load_essay(write_text())


def said(answer: Answer) -> str:
    return "\n".join(plain(line) for line in answer_lines(answer))


def found(essay: Essay, kind: Kind) -> Answer:
    sentence = essay.sentence(2, 2)
    near = essay.sentence(1, 1)
    return Answer(
        "did he hurry",
        kind,
        essay,
        sentence.paragraph,
        sentence.number,
        sentence.text,
        essay.paragraphs[1].text,
        0.9,
        (Alternative(near.paragraph, near.number, near.text, 0.4),),
        ("how did he recognise a bank",) if kind is Kind.NEAREST else (),
    )


def test_an_answer_stands_marked_in_its_passage_with_its_source(essay: Essay) -> None:
    assert said(found(essay, Kind.ANSWER)) == (
        "The ferryman knew every bank by its smell. »He never hurried.«\n"
        "\n"
        "— “On Rivers”, A. Walker, 4 March 2021, paragraph 2 of 2\n"
        "  A walk along the Elbe\n"
        "\n"
        "Also close\n"
        "  paragraph 1, sentence 1  A river is never the same twice."
    )


def test_the_nearest_passage_says_that_it_is_no_clear_answer(essay: Essay) -> None:
    text = said(found(essay, Kind.NEAREST))
    assert text.startswith("The text does not quite answer this. The nearest passage:\n\nThe ferry")
    assert text.endswith("It does answer:\n  how did he recognise a bank")


def test_a_fact_stands_alone_with_its_source(essay: Essay) -> None:
    answer = Answer("who wrote it", Kind.ABOUT, essay, text="A. Walker wrote it.")
    assert said(answer).startswith("A. Walker wrote it.\n\n— “On Rivers”")


def test_someone_in_distress_reads_the_message_and_nothing_else(essay: Essay) -> None:
    answer = Answer("...", Kind.CARE, essay, text="Please talk to someone.")
    assert said(answer) == "Please talk to someone."


def test_what_the_text_does_not_say_is_said_plainly(essay: Essay) -> None:
    answer = Answer("?", Kind.NONE, essay, suggestions=("does a river stay the same",))
    assert said(answer) == (
        "“On Rivers” does not say.\n\nWhat it does answer:\n  does a river stay the same"
    )


def test_a_source_that_names_the_text_is_the_whole_citation(write_text: WriteText) -> None:
    essay = load_essay(write_text(("A walk along the Elbe", "“On Rivers”, by A. Walker")))
    answer = Answer("?", Kind.ABOUT, essay, text="Yes.")
    assert said(answer) == "Yes.\n\n— “On Rivers”, by A. Walker"


def test_a_long_sentence_nearby_is_shortened_at_a_word(essay: Essay) -> None:
    near = Alternative(1, 1, "word " * 40, 0.5)
    lines = said(Answer("?", Kind.ANSWER, essay, 1, 1, "A", "A", 1, (near,))).splitlines()
    assert lines[-1].endswith("word word…")
    assert len(lines[-1]) < 130


def test_a_terminal_gets_colour(essay: Essay, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = Terminal()
    show(answer_lines(found(essay, Kind.ANSWER)), out)
    assert "\x1b[1mHe never hurried.\x1b[0m" in out.getvalue()
    assert "»" not in out.getvalue()
