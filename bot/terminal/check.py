"""`attune check`: faults and hints of knowledge files, a line each."""

import os
from argparse import Namespace

from bot.errors import UserError
from bot.terminal.environment import knowledge_setting
from bot.terminal.pages import Line, show
from bot.texts.fault import Fault
from bot.texts.lint import lint
from bot.texts.loading import KnowledgeError, knowledge_files
from bot.wording import counted


def check(arguments: Namespace) -> int:
    """Prints the errors of the files, their hints if asked, and a sum. Returns 2 if any has an error.

    Raises UserError for an empty name.
    """
    if "" in arguments.files:
        raise UserError("a FILE is empty; name a knowledge file or folder")
    chosen = arguments.files or [knowledge_setting()]
    files: list[str] = []
    faults: list[Fault] = []
    for name in chosen:
        try:
            files.extend(knowledge_files(name, faults.append))
        except KnowledgeError as error:
            faults.append(error.fault)
    for file in files:
        faults.extend(lint(file))
    shown = faults if arguments.hints else [fault for fault in faults if not fault.hint]
    show([_line(fault) for fault in shown])
    errors = sum(not fault.hint for fault in faults)
    hidden = len(shown) < len(faults)
    show([_sum(_number_of_files(files, faults), errors, len(faults) - errors, hidden)])
    return 2 if errors else 0


def _number_of_files(files: list[str], faults: list[Fault]) -> int:
    """How many files were looked at or could not be: a folder without a text is none."""
    named = {fault.path for fault in faults if not os.path.isdir(fault.path)}
    return len(named.union(files))


def _line(fault: Fault) -> Line:
    place, _, rest = str(fault).partition(f": {fault.what}")
    style, name = ("quiet", "hint") if fault.hint else ("bad", "error")
    return (("place", place), (style, f": {name}: "), ("passage", fault.what + rest))


def _sum(files: int, errors: int, hints: int, hidden: bool) -> Line:
    style = "bad" if errors else "good"
    told = f"{counted(files, 'file')}: {counted(errors, 'error')}, {counted(hints, 'hint')}"
    return (style, told), ("quiet", " (--hints shows them)" if hidden else "")
