"""What can be wrong with a knowledge file, and how that is said."""

from typing import NamedTuple

from bot.errors import UserError


class Fault(NamedTuple):
    """One thing to fix in a file.

    `line` counts from 1 and is None where the whole file is meant; `hint` marks what would make
    a good file better.
    """

    path: str
    line: int | None
    what: str
    fix: str
    hint: bool = False

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{place}: {self.what}; {self.fix}"


class KnowledgeError(UserError):
    """A knowledge file cannot be used, for `fault`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault
