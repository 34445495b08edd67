"""The same question, sent in another way, is answered the same.

The floors lie a little below what was measured last; raise them when answers improve.
"""

import json
import random
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from bot.retrieval import Kind, Library
from bot.retrieval.vocabulary import Vocabulary
from bot.retrieval.wording import respelt, without_chatter
from bot.texts.model import Essay, Paragraph
from tests.retrieval.as_sent import CHANGES

QUESTIONS = Path(__file__).parents[2] / "benchmarks" / "questions"
FORMS: tuple[Literal["NFC"], Literal["NFD"]] = ("NFC", "NFD")
LONGEST = 140
TRIED = 120

LEAST_KEPT = {"chatter_before": 95.0, "joined": 90.0, "split": 90.0}
"""Answers in a hundred that stay answers; where nothing is said, 98."""


@pytest.fixture(scope="module")
def answered(shipped: Library) -> list[str]:
    lines = (QUESTIONS / "attunement_fresh.jsonl").read_text("utf-8").splitlines()
    asked = [json.loads(line)["question"] for line in lines]
    short = [question for question in asked if len(question) <= LONGEST]
    return [one for one in short if shipped.ask(one).kind is Kind.ANSWER][:TRIED]


@pytest.mark.parametrize("name", CHANGES)
def test_an_answer_stays_an_answer(shipped: Library, answered: list[str], name: str) -> None:
    chance = random.Random(3)
    sent = [CHANGES[name](question, chance) for question in answered]
    lost = [one for one in sent if shipped.ask(one).kind is not Kind.ANSWER]
    assert len(lost) <= (1.0 - LEAST_KEPT.get(name, 98.0) / 100.0) * len(sent), lost


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("hey, what is trust?", "what is trust?"),
        ("ok so i was wondering, what is trust", "what is trust"),
        ("could you please tell me what trust is? thanks!", "what trust is?"),
        ("what is trust? asking for a friend", "what is trust?"),
        ("sorry to bother you, quick question: what is trust", "what is trust"),
        ("what is trust lol thx in advance", "what is trust"),
        ("hello", "hello"),
        ("thanks, bot!", "thanks, bot!"),
        ("tell me about friends", "tell me about friends"),
    ],
)
def test_chatter_is_set_aside_if_something_else_is_said(sent: str, meant: str) -> None:
    assert without_chatter(sent) == meant


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("waht deos the river carry", "what does the river carry"),
        ("whatdoes the river carry", "what does the river carry"),
        ("does it carry theriver", "does it carry the river"),
        ("the rivver", "the rivver"),
        ("what do the bylaws say", "what do the by laws say"),
        ("an e-mail", "an email"),
        ("das ist mir neu", "das ist mir neu"),
    ],
)
def test_small_words_and_spaces_are_put_right_as_the_text_has_them(sent: str, meant: str) -> None:
    vocabulary = Vocabulary()
    for word in ("river", "carry", "by", "laws", "email"):
        vocabulary.add(word)
    assert respelt(sent, vocabulary) == meant


@pytest.mark.parametrize("form", FORMS)
def test_letters_in_two_parts_are_the_same_letters(form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, "The naïve café owner slept. Nobody else did that day.")
    library = Library([Essay("cafe", "A café", (Paragraph(1, text),))])
    for other in FORMS:
        answer = library.ask(unicodedata.normalize(other, "who was the naïve café owner?"))
        assert answer.kind is Kind.ANSWER
        assert answer.text == text.split(".")[0] + "."


def test_in_a_long_message_the_clause_that_asks_decides(shipped: Library) -> None:
    question = "what does the author wish for all of us?"
    alone = shipped.ask(question)
    told = (
        "my neighbour has a new dog and it barks all night, so i have not slept at all, and my "
        f"exam is on monday and i am behind with everything. {question} thanks so much everyone"
    )
    answer = shipped.ask(told)
    assert (answer.kind, answer.paragraph, answer.sentence) == (
        Kind.ANSWER,
        alone.paragraph,
        alone.sentence,
    )
