"""Quotations: whole sentences of a text, and the references by which buttons find them again."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.discord_ui.markdown import block_quote
from bot.texts.model import Essay, Paragraph, Sentence, digest
from bot.texts.quotable import runs

CARD_LETTERS = range(25, 701)
"""How many characters of text a card can hold."""


@dataclass(frozen=True, slots=True)
class SentenceRef:
    """A sentence by its numbers and a digest of its words, so that it is found after an edit."""

    paragraph: int
    sentence: int
    digest: str

    @classmethod
    def of(cls, sentence: Sentence) -> "SentenceRef":
        """The reference to `sentence`."""
        return cls(sentence.paragraph, sentence.number, _digest(sentence.text))

    @classmethod
    def parse(cls, text: str) -> "SentenceRef":
        """Reads what `str` wrote. Raises ValueError for anything else."""
        paragraph, sentence, digest = text.split(".")
        return cls(int(paragraph), int(sentence), digest)

    def __str__(self) -> str:
        return f"{self.paragraph}.{self.sentence}.{self.digest}"

    def find(self, essay: Essay) -> Sentence | None:
        """The sentence in `essay` as it is today, wherever it moved; None if it is gone."""
        try:
            sentence = essay.sentence(self.paragraph, self.sentence)
        except LookupError:
            sentence = None
        if sentence is not None and _digest(sentence.text) == self.digest:
            return sentence
        everywhere = (
            sentence for paragraph in essay.paragraphs for sentence in paragraph.sentences
        )
        return next(
            (sentence for sentence in everywhere if _digest(sentence.text) == self.digest), None
        )


@dataclass(frozen=True, slots=True)
class Quotation:
    """Sentences `first` to `last` (from 1) of one paragraph; text is shown in no other way."""

    essay: Essay
    paragraph: Paragraph
    first: int
    last: int

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The quoted sentences, in order."""
        return self.paragraph.sentences[self.first - 1 : self.last]

    @property
    def text(self) -> str:
        """The words, to the letter."""
        return self.paragraph.text[self.sentences[0].start : self.sentences[-1].end]

    @property
    def ref(self) -> SentenceRef:
        """The reference to its first sentence."""
        return SentenceRef.of(self.sentences[0])

    @property
    def whole(self) -> bool:
        """Whether it is the whole paragraph."""
        return self.first == 1 and self.last == len(self.paragraph.sentences)

    def markdown(self, bold: Sentence | None = None) -> str:
        """The quotation as a block quote, with the sentence `bold` standing out if it is in it."""
        start = self.sentences[0].start
        if bold is None or bold not in self.sentences:
            return block_quote(self.text)
        return block_quote(self.text, (bold.start - start, bold.end - start))


def single(essay: Essay, sentence: Sentence) -> Quotation:
    """A quotation of one sentence."""
    paragraph = essay.paragraphs[sentence.paragraph - 1]
    return Quotation(essay, paragraph, sentence.number, sentence.number)


def from_sentence(essay: Essay, sentence: Sentence, last: int) -> Quotation:
    """The quotation from `sentence` to the number `last`, as far as the paragraph still goes."""
    found = single(essay, sentence)
    return Quotation(
        essay, found.paragraph, found.first, max(found.first, min(last, _size(found.paragraph)))
    )


def passage(essay: Essay, sentence: Sentence, limit: int) -> Quotation:
    """The paragraph of `sentence`, or as many sentences around it as `limit` characters allow."""
    found = single(essay, sentence)
    first = last = sentence.number
    size = len(found.paragraph.sentences)
    if _fits(found, (1, size), limit):
        return Quotation(essay, found.paragraph, 1, size)
    for more in range(2 * size):
        span = (first, last + 1) if more % 2 == 0 else (first - 1, last)
        if span[0] >= 1 and span[1] <= size and _fits(found, span, limit):
            first, last = span
    return Quotation(essay, found.paragraph, first, last)


def beginning(essay: Essay, paragraph: Paragraph, limit: int) -> Quotation | None:
    """The paragraph, or its first sentences within `limit` characters; None if none fits."""
    return _run(essay, paragraph, [(1, last) for last in range(1, _size(paragraph) + 1)], limit)


def ending(essay: Essay, paragraph: Paragraph, limit: int) -> Quotation | None:
    """The paragraph, or its last sentences within `limit` characters; None if none fits."""
    size = _size(paragraph)
    return _run(essay, paragraph, [(first, size) for first in range(size, 0, -1)], limit)


def quotable(essay: Essay, paragraph: Paragraph) -> list[Quotation]:
    """The quotations of a paragraph that can stand alone: sentences, short ones joined to the next.

    Each fits a card. Where the text has enough that say all by themselves, only those.
    """
    chosen = essay.standing_alone
    found = (
        runs(paragraph)
        if chosen is None
        else [r for r in chosen if r.paragraph.number == paragraph.number]
    )
    quotations = (Quotation(essay, paragraph, run.first, run.last) for run in found)
    return [quotation for quotation in quotations if len(quotation.text) in CARD_LETTERS]


def _run(
    essay: Essay, paragraph: Paragraph, runs: Iterable[tuple[int, int]], limit: int
) -> Quotation | None:
    best: Quotation | None = None
    for first, last in runs:
        longer = Quotation(essay, paragraph, first, last)
        if len(longer.markdown()) > limit:
            break
        best = longer
    return best


def _fits(found: Quotation, span: tuple[int, int], limit: int) -> bool:
    wider = Quotation(found.essay, found.paragraph, *span)
    return len(wider.markdown()) <= limit


def _size(paragraph: Paragraph) -> int:
    return len(paragraph.sentences)


@lru_cache(maxsize=4096)
def _digest(text: str) -> str:
    return digest(text, 3)
