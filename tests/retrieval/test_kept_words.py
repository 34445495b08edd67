"""What is kept of a question: words, and nothing that tells of a person."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval.kept_words import plain_words, reduced
from bot.retrieval.unanswered_groups import grouped
from bot.texts.loading import load_essays

(ESSAY,) = load_essays(None)
DISTRESS = (Path(__file__).parent / "care" / "distress.txt").read_text("utf-8").splitlines()[1:]


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("What does a session cost?", "what does a session cost"),
        ("<@123456789012345678> what does a session cost in Berlin", "what does a session cost in"),
        ("what does a session cost 12345678 dollars", "what does a session cost dollars"),
        ("does Alice Smith pay for a session", "does pay for a session"),
        ("does alice pay for a session", "does pay for a session"),
        ("is a session at kit@example.org free of charge", "is a session at free of charge"),
        (
            "is a session on https://example.org/kit free of charge",
            "is a session on free of charge",
        ),
        ("is a session with @kit_99 free of charge", "is a session with free of charge"),
        ("does a session cost five pounds", "does a session cost pounds"),
        ("does my phone five five five one two cost", None),
        ("who is Priya", None),
        ("lol what", None),
        ("Kit Marlowe Berlin Kreuzberg session", None),
        ("my friend " * 20, None),
    ],
)
def test_words_stay_and_names_go(question: str, kept: str | None) -> None:
    assert reduced(question, ESSAY) == kept


pieces = st.one_of(
    st.sampled_from("what does a session cost therapist friend bond trust price".split()),
    st.text(max_size=12),
    st.integers().map(str),
    st.emails(),
    st.sampled_from(["<@1234>", "<#99>", "@kit", "https://a.b/c", "www.a.bc", "a.b.com", "x@y"]),
    st.from_regex(r"[A-Z][a-z]{2,9}", fullmatch=True).filter(
        lambda name: name.lower() not in "what"
    ),
)


@given(st.lists(pieces, max_size=20).map(" ".join))
def test_no_number_mention_address_or_mark_survives(question: str) -> None:
    kept = plain_words(question, ESSAY)
    if kept is not None:
        assert re.fullmatch(r"[^\W\d_]+(?:'[^\W\d_]+)*(?: [^\W\d_]+(?:'[^\W\d_]+)*)*", kept)
        assert kept == kept.lower()
        assert set(kept.split()) <= set(
            re.split(r"[^\w']+", question.replace("’", "'").lower())
        ) or (not question.isascii())


@pytest.mark.parametrize("message", DISTRESS)
def test_distress_is_never_kept(message: str) -> None:
    assert reduced(message, ESSAY) is None


@pytest.mark.parametrize(
    "near",
    [
        "how do i stop feeling alone with people",
        "does my husband being violent mean that the bond is over",
        "what if i never live to see a friend",
        "why does my therapist make me cry",
    ],
)
def test_what_is_near_to_distress_is_not_kept_either(near: str) -> None:
    assert reduced(near, ESSAY) is None


def test_questions_that_ask_for_the_same_are_one_group() -> None:
    kept = [
        ("a", "what does a session cost", 3),
        ("a", "what do sessions cost", 2),
        ("a", "is a session online", 1),
        ("b", "what does a session cost", 9),
    ]
    groups = grouped(kept, [("b", "what do sessions cost")])
    assert [(one.essay, one.words, one.others, one.times) for one in groups] == [
        ("a", "what does a session cost", ("what do sessions cost",), 5),
        ("a", "is a session online", (), 1),
    ]
    assert grouped(kept[::-1], [("b", "what do sessions cost")]) == groups
    assert grouped([], []) == []
