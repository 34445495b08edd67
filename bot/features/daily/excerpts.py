"""What to post: short passages of whole sentences, drawn in shuffled rounds."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import ceil
from typing import NamedTuple

from bot.texts.model import Essay, Paragraph

MOST_SENTENCES = 3
MOST_CHARACTERS = 1_200
_ORDERS = 256
_START = -1


@dataclass(frozen=True, slots=True)
class Passage:
    """One to three whole consecutive sentences of a paragraph; numbers count from 1."""

    essay: str
    paragraph: int
    first: int
    last: int
    questions: tuple[str, ...]
    text: str

    @property
    def sentences(self) -> tuple[int, ...]:
        """The numbers of its sentences."""
        return tuple(range(self.first, self.last + 1))

    def question(self, index: int | None) -> str | None:
        """The question `index`; none if there is no such question."""
        if index is None or not 0 <= index < len(self.questions):
            return None
        return self.questions[index]


class Place(NamedTuple):
    """How far a channel is: the number of its round, and the rank of the last passage drawn."""

    round: int = 0
    drawn: int = _START


class Draw(NamedTuple):
    """A passage that was drawn, the index of its question, and the place after it."""

    passage: Passage
    question: int | None
    place: Place


class Bag:
    """PassageCog in shuffled rounds: within a round none comes twice, and none is left out.

    A round is an order of the passages by a hash of their text and the round, so a place in it
    is two numbers, however long the text. An edit of the text leaves the place valid: passages
    that stayed are not shown again in the round, and new ones fall in among those to come or
    wait for the next round.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.passages = tuple({passage.text: passage for passage in passages}.values())
        self._orders: dict[int, tuple[list[int], list[Passage]]] = {}

    def __len__(self) -> int:
        return len(self.passages)

    def draw(self, channel_id: int, place: Place) -> Draw:
        """The next passage for the channel. Raises LookupError if the bag is empty."""
        if not self.passages:
            raise LookupError("no passages")
        ranks, passages = self._order(channel_id, place.round)
        at = bisect_right(ranks, place.drawn)
        number = place.round
        if at == len(ranks):
            number, at = self._round_after(channel_id, place.round), 0
            ranks, passages = self._order(channel_id, number)
        passage = passages[at]
        count = len(passage.questions)
        question = (number + passage.first) % count if count else None
        return Draw(passage, question, Place(number, ranks[at]))

    def progress(self, channel_id: int, place: Place) -> tuple[int, int]:
        """How many passages of the present round were drawn, of how many."""
        ranks, _ = self._order(channel_id, place.round)
        return bisect_right(ranks, place.drawn), len(ranks)

    def _round_after(self, channel_id: int, number: int) -> int:
        # A round that began with the last passage of the one before would show it twice running.
        last = self._order(channel_id, number)[1][-1]
        candidates = range(number + 1, number + 1 + _ORDERS)
        return next((n for n in candidates if self._order(channel_id, n)[1][0] != last), number + 1)

    def _order(self, channel_id: int, number: int) -> tuple[list[int], list[Passage]]:
        shuffle = ((channel_id >> 22) + number) % _ORDERS
        if shuffle not in self._orders:
            ranked = sorted((_rank(passage, shuffle), passage.text) for passage in self.passages)
            by_text = {passage.text: passage for passage in self.passages}
            self._orders[shuffle] = (
                [rank for rank, _ in ranked],
                [by_text[text] for _, text in ranked],
            )
        return self._orders[shuffle]


def passages_of(essay: Essay) -> list[Passage]:
    """The passages of an essay, in order; together they hold each sentence that can be posted.

    A sentence of more than 1,200 characters cannot.
    """
    return [
        Passage(essay.id, paragraph.number, group[0], group[-1], paragraph.reflections, text)
        for paragraph in essay.paragraphs
        for group, text in _groups(paragraph)
    ]


def _groups(paragraph: Paragraph) -> Iterable[tuple[list[int], str]]:
    """Runs of sentences as even as they can be, cut where they would grow too long."""
    sentences = paragraph.sentences
    runs = ceil(len(sentences) / MOST_SENTENCES)
    for number in range(runs):
        run = sentences[number * len(sentences) // runs : (number + 1) * len(sentences) // runs]
        whole = paragraph.text[run[0].start : run[-1].end]
        if len(whole) <= MOST_CHARACTERS:
            yield [sentence.number for sentence in run], whole
            continue
        for sentence in run:
            if len(sentence.text) <= MOST_CHARACTERS:
                yield [sentence.number], sentence.text


def _rank(passage: Passage, shuffle: int) -> int:
    digest = blake2b(
        f"{passage.essay}\n{passage.text}".encode(), digest_size=8, salt=bytes([shuffle])
    ).digest()
    return int.from_bytes(digest) >> 1  # 63 bits, so that a database's integer holds it


class Bags:
    """The bag of each text, and of all texts together."""

    def __init__(self, essays: Sequence[Essay]) -> None:
        by_essay = {essay.id: passages_of(essay) for essay in essays}
        self._all = Bag(passage for passages in by_essay.values() for passage in passages)
        self._bags = {name: Bag(passages) for name, passages in by_essay.items()}
        self._passages = {
            (passage.essay, passage.paragraph, passage.first, passage.last): passage
            for passages in by_essay.values()
            for passage in passages
        }

    def of(self, essay: str | None) -> Bag:
        """The bag of the text `essay`; of all texts if none is given, or it has no passage."""
        bag = self._bags.get(essay) if essay is not None else None
        return bag or self._all

    def passage(self, essay: str, paragraph: int, first: int, last: int) -> Passage | None:
        """The passage at that place; none if the text has changed and it is no more."""
        return self._passages.get((essay, paragraph, first, last))
