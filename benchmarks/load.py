"""How many questions a second one process answers in time, beside a bare /ping bot.

usage: python -m benchmarks.load [--seconds N] [--turns N]

The whole program runs as a process of its own, against a Discord on this computer, over real
sockets. Questions come at a steady rate, each from another member; a rate is borne if 99.9 % of
them are answered within three seconds and no queue builds up. The highest such rate is
sought by doubling and halving. A time is that from the gateway's event to the arrival of the
answer. Memory is the process's resident set, before the first question and after the last.
"""

import argparse
import asyncio
import contextlib
import gc
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from benchmarks.bot import QUESTIONS
from tests.discord_server.interactions import Interaction
from tests.discord_server.members import Member
from tests.discord_server.program import ROOT, Program
from tests.discord_server.server import DiscordServer

LIMIT_SHARE = 0.7  # of the rate of the bare bot
LIMIT_SECONDS = 3.0
IN_TIME = 0.999
QUEUE = 0.25  # seconds' worth of questions that may wait at a time
AT_ONCE = 0.1  # seconds
FIRST_RATE = 100.0
STEPS = 4  # of halving
GUILDS, CHANNELS = 40, 25


@dataclass(frozen=True)
class Borne:
    """What one rate did: questions a second, the times of their answers, how many had none.

    `queued` were not answered when the last one was asked.
    """

    rate: float
    times: list[float]
    late: int
    queued: int

    @property
    def in_time(self) -> bool:
        """Whether enough were answered in time, and it could go on like this."""
        asked = len(self.times) + self.late
        enough = sum(one <= LIMIT_SECONDS for one in self.times) >= IN_TIME * asked
        return enough and self.queued <= QUEUE * self.rate

    def __str__(self) -> str:
        if len(self.times) < 2:
            return f"{self.rate:.0f}/s: hardly any answer"
        centiles = statistics.quantiles(self.times, n=100)
        half, most = centiles[49] * 1000, centiles[98] * 1000
        return f"{self.rate:.0f}/s: p50 {half:.1f} ms, p99 {most:.1f} ms, {self.late} not answered"


class Crowd:
    """Members enough that none asks twice within the time that a member has to rest."""

    def __init__(self, server: DiscordServer) -> None:
        self._server = server
        channels = list(server.world.channels.values())
        self._members = itertools.cycle(
            [server.member(f"member-{n}", channels[n % len(channels)]) for n in range(20_000)]
        )
        self._turn = itertools.count()

    async def ask(self, command: str, rate: float, seconds: float) -> Borne:
        """Asks so many times a second, and waits for the answers."""
        waiting = []
        begun = time.perf_counter()
        for number in range(int(rate * seconds)):
            # Even when there is no time to lose: this Discord has answers to take, too.
            await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
            waiting.append(await self._one(command, next(self._members)))
        queued = sum(one.took is None for one in waiting)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LIMIT_SECONDS):
                await asyncio.gather(*(asyncio.shield(one.answered) for one in waiting))
        times = [one.took for one in waiting if one.took is not None]
        return Borne(rate, times, len(waiting) - len(times), queued)

    async def _one(self, command: str, member: Member) -> Interaction:
        given = {} if command == "ping" else {"question": QUESTIONS[next(self._turn) % 6]}
        return (await member.slash(command, **given)).interaction

    async def rest(self, command: str) -> None:
        """Waits until the bot has caught up: until a question is answered at once again."""
        while True:
            one = await self._one(command, next(self._members))
            await asyncio.wait([one.answered], timeout=LIMIT_SECONDS)
            if one.took is not None and one.took < AT_ONCE:
                return


async def highest(crowd: Crowd, command: str, seconds: float) -> Borne:
    """The highest rate that is borne, sought by doubling and then by halving the gap."""
    await crowd.ask(command, FIRST_RATE, seconds)  # warm
    low, high = FIRST_RATE, 2 * FIRST_RATE
    best = await crowd.ask(command, low, seconds)
    while (tried := await crowd.ask(command, high, seconds)).in_time:
        best, low, high = tried, high, 2 * high
    await crowd.rest(command)
    for _ in range(STEPS):
        middle = (low + high) / 2
        tried = await crowd.ask(command, middle, seconds)
        if tried.in_time:
            best, low = tried, middle
        else:
            high = middle
            await crowd.rest(command)
    return best


@contextlib.asynccontextmanager
async def bot(name: str, server: DiscordServer, folder: Path) -> AsyncIterator[int]:
    """Runs a bot until the block ends; its process id."""
    if name == "attune":
        program = await Program.start(server.port, folder, LOG_LEVEL="warning")
        process = program.process
    else:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "benchmarks.ping", str(server.port)), cwd=ROOT
        )
    try:
        await server.gateway.until(lambda: server.gateway.connected)
        yield process.pid
    finally:
        process.terminate()
        await process.wait()
        await server.gateway.until(lambda: not server.gateway.connected)


async def measure(name: str, seconds: float) -> float:
    """Prints the figures of one bot, and returns its highest rate."""
    command = "ask" if name == "attune" else "ping"
    server = DiscordServer()
    server.rest.exchanges = None
    for number in range(GUILDS):
        server.world.add_guild(f"Guild {number}", [f"channel-{n}" for n in range(CHANNELS)])
    with tempfile.TemporaryDirectory() as folder:
        async with server.running(), bot(name, server, Path(folder)) as process:
            crowd = Crowd(server)
            await crowd.ask(command, FIRST_RATE, 3)
            before = memory(process)
            best = await highest(crowd, command, seconds)
            await crowd.rest(command)
            steady = await crowd.ask(command, 0.9 * best.rate, 4 * seconds)
            grown = memory(process) - before
    print(f"/{command}: the highest rate is {best}")
    print(f"  at nine tenths of it, {steady}")
    print(f"  memory {before:.0f} MB before, {grown:+.1f} MB after", flush=True)
    return best.rate


def memory(process: int) -> float:
    """What a process holds, in MB."""
    return float(psutil.Process(process).memory_info().rss) / 1e6


def main() -> int:
    """Prints the figures; 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=5.0, help="how long each rate is tried")
    parser.add_argument("--turns", type=int, default=1, help="how often both are measured")
    chosen = parser.parse_args()
    gc.disable()  # the pauses to be measured are the bots', not those of this Discord
    shares = []
    for _ in range(chosen.turns):
        ping = asyncio.run(measure("ping", chosen.seconds))
        ask = asyncio.run(measure("attune", chosen.seconds))
        shares.append(ask / ping)
        print(f"/ask at {ask / ping:.2f} of the rate of /ping (limit {LIMIT_SHARE})", flush=True)
    return 0 if statistics.median(shares) >= LIMIT_SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
