"""The engine for one essay: its text and its curator's questions, weighed together."""

from collections.abc import Sequence
from functools import cached_property
from math import exp
from typing import TYPE_CHECKING

from bot.retrieval import plain as plain_text
from bot.retrieval.curated import WELL_CURATED, CuratedQuestions
from bot.retrieval.found import (
    CONFIDENCE_NAMES,
    DEEP_CONFIDENCE_NAMES,
    DEEP_RANK_NAMES,
    ECHO,
    NO_EVIDENCE,
    RANK_NAMES,
    Found,
    Silence,
    confidence_features,
    deep_confidence_features,
    deep_rank_features,
    rank_features,
)
from bot.retrieval.index import PassageIndex, Ranked
from bot.retrieval.meaning import MeaningSource, no_meaning
from bot.retrieval.model import model
from bot.retrieval.nearness import Nearness, NearnessIndex
from bot.retrieval.question import Cue, Question, plain
from bot.retrieval.terms import is_english
from bot.retrieval.unanswered import UnansweredQuestions
from bot.retrieval.verbatim import RunIndex
from bot.retrieval.vocabulary import Vocabulary
from bot.texts.model import Essay

if TYPE_CHECKING:
    from bot.retrieval.meaning import Vectors

LEAST_KNOWN = 0.4
"""The share of known words below which a question may be in another language."""

ECHOED = 0.95
"""The likeness from which on a question is one that the curator listed."""

QUOTED = 0.98
"""The confidence in a sentence whose very words were asked for."""

LEAST_CURATED = 0.1
"""The share of well curated sentences below which the text alone ranks."""

MOST_DEEP = 2000
"""Sentences that stronger vectors are made of; more would take a minute and longer."""

_NEAREST_IN_MEANING = 6
"""Sentences that are candidates for being near in meaning alone."""


