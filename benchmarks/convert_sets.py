"""Convert public question sets from their original files into the rows of `question_sets.py`.

    python -m benchmarks.convert_sets squad dev-v2.0.json --to sets/squad2.jsonl
    python -m benchmarks.convert_sets squad xquad-asr-natural.json --articles dev-v2.0.json \\
        --to sets/noiseqa_asr.jsonl
    python -m benchmarks.convert_sets onestopqa annotated_articles --to sets/onestopqa.jsonl
    python -m benchmarks.convert_sets qed qed-dev.jsonlines --to sets/nq_qed.jsonl
    python -m benchmarks.convert_sets fairytaleqa data-by-origin --to sets/fairytaleqa.jsonl

CONTRIBUTING.md says where each set comes from and what its licence is.
"""

import argparse
import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.question_sets import rows

Row = dict[str, Any]

_TAG = re.compile(r"<(/?)([AD]\d)>")
_ASKED = re.compile(r"Q\d?:\s*(.+)")
_NUMBERS = re.compile(r"\d+")


def convert_squad(file: Path, articles: Path | None = None) -> Iterator[Row]:
    """Rows of a file in SQuAD's format (1.1 or 2.0), each article a text.

    With `articles`, another file in this format, its articles are the texts, and questions about
    paragraphs that it does not have are left out: NoiseQA has only some paragraphs of each.
    """
    places: dict[str, tuple[str, int]] = {}
    for article in _articles(articles or file):
        paragraphs = [paragraph["context"] for paragraph in article["paragraphs"]]
        places |= {text.strip(): (article["title"], at) for at, text in enumerate(paragraphs)}
        yield _text(article["title"], paragraphs)
    for article in _articles(file):
        for paragraph in article["paragraphs"]:
            place = places.get(paragraph["context"].strip())
            if place is not None:
                yield from _squad_questions(paragraph, *place)


def _articles(file: Path) -> list[Row]:
    articles: list[Row] = json.loads(file.read_text(encoding="utf-8"))["data"]
    return articles


def _squad_questions(paragraph: Row, doc: str, at: int) -> Iterator[Row]:
    for asked in paragraph["qas"]:
        answerable = not asked.get("is_impossible", False)
        spans = [(at, a["answer_start"], a["text"]) for a in asked["answers"]] if answerable else []
        yield _question(doc, asked["question"], [at], spans, answerable)


def convert_onestopqa(folder: Path) -> Iterator[Row]:
    """Rows of OneStopQA's annotated articles, in their advanced level.

    The span of an answer is the passage that the annotators marked as needed for it.
    """
    for file in sorted(folder.glob("*.txt")):
        texts, questions = [], []
        for at, part in enumerate(file.read_text(encoding="utf-8").split("# Paragraph")[1:]):
            advanced = re.search(r"^Adv:\s*(.+)$", part, re.MULTILINE)
            if advanced is None:
                raise SystemExit(f"{file}: paragraph {at + 1} has no line “Adv:”")
            text, marked = _unmarked(advanced[1].strip())
            texts.append(text)
            for number, question in enumerate(_ASKED.findall(part), 1):
                spans = [(at, a, text[a:b]) for a, b in marked.get(f"A{number}", [])]
                questions.append(_question(file.stem, question.strip(), [at], spans))
        yield _text(file.stem, texts)
        yield from questions


def _unmarked(text: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The text without its tags, which need not be nested, and the spans that they marked."""
    plain, behind = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for tag in _TAG.finditer(text):
        plain += text[behind : tag.start()]
        behind = tag.end()
        closes, name = tag[1], tag[2]
        if not closes:
            opened[name] = len(plain)
        elif name in opened:
            spans.setdefault(name, []).append((opened.pop(name), len(plain)))
    return plain + text[behind:], spans


def convert_qed(file: Path) -> Iterator[Row]:
    """Rows of QED's search queries from Natural Questions, all their paragraphs one text.

    Queries whose paragraph holds no right answer, by QED's annotators, are left out.
    """
    kept = [row for row in rows(file) if row["annotation"]["explanation_type"] != "none"]
    texts = list(dict.fromkeys(row["paragraph_text"] for row in kept))
    places = {text: at for at, text in enumerate(texts)}
    yield _text("natural questions", texts)
    for row in kept:
        at = places[row["paragraph_text"]]
        found = [(at, a["start"], a["string"]) for a in _spans(row["original_nq_answers"])]
        yield _question("natural questions", row["question_text"], [at], list(dict.fromkeys(found)))


def _spans(answers: Any) -> Iterator[Row]:
    """The spans in a list of them, or in a list of such lists, one for each annotator."""
    for answer in answers:
        if isinstance(answer, list):
            yield from _spans(answer)
        else:
            yield answer


def convert_fairytaleqa(folder: Path) -> Iterator[Row]:
    """Rows of FairytaleQA's tales, each section a paragraph.

    Answers are told in the annotators' words. One that stands in its section exactly once,
    letter case aside, has a span; the others judge paragraphs only.
    """
    for file in sorted((folder / "section-stories").rglob("*-story.csv")):
        doc = file.stem.removesuffix("-story")
        asked = folder / "questions" / file.parent.name / f"{doc}-questions.csv"
        if not asked.exists():
            continue
        texts = [row["text"] for row in _table(file)]
        yield _text(doc, texts)
        for row in _table(asked):
            gold = [int(number) - 1 for number in _NUMBERS.findall(row["cor_section"])]
            spans = list(dict.fromkeys(_told_once(row, texts, gold)))
            yield _question(doc, row["question"], gold, spans)


def _table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _told_once(
    row: dict[str, str], texts: list[str], gold: list[int]
) -> Iterator[tuple[int, int, str]]:
    for name, answer in row.items():
        if name and name.startswith("answer") and answer:
            for at in gold:
                found = list(re.finditer(re.escape(answer), texts[at], re.IGNORECASE))
                if len(found) == 1:
                    yield at, found[0].start(), found[0][0]


def _text(doc: str, paragraphs: list[str]) -> Row:
    return {"kind": "doc", "doc": doc, "paragraphs": paragraphs}


def _question(
    doc: str,
    question: str,
    gold: list[int],
    spans: list[tuple[int, int, str]],
    answerable: bool = True,
) -> Row:
    answers = [{"text": text, "para": at, "start": start} for at, start, text in spans]
    return {
        "kind": "q",
        "doc": doc,
        "question": question,
        "gold": gold,
        "answers": answers,
        "answerable": answerable,
    }


FORMATS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "squad": convert_squad,
    "onestopqa": convert_onestopqa,
    "qed": convert_qed,
    "fairytaleqa": convert_fairytaleqa,
}


def main() -> None:
    """Convert one set and write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("format", choices=FORMATS)
    parser.add_argument("original", type=Path, help="the set's file, or its folder")
    parser.add_argument("--articles", type=Path, help="for NoiseQA: the SQuAD file of its articles")
    parser.add_argument("--to", type=Path, required=True, help="the .jsonl file to write")
    given = parser.parse_args()
    if given.articles and given.format != "squad":
        parser.error("--articles is for the format squad only")
    converted = (
        convert_squad(given.original, given.articles)
        if given.articles
        else FORMATS[given.format](given.original)
    )
    written = [json.dumps(row, ensure_ascii=False) + "\n" for row in converted]
    given.to.parent.mkdir(parents=True, exist_ok=True)
    given.to.write_text("".join(written), encoding="utf-8")
    print(f"{given.to}: {len(written):,} rows")


if __name__ == "__main__":
    main()
