"""The author's very words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval import Kind, Library
from bot.retrieval.verbatim import RunIndex
from bot.texts.model import Essay


@given(data=st.data())
def test_any_run_of_four_to_eight_words_is_found_whatever_its_case_and_punctuation(
    shipped: Library, essay: Essay, data: st.DataObject
) -> None:
    sentences = [s for p in essay.paragraphs for s in p.sentences if len(s.text.split()) >= 4]
    sentence = data.draw(st.sampled_from(sentences))
    said = sentence.text.split()
    length = data.draw(st.integers(4, min(8, len(said))))
    start = data.draw(st.integers(0, len(said) - length))
    run = " ".join(said[start : start + length])
    shape = data.draw(st.sampled_from([str.lower, str.upper, str.title, lambda text: text + "?!"]))
    answer = shipped.ask(shape(run))
    assert answer.kind is Kind.ANSWER
    assert (answer.paragraph, answer.sentence) == (sentence.paragraph, sentence.number)


@pytest.mark.parametrize(
    "question",
    [
        "which sentence says you fall into a comfortable rhythm",
        "finish the line: together you fall into",
        "where does the author say “together you fall into a comfortable rhythm”?",
        "what comes after fall into a comfortable rhythm",
    ],
)
def test_talk_about_the_words_is_set_aside(shipped: Library, question: str) -> None:
    answer = shipped.ask(question)
    assert (answer.kind, answer.paragraph, answer.sentence) == (Kind.ANSWER, 1, 4)


def test_words_without_meaning_of_their_own_are_found_together() -> None:
    index = RunIndex(["Who is there?", "To be, or not to be: that is the question.", "Nay."])
    assert index.find("to be or not to be") == (1,)
    assert index.find("to") == ()
    assert index.find("") == ()


def test_a_run_does_not_reach_across_sentences_into_nowhere() -> None:
    index = RunIndex(["It ends here.", "It goes on."])
    assert index.find("goes on it") == ()
