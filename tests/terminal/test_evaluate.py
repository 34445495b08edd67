"""`attune eval`: figures and misses."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from tests.command_line import refusal
from tests.conftest import WriteText


@pytest.fixture
def own_questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    rows = [
        {"question": "does a river stay the same", "gold": ["p1s1"]},
        {"question": "was the ferryman in a hurry", "gold": ["p1s2"]},
        {"question": "zxqv wvut", "kind": "offtopic"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_eval_prints_figures_and_misses(
    write_text: WriteText, own_questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", str(own_questions), "--knowledge", str(write_text())]) == 0
    said = capsys.readouterr().out
    assert "s@1                       50.0 %" in said
    assert "offtopic shown             0.0 %" in said
    assert "Missed: 1" in said
    assert "line 2  was the ferryman in a hurry  got answer p2s2, wanted p1s2" in said


def test_eval_prints_json(
    write_text: WriteText, own_questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", "--json", str(own_questions), "--knowledge", str(write_text())]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["figures"]["s@1"] == 50.0
    assert [(miss["line"], miss["got"], miss["wanted"]) for miss in printed["misses"]] == [
        (2, "p2s2", "p1s2")
    ]


def test_eval_refuses_a_broken_line(
    write_text: WriteText, own_questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with own_questions.open("a") as file:
        file.write("{oops\n")
    assert refusal(capsys, "eval", own_questions, "--knowledge", write_text()) == (
        f"{own_questions}:4: this line is not JSON; write one object a line"
    )
