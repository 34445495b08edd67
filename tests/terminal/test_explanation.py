"""How the way to an answer reads in a terminal."""

from bot.retrieval.answer import Answer, Kind
from bot.retrieval.explain import (
    Contribution,
    Explanation,
    Match,
    SentenceExplained,
    WordExplained,
)
from bot.terminal.explanation import explanation_lines
from bot.terminal.pages import plain
from bot.texts.model import Essay, Paragraph

RIVERS = Essay(
    "rivers", "On Rivers", (Paragraph(1, "It flows. It is a stream.", heading=("Chapter 2",)),)
)


def test_matches_and_contributions_are_shown_largest_first() -> None:
    explanation = Explanation(
        Answer("a streem?", Kind.ANSWER, RIVERS, score=0.876),
        "what",
        (
            WordExplained("streem", 2.5, (Match("stream", 0.8, "misspelt"),)),
            WordExplained("zxq", 0.0, ()),
        ),
        (
            SentenceExplained(
                1,
                2,
                "It is a stream.",
                "what is a stream",
                (
                    Contribution("coverage", 0.5, 0.25),
                    Contribution("length", 3.0, -1.5),
                    Contribution("cue", 0.0, 0.0),
                ),
                (Contribution("margin", 1.0, 2.0),),
            ),
        ),
    )
    assert [plain(line) for line in explanation_lines(explanation)] == [
        "a streem?",
        "answer, score 0.88; asks for: what",
        "",
        "Words  (worth) what each may stand for, and how well",
        "  streem          (2.50) stream 0.80 misspelt",
        "  zxq             (0.00) nothing in the text",
        "",
        "ch. 2: Paragraph 1, sentence 2  It is a stream.",
        "  nearest listed question  what is a stream",
        "  what ranks it",
        "     -1.50  length  is 3.00",
        "     +0.25  coverage  is 0.50",
        "  what gives confidence",
        "     +2.00  margin  is 1.00",
    ]
