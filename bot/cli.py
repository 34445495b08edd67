"""The command line: what can be said to `attune`, and what its exit code means."""

import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from io import TextIOWrapper
from typing import NamedTuple, NoReturn

from bot.mistake import Mistake

DONE, WRONG, INTERRUPTED = 0, 2, 130
_WIDTH = 88


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code: 0 done, 2 a mistake of the person."""
    try:
        run, arguments = _understood(sys.argv[1:] if argv is None else argv)
        _speak_utf8(as_data=getattr(arguments, "json", False))
        code = run(arguments)
        sys.stdout.flush()
    except Mistake as mistake:
        print(f"attune: {mistake}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has had enough. What is still buffered must not fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return DONE if code is None else int(code)


class _Parser(ArgumentParser):
    """A parser that says a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        raise Mistake(f"{message}; see {self.prog} --help")


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
        # Asking the terminal for its width would load a module that nothing else needs.
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
    raise Mistake(f"there is no command {name}; {mend}")


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
    parser.add_argument("--port", type=int, help="the page's port; a free one if not given")
    parser.add_argument("--no-browser", action="store_true", help="do not open the page")


def _check_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="knowledge files or folders")


def _db_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=["upgrade", "current", "backup", "restore"])
    parser.add_argument("file", nargs="?", metavar="FILE", help="what to back up to or restore")


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
    from bot.settings import load_settings

    settings = load_settings()
    from bot.running import run

    return run(settings)


def _playground(arguments: Namespace) -> int:
    from bot.settings import load_settings

    settings = load_settings()
    from bot.playground import run

    return run(settings, arguments.port, not arguments.no_browser)


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
    "playground": _Command(
        "Try the bot in a page of your browser", _playground_arguments, _playground
    ),
    "ask": _Command("Answer a question in the text's words", _ask_arguments, _ask),
    "chat": _Command("Ask in a loop", _knowledge_argument, _chat),
    "check": _Command("Look for faults in knowledge files", _check_arguments, _check),
    "eval": _Command("Measure the answers to your own questions", _eval_arguments, _eval),
    "db": _Command("Upgrade, back up or restore what is stored", _db_arguments, _db),
}


def _speak_utf8(*, as_data: bool) -> None:
    """Makes output never fail for a character: data is UTF-8, the rest is what can be shown."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if as_data else None, errors="replace")
