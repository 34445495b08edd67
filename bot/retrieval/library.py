"""All the texts together: one question in, one answer out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.retrieval.about import fact_asked, state
from bot.retrieval.answer import Alternative, Answer, Kind
from bot.retrieval.care import care_message, in_distress
from bot.retrieval.catalogue import Catalogue
from bot.retrieval.essay_index import EssayIndex, Found
from bot.retrieval.meaning import Meaning
from bot.retrieval.question import Question, plain
from bot.retrieval.small_talk import is_small_talk
from bot.texts.model import Essay, Paragraph

if TYPE_CHECKING:
    from bot.retrieval.explain import Explanation

SURE = 0.62
"""The confidence from which on a sentence is given as the answer."""

NEAR = 0.27
"""The confidence from which on a sentence is shown as the nearest there is."""

ECHOED = 0.95
"""The likeness from which on a question is one that the curator listed."""

ALTERNATIVES = 5
SUGGESTIONS = 3

MOST_CHARACTERS = 4000
"""Characters of a question that are read; Discord takes no more in a message."""


class Library:
    """The essays that are open to questions, each with its index."""

    def __init__(self, essays: Sequence[Essay], meaning: Meaning | None = None) -> None:
        """`meaning` finds what is said in other words; without it, letters alone decide."""
        self.essays = tuple(essays)
        self._indexes = [EssayIndex(essay, meaning) for essay in self.essays]
        self._catalogue = Catalogue(self.essays)

    def essay(self, id: str) -> Essay | None:
        """The essay with this id, None if the library has none."""
        return next((essay for essay in self.essays if essay.id == id), None)

    def ask(self, question: str, essay_id: str | None = None) -> Answer:
        """The answer to a question, of the essay with this id or of the one that answers best.

        Never raises: any text is a question, if only one that no essay answers. Raises LookupError
        only if the library is empty.
        """
        return self._ask(question, essay_id)[0]

    def explain(self, question: str, essay_id: str | None = None) -> "Explanation":
        """The answer with the whole way to it."""
        from bot.retrieval.explain import explain  # a question alone should not wait for it

        answer, index, read, found = self._ask(question, essay_id)
        return explain(answer, index, read, found)

    def suggest(self, typed: str, limit: int = 25) -> list[str]:
        """Questions that the essays are known to answer, likest to what was typed first."""
        return self._catalogue.questions(typed, limit)

    def topics(self, typed: str = "", limit: int = 25) -> list[str]:
        """Topics of the essays, likest to what was typed first; in reading order if nothing was."""
        return self._catalogue.topics(typed, limit)

    def about_topic(self, topic: str) -> list[tuple[Essay, Paragraph]]:
        """The paragraphs that have this topic, whatever its case; empty for an unknown one."""
        return self._catalogue.about(topic)

    def _ask(
        self, question: str, essay_id: str | None
    ) -> tuple[Answer, EssayIndex, Question, list[Found]]:
        asked = question[:MOST_CHARACTERS]
        indexes = [i for i in self._indexes if i.essay.id == essay_id] or self._indexes
        if not indexes:
            raise LookupError("the library has no essay")
        looked = [
            (index, read, index.find(read)) for index in indexes for read in [index.read(asked)]
        ]
        index, read, found = max(
            looked, key=lambda one: one[0].confidence(one[1], one[2][0]) if one[2] else 0.0
        )
        echoed = any(one.evidence.likeness >= ECHOED for one in found)
        answer = self._beside_the_text(question, index.essay, echoed) or self._answer(
            question, index, read, found
        )
        return answer, index, read, found

    def _beside_the_text(self, question: str, essay: Essay, echoed: bool) -> Answer | None:
        """The answer to a person in distress, or to a question about the text itself.

        A question that echoes a listed one is what its curator says it is.
        """
        if in_distress(question):
            return Answer(question, Kind.CARE, essay, text=care_message(essay))
        fact = None if echoed else fact_asked(question)
        stated = state(essay, fact) if fact else None
        return Answer(question, Kind.ABOUT, essay, text=stated, score=1.0) if stated else None

    def _answer(
        self, question: str, index: EssayIndex, read: Question, found: Sequence[Found]
    ) -> Answer:
        scores = index.scores(read, found[: 1 + ALTERNATIVES])
        asks = plain(question) and not is_small_talk(question)
        score = scores[0] if scores and asks else 0.0
        if score < NEAR:
            suggestions = self._catalogue.suggestions(index.essay, found, SUGGESTIONS)
            return Answer(question, Kind.NONE, index.essay, score=score, suggestions=suggestions)
        best = found[0].sentence
        kind = Kind.ANSWER if score >= SURE else Kind.NEAREST
        return Answer(
            question,
            kind,
            index.essay,
            best.paragraph,
            best.number,
            best.text,
            index.essay.paragraphs[best.paragraph - 1].text,
            score,
            tuple(
                Alternative(one.sentence.paragraph, one.sentence.number, one.sentence.text, each)
                for one, each in list(zip(found, scores, strict=False))[1:]
            ),
            self._catalogue.suggestions(index.essay, found, SUGGESTIONS)
            if kind is Kind.NEAREST
            else (),
        )
