"""Registering the commands with Discord, only when they changed."""

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

log = logging.getLogger(__name__)


class Registration:
    """Keeps Discord's list of our commands in step with the tree.

    Discord limits how often commands may be written, so a fingerprint of the tree is kept in a
    file, and an unchanged tree is only compared with what Discord holds.
    """

    def __init__(self, state_dir: Path, guild_id: int | None) -> None:
        """`guild_id` registers with one server at once, for development."""
        self._file = state_dir / "commands.sha256"
        self._guild = discord.Object(guild_id) if guild_id is not None else None
        self._mentions: dict[str, str] = {}

    def mention(self, command: str) -> str:
        """The clickable mention of a command such as "essay read"."""
        return self._mentions.get(command, f"`/{command}`")

    async def bring_up_to_date(self, tree: app_commands.CommandTree[Any]) -> None:
        """Registers the commands of `tree` if they changed. Raises discord.HTTPException."""
        if self._guild is not None:
            tree.copy_global_to(guild=self._guild)
        commands = [command.to_dict(tree) for command in tree.get_commands(guild=self._guild)]
        digest = self._fingerprint(tree.client.application_id, commands)
        held = await tree.fetch_commands(guild=self._guild) if digest == self._stored() else []
        names = {(command["name"], command["type"]) for command in commands}
        changed = {(command.name, command.type.value) for command in held} != names
        if changed:
            held = await tree.sync(guild=self._guild)
            self._store(digest)
        self._mentions = _mentions(held)
        log.info("%d commands %s", len(commands), "registered" if changed else "unchanged")

    def _fingerprint(self, application: int | None, commands: list[dict[str, Any]]) -> str:
        place = [application, self._guild.id if self._guild else None]
        written = json.dumps([place, commands], sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()

    def _stored(self) -> str | None:
        try:
            return self._file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None

    def _store(self, digest: str) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            written = self._file.with_suffix(".new")
            written.write_text(digest, encoding="ascii")
            written.replace(self._file)
        except OSError as error:
            log.warning("The commands will be registered again next time: %s", error)


def _mentions(held: list[app_commands.AppCommand]) -> dict[str, str]:
    mentions = {command.name: command.mention for command in held}
    for command in held:
        for option in command.options:
            if isinstance(option, app_commands.AppCommandGroup):
                mentions[option.qualified_name] = option.mention
    return mentions
