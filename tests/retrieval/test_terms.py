"""Words and their stems."""

import pytest
from hypothesis import given, settings

from bot.retrieval.terms import carries_meaning, fold, spelled_out, stem, words
from tests.retrieval.strategies import any_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("?! ... —", []),
        ("What IS it?", ["what", "is", "it"]),
        ("don't and don’t", ["don't", "and", "don't"]),
        ("‘quoted’ 'words'", ["quoted", "words"]),
        ("two-person snake_case", ["two", "person", "snake", "case"]),
        ("in 1998, the 1990s, 2nd, 1,000.5", ["in", "1998", "the", "1990s", "2nd", "1,000.5"]),
        ("café naïve", ["café", "naïve"]),
        ("日本語", ["日", "本", "語"]),
        ("Привет мир", ["привет", "мир"]),
    ],
)
def test_a_text_is_read_word_by_word(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(text=any_text)
@settings(max_examples=100, deadline=None)
def test_any_text_has_words_in_lower_case_without_white_space(text: str) -> None:
    for word in words(text):
        assert word
        assert word == word.lower()
        assert not any(letter.isspace() for letter in word)
        assert stem(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("felt", "feel"),
        ("feelings", "feel"),
        ("understood", "understand"),
        ("children", "child"),
        ("crises", "crisis"),
        ("thought", "think"),
        ("taught", "teaching"),
        ("listening", "listened"),
        ("author's", "author"),
        ("café", "cafe"),
        ("naïve", "naive"),
        ("1,000", "1000"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("feel", "fall"), ("child", "chill"), ("12", "13")])
def test_different_words_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_folding_takes_accents_and_possessives_away_and_leaves_the_word() -> None:
    assert [fold(word) for word in ("über", "writer's", "o'clock", "river")] == [
        "uber",
        "writer",
        "oclock",
        "river",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("wat", "what"), ("ur", "your"), ("b4", "before"), ("ppl", "people"), ("dont", "don't")],
)
def test_a_phones_short_forms_are_spelled_out(typed: str, meant: str) -> None:
    assert spelled_out(typed) == meant


def test_a_full_word_is_left_as_it_is() -> None:
    assert spelled_out("river") == "river"


@pytest.mark.parametrize("word", ["the", "is", "what", "don't", "who's", "i'm"])
def test_words_that_hold_a_sentence_together_are_not_worth_finding(word: str) -> None:
    assert not carries_meaning(word)


@pytest.mark.parametrize("word", ["river", "empathy", "1998", "empathie", "日"])
def test_other_words_are_worth_finding(word: str) -> None:
    assert carries_meaning(word)
