"""Whether anything grows while the program runs for long: memory, tasks, sockets, files, threads.

usage: python -m benchmarks.soak [--minutes N] [--rate N]

The whole program runs against a Discord on this computer, which keeps nothing itself, with mixed
traffic at a steady rate: questions by command and by mention, quotations, pages, cards, what is
typed, presses of buttons, and things that make no sense. Every twenty seconds the texts are loaded
anew, the connection is broken, or Discord asks for a new one; some requests fail. Once a minute
the program is looked at. What it holds at the end is held against what it held after the first
five minutes, when everything is warm (a sixth of the time in shorter runs).
"""

import argparse
import asyncio
import itertools
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, fields
from pathlib import Path
from random import Random
from signal import SIGHUP, SIGTERM

import aiohttp
import psutil  # type: ignore[import-untyped]

from benchmarks.bot import QUESTIONS
from tests.discord_server.faults import Fault, Way
from tests.discord_server.gateway import INVALID, RECONNECT
from tests.discord_server.interactions import Interaction
from tests.discord_server.members import Member
from tests.discord_server.program import Program
from tests.discord_server.server import DiscordServer
from tests.wire.fuzz import Generator

LIMIT_GROWTH = 0.03  # of the memory
TROUBLE_EVERY = 20.0  # seconds
MEMBERS = 3_000


@dataclass(frozen=True)
class Held:
    """What the program holds at one moment."""

    memory: float  # MB
    tasks: float
    sockets: float
    files: float
    threads: float

    def __str__(self) -> str:
        return ", ".join(f"{getattr(self, one.name):.1f} {one.name}" for one in fields(self))


class Crowd:
    """Members who do all there is to do, one thing after the other."""

    def __init__(self, server: DiscordServer, chance: Random) -> None:
        self._server, self._chance = server, chance
        self._generator = Generator(chance.randrange(1000))
        channels = list(server.world.channels.values())
        self._members = itertools.cycle(
            [server.member(f"member-{n}", channels[n % len(channels)]) for n in range(MEMBERS)]
        )
        self.unanswered = 0
        self.answered = 0
        self._waiting: list[Interaction] = []

    async def act(self) -> None:
        """One member does something."""
        member, chance = next(self._members), self._chance
        match chance.randrange(10):
            case 0:
                await member.say(f"<@1001> {chance.choice(QUESTIONS)}")
            case 1:
                self._asked((await member.slash("quote")).interaction)
            case 2:
                self._asked((await member.slash(chance.choice(["essay read", "help"]))).interaction)
            case 3:
                await member.type_into("ask", "question", self._generator.question()[:40])
            case 4:
                kind, data, more = self._generator.interaction()
                await member.interact(kind, data, **more)
            case 5:
                await self._press(member)
            case _:
                question = chance.choice([*QUESTIONS, self._generator.question()])
                self._asked((await member.slash("ask", question=question)).interaction)

    def _asked(self, interaction: Interaction) -> None:
        if self._server.gateway.sessions:  # else nobody will ever hear of it
            self._waiting.append(interaction)

    async def _press(self, member: Member) -> None:
        """Presses a button of an answer that somebody got."""
        answered = [one for one in self._waiting[-50:] if one.messages]
        if not answered:
            return
        message = self._chance.choice(answered).messages[0]
        buttons = [one for one in _flat(message["components"]) if one.get("type") == 2]
        if buttons:
            await member.press(message, str(self._chance.choice(buttons)["custom_id"]))

    def count(self) -> None:
        """Notes who was answered, of those who have waited long enough."""
        now = time.perf_counter()
        old = [one for one in self._waiting if now - one.asked_at > 10]
        self._waiting = [one for one in self._waiting if now - one.asked_at <= 10]
        self.answered += sum(one.took is not None for one in old)
        self.unanswered += sum(one.took is None for one in old)
        for messages in self._server.world.messages.values():
            messages.clear()


def _flat(components: list[dict[str, object]]) -> list[dict[str, object]]:
    found = []
    for one in components:
        children = one.get("components") or []
        assert isinstance(children, list)
        found += [one, *_flat(children)]
    return found


