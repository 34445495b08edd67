"""`attune ask`: one question, or a file of them."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.command_line import ROOT, refusal, run
from tests.conftest import WriteText


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    stream = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    return stream


def test_an_answer_is_marked_in_its_passage_and_cited(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "what is attunement?"]) == 0
    said = capsys.readouterr().out
    assert "\x1b" not in said
    marked = said.partition("»")[2].partition("«")[0]
    assert (ROOT / "knowledge" / "attunement.yaml").read_text(encoding="utf-8").count(marked) >= 1
    assert "paragraph 2 of 4" in said
    assert "J. Farley" in said


def test_the_words_of_a_question_need_no_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "what is attunement?"]) == 0
    quoted = capsys.readouterr().out
    assert main(["ask", "what", "is", "attunement?"]) == 0
    assert capsys.readouterr().out == quoted


def test_json_has_the_shape_that_others_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "what is attunement?"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == [
        "question",
        "kind",
        "essay",
        "paragraph",
        "sentence",
        "text",
        "passage",
        "place",
        "score",
        "alternatives",
    ]
    assert (answer["question"], answer["kind"]) == ("what is attunement?", "answer")
    assert (answer["essay"], answer["paragraph"]) == ("attunement", 2)
    assert answer["text"] in answer["passage"]
    assert answer["place"] is None
    assert 0 <= answer["score"] <= 1
    for near in answer["alternatives"]:
        assert list(near) == ["paragraph", "sentence", "text", "score"]
        assert 0 <= near["score"] <= 1


def test_json_says_where_in_a_book_the_answer_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "rivers.yaml"
    book.write_text(
        "title: Rivers\nparagraphs:\n  - heading: [Chapter 6]\n    text: The ferryman waited.\n"
    )
    assert main(["ask", "--json", "--knowledge", str(book), "what happens in chapter 6?"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["kind"], answer["text"]) == ("answer", "The ferryman waited.")
    assert answer["place"] == "Rivers, ch. 6"


def test_json_of_a_question_that_the_text_does_not_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["ask", "--json", "who won the 1998 world cup final in Paris?"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["kind"] == "none"
    assert (answer["paragraph"], answer["sentence"]) == (None, None)
    assert (answer["text"], answer["passage"]) == (None, None)


def test_a_batch_answers_line_by_line_in_order(
    standard_input: io.BytesIO, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["what is attunement?", "", "who wrote this", "ünïcode \u2028 separators 🙂", "last"]
    standard_input.write("\r\n".join(lines).encode() + b"\n")
    standard_input.seek(0)
    assert main(["ask", "--json", "--batch", "-"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.split("\n")[:-1]]
    assert [answer["question"] for answer in answers] == lines
    assert answers[1]["kind"] == "none"


def test_a_batch_can_be_read_by_people_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "questions.txt").write_text("what is attunement?\nwho wrote this\n")
    assert main(["ask", "--batch", str(tmp_path / "questions.txt")]) == 0
    said = capsys.readouterr().out
    assert said.index("> what is attunement?") < said.index("> who wrote this")


def test_an_empty_batch_has_no_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "questions.txt").write_text("")
    assert main(["ask", "--json", "--batch", str(tmp_path / "questions.txt")]) == 0
    assert capsys.readouterr().out == ""


def test_a_line_that_is_not_text_ends_a_batch_and_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "questions.txt"
    path.write_bytes(b"\xef\xbb\xbffine\nbroken \xff\nfine\n")
    assert main(["ask", "--json", "--batch", str(path)]) == 2
    captured = capsys.readouterr()
    assert [json.loads(line)["question"] for line in captured.out.splitlines()] == ["fine"]
    assert captured.err == f"attune: {path}:2: this line is not UTF-8; save it as UTF-8 text\n"


def test_a_batch_that_cannot_be_read_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "cannot be read" in refusal(capsys, "ask", "--batch", tmp_path / "none")
    assert "cannot be read (is a directory)" in refusal(capsys, "ask", "--batch", tmp_path)


def test_a_batch_answers_each_question_as_it_comes() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--json", "--batch", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for question in ("what is attunement?", "who wrote this"):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is needed")
def test_a_terminal_is_told_how_far_a_batch_is_and_the_answers_go_elsewhere(tmp_path: Path) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text("what is attunement?\nwho wrote this\n")
    terminal, end = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--json", "--batch", str(questions)],
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=end,
    ) as process:
        os.close(end)
        assert process.stdout is not None
        assert len(process.stdout.read().splitlines()) == 2
        assert process.wait() == 0
    told = os.read(terminal, 100_000)
    os.close(terminal)
    assert b"Answered 2" in told
    assert b"question" not in told


def test_another_text_can_be_asked(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_text()
    question = "how did the ferryman know every bank?"
    assert main(["ask", "--json", "--knowledge", str(path), question]) == 0
    given = json.loads(capsys.readouterr().out)
    assert (given["essay"], given["paragraph"]) == ("rivers", 2)
    monkeypatch.setenv("KNOWLEDGE", str(path))
    assert main(["ask", "--json", question]) == 0
    assert json.loads(capsys.readouterr().out) == given


def test_the_text_can_be_named_in_a_file(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_text()
    (path.parent / ".env").write_text(f"KNOWLEDGE={path.name}\n")
    monkeypatch.chdir(path.parent)
    assert main(["ask", "--json", "did he hurry?"]) == 0
    assert json.loads(capsys.readouterr().out)["essay"] == "rivers"


def test_a_question_that_is_not_utf8_is_answered_all_the_same() -> None:
    ran = run("ask", "--json", os.fsdecode(b"what is \xff attunement"))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["question"] == "what is ? attunement"


def test_a_settings_file_may_start_with_a_byte_order_mark(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_text()
    monkeypatch.chdir(path.parent)
    (path.parent / ".env").write_text(f"KNOWLEDGE={path.name}\n", encoding="utf-8-sig")
    assert main(["ask", "--json", "did he hurry?"]) == 0
    assert json.loads(capsys.readouterr().out)["essay"] == "rivers"
