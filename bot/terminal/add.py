"""`attune add`: texts of other formats, each written as one knowledge file."""

import os
import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from bot.errors import UserError
from bot.terminal.environment import knowledge_setting
from bot.terminal.pages import Line, show
from bot.texts.importers.curation import Curation, carried_over
from bot.texts.importers.files import File, files_named
from bot.texts.importers.importing import Imported, imported
from bot.texts.importers.knowledge_file import knowledge_yaml
from bot.texts.importers.languages import language_name
from bot.texts.importers.left_out import said
from bot.texts.loading import KnowledgeError, load_essay
from bot.texts.model import Essay
from bot.texts.quotable import runs
from bot.wording import one_line

_FOLDER = "knowledge"
_LONGEST_NAME = 60
_MOST_LOST = 10
_BAR_AFTER = 1.0  # seconds before a bar is shown
_LONGEST_QUOTATION = 350  # characters
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
    if "" in (arguments.title, arguments.author):
        raise UserError("--title or --author is empty; leave it out or fill it")
    if not arguments.files:
        raise UserError("there is no FILE; name a text, a folder of texts or a ZIP")
    folder = _folder(arguments.into)
    files = [file for path in arguments.files for file in files_named(path)]
    if len(files) > 1 and (arguments.title or arguments.author):
        raise UserError("--title and --author are of one text; add the texts one by one")
    failures = 0
    written: set[str] = set()
    reports: list[Line] = []
    with _progress(files) as advance:
        for file in files:
            try:
                added = _add(file, folder, arguments, written)
            except UserError as error:
                if len(files) == 1:
                    raise
                failures += 1
                reports.extend([(("bad", f"attune: {error}"),), ()])
            else:
                print(added.path, flush=True)
                reports.extend(_report(added))
            advance()
    show(reports, sys.stderr)
    if failures < len(files):
        show(_next(folder), sys.stderr)
    return 2 if failures else 0


def _folder(named: str | None) -> str:
    """Where knowledge files go: where one is told, where KNOWLEDGE is, or `knowledge`."""
    if named == "":
        raise UserError("--into is empty; name a folder")
    setting = knowledge_setting()
    folder = named or (setting if setting and os.path.isdir(setting) else _FOLDER)
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise UserError(f"{folder} is a file; name a folder with --into")
    return folder


@contextmanager
def _progress(files: Sequence[File]) -> Iterator[Callable[[], None]]:
    """Shows a bar on a terminal's stderr once it takes more than a second; what it gives is called
    after each file.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from threading import Timer

    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = BarColumn() if len(files) > 1 else SpinnerColumn()
    told = TextColumn("Reading"), bar, TimeElapsedColumn()
    progress = Progress(*told, console=Console(stderr=True), transient=True, redirect_stdout=False)
    task = progress.add_task("", total=len(files))
    starting = Timer(_BAR_AFTER, progress.start)
    starting.start()
    try:
        yield lambda: progress.advance(task)
    finally:
        starting.cancel()
        progress.stop()


def _add(file: File, folder: str, arguments: Namespace, written: set[str]) -> _Added:
    text = imported(file.name, file.read(), arguments.title, arguments.author)
    assert text.facts.title is not None
    stem = os.path.join(folder, _file_name(text.facts.title))
    path = f"{stem}.yaml"
    if path in written:
        raise UserError(f"{file.name}: {path} was made before from another file; give it a --title")
    older = next(
        (stem + end for end in (".yaml", ".yml", ".md") if os.path.exists(stem + end)), None
    )
    if older and os.path.samefile(older, file.path):
        raise UserError(f"{file.name}: it can be asked where it is; add it --into another folder")
    if older and not arguments.replace:
        what = f"{older} is there already"
        raise UserError(f"{what}; add --replace to put this edition in its place, or --title")
    kept = _kept(older, text, arguments) if older else _beside(file, text)
    essay = _write(path, _content(text, kept, file.name), file.name, older, kept)
    written.add(path)
    return _Added(path, text, essay, kept)


def _kept(older: str, text: Imported, arguments: Namespace) -> Curation:
    kept = carried_over(load_essay(older), text.facts, text.passages)
    author = arguments.author or kept.facts.author
    return kept._replace(facts=kept.facts._replace(author=author))


def _beside(file: File, text: Imported) -> Curation | None:
    """What the front matter of a Markdown file says beside its text for Attune."""
    if file.within or not file.path.lower().endswith((".md", ".markdown")):
        return None
    try:
        kept = carried_over(load_essay(file.path), text.facts, text.passages)
    except KnowledgeError:
        return None
    return kept._replace(facts=text.facts) if kept.head or kept.notes else None


def _content(text: Imported, kept: Curation | None, name: str) -> str:
    head = f"# Made by attune add from {' '.join(os.path.basename(name).split())}. Edit it as you like.\n"
    if kept:
        return head + knowledge_yaml(kept.facts, text.passages, kept.head, kept.notes)
    return head + knowledge_yaml(text.facts, text.passages)


def _write(path: str, content: str, name: str, older: str | None, kept: Curation | None) -> Essay:
    """Writes the file whole or not at all, and gives the essay in it.

    The older edition is put aside where something of it no longer fits.
    """
    folder, own = os.path.split(path)
    draft = os.path.join(folder, f".{own}")
    try:
        os.makedirs(folder or ".", exist_ok=True)
        try:
            with open(draft, "w", encoding="utf-8", newline="\n") as file:
                file.write(content)
            essay = load_essay(draft)
            if older and ((kept and kept.lost) or older != path):
                os.replace(older, f"{older}.old")
            os.replace(draft, path)
        finally:
            if os.path.exists(draft):
                os.remove(draft)
    except KnowledgeError as error:
        raise UserError(f"{name}: {error.fault.what}; {error.fault.fix}") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        what = f"{path} cannot be written ({reason})"
        raise UserError(f"{what}; name another folder with --into") from None
    return essay._replace(id=os.path.splitext(own)[0])


def _file_name(title: str) -> str:
    """A file's name for a title: stable, whatever the edition."""
    name = _NO_NAME.sub("-", title.casefold()).strip("-")
    return name[:_LONGEST_NAME].rstrip("-") or "text"


def _report(added: _Added) -> Iterator[Line]:
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
    for citation, words in _examples(essay):
        yield _fact("Quotes", one_line(words, _LONGEST_QUOTATION))
        yield (("quiet", f"    — {citation}"),)
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


def _examples(essay: Essay) -> list[tuple[str, str]]:
    """The citation and the words of quotations near the beginning, the middle and the end."""
    found = essay.standing_alone or [
        run for paragraph in essay.paragraphs for run in runs(paragraph)
    ]
    places = sorted({round(part * (len(found) - 1)) for part in (0.02, 0.5, 0.9)})
    return [(_citation(essay, found[at].paragraph.number), found[at].text) for at in places]


def _citation(essay: Essay, number: int) -> str:
    return essay.citation(number) or f"{essay.title}, paragraph {number}"


def _next(folder: str) -> Iterator[Line]:
    named = f" --knowledge {folder}"
    yield (("quiet", "Ask it: "), ("passage", f'attune ask{named} "..."'))
    yield (("quiet", "See what would be quoted oddly: "), ("passage", f"attune check {folder}"))
    yield (("quiet", "Serve it: "), ("passage", f"KNOWLEDGE={folder} attune run"))
