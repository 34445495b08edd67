"""What can be said to `attune`, and what comes back: output, one clear line, an exit code."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.conftest import WriteText

ROOT = Path(__file__).resolve().parents[1]


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """The one line on stderr, without its "attune: "."""
    assert main([str(argument) for argument in arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("attune: ")
    assert captured.err.count("\n") == 1
    return captured.err.removeprefix("attune: ").rstrip("\n")


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    stream = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    return stream


def test_without_a_command_the_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    said = capsys.readouterr().out
    for command in ("run", "playground", "ask", "chat", "check", "eval", "db"):
        assert f"  {command}  " in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sing"], "there is no command sing; see attune --help"),
        (["aks"], "there is no command aks; did you mean ask?"),
        (["ask", "x", "--loud"], "unrecognized arguments: --loud"),
        (["eval"], "the following arguments are required: QUESTIONS.jsonl"),
        (["ask", "x", "--batch", "-"], "--batch reads its questions from a file"),
        (["ask"], "there is no question; ask one, for example"),
        (["ask", ""], "there is no question; ask one, for example"),
        (["ask", " \t", "\n"], "there is no question; ask one, for example"),
    ],
)
def test_a_mistake_in_usage_is_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert said in refusal(capsys, *arguments)


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
        "score",
        "alternatives",
    ]
    assert (answer["question"], answer["kind"]) == ("what is attunement?", "answer")
    assert (answer["essay"], answer["paragraph"]) == ("attunement", 2)
    assert answer["text"] in answer["passage"]
    assert 0 <= answer["score"] <= 1
    for near in answer["alternatives"]:
        assert list(near) == ["paragraph", "sentence", "text", "score"]
        assert 0 <= near["score"] <= 1


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


def test_a_batch_that_is_not_text_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "questions.txt"
    path.write_bytes(b"fine\nbroken \xff\n")
    assert refusal(capsys, "ask", "--json", "--batch", path) == (
        f"{path}:2: this line is not UTF-8; save it as UTF-8 text"
    )
    assert "cannot be read" in refusal(capsys, "ask", "--batch", tmp_path / "none")
    assert "cannot be read (is a directory)" in refusal(capsys, "ask", "--batch", tmp_path)


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


@pytest.mark.parametrize(
    "arguments",
    [["ask", "x"], ["chat"], ["eval", "questions.jsonl"], ["ask", "--batch", os.devnull]],
)
def test_a_missing_text_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.setenv("KNOWLEDGE", "/nowhere/text.yaml")
    assert refusal(capsys, *arguments) == (
        "KNOWLEDGE: /nowhere/text.yaml: there is no such file or folder; name one that holds a text"
    )
    said = refusal(capsys, *arguments, "--knowledge", "/elsewhere")
    assert said.startswith("/elsewhere: there is no such file or folder;")


def test_a_faulty_text_is_refused_with_its_line(
    write_text: WriteText, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_text(("author:", "autor:"))
    assert refusal(capsys, "ask", "x", "--knowledge", path) == (
        f"{path}:2: the key “autor” is unknown; did you mean “author”?"
    )


def test_check_lists_errors_and_hints_and_counts_them(
    write_text: WriteText, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write_text(("    topics: [change]\n", ""), name="good.yaml")
    bad = write_text(("author:", "autor:"), name="bad.yaml")
    assert main(["check", str(good)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{good}:8: hint: paragraph 1 has no topics; add “topics:”",
        "1 file: 0 errors, 1 hint",
    ]
    assert main(["check", str(good), str(bad), "/nowhere.yaml"]) == 2
    assert capsys.readouterr().out.splitlines() == [
        "/nowhere.yaml: error: there is no such file or folder; name one that holds a text",
        f"{good}:8: hint: paragraph 1 has no topics; add “topics:”",
        f"{bad}:2: error: the key “autor” is unknown; did you mean “author”?",
        "2 files: 2 errors, 1 hint",
    ]


def test_check_takes_a_folder_or_what_is_served(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_text().parent
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out == "1 file: 0 errors, 0 hints\n"
    monkeypatch.setenv("KNOWLEDGE", str(folder / "rivers.yaml"))
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "1 file: 0 errors, 0 hints\n"


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


def test_a_question_that_is_not_utf8_is_answered_all_the_same() -> None:
    ran = run("ask", "--json", os.fsdecode(b"what is \xff attunement"))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["question"] == "what is ? attunement"


def test_an_output_that_cannot_show_a_letter_shows_the_rest() -> None:
    ran = run("ask", "what is attunement?", PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"kinesthetic" in ran.stdout


def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    questions = b"what is attunement?\n" * 2000
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--json", "--batch", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(questions)
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.retrieval.Library.ask", interrupted)
    assert main(["ask", "x"]) == 130


def test_run_needs_a_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(capsys, "run").startswith("DISCORD_TOKEN is not set; ")


def test_the_database_can_be_made_and_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in (
        ["current"],
        ["upgrade"],
        ["current"],
        ["backup", "copy"],
        ["restore", "copy"],
    ):
        assert main(["db", *arguments]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 5
    assert "There is no database" in said[0]
    assert "up to date" in said[2]
    assert (tmp_path / "copy").exists()


def test_a_mistake_with_the_database_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "invalid choice: 'drop'" in refusal(capsys, "db", "drop")
    assert refusal(capsys, "db", "backup") == "backup needs a file; see attune db --help"
    assert "nowhere" in refusal(capsys, "db", "restore", tmp_path / "nowhere")
    monkeypatch.setenv("DATABASE_URL", "mysql://u:hush@db/attune")
    assert "hush" not in refusal(capsys, "db", "current")


@pytest.mark.parametrize("command", ["run", "playground", "db"])
def test_a_wrong_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.setenv("SYNC_GUILD", "here")
    arguments = [command, "current"] if command == "db" else [command]
    assert refusal(capsys, *arguments).startswith("SYNC_GUILD cannot be used (")


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("attune 1.")
