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
    for command in ("run", "health", "playground", "ask", "chat", "check", "eval", "db"):
        assert f"  {command}  " in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sing"], "there is no command “sing”; see attune --help"),
        (["aks"], "there is no command “aks”; did you mean ask?"),
        (["ask", "x", "--loud"], "unrecognized arguments: --loud"),
        (["eval"], "the following arguments are required: QUESTIONS.jsonl"),
        (["z" * 5_000], f"there is no command “{'z' * 59}…”; see attune --help"),
        (["ask", "x", "--" + "z" * 5_000], "z…; see attune ask --help"),
        (["ask", "x", "--batch", "-"], "--batch reads its questions from a file"),
        (["ask", "--batch", ""], "--batch is empty; name a file of questions"),
        (["ask", "--batch", "-", "--explain"], "--explain explains one question; leave out"),
        (["ask", "--json", "--explain", "x"], "--explain is laid out for people; leave out --json"),
        (["ask", "--knowledge", "", "x"], "--knowledge is empty; name a knowledge file or folder"),
        (["check", ""], "a FILE is empty; name a knowledge file or folder"),
        (["playground", "--port", "99999"], "--port is “99999”; choose a number from 1 to 65535"),
        (["playground", "--port", "-1"], "--port is “-1”; choose a number from 1 to 65535"),
        (["playground", "--port", "x"], "--port is “x”; choose a number from 1 to 65535"),
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
        "3 files: 2 errors, 1 hint",
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


def test_check_looks_into_files_that_have_the_same_name(
    write_text: WriteText, capsys: pytest.CaptureFixture[str]
) -> None:
    markdown = write_text(content="Hello.\n", name="rivers.md")
    text = write_text(("2021-03-04", "9" * 5_000))
    assert main(["check", str(text.parent)]) == 2
    said = capsys.readouterr().out.splitlines()
    errors = [line for line in said if ": error: " in line]
    assert errors == [
        f"{text}: error: the file has the same name as rivers.md; rename one of the two",
        f"{markdown}:1: error: the text has no title; add “title: ...”",
        f"{text}:3: error: “published” is “{'9' * 59}…”; write a date as 2020-09-13",
    ]
    assert said[-1].startswith("2 files: 3 errors, ")


def test_a_folder_without_a_text_is_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert capsys.readouterr().out.splitlines() == [
        f"{tmp_path}: error: the folder holds no text; put a .yaml or .md file there",
        "0 files: 1 error, 0 hints",
    ]


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


def test_the_database_can_be_moved_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["db", "upgrade"]) == 0
    capsys.readouterr()
    assert "name another in DATABASE_URL" in refusal(capsys, "db", "move", "state/attune.db")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///new.db")
    assert main(["db", "move", "state/attune.db"]) == 0
    assert "0 rows of state/attune.db are in new.db" in capsys.readouterr().out
    assert [file.name for file in (tmp_path / "state").iterdir()] == ["attune.db.moved"]
    assert "There is no file" in refusal(capsys, "db", "move", "state/attune.db")


def test_a_mistake_with_the_database_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(capsys, "db") == (
        "the following arguments are required: ACTION; see attune db --help"
    )
    assert refusal(capsys, "db", "drop") == (
        "there is no action “drop”; choose one of upgrade, current, backup, restore, move"
    )
    assert refusal(capsys, "db", "backup") == "backup needs a file; name one after it"
    assert refusal(capsys, "db", "upgrade", "extra") == "upgrade takes no file; leave out “extra”"
    assert "nowhere" in refusal(capsys, "db", "restore", tmp_path / "nowhere")
    monkeypatch.setenv("DATABASE_URL", "mysql://u:hush@db/attune")
    assert "hush" not in refusal(capsys, "db", "current")


def test_a_backup_overwrites_nothing(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = write_text()
    kept = text.read_bytes()
    monkeypatch.chdir(text.parent)
    for taken in (text, text.parent):
        assert refusal(capsys, "db", "backup", taken) == (
            f"{taken} exists already; name a new file for the backup"
        )
    assert text.read_bytes() == kept
    assert list(text.parent.iterdir()) == [text]


@pytest.mark.parametrize("command", ["run", "playground"])
def test_the_bot_names_the_setting_of_a_text_that_cannot_be_used(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCORD_TOKEN", "token")
    monkeypatch.setenv("KNOWLEDGE", "nowhere.yaml")
    assert refusal(capsys, command) == (
        "KNOWLEDGE: nowhere.yaml: there is no such file or folder; name one that holds a text"
    )


@pytest.mark.parametrize(
    "arguments",
    [["ask", "x"], ["chat"], ["check"], ["run"], ["playground"], ["db", "current"], ["health"]],
)
def test_a_settings_file_that_is_not_utf8_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes("KNOWLEDGE=x\n".encode("utf-16"))
    assert refusal(capsys, *arguments) == ".env is not UTF-8; save it as UTF-8 text"


def test_a_settings_file_may_start_with_a_byte_order_mark(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_text()
    monkeypatch.chdir(path.parent)
    (path.parent / ".env").write_text(f"KNOWLEDGE={path.name}\n", encoding="utf-8-sig")
    assert main(["ask", "--json", "did he hurry?"]) == 0
    assert json.loads(capsys.readouterr().out)["essay"] == "rivers"


SAYING = [
    ["--help"],
    ["ask", "--help"],
    ["--version"],
    ["ask", "what is attunement?"],
    ["ask", "--json", "what is attunement?"],
    ["ask", "--batch", "README.md"],
    ["check"],
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", SAYING)
def test_an_output_that_cannot_be_written_is_said(arguments: list[str], unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.stderr.decode() == (
        "attune: the output cannot be written (no space left on device); send it elsewhere\n"
    )
    assert ran.returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="a shell that can close a stream is needed")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("ask hi >&-", 0),
        ("check >&-", 0),
        ("--help >&-", 0),
        ("chat <&-", 0),
        ("ask --batch - <&-", 0),
        ("ask <&- >&- 2>&-", 2),
    ],
)
def test_a_stream_that_is_closed_is_no_failure(command: str, code: int) -> None:
    ran = subprocess.run(
        ["sh", "-c", f'"$0" -m bot {command}', sys.executable],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == (b"", b"", code)


@pytest.mark.parametrize("command", ["run", "playground", "db", "health"])
def test_a_wrong_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.setenv("SYNC_GUILD", "here")
    arguments = [command, "current"] if command == "db" else [command]
    assert refusal(capsys, *arguments).startswith("SYNC_GUILD cannot be used (")


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("attune 1.")
