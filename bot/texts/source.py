"""From a file to its tree: YAML as it is, Markdown as a body with front matter."""

import os
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING

from bot.texts.fault import Fault, KnowledgeError
from bot.texts.importers.characters import with_line_feeds
from bot.texts.yaml_tree import Entries, Items, Node, Scalar, TreeError, is_nothing, parse

if TYPE_CHECKING:
    from bot.texts.importers.passages import Passage

YAML = frozenset({".yaml", ".yml"})
MARKDOWN = frozenset({".md", ".markdown"})
MAX_BYTES = 10_000_000

_FENCE = re.compile(r"---[ \t]*")
_FOREIGN = {"date": "published", "license": "licence", "lang": "language", "authors": "author"}


def read_tree(path: str) -> Entries:
    """The tree of the knowledge file at `path`.

    Raises KnowledgeError if the file cannot be read, is no text, is too big, or is no mapping.
    """
    text = _text(path)
    try:
        if suffix(path) in MARKDOWN:
            return _markdown(text, path)
        tree = parse(text)
        if isinstance(tree, Entries):
            return tree
        raise TreeError(tree.line, "the file is no mapping", "start it with “title: ...”")
    except TreeError as error:
        raise KnowledgeError(Fault(path, error.line, error.what, error.fix)) from None


def suffix(path: str) -> str:
    """The end of the file's name, with its dot, in lower case."""
    return os.path.splitext(path)[1].lower()


def _text(path: str) -> str:
    if suffix(path) not in YAML | MARKDOWN:
        fix = "name a .yaml or .md file, or make one of it by attune add"
        raise _unusable(path, "this is no knowledge file", fix)
    try:
        if not os.path.isfile(path):
            what = "this is a folder" if os.path.isdir(path) else "there is no such file"
            raise _unusable(path, what, "name a .yaml or .md file")
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
            size = file.seek(0, 2)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise _unusable(path, f"the file cannot be read ({reason})", "make it readable") from None
    if size > MAX_BYTES:
        raise _unusable(
            path,
            f"the file has {size / 1e6:.1f} MB, and {MAX_BYTES / 1e6:.0f} MB is the most",
            "split it into several texts",
        )
    return _decoded(path, data)


def _decoded(path: str, data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise _unusable(path, "this is UTF-16, not UTF-8", "save the file as UTF-8 text")
    if b"\0" in data:
        raise _unusable(path, "this is not a text file", "save it as UTF-8 text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = Fault(path, line, "this line is not UTF-8", "save the file as UTF-8 text")
        raise KnowledgeError(fault) from None
    if not text.strip():
        raise _unusable(path, "the file is empty", "give it a title and paragraphs")
    return with_line_feeds(text)


def _unusable(path: str, what: str, fix: str) -> KnowledgeError:
    return KnowledgeError(Fault(path, None, what, fix))


def _markdown(text: str, path: str) -> Entries:
    lines = text.split("\n")
    head, body = _split(lines)
    tree: Node = parse("\n".join(lines[1 : body - 1]), 2) if head else Entries({}, {}, 1)
    if is_nothing(tree):
        tree = Entries({}, {}, 1)
    if not isinstance(tree, Entries):
        raise TreeError(tree.line, "the front matter is no mapping", "start it with “title: ...”")
    _translate(tree)
    paragraphs = _paragraphs(tree, "\n".join(lines[body:]), body + 1, path)
    line = tree.lines.setdefault("paragraphs", body + 1)
    tree.values["paragraphs"] = _with_notes(paragraphs, tree.values.get("paragraphs"), line)
    return tree


def _translate(tree: Entries) -> None:
    """Gives what site generators say of a text the names that it has here."""
    flag = tree.values.get("published")
    if isinstance(flag, Scalar) and flag.value in ("true", "false"):  # whether to show the page
        del tree.values["published"]
    for foreign, name in _FOREIGN.items():
        if foreign in tree.values and name not in tree.values:
            value = tree.values.pop(foreign)
            tree.lines[name] = value.line
            if isinstance(value, Items):
                names = [one.value for one in value.values if isinstance(one, Scalar) and one.value]
                value = Scalar(", ".join(names), value.line)
            elif foreign == "date" and isinstance(value, Scalar) and value.value:
                value = Scalar(value.value[: len("2020-09-13")], value.line)
            tree.values[name] = value


def _split(lines: list[str]) -> tuple[bool, int]:
    """Whether there is front matter, and the index of the body's first line."""
    if not _FENCE.fullmatch(lines[0]):
        return False, 0
    for index in range(1, len(lines)):
        if _FENCE.fullmatch(lines[index]):
            return True, index + 1
    raise TreeError(1, "the front matter has no end", "close it with a line of ---")


def _paragraphs(tree: Entries, text: str, first_line: int, path: str) -> list[Entries]:
    """The passages of the Markdown `text`; its first heading is the title if `tree` has none."""
    from bot.texts.importers.cleaning import cleaned
    from bot.texts.importers.markdown import read_markdown
    from bot.texts.importers.passages import passages
    from bot.texts.importers.titles import instead_of_generic, titled

    known = tree.values.get("title")
    given = known.value if isinstance(known, Scalar) else None
    title, blocks = titled(cleaned(read_markdown(text, first_line)).blocks, given)
    if title and known is None:
        tree.lines["title"] = first_line
        tree.values["title"] = Scalar(instead_of_generic(title, path), first_line)
    return [_entry(passage) for passage in passages(blocks, title)]


def _entry(passage: "Passage") -> Entries:
    line = passage.line
    texts = {"kind": passage.kind, "label": passage.label, "speaker": passage.speaker}
    values: dict[str, Node] = {
        name: Scalar(value, line) for name, value in texts.items() if value is not None
    }
    values["heading"] = Items([Scalar(text, line) for text in passage.heading], line)
    values["text"] = Scalar(passage.text, line)
    return Entries(values, dict.fromkeys(values, line), line)


def _with_notes(paragraphs: list[Entries], notes: Node | None, line: int) -> Items:
    """The paragraphs with what the front matter says of each, matched by their order."""
    if notes is None or is_nothing(notes):
        notes = Items([], line)
    if not isinstance(notes, Items):
        raise TreeError(notes.line, "“paragraphs” is no list", "start each entry with “- ”")
    if len(notes.values) > len(paragraphs):
        raise TreeError(
            notes.values[len(paragraphs)].line,
            f"the front matter has an entry for paragraph {len(paragraphs) + 1}, "
            f"and the text ends with paragraph {len(paragraphs)}",
            "remove the entry",
        )
    merged: list[Node] = []
    for index, paragraph in enumerate(paragraphs):
        entry = notes.values[index] if index < len(notes.values) else Scalar(None, paragraph.line)
        if is_nothing(entry):
            entry = Entries({}, {}, paragraph.line)
        if isinstance(entry, Entries):
            if "text" in entry.values:
                raise TreeError(
                    entry.lines["text"],
                    "a Markdown file has its text below the front matter",
                    "remove “text” here",
                )
            for name, value in paragraph.values.items():
                entry.values.setdefault(name, value)
                entry.lines.setdefault(name, paragraph.line)
        merged.append(entry)
    return Items(merged, line)
