"""The engine for any list of paragraphs: find candidates, judge their sentences, rank."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from bot.retrieval import confidence, features
from bot.retrieval.expansion import Expansion
from bot.retrieval.meaning import MeaningSource, no_meaning, word_vectors
from bot.retrieval.model import model
from bot.retrieval.postings import Postings, Scores
from bot.retrieval.question import Question, read_question
from bot.retrieval.terms import carries_meaning, spelled_out, words
from bot.retrieval.vocabulary import MISSPELT, Near, Vocabulary
from bot.texts.sentences import sentence_spans

if TYPE_CHECKING:
    from bot.retrieval.meaning import Vector, Vectors

Span = tuple[int, int]
"""Where a sentence begins and ends in its paragraph."""

CANDIDATES = 10
"""Paragraphs whose sentences are judged one by one."""

MOST_VECTORS = 8_000
"""Sentences of which all vectors are kept, and all are candidates by meaning; of a longer text
only those that the words bring up are looked at."""

NEAREST_IN_MEANING = 4
"""Paragraphs that are candidates for being near in meaning alone."""

BY_LETTERS = " by letters"
"""What the names of models end in that were fitted without meaning."""

LEAST_COSINE = 0.35
"""The cosine from which on a sentence is near in meaning, whatever its words."""

LEAST_LEAD = 0.3
"""The share of the best paragraph's BM25 score below which a paragraph is no candidate."""


class Hit(NamedTuple):
    """A paragraph (from 0) with its best sentence, to the letter; `score` lies in 0..1."""

    paragraph: int
    sentence: str
    score: float


class Judged(NamedTuple):
    """A sentence, by its paragraph and its place there (both from 0), and its features."""

    paragraph: int
    sentence: int
    features: list[float]


class Ranked(NamedTuple):
    """A judged sentence with its rank: the higher, the likelier it answers."""

    paragraph: int
    sentence: int
    features: list[float]
    rank: float


