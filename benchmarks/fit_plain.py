"""Fit how sure the engine is of an answer from a text that nobody curated.

A row is the best sentence for a question: right, or wrong; wrong as well with the right paragraphs
out of reach, as for a question near the matter of a text that does not answer it; and asked of
another text. Tales are also put together, twelve in one, as a book has a hundred pages that talk of
the same things.
"""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.fitting import Floats, fit_logistic
from benchmarks.question_sets import Asked, QuestionSet, holds_an_answer
from bot.retrieval import plain
from bot.retrieval.index import PassageIndex
from bot.retrieval.meaning import MeaningSource

SETS = ("squad2", "onestopqa", "nq_qed", "fairytaleqa", "noiseqa_keyboard", "twelve tales")
MOST_OF_A_SET = 500
TALES_IN_ONE = 12
WITHOUT, ELSEWHERE = 0.5, 0.5
"""How often a question is asked without its paragraphs, and of another text."""

FOLDS = 4


class Row(NamedTuple):
    """A question's best sentence: where it is from, its features, whether it is right."""

    name: str
    fold: int
    kind: str
    features: list[float]
    right: bool


def fit_plain(
    sets: Sequence[QuestionSet], meaning: MeaningSource, suffix: str
) -> dict[str, dict[str, float]]:
    """The weights of "plain confidence", the name with a suffix; prints cross-validated figures."""
    every = {s.name: s for s in sets}
    every["twelve tales"] = _together(every["fairytaleqa"])
    rows = [row for name in SETS for row in _rows(every[name], meaning)]
    matrix = np.array([row.features for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    folds = np.array([row.fold for row in rows])
    sure = np.zeros(len(rows))
    for fold in range(FOLDS):
        fitted = fit_logistic(matrix[folds != fold], right[folds != fold], plain.NAMES)
        weights = np.array([fitted[name] for name in plain.NAMES])
        sure[folds == fold] = matrix[folds == fold] @ weights + fitted["bias"]
    _report(rows, 1.0 / (1.0 + np.exp(-sure)))
    return {f"plain confidence{suffix}": fit_logistic(matrix, right, plain.NAMES)}


def _together(tales: QuestionSet) -> QuestionSet:
    """The same questions of books that hold twelve tales each."""
    book, first = {}, {}
    texts: dict[str, list[str]] = {}
    for number, (doc, paragraphs) in enumerate(tales.texts.items()):
        name = f"book {number // TALES_IN_ONE}"
        whole = texts.setdefault(name, [])
        book[doc], first[doc] = name, len(whole)
        whole += paragraphs
    questions = [
        Asked(
            book[asked.doc],
            asked.text,
            asked.answerable,
            frozenset(first[asked.doc] + paragraph for paragraph in asked.paragraphs),
            tuple((first[asked.doc] + at, a, b) for at, a, b in asked.spans),
        )
        for asked in tales.questions
    ]
    return QuestionSet("twelve tales", texts, questions)


def _rows(questions: QuestionSet, meaning: MeaningSource) -> Iterator[Row]:
    chance = random.Random(questions.name)
    indexes = {
        doc: PassageIndex(paragraphs, meaning=meaning)
        for doc, paragraphs in questions.texts.items()
    }
    docs = list(indexes)
    asked_ = chance.sample(questions.questions, min(MOST_OF_A_SET, len(questions.questions)))
    for number, asked in enumerate(asked_):
        fold = docs.index(asked.doc) % FOLDS if len(docs) > FOLDS else number % FOLDS
        if asked.answerable:
            yield from _row(questions.name, fold, "answerable", indexes[asked.doc], asked)
            if chance.random() < WITHOUT:
                yield from _row(questions.name, fold, "without", indexes[asked.doc], asked)
        else:
            yield from _row(questions.name, fold, "adjacent", indexes[asked.doc], asked)
        if len(docs) > 1 and chance.random() < ELSEWHERE:
            other = chance.choice([doc for doc in docs if doc != asked.doc])
            yield from _row(questions.name, fold, "elsewhere", indexes[other], asked)


def _row(name: str, fold: int, kind: str, index: PassageIndex, asked: Asked) -> Iterator[Row]:
    question = index.read(asked.text)
    ranked = plain.without_questions(index, index.rank(question))
    if kind == "without":
        ranked = [one for one in ranked if one.paragraph not in asked.paragraphs]
    if not ranked:
        return
    best = ranked[0]
    right = kind == "answerable" and best.paragraph in asked.paragraphs
    if right and asked.spans:
        text = index.paragraphs[best.paragraph]
        right = holds_an_answer(asked, best.paragraph, best.sentence, text) or len(text) < 600
    yield Row(name, fold, kind, plain.features(index, question, ranked), right)


def _report(rows: Sequence[Row], sure: Floats) -> None:
    for name in SETS:
        mine = [at for at, row in enumerate(rows) if row.name == name]
        answerable = [at for at in mine if rows[at].kind == "answerable"]
        print(
            f"{name:18s} right {100 * np.mean([rows[at].right for at in answerable]):4.1f} %",
            end="",
        )
        for least in (0.5, 0.6, 0.7):
            given = [at for at in answerable if sure[at] >= least]
            right = np.mean([rows[at].right for at in given]) if given else 0.0
            others = {
                kind: np.mean([sure[at] >= least for at in mine if rows[at].kind == kind])
                for kind in ("adjacent", "without", "elsewhere")
                if any(rows[at].kind == kind for at in mine)
            }
            told = " ".join(f"{kind} {100 * share:.0f}" for kind, share in others.items())
            print(
                f" | from {least}: given {100 * len(given) / len(answerable):.0f},"
                f" right {100 * right:.0f}, {told}",
                end="",
            )
        print()
