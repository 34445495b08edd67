"""A text that nobody curated: its headings, its questions, its tables, and when it is silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval import Library
from bot.retrieval.answer import NEAR, SURE, Answer, Kind
from bot.retrieval.essay_index import EssayIndex
from bot.retrieval.meaning import word_vectors
from bot.retrieval.plain import LEAST_LIKELY, LEAST_RIGHT, LEAST_TOUCHED, asks, score
from bot.texts.heading_words import with_heading_listed
from bot.texts.model import Essay, Paragraph

shares = st.floats(0.0, 1.0)


def asked(question: str, *parts: tuple[str, str] | tuple[str, str, str]) -> Answer:
    """The answer of a text of passages, each with its heading and perhaps its kind."""
    return Library([text_of(*parts)], word_vectors).ask(question)


def text_of(*parts: tuple[str, str] | tuple[str, str, str]) -> Essay:
    paragraphs = tuple(
        with_heading_listed(
            Paragraph(number, part[1], heading=(part[0],), kind="".join(part[2:]) or "prose")
        )
        for number, part in enumerate(parts, 1)
    )
    return Essay("text", "The Text", paragraphs)


MILL = ("The mill", "The old mill grinds flour for the valley. Its wheel turned until 1911.")
FERRY = ("The ferry", "Nobody may cross at night. A lantern on the far bank calls the ferryman.")
KEG = ("What does keg-only mean?", "It stays in the cellar. Nothing of it is linked.")
TABLE = ("Prices", "Flour · two pence\nFerry · one penny", "table")
DIALOGUE = ("Talk", "“When does the ferryman sleep?” asked Ann. He sleeps through the afternoon.")


def test_a_question_that_is_a_heading_is_answered_by_what_follows() -> None:
    answer = asked("what does keg only mean", MILL, FERRY, KEG)
    assert (answer.kind, answer.text) == (Kind.ANSWER, "It stays in the cellar.")


def test_the_words_of_a_heading_count_for_the_passage_below_it() -> None:
    assert asked("how do I call the ferry?", MILL, FERRY, KEG).paragraph == 2


def test_a_sentence_that_asks_the_question_itself_never_answers_it() -> None:
    answer = asked("when does the ferryman sleep?", MILL, DIALOGUE)
    assert answer.text == "He sleeps through the afternoon."


def test_a_table_is_never_quoted() -> None:
    assert asked("what is the price of flour", TABLE, MILL).paragraph in (None, 2)


@pytest.mark.parametrize(
    "question", ["who is the president of france", "best way to cook rice", "how do I buy bitcoin"]
)
def test_what_the_text_does_not_speak_of_gets_silence(question: str) -> None:
    assert asked(question, MILL, FERRY, KEG, DIALOGUE).kind is Kind.NONE


@pytest.mark.parametrize("text", ["Why?", "“Why?”", "Why?)", "为什么？"])
def test_a_question_is_known_by_its_mark(text: str) -> None:
    assert asks(text)
    assert not asks(text.replace("?", ".").replace("？", "。"))


@given(right=shares, touched=shares)
def test_only_a_likely_sentence_scores_as_an_answer(right: float, touched: float) -> None:
    found = score(right, touched)
    assert 0.0 <= found <= 1.0
    assert (found >= SURE) == (right >= LEAST_RIGHT)
    if right < LEAST_RIGHT and (touched < LEAST_TOUCHED or right < LEAST_LIKELY):
        assert found < NEAR


@given(st.lists(shares, min_size=2, max_size=2), shares)
def test_the_likelier_scores_no_less(rights: list[float], touched: float) -> None:
    less, more = sorted(rights)
    assert score(less, touched) <= score(more, touched) + 1e-9


def test_a_heading_that_asks_the_same_speaks_for_its_passage_more_than_its_words_do() -> None:
    def rank_below(heading: str) -> float:
        essay = text_of((heading, "Into the shed. It is emptied every year."), MILL, FERRY)
        index = EssayIndex(essay, word_vectors)
        found = index.find(index.read("where are the downloaded files"))
        return max(one.rank for one in found if one.sentence.paragraph == 1)

    asking = rank_below("Where does stuff get downloaded?")
    assert asking > rank_below("Where stuff gets downloaded to")
