"""What the bot must be allowed in a channel to post there, in the words of Discord's settings."""

from collections.abc import Iterator

import discord

from bot.features.daily.choices import Setup
from bot.features.daily.posts import Post
from bot.translation import later

# Translators: permissions, as Discord itself calls them in its settings
_NAMES = {
    "view_channel": later("View Channel"),
    "send_messages": later("Send Messages"),
    "embed_links": later("Embed Links"),
    # To look whether a post is there already, after a crash.
    "read_message_history": later("Read Message History"),
    "attach_files": later("Attach Files"),
    "create_public_threads": later("Create Public Threads"),
    "send_messages_in_threads": later("Send Messages in Threads"),
    "mention_everyone": later("Mention Everyone"),
}
_FORUM_NAMES = {"send_messages": later("Create Posts")}


def lacking(channel: discord.abc.GuildChannel, wanted: Setup | Post) -> list[str]:
    """The permissions that the bot needs in `channel` for `wanted` and does not have, in English."""
    held = channel.permissions_for(channel.guild.me)
    names = _NAMES | (_FORUM_NAMES if isinstance(channel, discord.ForumChannel) else {})
    return [names[name] for name in _needed(channel, wanted) if not getattr(held, name)]


def _needed(channel: discord.abc.GuildChannel, wanted: Setup | Post) -> Iterator[str]:
    yield from ("view_channel", "send_messages", "embed_links", "read_message_history")
    if wanted.picture:
        yield "attach_files"
    if wanted.thread and not isinstance(channel, discord.ForumChannel):
        yield from ("create_public_threads", "send_messages_in_threads")
    role = channel.guild.get_role(wanted.role_id) if wanted.role_id else None
    if role is not None and not role.mentionable:
        yield "mention_everyone"
