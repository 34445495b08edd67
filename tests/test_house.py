"""The house: which floor stands on which, and what each stays free of."""

import ast
import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "bot").rglob("*.py"))

FLOORS = [
    {"bot.errors", "bot.wording", "bot.translation", "bot.settings", "bot.logs"},
    {"bot.texts"},
    {"bot.retrieval", "bot.storage"},
    {"bot.discord_ui"},
    {"bot.features"},
    {"bot.health"},
    {"bot.client"},
    {"bot.run", "bot.playground", "bot.terminal"},
    {"bot.cli"},
    {"bot.__main__"},
]


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def parsed(path: Path) -> ast.Module:
    gc.disable()  # Python 3.11 loses count of its recursion if a collection falls into parsing
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    finally:
        gc.enable()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} has a relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor(module: str) -> int | None:
    """The floor of a module of this house; None for the house itself and for others."""
    part = ".".join(module.split(".")[:2])
    return next((number for number, parts in enumerate(FLOORS) if part in parts), None)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_has_a_floor_and_imports_only_down(path: Path) -> None:
    name = name_of(path)
    if name == "bot":
        return
    own = floor(name)
    assert own is not None, f"{name} stands on no floor; give it one here and in CONTRIBUTING.md"
    part = name.split(".")[1]
    for imported in imports(path):
        below = floor(imported)
        if below is not None and imported.split(".")[1] != part:
            assert below <= own, f"{name} imports {imported} from a higher floor"


FEATURES = [path for path in MODULES if path.is_relative_to(ROOT / "bot" / "features")]


def feature(module: str) -> str:
    """The command family that a module belongs to; empty for what is none."""
    house, _, rest = module.partition("bot.features.")
    return rest.split(".")[0] if not house else ""


@pytest.mark.parametrize("path", FEATURES, ids=name_of)
def test_a_feature_never_imports_another_feature(path: Path) -> None:
    own = feature(name_of(path))
    for imported in imports(path):
        assert feature(imported) in ("", own), f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("module", ["bot.texts", "bot.retrieval", "bot.features.daily.schedule"])
def test_pure_parts_know_nothing_of_discord(module: str) -> None:
    for path in MODULES:
        if f"{name_of(path)}.".startswith(f"{module}."):
            for imported in imports(path):
                assert imported.split(".")[0] not in {"discord", "sqlalchemy", "aiohttp"}, path


def test_only_health_counts_in_the_terms_of_prometheus() -> None:
    for path in MODULES:
        if not name_of(path).startswith("bot.health"):
            assert "prometheus_client" not in imports(path), path


@pytest.mark.parametrize(
    "arguments", [["ask", "what is attunement"], ["ask", "--json", "what is attunement"], ["check"]]
)
def test_a_question_at_the_prompt_waits_for_nothing_that_it_does_not_need(
    arguments: list[str],
) -> None:
    heavy = ["numpy", "pydantic", "rich", "discord", "sqlalchemy", "asyncio", "prometheus_client"]
    heavy += ["babel"]
    code = (
        "import sys; from bot.cli import main; code = main(sys.argv[1:]); "
        f"print(code, [name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == "0 []\n"
