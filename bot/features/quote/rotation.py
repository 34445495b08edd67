"""Quotations in rounds: none comes again in a channel before all were shown there."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from zlib import crc32

from bot.discord_ui.custom_id import AnotherQuote
from bot.texts.shuffle import ShuffleBag

_REMEMBERED = 10_000
_SEEDS = 2**32


class QuoteRotation:
    """Where each channel stands in its shuffled round of quotations, for each topic.

    A round is a seed and a position, and every quotation's button carries them: that is how a
    round goes on after a restart, although nothing is stored.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._standing: OrderedDict[tuple[int, str], AnotherQuote] = OrderedDict()

    def next(
        self, channel: int, topic: str, size: int, pressed: AnotherQuote | None = None
    ) -> tuple[int, AnotherQuote]:
        """Which of `size` quotations (from 0) comes next in `channel`, and its state.

        `pressed` is the state of the button that asked for it; a forged seed counts as none.
        """
        if pressed is not None and not 0 <= pressed.seed < _SEEDS:
            pressed = None
        last = self._standing.get((channel, topic)) or pressed
        if last is not None and pressed is not None and last.seed == pressed.seed:
            last = max(last, pressed, key=lambda state: state.position)
        state = self._after(channel, topic, size, last)
        self._standing[channel, topic] = state
        self._standing.move_to_end((channel, topic))
        if len(self._standing) > _REMEMBERED:
            self._standing.popitem(last=False)
        return _bag(size).order(state.seed).items[state.position], state

    def _after(
        self, channel: int, topic: str, size: int, last: AnotherQuote | None
    ) -> AnotherQuote:
        if last is not None and last.position + 1 < size:
            return AnotherQuote(last.seed, last.position + 1, topic)
        seed = crc32(f"{channel} {self._now().timestamp()}".encode())
        if last is not None:
            # The first of a new round must not be the one that ended the old.
            others = ((seed + step) % _SEEDS for step in range(_SEEDS))
            fresh = (other for other in others if other != last.seed)
            seed = _bag(size).next_seed(last.seed, fresh)
        return AnotherQuote(seed, 0, topic)


@lru_cache(maxsize=32)
def _bag(size: int) -> ShuffleBag[int]:
    return ShuffleBag(range(size), str, orders_kept=32)
