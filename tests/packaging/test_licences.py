"""Whoever runs Attune under its licence may also run what it needs, and what it ships."""

import re
from collections.abc import Iterator
from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.conftest import ROOT

FITTING = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-CMU",
    "PSF-2.0",
    "Unlicense",
    "Zlib",
}
# What those say who do not use SPDX's names yet.
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Python Software Foundation License": "PSF-2.0",
}


def needed(name: str) -> set[str]:
    """`name` and all that it needs to run here, without extras of its own."""
    found: set[tuple[str, str]] = set()
    waiting = [(name, "")]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += wanted(*one)
    return {name for name, _ in found}


def wanted(name: str, extra: str) -> Iterator[tuple[str, str]]:
    """The names that `name` needs for itself or for an extra, and which extra of each."""
    for line in map(Requirement, distribution(name).requires or []):
        if line.marker is None or line.marker.evaluate({"extra": extra}):
            yield from ((canonicalize_name(line.name), more) for more in {"", *line.extras})


def licence(name: str) -> str:
    """Its licence as SPDX writes it, or else what it says."""
    fields = distribution(name).metadata.json
    if "license_expression" in fields:
        return str(fields["license_expression"])
    told = [line for line in fields.get("classifier", []) if line.startswith("License :: ")]
    names = [line.rpartition(" :: ")[2] for line in told]
    by_classifier = " AND ".join(CLASSIFIERS.get(one, one) for one in names)
    return by_classifier or str(fields.get("license", "none"))


def fits(expression: str) -> bool:
    """Whether one may choose terms that are all in FITTING; brackets are taken as all at once."""
    if "(" in expression:
        expression = expression.replace("(", "").replace(")", "").replace(" OR ", " AND ")
    choices = [choice.split(" AND ") for choice in expression.split(" OR ")]
    return any(FITTING.issuperset(part.strip() for part in choice) for choice in choices)


def test_all_that_it_needs_to_run_is_known() -> None:
    names = needed("attune")
    assert {"discord-py", "aiohttp", "sqlalchemy", "greenlet"} <= names
    assert not names & {"pytest", "simcord", "hatchling"}


@pytest.mark.parametrize("name", sorted(needed("attune")))
def test_the_licence_of_a_dependency_fits(name: str) -> None:
    said = licence(name)
    assert fits(said), f"{name} is under {said[:200]}"


@pytest.mark.parametrize(
    ("expression", "fitting"),
    [
        ("MIT", True),
        ("Apache-2.0 AND BSD-2-Clause", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only", False),
        ("MIT AND LGPL-2.1-or-later", False),
        ("GPL-3.0-only AND (MIT OR BSD-3-Clause)", False),
        ("none", False),
    ],
)
def test_a_licence_fits_if_terms_can_be_chosen_that_do(expression: str, fitting: bool) -> None:
    assert fits(expression) is fitting


def test_the_licence_of_a_font_is_beside_it() -> None:
    fonts = ROOT / "bot" / "features" / "cards" / "fonts"
    families = {path.stem.partition("-")[0] for path in fonts.glob("*.ttf")}
    assert families
    for family in families:
        text = (fonts / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert re.match(r"Copyright .*\n\nThis Font Software is licensed under the SIL Open", text)
