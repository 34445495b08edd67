"""What checks a change on a public host: the same command as at home, on every Python it names."""

import re
import tomllib
from typing import Any

import yaml

from tests.packaging.conftest import ROOT

WORKFLOW: dict[Any, Any] = yaml.safe_load(
    (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
)
(JOB,) = WORKFLOW["jobs"].values()


def test_it_runs_what_a_developer_runs() -> None:
    assert JOB["steps"][-1] == {"run": "./scripts/test"}


def test_it_runs_on_every_python_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    assert JOB["strategy"]["matrix"]["python"] == named
    assert project["requires-python"] == f">={named[0]}"


def test_it_may_read_and_nothing_else() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in JOB
    for step in JOB["steps"]:
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])
