"""An answer, laid out for a person or as JSON."""

from typing import Any

from bot.retrieval.answer import Answer, Kind
from bot.terminal.pages import Line
from bot.texts.model import Essay
from bot.wording import day_named, one_line

_BLANK: Line = ()
_SHORT = 60


def as_json(answer: Answer) -> dict[str, Any]:
    """The answer as plain data, ready for JSON."""
    return {
        "question": answer.question,
        "kind": str(answer.kind),
        "essay": answer.essay.id,
        "paragraph": answer.paragraph,
        "sentence": answer.sentence,
        "text": answer.text,
        "passage": answer.passage,
        "place": answer.essay.citation(answer.paragraph) if answer.paragraph else None,
        "score": round(answer.score, 4),
        "alternatives": [
            {
                "paragraph": near.paragraph,
                "sentence": near.sentence,
                "text": near.text,
                "score": round(near.score, 4),
            }
            for near in answer.alternatives
        ],
    }


def answer_lines(answer: Answer) -> list[Line]:
    """The answer as a person reads it."""
    match answer.kind:
        case Kind.ANSWER:
            return [*_passage(answer), *_close(answer)]
        case Kind.NEAREST:
            lead = "The text does not quite answer this. The nearest passage:"
            return [
                (("quiet", lead),),
                _BLANK,
                *_passage(answer),
                *_close(answer),
                *_suggestions(answer, "It does answer:"),
            ]
        case Kind.ABOUT:
            return [(("passage", answer.text or ""),), _BLANK, *source_lines(answer.essay, None)]
        case Kind.CARE:
            return [(("warm", answer.text or ""),)]
        case Kind.NONE:
            if answer.text is not None:  # small talk
                return [(("passage", answer.text),)]
            lead = f"“{answer.essay.title}” does not say."
            return [(("quiet", lead),), *_suggestions(answer, "What it does answer:")]


def source_lines(essay: Essay, paragraph: int | None) -> list[Line]:
    """Where a quotation comes from."""
    place = _place(essay, paragraph) if paragraph else None
    named = [
        f"“{essay.title}”",
        essay.author,
        day_named(essay.published) if essay.published else None,
    ]
    source = essay.source or ""
    # A source that names the text is a citation already; another one, a link say, follows.
    parts = [source, place] if essay.title in source else [*named, place]
    lines: list[Line] = [(("place", "— " + ", ".join(part for part in parts if part)),)]
    if source and source not in parts:
        lines.append((("quiet", "  " + source),))
    return lines


def _place(essay: Essay, paragraph: int) -> str:
    known = essay.places.place(paragraph)
    return f"paragraph {paragraph} of {len(essay.paragraphs)}" if known is None else known


def _passage(answer: Answer) -> list[Line]:
    return [
        passage_line(answer.passage or "", answer.text or ""),
        _BLANK,
        *source_lines(answer.essay, answer.paragraph),
    ]


def passage_line(passage: str, sentence: str) -> Line:
    """The passage with `sentence` emphasised in it."""
    before, found, after = passage.partition(sentence)
    return tuple(
        (style, text)
        for style, text in (("passage", before), ("answer", found), ("passage", after))
        if text
    )


def _close(answer: Answer) -> list[Line]:
    if not answer.alternatives:
        return []
    lines: list[Line] = [_BLANK, (("lead", "Also close"),)]
    for near in answer.alternatives:
        known = answer.essay.places.place(near.paragraph)
        place = known or f"paragraph {near.paragraph}, sentence {near.sentence}"
        lines.append((("place", f"  {place}  "), ("passage", one_line(near.text, _SHORT))))
    return lines


def _suggestions(answer: Answer, lead: str) -> list[Line]:
    if not answer.suggestions:
        return []
    asked: list[Line] = [(("passage", f"  {question}"),) for question in answer.suggestions]
    return [_BLANK, (("lead", lead),), *asked]
