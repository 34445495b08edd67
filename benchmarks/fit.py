"""Fit the engine's weights and write bot/retrieval/weights.py.

    python -m benchmarks.fit --sets FOLDER --essay QUESTIONS.jsonl [QUESTIONS.jsonl ...]

FOLDER holds question sets (squad2.jsonl, onestopqa.jsonl, ... see `question_sets.py`); the essay
questions have the rows of benchmarks/questions/attunement.jsonl. First come the rank of a sentence
and the confidence in it from text alone, then the same with an essay's curated questions. Figures
printed are cross-validated by text (by question for the essay): no text judges its own weights.
"""

import argparse
import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.fit_plain import fit_plain
from benchmarks.fitting import Choice, fit_choices, fit_logistic
from benchmarks.question_sets import Asked, QuestionSet, holds_an_answer, load, misspell, rows
from bot.retrieval import confidence, features
from bot.retrieval.essay_index import EssayIndex
from bot.retrieval.found import (
    CONFIDENCE_NAMES,
    DEEP_CONFIDENCE_NAMES,
    DEEP_RANK_NAMES,
    RANK_NAMES,
    confidence_features,
    deep_confidence_features,
    deep_rank_features,
    rank_features,
)
from bot.retrieval.index import BY_LETTERS, PassageIndex, Ranked
from bot.retrieval.meaning import MeaningSource, no_meaning, word_vectors
from bot.retrieval.model import model
from bot.retrieval.neural import neural_vectors
from bot.retrieval.weights import WEIGHTS
from bot.texts.loading import load_essays

FILE = Path(__file__).resolve().parents[1] / "bot" / "retrieval" / "weights.py"

WEIGHT_OF_SET = {
    "squad2": 2.0,
    "onestopqa": 3.0,
    "nq_qed": 0.7,
    "noiseqa_clean": 0.5,
    "noiseqa_keyboard": 0.7,
    "noiseqa_asr": 0.7,
    "fairytaleqa": 0.5,
}
"""How much a question of a set counts: more where its texts are like essays."""

MOST_OF_A_SET = 1500
FOLDS = 4

