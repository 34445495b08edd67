"""The container: as no engine may be here, what its files say is held against what is tested.

Its Python side is built by `scripts/install` alone, which test_install.py runs on the very files that
the image's builder has.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings
from tests.packaging.conftest import ROOT
from tests.packaging.image import copied, instructions

DOCKERFILE = ROOT / "Dockerfile"
SETTINGS = {name.upper() for name in Settings.model_fields}
LINES = instructions(DOCKERFILE)
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]


def words(name: str, stage: int | None = None) -> list[list[str]]:
    return [one.words for one in LINES if one.name == name and stage in (None, one.stage)]


def test_it_is_built_by_the_installation_and_has_what_cards_in_hebrew_and_arabic_need() -> None:
    install, library = words("RUN")
    assert install == ["./scripts/install", "/opt/attune"]
    assert "libfribidi0" in library


def test_the_builder_gets_what_is_copied_and_nothing_else() -> None:
    sources = [source for line, _ in copied(DOCKERFILE) for source in line]
    for source in sources:
        assert (ROOT / source).exists(), source
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_through = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    assert let_through == {source.partition("/")[0] for source in sources}


def test_every_image_has_a_version() -> None:
    bases = [line[0] for line in words("FROM")]
    named = [service["image"] for service in SERVICES.values() if "image" in service]
    for image in bases + named:
        assert re.search(r":\d", image), image
    assert len(set(bases)) == 1, "what is built for one base may not run on another"


def test_it_runs_as_a_user_without_rights() -> None:
    ((user,),) = words("USER")
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)
    last = max(one.stage for one in LINES)
    (owned,) = (line for line in words("COPY", last) if line[1].startswith("--chown"))
    assert owned[1] == f"--chown={user}"


def test_it_runs_the_bot_and_asks_how_it_does() -> None:
    assert words("ENTRYPOINT") == [["[attune]"]]
    assert words("CMD") == [["[run]"]]
    assert words("HEALTHCHECK")[0][-2:] == ["[attune,", "health]"]


def test_its_settings_exist() -> None:
    named = {word.partition("=")[0] for line in words("ENV") for word in line}
    assert named - {"PATH"} <= SETTINGS


def test_the_settings_of_compose_exist() -> None:
    assert set(SERVICES["attune"]["environment"]) <= SETTINGS


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_is_guarded(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is True
    assert service["restart"] == "unless-stopped"
    assert {"mem_limit", "pids_limit", "healthcheck"} <= service.keys()
    assert {"max-size", "max-file"} <= service["logging"]["options"].keys()
    assert not {"ports", "privileged"} & service.keys(), "nobody outside needs to reach it"
    assert seconds(service["stop_grace_period"]) > 10


def test_the_database_can_be_reached_by_the_bot_alone_and_outlives_its_container() -> None:
    database = SERVICES["database"]
    assert [COMPOSE["networks"][name] for name in database["networks"]] == [{"internal": True}]
    assert set(database["networks"]) < set(SERVICES["attune"]["networks"])
    assert database["volumes"] == ["database:/var/lib/postgresql/data"]
    assert SERVICES["attune"]["depends_on"]["database"] == {"condition": "service_healthy"}


def test_no_secret_has_a_default() -> None:
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    for name in ("DISCORD_TOKEN", "POSTGRES_PASSWORD"):
        uses = re.findall(rf"\$\{{{name}[^}}]*\}}|\${name}\b", text)
        assert uses
        assert all(use.startswith(f"${{{name}:?") for use in uses)


def test_compose_itself_takes_the_file() -> None:
    engine = compose()
    if engine is None:
        pytest.skip("neither docker compose nor docker-compose is installed")
    variables = {"DISCORD_TOKEN": "a", "POSTGRES_PASSWORD": "b"}
    ran = subprocess.run(
        [*engine, "--file", ROOT / "compose.yaml", "config", "--quiet"],
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def compose() -> list[str | Path] | None:
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]):
            asked = subprocess.run([*command, "version"], capture_output=True, check=False)
            if asked.returncode == 0:
                return [*command]
    return None


def seconds(written: str) -> int:
    number, unit = re.fullmatch(r"(\d+)([sm])", written).groups()  # type: ignore[union-attr]
    return int(number) * {"s": 1, "m": 60}[unit]
