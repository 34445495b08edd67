"""Errors that are told in a sentence: to the person who asked, or to the operator."""

_MOST = 60  # characters of a value that a sentence can carry


class UserError(Exception):
    """A mistake of the person who asked; its str is one sentence: what happened, what to do."""


class OperatorError(Exception):
    """What only the operator can fix; its str is one sentence, for the log and the command line.

    Members get a neutral sentence with a reference instead.
    """


def quoted(value: str) -> str:
    """`value` in quotation marks, on one line, and cut where the sentence would drown in it."""
    return f"“{shortened(value)}”"


def shortened(value: str, most: int = _MOST) -> str:
    """`value` on one line of at most `most` characters; an ellipsis says that more followed."""
    line = " ".join(value.split())
    return line if len(line) <= most else line[: most - 1] + "…"
