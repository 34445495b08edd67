"""The command line: what can be said to `attune`, and what its exit code means."""

import errno
import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from io import TextIOWrapper
from typing import Any, NamedTuple, NoReturn

from bot.errors import OperatorError, UserError, quoted, shortened

DONE, WRONG, INTERRUPTED = 0, 2, 130
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
        run, arguments = _understood(words)
    except SystemExit:  # the parser has printed its help
        sys.stdout.flush()
        return DONE
    _speak_utf8(as_data=getattr(arguments, "json", False))
    code = run(arguments)
    sys.stdout.flush()
    return DONE if code is None else int(code)


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
    """A parser that says a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{shortened(message, _LONGEST_MESSAGE)}; see {self.prog} --help")

    def print_help(self, file: Any = None) -> None:
        print(self.format_help(), end="", file=file)  # the inherited one hides a full disk


class _Command(NamedTuple):
    """A command: what it does, what can be said to it, and what runs it."""

    purpose: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int | None]


def _understood(words: Sequence[str]) -> tuple[Callable[[Namespace], int | None], Namespace]:
    """What to run, and with which arguments. Only the parser that is needed is built."""
    name = words[0] if words else "--help"
    command = COMMANDS.get(name)
    if command is not None:
        # AskCog the terminal for its width would load a module that nothing else needs.
        layout = partial(HelpFormatter, width=_WIDTH)
        parser = _Parser(
            f"attune {name}", description=f"{command.purpose}.", formatter_class=layout
        )
        command.arguments(parser)
        return command.run, parser.parse_args(words[1:])
    if name in ("-h", "--help"):
        return _help, Namespace()
    if name in ("-V", "--version"):
        return _version, Namespace()
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    mend = f"did you mean {near[0]}?" if near else "see attune --help"
    raise UserError(f"there is no command {quoted(name)}; {mend}")


def _knowledge_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--knowledge", metavar="PATH", help="a knowledge file or folder, in place of KNOWLEDGE"
    )


def _no_arguments(_: ArgumentParser) -> None:
    pass


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


def _db_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action", metavar="ACTION", help="upgrade, current, backup, restore or move"
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="a new file to back up to, or the one to restore or move",
    )


def _eval_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("questions", metavar="QUESTIONS.jsonl", help="questions, one JSON a line")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
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


def _eval(arguments: Namespace) -> None:
    from bot.terminal.evaluate import report

    report(arguments)


def _db(arguments: Namespace) -> None:
    from bot.terminal.database import database

    database(arguments)


def _help(_: Namespace) -> None:
    print("Read an essay closely, in its own words.\n\nusage: attune COMMAND ...\n")
    for name, command in COMMANDS.items():
        print(f"  {name:<12}{command.purpose}")
    print("\nattune COMMAND --help says more of one; attune --version says which this is.")


def _version(_: Namespace) -> None:
    from importlib.metadata import version

    print(f"attune {version('attune')}")


COMMANDS = {
    "run": _Command("Run the bot on Discord", _no_arguments, _run),
    "health": _Command("Ask the running bot how it does", _no_arguments, _health),
    "playground": _Command(
        "Try the bot in a page of your browser", _playground_arguments, _playground
    ),
    "ask": _Command("Answer a question in the text's words", _ask_arguments, _ask),
    "chat": _Command("Ask in a loop", _knowledge_argument, _chat),
    "check": _Command("Look for faults in knowledge files", _check_arguments, _check),
    "eval": _Command("Measure the answers to your own questions", _eval_arguments, _eval),
    "db": _Command("Upgrade, back up, restore or move what is stored", _db_arguments, _db),
}


def _speak_utf8(*, as_data: bool) -> None:
    """Makes output never fail for a character: data is UTF-8, the rest is what can be shown."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if as_data else None, errors="replace")
