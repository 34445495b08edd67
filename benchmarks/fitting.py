"""Two small fits: which of several sentences is right, and whether one is right at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

SENTENCE_SHARE = 0.5
"""How much the right sentence counts beside the right paragraph."""


@dataclass
class Choice:
    """A question with its candidate sentences, a row of features each, and which are right."""

    name: str
    fold: int
    weight: float
    rows: Floats
    right_paragraph: Flags
    right_sentence: Flags
    spanned: bool
    paragraph_right: bool = field(default=False, init=False)
    sentence_right: bool = field(default=False, init=False)

    def judge(self, weights: dict[str, float]) -> None:
        """Note whether these weights put a right paragraph and sentence first."""
        if len(self.rows):
            best = int(np.argmax(self.rows @ np.array(list(weights.values()))))
            self.paragraph_right = bool(self.right_paragraph[best])
            self.sentence_right = bool(self.right_sentence[best])


def fit_choices(
    choices: Sequence[Choice], names: Sequence[str], smoothing: float = 1e-4
) -> dict[str, float]:
    """The weights under which right sentences are likeliest in a softmax over the candidates.

    The loss is the mean negative log likelihood of the right paragraph and of the right sentence,
    with a quadratic penalty on weights of features scaled to unit deviation.
    """
    used = [choice for choice in choices if choice.right_paragraph.any()]
    rows = np.concatenate([choice.rows for choice in used])
    scale = rows.std(axis=0) + 1e-9
    rows = rows / scale
    which = np.concatenate([np.full(len(c.rows), at) for at, c in enumerate(used)])
    starts = np.flatnonzero(np.r_[True, which[1:] != which[:-1]])
    weight = np.array([choice.weight for choice in used])
    weight /= weight.sum()
    targets = [
        (np.concatenate([c.right_paragraph for c in used]), 1.0 - SENTENCE_SHARE),
        (np.concatenate([c.right_sentence for c in used]), SENTENCE_SHARE),
    ]

    def loss(weights: Floats) -> tuple[float, Floats]:
        raw = rows @ weights
        spread = np.exp(raw - np.maximum.reduceat(raw, starts)[which])
        likely = spread / np.add.reduceat(spread, starts)[which]
        total, slope = 0.0, np.zeros(len(raw))
        for right, share in targets:
            mass = np.add.reduceat(likely * right, starts)
            has = mass > 0
            safe = np.where(has, mass, 1.0)
            total -= float((share * weight * has * np.log(safe)).sum())
            pulled = likely * right / safe[which]
            slope += (share * weight * has)[which] * (likely - pulled)
        return (
            total + smoothing * float((weights**2).sum()),
            rows.T @ slope + 2 * smoothing * weights,
        )

    fitted = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x / scale
    return dict(zip(names, fitted.tolist(), strict=True))


def fit_logistic(
    rows: Sequence[Sequence[float]] | Floats,
    labels: Sequence[int] | Floats,
    names: Sequence[str],
    smoothing: float = 1e-3,
) -> dict[str, float]:
    """The weights and "bias" of a logistic regression of the labels (0 or 1) on the rows."""
    raw, right = np.asarray(rows, dtype=float), np.asarray(labels, dtype=float)
    middle, scale = raw.mean(axis=0), raw.std(axis=0) + 1e-9
    scaled = (raw - middle) / scale

    def loss(weights: Floats) -> tuple[float, Floats]:
        score = scaled @ weights[1:] + weights[0]
        likely = 1.0 / (1.0 + np.exp(-score))
        total = np.logaddexp(0.0, score) - right * score
        slope = (likely - right) / len(right)
        penalty = smoothing * float((weights[1:] ** 2).sum())
        return (
            float(total.mean()) + penalty,
            np.r_[slope.sum(), scaled.T @ slope + 2 * smoothing * weights[1:]],
        )

    fitted = minimize(loss, np.zeros(raw.shape[1] + 1), jac=True, method="L-BFGS-B").x
    weights = fitted[1:] / scale
    bias = float(fitted[0] - (weights * middle).sum())
    return dict(zip(names, weights.tolist(), strict=True)) | {"bias": bias}
