"""Dialogs, each of which changes one field of a channel's settings."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import discord
from discord import ui

from bot.discord_ui.markdown import harmless
from bot.discord_ui.text_option import find_text
from bot.errors import UserError
from bot.features.daily.choices import MOST_TAGS, Setup
from bot.features.daily.clock_times import EXAMPLES, parse_time
from bot.features.daily.weekdays import days_of, numbers_of
from bot.features.daily.zones import parse_zone
from bot.texts.model import Essay
from bot.translation import gettext as _
from bot.translation import later
from bot.wording import clipped, weekdays_named

ENTRY = "entry"
"""The custom id of a dialog's one control."""

_ALL_TEXTS = "*"
_MOST_OPTIONS = 25


class Offer(NamedTuple):
    """What there is to choose from: the texts, the tags of the forum, and the present moment."""

    essays: Sequence[Essay]
    tags: Sequence[discord.ForumTag]
    now: datetime


class Form(NamedTuple):
    """A field's dialog: the button that opens it, its title, its control, and how it is read.

    `read` gets what was entered and returns the field's new value; it raises UserError.
    """

    button: str
    title: str
    hint: str
    control: Callable[[Setup, Offer], ui.Item[Any]]
    read: Callable[[list[str], Offer], Any]

    @property
    def hint_shown(self) -> str:
        """The hint, translated."""
        return _(self.hint, most=MOST_TAGS)


def _time(setup: Setup, offer: Offer) -> ui.Item[Any]:
    return ui.TextInput(custom_id=ENTRY, default=f"{setup.local_time:%H:%M}", max_length=50)


def _zone(setup: Setup, offer: Offer) -> ui.Item[Any]:
    return ui.TextInput(custom_id=ENTRY, default=setup.zone, max_length=100)


def _role(setup: Setup, offer: Offer) -> ui.Item[Any]:
    chosen = [discord.Object(setup.role_id)] if setup.role_id else []
    return ui.RoleSelect(
        custom_id=ENTRY, min_values=0, max_values=1, required=False, default_values=chosen
    )


def _days(setup: Setup, offer: Offer) -> ui.Item[Any]:
    chosen = numbers_of(setup.days)
    options = [
        discord.SelectOption(label=name, value=str(number), default=number in chosen)
        for number, name in enumerate(weekdays_named())
    ]
    return ui.Select(custom_id=ENTRY, min_values=1, max_values=7, options=options)


def _text(setup: Setup, offer: Offer) -> ui.Item[Any]:
    texts = [(_("All texts"), _ALL_TEXTS, setup.essay is None)]
    texts += [(essay.title, essay.key, essay.id == setup.essay) for essay in offer.essays]
    options = [
        discord.SelectOption(label=clipped(label, 100), value=value, default=chosen)
        for label, value, chosen in texts[:_MOST_OPTIONS]
    ]
    return ui.Select(custom_id=ENTRY, options=options)


def _tags(setup: Setup, offer: Offer) -> ui.Item[Any]:
    options = [
        discord.SelectOption(label=tag.name, value=str(tag.id), default=tag.id in setup.tags)
        for tag in offer.tags[:_MOST_OPTIONS]
    ]
    most = min(MOST_TAGS, len(options))
    return ui.Select(
        custom_id=ENTRY, min_values=0, max_values=most, required=False, options=options
    )


def _read_text(entered: list[str], offer: Offer) -> str | None:
    return None if entered == [_ALL_TEXTS] else find_text("".join(entered), offer.essays).id


FORMS: dict[str, Form] = {
    "local_time": Form(
        later("Time…"),
        later("When to post"),
        EXAMPLES,
        _time,
        lambda entered, _: parse_time("".join(entered)),
    ),
    "zone": Form(
        later("Time zone…"),
        later("Where that time is meant"),
        later("A city, a country or a zone, such as Europe/London"),
        _zone,
        lambda entered, offer: parse_zone("".join(entered), offer.now),
    ),
    "days": Form(
        later("Days…"),
        later("On which days to post"),
        later("The weekdays of posts"),
        _days,
        lambda entered, _: days_of(map(int, entered)),
    ),
    "role_id": Form(
        later("Role…"),
        later("Whom to notify"),
        later("Choose none, and nobody is notified"),
        _role,
        lambda entered, _: int(entered[0]) if entered else None,
    ),
    "essay": Form(
        later("Text…"),
        later("Which text to post from"),
        later("The round begins anew"),
        _text,
        _read_text,
    ),
    "tags": Form(
        later("Tags…"),
        later("Tags of the posts"),
        later("Up to {most} of the forum's tags"),
        _tags,
        lambda entered, _: tuple(map(int, entered)),
    ),
}
"""The fields that a dialog changes; the others are switched by a button."""


def find_tags(typed: str, tags: Sequence[discord.ForumTag]) -> tuple[int, ...]:
    """The ids of the tags that `typed` names, with commas between. Raises UserError."""
    by_name = {tag.name.casefold(): tag.id for tag in tags}
    wanted = [name.strip() for name in typed.split(",") if name.strip()]
    for name in wanted:
        if name.casefold() not in by_name:
            there = ", ".join(f"**{tag.name}**" for tag in tags) or _("none")
            raise UserError(
                _(
                    "The forum has no tag “{tag}”; its tags are: {tags}.",
                    tag=harmless(name, 30),
                    tags=there,
                )
            )
    found = tuple(dict.fromkeys(by_name[name.casefold()] for name in wanted))
    if len(found) > MOST_TAGS:
        raise UserError(_("Choose {most} tags at most.", most=MOST_TAGS))
    return found
