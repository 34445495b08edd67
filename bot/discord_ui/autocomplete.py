"""What Discord offers a member while they type."""

from collections.abc import Awaitable, Iterable

from discord.app_commands import Choice

from bot.discord_ui.errors import explain

_MOST = 25
_LONGEST = 100  # characters; a longer one could not be sent back whole


async def choices(found: Awaitable[Iterable[str]]) -> list[Choice[str]]:
    """The texts as choices; none when they cannot be found, since typing goes on regardless."""
    try:
        texts = [text for text in await found if text and len(text) <= _LONGEST]
    except Exception as error:  # discord.py would log who was typing
        await explain(error, "A suggestion")
        return []
    return [Choice(name=text, value=text) for text in dict.fromkeys(texts[:_MOST])]
