"""The words of a message, wherever they stand in it."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import discord

_MENTION = re.compile(r"<(@!?|@&|#)(\d+)>")


def named(words: str, message: discord.Message) -> str:
    """The words of a message with names in place of its mentions, and nothing for unknown ones."""
    people = {user.id: user.display_name for user in message.mentions}
    roles = {role.id: role.name.removeprefix("@") for role in message.role_mentions}

    def name(mention: re.Match[str]) -> str:
        kind, number = mention[1], int(mention[2])
        if kind == "#":
            channel = message.guild.get_channel_or_thread(number) if message.guild else None
            return channel.name if channel is not None else " "
        return (roles if kind == "@&" else people).get(number, " ")

    return _MENTION.sub(name, words)


def words_of(message: discord.Message | discord.MessageSnapshot) -> str:
    """What a message says: its own words, else those that it forwards, embeds, asks or lays out.

    Empty if there are none, or if Discord keeps them from the bot.
    """
    if message.content.strip():
        return message.content
    parts = [*_embedded(message.embeds), *_laid_out(message.components)]
    if isinstance(message, discord.Message):
        parts += [words_of(forwarded) for forwarded in message.message_snapshots]
        parts += [message.poll.question] if message.poll is not None else []
    return "\n".join(part for part in parts if part.strip())


def _embedded(embeds: Iterable[discord.Embed]) -> Iterator[str]:
    for embed in embeds:
        yield from (embed.title or "", embed.description or "")
        for field in embed.fields:
            yield from (field.name or "", field.value or "")


def _laid_out(components: Iterable[Any]) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _laid_out(getattr(component, "children", ()))
