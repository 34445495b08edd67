"""Commands are registered with Discord when they changed, and left alone when not."""

import logging
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot.client import create_bot
from bot.settings import Settings


def writes(env: simcord.Env) -> list[str]:
    return [one.path for one in env.http_requests if one.method == "PUT"]


@pytest.fixture
def settings(tmp_path: Any) -> Settings:
    return Settings(state_dir=tmp_path / "state")


async def test_commands_are_registered_at_the_first_start_and_not_again(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with simcord.run(create_bot(settings)) as env:
        assert len(writes(env)) == 1
        await env.restart_bot(create_bot(settings))
        assert len(writes(env)) == 1
    assert "commands registered" in caplog.text
    assert "commands unchanged" in caplog.text


async def test_changed_commands_are_registered_again(settings: Settings) -> None:
    async with simcord.run(create_bot(settings)) as env:
        (settings.state_dir / "commands.sha256").write_text("of another version")
        await env.restart_bot(create_bot(settings))
        assert len(writes(env)) == 2


async def test_commands_that_discord_lost_are_registered_again(settings: Settings) -> None:
    async with simcord.run(create_bot(settings)):
        pass
    async with simcord.run(create_bot(settings)) as env:
        assert len(writes(env)) == 1


async def test_commands_can_be_clicked_in_help_after_an_unchanged_start(settings: Settings) -> None:
    async with simcord.run(create_bot(settings)) as env:
        bot = create_bot(settings)
        await env.restart_bot(bot)
        assert bot.registration.mention("essay read").startswith("</essay read:")
        assert bot.registration.mention("no such") == "`/no such`"


async def test_a_state_folder_that_cannot_be_written_only_means_registering_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("a file is in the way")
    async with simcord.run(create_bot(Settings(state_dir=tmp_path / "state"))) as env:
        assert len(writes(env)) == 1
    assert "registered again next time" in caplog.text


async def test_with_sync_guild_the_commands_go_to_that_server_alone(tmp_path: Path) -> None:
    settings = Settings(state_dir=tmp_path, sync_guild=4242)
    env = simcord.Env(create_bot(settings))
    env.backend.create_guild("Workshop", id=4242)
    await env.start()
    try:
        assert [path.split("/")[3:] for path in writes(env)] == [["guilds", "4242", "commands"]]
    finally:
        await env.shutdown()


async def test_with_shards_there_is_one_bot_over_several_connections(tmp_path: Path) -> None:
    bot = create_bot(Settings(state_dir=tmp_path, shard_count=3))
    async with simcord.run(bot) as env:
        channel = env.create_guild(shard_id=2).create_text_channel("essay")
        alice = env.guild.add_member(env.create_user("alice"))
        result = await alice.slash(channel, "help")
        assert result.acknowledged
