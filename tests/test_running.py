"""`attune run` against a Discord of our own on this computer."""

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import WSMsgType, web

TOKEN = "MTIzNDU2.secret-token.of-this-test"  # noqa: S105  # nobody's
ROOT = Path(__file__).parents[1]
PROGRAM = """
import sys
import discord.http
discord.http.Route.BASE = "http://127.0.0.1:" + sys.argv[1]
from bot.mistake import Mistake
from bot.running import run
from bot.settings import load_settings
try:
    sys.exit(run(load_settings()))
except Mistake as mistake:
    print("attune:", mistake, file=sys.stderr)
    sys.exit(2)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")


class Discord:
    """As much of Discord as a start needs; `status` refuses the login, `close` the gateway."""

    def __init__(self) -> None:
        self.status = 200
        self.close: int | None = None
        self.port = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if self.status != 200:
            return _json({"message": "no", "code": 0}, self.status)
        me = {"id": "7", "username": "Attune", "discriminator": "0", "avatar": None, "bot": True}
        url = f"ws://127.0.0.1:{self.port}/gateway"
        limits = {"total": 9, "remaining": 9, "reset_after": 0, "max_concurrency": 1}
        known: dict[str, Any] = {
            "/users/@me": me,
            "/gateway": {"url": url},
            "/gateway/bot": {"url": url, "shards": 1, "session_start_limit": limits},
            "/oauth2/applications/@me": _application(me),
        }
        if request.path == "/gateway" and "Upgrade" in request.headers:
            return await self._gateway(request, me)
        return _json(known.get(request.path, []))

    async def _gateway(self, request: web.Request, me: dict[str, Any]) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            said = message.json()
            if said["op"] == 2 and self.close is not None:
                await socket.close(code=self.close)
            elif said["op"] == 2:
                ready = {
                    "v": 10,
                    "user": me,
                    "guilds": [],
                    "session_id": "s",
                    "resume_gateway_url": str(request.url.with_scheme("ws")),
                    "application": {"id": "7", "flags": 0},
                    "shard": [0, 1],
                }
                await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": ready})
            elif said["op"] == 1:
                await socket.send_json({"op": 11})
        return socket


def _json(data: Any, status: int = 200) -> web.Response:
    """A response whose type is exactly what discord.py looks for."""
    headers = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(data).encode(), status=status, headers=headers)


def _application(owner: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": "7",
        "owner": owner,
        "name": "Attune",
        "description": "",
        "icon": None,
        "summary": "",
        "verify_key": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "flags": 0,
    }


class Program:
    """The running program, and what it has said."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.said = ""

    async def says(self, words: str) -> None:
        """Waits until the log holds `words`."""
        assert self.process.stderr is not None
        async with asyncio.timeout(20):
            while words not in self.said:
                line = await self.process.stderr.readline()
                assert line, f"it ended without saying {words!r}:\n{self.said}"
                self.said += line.decode()

    async def ends(self) -> int:
        """Waits for the end; the exit code."""
        async with asyncio.timeout(20):
            _, rest = await self.process.communicate()
        self.said += rest.decode()
        assert TOKEN not in self.said
        assert "Traceback" not in self.said
        return self.process.returncode or 0


Start = Callable[..., Awaitable[Program]]


@pytest.fixture
async def discord_server() -> AsyncIterator[Discord]:
    server = Discord()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", server.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.port = runner.addresses[0][1]
    yield server
    await runner.cleanup()


@pytest.fixture
async def start(discord_server: Discord, tmp_path: Path) -> AsyncIterator[Start]:
    running: list[asyncio.subprocess.Process] = []

    async def started(port: int | None = None, **settings: str) -> Program:
        environment = {"DISCORD_TOKEN": TOKEN, "STATE_DIR": str(tmp_path / "state"), **settings}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            PROGRAM,
            str(port or discord_server.port),
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **environment},
            stderr=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        running.append(process)
        return Program(process)

    yield started
    for process in running:
        with contextlib.suppress(ProcessLookupError):
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_says_what_it_did_at_the_start_and_leaves_with_0(
    start: Start, number: int
) -> None:
    program = await start()
    await program.says("in 0 servers")
    program.process.send_signal(number)
    assert await program.ends() == 0
    for line in ("1 text loaded: Attunement", "7 commands registered", "Leaving"):
        assert line in program.said


async def test_a_missing_token_is_one_sentence_and_2(start: Start) -> None:
    program = await start(DISCORD_TOKEN="")
    assert await program.ends() == 2
    assert len(program.said.splitlines()) == 1
    assert "DISCORD_TOKEN is not set" in program.said


async def test_a_refused_token_is_one_sentence_and_2(start: Start, discord_server: Discord) -> None:
    discord_server.status = 401
    program = await start()
    assert await program.ends() == 2
    assert "Discord refuses DISCORD_TOKEN" in program.said.splitlines()[-1]


@pytest.mark.parametrize(
    ("code", "words"), [(4004, "refuses DISCORD_TOKEN"), (4014, "privileged intent")]
)
async def test_a_connection_that_is_refused_for_good_is_one_sentence_and_2(
    start: Start, discord_server: Discord, code: int, words: str
) -> None:
    discord_server.close = code
    program = await start()
    assert await program.ends() == 2
    assert words in program.said.splitlines()[-1]


async def test_a_bad_text_is_one_sentence_and_2(start: Start, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("title: [")
    program = await start(KNOWLEDGE="broken.yaml")
    assert await program.ends() == 2
    assert "broken.yaml" in program.said
    assert len(program.said.splitlines()) == 1


async def test_without_a_network_it_waits_tries_again_and_can_be_told_to_leave(
    start: Start,
) -> None:
    program = await start(port=9)
    await program.says("next try in 1 second")
    await program.says("next try in 2 seconds")
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0


async def test_when_discord_is_back_it_connects(start: Start, discord_server: Discord) -> None:
    discord_server.status = 503
    program = await start()
    await program.says("Discord cannot be reached")
    discord_server.status = 200
    await program.says("in 0 servers")
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is no SIGHUP")
async def test_texts_are_loaded_again_on_sighup_and_a_broken_one_is_not(
    start: Start, tmp_path: Path
) -> None:
    text = tmp_path / "text.yaml"
    text.write_text("title: One\nparagraphs:\n  - text: The one that is first.\n")
    program = await start(KNOWLEDGE="text.yaml")
    await program.says("in 0 servers")
    text.write_text("title: Two\nparagraphs:\n  - text: The one that is second.\n")
    program.process.send_signal(signal.SIGHUP)
    await program.says("1 text loaded: Two")
    text.write_text("title: [")
    program.process.send_signal(signal.SIGHUP)
    await program.says("The old texts go on being served: text.yaml")
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0


async def test_log_lines_can_be_json(start: Start) -> None:
    program = await start(LOG_FORMAT="json")
    await program.says("in 0 servers")
    program.process.send_signal(signal.SIGTERM)
    assert await program.ends() == 0
    assert '"message": "1 text loaded: Attunement"' in program.said
