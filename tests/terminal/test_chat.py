"""What is said to each line that a person types."""

import io
import sys
from random import Random

import pytest

from bot.cli import main
from bot.retrieval import Library
from bot.terminal.chat import Conversation
from bot.terminal.pages import plain
from bot.texts.loading import load_essay
from tests.conftest import WriteText


class Talk:
    """A conversation whose replies are plain text."""

    def __init__(self, library: Library) -> None:
        self.conversation = Conversation(library, Random(1))

    def __call__(self, line: str) -> str:
        lines = self.conversation.reply(line)
        assert lines is not None
        return "\n".join(plain(one) for one in lines)


@pytest.fixture
def say(write_text: WriteText) -> Talk:
    return Talk(Library([load_essay(write_text())]))


def test_a_question_is_answered(say: Talk) -> None:
    assert "»He never hurried.«" in say("was the ferryman in a hurry?")


def test_a_passage_comes_by_chance_or_on_a_topic(say: Talk) -> None:
    passages = {say("/quote").partition("\n")[0] for _ in range(30)}
    assert len(passages) == 2
    assert say("/quote patience").startswith("The ferryman knew every bank")
    assert say("/quote  patiense ").startswith("The ferryman knew every bank")
    assert say("/quote hurried").startswith("He never hurried.")
    assert say("/quote zxqv wvut") == (
        "The text has no topic like “zxqv wvut”; /topics lists them."
    )


def test_topics_are_listed(say: Talk) -> None:
    assert sorted(say("/topics").split("\n")) == ["  change", "  patience", "  the ferryman"]
    assert say("/topics fery").startswith("  the ferryman")
    assert say("/topics zxqv wvut") == "There is no such topic."


def test_the_text_can_be_read_whole_or_by_paragraph(say: Talk) -> None:
    whole = say("/read")
    assert whole.startswith("On Rivers\n\n1  A river is never the same twice.")
    assert "2  The ferryman knew" in whole
    assert say("/read 2").startswith("The ferryman knew")
    for wrong in ("0", "3", "two", "-1"):
        assert say(f"/read {wrong}") == (f"There is no paragraph “{wrong}”; name one from 1 to 2.")


def test_help_lists_the_commands(say: Talk) -> None:
    for command in ("/quote", "/topics", "/read", "/help", "/quit"):
        assert command in say("/help")


def test_an_unknown_command_gets_the_nearest(say: Talk) -> None:
    assert say("/qoute") == "There is no command /qoute; did you mean “/quote”?"
    assert say("/HELP") == say("/help")


@pytest.mark.parametrize("command", ["/quote ", "/read ", "/"])
def test_a_huge_word_is_repeated_in_short(say: Talk, command: str) -> None:
    said = say(command + "zx" * 2_000)
    assert "zx" * 20 in said
    assert len(said) < 150


def test_an_empty_line_gets_a_hint(say: Talk) -> None:
    assert say("   ") == "Ask a question, or type /help."


@pytest.mark.parametrize("goodbye", ["/quit", "/exit", " /QUIT "])
def test_goodbye_ends_it(say: Talk, goodbye: str) -> None:
    assert say.conversation.reply(goodbye) is None


def test_the_greeting_names_the_text_and_a_question(say: Talk) -> None:
    title, hint, _ = (plain(line) for line in say.conversation.greeting())
    assert title == "“On Rivers” by A. Walker"
    assert hint.startswith("Ask what you like, for example: ")


def test_the_end_of_the_input_is_a_clean_exit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("what is attunement?\n/topics\n"))
    assert main(["chat"]) == 0
    captured = capsys.readouterr()
    assert "»" in captured.out
    assert captured.err == ""
