"""What site generators and editors put between the lines of Markdown: taken out, line by line.

Lines stay where they are, so that a fault can name its line.
"""

import re
from collections import Counter
from collections.abc import Iterator

_FENCE = re.compile(r" {0,3}(?:> ?)*(`{3,}|~{3,})")
_CONTENTS = re.compile(r"\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:\s*toc[^}]*\})\s*", re.IGNORECASE)
_CONTAINER = re.compile(r"\s*:{3,}.*")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?|===)\s+\S.*")
_MODULE = re.compile(
    r"import\s+[\w{}*,\s]+\s+from\s+['\"].*|import\s+['\"].*['\"];?"
    r"|export\s+(?:const|let|default|function|async)\b.*"
)
_HIGHLIGHT = re.compile(r"\s*\{%-?\s*(end)?highlight\b[^%]*%\}\s*")
_HIDDEN = (("<!--", "-->"), ("%%", "%%"), ("{/*", "*/}"))
_LIQUID_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}")
_LIQUID_COMMENT_END = re.compile(r"\{%-?\s*endcomment\s*-?%\}")


def without_templates(lines: list[str], left_out: Counter[str]) -> list[str]:
    """The lines of Markdown without comments, containers and tags that stand on their own."""
    return list(_Template(left_out).lines(lines))


class _Template:
    """Goes through lines once, and remembers what is open."""

    def __init__(self, left_out: Counter[str]) -> None:
        self._left_out = left_out
        self._fence: str | None = None
        self._hidden_until: str | re.Pattern[str] | None = None
        self._indented = False

    def lines(self, lines: list[str]) -> Iterator[str]:
        for number, line in enumerate(lines):
            yield self._line(line, lines, number)

    def _line(self, line: str, lines: list[str], number: int) -> str:
        if self._hidden_until:
            line = self._shown_after(line)
        if self._fence is None and _HIGHLIGHT.fullmatch(line):
            return "```"
        fence = _FENCE.match(line)
        if self._fence is not None:
            if fence and line.strip().strip("> ").startswith(self._fence):
                self._fence = None
            return line
        if fence:
            self._fence = fence[1]
            return line
        return self._template(self._indentation(line), lines, number)

    def _indentation(self, line: str) -> str:
        """The line as if the container that it is indented under were not there."""
        if self._indented and line.startswith(("    ", "\t")):
            return line.removeprefix("\t").removeprefix("    ")
        if line.strip():
            self._indented = False
        return line

    def _template(self, line: str, lines: list[str], number: int) -> str:
        if line.startswith(("    ", "\t")):
            return line
        for name, pattern in (
            ("contents", _CONTENTS),
            ("template", _CONTAINER),
            ("template", _ADMONITION),
            ("template", _MODULE),
        ):
            if pattern.fullmatch(line):
                self._indented = pattern is _ADMONITION
                self._left_out[name] += 1
                return ""
        if opened := _LIQUID_COMMENT.search(line):
            self._left_out["comment"] += 1
            self._hidden_until = _LIQUID_COMMENT_END
            return line[: opened.start()] + self._shown_after(line[opened.end() :])
        for opening, closing in _HIDDEN:
            line = self._without(line, opening, closing, lines, number)
        return line

    def _without(self, line: str, opening: str, closing: str, lines: list[str], number: int) -> str:
        start = 0
        while (start := line.find(opening, start)) >= 0:
            if line.count("`", 0, start) % 2:  # shown as code
                start += len(opening)
                continue
            end = line.find(closing, start + len(opening))
            if end < 0:
                if not any(closing in later for later in lines[number + 1 :]):
                    if opening != "<!--":
                        return line
                    closing = ""
                self._left_out["comment"] += 1
                self._hidden_until = closing or re.compile(r"^\s*$")
                return line[:start]
            self._left_out["comment"] += 1
            line = line[:start] + line[end + len(closing) :]
        return line

    def _shown_after(self, line: str) -> str:
        """What of the line stands after the end of what is hidden."""
        closing = self._hidden_until
        if isinstance(closing, str):
            found = line.find(closing)
            end = found + len(closing) if found >= 0 else -1
        else:
            assert closing is not None
            match = closing.search(line)
            end = match.end() if match else -1
        if end < 0:
            return ""
        self._hidden_until = None
        return line[end:]
