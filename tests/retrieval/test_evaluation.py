"""How answers are measured, and how a broken file of questions is refused."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.retrieval import Library
from bot.retrieval.answer import Alternative, Answer, Kind
from bot.retrieval.evaluation import evaluate, read_questions
from bot.texts.loading import load_essay
from bot.texts.model import Essay, Sentence
from tests.conftest import WriteText


class Scripted(Library):
    """A library that answers as told: by kind, place and the places that come close."""

    def __init__(self, essay: Essay, answers: dict[str, tuple[Kind, Sequence[tuple[int, int]]]]):
        super().__init__([essay])
        self._answers = answers

    def ask(
        self,
        question: str,
        essay_id: str | None = None,
        *,
        before: Sentence | None = None,
        deep: bool = True,
    ) -> Answer:
        kind, places = self._answers[question]
        essay = self.essays[0]
        if not places:
            return Answer(question, kind, essay)
        near = tuple(Alternative(*place, "", 0.5) for place in places[1:])
        return Answer(question, kind, essay, *places[0], alternatives=near)


@pytest.fixture
def essay(write_text: WriteText) -> Essay:
    return load_essay(write_text())


def questions(tmp_path: Path, *rows: object) -> Path:
    path = tmp_path / "questions.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_each_figure_counts_what_it_says(essay: Essay, tmp_path: Path) -> None:
    library = Scripted(
        essay,
        {
            "right": (Kind.ANSWER, [(1, 2)]),
            "near": (Kind.ANSWER, [(1, 1), (2, 1), (1, 2)]),
            "late": (Kind.NEAREST, [(2, 1), (1, 1), (2, 2), (1, 2)]),
            "refused": (Kind.NONE, []),
            "who wrote it": (Kind.ABOUT, []),
            "when": (Kind.NONE, []),
            "weather": (Kind.NEAREST, [(1, 1)]),
            "football": (Kind.NONE, []),
            "lakes": (Kind.NEAREST, [(1, 1)]),
            "seas": (Kind.ANSWER, [(1, 1)]),
        },
    )
    path = questions(
        tmp_path,
        *({"question": question, "gold": ["p1s2"]} for question in ("right", "near", "late")),
        {"question": "refused", "answerable": True, "gold": ["p1s2"], "ok_paragraphs": [1]},
        {"question": "who wrote it", "kind": "meta", "answerable": True, "gold": []},
        {"question": "when", "kind": "meta"},
        *({"question": one, "kind": "offtopic"} for one in ("weather", "football")),
        *({"question": one, "kind": "adjacent", "answerable": False} for one in ("lakes", "seas")),
    )
    evaluation = evaluate(library, read_questions(path, library))
    assert evaluation.figures == {
        "questions": 10,
        "s@1": 25.0,
        "s@3": 50.0,
        "p@1": 50.0,
        "refused": 25.0,
        "confident": 50.0,
        "precision": 50.0,
        "offtopic shown": 50.0,
        "offtopic confident": 0.0,
        "adjacent shown": 100.0,
        "adjacent confident": 50.0,
        "about": 50.0,
    }
    assert [miss.expected.question for miss in evaluation.misses] == [
        "near",
        "late",
        "refused",
        "when",
        "weather",
        "seas",
    ]


def test_a_question_needs_nothing_but_its_text(essay: Essay, tmp_path: Path) -> None:
    library = Scripted(essay, {"anything": (Kind.NONE, [])})
    (row,) = read_questions(questions(tmp_path, {"question": "anything"}, ""), library)
    evaluation = evaluate(library, [row])
    assert evaluation.misses == ()
    assert evaluation.figures["unanswerable shown"] == 0.0
    assert evaluation.figures["s@1"] is None


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{"question": "x"', "this line is not JSON; write one object a line"),
        ("[" * 100_000, "this line is not JSON; write one object a line"),
        ("[1]", "this line is no object; write it in braces"),
        ({}, "there is no question; add “question”"),
        ({"question": "  "}, "there is no question; add “question”"),
        ({"question": 3}, "“question” is no text; fix its value"),
        (
            {"question": "x", "answerable": "yes"},
            "“answerable” is no true or false; fix its value",
        ),
        ({"question": "x", "gold": "p1s1"}, "“gold” is no list; write it in brackets"),
        ({"question": "x", "gold": ["1.1"]}, "“1.1” names no sentence; write p2s1 for paragraph 2"),
        ({"question": "x", "gold": ["p1s3"]}, "the text has no sentence “p1s3”; fix the number"),
        ({"question": "x", "gold": ["p3s1"]}, "the text has no sentence “p3s1”; fix the number"),
        ({"question": "x", "ok_paragraphs": ["1"]}, "“ok_paragraphs” holds something else than"),
        ({"question": "x", "gold": ["p" * 5_000]}, f"“{'p' * 59}…” names no sentence; write p2s1"),
        (
            {"question": "x", "kind": "mata"},
            "without “gold”, there is no kind “mata”; did you mean “meta”?",
        ),
        (
            {"question": "x", "kind": "foo"},
            "without “gold”, there is no kind “foo”; known are meta, unanswerable, adjacent, off",
        ),
        ({"question": "x", "essay": "lakes"}, "there is no text “lakes”; known are rivers"),
    ],
)
def test_a_broken_line_is_named(essay: Essay, tmp_path: Path, row: object, said: str) -> None:
    path = questions(tmp_path, {"question": "fine"}, row)
    with pytest.raises(UserError) as caught:
        read_questions(path, Library([essay]))
    assert str(caught.value).startswith(f"{path}:2: {said}")


def test_a_file_that_cannot_be_read_is_refused(essay: Essay, tmp_path: Path) -> None:
    library = Library([essay])
    with pytest.raises(UserError, match="this cannot be read"):
        read_questions(tmp_path / "none.jsonl", library)
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe\0")
    with pytest.raises(UserError, match="this is not UTF-8 text"):
        read_questions(tmp_path / "binary.jsonl", library)
    with pytest.raises(UserError, match="there are no questions"):
        read_questions(questions(tmp_path, ""), library)
