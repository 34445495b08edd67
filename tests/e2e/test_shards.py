"""One of several processes, which holds some of the shards: it posts for the servers of all."""

from collections.abc import AsyncIterator
from datetime import time
from typing import Any

import pytest

from bot.features.daily.choices import Setup
from tests.e2e.daily import deliver, forbid, posts
from tests.e2e.world import NewWorld, Words, World


@pytest.fixture
async def world(new_world: NewWorld) -> AsyncIterator[World]:
    """A world with the first process of two."""
    async with new_world(shard_count=2, shard_processes=2, shard_ordinal=0) as opened:
        yield opened


@pytest.fixture
async def elsewhere(world: World) -> Any:
    """A channel with a daily reflection, of a server on the other process's shard."""
    guild = world.env.create_guild("Elsewhere", shard_id=1)
    channel = guild.create_text_channel("essay")
    chosen = Setup(guild.id, channel.id, time(8), "Europe/London", world.morgan.id)
    await world.bot.reflections.channels.setup(chosen, world.clock.instant)
    assert world.bot.get_guild(guild.id) is None
    return channel


async def due(world: World, channel: Any) -> Any:
    (status,) = await world.bot.reflections.channels.status(channel.guild.id)
    return status.next_at


async def test_a_post_reaches_a_server_whose_shard_another_process_holds(
    world: World, elsewhere: Any
) -> None:
    assert await deliver(world, await due(world, elsewhere)) == 1
    assert len(posts(world, elsewhere)) == 1


async def test_its_moderators_are_told_of_trouble_in_their_system_channel(
    world: World, elsewhere: Any, words: Words
) -> None:
    lobby = elsewhere.guild.create_text_channel("lobby")
    world.env.backend.edit_guild(elsewhere.guild.id, {"system_channel_id": lobby.id})
    forbid(world, elsewhere, send_messages=False)
    assert await deliver(world, await due(world, elsewhere)) == 0
    (told,) = lobby.history()
    assert "“Send Messages”" in words(told)


async def test_without_a_system_channel_whoever_set_it_up_is_told(
    world: World, elsewhere: Any, words: Words
) -> None:
    forbid(world, elsewhere, send_messages=False)
    await deliver(world, await due(world, elsewhere))
    private = world.env.backend.get_dm_channel(world.morgan.id)
    (told,) = world.env.backend.messages[private.id].values()
    assert "cannot be posted" in words(told)


async def test_a_server_that_it_cannot_see_is_not_taken_to_have_removed_the_bot(
    world: World, elsewhere: Any
) -> None:
    own = Setup(world.guild.id, world.channel.id, time(8), "Europe/London", world.morgan.id)
    await world.bot.reflections.channels.setup(own, world.clock.instant)
    await world.bot.close_database()  # so that it learns of this at its next start only
    world.env.backend.remove_guild(world.guild.id)
    await world.env.settle()
    await world.start_anew()
    await world.env.settle()
    assert await world.bot.reflections.servers.known() == ({elsewhere.guild.id}, {world.guild.id})
    assert await due(world, elsewhere) is not None


@pytest.mark.parametrize(("processes", "warnings"), [(1, 0), (2, 1)])
async def test_it_warns_if_others_cannot_see_its_database(
    new_world: NewWorld, caplog: pytest.LogCaptureFixture, processes: int, warnings: int
) -> None:
    async with new_world(shard_count=2, shard_processes=processes, shard_ordinal=0):
        assert caplog.text.count("only through PostgreSQL; set DATABASE_URL") == warnings