LANGUAGES = Path(__file__).parent / "questions" / "attunement_languages.jsonl"
FITTED_LANGUAGES = ("es", "de", "fr")
"""Portuguese and Hindi are left for judging."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sets", type=Path, required=True)
    options.add_argument("--essay", type=Path, nargs="+", required=True)
    options.add_argument(
        "--essay-only", action="store_true", help="keep the weights of plain texts"
    )
    given = options.parse_args()
    sets = [load(given.sets / f"{name}.jsonl") for name in WEIGHT_OF_SET]
    if not given.essay_only:
        for meaning, suffix in ((no_meaning, BY_LETTERS), (word_vectors, "")):
            _write(fit_text(sets, meaning, suffix))
            _write(fit_plain(sets, meaning, suffix))
    _write(fit_essay(given.essay, [q for s in sets for q in s.questions]))


def _write(weights: dict[str, dict[str, float]]) -> None:
    """Use these weights from here on, and write them where the engine reads them."""
    for which, fitted in weights.items():
        WEIGHTS[which] = {name: round(float(weight), 4) for name, weight in fitted.items()}
    model.cache_clear()
    text = re.sub(r"(?<=[^{,])\n( *)}", r",\n\1}", json.dumps(WEIGHTS, indent=4))
    head = FILE.read_text(encoding="utf-8").split("WEIGHTS:")[0]
    FILE.write_text(f"{head}WEIGHTS: dict[str, dict[str, float]] = {text}\n", encoding="utf-8")


def fit_text(
    sets: Sequence[QuestionSet], meaning: MeaningSource, suffix: str
) -> dict[str, dict[str, float]]:
    """The weights of "sentence rank" and "passage confidence", their names with a suffix."""
    indexes = {
        (s.name, doc): PassageIndex(paragraphs, meaning=meaning)
        for s in sets
        for doc, paragraphs in s.texts.items()
    }
    choices = [choice for s in sets for choice in _choices(s, indexes)]
    for fold in range(FOLDS):
        trained = fit_choices([c for c in choices if c.fold != fold], features.NAMES)
        for choice in choices:
            if choice.fold == fold:
                choice.judge(trained)
    _report_choices(choices)
    rank = fit_choices(choices, features.NAMES)
    _write({f"sentence rank{suffix}": rank})
    rows_, labels, groups = _confidence_rows(sets, indexes)
    _report_confidence(rows_, labels, groups)
    return {
        f"sentence rank{suffix}": rank,
        f"passage confidence{suffix}": fit_logistic(rows_, labels, confidence.NAMES),
    }


def _choices(
    questions: QuestionSet, indexes: dict[tuple[str, str], PassageIndex]
) -> Iterator[Choice]:
    several = len(questions.texts) > 1
    for number, asked in enumerate(_answerable(questions)):
        index = indexes[questions.name, asked.doc]
        fold = _fold(asked.doc) if several else number % FOLDS
        for text in (asked.text, misspell(asked.text, asked.text)):
            judged = list(index.judge(index.read(text)))
            right = [
                one.paragraph in asked.paragraphs
                and holds_an_answer(
                    asked, one.paragraph, one.sentence, index.paragraphs[one.paragraph]
                )
                for one in judged
            ]
            yield Choice(
                questions.name,
                fold,
                WEIGHT_OF_SET[questions.name],
                np.array([one.features for one in judged]).reshape(-1, len(features.NAMES)),
                np.array([one.paragraph in asked.paragraphs for one in judged], dtype=bool),
                np.array(right, dtype=bool),
                bool(asked.spans),
            )


def _answerable(questions: QuestionSet) -> list[Asked]:
    found = [asked for asked in questions.questions if asked.answerable]
    return sorted(found, key=lambda asked: _digest(asked.text))[:MOST_OF_A_SET]


def _digest(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest()[:12], 16)


def _fold(doc: str) -> int:
    return _digest(doc) % FOLDS


def _report_choices(choices: Sequence[Choice]) -> None:
    for name in dict.fromkeys(choice.name for choice in choices):
        mine = [choice for choice in choices if choice.name == name]
        spanned = [choice for choice in mine if choice.spanned]
        p = 100 * sum(choice.paragraph_right for choice in mine) / len(mine)
        s = 100 * sum(choice.sentence_right for choice in spanned) / max(1, len(spanned))
        print(f"{name:18s} p@1 {p:5.1f}  s@1 {s:5.1f}  ({len(mine)} questions, half misspelt)")


def _confidence_rows(
    sets: Sequence[QuestionSet],
    indexes: dict[tuple[str, str], PassageIndex],
) -> tuple[list[list[float]], list[int], list[tuple[str, int]]]:
    """Rows of the best sentence's features: questions of a text (1), of other texts (0)."""
    chance = random.Random(1)
    found: list[list[float]] = []
    labels: list[int] = []
    groups: list[tuple[str, int]] = []
    for questions in (s for s in sets if len(s.texts) > 1):
        known = _answerable(questions)
        for asked in known:
            doc = chance.choice([doc for doc in questions.texts if doc != asked.doc])
            for label, at in ((1, asked.doc), (0, doc)):
                index = indexes[questions.name, at]
                read = index.read(asked.text)
                ranked: list[Ranked] = index.rank(read)
                if ranked:
                    found.append(confidence.features(read, ranked[0].features, ranked[0].rank))
                    labels.append(label)
                    groups.append((questions.name, _fold(at)))
    return found, labels, groups


def _report_confidence(
    found: Sequence[Sequence[float]], labels: Sequence[int], groups: Sequence[tuple[str, int]]
) -> None:
    matrix, right = np.array(found), np.array(labels)
    folds = np.array([fold for _, fold in groups])
    scores = np.zeros(len(labels))
    for fold in range(FOLDS):
        fitted = fit_logistic(matrix[folds != fold], right[folds != fold], confidence.NAMES)
        weights = np.array([fitted[name] for name in confidence.NAMES])
        scores[folds == fold] = matrix[folds == fold] @ weights + fitted["bias"]
    for name in dict.fromkeys(name for name, _ in groups):
        mine = np.array([group == name for group, _ in groups])
        kept = np.sort(scores[mine & (right == 1)])
        least = kept[int(0.05 * len(kept))]
        passed = 100 * float(np.mean(scores[mine & (right == 0)] >= least))
        print(f"{name:18s} questions about other texts that pass: {passed:.1f} %")


