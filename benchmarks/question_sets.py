"""Question sets to fit and measure with: rows of JSON, one text or one question each.

A text is `{"kind": "doc", "doc": name, "paragraphs": [...]}`; a question is `{"kind": "q", "doc":
name, "question": ..., "gold": [paragraphs from 0], "answers": [{"para", "start", "text"}],
"answerable": bool}`.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.texts.sentences import sentence_spans

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_MISSPELT = 0.3
_SHORTEST = 4


@dataclass(frozen=True)
class Asked:
    """A question about a text: the paragraphs (from 0) and answer spans that are right."""

    doc: str
    text: str
    answerable: bool
    paragraphs: frozenset[int]
    spans: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class QuestionSet:
    """Texts by name, and questions about them."""

    name: str
    texts: dict[str, list[str]]
    questions: list[Asked]


def load(file: Path) -> QuestionSet:
    """The question set in a file of JSON rows."""
    texts: dict[str, list[str]] = {}
    questions = []
    for row in rows(file):
        if row["kind"] == "doc":
            texts[row["doc"]] = row["paragraphs"]
        else:
            spans = tuple(
                (a["para"], a["start"], a["start"] + len(a["text"])) for a in row["answers"]
            )
            questions.append(
                Asked(row["doc"], row["question"], row["answerable"], frozenset(row["gold"]), spans)
            )
    return QuestionSet(file.stem, texts, questions)


def rows(file: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    """The JSON objects of a file, one a line."""
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def holds_an_answer(asked: Asked, paragraph: int, sentence: int, text: str) -> bool:
    """Whether a sentence (from 0) of a paragraph's text holds an answer, or lies inside one."""
    start, end = sentence_spans(text)[sentence]
    return any(
        at == paragraph and min(end, b) - max(start, a) > 0.5 * min(end - start, b - a)
        for at, a, b in asked.spans
    )


def misspell(text: str, seed: str) -> str:
    """The text with about a third of its longer words misspelt as thumbs do, the same each time."""
    chance = random.Random(seed)
    return " ".join(
        _slip(word, chance)
        if len(word) >= _SHORTEST and word.isalpha() and chance.random() < _MISSPELT
        else word
        for word in text.split()
    )


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("neighbour", "drop", "swap", "double"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    for row in _ROWS:
        if word[at] in row:
            neighbours = row[max(0, row.index(word[at]) - 1) :][:3].replace(word[at], "")
            return word[:at] + chance.choice(neighbours) + word[at + 1 :]
    return word
