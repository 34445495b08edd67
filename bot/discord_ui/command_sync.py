"""Registering the commands with Discord, only when they changed."""

import asyncio
import hashlib
import json
import logging
from typing import Any

import discord
from discord import app_commands

from bot.errors import UserError
from bot.storage import Database, DatabaseError, known_commands, remember_commands

log = logging.getLogger(__name__)

_DATABASE_TIMEOUT = 15.0  # seconds
_UNKNOWN = "unknown"


class CommandSync:
    """Keeps Discord's list of our commands in step with the tree.

    Discord limits how often commands may be written, so a fingerprint of the tree is kept in the
    database, for all processes, and an unchanged tree is only compared with what Discord holds.
    """

    def __init__(self, guild_id: int | None) -> None:
        """`guild_id` registers with one server at once, for development."""
        self._guild = discord.Object(guild_id) if guild_id is not None else None
        self._mentions: dict[str, str] = {}

    def mention(self, command: str) -> str:
        """The clickable mention of a command such as "essay read"."""
        return self._mentions.get(command, f"`/{command}`")

    async def sync(self, tree: app_commands.CommandTree[Any], database: Database | None) -> None:
        """Registers the commands of `tree` if they changed; always, without a `database`.

        If in doubt, they are registered: doing so once too often does no harm. Raises
        discord.HTTPException, and UserError for a server to develop on that is not the bot's.
        """
        if self._guild is not None:
            tree.copy_global_to(guild=self._guild)
        application = tree.client.application_id
        assert application is not None
        commands = [await _payload(tree, one) for one in tree.get_commands(guild=self._guild)]
        digest = self._fingerprint(application, commands)
        names = {(command["name"], command["type"]) for command in commands}
        known = await _known(database, application)
        held = await self._held(tree) if known == digest else []
        changed = {(command.name, command.type.value) for command in held} != names
        if changed:
            held = await self._register(tree)
            if database is not None and known is not _UNKNOWN:
                await _remember(database, application, digest)
        self._mentions = _mentions(held)
        log.info("%d commands %s", len(commands), "registered" if changed else "unchanged")

    async def _held(self, tree: app_commands.CommandTree[Any]) -> list[app_commands.AppCommand]:
        try:
            return await tree.fetch_commands(guild=self._guild)
        except discord.Forbidden:
            return []  # registering says why

    async def _register(self, tree: app_commands.CommandTree[Any]) -> list[app_commands.AppCommand]:
        try:
            return await tree.sync(guild=self._guild)
        except discord.Forbidden:
            if self._guild is None:
                raise
            raise UserError(
                f"SYNC_GUILD names a server ({self._guild.id}) where the bot may not add commands; "
                "invite the bot there, or leave SYNC_GUILD out"
            ) from None

    def _fingerprint(self, application: int, commands: list[dict[str, Any]]) -> str:
        place = [application, self._guild.id if self._guild else None]
        written = json.dumps([place, commands], sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()


async def _payload(tree: app_commands.CommandTree[Any], command: Any) -> dict[str, Any]:
    """What is registered of a command, with its translations."""
    if tree.translator is None:
        return dict(command.to_dict(tree))
    return dict(await command.get_translated_payload(tree, tree.translator))


async def _known(database: Database | None, application: int) -> str | None:
    """The fingerprint that was kept, if any; _UNKNOWN if the database does not answer in time."""
    if database is None:
        return None
    try:
        async with asyncio.timeout(_DATABASE_TIMEOUT):
            return await known_commands(database, application)
    except (DatabaseError, TimeoutError) as error:
        reason = str(error) or "the database does not answer"
        log.warning("Registering the commands whether they changed or not: %s", reason)
        return _UNKNOWN


async def _remember(database: Database, application: int, digest: str) -> None:
    try:
        async with asyncio.timeout(_DATABASE_TIMEOUT):
            await remember_commands(database, application, digest)
    except (DatabaseError, TimeoutError) as error:
        reason = str(error) or "the database does not answer"
        log.warning("The commands will be registered again at the next start: %s", reason)


def _mentions(held: list[app_commands.AppCommand]) -> dict[str, str]:
    mentions = {command.name: command.mention for command in held}
    for command in held:
        for option in command.options:
            if isinstance(option, app_commands.AppCommandGroup):
                mentions[option.qualified_name] = option.mention
    return mentions
