"""What the essays are known to answer: their curators' questions and topics, to browse."""

from collections.abc import Sequence
from itertools import zip_longest

from rapidfuzz import fuzz, process, utils

from bot.retrieval.essay_index import Found
from bot.texts.model import Essay, Paragraph

_LEAST_LIKENESS = 45.0


class Catalogue:
    """The curated questions and topics of several essays."""

    def __init__(self, essays: Sequence[Essay]) -> None:
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
        return _likest(typed, self._questions, limit)

    def topics(self, typed: str, limit: int) -> list[str]:
        """Topics like what was typed, likest first; all in reading order if nothing was."""
        return _likest(typed, list(self._topic_names.values()), limit)

    def about(self, topic: str) -> list[tuple[Essay, Paragraph]]:
        """The paragraphs that have this topic, whatever its case."""
        return self._topics.get(topic.casefold().strip(), [])

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


def _likest(typed: str, choices: Sequence[str], limit: int) -> list[str]:
    wanted = utils.default_process(typed)
    if not wanted:
        return list(choices[:limit])
    found = process.extract(
        wanted,
        choices,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=_LEAST_LIKENESS,
        limit=limit,
    )
    return [choice for choice, _, _ in found]
