"""What a server costs in memory, as the bot keeps it, and how soon all servers are known.

usage: python -m benchmarks.servers [--servers N N]

The whole program runs against a Discord on this computer with few servers and then with many, on
as many shards as Discord demands. Each server has thirty channels with permissions of their own, twenty-five roles, ten
open threads and thirty emojis, as a lively one has. The difference is what one costs.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from itertools import count
from math import ceil
from pathlib import Path
from signal import SIGTERM

import psutil  # type: ignore[import-untyped]

from tests.discord_server.program import Program
from tests.discord_server.server import DiscordServer
from tests.discord_server.world import Json, World

CHANNELS, ROLES, THREADS, EMOJIS = 30, 25, 10, 30
LIMIT = 150.0  # KB a server
ONE_SHARD = 2_500  # servers, at most, as Discord demands


def lively(world: World, number: int) -> None:
    """Adds a server as lively ones are."""
    guild = world.add_guild(f"The reading circle {number}", [f"room-{n}" for n in range(CHANNELS)])
    everyone = guild["roles"][0]
    numbers = count(int(guild["id"]) + 1)
    guild["roles"] += [
        {**everyone, "id": str(next(numbers)), "name": f"Readers of {n}", "position": n}
        for n in range(1, ROLES)
    ]
    for channel in guild["channels"]:
        channel["topic"] = "What we read here, and when we meet."
        channel["permission_overwrites"] = [
            {"id": role["id"], "type": 0, "allow": "1024", "deny": "2048"}
            for role in guild["roles"][:4]
        ]
    guild["emojis"] = [_emoji(next(numbers)) for _ in range(EMOJIS)]
    guild["threads"] = [_thread(next(numbers), guild, guild["channels"][n]) for n in range(THREADS)]


def _emoji(number: int) -> Json:
    return {"id": str(number), "name": f"emoji_{number}", "roles": [], "available": True}


def _thread(number: int, guild: Json, channel: Json) -> Json:
    metadata = {"archived": False, "auto_archive_duration": 1440, "locked": False}
    return {
        "id": str(number),
        "type": 11,
        "guild_id": guild["id"],
        "parent_id": channel["id"],
        "name": "Reflection for 2 March 2026",
        "owner_id": "1001",
        "last_message_id": None,
        "message_count": 3,
        "member_count": 3,
        "rate_limit_per_user": 0,
        "flags": 0,
        "thread_metadata": {**metadata, "archive_timestamp": "2026-03-02T08:00:00+00:00"},
    }


async def measure(servers: int) -> tuple[float, float]:
    """Memory with so many servers, in MB, and seconds until all were known."""
    server = DiscordServer()
    server.rest.shards = ceil(servers / ONE_SHARD)
    for number in range(servers):
        lively(server.world, number)
    with tempfile.TemporaryDirectory() as folder:
        async with server.running():
            begun = time.perf_counter()
            program = await Program.start(server.port, Path(folder))
            await program.says(f"in {servers} servers")
            took = time.perf_counter() - begun
            held = psutil.Process(program.process.pid).memory_info().rss / 1e6
            program.tell(SIGTERM)
            await program.ends()
    return held, took


def main() -> int:
    """Prints the figures; 1 if a server costs more than the limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--servers", type=int, nargs=2, default=[100, 10_000])
    few, many = parser.parse_args().servers
    held_by_few, _ = asyncio.run(measure(few))
    held_by_many, took = asyncio.run(measure(many))
    each = (held_by_many - held_by_few) * 1000 / (many - few)
    print(f"{few} servers: {held_by_few:.0f} MB; {many} servers: {held_by_many:.0f} MB")
    print(f"a server costs {each:.0f} KB (limit {LIMIT:.0f}); all were known after {took:.1f} s")
    return 0 if each <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
