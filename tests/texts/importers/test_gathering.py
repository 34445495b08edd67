"""Short passages of one place are joined; what stands apart stays apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.importers.gathering import MOST_CHARACTERS, gathered
from bot.texts.importers.importing import imported
from bot.texts.importers.passages import Passage

FIRST = Passage("“Where were you?”", ("Chapter 1",))


def test_turns_of_a_conversation_become_one_passage() -> None:
    second = Passage("“At the mill,” she said.", ("Chapter 1",))
    assert [one.text for one in gathered([FIRST, second])] == [
        "“Where were you?”\n\n“At the mill,” she said."
    ]


def test_prose_with_code_is_code() -> None:
    (joined,) = gathered([Passage("Run this:"), Passage("make all", kind="code")])
    assert joined.kind == "code"


@pytest.mark.parametrize(
    "other",
    [
        Passage("The next chapter.", ("Chapter 2",)),
        Passage("A rule of its own.", ("Chapter 1",), label="rule 2"),
        Passage("Somebody else speaks.", ("Chapter 1",), speaker="Ann"),
        Passage("Roses are red,\nViolets are blue.", ("Chapter 1",), kind="verse"),
        Passage("long " * 120, ("Chapter 1",)),
    ],
)
def test_what_stands_apart_stays_apart(other: Passage) -> None:
    assert gathered([FIRST, other]) == [FIRST, other]


@given(st.lists(st.text("ab ", min_size=1, max_size=400).filter(str.strip), max_size=12))
def test_no_word_is_lost_and_nothing_grows_too_long(texts: list[str]) -> None:
    found = gathered(Passage(text) for text in texts)
    assert "\n\n".join(one.text for one in found) == "\n\n".join(texts)
    assert all(len(one.text) <= MOST_CHARACTERS + 2 * one.text.count("\n\n") for one in found)


def test_a_file_that_is_imported_is_gathered() -> None:
    (passage,) = imported(
        "a.md", "# Rivers\n\n“Who rows?”\n\n“I do,” said the ferryman.\n".encode()
    ).passages
    assert passage.text == "“Who rows?”\n\n“I do,” said the ferryman."
