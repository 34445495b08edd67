"""Why an answer is the answer."""

import pytest
from hypothesis import given, settings

from bot.retrieval import Library
from bot.texts.model import Essay, Paragraph
from tests.retrieval.strategies import any_text


@pytest.mark.parametrize(
    "question",
    ["what is the definition of attunement", "who wrote this", "pizza", "", "i want to die"],
)
def test_an_explanation_explains_the_very_answer_that_is_given(
    shipped: Library, question: str
) -> None:
    assert shipped.explain(question).answer == shipped.ask(question)


def test_the_first_sentence_explained_is_the_answer(shipped: Library) -> None:
    explanation = shipped.explain("what is the definition of attunement")
    first = explanation.sentences[0]
    assert (first.paragraph, first.sentence) == (2, 1)
    assert first.text == explanation.answer.text


def test_each_word_shows_what_it_may_stand_for_and_why(shipped: Library) -> None:
    words = {word.word: word for word in shipped.explain("atunement of a counsellor, zebra").words}
    assert words["atunement"].matches[0].how == "like it"
    assert "curated word" in {match.how for match in words["counsellor"].matches}
    assert words["zebra"].matches == ()
    assert all(word.worth > 0.0 for word in words.values())


def test_the_parts_of_a_rank_fall_from_sentence_to_sentence_in_sum(shipped: Library) -> None:
    sentences = shipped.explain("what makes a safe space for students").sentences
    ranks = [sum(part.contribution for part in one.rank) for one in sentences]
    assert len(ranks) > 1
    assert ranks == sorted(ranks, reverse=True)


def test_a_question_near_a_curated_one_names_it(shipped: Library) -> None:
    assert (
        shipped.explain("how does the essay open").sentences[0].asked == "how does the essay open"
    )


@given(question=any_text)
@settings(max_examples=40, deadline=None)
def test_any_text_is_explained(shipped: Library, question: str) -> None:
    explanation = shipped.explain(question)
    assert explanation.answer == shipped.ask(question)
    assert len(explanation.sentences) <= 3
    assert all(0.0 < match.weight <= 1.0 for word in explanation.words for match in word.matches)


@pytest.mark.parametrize("question", ["who wrote this", "i want to die", "hello there"])
def test_where_a_rule_decided_it_is_named_and_no_ranks_are_explained(
    shipped: Library, question: str
) -> None:
    explanation = shipped.explain(question)
    assert explanation.rule
    assert not explanation.sentences


def test_where_the_ranking_decided_no_rule_is_named(shipped: Library) -> None:
    assert shipped.explain("what is attunement").rule is None


def test_of_a_text_that_nobody_curated_the_text_alone_is_explained() -> None:
    essay = Essay("sea", "The Sea", (Paragraph(1, "The tide turns at noon. Gulls sleep."),))
    first, *_ = Library([essay]).explain("when does the tide turn").sentences
    assert first.text == "The tide turns at noon."
    assert {"sentence coverage", "paragraph bm25"} <= {part.feature for part in first.rank}
    assert "lead" in {part.feature for part in first.confidence}
