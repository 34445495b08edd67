"""`attune run` against a Discord of our own on this computer."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import WSMsgType, web
from sqlalchemy.engine import URL

from bot.client import ShardedAttune, create_bot
from bot.pauses import ShardPauses
from bot.settings import Settings
from tests.databases import postgresql

__all__ = ["postgresql"]

TOKEN = "MTIzNDU2.secret-token.of-this-test"  # noqa: S105  # nobody's
ROOT = Path(__file__).parents[1]
PROGRAM = """
import sys
import discord.gateway, discord.http, yarl
discord.http.Route.BASE = "http://127.0.0.1:" + sys.argv[1]
gateway = yarl.URL("ws://127.0.0.1:" + sys.argv[1] + "/gateway")
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
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
    """As much of Discord as a start needs.

    `status` refuses all requests, or those to `path`; `close` refuses the gateway. `hangs` is a
    path that is never answered; a `silent` gateway takes no leave.
    """

    def __init__(self) -> None:
        self.status = 200
        self.path = ""
        self.hangs: str | None = None
        self.asked = asyncio.Event()  # for what hangs
        self.ready = asyncio.Event()  # a connection was begun
        self.close: int | None = None
        self.silent = False
        self.greetings: list[int] = []  # operations that the next connections begin with
        self.gateway: dict[str, Any] = {}
        self.sockets: list[web.WebSocketResponse] = []
        self.port = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if request.path == self.hangs:
            self.asked.set()
            await asyncio.Event().wait()
        if self.status != 200 and request.path.startswith(self.path):
            return _json({"message": "no", "code": 0}, self.status)
        me = {"id": "7", "username": "Attune", "discriminator": "0", "avatar": None, "bot": True}
        url = f"ws://127.0.0.1:{self.port}/gateway"
        limits = {"total": 9, "remaining": 9, "reset_after": 0, "max_concurrency": 1}
        known: dict[str, Any] = {
            "/users/@me": me,
            "/gateway": {"url": url},
            "/gateway/bot": self.gateway
            or {"url": url, "shards": 1, "session_start_limit": limits},
            "/oauth2/applications/@me": _application(me),
        }
        if request.path == "/gateway" and "Upgrade" in request.headers:
            return await self._gateway(request, me)
        return _json(known.get(request.path, []))

    async def _gateway(self, request: web.Request, me: dict[str, Any]) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        if self.greetings:
            await socket.send_json({"op": self.greetings.pop(0), "d": None})
            return socket
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            said = message.json()
            if said["op"] in (2, 6) and self.close is not None:
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
                self.ready.set()
                if self.silent:
                    await asyncio.Event().wait()
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

    async def leaves(self) -> int:
        """Tells it to leave, and waits as long as it may take; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(10):
            return await self.ends()


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

    async def started(port: int | None = None, before: str = "", **settings: str) -> Program:
        environment = {"DISCORD_TOKEN": TOKEN, "STATE_DIR": str(tmp_path / "state"), **settings}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            before + PROGRAM,
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
    ("code", "words"),
    [
        (4004, "refuses DISCORD_TOKEN"),
        (4010, "mend SHARD_COUNT"),
        (4012, "for good (code 4012)"),
        (4014, "privileged intent"),
    ],
)
async def test_a_connection_that_is_refused_for_good_is_one_sentence_and_2(
    start: Start, discord_server: Discord, code: int, words: str
) -> None:
    discord_server.close = code
    program = await start()
    assert await program.ends() == 2
    assert words in program.said.splitlines()[-1]


@pytest.mark.parametrize("path", ["/oauth2/applications/@me", "/applications/7/commands"])
async def test_a_token_refused_later_in_the_start_is_one_sentence_and_2(
    start: Start, discord_server: Discord, path: str
) -> None:
    discord_server.status, discord_server.path = 401, path
    program = await start()
    assert await program.ends() == 2
    assert "Discord refuses DISCORD_TOKEN" in program.said.splitlines()[-1]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (4004, "refuses DISCORD_TOKEN"),
        (4011, "mend SHARD_COUNT"),
        (4013, "for good (code 4013)"),
        (4014, "privileged intent"),
    ],
)
async def test_what_is_refused_while_it_runs_is_one_sentence_and_2(
    start: Start, discord_server: Discord, code: int, words: str
) -> None:
    program = await start()
    await discord_server.ready.wait()
    discord_server.close = code  # from now on, should the program miss it the first time
    await discord_server.sockets[-1].close(code=code)
    assert await program.ends() == 2
    assert words in program.said.splitlines()[-1]


async def test_a_server_to_develop_on_that_is_not_its_own_is_one_sentence_and_2(
    start: Start, discord_server: Discord
) -> None:
    discord_server.status, discord_server.path = 403, "/applications/7/guilds/4242/commands"
    program = await start(SYNC_GUILD="4242")
    assert await program.ends() == 2
    assert "SYNC_GUILD names a server (4242)" in program.said.splitlines()[-1]


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


async def test_a_connection_that_ends_amid_connecting_again_leads_to_a_new_attempt(
    start: Start, discord_server: Discord
) -> None:
    program = await start()
    await discord_server.ready.wait()
    discord_server.status, discord_server.path = 503, "/gateway"
    await discord_server.sockets[-1].close(code=1000)
    await program.says("Attempting a reconnect for shard ID 0")
    discord_server.greetings = [7]  # "connect again", at once
    discord_server.status = 200
    discord_server.ready.clear()
    await program.says(
        "Discord cannot be reached (Discord asked to connect anew); next try in 1 second"
    )
    await discord_server.ready.wait()
    program.process.send_signal(signal.SIGTERM)
    await program.process.communicate()
    assert program.process.returncode == 0


async def test_what_nobody_foresaw_is_logged_and_leads_to_a_new_attempt(
    start: Start, discord_server: Discord
) -> None:
    discord_server.gateway = {"nothing": "known"}
    program = await start()
    await program.says("as nobody foresaw; next try in 1 second")
    await program.says("KeyError")
    discord_server.gateway = {}
    await discord_server.ready.wait()
    program.process.send_signal(signal.SIGTERM)
    await program.process.communicate()
    assert program.process.returncode == 0


async def test_a_text_broken_meanwhile_does_not_end_it_when_it_connects_again(
    start: Start, discord_server: Discord, tmp_path: Path
) -> None:
    text = tmp_path / "text.yaml"
    text.write_text("title: One\nparagraphs:\n  - text: The one that is first.\n")
    discord_server.status = 503
    program = await start(KNOWLEDGE="text.yaml")
    await program.says("next try in 1 second")
    text.write_text("title: [")
    discord_server.status = 200
    await discord_server.ready.wait()
    assert await program.leaves() == 0


async def test_each_shard_comes_back_soon_after_an_outage(
    discord_server: Discord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.http.Route.BASE", f"http://127.0.0.1:{discord_server.port}")
    bot = create_bot(Settings(state_dir=tmp_path), sharded=True)
    assert isinstance(bot, ShardedAttune)
    async with bot, asyncio.timeout(20):
        running = asyncio.create_task(bot.start(TOKEN))
        await bot.wait_for("shard_ready")
        assert [type(shard._parent._backoff) for shard in bot.shards.values()] == [ShardPauses]
    await running


async def test_it_leaves_although_the_gateway_says_no_goodbye(
    start: Start, discord_server: Discord
) -> None:
    discord_server.silent = True
    program = await start()
    await discord_server.ready.wait()
    assert await program.leaves() == 0


async def test_a_second_signal_changes_nothing(start: Start, discord_server: Discord) -> None:
    discord_server.silent = True
    program = await start()
    await discord_server.ready.wait()
    program.process.send_signal(signal.SIGTERM)
    await program.says("Leaving")
    program.process.send_signal(signal.SIGINT)
    assert await program.leaves() == 0


@pytest.mark.parametrize(
    "path", ["/users/@me", "/oauth2/applications/@me", "/applications/7/commands", "/gateway/bot"]
)
async def test_it_leaves_amid_a_start_at_which_discord_hangs(
    start: Start, discord_server: Discord, path: str
) -> None:
    discord_server.hangs = path
    program = await start()
    await discord_server.asked.wait()
    assert await program.leaves() == 0


async def test_it_leaves_although_a_reply_is_never_taken(
    start: Start, discord_server: Discord
) -> None:
    discord_server.hangs = "/channels/9/messages"
    program = await start()
    await discord_server.ready.wait()
    author = {"id": "8", "username": "alice", "discriminator": "0", "avatar": None}
    asked: dict[str, Any] = {
        "id": "10",
        "channel_id": "9",
        "author": author,
        "content": "What is attunement?",
    }
    asked |= {name: [] for name in ("mentions", "mention_roles", "attachments", "embeds")}
    asked |= {"type": 0, "tts": False, "pinned": False, "mention_everyone": False}
    asked |= {"timestamp": "2026-03-01T12:00:00+00:00", "edited_timestamp": None}
    event = {"op": 0, "s": 2, "t": "MESSAGE_CREATE", "d": asked}
    await discord_server.sockets[-1].send_json(event)
    await discord_server.asked.wait()
    assert await program.leaves() == 0
    assert "Replies cut off, as they took too long: 1" in program.said


class HangingDatabase:
    """What lies between the program and a database: from `words` on, nothing comes through."""

    def __init__(self, socket: str, words: bytes) -> None:
        self._socket, self._words = socket, words
        self.hangs = asyncio.Event()

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.CancelledError, OSError):
            answers, asks = await asyncio.open_unix_connection(self._socket)
            await asyncio.gather(self._pass(reader, asks), self._pass(answers, writer))

    async def _pass(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while data := await source.read(65_536):
            if self.hangs.is_set() or self._words in data:
                self.hangs.set()
                await asyncio.Event().wait()
            target.write(data)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (b"attune", "1 text loaded"),  # the name of the database, which comes first
        (b"removed_at <=", "kept in attune"),  # the first look for what is due
        (b"removed_at IS NULL", "in 0 servers"),  # the comparison of servers, once connected
    ],
)
async def test_it_leaves_although_the_database_hangs(
    start: Start, postgresql: URL, words: bytes, said: str
) -> None:
    between = HangingDatabase(f"{postgresql.query['host']}/.s.PGSQL.5432", words)
    server = await asyncio.start_server(between.connect, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    url = f"postgresql://postgres@127.0.0.1:{port}/{postgresql.database}?sslmode=disable"
    program = await start(DATABASE_URL=url)
    await program.says(said)
    async with asyncio.timeout(20):
        await between.hangs.wait()
    assert await program.leaves() == 0
    server.close()


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


async def test_a_thread_that_hangs_does_not_keep_it(start: Start, discord_server: Discord) -> None:
    hang = "import time; import bot.client as c; f = c.Attune.on_ready\n"
    hang += "async def on_ready(bot):\n"
    hang += "    bot.loop.run_in_executor(None, time.sleep, 60)\n"
    hang += "    await f(bot)\n"
    hang += "c.Attune.on_ready = on_ready\n"
    program = await start(before=hang)
    await program.says("in 0 servers")
    assert await program.leaves() == 0


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
