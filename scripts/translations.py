"""Brings bot/locales/ up to date with the texts in bot/: adds new ones, takes out what is gone.

    python scripts/translations.py [LANGUAGE ...]

A new text gets an empty entry in every catalogue, for somebody to fill in. A LANGUAGE (such as it
or pt_BR) begins a new catalogue.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "bot" / "locales"
_KEYWORDS = {"_": 1, "gettext": 1, "later": 1, "ngettext": 2}  # how many texts each takes
_FOR_TRANSLATORS = "# Translators: "
_LEFT_OUT = ("Project-Id", "Report", "POT-Cr", "PO-Rev", "Last-Tr", "Language-Team", "Generated")


def extracted() -> Catalog:
    """All texts in bot/ that are marked for translation, with what is said to translators.

    Babel's own extraction does not look into f-strings on every version of Python.
    """
    found = Catalog(domain="attune", project="Attune")
    for path in sorted((ROOT / "bot").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        place = (path.relative_to(ROOT).as_posix(), 0)
        for texts, line in _marked(ast.parse(source)):
            comments = _comments(source.splitlines()[: line - 1])
            found.add(
                texts if len(texts) > 1 else texts[0], locations=[place], auto_comments=comments
            )
    return found


def _marked(module: ast.Module) -> Iterator[tuple[tuple[str, ...], int]]:
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        count = _KEYWORDS.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
        first = call.args[:count]
        values = [one.value for one in first if isinstance(one, ast.Constant)]
        texts = tuple(value for value in values if isinstance(value, str))
        if count and len(texts) == count:
            yield texts, first[0].lineno


def _comments(lines: list[str]) -> list[str]:
    """What is said to translators right above, or above the call that the text is in."""
    near = [line.strip() for line in lines[-2:]]
    return [
        line.removeprefix(_FOR_TRANSLATORS) for line in near if line.startswith(_FOR_TRANSLATORS)
    ]


def catalogues() -> Iterator[tuple[Path, Catalog]]:
    """The catalogue of each language, with its file."""
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/attune.po")):
        with path.open("rb") as file:
            yield path, read_po(file, locale=path.parts[-3], domain="attune")


def written(catalogue: Catalog) -> str:
    """A catalogue as its file has it: without dates and line numbers, which change for nothing."""
    catalogue.header_comment = f"# The texts of Attune in {catalogue.locale_identifier}."
    file = io.BytesIO()
    write_po(file, catalogue, width=100, ignore_obsolete=True, include_lineno=False)
    lines = file.getvalue().decode().splitlines(keepends=True)
    left_out = tuple(f'"{name}' for name in _LEFT_OUT)
    return "".join(line for line in lines if not line.startswith(left_out))


def main() -> int:
    """Updates all catalogues, and says how many texts wait for a translation."""
    for language in sys.argv[1:]:
        path = LOCALES / language / "LC_MESSAGES" / "attune.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text(written(Catalog(locale=language, fuzzy=False)), encoding="utf-8")
    texts = extracted()
    for path, catalogue in catalogues():
        catalogue.update(texts, no_fuzzy_matching=True)
        path.write_text(written(catalogue), encoding="utf-8")
        missing = [entry.id for entry in catalogue if entry.id and not all(forms(entry))]
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {len(missing)} to translate")
    return 0


def forms(entry: Message) -> tuple[str, ...]:
    """The translations of an entry: one, or one for each plural form; empty where none is."""
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())


if __name__ == "__main__":
    sys.exit(main())
