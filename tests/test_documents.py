"""What the documents promise exists: links, commands, settings, figures and sentences."""

import ast
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from bot.cli import COMMANDS
from bot.settings import Settings
from bot.texts.lint import lint
from tests.test_house import MODULES, parsed

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
RUNNING = ROOT / "docs" / "running.md"
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)


@cache
def prose(document: Path) -> str:
    """The text without its blocks of code."""
    return re.sub(
        r"^```.*?^```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )


@cache
def anchors(document: Path) -> set[str]:
    """What a link to a heading is called, as public hosts make it of the heading."""
    found: dict[str, int] = {}
    for heading in re.findall(r"^#+ +(.*)$", prose(document), re.MULTILINE):
        words = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", heading)
        name = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        found[name if name not in found else f"{name}-{found[name]}"] = 1
    return set(found)


def links(document: Path) -> list[str]:
    text = prose(document)
    return [*re.findall(r"\]\(([^)\s]+)\)", text), *re.findall(r'(?:src|href)="([^"]+)"', text)]


@each_document
def test_a_link_leads_somewhere(document: Path) -> None:
    for link in links(document):
        if re.match(r"https?:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = document.parent / path if path else document
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


@each_document
def test_a_command_can_be_given(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    code = [
        *re.findall(r"^```.*?^```$", text, re.MULTILINE | re.DOTALL),
        *re.findall(r"`[^`\n]+`", text),
    ]
    for command in re.findall(r"(?:^|`|bin/|\$ )attune ([a-z]+)\b", "\n".join(code), re.MULTILINE):
        assert command in COMMANDS, command


@each_document
def test_a_script_is_there(document: Path) -> None:
    for script in re.findall(r"\bscripts/[\w.]+", document.read_text(encoding="utf-8")):
        assert (ROOT / script.rstrip(".")).exists(), script


@each_document
def test_a_setting_exists(document: Path) -> None:
    names = {name.upper() for name in Settings.model_fields}
    code = " ".join(re.findall(r"`[^`\n]+`", prose(document)))
    families = r"\b(?:SHARD|HEALTH|LOG|SYNC|STATE|DATABASE|DISCORD)_[A-Z_]+\b"
    assert set(re.findall(families, code)) <= names


@cache
def sayings() -> str:
    """Every piece of text that the program and its scripts are written with."""
    nodes = (node for path in MODULES for node in ast.walk(parsed(path)))
    said = [node.value for node in nodes if isinstance(node, ast.Constant)]
    scripts = [path.read_text(encoding="utf-8") for path in (ROOT / "scripts").iterdir()]
    return "\n".join([*(text for text in said if isinstance(text, str)), *scripts])


def rows(document: Path, heading: str) -> list[str]:
    """The first column of the table under a heading."""
    section = document.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2]
    section = section.partition("\n## ")[0]
    return [row.strip() for row in re.findall(r"^\| (?!---)([^|]*?)\|", section, re.MULTILINE)][1:]


def test_what_an_operator_may_read_is_really_said() -> None:
    sentences = re.findall("“([^”]+)”", "\n".join(rows(RUNNING, "When something is wrong")))
    assert len(sentences) > 15
    for sentence in sentences:
        assert sentence in sayings(), sentence


def test_what_an_operator_should_watch_is_really_counted() -> None:
    names = re.findall(r"`(attune_\w+)`", "\n".join(rows(RUNNING, "Health")))
    assert len(names) > 5
    for name in names:
        assert name.removesuffix("_total") in sayings().splitlines(), name


@pytest.mark.parametrize("kind", ["yaml", "markdown"])
def test_the_examples_of_the_guide_load(kind: str, tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "texts.md").read_text(encoding="utf-8")
    (example,) = re.findall(rf"^```{kind}\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    path = tmp_path / f"rivers.{'md' if kind == 'markdown' else kind}"
    path.write_text(example, encoding="utf-8")
    assert [str(fault) for fault in lint(str(path)) if not fault.hint] == []
