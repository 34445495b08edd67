"""Small linear models over named features."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from bot.retrieval.weights import WEIGHTS


class Linear:
    """A weighted sum of named features.

    Raises KeyError if the weights lack one of the names.
    """

    def __init__(self, names: Sequence[str], weights: Mapping[str, float]) -> None:
        self.names = tuple(names)
        self._weights = [weights[name] for name in names]
        self._bias = weights.get("bias", 0.0)

    def score(self, features: Sequence[float]) -> float:
        """The weighted sum; the features come in the order of the names."""
        return self._bias + sum([w * f for w, f in zip(self._weights, features, strict=True)])

    def probability(self, features: Sequence[float]) -> float:
        """The logistic function of the weighted sum, in 0..1."""
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, self.score(features)))))

    def contributions(self, features: Sequence[float]) -> list[tuple[str, float, float]]:
        """For each feature, its name, its value and what it adds."""
        parts = zip(self.names, features, self._weights, strict=True)
        return [(name, value, weight * value) for name, value, weight in parts]


@cache
def model(which: str, names: tuple[str, ...]) -> Linear:
    """The fitted model of that name, over features of these names."""
    return Linear(names, WEIGHTS[which])
