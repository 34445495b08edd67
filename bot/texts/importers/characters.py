"""Characters that carry nothing to read, and line ends."""

import re

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff\ufffc\ufffe\uffff\ud800-\udfff\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]"
)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_AROUND_LINE_END = re.compile(r" *\n *")
_BLANK_LINES = re.compile(r"\n{3,}")


def with_line_feeds(text: str) -> str:
    """The text with a line feed at the end of each line, however its lines ended."""
    return _LINE_END.sub("\n", text)


def plain_spaces(text: str) -> str:
    """The text with one plain space for each run of spaces, and none around line ends."""
    text = with_line_feeds(text).translate(_LIGATURES)
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return _BLANK_LINES.sub("\n\n", _AROUND_LINE_END.sub("\n", text)).strip()


def bare(text: str) -> str:
    """The words of the text alone, without case and signs, to compare."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def visible(text: str) -> str:
    """The text without invisible characters, its spaces as they are: for code."""
    lines = (
        line.rstrip()
        for line in _INVISIBLE.sub("", with_line_feeds(text)).expandtabs(4).split("\n")
    )
    return "\n".join(line for line in lines if line)
