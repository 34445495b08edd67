"""Prints how an answer was found."""

from bot.retrieval.explain import Contribution, Explanation, SentenceExplained, WordExplained
from bot.terminal.pages import Line
from bot.texts.model import Essay

_BLANK: Line = ()
_SENTENCES = 3
_MATCHES = 6
_NEGLIGIBLE = 0.005


def explanation_lines(explanation: Explanation) -> list[Line]:
    """What each word was matched with, and what each feature gave the best sentences."""
    answer = explanation.answer
    lines: list[Line] = [
        (("lead", answer.question),),
        (("passage", f"{answer.kind}, score {answer.score:.2f}; asks for: {explanation.cue}"),),
        _BLANK,
    ]
    if explanation.rule is not None:
        return [*lines, (("passage", f"Decided by a rule, not by ranking: {explanation.rule}."),)]
    lines += [
        (("lead", "Words"), ("quiet", "  (worth) what each may stand for, and how well")),
    ]
    lines += [_word(word) for word in explanation.words]
    for sentence in explanation.sentences[:_SENTENCES]:
        lines += [_BLANK, *_sentence(answer.essay, sentence)]
    return lines


def _word(word: WordExplained) -> Line:
    matches = [f"{match.term} {match.weight:.2f} {match.how}" for match in word.matches[:_MATCHES]]
    more = len(word.matches) - _MATCHES
    if more > 0:
        matches.append(f"{more} more")
    return (
        ("place", f"  {word.word:<16}"),
        ("quiet", f"({word.worth:.2f}) "),
        ("passage", ", ".join(matches) or "nothing in the text"),
    )


def _sentence(essay: Essay, sentence: SentenceExplained) -> list[Line]:
    place = essay.places.place(sentence.paragraph)
    lines: list[Line] = [
        (
            *((("quiet", f"{place}: "),) if place else ()),
            ("lead", f"Paragraph {sentence.paragraph}, sentence {sentence.sentence}  "),
            ("passage", sentence.text),
        )
    ]
    if sentence.asked:
        lines.append((("place", "  nearest listed question  "), ("passage", sentence.asked)))
    lines += _parts("what ranks it", sentence.rank)
    lines += _parts("what gives confidence", sentence.confidence)
    return lines


def _parts(name: str, parts: tuple[Contribution, ...]) -> list[Line]:
    lines: list[Line] = [(("place", f"  {name}"),)]
    told = [part for part in parts if abs(part.contribution) >= _NEGLIGIBLE]
    for part in sorted(told, key=lambda part: -abs(part.contribution)):
        style = "good" if part.contribution > 0 else "bad"
        added = f"    {part.contribution:+6.2f}  "
        feature = ("passage", f"{part.feature}")
        lines.append(((style, added), feature, ("quiet", f"  is {part.value:.2f}")))
    return lines
