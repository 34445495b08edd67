"""`attune ask`: one question, or a file of them."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator

from bot.errors import UserError
from bot.retrieval import Library
from bot.terminal.answers import answer_lines, as_json
from bot.terminal.pages import show
from bot.terminal.texts import open_library

_EXAMPLE = 'attune ask "what is attunement?"'


def ask(arguments: Namespace) -> None:
    """Prints what the texts say. Raises UserError for a question or a file that cannot be read."""
    if arguments.explain and arguments.json:
        raise UserError("--explain is laid out for people; leave out --json or --explain")
    if arguments.batch is not None:
        if arguments.explain:
            raise UserError("--explain explains one question; leave out --batch or --explain")
        if not arguments.batch:
            raise UserError("--batch is empty; name a file of questions, or - for standard input")
        if arguments.question:
            raise UserError("--batch reads its questions from a file; leave out what else you ask")
        _answer_batch(arguments)
        return
    # An argument that is not UTF-8 arrives as lone surrogates, which no output can carry.
    question = " ".join(arguments.question).encode("utf-8", "replace").decode()
    if not question.strip():
        raise UserError(f"there is no question; ask one, for example {_EXAMPLE}")
    library = open_library(arguments.knowledge)
    if arguments.explain:
        from bot.terminal.explanation import explanation_lines

        show(explanation_lines(library.explain(question)))
    else:
        _print_answer(library, question, arguments.json)


def read_questions(name: str) -> Iterator[str]:
    """The lines of the file `name`, or of standard input for "-", each as soon as it is there.

    Raises UserError when it comes to what cannot be read.
    """
    place = "standard input" if name == "-" else name
    try:
        # A line feed ends a line; other line breaks of Unicode may stand in a question.
        for number, line in enumerate(sys.stdin.buffer if name == "-" else _lines_of(name), 1):
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            yield text.removesuffix("\n").removesuffix("\r")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(f"{place} cannot be read ({reason}); name a file of questions") from None
    except UnicodeDecodeError:
        what = "this line is not UTF-8; save it as UTF-8 text"
        raise UserError(f"{place}:{number}: {what}") from None


def _lines_of(name: str) -> Iterator[bytes]:
    with open(name, "rb") as file:
        yield from file


def _answer_batch(arguments: Namespace) -> None:
    library = open_library(arguments.knowledge)
    questions = read_questions(arguments.batch)
    typed = arguments.batch == "-" and sys.stdin.isatty()
    if typed or sys.stdout.isatty() or not sys.stderr.isatty():
        _answer_all(library, questions, arguments.json)
        return
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    # How many there will be is not known: the questions are read while they are answered.
    told = TextColumn("Answered {task.completed:,.0f}")
    console = Console(stderr=True)
    progress = Progress(
        told, TimeElapsedColumn(), console=console, transient=True, redirect_stdout=False
    )
    with progress:
        _answer_all(library, progress.track(questions), arguments.json)


def _answer_all(library: Library, questions: Iterable[str], json: bool) -> None:
    for number, question in enumerate(questions):
        if number and not json:
            print()
        if not json:
            show([(("lead", f"> {question}"),), ()])
        _print_answer(library, question, json)
        sys.stdout.flush()


def _print_answer(library: Library, question: str, json: bool) -> None:
    answer = library.ask(question)
    if json:
        from json import dumps

        print(dumps(as_json(answer), ensure_ascii=False))
    else:
        show(answer_lines(answer))
