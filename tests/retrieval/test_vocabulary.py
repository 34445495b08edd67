"""What a typed word may have meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.retrieval.terms import carries_meaning, words
from bot.retrieval.vocabulary import Vocabulary
from tests.retrieval.strategies import any_text

TEXT = (
    "empathy attunement therapeutic alliance resiliency river rivers ferryman cat worldview "
    "connectedness 1998 1999 felt neglect kinesthetic café"
).split()


def vocabulary_of(said: list[str]) -> Vocabulary:
    vocabulary = Vocabulary()
    for word in said:
        vocabulary.add(word)
    return vocabulary


def nearest(typed: str, vocabulary: Vocabulary) -> list[str]:
    return [vocabulary.stems[near.term] for near in vocabulary.near(typed)]


@pytest.mark.parametrize("word", TEXT)
def test_a_word_of_the_text_means_itself_before_all(word: str) -> None:
    vocabulary = vocabulary_of(TEXT)
    first = vocabulary.near(word)[0]
    assert first.weight == 1.0
    assert first.term == vocabulary.exact(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("empaty", "empathy"),
        ("emapthy", "empathy"),
        ("attunment", "attunement"),
        ("atunement", "attunement"),
        ("resilliency", "resiliency"),
        ("ferrymann", "ferryman"),
        ("riverr", "river"),
        ("kinestetic", "kinesthetic"),
        ("cafe", "café"),
        ("conectedness", "connectedness"),
        ("mpathy", "empathy"),
    ],
)
def test_a_misspelt_word_finds_the_word_that_was_meant(typed: str, meant: str) -> None:
    vocabulary = vocabulary_of(TEXT)
    assert vocabulary.near(typed)[0].term == vocabulary.exact(meant)


@pytest.mark.parametrize(("one", "other"), [("rivers", "river"), ("feel", "felt")])
def test_forms_of_a_word_are_one_term(one: str, other: str) -> None:
    vocabulary = vocabulary_of(TEXT)
    assert vocabulary.exact(one) == vocabulary.exact(other) is not None


def test_a_word_brings_its_family_along_with_less_weight() -> None:
    vocabulary = vocabulary_of(TEXT)
    family = {near.term: near.weight for near in vocabulary.near("therapist")}
    assert 0.0 < family[vocabulary.exact("therapeutic") or 0] < 1.0


@pytest.mark.parametrize("typed", ["zebra", "dog", "bat", "1997", "quantum", "", "日"])
def test_a_word_unlike_all_others_finds_nothing(typed: str) -> None:
    assert nearest(typed, vocabulary_of(TEXT)) == []


def test_an_empty_vocabulary_knows_no_word() -> None:
    assert len(Vocabulary()) == 0
    assert Vocabulary().near("river") == ()
    assert Vocabulary().exact("river") is None


def test_a_word_learnt_later_is_found_although_it_was_asked_for_before() -> None:
    vocabulary = vocabulary_of(["river"])
    assert vocabulary.near("lantern") == ()
    vocabulary.add("lantern")
    assert nearest("lantern", vocabulary) == ["lantern"]


def test_a_word_that_the_curator_wrote_stands_for_words_of_the_text() -> None:
    vocabulary = vocabulary_of(TEXT)
    vocabulary.relate("stream", ["river"])
    assert "river" in nearest("stream", vocabulary)
    assert "river" in nearest("streams", vocabulary)


def test_a_phrase_that_the_curator_wrote_stands_for_words_of_the_text() -> None:
    vocabulary = vocabulary_of(TEXT)
    vocabulary.relate("point of view", ["worldview"])
    ((at, length, nears),) = vocabulary.phrases_in(["her", "point", "of", "view", "counts"])
    assert (at, length) == (1, 3)
    assert [near.term for near in nears] == [vocabulary.exact("worldview")]


@given(said=st.lists(any_text, max_size=3), typed=any_text)
@settings(max_examples=100, deadline=None)
def test_any_word_finds_terms_of_the_text_once_each_and_heaviest_first(
    said: list[str], typed: str
) -> None:
    text = [word for piece in said for word in words(piece) if carries_meaning(word)]
    vocabulary = vocabulary_of([*TEXT, *text])
    for word in words(typed)[:20]:
        found = vocabulary.near(word)
        weights = [near.weight for near in found]
        assert all(0.0 < weight <= 1.0 for weight in weights)
        assert weights == sorted(weights, reverse=True)
        assert all(0 <= near.term < len(vocabulary) for near in found)
        assert len({near.term for near in found}) == len(found)
        assert vocabulary.near(word) == found
