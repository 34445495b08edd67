"""The bot as a whole: how it leaves."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from simcord.interactions import base_payload
from yarl import URL

from bot.client import Attune, ShardedAttune, create_bot
from bot.features.daily.choices import Setup
from bot.features.daily.messenger import Messenger
from bot.features.daily.posts import Post
from bot.settings import Settings


async def test_replies_under_way_are_finished_before_it_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = create_bot(Settings(state_dir=tmp_path))
    go_on = asyncio.Event()
    answer_at_once = bot.texts.ask

    async def ask(question: str, *_: Any, **__: Any) -> Any:
        await go_on.wait()
        return await answer_at_once(question)

    monkeypatch.setattr(bot.texts, "ask", ask)
    async with simcord.run(bot) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("essay")
        command = env.backend.find_command("ask", guild.id, type=1)
        assert command is not None
        record, payload = base_payload(
            env.backend,
            type=2,
            channel_id=channel.id,
            guild_id=guild.id,
            user_id=guild.add_member(env.create_user("alice")).id,
            data={
                "id": command["id"],
                "name": "ask",
                "type": 1,
                "options": [{"name": "question", "type": 3, "value": "What is attunement?"}],
            },
        )
        env.backend.emit("INTERACTION_CREATE", payload)
        await asyncio.sleep(0)
        leaving = asyncio.create_task(bot.close())
        await asyncio.sleep(0)
        assert not leaving.done()
        go_on.set()
        await leaving
        assert record.responded


async def test_posts_under_way_are_finished_and_the_rest_is_given_back_before_it_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    settings = Settings(state_dir=tmp_path)
    bot = create_bot(settings, now=lambda: noon)
    go_on, asked = asyncio.Event(), asyncio.Semaphore(0)
    send_at_once = Messenger.send

    async def send(messenger: Messenger, post: Post) -> int:
        asked.release()
        await go_on.wait()
        return await send_at_once(messenger, post)

    async def states(bot: Attune) -> Counter[str]:
        standing = await bot.reflections.channels.status(guild.id)
        return Counter(status.last.state for status in standing if status.last is not None)

    monkeypatch.setattr(Messenger, "send", send)
    async with simcord.run(bot) as env:
        guild = env.create_guild()
        channels = [guild.create_text_channel(f"essay-{n}") for n in range(12)]
        for channel in channels:
            chosen = Setup(guild.id, channel.id, time(12), "UTC", set_up_by=1)
            await bot.reflections.channels.setup(chosen, noon - timedelta(hours=1))
        await bot.reflections._tick()
        for _ in range(8):  # as many as go to one server at once
            await asked.acquire()
        leaving = asyncio.create_task(bot.close())
        async with asyncio.timeout(5):
            while (await states(bot))["waiting"] < 4:
                pass
        assert not leaving.done()
        go_on.set()
        await leaving
        assert sum(len(channel.history()) for channel in channels) == 8
    other = create_bot(settings, now=lambda: noon)
    async with simcord.run(other):
        assert await states(other) == {"sent": 8, "waiting": 4}
        await other.close_database()


async def test_a_shard_that_cannot_be_connected_gives_up_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = 0

    async def fail(bot: discord.AutoShardedClient, gateway: URL, shard: int, **_: Any) -> None:
        nonlocal tries
        tries += 1
        await bot.launch_shard(gateway, shard)  # as discord.py does after a failure

    monkeypatch.setattr(discord.AutoShardedClient, "launch_shard", fail)
    bot = create_bot(Settings(state_dir=tmp_path), sharded=True)
    assert isinstance(bot, ShardedAttune)
    with pytest.raises(ConnectionError, match="shard 3 cannot be connected"):
        await bot.launch_shard(URL("wss://gateway.invalid"), 3)
    assert tries == 20
