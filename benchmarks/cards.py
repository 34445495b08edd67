"""How long a quote card takes: `python -m benchmarks.cards`, from the repository's root.

Each card is drawn once: the words are other ones each time, and nothing is taken from a cache.
"""

import random
import statistics
import time

from bot.features.cards.drawing import Card, draw
from bot.texts.loading import load_essays

_CARDS = 200
_SHORTEST, _LONGEST = 25, 700


def main() -> None:
    """Prints the median and the 95th percentile, in milliseconds, and the size of the files."""
    cards = _cards(random.Random(1))
    draw(Card("The first card also loads the fonts.", None, "Attunement"))
    times: list[float] = []
    sizes: list[int] = []
    for card in cards:
        start = time.perf_counter()
        picture = draw(card)
        times.append(1000 * (time.perf_counter() - start))
        sizes.append(len(picture))
    slowest = statistics.quantiles(times, n=20)[-1]
    print(
        f"{_CARDS} cards of {_SHORTEST} to {_LONGEST} characters: "
        f"median {statistics.median(times):.1f} ms, p95 {slowest:.1f} ms, "
        f"median file {statistics.median(sizes) / 1000:.0f} kB"
    )


def _cards(chance: random.Random) -> list[Card]:
    """Cards of words of the shipped text, of lengths spread evenly."""
    essay = load_essays(None)[0]
    words = " ".join(paragraph.text for paragraph in essay.paragraphs)
    lengths = [
        _SHORTEST + number * (_LONGEST - _SHORTEST) // (_CARDS - 1) for number in range(_CARDS)
    ]
    starts = [chance.randrange(len(words) - length) for length in lengths]
    return [
        Card(words[start : start + length], essay.author, essay.title, essay.colour)
        for start, length in zip(starts, lengths, strict=True)
    ]


if __name__ == "__main__":
    main()
