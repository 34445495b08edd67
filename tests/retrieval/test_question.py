"""How a question is read."""

import pytest
from hypothesis import given, settings

from bot.retrieval import PassageIndex
from bot.retrieval.question import MOST_GROUPS, Cue, cue_of, plain
from bot.retrieval.terms import words
from tests.retrieval.strategies import any_text

INDEX = PassageIndex.from_paragraphs(
    [
        "The river moves past the mill. It feels cold.",
        "Her worldview was wide. Nobody asked what she felt before.",
        "What a person says about the river matters.",
    ]
)


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("who crossed the river", Cue.WHO),
        ("whose boat was it", Cue.WHO),
        ("which king crossed the river", Cue.WHO),
        ("when did he cross", Cue.WHEN),
        ("in what year did he cross", Cue.WHEN),
        ("where is the mill", Cue.WHERE),
        ("which city has the mill", Cue.WHERE),
        ("why is it cold", Cue.WHY),
        ("how does it feel", Cue.HOW),
        ("how many boats are there", Cue.COUNT),
        ("what percentage of boats sank", Cue.COUNT),
        ("what is a mill", Cue.DEFINITION),
        ("define mill", Cue.DEFINITION),
        ("what moves the mill", Cue.WHAT),
        ("is the river cold", Cue.YES_NO),
        ("did she feel it", Cue.YES_NO),
        ("the river", Cue.OTHER),
        ("", Cue.OTHER),
    ],
)
def test_the_question_word_tells_what_kind_of_answer_is_wanted(question: str, cue: Cue) -> None:
    assert cue_of(words(question)) is cue


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("<@1234> what is it <:wave:99>", "what is it"),
        ("<@!1234><#5><@&6> hello <a:dance:7>", "hello"),
        ("see https://example.org/a?b=c#d for it", "see for it"),
        ("before ```py\nprint('hi')\n``` after", "before after"),
        ("at <t:1700000000:R> then", "at then"),
        ("  many\n\tspaces ", "many spaces"),
        ("", ""),
    ],
)
def test_what_nobody_said_is_left_out(typed: str, said: str) -> None:
    assert plain(typed) == said


def asked_for(question: str) -> list[str]:
    return [group.word for group in INDEX.read(question).groups]


def test_question_words_and_function_words_are_not_looked_up() -> None:
    assert asked_for("What is the river like for the mill?") == ["river", "like", "mill"]


def test_a_question_of_such_words_alone_is_still_looked_up() -> None:
    assert asked_for("and about it?")


def test_a_question_without_words_looks_nothing_up() -> None:
    assert asked_for("?!?") == []
    assert INDEX.read("").worth == 0.0


def test_a_word_that_is_said_twice_counts_once() -> None:
    assert asked_for("river river rivers RIVER") == ["river"]


def test_words_of_conversation_weigh_less() -> None:
    weights = {group.word: group.weight for group in INDEX.read("please tell river").groups}
    assert weights["tell"] < weights["river"]


@pytest.mark.parametrize("typed", ["world view", "worldview", "world-view", "World View"])
def test_a_compound_is_found_in_one_word_and_in_two(typed: str) -> None:
    worldview = INDEX.vocabulary.exact("worldview")
    found = [near.term for group in INDEX.read(typed).groups for near in group.nears]
    assert worldview in found


def test_a_word_that_the_text_writes_in_two_is_found_when_typed_in_one() -> None:
    index = PassageIndex.from_paragraphs(["She keeps the lamp post lit."])
    found = {near.term for group in index.read("lamppost").groups for near in group.nears}
    assert {index.vocabulary.exact("lamp"), index.vocabulary.exact("post")} <= found


def test_a_long_question_keeps_its_rarest_words() -> None:
    many = " ".join(f"word{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}" for n in range(100))
    read = INDEX.read(f"river {many} mill")
    assert len(read.groups) == MOST_GROUPS


@given(text=any_text)
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    read = INDEX.read(text)
    assert read.text == text
    assert len(read.groups) <= MOST_GROUPS
    assert all(0.0 < group.weight <= 1.0 and group.idf > 0.0 for group in read.groups)
    assert read.worth >= 0.0
