"""What can be said to `attune`, and what comes back: output, one clear line, an exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.command_line import ROOT, refusal, run
from tests.conftest import WriteText


def test_without_a_command_the_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    said = capsys.readouterr().out
    for command in ("run", "health", "playground", "ask", "chat", "check", "eval", "db"):
        assert f"  {command}  " in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sing"], "there is no command “sing”; see attune --help"),
        (["aks"], "there is no command “aks”; did you mean “ask”?"),
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
