"""The command line of `attune`: its commands, options and exit codes."""

import errno
import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from io import TextIOWrapper
from typing import Any, NamedTuple, NoReturn

from bot.errors import OperatorError, UserError
from bot.wording import did_you_mean, one_line, quoted

DONE, WRONG, INTERRUPTED = 0, 2, 130
_PURPOSE = "Read an essay closely, in its own words."
_WIDTH = 88
_LONGEST_MESSAGE = 200  # characters
_UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code: 0 done, 2 a mistake of the person.

    A command may have one more; `health` returns 1 for a bot that is not healthy.
    """
    _stand_in_for_closed_streams()
    try:
        return _outcome(sys.argv[1:] if argv is None else argv)
    except (UserError, OperatorError) as error:
        return _refused(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has had enough
        _write_no_more()
        return DONE
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        _write_no_more()
        reason = (error.strerror or str(error)).lower()
        return _refused(f"the output cannot be written ({reason}); send it elsewhere")


def _outcome(words: Sequence[str]) -> int:
    try:
        arguments = _parsed(words)
    except SystemExit:  # the parser has printed its help
        sys.stdout.flush()
        return DONE
    _speak_utf8(as_data=getattr(arguments, "json", False))
    code: int | None = arguments.run(arguments)
    sys.stdout.flush()
    return DONE if code is None else code


def _refused(sentence: str) -> int:
    print(f"attune: {sentence}", file=sys.stderr)
    return WRONG


def _stand_in_for_closed_streams() -> None:
    """Reads nothing, and writes nowhere, where whoever started this closed a stream."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _write_no_more() -> None:
    """Lets go of the output: what is still buffered must not fail again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(ArgumentParser):
    """A parser that reports a usage error in one line."""

    def __init__(self, *args: Any, **options: Any) -> None:
        # Asking the terminal for its width would load a module that nothing else needs.
        options["formatter_class"] = partial(HelpFormatter, width=_WIDTH)
        super().__init__(*args, **options)

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{one_line(message, _LONGEST_MESSAGE)}; see {self.prog} --help")

    def print_help(self, file: Any = None) -> None:
        print(self.format_help(), end="", file=file)  # the inherited one hides a full disk


class _Command(NamedTuple):
    """A command: what it does, what runs it, and what can be said to it."""

    purpose: str
    run: Callable[[Namespace], int | None]
    arguments: Callable[[ArgumentParser], None] = lambda parser: None


def _parsed(words: Sequence[str]) -> Namespace:
    """What was asked for; `run` of it does it. Raises UserError for what cannot be understood."""
    _refuse_unknown(words, COMMANDS, "command", "attune")
    if words[:1] == ["db"]:
        _refuse_unknown(words[1:], DATABASE_ACTIONS, "action", "attune db")
    parser = _Parser("attune", description=_PURPOSE, allow_abbrev=False)
    parser.add_argument("-V", "--version", action="store_true", help="show which version this is")
    parser.set_defaults(run=lambda asked: _version() if asked.version else parser.print_help())
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, command in COMMANDS.items():
        made = _added(commands, name, command.purpose)
        made.set_defaults(run=command.run)
        command.arguments(made)
    arguments, unknown = parser.parse_known_args(words)
    if unknown:
        getattr(arguments, "parser", parser).error(f"unrecognized arguments: {' '.join(unknown)}")
    return arguments


def _added(commands: Any, name: str, purpose: str) -> ArgumentParser:
    made: ArgumentParser = commands.add_parser(name, help=purpose, description=f"{purpose}.")
    made.set_defaults(parser=made)
    return made


def _refuse_unknown(words: Sequence[str], known: Iterable[str], what: str, prog: str) -> None:
    if not words or words[0].startswith("-") or words[0] in known:
        return
    advice = did_you_mean(words[0], known, f"see {prog} --help")
    raise UserError(f"there is no {what} {quoted(words[0])}; {advice}")


def _knowledge_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--knowledge", metavar="PATH", help="a knowledge file or folder, in place of KNOWLEDGE"
    )


def _ask_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", help="the question")
    parser.add_argument("--json", action="store_true", help="print one JSON object an answer")
    parser.add_argument(
        "--batch", metavar="FILE", help="read one question a line; - is standard input"
    )
    parser.add_argument("--explain", action="store_true", help="show how the answer was found")
    _knowledge_argument(parser)


def _playground_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, help="the page's port; a free one if not given")
    parser.add_argument("--no-browser", action="store_true", help="do not open the page")


def _port(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and len(typed) < 6 and 0 < int(typed) < 65_536:
        return int(typed)
    raise UserError(f"--port is {quoted(typed)}; choose a number from 1 to 65535")


def _check_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="knowledge files or folders; without one, what KNOWLEDGE names or the shipped text",
    )
    parser.add_argument("--hints", action="store_true", help="show what would make answers better")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="texts, folders of texts, or ZIPs of them"
    )
    parser.add_argument("--title", help="what the text is called")
    parser.add_argument("--author", help="who wrote it")
    parser.add_argument(
        "--into", metavar="FOLDER", help="where knowledge files go, in place of KNOWLEDGE"
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="put a newer edition in the place of an older one, and keep its curation",
    )


def _db_arguments(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, (purpose, file) in DATABASE_ACTIONS.items():
        made = _added(actions, name, purpose)
        made.set_defaults(action=name, file=None)
        if file:
            made.add_argument("file", metavar="FILE", help=file)


def _eval_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("questions", metavar="QUESTIONS.jsonl", help="questions, one JSON a line")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    _knowledge_argument(parser)


def _questions_arguments(parser: ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--yaml", action="store_true", help="print lines for the knowledge files")
    form.add_argument("--json", action="store_true", help="print one JSON object a question")
    _knowledge_argument(parser)


# Each command imports its own parts: a question at the prompt should not wait for the others'.


def _ask(arguments: Namespace) -> None:
    from bot.terminal.ask import ask

    ask(arguments)


def _chat(arguments: Namespace) -> None:
    from bot.terminal.chat import chat

    chat(arguments)


def _run(_: Namespace) -> int:
    import signal

    # Until the bot itself listens, nothing is under way; and the first process of a container
    # would not be stopped by this signal at all if it did not ask for it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(DONE))
    from bot.settings import load_settings

    settings = load_settings()
    from bot.run import run

    return _with_texts(settings.knowledge, lambda: run(settings))


def _health(arguments: Namespace) -> int:
    from bot.terminal.health import health

    return health(arguments)


def _playground(arguments: Namespace) -> int:
    from bot.settings import load_settings

    settings = load_settings()
    from bot.playground import run

    open_browser = not arguments.no_browser
    return _with_texts(settings.knowledge, lambda: run(settings, arguments.port, open_browser))


def _with_texts(named: object, run: Callable[[], int]) -> int:
    """Runs the bot; a text that cannot be used is said with the setting that named it, if any."""
    from bot.texts.loading import KnowledgeError

    try:
        return run()
    except KnowledgeError as error:
        raise UserError(f"KNOWLEDGE: {error}" if named else str(error)) from None


def _check(arguments: Namespace) -> int:
    from bot.terminal.check import check

    return check(arguments)


def _add(arguments: Namespace) -> int:
    from bot.terminal.add import add

    return add(arguments)


def _eval(arguments: Namespace) -> None:
    from bot.terminal.evaluate import report

    report(arguments)


def _db(arguments: Namespace) -> None:
    from bot.terminal.database import database

    database(arguments)


def _questions(arguments: Namespace) -> None:
    from bot.terminal.questions import questions

    questions(arguments)


def _version() -> None:
    from importlib.metadata import version

    print(f"attune {version('attune')}")


COMMANDS = {
    "run": _Command("Run the bot on Discord", _run),
    "health": _Command("Ask the running bot how it does", _health),
    "playground": _Command(
        "Try the bot in a page of your browser", _playground, _playground_arguments
    ),
    "ask": _Command("Answer a question in the text's words", _ask, _ask_arguments),
    "chat": _Command("Ask in a loop", _chat, _knowledge_argument),
    "add": _Command("Read texts of other formats as knowledge files", _add, _add_arguments),
    "check": _Command("Look for faults in knowledge files", _check, _check_arguments),
    "eval": _Command("Measure the answers to your own questions", _eval, _eval_arguments),
    "questions": _Command(
        "Show what members asked and the texts did not answer", _questions, _questions_arguments
    ),
    "db": _Command("Upgrade, back up, restore or move what is stored", _db, _db_arguments),
}
# What can be done to the database, and which file it takes.
DATABASE_ACTIONS = {
    "upgrade": ("Bring the database up to date, and make it if there is none", None),
    "current": ("Show which schema the database has", None),
    "backup": ("Write all that is stored to a file", "a new file"),
    "restore": ("Put what a backup holds in the place of all that is stored", "the backup"),
    "move": (
        "Copy a SQLite database into the empty one that DATABASE_URL names, the bot stopped",
        "the SQLite database",
    ),
}


def _speak_utf8(*, as_data: bool) -> None:
    """Makes output never fail for a character: data is UTF-8, the rest is what can be shown."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if as_data else None, errors="replace")
