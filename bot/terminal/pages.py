"""Pieces of styled text, shown in colour on a terminal and plain in a pipe."""

import sys
from collections.abc import Iterable
from typing import TextIO

Piece = tuple[str, str]
"""A style's name and a text."""

Line = tuple[Piece, ...]

_STYLES = {
    "answer": "bold",
    "passage": "",
    "place": "cyan",
    "lead": "bold cyan",
    "quiet": "dim",
    "warm": "magenta",
    "good": "green",
    "bad": "red",
}
_WIDTH = 88


def show(lines: Iterable[Line], out: TextIO | None = None) -> None:
    """Prints `lines`. In a pipe, an answering sentence stands between » and «."""
    out = sys.stdout if out is None else out
    if not out.isatty():
        out.writelines(plain(line) + "\n" for line in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, soft_wrap=False)
    console.width = min(console.width, _WIDTH)
    for line in lines:
        console.print(Text.assemble(*((text, _STYLES[style]) for style, text in line)))


def plain(line: Line) -> str:
    """The line without colour."""
    return "".join(f"»{text}«" if style == "answer" else text for style, text in line)
