"""Members, who ask, press and write; the events that their doings cause."""

from dataclasses import dataclass
from typing import Any

from tests.discord_server.gateway import Gateway
from tests.discord_server.interactions import Interaction, Interactions, options
from tests.discord_server.world import APPLICATION, Json, World, member

_ALL = str((1 << 53) - 1)


@dataclass
class Asked:
    """What a member did; awaiting `answer` brings the bot's first answer."""

    interaction: Interaction

    async def answer(self) -> Json:
        """The first answer as the bot sent it. Raises TimeoutError after ten seconds."""
        import asyncio

        return await asyncio.wait_for(asyncio.shield(self.interaction.answered), 10)


class Member:
    """Somebody on a server, acting in one of its channels, or in direct messages."""

    def __init__(
        self,
        world: World,
        gateway: Gateway,
        interactions: Interactions,
        person: Json,
        channel: Json,
    ) -> None:
        self._world, self._gateway, self._interactions = world, gateway, interactions
        self.person = person
        self.channel = channel
        self._guild_id = int(channel["guild_id"]) if "guild_id" in channel else None

    async def slash(self, command: str, **given: Any) -> Asked:
        """Uses a slash command such as "essay read"."""
        name, _, sub = command.partition(" ")
        asked = options(given)
        if sub:
            asked = [{"name": sub, "type": 1, "options": asked}]
        data = {"id": self._command_id(name), "name": name, "type": 1, "options": asked}
        return await self.interact(2, data)

    async def type_into(self, command: str, option: str, typed: str) -> Asked:
        """Types into an option, so that Discord asks for suggestions."""
        one = {"name": option, "type": 3, "value": typed, "focused": True}
        data = {"id": self._command_id(command), "name": command, "type": 1, "options": [one]}
        return await self.interact(4, data)

    async def press(self, message: Json, custom_id: str) -> Asked:
        """Presses a button."""
        return await self.interact(
            3, {"custom_id": custom_id, "component_type": 2}, message=message
        )

    async def interact(self, kind: int, data: Json, **more: Any) -> Asked:
        """Any interaction, well formed or not: `data` and `more` go out as they are."""
        interaction = self._interactions.begin(int(self.channel["id"]))
        payload = {
            "id": str(interaction.id),
            "application_id": str(APPLICATION),
            "type": kind,
            "token": interaction.token,
            "version": 1,
            "data": data,
            "channel_id": self.channel["id"],
            "channel": self.channel,
            "app_permissions": _ALL,
            "locale": "en-GB",
            "entitlements": [],
            "attachment_size_limit": 10_485_760,
            "authorizing_integration_owners": {"0": str(self._guild_id or 0)},
            "context": 0 if self._guild_id else 1,
            **more,
        }
        if self._guild_id is None:
            payload["user"] = self.person
        else:
            payload["guild_id"] = str(self._guild_id)
            payload["guild_locale"] = "en-GB"
            payload["member"] = member(self.person, self._world.now())
        await self._gateway.dispatch("INTERACTION_CREATE", payload, self._guild_id)
        return Asked(interaction)

    async def say(self, words: str) -> Json:
        """Writes a message, whose words the bot gets if it is meant for it."""
        made = self._world.add_message(int(self.channel["id"]), self.person, {"content": words}, [])
        mentioned = f"<@{APPLICATION}>" in words
        seen = {**made, "mentions": [self._world.me] if mentioned else []}
        if self._guild_id is not None:
            seen["guild_id"] = str(self._guild_id)
            seen["member"] = {
                key: value
                for key, value in member(self.person, self._world.now()).items()
                if key != "user"
            }
            if not mentioned:
                seen["content"] = ""
        await self._gateway.dispatch("MESSAGE_CREATE", seen, self._guild_id)
        return made

    def _command_id(self, name: str) -> str:
        known = [one for one in self._world.commands.get(None, []) if one["name"] == name]
        return str(known[0]["id"]) if known else "1"
