"""What every answer keeps to, whatever was asked."""

import itertools

from bot.retrieval import Answer, Kind, Library
from bot.retrieval.about import fact_stated
from bot.retrieval.care import MESSAGE
from bot.retrieval.question import plain
from bot.retrieval.small_talk import small_talk_reply
from bot.texts.model import Essay, Paragraph

BARE = Essay(
    "bakers",
    "On Bakers",
    (
        Paragraph(1, "The baker rises before four. She lights the oven and waits for the dough."),
        Paragraph(2, "By seven the whole street smells of bread. Nobody complains about that."),
        Paragraph(3, "Her grandfather built the oven from river stones in 1903."),
    ),
)
"""A text that nobody has curated."""


def check(answer: Answer, question: str) -> Answer:
    """The answer, after every promise about it was checked."""
    essay = answer.essay
    assert answer.question == question
    assert 0.0 <= answer.score <= 1.0
    if answer.kind in (Kind.ANSWER, Kind.NEAREST):
        assert answer.paragraph is not None
        assert answer.sentence is not None
        assert answer.text == essay.sentence(answer.paragraph, answer.sentence).text
        assert answer.passage == essay.paragraphs[answer.paragraph - 1].text
        assert answer.text in answer.passage
    else:
        assert (answer.paragraph, answer.sentence, answer.passage) == (None, None, None)
        assert answer.alternatives == ()
    if answer.kind is Kind.ABOUT:
        stated = fact_stated(question, essay)
        assert stated is not None
        assert answer.text == stated.text
    if answer.kind is Kind.CARE:
        assert answer.text == (essay.care or MESSAGE)
    if answer.kind is Kind.NONE:
        assert answer.text == small_talk_reply(plain(question))
    for other in answer.alternatives:
        assert other.text == essay.sentence(other.paragraph, other.sentence).text
        assert (other.paragraph, other.sentence) != (answer.paragraph, answer.sentence)
    places = [(other.paragraph, other.sentence) for other in answer.alternatives]
    assert len(set(places)) == len(places)
    scores = [answer.score, *(other.score for other in answer.alternatives)]
    if answer.alternatives:
        assert all(one >= other >= 0.0 for one, other in itertools.pairwise(scores))
    if answer.kind not in (Kind.NEAREST, Kind.NONE):
        assert answer.suggestions == ()
    return answer


def ask(library: Library, question: str) -> Answer:
    """The library's answer, checked."""
    return check(library.ask(question), question)
