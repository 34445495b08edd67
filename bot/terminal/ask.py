"""`attune ask`: one question, or a file of them."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from bot.mistake import Mistake
from bot.retrieval import Library
from bot.terminal.answers import answer_lines, as_json
from bot.terminal.pages import show
from bot.terminal.texts import open_library

_EXAMPLE = 'attune ask "what is attunement?"'


def ask(arguments: Namespace) -> None:
    """Prints what the texts say. Raises Mistake for a question or a file that cannot be read."""
    if arguments.batch is not None:
        if arguments.question or arguments.explain:
            raise Mistake("--batch reads its questions from a file; leave out what else you ask")
        questions = read_questions(arguments.batch)
        _answer_all(open_library(arguments.knowledge), questions, arguments.json)
        return
    # An argument that is not UTF-8 arrives as lone surrogates, which no output can carry.
    question = " ".join(arguments.question).encode("utf-8", "replace").decode()
    if not question.strip():
        raise Mistake(f"there is no question; ask one, for example {_EXAMPLE}")
    library = open_library(arguments.knowledge)
    if arguments.explain:
        from bot.terminal.explanation import explanation_lines

        show(explanation_lines(library.explain(question)))
    else:
        _print_answer(library, question, arguments.json)


def read_questions(name: str) -> list[str]:
    """The lines of the file `name`, or of standard input for "-". Raises Mistake."""
    place = "standard input" if name == "-" else name
    try:
        data = _bytes(name)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Mistake(f"{place} cannot be read ({reason}); name a file of questions") from None
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Mistake(f"{place}:{line}: this line is not UTF-8; save it as UTF-8 text") from None
    # A line feed ends a line; other line breaks of Unicode may stand in a question.
    return [line.removesuffix("\r") for line in (lines if lines[-1] else lines[:-1])]


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    with open(name, "rb") as file:
        return file.read()


def _answer_all(library: Library, questions: list[str], json: bool) -> None:
    for number, question in enumerate(_with_progress(questions)):
        if number and not json:
            print()
        if not json:
            show([(("lead", f"> {question}"),), ()])
        _print_answer(library, question, json)


def _print_answer(library: Library, question: str, json: bool) -> None:
    answer = library.ask(question)
    if json:
        from json import dumps

        print(dumps(as_json(answer), ensure_ascii=False))
    else:
        show(answer_lines(answer))


def _with_progress(questions: list[str]) -> Iterator[str]:
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from questions
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(questions, "Answering", console=console, transient=True)
