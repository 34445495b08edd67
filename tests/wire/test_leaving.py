"""How `attune run` leaves when it is told to: with 0, whatever hangs."""

import asyncio
import signal
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from bot.storage import locate
from tests.databases import postgresql
from tests.discord_server.faults import ALWAYS, Fault, Way
from tests.discord_server.hurry import Hurry
from tests.discord_server.program import ROOT
from tests.discord_server.server import DiscordServer
from tests.wire.conftest import Start
from tests.wire.hanging import HangingDatabase
from tests.wire.seeding import set_up, unfinished

__all__ = ["postgresql"]

POST = r"/channels/\d+/messages"
AT_ONCE = 8  # reflections of one server that are sent side by side
HANGING_THREAD = """
import time
from bot.client import Attune

ready = Attune.on_ready

async def on_ready(bot):
    bot.loop.run_in_executor(None, time.sleep, 600)
    await ready(bot)

Attune.on_ready = on_ready
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_leaves_when_it_is_told_to(start: Start, number: signal.Signals) -> None:
    program = await start()
    await program.says("in 1 server")
    assert await program.leaves(number) == 0
    assert "Shutting down" in program.said


def test_before_the_bot_listens_the_signal_ends_it_with_0() -> None:
    program = """
import os, signal, sys
import bot.settings
bot.settings.load_settings = lambda: os.kill(os.getpid(), signal.SIGTERM)
from bot.cli import main
sys.exit(main(["run"]))
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/users/@me"),
        ("GET", "/oauth2/applications/@me"),
        ("PUT", r"/applications/\d+/commands"),
        ("GET", "/gateway/bot"),
    ],
)
async def test_it_leaves_amid_a_start_at_which_discord_hangs(
    start: Start, server: DiscordServer, method: str, path: str
) -> None:
    hanging = Fault(method, path, Way.HANG)
    server.rest.faults.append(hanging)
    program = await start()
    await server.gateway.until(lambda: hanging.met)
    assert await program.leaves() == 0


async def test_it_leaves_while_the_gateway_is_away_at_the_start(
    start: Start, server: DiscordServer
) -> None:
    server.gateway.closed = True
    program = await start()
    await server.gateway.until(lambda: server.gateway.refused)
    assert await program.leaves() == 0


async def test_it_leaves_while_the_gateway_is_away(start: Start, server: DiscordServer) -> None:
    program = await start()
    await program.says("in 1 server")
    server.gateway.closed = True
    server.gateway.cut()
    await server.gateway.until(lambda: server.gateway.refused)
    assert await program.leaves() == 0


async def test_it_leaves_although_the_gateway_says_no_goodbye(
    start: Start, server: DiscordServer
) -> None:
    program = await start()
    await program.says("in 1 server")
    server.gateway.silent = True
    assert await program.leaves() == 0


async def test_a_second_signal_changes_nothing(start: Start, server: DiscordServer) -> None:
    program = await start()
    await program.says("in 1 server")
    server.gateway.silent = True
    program.tell(signal.SIGTERM)
    await program.says("Shutting down")
    program.tell(signal.SIGTERM)
    assert await program.leaves(signal.SIGINT) == 0


async def test_it_leaves_although_the_callback_of_a_command_is_never_taken(
    start: Start, server: DiscordServer
) -> None:
    hanging = Fault("POST", "/interactions/.*", Way.HANG)
    server.rest.faults.append(hanging)
    program = await start()
    await program.says("in 1 server")
    await server.member("Ann").slash("ask", question="what is attunement?")
    await server.gateway.until(lambda: hanging.met)
    assert await program.leaves() == 0
    assert "Cut off replies that took too long: 1" in program.said


async def test_it_leaves_although_a_reply_to_a_message_is_never_taken(
    start: Start, server: DiscordServer
) -> None:
    hanging = Fault("POST", POST, Way.HANG)
    server.rest.faults.append(hanging)
    program = await start()
    await program.says("in 1 server")
    await server.friend("Ann").say("What is attunement?")
    await server.gateway.until(lambda: hanging.met)
    assert await program.leaves() == 0
    assert "Cut off replies that took too long: 1" in program.said


async def test_a_reflection_that_hangs_stays_claimed_and_those_not_begun_are_given_back(
    start: Start, server: DiscordServer, tmp_path: Path
) -> None:
    hurry = Hurry(2, datetime(2026, 3, 2, 7, 51, 55, tzinfo=UTC))
    guild = server.world.add_guild("The walkers", [str(number) for number in range(AT_ONCE + 3)])
    begun: set[int] = set()

    async def hear(method: str, path: str, moment: str) -> None:
        if method == "POST" and path.endswith("/messages"):
            begun.add(int(path.split("/")[2]))

    server.rest.heard = hear
    server.rest.faults.append(Fault("POST", POST, Way.HANG, ALWAYS))
    url = locate(None, tmp_path / "state")
    await set_up(url, guild["channels"], time(7, 52), hurry.now())
    program = await start(hurry=hurry)
    await server.gateway.until(lambda: len(begun) == AT_ONCE)
    assert await program.leaves() == 0
    wakes = await unfinished(url)
    assert {channel for channel, wake in wakes.items() if wake > hurry.now()} == begun
    assert len(wakes) == AT_ONCE + 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (b"attune", "1 text loaded"),  # the name of the database, which comes first
        (b"removed_at <=", "kept in attune"),  # the first look for what is due
        (b"SELECT guilds.guild_id", "in 1 server"),  # the comparison of servers, once connected
    ],
)
async def test_it_leaves_although_the_database_hangs(
    start: Start, postgresql: URL, words: bytes, said: str
) -> None:
    between = HangingDatabase(f"{postgresql.query['host']}/.s.PGSQL.5432", words)
    async with await asyncio.start_server(between.connect, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        url = f"postgresql://postgres@127.0.0.1:{port}/{postgresql.database}?sslmode=disable"
        program = await start(DATABASE_URL=url)
        await program.says(said)
        async with asyncio.timeout(20):
            await between.hangs.wait()
        assert await program.leaves() == 0


async def test_a_thread_that_hangs_does_not_keep_it(start: Start, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(HANGING_THREAD)  # which Python imports first
    program = await start(PYTHONPATH=f"{tmp_path}:{ROOT}")
    await program.says("in 1 server")
    assert await program.leaves() == 0
