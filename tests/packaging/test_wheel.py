"""What somebody has who installs the wheel, and nothing else of this project."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest
from uv import find_uv_bin

from tests.packaging.conftest import ROOT, Built

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CARDS = """
from bot.features.cards.drawing import Card, draw
from bot.features.cards.fonts import TYPEFACES, font
for face in TYPEFACES:
    for name in (face.roman, face.italic, face.semibold):
        font(name, 32)
assert draw(Card("A river is never the same twice.", "A. Walker", "On Rivers"))[1:4] == b"PNG"
"""


@pytest.fixture(scope="session")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel and what it needs, as locked."""
    folder = tmp_path_factory.mktemp("environment")
    uv, lock = find_uv_bin(), ROOT / "requirements.lock"
    venv: list[str | Path] = [uv, "venv", "--quiet", "--clear", "--python", sys.executable]
    subprocess.run([*venv, folder], check=True)
    install: list[str | Path] = [uv, "pip", "install", "--quiet", "--constraint", lock, "--python"]
    subprocess.run([*install, folder, built.wheel], check=True)
    return folder / ("Scripts" if sys.platform == "win32" else "bin")


def run(program: Path, *arguments: str, folder: Path) -> str:
    ran = subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, text=True, check=False, env={}
    )
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
    return ran.stdout


def test_a_question_is_answered_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    assert "»" in run(installed / "attune", "ask", "what is attunement?", folder=tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_shipped_text_is_checked(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "attune", "check", folder=tmp_path).startswith("1 file: 0 errors")


def test_the_database_is_made(installed: Path, tmp_path: Path) -> None:
    assert "is up to date" in run(installed / "attune", "db", "upgrade", folder=tmp_path)
    assert (tmp_path / "state" / "attune.db").exists()


def test_the_playground_says_its_options(installed: Path, tmp_path: Path) -> None:
    assert "--port" in run(installed / "attune", "playground", "--help", folder=tmp_path)


def test_a_card_can_be_drawn_with_every_font(installed: Path, tmp_path: Path) -> None:
    run(installed / "python", "-c", CARDS, folder=tmp_path)


def test_it_says_its_version(installed: Path, tmp_path: Path) -> None:
    said = run(installed / "attune", "--version", folder=tmp_path)
    assert said == f"attune {PROJECT['version']}\n"


def test_the_wheel_holds_the_program_the_texts_and_no_more(built: Built, clean_copy: Path) -> None:
    program = [path for path in (clean_copy / "bot").rglob("*") if path.is_file()]
    wanted = {path.relative_to(clean_copy).as_posix() for path in program}
    wanted |= {f"bot/texts/shipped/{path.name}" for path in (clean_copy / "knowledge").iterdir()}
    with zipfile.ZipFile(built.wheel) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert held == wanted


def test_the_source_distribution_holds_nothing_of_this_machine(built: Built) -> None:
    with tarfile.open(built.sdist) as sdist:
        tops = {name.split("/")[1] for name in sdist.getnames()}
    files = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml", ".gitignore"}
    assert tops == {"bot", "knowledge", *files}


def test_the_metadata_says_who_it_is_for(built: Built) -> None:
    said = metadata(built)
    assert said["License-Expression"] == "MIT"
    assert said["Requires-Python"] == ">=3.11"
    versions = re.findall(r"Python :: (3\.\d+)", "\n".join(said.get_all("Classifier", [])))
    assert versions == ["3.11", "3.12", "3.13", "3.14"]
    assert said.get_all("Project-URL") is None  # it has no home on the web yet
    assert str(said.get_payload()).startswith("# Attune")


def test_the_changelog_begins_with_this_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[?(\d+\.\d+\.\d+)", log, re.MULTILINE)
    assert newest is not None
    assert newest[1] == PROJECT["version"]


def metadata(built: Built) -> Message:
    with zipfile.ZipFile(built.wheel) as wheel:
        (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(wheel.read(name).decode())
