"""What the bot must be allowed in a channel to post there, in the words of Discord's settings."""

from collections.abc import Iterator

import discord

from bot.features.daily.choices import Setup
from bot.features.daily.posts import Post

_NAMES = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "embed_links": "Embed Links",
    # To look whether a post is there already, after a crash.
    "read_message_history": "Read Message History",
    "attach_files": "Attach Files",
    "create_public_threads": "Create Public Threads",
    "send_messages_in_threads": "Send Messages in Threads",
    "mention_everyone": "Mention Everyone",
}
_FORUM_NAMES = {"send_messages": "Create Posts"}


def lacking(channel: discord.abc.GuildChannel, wanted: Setup | Post) -> list[str]:
    """The permissions that the bot needs in `channel` for `wanted` and does not have."""
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
