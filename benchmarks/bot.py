"""What the bot costs in Discord: /ask beside a bare /ping, a thousand questions at once, memory.

usage: python -m benchmarks.bot [--rounds N] [--burst N] [--questions N]

Everything runs in one process against a simulated Discord, on the shipped text. A command's time
is that from its arrival to the moment when discord.py hands the answer over; what the simulated
Discord then does with it is not the bot's. /ping is a command of one line in the same bot.
"""

import argparse
import asyncio
import gc
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import simcord
from simcord.http import router
from simcord.interactions import base_payload

from bot.client import Attune, create_bot
from bot.features.ask.messages import answer_message
from bot.retrieval import Answer
from bot.settings import Settings

LIMIT_RATIO = 1.5
LIMIT_SECONDS = 3.0
LIMIT_GROWTH = 2.0  # MB
QUESTIONS = [
    "What is the definition of attunement?",
    "wat does atunement mean",
    "why is trust important",
    "what do college students need from a counsellor",
    "how do I repair a bicycle",
    "who wrote this",
]


class Stage:
    """The bot in a simulated server, and questions that are put to it as Discord would."""

    def __init__(self, env: simcord.Env, bot: Attune) -> None:
        self.env, self.bot = env, bot
        self.guild = env.create_guild()
        self.channels = [self.guild.create_text_channel(f"channel-{n}") for n in range(30)]
        self.members = [self.guild.add_member(env.create_user(f"member-{n}")) for n in range(250)]
        self._turn = itertools.count()
        self._handed_over: dict[str, float] = {}
        self._take = router.dispatch
        router.dispatch = self._note_and_take

    def _note_and_take(self, backend: Any, method: str, path: str, **request: Any) -> Any:
        if path.endswith("/callback"):
            self._handed_over[path.split("/")[2]] = time.perf_counter()
        return self._take(backend, method, path, **request)

    def send(self, command: str, **options: str) -> Any:
        """Puts a command to the bot, which has not yet dealt with it when this returns."""
        turn = next(self._turn)
        root = self.env.backend.find_command(command, self.guild.id, type=1)
        assert root is not None
        given = [{"name": name, "type": 3, "value": value} for name, value in options.items()]
        record, payload = base_payload(
            self.env.backend,
            type=2,
            channel_id=self.channels[turn % len(self.channels)].id,
            guild_id=self.guild.id,
            user_id=self.members[turn % len(self.members)].id,
            data={"id": root["id"], "name": command, "type": 1, "options": given},
        )
        self.env.backend.emit("INTERACTION_CREATE", payload)
        return record

    async def time(self, command: str, **options: str) -> float:
        """Seconds from the arrival of a command to its answer."""
        began = time.perf_counter()
        record = self.send(command, **options)
        while not record.responded:  # noqa: ASYNC110  # the simulation tells nobody
            await asyncio.sleep(0)
        return self._handed_over.pop(str(record.id)) - began

    def forget(self) -> None:
        """Drops what the simulated Discord keeps, so that only the bot's own memory is left."""
        backend = self.env.backend
        backend.http_requests.clear()
        backend.transcript.clear()
        backend.interactions.clear()
        self._handed_over.clear()
        backend.interaction_tokens.clear()
        for messages in backend.messages.values():
            messages.clear()


async def overhead(stage: Stage, rounds: int) -> bool:
    """/ask beside /ping, turn by turn in the same run."""
    times: dict[str, list[float]] = {"ping": [], "ask": []}
    for number in range(rounds):
        times["ping"].append(await stage.time("ping"))
        question = QUESTIONS[number % len(QUESTIONS)]
        times["ask"].append(await stage.time("ask", question=question))
        if number % 200 == 0:
            stage.forget()
    ping, ask = (statistics.median(times[name]) * 1000 for name in ("ping", "ask"))
    print(f"/ping {ping:.2f} ms, /ask {ask:.2f} ms (medians of {rounds}): {ask / ping:.2f} times")
    library = stage.bot.texts.library
    found = _each(library.ask, QUESTIONS)
    laid_out = _each(_laid_out, [library.ask(question) for question in QUESTIONS])
    print(f"of which finding the answer {found:.2f} ms, laying it out {laid_out:.2f} ms")
    return ask / ping <= LIMIT_RATIO


def _laid_out(answer: Answer) -> None:
    answer_message(answer, question=True, private=False)


def _each(job: Callable[[Any], object], things: list[Any]) -> float:
    """Milliseconds that `job` takes for one of `things`, in the middle."""
    times = []
    for thing in things * 20:
        began = time.perf_counter()
        job(thing)
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1000


async def burst(stage: Stage, count: int) -> bool:
    """Many questions that arrive at the same moment."""
    began = time.perf_counter()
    waiting = [stage.send("ask", question=QUESTIONS[n % len(QUESTIONS)]) for n in range(count)]
    latest = 0.0
    while waiting:
        await asyncio.sleep(0)
        latest = time.perf_counter() - began
        waiting = [record for record in waiting if not record.responded]
    print(f"{count} questions at once: the last is answered after {latest:.2f} s")
    return latest <= LIMIT_SECONDS


async def memory(stage: Stage, count: int) -> bool:
    """Memory before and after many questions, once everything is warm."""
    before = 0.0
    for number in range(count + count // 10):
        await stage.time("ask", question=f"{QUESTIONS[number % len(QUESTIONS)]} {number}")
        if number % 500 == 0:
            stage.forget()
        if number == count // 10:
            before = _resident()
    stage.forget()
    growth = _resident() - before
    print(f"{count} questions: memory went from {before:.1f} MB to {before + growth:.1f} MB")
    return growth <= LIMIT_GROWTH


def _resident() -> float:
    """Memory of this process in MB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _clock() -> Callable[[], datetime]:
    """A clock on which everybody has always rested between questions."""
    moments = itertools.count()
    return lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=next(moments))


async def _run(arguments: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        bot = create_bot(Settings(state_dir=Path(folder)), now=_clock())

        @bot.tree.command(name="ping", description="Answers.")
        async def ping(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("pong")

        async with simcord.run(bot) as env:
            stage = Stage(env, bot)
            await overhead(stage, 50)
            print("warm")
            return all(
                [
                    await overhead(stage, arguments.rounds),
                    await burst(stage, arguments.burst),
                    await memory(stage, arguments.questions),
                ]
            )


def main() -> int:
    """Prints the figures; 1 if one of them is beyond its limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--burst", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=100_000)
    return 0 if asyncio.run(_run(parser.parse_args())) else 1


if __name__ == "__main__":
    sys.exit(main())
