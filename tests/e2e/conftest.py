"""What the tests that act as members share."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import create_bot
from bot.settings import Settings
from tests.e2e.wire import faults
from tests.e2e.world import Clock, Labels, NewWorld, Options, Words, World, parts


@pytest.fixture
def words() -> Words:
    """All that a message says, as it goes over the wire."""
    return lambda message: "\n".join(
        [message.content, *(part["content"] for part in parts(message) if part["type"] == 10)]
    )


@pytest.fixture
def labels() -> Labels:
    """The labels of a message's buttons that can be pressed."""
    return lambda message: [
        part["label"] for part in parts(message) if part["type"] == 2 and not part.get("disabled")
    ]


@pytest.fixture
def options() -> Options:
    """The choices of the menu with that prompt."""
    return lambda message, menu: [
        option["label"]
        for part in parts(message)
        if part.get("placeholder") == menu
        for option in part["options"]
    ]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def new_world(tmp_path: Path, clock: Clock) -> NewWorld:
    """Opens a world, for tests that need texts or settings of their own."""

    @asynccontextmanager
    async def open_world(check_errors: bool = True, **settings: Any) -> AsyncIterator[World]:
        settings.setdefault("state_dir", tmp_path / "state")
        chosen = Settings(_env_file=None, **settings)  # type: ignore[call-arg]
        bot = create_bot(chosen, now=clock)
        # Without privileged intents, Discord withholds the words of all other messages.
        env = simcord.Env(bot, approved_intents=discord.Intents.default())
        await env.start()
        opened = World(env, bot, chosen, clock)
        try:
            yield opened
        finally:
            await env.shutdown()
            await opened.bot.close_database()
        if check_errors:
            env.raise_errors()
        assert faults(env.http_requests) == []

    return open_world


@pytest.fixture
async def world(new_world: NewWorld) -> AsyncIterator[World]:
    """The world with the shipped text; every request in it is checked at the end."""
    async with new_world() as opened:
        yield opened
