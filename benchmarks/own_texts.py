"""How well texts are answered from that were brought with `attune add` alone, without curation.

    python -m benchmarks.own_texts TEXTS QUESTIONS

TEXTS is a folder of files as people have them; QUESTIONS one of JSON Lines files, each called like
the text that it asks about: rows with "question", "kind" (answerable, adjacent or offtopic), "gold",
a right sentence, and "also", others that are right.
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.retrieval import Library
from bot.retrieval.answer import Answer, Kind
from bot.retrieval.meaning import word_vectors
from bot.texts.importers.importing import imported
from bot.texts.importers.knowledge_file import knowledge_yaml
from bot.texts.loading import load_essay
from bot.texts.model import Essay


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("texts", type=Path)
    options.add_argument("questions", type=Path)
    options.add_argument("--misses", action="store_true", help="print what went wrong")
    given = options.parse_args()
    total: Counter[str] = Counter()
    for file in sorted(given.questions.glob("*.jsonl")):
        (source,) = (path for path in given.texts.iterdir() if path.stem == file.stem)
        begun = perf_counter()
        library = Library([_added(source)], word_vectors)
        library.warm_up()
        loaded = perf_counter() - begun
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        begun = perf_counter()
        answers = [library.ask(row["question"]) for row in rows]
        each = (perf_counter() - begun) / len(rows)
        count: Counter[str] = Counter()
        for row, answer in zip(rows, answers, strict=True):
            said = list(_judged(row, answer))
            count.update(said)
            if given.misses and {"wrong", "missed", "shown"} & set(said):
                print(f"  {answer.kind:8} {answer.score:.2f} {row['question']} -> {answer.text}")
        print(f"{source.name}: added and loaded in {loaded:.1f} s, {1000 * each:.1f} ms a question")
        print(f"  {_figures(count)}")
        total += count
    print(f"all\n  {_figures(total)}")


def _added(source: Path) -> Essay:
    """The text as `attune add` writes it."""
    found = imported(source.name, source.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{source.stem}.yaml"
        path.write_text(knowledge_yaml(found.facts, found.passages), encoding="utf-8")
        return load_essay(path)


def _judged(row: dict[str, Any], answer: Answer) -> Iterator[str]:
    """What the answer counts as."""
    shown = answer.kind in (Kind.ANSWER, Kind.NEAREST)
    sure = answer.kind is Kind.ANSWER
    yield "asked"
    yield row["kind"]
    if row["kind"] == "answerable":
        passage = _plain(answer.passage or "")
        right = shown and any(_plain(one) in passage for one in [row["gold"], *row["also"]])
        yield "right" if right else "missed"
    else:
        right = False
        yield from [f"{row['kind']} shown", "shown"] if shown else []
    if sure:
        yield f"{row['kind']} sure"
        yield "sure and right" if right else "wrong"


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").replace("_", "").replace("`", "").split())


def _figures(count: Counter[str]) -> str:
    def share(part: str, whole: str) -> str:
        return f"{100 * count[part] / max(1, count[whole]):.0f} % ({count[part]} of {count[whole]})"

    return ", ".join(
        (
            f"right passage {share('right', 'answerable')}",
            f"wrong as an answer {share('wrong', 'asked')}",
            f"adjacent as an answer {share('adjacent sure', 'adjacent')}",
            f"off-topic shown {share('offtopic shown', 'offtopic')}",
        )
    )


if __name__ == "__main__":
    main()
