"""`attune eval`: a table of figures and the questions that were missed."""

from argparse import Namespace
from pathlib import Path

from bot.retrieval.answer import Answer
from bot.retrieval.evaluation import Evaluation, Expected, Miss, evaluate, read_questions
from bot.terminal.pages import Line, show
from bot.terminal.texts import open_library

_BLANK: Line = ()
_MEANINGS = {
    "questions": "in the file",
    "s@1": "the right sentence",
    "s@3": "the right sentence among the first three",
    "p@1": "the right paragraph",
    "refused": "told that the text does not say, though it does",
    "confident": "answered without reserve",
    "precision": "of those, the right sentence",
    "about": "of the questions about the text itself, answered from what is known of it",
}


def report(arguments: Namespace) -> None:
    """Prints how well the texts answer a file of questions. Raises UserError."""
    library = open_library(arguments.knowledge)
    evaluation = evaluate(library, read_questions(Path(arguments.questions), library))
    if arguments.json:
        from json import dumps

        misses = [_as_json(miss) for miss in evaluation.misses]
        print(dumps({"figures": evaluation.figures, "misses": misses}, ensure_ascii=False))
    else:
        show(_lines(evaluation))


def _lines(evaluation: Evaluation) -> list[Line]:
    lines: list[Line] = []
    for name, value in evaluation.figures.items():
        if value is None:
            continue
        figure = f"{value:>6}" if isinstance(value, int) else f"{value:>6.1f} %"
        meaning = _MEANINGS.get(name, "though the text does not answer")
        lines.append((("lead", f"{name:<24}"), ("passage", f"{figure:<10}"), ("quiet", meaning)))
    if evaluation.misses:
        lines += [_BLANK, (("lead", f"Missed: {len(evaluation.misses)}"),)]
        lines += [_miss_line(miss) for miss in evaluation.misses]
    return lines


def _miss_line(miss: Miss) -> Line:
    got = f"{miss.answer.kind} {_got(miss.answer)}".strip()
    return (
        ("place", f"  line {miss.expected.line}  "),
        ("passage", miss.expected.question),
        ("quiet", f"  got {got}, wanted {_wanted(miss.expected)}"),
    )


def _as_json(miss: Miss) -> dict[str, str | int]:
    return {
        "line": miss.expected.line,
        "question": miss.expected.question,
        "kind": str(miss.answer.kind),
        "got": _got(miss.answer),
        "wanted": _wanted(miss.expected),
    }


def _got(answer: Answer) -> str:
    return f"p{answer.paragraph}s{answer.sentence}" if answer.paragraph else ""


def _wanted(expected: Expected) -> str:
    if expected.kind == "meta":
        return "about"
    return " or ".join(f"p{paragraph}s{number}" for paragraph, number in expected.gold) or "none"
