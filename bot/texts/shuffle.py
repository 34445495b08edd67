"""A shuffle bag: rounds in which every item comes once, each round in another order. Pure.

An order is made by hashing each item with a seed, so that it can be made again from the seed
alone, and stays the same for the items that an edit of the text leaves.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")


class Order(NamedTuple, Generic[Item]):
    """The items in the order of a seed, and the rank of each: 63 bits, ascending."""

    ranks: list[int]
    items: list[Item]


class ShuffleBag(Generic[Item]):
    """Items in shuffled rounds. `key` gives the text that identifies an item."""

    def __init__(
        self, items: Iterable[Item], key: Callable[[Item], str], orders_kept: int = 256
    ) -> None:
        self._items = {key(item): item for item in items}
        self._orders: dict[int, Order[Item]] = {}
        self._orders_kept = orders_kept

    def __len__(self) -> int:
        return len(self._items)

    def order(self, seed: int) -> Order[Item]:
        """The items in the order of `seed`, which is at least 0 and below 2**32."""
        if seed not in self._orders:
            if len(self._orders) >= self._orders_kept:
                del self._orders[next(iter(self._orders))]
            ranked = sorted((rank(key, seed), key) for key in self._items)
            self._orders[seed] = Order(
                [number for number, _ in ranked], [self._items[key] for _, key in ranked]
            )
        return self._orders[seed]

    def next_seed(self, before: int, candidates: Iterable[int]) -> int:
        """The first of `candidates` whose round does not begin with the last item of `before`'s.

        With a single item, the first of them. Raises StopIteration if there is none.
        """
        last = self.order(before).items[-1]
        return next(
            seed for seed in candidates if len(self) == 1 or self.order(seed).items[0] != last
        )


def rank(key: str, seed: int) -> int:
    """Where `key` stands in the order of `seed`: 63 bits, so that a database can hold it."""
    salt = seed.to_bytes(8, "little")
    return int.from_bytes(blake2b(key.encode(), digest_size=8, salt=salt).digest(), "big") >> 1
