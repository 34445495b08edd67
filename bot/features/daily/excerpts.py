"""What to post: excerpts of a few whole sentences, drawn in shuffled rounds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil
from typing import NamedTuple

from bot.texts.model import Essay, Paragraph
from bot.texts.shuffle import ShuffleBag

MOST_SENTENCES = 3
MOST_CHARACTERS = 1_200
MOST_SET_ASIDE = 50
_ORDERS = 256
_START = -1


@dataclass(frozen=True, slots=True)
class Excerpt:
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
        """The question `index`; None if there is no such question."""
        if index is None or not 0 <= index < len(self.questions):
            return None
        return self.questions[index]


class RoundPosition(NamedTuple):
    """How far a channel is: the number of its round, and the rank of the last excerpt drawn.

    `set_aside` are ranks up to that one whose excerpts were not shown: they end the round.
    """

    round: int = 0
    drawn: int = _START
    set_aside: tuple[int, ...] = ()


class Draw(NamedTuple):
    """An excerpt that was drawn, the index of its question, and the position after it."""

    excerpt: Excerpt
    question: int | None
    position: RoundPosition


class ExcerptBag:
    """Excerpts in shuffled rounds: within a round none comes twice, and none is left out.

    A position in a round is a few numbers, however long the text. An edit of the text leaves it
    valid: excerpts that stayed are not shown again in the round, and new ones fall in among those
    to come or wait for the next round.
    """

    def __init__(self, excerpts: Iterable[Excerpt]) -> None:
        self.excerpts = tuple({excerpt.text: excerpt for excerpt in excerpts}.values())
        self._shuffled = ShuffleBag(self.excerpts, _key, orders_kept=_ORDERS)

    def __len__(self) -> int:
        return len(self.excerpts)

    def draw(self, channel_id: int, position: RoundPosition) -> Draw:
        """The next excerpt for the channel. Raises LookupError if the bag is empty."""
        if not self.excerpts:
            raise LookupError("no excerpts")
        number, drawn, set_aside = position
        ranks, excerpts = self._order(channel_id, number)
        at = bisect_right(ranks, drawn)
        waiting = self._waiting(channel_id, position)
        if at < len(ranks):
            position = RoundPosition(number, ranks[at], set_aside)
        elif waiting:
            at = bisect_left(ranks, waiting[0])
            position = RoundPosition(number, drawn, waiting[1:])
        else:
            number, at = self._round_after(channel_id, number), 0
            ranks, excerpts = self._order(channel_id, number)
            position = RoundPosition(number, ranks[0])
        excerpt = excerpts[at]
        questions = len(excerpt.questions)
        question = (number + excerpt.first) % questions if questions else None
        return Draw(excerpt, question, position)

    def set_aside(
        self, channel_id: int, position: RoundPosition, excerpt: Excerpt
    ) -> RoundPosition:
        """The position from which `excerpt`, which was drawn but not shown, ends the round."""
        ranks, excerpts = self._order(channel_id, position.round)
        found = next(
            (rank for rank, one in zip(ranks, excerpts, strict=True) if one == excerpt), None
        )
        waiting = self._waiting(channel_id, position)
        if found is None or found > position.drawn or found in waiting:
            return position  # it is gone from the text, or comes anyway
        return position._replace(set_aside=(*waiting, found)[-MOST_SET_ASIDE:])

    def put_back(self, channel_id: int, position: RoundPosition, excerpt: Excerpt) -> RoundPosition:
        """The position from which `excerpt`, which was drawn but not shown, comes next again."""
        passed = self.set_aside(channel_id, position, excerpt)
        if passed == position:
            return position
        *waiting, found = passed.set_aside
        if found != position.drawn:
            return position._replace(set_aside=(found, *waiting))
        ranks, _ = self._order(channel_id, position.round)
        at = bisect_left(ranks, found)
        return position._replace(drawn=ranks[at - 1] if at else _START)

    def pass_over(self, channel_id: int, position: RoundPosition) -> RoundPosition:
        """The position from which another excerpt comes next, and the present one ends the round.

        The last of a round gives way to the next round. Raises LookupError if there is no other
        excerpt, or if very many were passed over already.
        """
        if len(self) < 2 or len(self._waiting(channel_id, position)) >= MOST_SET_ASIDE:
            raise LookupError("no other excerpt")
        draw = self.draw(channel_id, position)
        passed = self.set_aside(channel_id, draw.position, draw.excerpt)
        if self.draw(channel_id, passed).excerpt != draw.excerpt:
            return passed
        following = RoundPosition(self._round_after(channel_id, position.round))
        if self.draw(channel_id, following).excerpt != draw.excerpt:
            return following
        return self.pass_over(channel_id, following)

    def progress(self, channel_id: int, position: RoundPosition) -> tuple[int, int]:
        """How many excerpts of the present round were shown, of how many."""
        ranks, _ = self._order(channel_id, position.round)
        shown = bisect_right(ranks, position.drawn) - len(self._waiting(channel_id, position))
        return shown, len(ranks)

    def _waiting(self, channel_id: int, position: RoundPosition) -> tuple[int, ...]:
        """The ranks that were set aside, but for those whose excerpts an edit removed."""
        ranks, _ = self._order(channel_id, position.round)
        at = {rank: bisect_left(ranks, rank) for rank in position.set_aside}
        return tuple(rank for rank, i in at.items() if i < len(ranks) and ranks[i] == rank)

    def _round_after(self, channel_id: int, number: int) -> int:
        # A round that began with the last excerpt of the one before would show it twice running.
        start = channel_id >> 22
        seeds = ((start + number + step) % _ORDERS for step in range(1, _ORDERS + 1))
        try:
            seed = self._shuffled.next_seed(self._seed(channel_id, number), seeds)
        except StopIteration:
            return number + 1
        return next(n for n in count(number + 1) if self._seed(channel_id, n) == seed)

    def _seed(self, channel_id: int, number: int) -> int:
        return ((channel_id >> 22) + number) % _ORDERS

    def _order(self, channel_id: int, number: int) -> tuple[list[int], list[Excerpt]]:
        return self._shuffled.order(self._seed(channel_id, number))


def _key(excerpt: Excerpt) -> str:
    return f"{excerpt.essay}\n{excerpt.text}"


def excerpts_of(essay: Essay) -> list[Excerpt]:
    """The excerpts of an essay, in order; together they hold each sentence that can be posted.

    A sentence of more than 1,200 characters cannot. Where nobody curated the text, they are those
    sentences that stand alone.
    """
    if (chosen := essay.standing_alone) is not None:
        return [
            Excerpt(essay.id, run.paragraph.number, run.first, run.last, (), run.text)
            for run in chosen
        ]
    return [
        Excerpt(essay.id, paragraph.number, group[0], group[-1], paragraph.reflections, text)
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


class ExcerptBags:
    """The bag of each text, and of all texts together."""

    def __init__(self, essays: Sequence[Essay]) -> None:
        by_essay = {essay.id: excerpts_of(essay) for essay in essays}
        self._all = ExcerptBag(excerpt for excerpts in by_essay.values() for excerpt in excerpts)
        self._bags = {name: ExcerptBag(excerpts) for name, excerpts in by_essay.items()}
        self._excerpts = {
            (excerpt.essay, excerpt.paragraph, excerpt.first, excerpt.last): excerpt
            for excerpts in by_essay.values()
            for excerpt in excerpts
        }

    def of(self, essay: str | None) -> ExcerptBag:
        """The bag of the text `essay`; of all texts if none is given, or it has no excerpt."""
        bag = self._bags.get(essay) if essay is not None else None
        return bag or self._all

    def excerpt(self, essay: str, paragraph: int, first: int, last: int) -> Excerpt | None:
        """The excerpt at that place; None if the text has changed and it is gone."""
        return self._excerpts.get((essay, paragraph, first, last))
