"""`attune add`: from the file that somebody has to a knowledge file."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.texts.loading import load_essay
from tests.command_line import refusal

NOVEL = """\
THE FERRY

By A. Walker


Chapter 1

The river was never the same
twice, and it carried what the hills let go.

Chapter 2

The ferryman knew every _bank_ by its smell.
"""


def test_a_text_becomes_a_file_that_can_be_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "ferry.txt"
    source.write_text(NOVEL)
    assert main(["add", str(source), "--into", str(tmp_path / "texts")]) == 0
    said = capsys.readouterr()
    path = Path(said.out.removesuffix("\n"))
    assert path == tmp_path / "texts" / "the-ferry.yaml"
    assert "The Ferry, by A. Walker" in said.err
    assert "— The Ferry, ch. 1" in said.err
    essay = load_essay(path)
    assert [paragraph.text for paragraph in essay.paragraphs] == [
        "The river was never the same twice, and it carried what the hills let go.",
        "The ferryman knew every bank by its smell.",
    ]
    asked = ["ask", "--json", "how did he know the bank", "--knowledge", str(path)]
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out)["paragraph"] == 2


def test_title_and_author_can_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.md"
    source.write_text("Some words stand here.\n")
    command = ["add", str(source), "--into", str(tmp_path), "--title", "Words", "--author", "B"]
    assert main(command) == 0
    essay = load_essay(capsys.readouterr().out.strip())
    assert (essay.id, essay.title, essay.author) == ("words", "Words", "B")


def test_each_text_of_a_folder_becomes_a_file_and_a_bad_one_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.md").write_text("# One\n\nThe first text.\n")
    (folder / "two.txt").write_text("TWO\n\nThe second text.\n")
    (folder / "empty.txt").write_text("")
    (folder / "README.md").write_text("# Not a text\n\nOf these.\n")
    assert main(["add", str(folder), "--into", str(tmp_path / "out")]) == 2
    said = capsys.readouterr()
    assert [Path(line).name for line in said.out.splitlines()] == ["one.yaml", "two.yaml"]
    assert f"attune: {folder}/empty.txt: the file is empty; choose one with text in it" in said.err


def test_a_newer_edition_keeps_what_was_written_beside_the_older(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "rivers.md"
    source.write_text(
        "# Rivers\n\n## Water\n\nA river is never the same twice. It runs.\n\n"
        "## The ferry\n\nThe ferryman waited.\n"
    )
    folder = tmp_path / "texts"
    command = ["add", str(source), "--into", str(folder)]
    assert main(command) == 0
    path = folder / "rivers.yaml"
    text = path.read_text()
    text = text.replace("paragraphs:", "colour: '#4b6e8f'\nwords:\n  stream: [river]\nparagraphs:")
    text = text.replace(
        "It runs.\n",
        "It runs.\n    topics: [change]\n    asked:\n      - sentence: 1\n"
        "        questions: [is it the same]\n",
    )
    text = text.replace("waited.\n", "waited.\n    topics: [patience]\n")
    path.write_text(text)
    source.write_text(
        "# Rivers\n\n## Rain\n\nAll begins with rain.\n\n"
        "## Water\n\nIt runs. A river is never quite the same twice.\n"
    )
    capsys.readouterr()
    assert main(command) == 2
    assert "add --replace" in capsys.readouterr().err
    assert main([*command, "--replace"]) == 0
    essay = load_essay(path)
    assert (essay.colour, essay.words) == ("#4b6e8f", {"stream": ("river",)})
    second = essay.paragraphs[1]
    assert second.topics == ("change", "Water")
    assert second.asked == {2: ("is it the same",)}
    said = capsys.readouterr().err
    assert "Lost: “The ferryman waited.”: topics, its paragraph is gone" in said
    assert "patience" in path.with_suffix(".yaml.old").read_text()


def test_what_markdown_says_beside_its_text_is_carried_over(tmp_path: Path) -> None:
    source = tmp_path / "rivers.md"
    source.write_text(
        "---\nwords:\n  stream: [river]\nparagraphs:\n  - topics: [change]\n"
        "  - topics: [change, patience]\n    asked:\n      - sentence: 1\n"
        "        questions: [who waited]\n---\n"
        "# Rivers\n\nA river is never the same.\n\nThe ferryman waited. He never hurried.\n"
    )
    assert main(["add", str(source), "--into", str(tmp_path / "texts")]) == 0
    essay = load_essay(tmp_path / "texts" / "rivers.yaml")
    (passage,) = essay.paragraphs  # short ones are gathered
    assert (essay.words, passage.topics) == ({"stream": ("river",)}, ("change", "patience"))
    assert passage.sentences[1].text == "The ferryman waited."
    assert passage.asked == {2: ("who waited",)}


def test_a_text_is_not_added_over_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "rivers.md"
    source.write_text("# Rivers\n\nA river is never the same.\n")
    assert refusal(capsys, "add", source, "--into", tmp_path) == (
        f"{source}: it can be asked where it is; add it --into another folder"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["rivers.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "there is no FILE; name a text, a folder of texts or a ZIP"),
        (["a.md", "--title", ""], "--title or --author is empty; leave it out or fill it"),
        (
            ["/nowhere"],
            "/nowhere: there is no such file or folder; name one that holds a text",
        ),
    ],
)
def test_a_mistake_is_said_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert refusal(capsys, "add", "--into", tmp_path, *arguments) == said
