"""What a person did wrong, as opposed to what the program did wrong, and how it is said."""

_MOST = 60  # characters of a value that a sentence can carry


class UserError(Exception):
    """A mistake in usage, settings or a file; its str is one sentence: what, where, the mend."""


def quoted(value: str) -> str:
    """`value` in quotation marks, on one line, and cut where the sentence would drown in it."""
    return f"“{shortened(value)}”"


def shortened(value: str, most: int = _MOST) -> str:
    """`value` on one line of at most `most` characters; an ellipsis says that more followed."""
    line = " ".join(value.split())
    return line if len(line) <= most else line[: most - 1] + "…"