def fit_essay(files: Sequence[Path], foreign: Sequence[Asked]) -> dict[str, dict[str, float]]:
    """The weights of "essay rank" and "essay confidence"."""
    index = EssayIndex(load_essays(None)[0], word_vectors, neural_vectors)
    asked = [row for file in files for row in rows(file) if row["kind"] != "meta"]
    choices = []
    for row in asked:
        found = index.weigh(index.read(row["question"]))
        gold = [one.sentence for one in found if _id(one.sentence) in row["gold"]]
        if gold:
            choices.append(
                Choice(
                    "essay",
                    _digest(row["question"]) % FOLDS,
                    1.0,
                    np.array([rank_features(one) for one in found]),
                    np.array(
                        [one.sentence.paragraph in {s.paragraph for s in gold} for one in found]
                    ),
                    np.array([one.sentence in gold for one in found]),
                    True,
                )
            )
    rank = fit_choices(choices, RANK_NAMES, smoothing=2e-3)
    _write({"essay rank": rank})
    rows_, labels = [], []
    chance = random.Random(2)
    others = [q.text for q in chance.sample(list(foreign), 150)]
    for question, gold_ids in [(r["question"], r["gold"]) for r in asked] + [
        (q, []) for q in others
    ]:
        read = index.read(question)
        found = index.find(read)
        if found:
            rows_.append(confidence_features(read, found[0]))
            labels.append(int(_id(found[0].sentence) in gold_ids))
    shallow = {
        "essay rank": rank,
        "essay confidence": fit_logistic(rows_, labels, CONFIDENCE_NAMES, smoothing=3e-3),
    }
    _write(shallow)
    translated = [row for row in rows(LANGUAGES) if row["lang"] in FITTED_LANGUAGES]
    english = [*asked, *({"question": q, "gold": []} for q in others)]
    return shallow | _fit_deep(index, "deep", english) | _fit_deep(index, "foreign", translated)


def _fit_deep(index: EssayIndex, kind: str, asked: Sequence[dict]) -> dict[str, dict[str, float]]:  # type: ignore[type-arg]
    """The weights of the rank and the confidence that see the stronger vectors, too.

    `kind` is "deep" for questions in the text's language, "foreign" for others; for these, what
    letters say is left out.
    """
    nothing: dict[str, float] = dict.fromkeys(DEEP_RANK_NAMES, 0.0)
    _write({"deep rank": nothing, "foreign rank": nothing})
    reads = [(row, index.read(row["question"])) for row in asked]
    weighed = [(row, read, index.deepen(read, index.find(read))) for row, read in reads]
    choices = [
        Choice(
            "essay",
            0,
            1.0,
            np.array([deep_rank_features(one) for one in found]),
            np.array(
                [f"p{one.sentence.paragraph}" in {g[:2] for g in row["gold"]} for one in found]
            ),
            np.array([_id(one.sentence) in row["gold"] for one in found]),
            True,
        )
        for row, _, found in weighed
        if any(_id(one.sentence) in row["gold"] for one in found)
    ]
    seen = slice(0 if kind == "deep" else 1, None)
    for choice in choices:
        choice.rows = choice.rows[:, seen]
    rank = nothing | fit_choices(choices, DEEP_RANK_NAMES[seen], smoothing=2e-3)
    sureness = model("essay confidence", CONFIDENCE_NAMES)
    rows_, labels = [], []
    for row, read, found in weighed:
        values = np.array([deep_rank_features(one) for one in found]) @ np.array(
            list(rank.values())
        )
        best = found[int(np.argmax(values))]
        sure = sureness.probability(confidence_features(read, best))
        rows_.append(deep_confidence_features(sure, best))
        labels.append(int(_id(best.sentence) in row["gold"]))
    fitted = fit_logistic(
        [row[seen] for row in rows_], labels, DEEP_CONFIDENCE_NAMES[seen], smoothing=3e-3
    )
    return {f"{kind} rank": rank, f"{kind} confidence": {"confidence": 0.0, **fitted}}


def _id(sentence) -> str:  # type: ignore[no-untyped-def]
    return f"p{sentence.paragraph}s{sentence.number}"


if __name__ == "__main__":
    main()
