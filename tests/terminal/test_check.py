"""`attune check`: what is wrong with knowledge files."""

from pathlib import Path

import pytest

from bot.cli import main
from tests.conftest import WriteText


def test_check_lists_errors_and_hints_and_counts_them(
    write_text: WriteText, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write_text(("    topics: [change]\n", ""), name="good.yaml")
    bad = write_text(("author:", "autor:"), name="bad.yaml")
    assert main(["check", str(good)]) == 0
    assert capsys.readouterr().out == "1 file: 0 errors, 1 hint (--hints shows them)\n"
    assert main(["check", "--hints", str(good)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{good}:8: hint: paragraph 1 has no topics; add “topics:”",
        "1 file: 0 errors, 1 hint",
    ]
    assert main(["check", "--hints", str(good), str(bad), "/nowhere.yaml"]) == 2
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
