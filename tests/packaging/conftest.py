"""A clean copy of the project, and what is built of it, once a run."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from uv import find_uv_bin

ROOT = Path(__file__).resolve().parents[2]


def copy_tracked(folder: Path) -> None:
    """Copies the files that are in version control, and no others, into `folder`."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is no clone, so nobody knows which files belong to it")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


@pytest.fixture(scope="session")
def clean_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tracked files; not to be written to."""
    folder = tmp_path_factory.mktemp("clean")
    copy_tracked(folder)
    return folder


@dataclass(frozen=True)
class Built:
    """What `uv build` makes."""

    wheel: Path
    sdist: Path


@pytest.fixture(scope="session")
def built(clean_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A source distribution, and the wheel that is made of it."""
    folder = tmp_path_factory.mktemp("dist")
    # Without isolation the locked builder of this environment does it, at once.
    command = ["build", "--quiet", "--no-build-isolation", "--python", sys.executable]
    subprocess.run([find_uv_bin(), *command, "--out-dir", folder], cwd=clean_copy, check=True)
    (wheel,) = folder.glob("*.whl")
    (sdist,) = folder.glob("*.tar.gz")
    return Built(wheel, sdist)
