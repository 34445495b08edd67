"""What the Dockerfile says, line by line."""

import shlex
import shutil
from pathlib import Path
from typing import NamedTuple


class Instruction(NamedTuple):
    """A line of a Dockerfile, in the stage it belongs to (counted from 0)."""

    stage: int
    name: str
    words: list[str]


def instructions(dockerfile: Path) -> list[Instruction]:
    """All lines, joined where they go on, without comments."""
    lines = dockerfile.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    found: list[Instruction] = []
    stage = -1
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        name, *words = shlex.split(line)
        stage += name == "FROM"
        found.append(Instruction(stage, name, words))
    return found


def copied(dockerfile: Path) -> list[tuple[list[str], str]]:
    """What is copied from this project: the sources and where they go."""
    return [
        (one.words[:-1], one.words[-1])
        for one in instructions(dockerfile)
        if one.name == "COPY" and not one.words[0].startswith("--from")
    ]


def copy_as_image(project: Path, folder: Path) -> None:
    """Copies into `folder` what the builder of the image would have."""
    for sources, target in copied(project / "Dockerfile"):
        for source in sources:
            if (project / source).is_dir():
                shutil.copytree(project / source, folder / target, dirs_exist_ok=True)
            else:
                (folder / target).mkdir(parents=True, exist_ok=True)
                shutil.copy(project / source, folder / target)
