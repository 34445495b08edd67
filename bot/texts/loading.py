"""Loads knowledge files, or refuses them with one clear sentence.

Paths are strings in here: a cold start of `attune ask` should not wait for pathlib.
"""

import os
from collections.abc import Callable

from bot.texts.fault import Fault, KnowledgeError
from bot.texts.model import Essay
from bot.texts.parsing import read_essay
from bot.texts.source import MARKDOWN, YAML, read_tree, suffix

__all__ = ["KnowledgeError", "knowledge_files", "load_essay", "load_essays"]

StrPath = str | os.PathLike[str]

_HERE = os.path.dirname(os.path.abspath(__file__))
_PACKAGED = os.path.join(_HERE, "shipped")
_REPOSITORY = os.path.join(os.path.dirname(os.path.dirname(_HERE)), "knowledge")


def _refuse(fault: Fault) -> None:
    if not fault.hint:
        raise KnowledgeError(fault)


def load_essay(path: StrPath) -> Essay:
    """The essay in the YAML or Markdown file at `path`.

    Raises KnowledgeError, whose str names the file, the line and the fix, at the first fault.
    """
    name = os.fspath(path)
    essay = read_essay(read_tree(name), name, _refuse)
    assert essay is not None, "an essay without title or text was not refused"
    return essay


def load_essays(path: StrPath | None) -> list[Essay]:
    """The essays in the file or folder `path`, by file name; None: the shipped ones.

    Raises KnowledgeError as `load_essay` does, and for a path without a text.
    """
    return [load_essay(file) for file in knowledge_files(path)]


def knowledge_files(path: StrPath | None, report: Callable[[Fault], None] = _refuse) -> list[str]:
    """The knowledge files that `path` names: itself, or those in the folder, sorted by name.

    None names the shipped folder. A README and hidden files are no texts. Raises KnowledgeError
    if nothing is there. Files that would share an id go to `report`, which raises it as well
    unless it is another.
    """
    if path is None:
        path = _PACKAGED if os.path.isdir(_PACKAGED) else _REPOSITORY
    name = os.fspath(path)
    try:
        if os.path.isdir(name):
            return _files_in(name, report)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise _unusable(name, f"this cannot be read ({reason})", "make it readable") from None
    if os.path.exists(name):
        return [name]
    raise _unusable(name, "there is no such file or folder", "name one that holds a text")


def _files_in(folder: str, report: Callable[[Fault], None]) -> list[str]:
    files: list[str] = []
    first: dict[str, str] = {}
    for name in sorted(os.listdir(folder)):
        stem = os.path.splitext(name)[0]
        if suffix(name) not in YAML | MARKDOWN or stem.startswith((".", "README")):
            continue
        file = os.path.join(folder, name)
        other = first.setdefault(stem, name)
        if other != name:
            what = f"the file has the same name as {other}"
            report(Fault(file, None, what, "rename one of the two"))
        files.append(file)
    if not files:
        raise _unusable(folder, "the folder holds no text", "put a .yaml or .md file there")
    return files


def _unusable(path: str, what: str, fix: str) -> KnowledgeError:
    return KnowledgeError(Fault(path, None, what, fix))
