"""`attune db`: made, copied and moved, and what cannot be done in one line."""

from pathlib import Path

import pytest

from bot.cli import main
from tests.command_line import refusal
from tests.conftest import WriteText


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
    assert "is the database in use itself" in refusal(capsys, "db", "move", "state/attune.db")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///new.db")
    assert main(["db", "move", "state/attune.db"]) == 0
    assert "0 rows of state/attune.db are in new.db" in capsys.readouterr().out
    assert "There is no file elsewhere.db" in refusal(capsys, "db", "move", "elsewhere.db")


def test_a_mistake_with_the_database_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(capsys, "db") == (
        "the following arguments are required: ACTION; see attune db --help"
    )
    assert refusal(capsys, "db", "drop") == ("there is no action “drop”; see attune db --help")
    assert refusal(capsys, "db", "restor").endswith("did you mean “restore”?")
    assert refusal(capsys, "db", "backup") == (
        "the following arguments are required: FILE; see attune db backup --help"
    )
    assert refusal(capsys, "db", "backup", "") == "the FILE of backup is empty; name a file"
    assert refusal(capsys, "db", "upgrade", "extra") == (
        "unrecognized arguments: extra; see attune db upgrade --help"
    )
    assert "nowhere" in refusal(capsys, "db", "restore", tmp_path / "nowhere")
    monkeypatch.setenv("DATABASE_URL", "mysql://u:hush@db/attune")
    assert "hush" not in refusal(capsys, "db", "current")


@pytest.mark.parametrize("action", ["current", "backup"])
def test_what_only_reads_makes_no_database(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    action: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATE_DIR", "mistyped")
    if action == "backup":
        assert "There is no database" in refusal(capsys, "db", "backup", "copy.db")
    else:
        assert main(["db", "current"]) == 0
    assert list(tmp_path.iterdir()) == []


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