class EssayIndex:
    """An index over one essay that finds the sentence which answers a question."""

    def __init__(
        self,
        essay: Essay,
        meaning: MeaningSource = no_meaning,
        stronger: MeaningSource = no_meaning,
    ) -> None:
        self.essay = essay
        vocabulary = Vocabulary()
        for phrase, targets in essay.words.items():
            vocabulary.relate(phrase, targets)
        self._sentences = [s for paragraph in essay.paragraphs for s in paragraph.sentences]
        listed = sum(min(len(s.questions), WELL_CURATED) for s in self._sentences)
        self._curated_share = listed / (WELL_CURATED * max(1, len(self._sentences)))
        self.is_plain = self._curated_share < LEAST_CURATED
        self.passages = PassageIndex(
            [p.text for p in essay.paragraphs],
            vocabulary,
            meaning,
            [" ".join(p.heading) for p in essay.paragraphs],
            [[(s.start, s.end) for s in p.sentences] for p in essay.paragraphs],
        )
        self._curated = CuratedQuestions(essay, vocabulary, listed_only=self.is_plain)
        self._place = {(s.paragraph, s.number): at for at, s in enumerate(self._sentences)}
        questions = [s.questions for s in self._sentences]
        self._unanswered = UnansweredQuestions(
            essay.unanswered, (question for some in questions for question in some)
        )
        self._meaning = meaning
        self._stronger = stronger
        self._questions = questions

    @cached_property
    def _runs(self) -> RunIndex:
        return RunIndex([sentence.text for sentence in self._sentences])

    def warm_up(self) -> None:
        """Makes all vectors, so that no question waits for them."""
        self.passages.warm_up()
        if not self.is_plain:
            self.nearness, self.deeper  # noqa: B018

    def read(self, question: str) -> Question:
        """The question as this essay's vocabulary understands it."""
        return self.passages.read(question)

    def find(self, question: Question) -> list[Found]:
        """The sentences that something speaks for, best first; those that the question quotes lead."""
        if self.is_plain:
            return self.find_plainly(question)
        ranker = model("essay rank", RANK_NAMES)
        found = [
            one._replace(rank=ranker.score(rank_features(one))) for one in self.weigh(question)
        ]
        found.sort(key=lambda one: (-one.quoted, -one.rank))
        return found

    def find_plainly(self, question: Question, only: Sequence[int] = ()) -> list[Found]:
        """The sentences that the text alone speaks for, those that a listed question names first.

        `only` are the paragraphs (from 1) to look in, if not in all.
        """
        evidence = {} if only else self._curated.evidence(question)
        quoted = () if only else self._quoted(question)
        ranked = self.passages.rank(question, only=[number - 1 for number in only])
        ranked = [one for one in ranked if self.essay.paragraphs[one.paragraph].kind != "table"]
        ranked = plain_text.without_questions(self.passages, ranked)
        sure = self._plain_confidence(question, ranked)
        silence = Silence(self._unanswered.likeness(question.text))
        places = {(one.paragraph + 1, one.sentence + 1): one for one in ranked}
        by_text = {self._place[place]: one for place, one in places.items()}
        echoed = {at for at, one in evidence.items() if one.likeness >= ECHOED}
        listed = {} if only or not ranked else self._listed_near(question)
        otherwise = ranked[0].rank - plain_text.UNRANKED if ranked else 0.0
        found = [
            Found(
                self._sentences[at],
                evidence.get(at, NO_EVIDENCE),
                by_text.get(at),
                (by_text[at].rank if at in by_text else otherwise)
                + plain_text.LISTED * listed.get(at, 0.0),
                silence=silence,
                quoted=at in quoted,
                plainly=sure,
            )
            for at in dict.fromkeys((*quoted, *echoed, *listed, *by_text))
        ]
        found.sort(key=lambda one: (-one.quoted, -(one.evidence.likeness >= ECHOED), -one.rank))
        return found

    @cached_property
    def _listed(self) -> tuple[list[int], "Vectors"] | None:
        """The sentences with listed questions, one for each, and the questions' vectors."""
        meaning = self._meaning()
        places = [at for at, some in enumerate(self._questions) for _ in some]
        if meaning is None or not places:
            return None
        return places, meaning.questions(
            [question for some in self._questions for question in some]
        )

    def _listed_near(self, question: Question) -> dict[int, float]:
        """How far beyond the least the cosine is of each sentence's nearest listed question."""
        meaning, near = self._meaning(), dict[int, float]()
        if self._listed is None or meaning is None or not question.groups:
            return near
        places, vectors = self._listed
        cosines = vectors @ meaning.questions([self.passages.as_meant(question)])[0]
        for at, cosine in zip(places, cosines.tolist(), strict=True):
            if cosine > max(plain_text.LEAST_LISTED, near.get(at, 0.0) + plain_text.LEAST_LISTED):
                near[at] = cosine - plain_text.LEAST_LISTED
        return near

    def _quoted(self, question: Question) -> tuple[int, ...]:
        """The sentences whose words are the question's, but for those that only ask it as well."""
        found = self._runs.find(plain(question.text))
        if question.cue is Cue.OTHER:
            return found
        return tuple(at for at in found if not plain_text.asks(self._sentences[at].text))

    def _plain_confidence(self, question: Question, ranked: Sequence[Ranked]) -> float:
        """The score of the first of `ranked`, 0 if there is none."""
        if not ranked:
            return 0.0
        row = plain_text.features(self.passages, question, ranked)
        suffix = self.passages.suffix
        right = model(f"plain confidence{suffix}", plain_text.NAMES).probability(row)
        return plain_text.score(right, self.passages.confidence(question, ranked[0]))

    def weigh(self, question: Question) -> list[Found]:
        """The sentences that something speaks for, in reading order, not yet ranked."""
        evidence = self._curated.evidence(question)
        quoted = self._runs.find(plain(question.text))
        # Then letters are sure, and nothing needs to be loaded.
        sure = bool(quoted) or any(one.likeness >= ECHOED for one in evidence.values())
        text = {
            self._place[one.paragraph + 1, one.sentence + 1]: one
            for one in self.passages.rank(question, by_meaning=not sure)
        }
        near, unanswered = ([], 0.0) if sure else self._near(question)
        silence = Silence(self._unanswered.likeness(question.text), unanswered)
        nearest = sorted(range(len(near)), key=lambda at: -near[at].listed)[:_NEAREST_IN_MEANING]
        return [
            Found(
                self._sentences[at],
                evidence.get(at, NO_EVIDENCE),
                text.get(at),
                0.0,
                near[at] if near else Nearness(),
                silence,
                at in quoted,
            )
            for at in sorted({*evidence, *text, *nearest, *quoted})
        ]

    @cached_property
    def nearness(self) -> NearnessIndex | None:
        """The vectors of the sentences and of their questions, made when first asked for."""
        meaning = self._meaning()
        if meaning is None:
            return None
        sentences = [sentence.text for sentence in self._sentences]
        return NearnessIndex(meaning, sentences, self._questions, self.essay.unanswered)

    def _near(self, question: Question) -> tuple[list[Nearness], float]:
        nearness = self.nearness
        if nearness is None or not question.groups:
            return [], 0.0
        return nearness.near(self.passages.as_meant(question))

    def confidence(self, question: Question, found: Found) -> float:
        """The probability that a sentence answers the question, in 0..1.

        As far as the essay lacks listed questions, the text alone has to tell; and a question that
        is one of the listed is answered, whatever else.
        """
        if found.quoted:
            return QUOTED
        if self.is_plain and found.deep is None:
            known = found.evidence.likeness**ECHO
            return max(found.plainly * (1.0 - found.silence.likeness**ECHO), known)
        row = confidence_features(question, found)
        sure = model("essay confidence", CONFIDENCE_NAMES).probability(row)
        if found.deep is not None:
            row = deep_confidence_features(sure, found)
            which = "foreign confidence" if found.foreign else "deep confidence"
            sure = model(which, DEEP_CONFIDENCE_NAMES).probability(row)
        if self._curated_share < 1.0:
            by_text = self.passages.confidence(question, found.ranked) if found.ranked else 0.0
            sure = max(sure, (1.0 - self._curated_share) * by_text)
        if found.evidence.likeness <= found.silence.likeness:
            return sure
        return max(sure, found.evidence.likeness**ECHO)

    def deepen(self, question: Question, found: Sequence[Found]) -> list[Found]:
        """The sentences ranked anew with the stronger vectors; as they are where there are none."""
        foreign = question.known_share < LEAST_KNOWN and not is_english(question.text)
        deeper = self.deeper if foreign or not self.is_plain else None
        if deeper is None or not question.text.strip():
            return list(found)
        near, unanswered = deeper.near(plain(question.text))
        known = {(one.sentence.paragraph, one.sentence.number): one for one in found}
        ranker = model("foreign rank" if foreign else "deep rank", DEEP_RANK_NAMES)
        deepened = []
        for sentence, nearness in zip(self._sentences, near, strict=True):
            one = known.get((sentence.paragraph, sentence.number)) or Found(
                sentence, NO_EVIDENCE, None, 0.0
            )
            one = one._replace(deep=nearness, deep_unanswered=unanswered, foreign=foreign)
            deepened.append(one._replace(rank=ranker.score(deep_rank_features(one))))
        return sorted(deepened, key=lambda one: (-one.quoted, -one.rank))

    @cached_property
    def deeper(self) -> NearnessIndex | None:
        """The stronger vectors of the sentences and questions, made when first asked for."""
        meaning = self._stronger()
        if meaning is None or len(self._sentences) > MOST_DEEP:
            return None
        sentences = [sentence.text for sentence in self._sentences]
        return NearnessIndex(meaning, sentences, self._questions, self.essay.unanswered)

    def scores(self, question: Question, found: Sequence[Found]) -> list[float]:
        """A score in 0..1 for each sentence found: the first's confidence, then less by rank."""
        if not found:
            return []
        sure = self.confidence(question, found[0])
        best = max(one.rank for one in found)
        scores = [sure * exp(one.rank - best) for one in found[1:]]
        return [sure, *sorted(scores, reverse=True)]
