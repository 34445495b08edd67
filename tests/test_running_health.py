"""`attune run` with HEALTH_PORT: what its operator sees of the whole program."""

import json
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.health.page import Page
from tests.test_running import Discord, Program, Start, discord_server, start

__all__ = ["discord_server", "start"]

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")


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
    await program.says("in 0 servers")
    assert await get(f"{site}/healthz") == (200, "healthy\n")
    status, text = await get(f"{site}/metrics")
    assert status == 200
    page = Page(text)
    assert page.value("attune_shards_connected") == 1
    assert page.value("attune_posts_backlog") == 0
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0


async def test_the_pages_are_there_before_discord_is_and_stay_over_every_try(
    start: Start, discord_server: Discord
) -> None:
    discord_server.status = 503
    program = await start(HEALTH_PORT="0")
    site = await address(program)
    await program.says("next try in 2 seconds")
    status, reason = await get(f"{site}/healthz")
    assert status == 503
    assert reason in (
        "Not connected to Discord yet.\n",
        "Discord cannot be reached; it is tried again.\n",
    )
    assert (await get(f"{site}/metrics"))[0] == 200
    discord_server.status = 200
    await program.says("in 0 servers")
    assert await get(f"{site}/healthz") == (200, "healthy\n")
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0


async def test_the_figures_go_on_with_the_next_bot_when_a_try_fails(
    start: Start, discord_server: Discord, tmp_path: Path
) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state/attune.db").write_bytes(b"This was a database once. " * 500)
    refusals = ["once"]

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path == "/gateway/bot" and refusals:
            refusals.pop()
            return web.Response(status=503)
        return await discord_server.answer(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        program = await start(port=runner.addresses[0][1], HEALTH_PORT="0")
        site = await address(program)
        await program.says("in 0 servers")
        page = Page((await get(f"{site}/metrics"))[1])
        assert page.value("attune_database_errors_total") == 2
        status, reason = await get(f"{site}/healthz")
        assert (status, "is damaged" in reason) == (503, True)
        program.process.send_signal(signal.SIGTERM)
        assert await program.ends() == 0
    finally:
        await runner.cleanup()


async def test_a_container_can_ask_without_knowing_more_than_the_port(
    start: Start, tmp_path: Path
) -> None:
    program = await start(HEALTH_PORT="0")
    port = (await address(program)).rpartition(":")[2]
    await program.says("in 0 servers")

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
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0
    code, said = asked()
    assert code == 1
    assert said.startswith("Nothing answers at 127.0.0.1")


async def test_without_a_port_no_page_is_served(start: Start) -> None:
    program = await start()
    await program.says("in 0 servers")
    assert "Health is shown" not in program.said
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0


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
    start: Start, discord_server: Discord, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def let_in_and_cut_off(request: web.Request, _: Any) -> web.WebSocketResponse:
        discord_server.status = 503
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        await socket.receive()
        await socket.close(code=4000)
        return socket

    monkeypatch.setattr(discord_server, "_gateway", let_in_and_cut_off)
    program = await start(LOG_FORMAT="json")
    await program.says("Attempting a reconnect")
    line = json.loads(program.said.splitlines()[-1])
    assert re.fullmatch(
        r"Attempting a reconnect for shard ID 0 in \d+\.\d\ds: Discord answered with 503",
        line["message"],
    )
    assert "error" not in line
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0


async def test_a_connection_that_does_not_come_about_is_one_line_too(
    start: Start, discord_server: Discord, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hang_up(request: web.Request, _: Any) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.close(code=4000)
        return socket

    monkeypatch.setattr(discord_server, "_gateway", hang_up)
    program = await start()
    await program.says("Failed to connect for shard_id: 0. Retrying...: Discord asked to connect")
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0


async def test_a_program_that_cannot_connect_says_why(start: Start) -> None:
    program = await start(port=9)
    await program.says("Discord cannot be reached (connection refused)")
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0
