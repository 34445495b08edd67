"""The unit of systemd and the example for Kubernetes, held against what would read them."""

import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings
from tests.packaging.conftest import ROOT
from tests.packaging.image import instructions

UNIT = ROOT / "deploy" / "attune.service"
SETTINGS = {name.upper() for name in Settings.model_fields}
LEAVE_TAKING = 10  # seconds that the bot takes at most

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed"
)


def directives() -> dict[str, list[str]]:
    """What each key of the unit is set to, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in UNIT.read_text(encoding="utf-8").splitlines():
        key, sign, value = line.partition("=")
        if sign and not line.startswith("#"):
            found[key].append(value)
    return found


@needs_systemd
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = UNIT.read_text(encoding="utf-8")
    program = f"ExecStart={directives()['ExecStart'][0]}"
    # It looks whether the program exists.
    copy = tmp_path / UNIT.name
    copy.write_text(unit.replace(program, "ExecStart=/bin/true"), encoding="utf-8")
    ran = subprocess.run(
        ["systemd-analyze", "verify", copy], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@needs_systemd
def test_the_service_is_hardly_exposed() -> None:
    command = ["systemd-analyze", "security", "--no-pager", "--offline=true", "--threshold=20"]
    ran = subprocess.run([*command, UNIT], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout.splitlines()[-1]


def test_the_service_has_time_to_leave_and_does_not_repeat_a_mistake() -> None:
    unit = directives()
    assert int(unit["TimeoutStopSec"][0]) > LEAVE_TAKING
    assert unit["Restart"] == ["always"]
    assert unit["RestartPreventExitStatus"] == ["2"]
    assert unit["ExecReload"] == ["/bin/kill -HUP $MAINPID"]


def test_the_service_keeps_its_state_where_it_may_write() -> None:
    unit = directives()
    assert unit["ProtectSystem"] == ["strict"]
    assert unit["Environment"] == [f"STATE_DIR=/var/lib/{unit['StateDirectory'][0]}"]


CLUSTER = ROOT / "deploy" / "attune.statefulset.yaml"


@pytest.fixture(scope="module")
def stateful_set() -> dict[str, Any]:
    (found,) = (
        one
        for one in yaml.safe_load_all(CLUSTER.read_text(encoding="utf-8"))
        if one["kind"] == "StatefulSet"
    )
    return dict(found["spec"])


@pytest.fixture(scope="module")
def container(stateful_set: dict[str, Any]) -> dict[str, Any]:
    (only,) = stateful_set["template"]["spec"]["containers"]
    return dict(only)


def test_the_settings_of_a_pod_exist(container: dict[str, Any]) -> None:
    assert {one["name"] for one in container["env"]} <= SETTINGS


def test_each_pod_takes_its_share_of_the_shards(
    stateful_set: dict[str, Any], container: dict[str, Any]
) -> None:
    env = {one["name"]: one for one in container["env"]}
    assert int(env["SHARD_PROCESSES"]["value"]) == stateful_set["replicas"]
    assert int(env["SHARD_COUNT"]["value"]) >= stateful_set["replicas"]
    field = env["SHARD_ORDINAL"]["valueFrom"]["fieldRef"]["fieldPath"]
    assert field == "metadata.name"


def test_a_pod_is_asked_where_it_answers(container: dict[str, Any]) -> None:
    env = {one["name"]: one for one in container["env"]}
    (port,) = container["ports"]
    assert env["HEALTH_PORT"]["value"] == str(port["containerPort"])
    for probe in ("readinessProbe", "livenessProbe"):
        assert container[probe]["httpGet"] == {"path": "/healthz", "port": port["name"]}


def test_a_pod_has_no_rights_and_time_to_leave(
    stateful_set: dict[str, Any], container: dict[str, Any]
) -> None:
    pod = stateful_set["template"]["spec"]
    assert pod["terminationGracePeriodSeconds"] > LEAVE_TAKING
    (user,) = (one.words[0] for one in instructions(ROOT / "Dockerfile") if one.name == "USER")
    assert f"{pod['securityContext']['runAsUser']}:{pod['securityContext']['runAsGroup']}" == user
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_the_secrets_are_no_part_of_the_file(container: dict[str, Any]) -> None:
    for one in container["env"]:
        if one["name"] in ("DISCORD_TOKEN", "DATABASE_URL"):
            assert set(one["valueFrom"]) == {"secretKeyRef"}
