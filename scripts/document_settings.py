"""Writes what bot/settings.py says of each setting into .env.example and docs/running.md.

    python scripts/document_settings.py [--check]

--check writes nothing, and exits with 1 if something has drifted.
"""

import sys
from pathlib import Path

from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
START, END = "<!-- settings -->\n", "<!-- /settings -->\n"


def example() -> str:
    """The text of .env.example."""
    blocks = [
        "# Copy this file to .env and fill in what you need. What starts with # is a default.\n"
    ]
    for name, default, description in _described():
        value = f"{name}=" if name == "DISCORD_TOKEN" else f"# {name}={default}"
        blocks.append(f"# {description}\n{value}\n")
    return "\n".join(blocks)


def table() -> str:
    """The table in docs/running.md."""
    rows = ["| variable | default | what it says |", "| --- | --- | --- |"]
    for name, default, description in _described():
        rows.append(f"| `{name}` | {f'`{default}`' if default else ''} | {description} |")
    return "\n".join(rows) + "\n"


def _described() -> list[tuple[str, str, str]]:
    return [
        (name.upper(), _written(field.default), field.description or "")
        for name, field in Settings.model_fields.items()
    ]


def _written(default: object) -> str:
    if isinstance(default, bool):
        return "on" if default else "off"
    return "" if default is None else str(default)


def main() -> int:
    """Writes the two files, or compares them."""
    guide = ROOT / "docs" / "running.md"
    before, _, rest = guide.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    wanted = {
        ROOT / ".env.example": example(),
        guide: f"{before}{START}{table()}{END}{after}",
    }
    drifted = [
        path
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    if "--check" in sys.argv[1:]:
        for path in drifted:
            print(f"{path.name} has drifted; run python scripts/document_settings.py")
        return 1 if drifted else 0
    for path in drifted:
        path.write_text(wanted[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
