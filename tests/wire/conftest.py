"""A Discord on this computer and the whole program, over real sockets."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.discord_server.hurry import Hurry
from tests.discord_server.program import Program
from tests.discord_server.server import DiscordServer
from tests.e2e.wire import faults
from tests.openapi import reply_errors

Start = Callable[..., Awaitable[Program]]

SPEED = 60.0  # a minute passes in a second
MORNING = datetime(2026, 3, 2, 7, 50, tzinfo=UTC)


@pytest.fixture
def hurry() -> Hurry:
    """A clock on which a minute passes in a second."""
    return Hurry(SPEED, MORNING)


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """Discord, with one server of one channel; all that went over the wire is checked."""
    made = DiscordServer()
    made.world.add_guild("The reading circle", ["essay"])
    async with made.running():
        yield made
    exchanges = made.rest.exchanges or []
    assert faults(exchanges) == []
    for one in exchanges:
        if one.status != 204 and one.status < 500:
            assert reply_errors(one.method, one.path, one.status, one.reply) == []


@pytest.fixture
async def start(server: DiscordServer, tmp_path: Path) -> AsyncIterator[Start]:
    """Starts the program, as often as a test likes; what still runs at the end is ended.

    None may log a traceback, but those that are told to expect what is `unforeseen`.
    """
    running: list[Program] = []
    flawless: list[Program] = []

    async def started(
        *, port: int | None = None, unforeseen: bool = False, **options: Any
    ) -> Program:
        program = await Program.start(port or server.port, tmp_path, **options)
        running.append(program)
        if not unforeseen:
            flawless.append(program)
        return program

    yield started
    for program in running:
        await program.killed()
    for program in flawless:
        assert "Traceback" not in program.said
