"""YAML as a tree that remembers its lines and can hold nothing but text, lists and mappings.

PyYAML's safe parser reads the file; this builds from its events. So no tag can construct an
object, no alias can expand, and every fault has a line. PyYAML's own `compose` does not do: its
recursion in C has no limit, so 100,000 brackets crash the process, and it takes twice the time.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from bot.wording import quoted

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str"})
_MAX_DEPTH = 12
_MAX_NODES = 200_000

_FIXES = {
    "mapping values are not allowed": "put a text that holds a colon in quotes",
    "could not find expected ':'": "give the key a colon, or indent the text under its key",
    "tab character": "indent with spaces",
    "cannot start any token": "indent with spaces, and put a text that starts with a sign in quotes",
    "block mapping": "indent the keys of one entry alike",
    "block collection": "indent the entries of one list alike",
    "flow sequence": "close the list with ], and its entries with commas",
    "flow mapping": "close the mapping with }, and its entries with commas",
    "unexpected end of stream": "close the quotes",
    "single document": "keep one text in a file",
    "undefined alias": "put a text that starts with * in quotes",
}


class TreeError(Exception):
    """The YAML cannot be read: `line` from 1, `what` is wrong, and the `fix`."""

    def __init__(self, line: int, what: str, fix: str) -> None:
        super().__init__(what)
        self.line, self.what, self.fix = line, what, fix


class Scalar(NamedTuple):
    """A text, to the letter; None where the file says nothing (an empty value, ~ or null)."""

    value: str | None
    line: int


class Items(NamedTuple):
    """A list."""

    values: "list[Node]"
    line: int


class Entries(NamedTuple):
    """A mapping; `lines` says where each key stands."""

    values: "dict[str, Node]"
    lines: dict[str, int]
    line: int


Node = Scalar | Items | Entries


def is_nothing(node: Node) -> bool:
    """Whether the file leaves this value empty."""
    return isinstance(node, Scalar) and node.value is None


def parse(text: str, first_line: int = 1) -> Node:
    """The tree of one YAML document, whose first line is line `first_line` of its file.

    Raises TreeError for a fault of YAML, an alias, a tag, a key given twice, or nesting and
    numbers of entries that no text needs.
    """
    try:
        return _Builder(yaml.parse(text, Loader=_LOADER), first_line).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise TreeError(line, _said(error), _fix(error)) from None
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        raise TreeError(line, "this character cannot stand in YAML", "remove it") from None


def line_of(node: Node, *path: str | int) -> int:
    """The line of what `path` (keys and indices from 0) leads to, or of the nearest above it."""
    line = node.line
    for step in path:
        if isinstance(node, Entries) and step in node.values:
            line, node = node.lines[str(step)], node.values[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.values):
            node = node.values[step]
            line = node.line
        else:
            break
    return line


class _Builder:
    """Builds nodes from a parser's events."""

    def __init__(self, events: Iterator[Any], first_line: int) -> None:
        self._next = events.__next__
        self._first = first_line
        self._nodes = 0

    def document(self) -> Node:
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return Scalar(None, self._first)
        node = self._node(self._next(), 0)
        self._next()
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            line = self._first + event.start_mark.line
            raise TreeError(line, "a second document starts here", "keep one text in a file")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        line = self._first + event.start_mark.line
        if kind is yaml.AliasEvent:
            raise TreeError(
                line, f"{quoted('*' + event.anchor)} is an alias", "write out what it stands for"
            )
        if event.tag not in _PLAIN_TAGS:
            raise TreeError(
                line, f"the tag {quoted(_short_tag(event.tag))} is not allowed", "remove it"
            )
        self._nodes += 1
        if depth > _MAX_DEPTH or self._nodes > _MAX_NODES:
            limit = f"{_MAX_DEPTH} levels" if depth > _MAX_DEPTH else f"{_MAX_NODES:,} entries"
            raise TreeError(line, f"the file has more than {limit}", "make it simpler")
        if kind is yaml.ScalarEvent:
            value = event.value
            return Scalar(None if value in _NOTHING and event.implicit[0] else value, line)
        if kind is yaml.SequenceStartEvent:
            return self._items(line, depth + 1)
        return self._entries(line, depth + 1)

    def _items(self, line: int, depth: int) -> Items:
        values: list[Node] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            values.append(self._node(event, depth))
        return Items(values, line)

    def _entries(self, line: int, depth: int) -> Entries:
        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._node(event, depth)
            if not isinstance(key, Scalar) or key.value is None:
                raise TreeError(key.line, "a key is not a word", "give it a name")
            name = key.value
            if name in values:
                what = f"the key {quoted(name)} stands here again after line {lines[name]}"
                raise TreeError(key.line, what, "keep one of the two")
            lines[name] = key.line
            values[name] = self._node(self._next(), depth)
        return Entries(values, lines, line)


def _said(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "this cannot be read"
    context = f" {error.context}" if error.context else ""
    return f"this is not YAML ({problem}{context})"


def _fix(error: yaml.MarkedYAMLError) -> str:
    said = _said(error)
    return next((fix for sign, fix in _FIXES.items() if sign in said), "fix it there")


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
