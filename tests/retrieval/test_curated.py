"""What a curator writes beside a text is evidence for its sentences."""

import pytest
from hypothesis import given, settings

from bot.retrieval import Kind, Library
from bot.retrieval.curated import CuratedQuestions
from bot.retrieval.question import read_question
from bot.retrieval.vocabulary import Vocabulary
from bot.texts.model import Essay, Paragraph
from tests.retrieval.strategies import questions

PLAIN = Essay(
    "mill",
    "The Mill",
    (
        Paragraph(1, "The wheel turns by day and by night. Grain goes in, flour comes out."),
        Paragraph(2, "The miller is deaf in one ear. He hums while he works."),
        Paragraph(3, "On Sundays the wheel stands still. The trout come back to the pool."),
    ),
)
CURATED = PLAIN._replace(
    words={"fish": ("trout",), "day of rest": ("Sundays",)},
    paragraphs=(
        PLAIN.paragraphs[0],
        Paragraph(
            2,
            PLAIN.paragraphs[1].text,
            asked={
                1: ("can he hear well", "does he have trouble hearing", "is his hearing damaged"),
                2: ("which melody does he make", "does he sing on the job", "is there music"),
            },
        ),
        PLAIN.paragraphs[2],
    ),
)


def place(essay: Essay, question: str) -> tuple[int | None, int | None]:
    answer = Library([essay]).ask(question)
    return answer.paragraph, answer.sentence


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("does he have trouble hearing", (2, 1)),
        ("has he got trouble with his hearing?", (2, 1)),
        ("is his haering damagd", (2, 1)),
        ("does he sing on the job", (2, 2)),
        ("what music or melody is there on the job", (2, 2)),
    ],
)
def test_a_question_like_a_curated_one_finds_its_sentence(
    question: str, right: tuple[int, int]
) -> None:
    assert place(CURATED, question) == right
    assert place(PLAIN, question) != right


def test_a_curated_question_is_answered_with_confidence() -> None:
    assert Library([CURATED]).ask("does he have trouble hearing").kind is Kind.ANSWER


def test_the_text_still_answers_where_nothing_is_curated() -> None:
    assert place(CURATED, "does grain go in and flour come out") == (1, 2)
    assert place(CURATED, "the wheel turns by day and by night") == (1, 1)


@pytest.mark.parametrize(
    "question", ["the fish come back to the pool", "do fishes come to the pool"]
)
def test_a_word_that_people_use_stands_for_the_texts_word(question: str) -> None:
    assert place(CURATED, question) == (3, 2)


def test_a_phrase_that_people_use_stands_for_the_texts_word() -> None:
    assert place(CURATED, "the wheel stands on the day of rest") == (3, 1)


@given(question=questions)
@settings(max_examples=60, deadline=None)
def test_every_figure_of_the_evidence_lies_between_nothing_and_all(question: str) -> None:
    vocabulary = Vocabulary()
    curated = CuratedQuestions(CURATED, vocabulary)
    read = read_question(f"{question} hearing wheel", vocabulary, lambda nears: 1.0)
    found = curated.evidence(read)
    assert found
    for at, evidence in found.items():
        assert 0 <= at < 6
        assert all(0.0 <= figure <= 1.0 for figure in evidence[:3])
        assert evidence.nearest


def test_a_curated_question_is_all_the_evidence_there_can_be_for_its_sentence() -> None:
    vocabulary = Vocabulary()
    curated = CuratedQuestions(CURATED, vocabulary)
    asked = "does he have trouble hearing"
    evidence = curated.evidence(read_question(asked, vocabulary, lambda nears: 1.0))[2]
    assert evidence.nearest == asked
    assert evidence.likeness == pytest.approx(1.0)
    assert evidence.coverage == pytest.approx(1.0)
