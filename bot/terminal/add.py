"""`attune add`: texts of other formats, each written as one knowledge file."""

import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.errors import UserError
from bot.terminal.choice import knowledge_setting
from bot.terminal.pages import Line, show
from bot.texts.importers.curation import Curation, carried_over
from bot.texts.importers.files import File, files_named
from bot.texts.importers.importing import Imported, imported
from bot.texts.importers.knowledge_file import knowledge_yaml
from bot.texts.importers.languages import language_name
from bot.texts.importers.left_out import said
from bot.texts.loading import load_essay
from bot.texts.model import Essay, Paragraph

_FOLDER = "knowledge"
_LONGEST_NAME = 60
_MOST_LOST = 10
_EXAMPLES = 3
_GOOD_LENGTH = range(60, 351)
_NO_NAME = re.compile(r"[\W_]+")


class _Added(NamedTuple):
    """A text that was written: its file, what was read, and what its older edition left it."""

    path: str
    text: Imported
    essay: Essay
    kept: Curation | None


def add(arguments: Namespace) -> int:
    """Writes a knowledge file for each text. Returns 2 if one could not be read, else 0.

    Raises UserError for a mistake before the first text.
    """
    if not arguments.files:
        raise UserError("there is no FILE; name a text, a folder of texts or a ZIP")
    folder = _folder(arguments.into)
    files = [file for path in arguments.files for file in files_named(path)]
    if len(files) > 1 and (arguments.title or arguments.author):
        raise UserError("--title and --author are of one text; add the texts one by one")
    failures = 0
    written: set[str] = set()
    for file in _with_progress(files):
        try:
            added = _add(file, folder, arguments, written)
        except UserError as error:
            failures += 1
            if len(files) == 1:
                raise
            print(f"attune: {error}", file=sys.stderr)
            continue
        print(added.path, flush=True)
        show(_report(added, file.name), sys.stderr)
    if failures < len(files):
        show(_next(folder, arguments), sys.stderr)
    return 2 if failures else 0


def _folder(named: str | None) -> str:
    """Where knowledge files go: where one is told, where KNOWLEDGE is, or `knowledge`."""
    if named == "":
        raise UserError("--into is empty; name a folder")
    setting = knowledge_setting()
    folder = named or (setting if setting and os.path.isdir(setting) else _FOLDER)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(f"{folder} cannot be made ({reason}); name another folder") from None
    return folder


def _with_progress(files: Sequence[File]) -> Iterable[File]:
    """The files, with a bar on a terminal's stderr once it takes more than a second."""
    if not sys.stderr.isatty():
        return files
    from rich.console import Console
    from rich.progress import track

    return track(files, "Reading", console=Console(stderr=True), transient=True)


def _add(file: File, folder: str, arguments: Namespace, written: set[str]) -> _Added:
    text = imported(file.name, file.read(), arguments.title, arguments.author)
    assert text.facts.title is not None
    path = os.path.join(folder, f"{_file_name(text.facts.title)}.yaml")
    if path in written:
        raise UserError(
            f"{file.name}: it has the title of {path}, added before; add it with --title"
        )
    kept = None
    if os.path.exists(path):
        if not arguments.replace:
            raise UserError(
                f"{path} is there already; add --replace to put this edition in its place, or --title"
            )
        kept = _kept(path, text, arguments)
    _write(path, _content(text, kept, file.name), backup=bool(kept and kept.lost))
    written.add(path)
    return _Added(path, text, load_essay(path), kept)


def _kept(path: str, text: Imported, arguments: Namespace) -> Curation:
    kept = carried_over(load_essay(path), text.facts, text.passages)
    author = arguments.author or kept.facts.author
    return kept._replace(facts=kept.facts._replace(author=author))


def _content(text: Imported, kept: Curation | None, name: str) -> str:
    head = f"# Made by attune add from {' '.join(os.path.basename(name).split())}. Edit it as you like.\n"
    if kept:
        return head + knowledge_yaml(kept.facts, text.passages, kept.head, kept.notes)
    return head + knowledge_yaml(text.facts, text.passages)


def _write(path: str, content: str, backup: bool) -> None:
    """Writes the file whole or not at all."""
    draft = f"{path}.part"
    try:
        with open(draft, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)
        if backup:
            os.replace(path, f"{path}.old")
        os.replace(draft, path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(
            f"{path} cannot be written ({reason}); name another folder with --into"
        ) from None


def _file_name(title: str) -> str:
    """A file's name for a title: stable, whatever the edition."""
    name = _NO_NAME.sub("-", title.casefold()).strip("-")
    return name[:_LONGEST_NAME].rstrip("-") or "text"


def _report(added: _Added, name: str) -> Iterator[Line]:
    essay, text = added.essay, added.text
    author = f", by {essay.author}" if essay.author else ""
    yield (("lead", essay.title), ("passage", author))
    chapters = len({paragraph.heading for paragraph in essay.paragraphs if paragraph.heading})
    yield _fact("Language", language_name(essay.language))
    yield _fact("Chapters", f"{chapters:,}, with {len(essay.paragraphs):,} passages")
    if not essay.author:
        yield _fact("Author", "unknown; add it with --author, or in the file")
    for line in said(text.left_out):
        yield _fact("Left out", line)
    for paragraph in _examples(essay):
        yield _fact("Cited as", place(essay, paragraph))
    for paragraph in _examples(essay):
        yield _fact("Quotes", f"“{_quotation(paragraph)}”")
    if added.kept:
        yield from _kept_lines(added)
    yield ()


def _kept_lines(added: _Added) -> Iterator[Line]:
    kept = added.kept
    assert kept is not None
    yield _fact("Kept", f"what was written beside {len(kept.notes):,} passages")
    for line in kept.lost[:_MOST_LOST]:
        yield (("bad", "  Lost: "), ("passage", line))
    if (more := len(kept.lost) - _MOST_LOST) > 0:
        yield (("bad", "  Lost: "), ("passage", f"{more} more"))
    if kept.lost:
        yield _fact("Old file", f"{added.path}.old")


def _fact(name: str, text: str) -> Line:
    return (("place", f"  {name}: "), ("passage", text))


def _examples(essay: Essay) -> list[Paragraph]:
    """Passages from the beginning, the middle and near the end that can stand alone."""
    good = [
        paragraph
        for paragraph in essay.paragraphs
        if paragraph.kind in ("prose", "verse", "speech") and len(paragraph.text) in _GOOD_LENGTH
    ] or list(essay.paragraphs)
    places = {round(part * (len(good) - 1)) for part in (0, 0.5, 0.9)}
    return [good[at] for at in sorted(places)][:_EXAMPLES]


def _quotation(paragraph: Paragraph) -> str:
    best = max(paragraph.sentences, key=lambda sentence: min(len(sentence.text), 200))
    return " ".join(best.text.split())


def place(essay: Essay, paragraph: Paragraph) -> str:
    """Where a passage stands, as a citation."""
    where = paragraph.label or " › ".join(paragraph.heading)
    return f"{essay.title}, {where}" if where else f"{essay.title}, paragraph {paragraph.number}"


def _next(folder: str, arguments: Namespace) -> Iterator[Line]:
    named = f" --knowledge {folder}"
    yield (("quiet", "Ask it: "), ("passage", f'attune ask{named} "..."'))
    yield (("quiet", "See what would be quoted oddly: "), ("passage", f"attune check {folder}"))
    yield (("quiet", "Serve it: "), ("passage", f"KNOWLEDGE={folder} attune run"))
