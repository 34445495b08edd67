"""`attune run` with HEALTH_PORT: what its operator sees of the whole program."""

import json
import re
import socket
import subprocess
import sys
from pathlib import Path

import aiohttp

from tests.discord_server.faults import ALWAYS, Fault
from tests.discord_server.hurry import Hurry
from tests.discord_server.program import ROOT, Program
from tests.discord_server.server import DiscordServer
from tests.health.page import Page
from tests.wire.conftest import MORNING, Start


async def address(program: Program) -> str:
    """Where the program shows its health; it takes a free port and says which."""
    await program.says("/metrics")
    (found,) = re.findall(r"Health is shown at (http://127\.0\.0\.1:\d+)/healthz", program.said)
    return str(found)


async def get(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


async def test_a_connected_program_is_healthy_and_shows_its_figures(start: Start) -> None:
    program = await start(HEALTH_PORT="0")
    site = await address(program)
    await program.says("in 1 server")
    assert await get(f"{site}/healthz") == (200, "healthy\n")
    status, text = await get(f"{site}/metrics")
    assert status == 200
    page = Page(text)
    assert page.value("attune_shards_connected") == 1
    assert page.value("attune_posts_backlog") == 0
    assert await program.leaves() == 0


async def test_the_pages_are_there_before_discord_is_and_stay_over_every_try(
    start: Start, server: DiscordServer
) -> None:
    server.rest.faults.append(Fault("GET", "/users/@me", 503, ALWAYS))
    program = await start(hurry=Hurry(5, MORNING), HEALTH_PORT="0")
    site = await address(program)
    await program.says("retrying in 2 s")
    status, reason = await get(f"{site}/healthz")
    assert status == 503
    assert reason in (
        "Not connected to Discord yet.\n",
        "Discord cannot be reached; it is tried again.\n",
    )
    assert (await get(f"{site}/metrics"))[0] == 200
    server.rest.faults.clear()
    await program.says("in 1 server")
    assert await get(f"{site}/healthz") == (200, "healthy\n")
    assert await program.leaves() == 0


async def test_the_figures_go_on_with_the_next_bot_when_a_try_fails(
    start: Start, server: DiscordServer, tmp_path: Path
) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state/attune.db").write_bytes(b"This was a database once. " * 500)
    server.rest.faults.append(Fault("GET", "/gateway/bot", 503))
    program = await start(HEALTH_PORT="0")
    site = await address(program)
    await program.says("in 1 server")
    page = Page((await get(f"{site}/metrics"))[1])
    assert page.value("attune_database_errors_total") == 2
    status, reason = await get(f"{site}/healthz")
    assert (status, "is damaged" in reason) == (503, True)
    assert await program.leaves() == 0


async def test_a_container_can_ask_without_knowing_more_than_the_port(
    start: Start, tmp_path: Path
) -> None:
    program = await start(HEALTH_PORT="0")
    port = (await address(program)).rpartition(":")[2]
    await program.says("in 1 server")

    def asked() -> tuple[int, str]:
        ran = subprocess.run(
            [sys.executable, "-m", "bot", "health"],
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT), "HEALTH_PORT": port},
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.returncode, ran.stdout + ran.stderr

    assert asked() == (0, "healthy\n")
    assert await program.leaves() == 0
    code, said = asked()
    assert code == 1
    assert said.startswith("Nothing answers at 127.0.0.1")


async def test_without_a_port_no_page_is_served(start: Start) -> None:
    program = await start()
    await program.says("in 1 server")
    assert await program.leaves() == 0
    assert "Health is shown" not in program.said


async def test_a_port_that_is_taken_is_one_sentence_and_2(start: Start) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        program = await start(HEALTH_PORT=str(port))
        assert await program.ends() == 2
    (line,) = program.said.splitlines()
    assert f"HEALTH_PORT {port} is taken by another program; choose another port" in line


async def test_an_address_that_is_not_ours_is_one_sentence_and_2(start: Start) -> None:
    program = await start(HEALTH_PORT="0", HEALTH_HOST="203.0.113.7")
    assert await program.ends() == 2
    (line,) = program.said.splitlines()
    assert "HEALTH_HOST “203.0.113.7” is no address of this machine" in line


async def test_a_connection_that_is_lost_is_one_line_with_the_reason(
    start: Start, server: DiscordServer
) -> None:
    program = await start(LOG_FORMAT="json")
    await server.gateway.until(lambda: server.gateway.connected)
    server.gateway.closed = True
    await server.gateway.close(4000)
    await program.says("Attempting a reconnect")
    (line,) = (
        json.loads(line) for line in program.said.splitlines() if "Attempting a reconnect" in line
    )
    assert re.fullmatch(
        r"Attempting a reconnect for shard ID 0 in \d+\.\d\ds: Discord answered with 503",
        line["message"],
    )
    assert "error" not in line
    assert await program.leaves() == 0


async def test_a_connection_that_does_not_come_about_is_one_line_too(
    start: Start, server: DiscordServer
) -> None:
    server.gateway.mute = 1
    program = await start()
    await program.says("Failed to connect for shard_id: 0. Retrying...: Discord asked to reconnect")
    assert await program.leaves() == 0
