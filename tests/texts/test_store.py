"""One bad file is left out, or stays as it was; the rest is served."""

from pathlib import Path

import pytest

from bot.texts.loading import KnowledgeError
from bot.texts.store import load_texts

GOOD = "title: On {name}\nparagraphs:\n  - text: All about {name}.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("hills", "rivers"):
        (tmp_path / f"{name}.yaml").write_text(GOOD.format(name=name))
    return tmp_path


def test_a_file_with_a_fault_is_left_out_and_named(folder: Path) -> None:
    (folder / "hills.yaml").write_text("title: [\n")
    essays, faults = load_texts(folder)
    assert [essay.id for essay in essays] == ["rivers"]
    assert [str(fault).startswith(f"{folder}/hills.yaml:") for fault in faults] == [True]


def test_loaded_again_a_text_with_a_fault_stays_as_it_was(folder: Path) -> None:
    before, _ = load_texts(folder)
    (folder / "hills.yaml").write_text("title: [\n")
    (folder / "rivers.yaml").write_text(GOOD.format(name="the sea"))
    essays, faults = load_texts(folder, before)
    assert [essay.title for essay in essays] == ["On hills", "On the sea"]
    assert len(faults) == 1


def test_if_no_text_can_be_used_the_first_fault_is_said(folder: Path) -> None:
    for file in folder.iterdir():
        file.write_text("title: [\n")
    with pytest.raises(KnowledgeError, match=r"hills\.yaml:"):
        load_texts(folder)


def test_a_single_bad_file_is_refused(folder: Path) -> None:
    (folder / "hills.yaml").write_text("title: [\n")
    with pytest.raises(KnowledgeError):
        load_texts(folder / "hills.yaml")
