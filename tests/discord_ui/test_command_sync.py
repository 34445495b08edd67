"""Commands are registered with Discord when they changed, and left alone when not."""

import logging
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import discord
import pytest
import simcord
from discord import app_commands

from bot.client import Attune, create_bot
from bot.errors import UserError
from bot.settings import Settings
from bot.storage import Database, DatabaseError, known_commands, remember_commands
from tests.databases import postgresql

__all__ = ["postgresql"]


def writes(env: simcord.Env) -> list[str]:
    return [one.path for one in env.http_requests if one.method == "PUT"]


NewBot = Callable[[Settings], Attune]


@pytest.fixture
async def new_bot() -> AsyncIterator[NewBot]:
    """Makes bots whose database is closed in the end."""
    made: list[Attune] = []

    def new(settings: Settings) -> Attune:
        made.append(create_bot(settings))
        return made[-1]

    yield new
    for bot in made:
        await bot.close_database()


@pytest.fixture
def settings(tmp_path: Any) -> Settings:
    return Settings(state_dir=tmp_path / "state")


async def test_commands_are_registered_at_the_first_start_and_not_again(
    new_bot: NewBot, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with simcord.run(new_bot(settings)) as env:
        assert len(writes(env)) == 1
        await env.restart_bot(new_bot(settings))
        assert len(writes(env)) == 1
    assert "commands registered" in caplog.text
    assert "commands unchanged" in caplog.text


async def test_changed_commands_are_registered_again(new_bot: NewBot, settings: Settings) -> None:
    bot = new_bot(settings)
    async with simcord.run(bot) as env:
        assert bot.database.is_open
        await remember_commands(
            bot.database.database, env.backend.application_id, "of another version"
        )
        await env.restart_bot(new_bot(settings))
        assert len(writes(env)) == 2
        await env.restart_bot(new_bot(settings))
        assert len(writes(env)) == 2


async def test_commands_that_discord_lost_are_registered_again(
    new_bot: NewBot, settings: Settings
) -> None:
    async with simcord.run(new_bot(settings)):
        pass
    async with simcord.run(new_bot(settings)) as env:
        assert len(writes(env)) == 1


async def test_commands_can_be_clicked_in_help_after_an_unchanged_start(
    new_bot: NewBot, settings: Settings
) -> None:
    async with simcord.run(new_bot(settings)) as env:
        bot = new_bot(settings)
        await env.restart_bot(bot)
        assert bot.command_sync.mention("essay read").startswith("</essay read:")
        assert bot.command_sync.mention("no such") == "`/no such`"


async def test_without_a_database_the_commands_are_registered_at_every_start(
    new_bot: NewBot,
    tmp_path: Path,
) -> None:
    (tmp_path / "state").write_text("a file is in the way")
    settings = Settings(state_dir=tmp_path / "state")
    async with simcord.run(new_bot(settings)) as env:
        await env.restart_bot(new_bot(settings))
        assert len(writes(env)) == 2


async def test_a_database_that_fails_meanwhile_only_means_registering_again(
    new_bot: NewBot,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fail(*_: object) -> None:
        raise DatabaseError("The database is locked.")

    with monkeypatch.context() as patch:
        patch.setattr("bot.discord_ui.command_sync.remember_commands", fail)
        async with simcord.run(new_bot(settings)) as env:
            assert len(writes(env)) == 1
    assert "registered again at the next start: The database is locked." in caplog.text
    with monkeypatch.context() as patch:
        patch.setattr("bot.discord_ui.command_sync.known_commands", fail)
        async with simcord.run(new_bot(settings)) as env:
            assert len(writes(env)) == 1
    assert "whether they changed or not: The database is locked." in caplog.text


class SlowTree(app_commands.CommandTree[discord.Client]):
    """A tree whose Discord takes its time: long enough for others to ask what is known."""

    database: Database
    held: ClassVar[list[Any]] = []
    writes: ClassVar[int] = 0

    async def fetch_commands(self, *, guild: Any = None) -> list[Any]:
        return self.held

    async def sync(self, *, guild: Any = None) -> list[Any]:
        SlowTree.writes += 1
        for _ in range(9):
            await known_commands(self.database, 0)
        kind = discord.AppCommandType.chat_input
        SlowTree.held = [SimpleNamespace(name="one", type=kind, mention="</one:1>", options=[])]
        return self.held


async def test_with_sync_guild_the_commands_go_to_that_server_alone(
    new_bot: NewBot, tmp_path: Path
) -> None:
    settings = Settings(state_dir=tmp_path, sync_guild=4242)
    env = simcord.Env(new_bot(settings))
    env.backend.create_guild("Workshop", id=4242)
    await env.start()
    try:
        assert [path.split("/")[3:] for path in writes(env)] == [["guilds", "4242", "commands"]]
    finally:
        await env.shutdown()


async def test_a_server_to_develop_on_that_is_not_the_bot_s_is_a_mistake(
    new_bot: NewBot, tmp_path: Path
) -> None:
    env = simcord.Env(new_bot(Settings(state_dir=tmp_path, sync_guild=4242)))
    env.inject_error("PUT", "/applications/*/guilds/4242/commands", status=403, code=50001)
    with pytest.raises(UserError, match="SYNC_GUILD names a server"):
        await env.start()
    await env.shutdown()


async def test_with_shards_there_is_one_bot_over_several_connections(
    new_bot: NewBot, tmp_path: Path
) -> None:
    bot = new_bot(Settings(state_dir=tmp_path, shard_count=3))
    async with simcord.run(bot) as env:
        channel = env.create_guild(shard_id=2).create_text_channel("essay")
        alice = env.guild.add_member(env.create_user("alice"))
        result = await alice.slash(channel, "help")
        assert result.acknowledged
