"""A floor under the answers to the repository's own questions about the essay.

The bounds lie a few points beside what was measured last (`attune eval FILE` prints it): a change
that answers worse by more than chance should be seen, and be meant. Raise them when answers improve.
"""

from pathlib import Path

import pytest

from bot.retrieval import Library
from bot.retrieval.evaluation import evaluate, read_questions

QUESTIONS = Path(__file__).parents[2] / "benchmarks" / "questions"

AT_LEAST = {
    "attunement": {"s@1": 77.0, "s@3": 82.0, "p@1": 78.0, "confident": 71.0, "precision": 93.0},
    "attunement_fresh": {
        "s@1": 83.0,
        "s@3": 88.0,
        "p@1": 87.0,
        "confident": 75.0,
        "precision": 94.0,
    },
}

AT_MOST = {
    "attunement": {
        "refused": 16.0,
        "offtopic shown": 9.0,
        "offtopic confident": 6.0,
        "adjacent shown": 20.0,
        "adjacent confident": 13.0,
    },
    "attunement_fresh": {
        "refused": 11.0,
        "offtopic shown": 11.0,
        "offtopic confident": 4.0,
        "adjacent shown": 19.0,
        "adjacent confident": 8.0,
    },
}


@pytest.mark.parametrize("name", AT_LEAST)
def test_answers_stay_as_good_as_they_are(shipped: Library, name: str) -> None:
    asked = read_questions(QUESTIONS / f"{name}.jsonl", shipped)

    figures = evaluate(shipped, asked).figures

    worse = [
        f"{figure} is {figures[figure]} %, should be {bound} % or {side}"
        for bounds, sign, side in ((AT_LEAST, 1, "more"), (AT_MOST, -1, "less"))
        for figure, bound in bounds[name].items()
        if sign * ((figures[figure] or 0.0) - bound) < 0
    ]
    assert not worse, "; ".join(worse)
