"""Autocomplete choices, which Discord shows while a member types."""

from collections.abc import Awaitable, Iterable

from discord.app_commands import Choice

from bot.discord_ui.errors import report_error

_MOST = 25
_LONGEST = 100  # characters; a longer one could not be sent back whole


async def choices(found: Awaitable[Iterable[str]], typed: str = "") -> list[Choice[str]]:
    """Autocomplete choices: `typed` itself first, if given, then the texts in `found`.

    Empty if `typed` is longer than a
    choice may be, so that Discord sends it as it is; only `typed` if `found` raises, since
    autocomplete must not fail.
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
