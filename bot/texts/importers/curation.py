"""What a curator wrote beside a text, carried over to a newer edition of it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.texts.importers.blocks import Facts
from bot.texts.importers.passages import Passage
from bot.texts.model import Essay, Paragraph
from bot.texts.sentences import split_sentences
from bot.wording import quoted

_LEAST_PARAGRAPH = 75  # of 100: how alike two editions of a paragraph are
_LEAST_SENTENCE = 80


class Curation(NamedTuple):
    """`head` are keys of the text, `notes` those of passages by their index from 0; `lost` says in
    a line each what the newer edition has no place for.
    """

    facts: Facts
    head: dict[str, Any]
    notes: dict[int, dict[str, Any]]
    lost: list[str]


def carried_over(old: Essay, facts: Facts, passages: Sequence[Passage]) -> Curation:
    """What of `old` still holds for `passages`, matched by the text of its paragraphs."""
    notes: dict[int, dict[str, Any]] = {}
    lost: list[str] = []
    texts = [passage.text for passage in passages]
    for paragraph in old.paragraphs:
        written = _notes(paragraph)
        if not written:
            continue
        index = _holder(paragraph.text, texts)
        if index is None:
            index = _match(paragraph.text, texts, _LEAST_PARAGRAPH)
            index = None if index in notes else index
        if index is None:
            lost.append(f"{quoted(paragraph.text)}: {', '.join(written)}, its paragraph is gone")
            continue
        if "asked" in written:
            written["asked"] = _asked(paragraph, written["asked"], texts[index], lost)
        notes[index] = _together(notes.get(index, {}), written)
    return Curation(_facts(old, facts), _head(old), notes, lost)


def _holder(text: str, others: Sequence[str]) -> int | None:
    """The index of the text that holds `text` whole, though it may be gathered with others."""
    words = " ".join(text.split())
    held = (at for at, other in enumerate(others) if words in " ".join(other.split()))
    return next(held, None)


def _together(notes: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """What was written beside two paragraphs that are one passage now."""
    both = {name: [*notes.get(name, []), *more.get(name, [])] for name in {**notes, **more}}
    asked: dict[str, list[str]] = {}
    for entry in both.pop("asked", []):
        asked.setdefault(entry["sentence"], []).extend(entry["questions"])
    found = {name: list(dict.fromkeys(values)) for name, values in both.items()}
    found["asked"] = [
        {"sentence": number, "questions": questions}
        for number, questions in sorted(asked.items(), key=lambda item: int(item[0]))
    ]
    return {name: values for name, values in found.items() if values}


def _notes(paragraph: Paragraph) -> dict[str, Any]:
    heading = paragraph.heading[-1:]  # what it says of the passage is read from it anew
    asked = {
        number: [question for question in questions if question not in heading]
        for number, questions in paragraph.asked.items()
    }
    written: dict[str, Any] = {
        "topics": [topic for topic in paragraph.topics if topic not in heading],
        "reflections": paragraph.reflections,
        "asked": {number: questions for number, questions in asked.items() if questions},
        "unanswered": paragraph.unanswered,
    }
    return {name: value for name, value in written.items() if value}


def _asked(
    paragraph: Paragraph, asked: dict[int, list[str]], text: str, lost: list[str]
) -> list[dict[str, Any]]:
    """The questions `asked` of each sentence that is still there."""
    sentences = split_sentences(text, paragraph.language)
    found: dict[int, list[str]] = {}
    for number, questions in asked.items():
        old = paragraph.sentences[number - 1].text
        index = _match(old, sentences, _LEAST_SENTENCE)
        if index is None:
            count = f"{len(questions)} question{'s' * (len(questions) > 1)}"
            lost.append(f"{quoted(old)}: {count}, the sentence is gone")
        else:
            found.setdefault(index + 1, []).extend(questions)
    return [
        {"sentence": str(number), "questions": questions}
        for number, questions in sorted(found.items())
    ]


def _match(text: str, others: Sequence[str], least: int) -> int | None:
    """The index of the text that is the same or nearest."""
    if text in others:
        return others.index(text)
    from rapidfuzz import fuzz, process

    best = process.extractOne(text, others, scorer=fuzz.token_sort_ratio, score_cutoff=least)
    return int(best[2]) if best else None


def _facts(old: Essay, facts: Facts) -> Facts:
    """What a person may have set right in the old file stays."""
    published = old.published.isoformat() if old.published else None
    return Facts(
        title=facts.title,
        author=old.author or facts.author,
        language=old.language or facts.language,
        published=published or facts.published,
        source=old.source or facts.source,
        licence=old.licence or facts.licence,
    )


def _head(old: Essay) -> dict[str, Any]:
    of_paragraphs = {question for one in old.paragraphs for question in one.unanswered}
    head: dict[str, Any] = {
        "updated": old.updated.isoformat() if old.updated else None,
        "colour": old.colour,
        "care": {"message": old.care} if old.care else None,
        "quoted": old.quoted,
        "words": dict(old.words),
        "unanswered": [one for one in old.unanswered if one not in of_paragraphs],
    }
    return {name: value for name, value in head.items() if value}
