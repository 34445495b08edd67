"""What a patient reader of a knowledge file points out."""

import pytest

from bot.texts.lint import lint
from bot.texts.loading import knowledge_files
from tests.conftest import WriteText


def pointed_out(write_text: WriteText, *replaced: tuple[str, str]) -> list[tuple[int | None, str]]:
    """(line, what) of each fault of the small text with `replaced`; hints in brackets."""
    return [
        (fault.line, f"({fault.what})" if fault.hint else fault.what)
        for fault in lint(str(write_text(*replaced)))
    ]


def test_a_good_file_has_no_faults(write_text: WriteText) -> None:
    assert lint(str(write_text())) == []


def test_the_shipped_texts_have_no_errors() -> None:
    faults = [fault for file in knowledge_files(None) for fault in lint(file)]
    assert [str(fault) for fault in faults if not fault.hint] == []


def test_all_faults_are_found_in_the_order_of_their_lines(write_text: WriteText) -> None:
    found = pointed_out(
        write_text,
        ("author:", "autor:"),
        ("2021-03-04", "today"),
        ("[change]", "change"),
        ("sentence: 2", "sentence: 9"),
    )
    assert found == [
        (2, "the key “autor” is unknown"),
        (3, "“published” is “today”"),
        (10, "“topics” is no list"),
        (15, "paragraph 1 has no sentence 9"),
    ]


def test_a_file_that_is_not_yaml_has_one_fault(write_text: WriteText) -> None:
    ((line, what),) = pointed_out(write_text, ("A. Walker", "A: B: C"))
    assert line == 2
    assert what.startswith("this is not YAML")


def test_a_paragraph_that_stands_twice_is_a_hint(write_text: WriteText) -> None:
    text = "The ferryman knew every bank by its smell. He never hurried."
    found = pointed_out(
        write_text,
        (text, "a RIVER is never the same twice! It carries what the hills LET go"),
    )
    assert (17, "(paragraph 2 says the same as paragraph 1)") in found


@pytest.mark.parametrize(
    "question",
    [
        "does a river stay the same",
        "Does the river stay the same?",
        "DOES a River — stay the same",
    ],
)
def test_a_question_under_two_sentences_is_a_hint(write_text: WriteText, question: str) -> None:
    assert pointed_out(write_text, ("was the ferryman in a hurry", f"'{question}'")) == [
        (25, f"(“{question}” is listed under sentence 1 of paragraph 1 (line 14) as well)")
    ]


def test_apostrophes_do_not_make_another_question(write_text: WriteText) -> None:
    found = pointed_out(
        write_text,
        ("how did he recognise a bank", '"what\'s that smell"'),
        ("was the ferryman in a hurry", "whats that smell"),
    )
    assert [line for line, _ in found] == [25]


def test_a_question_twice_under_one_sentence_is_a_hint(write_text: WriteText) -> None:
    found = pointed_out(
        write_text,
        ("[was the ferryman in a hurry]", "\n        - was he quick\n        - Was he quick?"),
    )
    assert found == [(27, "(“Was he quick?” stands here again after line 26)")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("[rivers]", []),
        ("[every bank]", []),
        ("[lake]", [(6, "(“lake”, where “stream” leads, does not occur in the text)")]),
        ("[every lake]", [(6, "(“every lake”, where “stream” leads, does not occur in the text)")]),
        ("[]", [(6, "(“stream” leads to no word)")]),
    ],
)
def test_words_must_lead_into_the_text(
    write_text: WriteText, words: str, found: list[tuple[int, str]]
) -> None:
    assert pointed_out(write_text, ("[river]", words)) == found


def test_a_word_of_the_text_may_lead_to_others(write_text: WriteText) -> None:
    assert pointed_out(write_text, ("stream: [river]", "water: [river]\n  bank: [river]")) == []


def test_gaps_are_hints(write_text: WriteText) -> None:
    found = pointed_out(
        write_text,
        ("    topics: [change]\n", ""),
        ("    reflections: [What changed for you this year?]\n", ""),
        ("        questions: [does a river stay the same]\n", ""),
        ("        questions: [what does the water bring along]\n", ""),
    )
    assert found == [
        (8, "(paragraph 1 has no topics)"),
        (8, "(paragraph 1 has no reflections)"),
        (8, "(nobody asks for sentences 1, 2 of paragraph 1)"),
    ]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("the **hills** let go", "shows markup: “**h”"),
        ("the [hills](https://a.example) let go", "shows markup: “](https://a.example)”"),
        ("the hills <b>let</b> go", "shows markup: “<b>”"),
        ("“the hills let go", "has “ and ” in different numbers"),
        ("the hil- ls let go", "has a hyphen that a line's end may have left: “hil- ls”"),
        ("[Illustration] let go", "has words that are not the author's: “[Illustration”"),
        ("the " + "very " * 100 + "old hills let go", "has a sentence of 537 characters"),
    ],
)
def test_what_would_be_quoted_oddly_is_a_hint(write_text: WriteText, words: str, what: str) -> None:
    assert pointed_out(write_text, ("the hills let go", words)) == [(8, f"(paragraph 1 {what})")]


def test_an_unknown_key_of_front_matter_is_a_hint(write_text: WriteText) -> None:
    content = "---\ntitle: X\nlayout: post\npublished: true\n---\nSome words.\n"
    faults = lint(str(write_text(name="a.md", content=content)))
    assert all(fault.hint for fault in faults)
    assert faults[0].what == "the key “layout” is unknown"


def test_gaps_of_a_long_text_are_one_hint_each(write_text: WriteText) -> None:
    paragraphs = "".join(f"  - text: Words of paragraph {n}.\n" for n in range(1, 41))
    faults = lint(str(write_text(content=f"title: X\nparagraphs:\n{paragraphs}")))
    assert [fault.what for fault in faults] == [
        "40 of 40 paragraphs have no topics",
        "40 of 40 paragraphs have no reflections",
        "40 of 40 paragraphs have sentences that nobody asks for",
    ]
    assert all(fault.hint for fault in faults)
