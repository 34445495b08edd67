"""The bot as a whole: how it leaves."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
import simcord
from simcord.interactions import base_payload

from bot.client import create_bot
from bot.settings import Settings


async def test_replies_under_way_are_finished_before_it_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = create_bot(Settings(state_dir=tmp_path))
    go_on = asyncio.Event()
    answer_at_once = bot.shelf.ask

    async def ask(question: str) -> Any:
        await go_on.wait()
        return await answer_at_once(question)

    monkeypatch.setattr(bot.shelf, "ask", ask)
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
