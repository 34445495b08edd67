"""What speaks for a sentence, in numbers."""

from math import isfinite

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.retrieval import PassageIndex, confidence
from bot.retrieval.features import NAMES
from tests.retrieval.strategies import paragraphs, questions

RIVER = PassageIndex.from_paragraphs(
    ["The river froze in 1902. It was cold for twelve weeks. Martha crossed the river on foot."]
)


def features_of(question: str, sentence: int) -> dict[str, float]:
    rows = list(RIVER.judge(RIVER.read(question)))
    return dict(zip(NAMES, rows[sentence].features, strict=True))


@given(texts=st.lists(paragraphs, min_size=1, max_size=5), question=questions)
@settings(max_examples=80, deadline=None)
def test_every_feature_is_a_finite_number_and_every_confidence_lies_in_0_to_1(
    texts: list[str], question: str
) -> None:
    index = PassageIndex.from_paragraphs(texts)
    read = index.read(question)
    for ranked in index.rank(read):
        assert len(ranked.features) == len(NAMES)
        assert all(isfinite(feature) for feature in ranked.features)
        row = confidence.features(read, ranked.features, ranked.rank)
        assert len(row) == len(confidence.NAMES)
        assert all(isfinite(feature) for feature in row)
        assert 0.0 <= index.confidence(read, ranked) <= 1.0


def test_a_sentence_that_says_every_word_is_covered_in_full() -> None:
    found = features_of("the river froze", 0)
    assert found["sentence coverage"] == found["exact coverage"] == 1.0
    assert features_of("the river froze", 1)["sentence coverage"] == 0.0


def test_a_misspelt_word_covers_less_than_the_word_itself() -> None:
    right, slipped = features_of("river froze", 0), features_of("river frozze", 0)
    assert 0.0 < slipped["exact coverage"] < right["exact coverage"]
    assert slipped["sentence coverage"] < right["sentence coverage"]


def test_the_kind_of_answer_that_is_wanted_speaks_for_a_sentence_that_has_it() -> None:
    assert features_of("when did the river freeze", 0)["year for when"] == 1.0
    assert features_of("how many weeks was it cold", 1)["number for how many"] == 1.0
    assert features_of("who crossed the river", 2)["new name for who"] == 0.0
    assert features_of("where did the river freeze", 0)["year for when"] == 0.0


def test_a_sentence_gains_by_what_stands_beside_it() -> None:
    found = features_of("the river froze", 1)
    assert found["neighbour coverage"] > 0.0
    assert found["refers to covered"] == 1.0
    assert found["early sentence"] == 0.5
