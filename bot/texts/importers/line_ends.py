"""One way of ending lines."""

import re

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def with_line_feeds(text: str) -> str:
    """The text with a line feed at the end of each line, however its lines ended."""
    return _LINE_END.sub("\n", text)
