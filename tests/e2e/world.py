"""A small server with the real bot in it, and members that act there."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import simcord
from simcord.backend import serializers
from simcord.components import walk_components
from simcord.interactions import base_payload
from simcord.results import InteractionResult

from bot.client import Attune, create_bot
from bot.settings import Settings

Message = Any
"""A message, or the response to an interaction: both have `components` and `flags`."""


class Clock:
    """The bot's only clock, which moves when a test says so."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.instant

    def advance(self, seconds: float) -> None:
        self.instant += timedelta(seconds=seconds)


class World:
    """A server with a channel, a moderator and two members."""

    def __init__(self, env: simcord.Env, bot: Attune, settings: Settings, clock: Clock) -> None:
        self.env, self.bot, self.settings, self.clock = env, bot, settings, clock
        # Typed loosely: simcord's types allow for absences, each of which fails a test anyway.
        self.guild: Any = env.create_guild("The reading circle")
        self.channel: Any = self.guild.create_text_channel("essay")
        self.alice: Any = self.guild.add_member(env.create_user("alice"))
        self.bob: Any = self.guild.add_member(env.create_user("bob"))
        managing = self.guild.create_role(
            "Moderators", permissions=discord.Permissions(manage_guild=True)
        )
        self.morgan: Any = self.guild.add_member(env.create_user("morgan"), roles=[managing])

    @property
    def me(self) -> str:
        assert self.bot.user is not None
        return self.bot.user.mention

    async def ask(self, question: str, **options: Any) -> Message:
        """What /ask brings to Alice, after she rested as long as it takes."""
        self.clock.advance(10)
        result = await self.alice.slash(self.channel, "ask", question=question, **options)
        return result.response

    async def click(self, message: Message, label: str, actor: Any = None) -> Message:
        """What a button brings."""
        result = await (actor or self.alice).click(message, label=label)
        return result.response

    async def choose(self, message: Message, menu: str, label: str, actor: Any = None) -> Message:
        """What the choice called `label` of the menu with the prompt `menu` brings."""
        found = next(part for part in parts(message) if part.get("placeholder") == menu)
        value = next(one["value"] for one in found["options"] if one["label"] == label)
        chooser = actor or self.alice
        result = await chooser.select(message, [value], custom_id=found["custom_id"])
        return result.response

    async def dialog(self, message: Message, label: str, entry: Any, actor: Any) -> Message:
        """What the button `label` brings once its dialog was filled in."""
        opened = await actor.click(message, label=label)
        result = await actor.submit_modal(opened, {"entry": entry})
        return result.response

    async def start_anew(self) -> None:
        """Ends the bot and starts it as a new process would, with nothing in memory."""
        before, self.bot = self.bot, create_bot(self.settings, now=self.clock)
        await self.env.restart_bot(self.bot)
        await before.close_database()

    async def at_once(self, clicks: list[tuple[Any, Message, str]]) -> list[InteractionResult]:
        """Lets members click before the bot has dealt with any of the clicks."""
        backend = self.env.backend
        records = []
        for actor, message, label in clicks:
            found = next(part for part in parts(message) if part.get("label") == label)
            record, payload = base_payload(
                backend,
                type=3,
                channel_id=message.channel_id,
                guild_id=self.guild.id,
                user_id=actor.id,
                data={"custom_id": found["custom_id"], "component_type": 2},
            )
            stored = backend.get_message(message.channel_id, message.id)
            payload["message"] = dict(serializers.message_payload(backend, stored))
            record.source_message_id = message.id
            records.append(record)
            backend.emit("INTERACTION_CREATE", payload)
        await self.env.settle()
        return [InteractionResult(self.env, record) for record in records]


def parts(message: Message) -> list[dict[str, Any]]:
    """All components of a message, nested ones too, as they go over the wire."""
    roots = [one if isinstance(one, dict) else one.to_dict() for one in message.components]
    return list(walk_components(roots))


Words = Callable[[Message], str]
Labels = Callable[[Message], list[str]]
Options = Callable[[Message, str], list[str]]
NewWorld = Callable[..., AbstractAsyncContextManager[World]]
