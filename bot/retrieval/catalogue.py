"""The curated questions and topics of the essays, for suggestions and browsing."""

from collections.abc import Sequence
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from bot.retrieval.found import Found
from bot.retrieval.meaning import MeaningSource, no_meaning
from bot.texts.model import Essay, Paragraph, digest

if TYPE_CHECKING:
    from bot.retrieval.meaning import Vectors

_LEAST_LIKENESS = 45.0
_LEAST_COSINE = 0.35
_LEAST_WORDS = 2


class Catalogue:
    """The curated questions and topics of several essays."""

    def __init__(self, essays: Sequence[Essay], meaning: MeaningSource = no_meaning) -> None:
        self._meaning = meaning
        self._by_essay = {essay.id: _questions_of(essay) for essay in essays}
        self._questions = list(
            dict.fromkeys(question for asked in self._by_essay.values() for question in asked)
        )
        self._topics: dict[str, list[tuple[Essay, Paragraph]]] = {}
        self._topic_names: dict[str, str] = {}
        for essay in essays:
            for paragraph in essay.paragraphs:
                for topic in paragraph.topics:
                    self._topic_names.setdefault(topic.casefold(), topic)
                    self._topics.setdefault(topic.casefold(), []).append((essay, paragraph))

    def questions(self, typed: str, limit: int) -> list[str]:
        """Questions like what was typed, likest first; one for each sentence if nothing was."""
        return self._likest(typed, self._questions, self._question_vectors, limit)

    def topics(self, typed: str, limit: int) -> list[str]:
        """Topics like what was typed, likest first; all in reading order if nothing was."""
        return self._likest(typed, list(self._topic_names.values()), self._topic_vectors, limit)

    def written_out(self, short: str) -> str:
        """The question or topic behind the digest of it in a custom id, else the text as it is."""
        return self._by_digest.get(short, short)

    @cached_property
    def _by_digest(self) -> dict[str, str]:
        names = [*self._questions, *self._topic_names, *self._topic_names.values()]
        return {f"~{digest(name, 9)}": name for name in names}

    def about(self, topic: str) -> list[tuple[Essay, Paragraph]]:
        """The paragraphs that have this topic, whatever its case."""
        return self._topics.get(topic.casefold().strip(), [])

    def warm_up(self) -> None:
        """Makes the vectors, so that nobody waits for them while typing."""
        self._question_vectors, self._topic_vectors  # noqa: B018

    @cached_property
    def _question_vectors(self) -> "Vectors | None":
        meaning = self._meaning()
        return meaning.questions(self._questions) if meaning and self._questions else None

    @cached_property
    def _topic_vectors(self) -> "Vectors | None":
        meaning, names = self._meaning(), list(self._topic_names.values())
        return meaning.questions(names) if meaning and names else None

    def _likest(
        self, typed: str, choices: Sequence[str], vectors: "Vectors | None", limit: int
    ) -> list[str]:
        """The choices that are like what was typed, by letters or by meaning, likest first."""
        wanted = utils.default_process(typed)
        if not wanted:
            return list(choices[:limit])
        found = process.extract(
            wanted,
            choices,
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            score_cutoff=_LEAST_LIKENESS,
            limit=None,
        )
        likeness = {number: score / 100.0 for _, score, number in found}
        # Letters complete a word that is being typed; meaning needs some words to go by.
        told = len(wanted.split()) >= _LEAST_WORDS
        meaning = self._meaning() if vectors is not None and told else None
        if meaning is not None and vectors is not None:
            cosines = vectors @ meaning.questions([typed])[0]
            for number in (cosines >= _LEAST_COSINE).nonzero()[0].tolist():
                likeness[number] = likeness.get(number, 0.0) + float(cosines[number])
        best = sorted(likeness, key=lambda number: (-likeness[number], number))
        return [choices[number] for number in best[:limit]]

    def suggestions(self, essay: Essay, found: Sequence[Found], most: int) -> tuple[str, ...]:
        """Questions that the essay does answer: the first listed for each sentence found, then others."""
        near = [one.sentence.questions[0] for one in found if one.sentence.questions]
        return tuple(dict.fromkeys([*near, *self._by_essay[essay.id]]))[:most]


def _questions_of(essay: Essay) -> list[str]:
    """The essay's curated questions: the first of each sentence, then the second, and so on.

    Sentences alternate between the paragraphs, so that the first few questions show the range.
    """
    sentences = [sentence for part in essay.paragraphs for sentence in part.sentences]
    sentences.sort(key=lambda sentence: (sentence.number, sentence.paragraph))
    rows = zip_longest(*[sentence.questions for sentence in sentences])
    return [question for row in rows for question in row if question]
