"""Which of several texts: what is offered while a member types, and which text was meant."""

from collections.abc import Sequence
from enum import Enum, auto

import discord
from discord.app_commands import Choice

from bot.discord_ui.markdown import harmless
from bot.errors import UserError
from bot.retrieval.service import TextService
from bot.storage import DatabaseError
from bot.storage.text_choices import WHOLE_SERVER, TextChoices
from bot.texts.model import Essay
from bot.translation import gettext as _
from bot.wording import clipped

_MOST, _LONGEST = 25, 100  # choices, and characters of each


def offered_texts(typed: str, essays: Sequence[Essay]) -> list[Choice[str]]:
    """The texts whose title holds what was typed."""
    wanted = typed.casefold().strip()
    found = [essay for essay in essays if wanted in essay.title.casefold()]
    return [Choice(name=clipped(one.title, _LONGEST), value=one.key) for one in found[:_MOST]]


def find_text(typed: str, essays: Sequence[Essay]) -> Essay:
    """The text that `typed` names by title or id. Raises UserError if there is none."""
    wanted = typed.strip().casefold()
    for essay in essays:
        if wanted in (essay.key.casefold(), essay.id.casefold(), essay.title.casefold()):
            return essay
    raise UserError(
        _("I have no text “{typed}”; choose one from the list.", typed=harmless(typed, 50))
    )


class Scope(Enum):
    """How many of the texts a question was asked of."""

    ONLY_TEXT = auto()
    ONE_OF_SEVERAL = auto()
    ALL_TEXTS = auto()

    @classmethod
    def of(cls, essay_id: str | None, essays: Sequence[Essay]) -> "Scope":
        """The scope of a question of the text `essay_id`, or of all `essays` if it is None."""
        if len(essays) < 2:
            return cls.ONLY_TEXT
        return cls.ALL_TEXTS if essay_id is None else cls.ONE_OF_SEVERAL


class ChannelTexts:
    """The text that a question asked in some channel goes to."""

    def __init__(self, texts: TextService, choices: TextChoices) -> None:
        self._texts = texts
        self._choices = choices

    async def of(self, asked_in: discord.Interaction | discord.Message) -> str | None:
        """The id of the text that the channel or its server chose; None: all texts answer.

        A thread goes by its channel. A text that is gone is no choice, and while the database
        cannot be read there is none.
        """
        essays = self._texts.library.essays
        guild_id = asked_in.guild.id if asked_in.guild is not None else None
        if isinstance(asked_in, discord.Interaction):
            guild_id = asked_in.guild_id
        if len(essays) < 2 or guild_id is None:
            return None
        try:
            chosen = await self._choices.of_guild(guild_id)
        except DatabaseError:
            return None
        channel = asked_in.channel
        places = (getattr(channel, "id", None), getattr(channel, "parent_id", None), WHOLE_SERVER)
        known = {essay.id for essay in essays}
        wanted = (chosen.get(place) for place in places if place is not None)
        return next((essay for essay in wanted if essay in known), None)
