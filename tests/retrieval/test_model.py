"""Small linear models over named features."""

from math import inf, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval import confidence, features, found
from bot.retrieval.model import Linear, model

TWO = Linear(("warmth", "light"), {"warmth": 2.0, "light": -1.0, "bias": 0.5, "unused": 9.0})


def test_a_score_is_the_weighted_sum_with_the_bias() -> None:
    assert TWO.score([3.0, 4.0]) == pytest.approx(2.5)


def test_the_contributions_add_up_to_the_score_without_the_bias() -> None:
    parts = TWO.contributions([3.0, 4.0])
    assert parts == [("warmth", 3.0, 6.0), ("light", 4.0, -4.0)]
    assert sum(part for _, _, part in parts) + 0.5 == pytest.approx(TWO.score([3.0, 4.0]))


@given(row=st.lists(st.floats(allow_nan=False), min_size=2, max_size=2))
def test_a_probability_lies_between_nothing_and_one(row: list[float]) -> None:
    if inf in map(abs, row):
        row = [max(-1e300, min(1e300, value)) for value in row]
    assert 0.0 <= TWO.probability(row) <= 1.0


def test_a_probability_grows_with_the_score() -> None:
    grown = [TWO.probability([warmth, 0.0]) for warmth in (-2.0, 0.0, 2.0)]
    assert grown == sorted(set(grown))
    assert Linear(("x",), {"x": 1.0}).probability([0.0]) == 0.5


def test_a_weight_that_is_missing_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Linear(("warmth", "sound"), {"warmth": 1.0})


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        TWO.score([1.0])


@pytest.mark.parametrize(
    ("which", "names"),
    [
        ("sentence rank", features.NAMES),
        ("passage confidence", confidence.NAMES),
        ("essay rank", found.RANK_NAMES),
        ("essay confidence", found.CONFIDENCE_NAMES),
    ],
)
def test_the_fitted_weights_name_every_feature(which: str, names: tuple[str, ...]) -> None:
    assert len(set(names)) == len(names)
    fitted = model(which, names)
    assert isfinite(fitted.score([1.0] * len(names)))
    assert model(which, names) is fitted
