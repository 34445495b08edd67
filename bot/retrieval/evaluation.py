"""How well a library answers questions whose right answers are known."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import UserError
from bot.retrieval import Library
from bot.retrieval.answer import Answer, Kind
from bot.wording import did_you_mean, quoted

Place = tuple[int, int]
"""A paragraph and a sentence in it, from 1."""

_GOLD = re.compile(r"p([1-9]\d{0,5})s([1-9]\d{0,5})")
_UNANSWERABLE = ("unanswerable", "adjacent", "offtopic")
_FIELDS = {"question": str, "kind": str, "answerable": bool, "essay": str}


@dataclass(frozen=True, slots=True)
class Expected:
    """A question and what is right about it.

    `gold` are the sentences that answer, best first; `paragraphs` are those where showing another
    sentence is no great harm. `kind` says "meta" of a question about the text itself; for one
    that the text does not answer, it is the group that it is counted in: "adjacent" if it is near
    the text's matter, "offtopic" if it is far from it, "unanswerable" if that is not said.
    """

    line: int
    question: str
    kind: str
    gold: tuple[Place, ...]
    paragraphs: frozenset[int]
    essay: str | None


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that was not answered as it should have been."""

    expected: Expected
    answer: Answer


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures, in per cent (None: there was nothing to count), and the misses behind them."""

    figures: dict[str, float | int | None]
    misses: tuple[Miss, ...]


def read_questions(path: Path, library: Library) -> list[Expected]:
    """The questions of a JSON Lines file, for the texts in `library`.

    Raises UserError, which names the line, if the file or one of its rows cannot be used.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(
            f"{path}: this cannot be read ({reason}); name a file of questions"
        ) from None
    except UnicodeDecodeError:
        raise UserError(f"{path}: this is not UTF-8 text; save it as such") from None
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                rows.append(_expected(line, number, library))
            except ValueError as error:
                raise UserError(f"{path}:{number}: {error}") from None
    if not rows:
        raise UserError(f'{path}: there are no questions; write rows like {{"question": "..."}}')
    return rows


def _expected(line: str, number: int, library: Library) -> Expected:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("this line is not JSON; write one object a line") from None
    if not isinstance(row, dict):
        raise ValueError("this line is no object; write it in braces")
    for field, kind in _FIELDS.items():
        if not isinstance(row.get(field, kind()), kind):
            raise ValueError(f"“{field}” is no {_name(kind)}; fix its value")
    if not row.get("question", "").strip():
        raise ValueError("there is no question; add “question”")
    essay = library.essay(row["essay"]) if "essay" in row else library.essays[0]
    if essay is None:
        known = ", ".join(essay.id for essay in library.essays)
        raise ValueError(f"there is no text {quoted(row['essay'])}; known are {known}")
    places = [_place(name, essay.paragraphs) for name in _list(row, "gold")]
    gold = tuple(places) if row.get("answerable", True) else ()
    group = row.get("kind") or ("answerable" if gold else "unanswerable")
    if not gold:
        _check_kind(group)
    near = _list(row, "ok_paragraphs")
    if not all(isinstance(paragraph, int) for paragraph in near):
        raise ValueError("“ok_paragraphs” holds something else than numbers; fix it")
    return Expected(
        number,
        row["question"],
        group,
        gold,
        frozenset(near) or frozenset(paragraph for paragraph, _ in gold),
        row.get("essay"),
    )


def _check_kind(kind: str) -> None:
    """Raises ValueError for a kind that an unanswered question cannot have."""
    known = ("meta", *_UNANSWERABLE)
    if kind in known:
        return
    fix = did_you_mean(kind, known, f"known are {', '.join(known)}")
    raise ValueError(f"without “gold”, there is no kind {quoted(kind)}; {fix}")


def _name(kind: type) -> str:
    return "text" if kind is str else "true or false"


def _list(row: dict[str, Any], field: str) -> list[Any]:
    values = row.get(field) or []
    if isinstance(values, list):
        return values
    raise ValueError(f"“{field}” is no list; write it in brackets")


def _place(name: object, paragraphs: Sequence[Any]) -> Place:
    match = _GOLD.fullmatch(name) if isinstance(name, str) else None
    if match is None:
        raise ValueError(
            f"{quoted(str(name))} names no sentence; write p2s1 for paragraph 2, sentence 1"
        )
    paragraph, sentence = int(match[1]), int(match[2])
    if paragraph > len(paragraphs) or sentence > len(paragraphs[paragraph - 1].sentences):
        raise ValueError(f"the text has no sentence “{name}”; fix the number")
    return paragraph, sentence


def evaluate(library: Library, expected: Iterable[Expected]) -> Evaluation:
    """Asks every question and counts.

    s@1, p@1: the shown sentence, its paragraph, is a right one; s@3: one of the first three is.
    A refused question counts as wrong. precision: how many of the confident answers are right.
    For each group of questions without an answer: how many got something shown, and how many
    got it confidently.
    """
    count: Counter[str] = Counter()
    groups: dict[str, None] = {}
    misses = []
    for one in expected:
        answer = library.ask(one.question, one.essay)
        if one.kind == "meta":
            right = _count_meta(count, answer)
        elif one.gold:
            right = _count_answerable(count, one, answer)
        else:
            groups[one.kind] = None
            right = _count_unanswerable(count, one.kind, answer)
        if not right:
            misses.append(Miss(one, answer))
    return Evaluation(_figures(count, list(groups)), tuple(misses))


def _shown(answer: Answer) -> bool:
    return answer.kind in (Kind.ANSWER, Kind.NEAREST)


def _count_meta(count: Counter[str], answer: Answer) -> bool:
    right = answer.kind is Kind.ABOUT
    count.update({"meta": 1, "about": right})
    return right


def _count_answerable(count: Counter[str], one: Expected, answer: Answer) -> bool:
    shown = _shown(answer)
    places = [(answer.paragraph, answer.sentence)]
    places += [(near.paragraph, near.sentence) for near in answer.alternatives[:2]]
    right = shown and places[0] in one.gold
    confident = answer.kind is Kind.ANSWER
    count.update(
        {
            "n": 1,
            "s1": right,
            "s3": shown and any(place in one.gold for place in places),
            "p1": shown and answer.paragraph in one.paragraphs,
            "refused": not shown,
            "confident": confident,
            "confident right": confident and right,
        }
    )
    return right


def _count_unanswerable(count: Counter[str], group: str, answer: Answer) -> bool:
    shown, confident = _shown(answer), answer.kind is Kind.ANSWER
    count.update({group: 1, f"{group} shown": shown, f"{group} confident": confident})
    # A question near the text's matter may get the nearest passage; any other should get none.
    return not (confident if group == "adjacent" else shown)


def _figures(count: Counter[str], groups: list[str]) -> dict[str, float | int | None]:
    def share(part: str, whole: str) -> float | None:
        return round(100 * count[part] / count[whole], 1) if count[whole] else None

    figures: dict[str, float | int | None] = {
        "questions": count["n"] + count["meta"] + sum(count[group] for group in groups),
        "s@1": share("s1", "n"),
        "s@3": share("s3", "n"),
        "p@1": share("p1", "n"),
        "refused": share("refused", "n"),
        "confident": share("confident", "n"),
        "precision": share("confident right", "confident"),
    }
    for group in groups:
        figures[f"{group} shown"] = share(f"{group} shown", group)
        figures[f"{group} confident"] = share(f"{group} confident", group)
    figures["about"] = share("about", "meta")
    return figures