class PassageIndex:
    """An index over paragraphs that finds the sentence which answers a question."""

    def __init__(
        self,
        paragraphs: Sequence[str],
        vocabulary: Vocabulary | None = None,
        meaning: MeaningSource = no_meaning,
        headings: Sequence[str] = (),
        spans: Sequence[Sequence[Span]] = (),
    ) -> None:
        """`vocabulary` may know related words; `meaning` finds what is said in other words.

        `headings` has the heading above each paragraph, empty for none: its words count as if
        they stood before the paragraph, but are never an answer. `spans` are where the sentences of
        each paragraph begin and end; left out, they are found as those of English.
        """
        self.paragraphs = list(paragraphs)
        self._meaning = meaning
        self.vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self._postings = Postings()
        self._terms = array("I")
        self._first_sentence = array("I", [0])
        self._first_term = array("I", [0])
        self._starts = array("I")
        self._ends = array("I")
        self._sentences_with = array("I")
        self._headings: dict[int, list[int]] = {}
        for number, text in enumerate(paragraphs):
            heading = headings[number] if headings else ""
            self._add(text, heading, spans[number] if spans else sentence_spans(text))

    @classmethod
    def from_paragraphs(cls, paragraphs: Sequence[str]) -> "PassageIndex":
        """An index of these paragraphs, from one to a few million."""
        return cls(paragraphs, meaning=word_vectors)

    def _add(self, text: str, heading: str, spans: Sequence[Span]) -> None:
        add = self.vocabulary.add
        above = [add(word) for word in words(heading) if carries_meaning(word)]
        if above:
            self._headings[len(self._first_sentence) - 1] = above
        counts: Counter[int] = Counter(above)
        length = len(above)
        for start, end in spans:
            terms = [add(word) for word in words(text[start:end]) if carries_meaning(word)]
            self._sentences_with.extend([0] * (len(self.vocabulary) - len(self._sentences_with)))
            distinct = set(terms)
            for term in distinct:
                self._sentences_with[term] += 1
            counts.update(terms)
            length += len(terms)
            self._terms.extend(terms)
            self._first_term.append(len(self._terms))
            self._starts.append(start)
            self._ends.append(end)
        self._sentences_with.extend([0] * (len(self.vocabulary) - len(self._sentences_with)))
        self._first_sentence.append(len(self._starts))
        self._postings.add(counts.items(), length)

    def warm_up(self) -> None:
        """Makes all vectors, so that no question waits for them."""
        self.vectors, self._expansion  # noqa: B018

    @property
    def suffix(self) -> str:
        """What the names of the models end in: those without meaning were fitted apart."""
        return "" if self._meaning() is not None else BY_LETTERS

    def read(self, question: str) -> Question:
        """The question as this text's vocabulary understands it."""
        return read_question(question, self.vocabulary, self._idf)

    def as_meant(self, question: Question) -> str:
        """The question with misspelt words put right, where the text has the word meant."""
        meant = {
            group.word: self.vocabulary.word_of(group.nears[0].term)
            for group in question.groups
            if group.nears and group.nears[0].how == MISSPELT
        }
        return " ".join(meant.get(word, word) for word in map(spelled_out, words(question.text)))

    def _idf(self, nears: tuple[Near, ...]) -> float:
        """The inverse document frequency of a group over sentences (Robertson's, kept positive)."""
        many = len(self._starts)
        known = len(self._sentences_with)
        seen = max((self._sentences_with[n.term] for n in nears if n.term < known), default=0)
        return log(1.0 + (many - seen + 0.5) / (seen + 0.5))

    def search(self, question: str, limit: int = 10) -> list[Hit]:
        """The paragraphs that answer best, best first, one hit each, at most `limit`.

        A hit's score is the probability that it answers; below the first, it falls with the rank.
        Empty for a question without words and for one that nothing in the text touches.
        """
        read = self.read(question)
        ranked = best_of_each(self.rank(read, limit))[:limit]
        if not ranked:
            return []
        first = ranked[0]
        sure = self.confidence(read, first)
        return [
            Hit(
                one.paragraph,
                self.sentence(one.paragraph, one.sentence),
                sure * exp(one.rank - first.rank),
            )
            for one in ranked
        ]

    def rank(
        self,
        question: Question,
        limit: int = CANDIDATES,
        *,
        by_meaning: bool = True,
        only: Sequence[int] = (),
    ) -> list[Ranked]:
        """The sentences of the likeliest paragraphs, best first; by letters alone, if asked so.

        `only` names the paragraphs (from 0) that are looked at; none names all.
        """
        letters = self.suffix if by_meaning else BY_LETTERS
        ranker = model(f"sentence rank{letters}", features.NAMES)
        ranked = [
            Ranked(paragraph, sentence, row, ranker.score(row))
            for paragraph, sentence, row in self.judge(
                question, max(limit, CANDIDATES), by_meaning=by_meaning, only=only
            )
        ]
        ranked.sort(key=lambda one: (-one.rank, one.paragraph, one.sentence))
        return ranked

    def confidence(self, question: Question, ranked: Ranked) -> float:
        """The probability that the best sentence answers the question, in 0..1."""
        row = confidence.features(question, ranked.features, ranked.rank)
        return model(f"passage confidence{self.suffix}", confidence.NAMES).probability(row)

    def judge(
        self,
        question: Question,
        limit: int = CANDIDATES,
        *,
        by_meaning: bool = True,
        only: Sequence[int] = (),
    ) -> Iterator[Judged]:
        """The sentences of the `limit` likeliest paragraphs, or of those `only`, with features."""
        meaning = self._meaning() if by_meaning and question.groups else None
        expansion = self._expansion if meaning is not None else None
        wide = question if expansion is None else expansion.expanded(question)
        scores = self._scores(wide)
        found = list(only) or list(
            dict.fromkeys(p for one in scores for p in _leading(one.best(limit)))
        )
        asked = meaning.questions([self.as_meant(question)])[0] if meaning is not None else None
        if asked is not None and self.vectors is not None and not only:
            found += self._nearest(asked, self.vectors, found)
        judge = features.Judge(wide, [self.paragraphs[paragraph] for paragraph in found])
        best = [max((score for _, score in one.best(1)), default=1.0) for one in scores]
        for paragraph in found:
            weighed = [
                (one.of(paragraph), one.of(paragraph) / top)
                for one, top in zip(scores, best, strict=True)
            ]
            passage = self._passage(paragraph, weighed[0], weighed[-1])
            meant = self._cosines(asked, paragraph, passage.sentences)
            for at, row in enumerate(judge.rows(passage, meant)):
                yield Judged(paragraph, at, row)

    def _scores(self, question: Question) -> list[Scores]:
        """How BM25 weighs the paragraphs by the question's words and, if it has any, by those
        that are near in meaning."""
        words = [(group.worth, group.nears) for group in question.groups if group.nears]
        scores = [self._postings.scores(words)]
        if any(group.meant for group in question.groups):
            wide = [(g.worth, (*g.nears, *g.meant)) for g in question.groups if g.nears or g.meant]
            scores.append(self._postings.scores(wide))
        return scores

    @cached_property
    def _expansion(self) -> Expansion | None:
        """The words of the text as vectors, made when first asked for; None for a long text."""
        meaning = self._meaning()
        if meaning is None or not 0 < len(self._starts) <= MOST_VECTORS:
            return None
        words = [
            self.vocabulary.word_of(term) if seen else ""
            for term, seen in enumerate(self._sentences_with)
        ]
        return Expansion(meaning, words)

    @cached_property
    def vectors(self) -> "Vectors | None":
        """The vectors of all sentences, made when first asked for; None for a long text."""
        meaning = self._meaning()
        if meaning is None or not 0 < len(self._starts) <= MOST_VECTORS:
            return None
        sentences = [
            self.sentence(paragraph, at)
            for paragraph in range(len(self.paragraphs))
            for at in range(self._first_sentence[paragraph + 1] - self._first_sentence[paragraph])
        ]
        return meaning.sentences(sentences)

    def _nearest(self, asked: "Vector", vectors: "Vectors", found: Sequence[int]) -> list[int]:
        """The paragraphs that are nearer in meaning than all those `found` by their words."""
        cosines = vectors @ asked
        least = LEAST_COSINE
        for paragraph in found:
            first, behind = self._first_sentence[paragraph], self._first_sentence[paragraph + 1]
            least = max(least, float(cosines[first:behind].max(initial=0.0)))
        places = (cosines > least).nonzero()[0].tolist()
        places.sort(key=lambda at: -cosines[at])
        paragraphs = (bisect_right(self._first_sentence, at) - 1 for at in places)
        return list(dict.fromkeys(paragraphs))[:NEAREST_IN_MEANING]

    def _cosines(
        self, asked: "Vector | None", paragraph: int, sentences: Sequence[str]
    ) -> list[float]:
        """The cosine of the question and each sentence of a paragraph, 0 without meaning."""
        meaning = self._meaning() if asked is not None else None
        if asked is None or meaning is None:
            return [0.0] * len(sentences)
        if self.vectors is not None:
            first, behind = self._first_sentence[paragraph], self._first_sentence[paragraph + 1]
            vectors = self.vectors[first:behind]
        else:
            vectors = meaning.sentences(sentences)
        cosines: list[float] = (vectors @ asked).tolist()
        return cosines

    def _passage(
        self, paragraph: int, by_words: tuple[float, float], by_meaning: tuple[float, float]
    ) -> features.Passage:
        text = self.paragraphs[paragraph]
        places = range(self._first_sentence[paragraph], self._first_sentence[paragraph + 1])
        return features.Passage(
            text,
            self._headings.get(paragraph, ()),
            [text[self._starts[at] : self._ends[at]] for at in places],
            [self._terms[self._first_term[at] : self._first_term[at + 1]] for at in places],
            by_words,
            by_meaning,
        )

    def sentence(self, paragraph: int, place: int) -> str:
        """The sentence at a place of a paragraph (both from 0), to the letter."""
        at = self._first_sentence[paragraph] + place
        return self.paragraphs[paragraph][self._starts[at] : self._ends[at]]


def _leading(found: Sequence[tuple[int, float]]) -> list[int]:
    """The paragraphs whose scores are not far behind the best one's."""
    return [paragraph for paragraph, score in found if score >= LEAST_LEAD * found[0][1]]


def best_of_each(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The best sentence of each paragraph, in the order given."""
    seen: dict[int, Ranked] = {}
    for one in ranked:
        seen.setdefault(one.paragraph, one)
    return list(seen.values())
