"""What Discord offers a member while they type."""

from collections.abc import Awaitable, Iterable

from discord.app_commands import Choice

from bot.discord_ui.errors import report_error

_MOST = 25
_LONGEST = 100  # characters; a longer one could not be sent back whole


async def choices(found: Awaitable[Iterable[str]], typed: str = "") -> list[Choice[str]]:
    """What was `typed` as the first choice, if it counts as it is, and then the texts.

    None for what is longer than a choice can be, so that it is sent as it was typed; only what
    was typed where the texts cannot be found, since typing goes on regardless.
    """
    own = [typed] if typed.strip() else []
    texts: list[str] = []
    try:
        texts = [text for text in await found if text and len(text) <= _LONGEST]
    except Exception as error:  # discord.py would log who was typing
        await report_error(error, "A suggestion")
    if len(typed) > _LONGEST:
        return []
    return [Choice(name=text, value=text) for text in list(dict.fromkeys([*own, *texts]))[:_MOST]]
