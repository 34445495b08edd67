"""`attune health`, as a container's health check runs it."""

import asyncio
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli import main
from bot.health import Metrics, Pages
from tests.health.standing import NOW, WELL

ROOT = Path(__file__).resolve().parents[2]
Capture = pytest.CaptureFixture[str]


class Running:
    """A bot that serves its pages, and stands as a test says."""

    def __init__(self) -> None:
        self.facts = WELL


async def _nothing() -> int:
    return 0


@pytest.fixture
async def running(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[Running]:
    monkeypatch.chdir(tmp_path)
    bot = Running()
    pages = Pages(Metrics(), lambda: bot.facts, _nothing, lambda: NOW)
    async with pages.served("127.0.0.1", 0) as address:
        monkeypatch.setenv("HEALTH_PORT", address.rpartition(":")[2])
        yield bot


async def asked(capsys: Capture) -> tuple[int, str, str]:
    """The exit code, and what stands on stdout and on stderr."""
    code = await asyncio.to_thread(main, ["health"])
    return code, *capsys.readouterr()


async def test_a_healthy_bot_is_0(running: Running, capsys: Capture) -> None:
    assert await asked(capsys) == (0, "healthy\n", "")


async def test_a_bot_that_is_not_is_1_with_the_reasons(running: Running, capsys: Capture) -> None:
    running.facts = replace(WELL, ready=False, shards=(), database_open=False, trouble="Locked.")
    said = "Not connected to Discord yet.\nLocked.\n"
    assert await asked(capsys) == (1, "", said)


@pytest.mark.parametrize("host", ["0.0.0.0", "localhost"])  # noqa: S104  # it is asked on loopback
async def test_a_bot_is_found_where_it_listens(
    running: Running, capsys: Capture, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("HEALTH_HOST", host)
    assert (await asked(capsys))[0] == 0


@pytest.mark.parametrize(
    ("port", "said"),
    [
        ("", "HEALTH_PORT is not set; set it to a port for both attune run and this"),
        ("0", "HEALTH_PORT is 0, which is any free port; set it to a port for both attune run and"),
    ],
)
def test_without_a_port_to_ask_it_is_2_and_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture, port: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEALTH_PORT", port)
    assert main(["health"]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith(f"attune: {said}")
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "nowhere.invalid", "a..b"])
def test_where_nothing_answers_it_is_1_and_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture, host: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEALTH_HOST", host)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        monkeypatch.setenv("HEALTH_PORT", str(port))
        assert main(["health"]) == 1
    said = f"Nothing answers at {host}, port {port}; is the bot running, with this HEALTH_PORT?\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"HTTP/1.0 404 Not Found\r\n\r\n", " is not the bot (status 404).\n"),
        (b"220 a server for mail\r\n", " is not the bot.\n"),
    ],
)
async def test_where_another_program_answers_it_is_1_and_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture, sent: bytes, said: str
) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(sent)
        writer.close()

    monkeypatch.chdir(tmp_path)
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        monkeypatch.setenv("HEALTH_PORT", str(server.sockets[0].getsockname()[1]))
        code, _, error = await asked(capsys)
    assert code == 1
    assert error.startswith("What answers at 127.0.0.1, port ")
    assert error.endswith(said)


async def test_a_bot_that_hangs_is_1_and_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.terminal.health._TIMEOUT", 0.05)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        monkeypatch.setenv("HEALTH_PORT", str(silent.getsockname()[1]))
        code, _, error = await asked(capsys)
    assert code == 1
    assert error.startswith("The bot did not answer at 127.0.0.1, port ")


def test_it_waits_for_nothing_of_the_bot_itself() -> None:
    code = (
        "import sys; from bot.cli import main; code = main(['health']); "
        "print(code, [name for name in ('discord', 'sqlalchemy', 'aiohttp', "
        "'prometheus_client') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"HEALTH_PORT": "9", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "1 []\n"