async def trouble(server: DiscordServer, program: Program, chance: Random) -> None:
    """Something that happens now and then."""
    match chance.randrange(6):
        case 0 | 1:
            program.tell(SIGHUP)
        case 2:
            server.gateway.cut()
        case 3:
            await server.gateway.say(RECONNECT)
        case 4:
            await server.gateway.say(INVALID, False)
        case 5:
            failures: list[int | Way] = [500, 502, Way.RESET]
            way = chance.choice(failures)
            server.rest.faults = [Fault("POST", "/channels/.*", way, times=3)]


async def look(process: psutil.Process, metrics: str) -> Held:
    """What the program holds now."""
    async with aiohttp.ClientSession() as session, session.get(metrics) as answer:
        lines = (await answer.text()).splitlines()
    tasks = next(float(line.split()[1]) for line in lines if line.startswith("attune_tasks "))
    return Held(
        process.memory_info().rss / 1e6,
        tasks,
        len(process.net_connections(kind="inet")),
        process.num_fds(),
        process.num_threads(),
    )


async def soak(minutes: float, rate: float, folder: Path) -> bool:
    """Prints a line a minute; whether nothing has grown."""
    chance = Random(1)
    server = DiscordServer()
    server.rest.exchanges = None
    for number in range(20):
        server.world.add_guild(f"Guild {number}", [f"channel-{n}" for n in range(15)])
    async with server.running():
        program = await Program.start(server.port, folder, HEALTH_PORT="0")
        await program.says("Health is shown at ")
        address = program.said.partition("Health is shown at ")[2].partition("/healthz")[0]
        await server.gateway.until(lambda: server.gateway.connected)
        crowd, process = Crowd(server, chance), psutil.Process(program.process.pid)
        seen = []
        begun = time.perf_counter()
        for minute in range(max(1, round(minutes))):
            await _traffic(server, program, crowd, chance, rate, begun + 60 * (minute + 1))
            seen.append(await look(process, f"{address}/metrics"))
            print(
                f"minute {minute + 1}: {seen[-1]}; {crowd.answered} answered, "
                f"{crowd.unanswered} not; {len(server.gateway.identifies)} sessions, "
                f"{server.gateway.resumes} resumed",
                flush=True,
            )
        program.tell(SIGTERM)
        code = await program.ends()
    print(f"it ended with {code}; 'failed' stands {program.said.count('failed')} times in its log")
    return code == 0 and _kept(seen)


async def _traffic(
    server: DiscordServer,
    program: Program,
    crowd: Crowd,
    chance: Random,
    rate: float,
    end: float,
) -> None:
    """Acts, so many times a second, until the computer's clock shows `end`."""
    next_trouble = time.perf_counter() + TROUBLE_EVERY
    while (now := time.perf_counter()) < end:
        if now >= next_trouble:
            next_trouble = now + TROUBLE_EVERY
            await trouble(server, program, chance)
            crowd.count()
        await crowd.act()
        await asyncio.sleep(1 / rate)


def _kept(seen: list[Held]) -> bool:
    """Whether the last minutes hold no more than those after everything was warm."""
    warm = 5 if len(seen) > 10 else max(1, len(seen) // 6)
    before, after = seen[warm : warm + 5] or seen, seen[-5:]
    kept = True
    for one in fields(Held):
        was = statistics.median(getattr(held, one.name) for held in before)
        is_now = statistics.median(getattr(held, one.name) for held in after)
        grown = is_now > was * (1 + LIMIT_GROWTH) + (one.name != "memory") * 3
        print(f"{one.name}: {was:.1f} after {warm} minutes, {is_now:.1f} at the end")
        kept &= not grown
    print("nothing has grown" if kept else "SOMETHING HAS GROWN")
    return kept


def main() -> int:
    """Prints the figures; 1 if something grew."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--rate", type=float, default=40.0, help="actions a second")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = asyncio.run(soak(chosen.minutes, chosen.rate, Path(folder)))
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
