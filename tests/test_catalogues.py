"""The catalogues: complete, faithful to their texts, and within Discord's lengths."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from bot.translation import LANGUAGES
from scripts.translations import ROOT, catalogues, extracted, forms, written

TEXTS = extracted()
CATALOGUES = {path.parts[-3]: (path, catalogue) for path, catalogue in catalogues()}
MARKS = {"_", "gettext", "later", "ngettext"}
# Functions that make a part of a message -> the argument that is shown, and the most characters.
LIMITS = {"button": (0, 80), "menu": (1, 150), "_switch": (0, 72)}
NAMED_LIMITS = {"label": 80, "description": 100, "group_description": 100, "name": 32}


def entries(catalogue: Catalog) -> Iterator[Message]:
    return (entry for entry in catalogue if entry.id)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(params=sorted(CATALOGUES))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_language_has_a_catalogue_and_every_catalogue_a_language() -> None:
    assert set(CATALOGUES) == set(LANGUAGES.values())


def test_every_text_has_an_entry_and_every_entry_a_text(language: str) -> None:
    _, catalogue = CATALOGUES[language]
    wanted = {entry.id for entry in entries(TEXTS)}
    there = {entry.id for entry in entries(catalogue) if all(forms(entry))}
    assert wanted - there == set(), "run scripts/translations.py and fill in what is new"
    assert there - wanted == set(), "run scripts/translations.py"


def test_a_catalogue_is_as_the_script_writes_it(language: str) -> None:
    path, catalogue = CATALOGUES[language]
    catalogue.update(TEXTS, no_fuzzy_matching=True)
    assert path.read_text(encoding="utf-8") == written(catalogue)
    assert not any(entry.fuzzy for entry in catalogue)


def test_a_translation_has_the_placeholders_of_its_text(language: str) -> None:
    for entry in entries(CATALOGUES[language][1]):
        texts = (entry.id,) if isinstance(entry.id, str) else entry.id
        wanted = placeholders(texts[-1])
        for said in forms(entry):
            spoken = placeholders(said)
            # "a tag" needs no number
            assert spoken == wanted or (len(texts) > 1 and wanted - spoken == {"count"}), entry.id


def test_a_translation_keeps_commands_links_and_markdown(language: str) -> None:
    for entry in entries(CATALOGUES[language][1]):
        text = entry.id if isinstance(entry.id, str) else entry.id[-1]
        for said in forms(entry):
            for mark in ("**", "`", "\n", "]("):
                assert said.count(mark) == text.count(mark), (text, said)
            assert sorted(said.split("`")[1::2]) == sorted(text.split("`")[1::2]), (text, said)


def shown(path: Path) -> Iterator[tuple[str, int]]:
    """The texts in a module that Discord limits, each with its limit in characters."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        pairs = [(value.value, NAMED_LIMITS.get(value.arg or "", 0)) for value in node.keywords]
        if called in LIMITS and len(node.args) > LIMITS[called][0]:
            place, limit = LIMITS[called]
            pairs.append((node.args[place], limit))
        if called == "describe":
            pairs = [(value.value, 100) for value in node.keywords]
        if called == "Form":
            pairs = list(zip(node.args[:3], (80, 45, 100), strict=True))
        for value, limit in pairs:
            marked = isinstance(value, ast.Call) and getattr(value.func, "id", "") in MARKS
            if limit and marked and isinstance(value, ast.Call):
                (text, *_) = value.args
                if isinstance(text, ast.Constant):
                    yield str(text.value), limit


LIMITED = [found for path in sorted((ROOT / "bot").rglob("*.py")) for found in shown(path)]


def test_labels_titles_and_descriptions_fit_into_what_discord_allows(language: str) -> None:
    _, catalogue = CATALOGUES[language]
    assert len(LIMITED) > 80
    for text, limit in LIMITED:
        entry = catalogue.get(text)
        assert entry is not None
        for said in forms(entry):
            assert len(said) <= limit, (len(said), said)
