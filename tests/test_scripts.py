"""The scripts of the quick start, as a shell sees them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for a POSIX shell")


@pytest.mark.parametrize("script", ["bootstrap", "setup", "run", "test", "lock", "install"])
def test_a_script_is_plain_posix_shell(script: str) -> None:
    shell = shutil.which("dash") or "sh"
    subprocess.run([shell, "-n", ROOT / "scripts" / script], check=True)


@pytest.mark.parametrize(
    "script", ["scripts/run", "scripts/test", "scripts/lock", "scripts/install", ".ci/run"]
)
def test_a_command_can_be_executed(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)


def test_without_python_the_scripts_say_so_in_one_line(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "cat", "cksum", "dirname", "mkdir"):
        found = shutil.which(name)
        assert found is not None
        (tools / name).symlink_to(found)
    house = tmp_path / "house"
    (house / "scripts").mkdir(parents=True)
    scripts = ("scripts/bootstrap", "scripts/setup", "scripts/run")
    for name in (*scripts, "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, house / name)
    ran = subprocess.run(
        [house / "scripts" / "run"],
        env={"PATH": str(tools)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    said = ran.stderr.splitlines()
    assert said[0] == "Setting up .venv (once)"
    assert said[1].endswith(
        ": there is no Python 3.11 or newer here; install one from your system or python.org"
    )
    assert len(said) == 2


def test_every_locked_version_has_hashes_and_no_host_is_named() -> None:
    pinned = re.findall(r"^(\S+)==\S+", LOCK, re.MULTILINE)
    assert len(pinned) > 50
    for block in re.split(r"^(?=\S+==)", LOCK, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block
    assert not re.search(r"https?:|file:|@|^-", LOCK, re.MULTILINE)


def test_the_lock_holds_every_dependency_of_the_project() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    names = {re.split(r"[\[<>=; ]", one)[0].lower().replace(".", "-") for one in wanted}
    locked = set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
    assert names - {"attune"} <= locked
