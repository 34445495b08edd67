"""`scripts/install`: what a server and a container run, installed by somebody without rights."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from uv import find_uv_bin

from tests.packaging.conftest import ROOT, copy_tracked
from tests.packaging.image import copy_as_image

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for a POSIX shell")

SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin"
ROOT_RUNS_THIS = hasattr(os, "geteuid") and os.geteuid() == 0
DEVELOPMENT = {"hatchling", "hypothesis", "mypy", "pip", "playwright", "pytest", "simcord", "uv"}


def somebody(number: int) -> dict[str, Any]:
    """The options of subprocess to be a user without rights; only root can choose which."""
    one = {"user": number, "group": number, "extra_groups": []}
    return {"env": {"PATH": SYSTEM_PATH}, **(one if ROOT_RUNS_THIS else {})}


def give_to(number: int, folder: Path) -> None:
    if ROOT_RUNS_THIS:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, number, number, follow_symlinks=False)


@pytest.fixture(scope="module")
def open_folder() -> Iterator[Path]:
    """A folder that every user may look into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="attune-install-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def installed(open_folder: Path, clean_copy: Path) -> Path:
    """What `scripts/install` made of what a container's builder has, without uv and without
    rights; then its source is taken away, and the right to write to it.
    """
    options = somebody(65534)
    look = "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))"
    if subprocess.run(["/bin/sh", "-c", f"python3 -c '{look}'"], **options, check=False).returncode:
        pytest.skip("this system has no Python 3.11 with venv that every user may run")
    house, source, target = (open_folder / name for name in ("house", "house/source", "house/to"))
    copy_as_image(clean_copy, source)
    give_to(65534, house)
    options["env"]["HOME"] = str(house)
    ran = subprocess.run(
        [source / "scripts" / "install", "to"],
        cwd=house,
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
    assert ran.returncode == 0, ran.stderr
    assert re.fullmatch(rf"attune \S+ is in {target}\n", ran.stdout)
    shutil.rmtree(source)
    house.chmod(0o755)
    subprocess.run(["chmod", "-R", "a-w", target], check=True)
    return target


def test_another_user_gets_an_answer_without_the_source(installed: Path) -> None:
    ran = subprocess.run(
        [installed / "bin" / "attune", "ask", "what is attunement?"],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        **somebody(65533),
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "paragraph 2 of 4" in ran.stdout


def test_what_is_installed_is_what_is_locked_and_no_tool(installed: Path) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9.-]+)==(\S+?)(?: ;.*)?(?: \\)?$", lock, re.MULTILINE))
    held = {
        (name.lower().replace("_", "-"), version)
        for name, version in (
            path.name.removesuffix(".dist-info").split("-")
            for path in installed.glob("lib/python*/site-packages/*.dist-info")
        )
    }
    (own,) = (one for one in held if one[0] == "attune")
    assert held - {own} <= locked
    names = {name for name, _ in held}
    assert {"discord-py", "sqlalchemy", "numpy"} <= names
    assert {"charset-normalizer", "lxml", "mammoth", "pypdfium2"} <= names  # for attune add
    assert not names & DEVELOPMENT


def test_all_is_compiled(installed: Path) -> None:
    (bot,) = installed.glob("lib/python*/site-packages/bot")
    for path in bot.rglob("*.py"):
        assert list((path.parent / "__pycache__").glob(f"{path.stem}.*.pyc")), path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A clean copy that a test may change."""
    copy_tracked(tmp_path / "source")
    return tmp_path / "source"


def install(source: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs the script with the uv and the Python of these tests."""
    tools = source / "tools"
    tools.mkdir(exist_ok=True)
    for name, target in (("uv", find_uv_bin()), ("python3", sys.executable)):
        if not (tools / name).exists():
            (tools / name).symlink_to(target)
    return subprocess.run(
        [source / "scripts" / "install", *arguments],
        env={**os.environ, "PATH": f"{tools}:{SYSTEM_PATH}"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("package", ["rapidfuzz", "aiohttp", "hatchling"])
def test_a_package_with_another_hash_is_refused(source: Path, tmp_path: Path, package: str) -> None:
    """A dependency, a dependency of one, and what builds Attune itself."""
    lock = source / "requirements.lock"
    before = lock.read_text(encoding="utf-8")
    head, block, rest = re.split(
        rf"^({package}==.*?)(?=^\S)", before, maxsplit=1, flags=re.MULTILINE | re.DOTALL
    )
    forged = re.sub("sha256:[0-9a-f]{64}", f"sha256:{'0' * 64}", block)
    lock.write_text(head + forged + rest, encoding="utf-8")
    ran = install(source, tmp_path / "target")
    assert ran.returncode == 1
    assert "Hash mismatch" in ran.stderr
    assert "could not be" in ran.stderr.splitlines()[-1]
    assert not (tmp_path / "target" / "bin" / "attune").exists()


def test_a_package_that_is_not_locked_is_refused(source: Path, tmp_path: Path) -> None:
    project = source / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace('    "tzdata",', '    "tzdata",\n    "toolz",'))
    ran = install(source, tmp_path / "target")
    assert ran.returncode == 1
    assert "no trusted hash was provided for: `toolz`" in ran.stderr


def test_installing_again_brings_in_what_changed(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    assert install(source, target).returncode == 0
    subprocess.run(
        [find_uv_bin(), "pip", "install", "--quiet", "--python", target, "iniconfig"], check=True
    )
    cli = source / "bot" / "cli.py"
    cli.write_text(cli.read_text(encoding="utf-8").replace("Read an essay", "Read a poem"))
    assert install(source, target).returncode == 0
    said = subprocess.run(
        [target / "bin" / "attune", "--help"], capture_output=True, text=True, check=True
    )
    assert "Read a poem" in said.stdout
    assert not list(target.glob("lib/python*/site-packages/iniconfig*"))


def test_a_folder_that_holds_something_else_is_left_alone(source: Path, tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "letter.txt").touch()
    ran = install(source, tmp_path / "target")
    assert ran.returncode == 1
    assert ran.stderr.endswith(
        "target holds something else; name an empty folder, or one that this script made\n"
    )
    assert [path.name for path in (tmp_path / "target").iterdir()] == ["letter.txt"]


def test_without_a_folder_it_says_what_to_name(source: Path) -> None:
    ran = install(source)
    assert ran.returncode == 1
    assert ran.stderr.endswith(": name the one folder to install into, such as /opt/attune\n")


def test_a_folder_that_cannot_be_made_is_named(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = install(source, tmp_path / "file" / "target")
    assert ran.returncode == 1
    assert "target cannot be made; choose another" in ran.stderr.splitlines()[-1]
