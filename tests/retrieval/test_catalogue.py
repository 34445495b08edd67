"""What the texts are known to answer, to browse and to complete what is typed."""

import pytest
from hypothesis import given, settings

from bot.retrieval import Kind, Library
from bot.texts.model import Essay
from tests.retrieval.strategies import any_text


def listed(essay: Essay) -> set[str]:
    return {q for p in essay.paragraphs for s in p.sentences for q in s.questions}


def test_nothing_typed_gives_a_sample_from_all_over_the_text(
    shipped: Library, essay: Essay
) -> None:
    sample = shipped.suggest("")
    assert len(sample) == len(set(sample)) == 25
    assert set(sample) <= listed(essay)
    where = {shipped.ask(question).paragraph for question in sample}
    assert {1, 2, 3, 4} <= where


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("college", "college"),
        ("homewrk", "homework"),
        ("SAFE SPACE", "safe"),
        ("allian", "alliance"),
    ],
)
def test_what_is_typed_is_completed_by_questions_like_it(
    shipped: Library, typed: str, word: str
) -> None:
    suggested = shipped.suggest(typed, 5)
    assert suggested
    assert word in suggested[0].lower()


def test_a_question_typed_in_full_comes_first(shipped: Library, essay: Essay) -> None:
    for question in sorted(listed(essay))[::100]:
        assert question in shipped.suggest(question)[:3]


def test_a_suggestion_is_mostly_answered_by_its_sentence(shipped: Library) -> None:
    suggested = [*shipped.suggest(""), *shipped.suggest("trust"), *shipped.suggest("students")]
    kinds = [shipped.ask(question).kind for question in suggested]
    assert kinds.count(Kind.ANSWER) >= 0.9 * len(kinds)


def test_what_is_unlike_every_question_is_completed_by_none(shipped: Library) -> None:
    assert shipped.suggest("日本語") == []


@pytest.mark.parametrize("limit", [0, 1, 3, 25])
def test_no_more_come_back_than_were_asked_for(shipped: Library, limit: int) -> None:
    for typed in ("", "attunement"):
        assert len(shipped.suggest(typed, limit)) == limit
        assert len(shipped.topics(typed, limit)) <= limit


def test_all_topics_come_in_reading_order_if_nothing_is_typed(
    shipped: Library, essay: Essay
) -> None:
    in_order = list(dict.fromkeys(topic for p in essay.paragraphs for topic in p.topics))
    assert shipped.topics(limit=100) == in_order


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("freindship", "friendship"),
        ("alliance", "the therapeutic alliance"),
        ("safe", "a safe space"),
    ],
)
def test_topics_are_found_by_what_is_typed(shipped: Library, typed: str, topic: str) -> None:
    assert topic in shipped.topics(typed)[:3]


def test_a_topic_leads_to_its_paragraphs_whatever_its_case(shipped: Library, essay: Essay) -> None:
    for paragraph in essay.paragraphs:
        for topic in paragraph.topics:
            assert (essay, paragraph) in shipped.about_topic(topic)
            assert (essay, paragraph) in shipped.about_topic(f" {topic.upper()} ")
    assert shipped.about_topic("bicycles") == []


def test_a_topic_of_two_essays_leads_to_both(rivers: Essay) -> None:
    other = rivers._replace(id="other")
    found = Library([rivers, other]).about_topic("patience")
    assert [essay.id for essay, _ in found] == ["rivers", "other"]


@given(typed=any_text)
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_completed(shipped: Library, typed: str) -> None:
    suggested = shipped.suggest(typed[:100])
    topics = shipped.topics(typed[:100])
    assert len(suggested) <= 25
    assert len(topics) <= 25
    assert len(set(suggested)) == len(suggested)
    assert all(shipped.about_topic(topic) for topic in topics)
