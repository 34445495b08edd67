"""`attune questions`: what the texts did not answer, for the operator."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.storage import Database, locate
from bot.storage.questions import Decision, KeptQuestions
from bot.texts.model import digest
from tests.command_line import refusal
from tests.conftest import WriteText


@pytest.fixture
def kept(tmp_path: Path, write_text: WriteText, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two servers have asked."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KNOWLEDGE", str(write_text()))

    async def fill() -> None:
        database = await Database.open(locate(None, tmp_path / "state"))
        stored = KeptQuestions(lambda: database, lambda: datetime.now(UTC))
        for guild in (1, 2):
            await stored.switch_on(guild)
            await stored.keep(guild, "rivers", "does a boat cost money")
        await stored.keep(2, "rivers", "do boats cost money")
        ref = f"2.2.{digest('He never hurried.', 3)}"
        await stored.decide(1, Decision("rivers", "why so slow a crossing", ref))
        await stored.decide(2, Decision("rivers", "where to buy bread", None))
        await database.close()

    asyncio.run(fill())


@pytest.mark.usefixtures("kept")
def test_the_operator_sees_groups_and_lines_for_the_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["questions"]) == 0
    title, first, other = capsys.readouterr().out.splitlines()
    assert title == "On Rivers"
    assert first.startswith("  3 times: does a boat cost money")
    assert other == "      also: do boats cost money"
    assert main(["questions", "--json"]) == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["question"], row["times"]) == ("does a boat cost money", 3)
    assert main(["questions", "--yaml"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "# rivers",
        "# below paragraph 2",
        "    asked:",
        "      - sentence: 2",
        '        questions: ["why so slow a crossing"]',
        "unanswered:",
        '  - "where to buy bread"',
        "# open, 3 times: does a boat cost money",
    ]


def test_without_a_database_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "There is no database of Attune" in refusal(capsys, "questions")
    assert "not allowed with" in refusal(capsys, "questions", "--yaml", "--json")
