"""Help, and what the bot stores."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.discord_ui.components import button, layout, menu
from bot.discord_ui.custom_id import Ask, State
from bot.discord_ui.notices import notice
from bot.translation import gettext as _
from bot.translation import later


@dataclass(frozen=True)
class Stored(State, action="stored"):
    """A button for a server's stored data: "export", "erase" or "forget" (do not erase)."""

    verb: str


def help_message(way: Callable[[str], str], me: str, questions: Sequence[str]) -> ui.LayoutView:
    """What the bot does. `way` makes the clickable mention of a command from its name."""
    lines = [
        f"### {_('Read the essay closely')}",
        _(
            "{ask} a question, or mention {me} with one: the essay answers in its own words, or I "
            "say that it does not.",
            ask=way("ask"),
            me=me,
        ),
        _(
            "{quote} brings a quotation, {read} the text, {about} its author and source, {topics} "
            "what you can ask.",
            quote=way("quote"),
            read=way("essay read"),
            about=way("essay about"),
            topics=way("essay topics"),
        ),
        _(
            "On any message: Apps, **{menu}**, and only you see the answer.",
            menu=_("Ask the essay"),
        ),
        "-# "
        + _(
            "Moderators: `/reflection setup` posts a passage a day. {privacy} says what is stored.",
            privacy=way("privacy"),
        ),
    ]
    words = "\n".join(lines)
    items: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(words)]
    if questions:
        options = [(question, Ask(question)) for question in questions]
        items.append(ui.ActionRow(menu("questions", _("Try a question…"), options)))
    return layout(ui.Container(*items))


def privacy_message(*, moderator: bool, learning: bool = False) -> ui.LayoutView:
    """What is stored, exactly; with what a `moderator` can do about it.

    `learning` says that the server has questions without an answer kept.
    """
    words = f"{_stored()}\n{_(_LEARNING)}" if learning else _stored()
    if not moderator:
        return notice(words)
    buttons = [
        button(_("Download what is stored"), Stored("export")),
        button(_("Erase it…"), Stored("erase")),
    ]
    return layout(ui.TextDisplay(f"{words}\n-# {_(_FOR_MODERATORS)}"), ui.ActionRow(*buttons))


def export_message(name: str) -> ui.LayoutView:
    """All that is stored of a server, in the attached file `name`."""
    words = _("This is all that is stored of this server, as JSON.")
    return layout(ui.TextDisplay(words), ui.File(f"attachment://{name}"))


def erase_question() -> ui.LayoutView:
    """Asks whether to erase what is stored of a server."""
    erase: ui.Button[Any] = ui.Button(
        label=_("Erase it"),
        custom_id=Stored("forget").custom_id,
        style=discord.ButtonStyle.danger,
    )
    return layout(
        ui.TextDisplay(f"### {_(_ERASE)}\n{_(_ERASED_FOR_GOOD)}"),
        ui.ActionRow(erase, button(_("Keep it"), Stored("keep"))),
    )


ERASED = later("All that was stored of this server is erased. Its daily reflections have ended.")
KEPT = later("Nothing was erased.")

_PRIVACY = (
    later(
        "**About you: nothing.** No question, no message, no name and no id is written to"
        " a disk, to a database or to a log. There is one exception: if you set up a "
        "daily reflection, your id stands with it, so that you can be told when it fails."
    ),
    later(
        "**About this server, only if a daily reflection was set up:** the ids of the "
        "server, of the channel and of the role to notify; its time, time zone and "
        "choices; whether it is on, paused or failing, and why; how far its round of "
        "passages is. For 60 days, of each post: its date and times, its passage, its "
        "message's id and how it went. All of it goes 30 days after I was removed from "
        "the server. For two days after a moderator erased it, only this stays: which "
        "channels had a post on which date, so that none comes twice."
    ),
    later(
        "**If a moderator chose a text for the server or a channel:** the ids of the "
        "server and the channel, and which text. It goes with the rest."
    ),
    later(
        "**In memory, until it is answered:** the question you ask, and no other message."
        " I read only messages that mention me, replies to me, and direct messages to me."
    ),
    later(
        "**In memory, for ten seconds:** how many questions your account and this channel"
        " asked, so that nobody can flood it."
    ),
    later("**In memory, until I restart:** which quotations a channel has seen."),
    later(
        "**Nothing leaves this bot:** answers are found in the text itself, without any "
        "other service. What I post stays in Discord until somebody deletes it there."
    ),
)

_LEARNING = later(
    "**In this server, a question that the text does not answer is kept as words alone, for at most "
    "90 days:** its plain words and how often they were asked in a week, with no person, channel, "
    "name or number, and nothing that looks like distress. Moderators here, and whoever runs me, can "
    "read them. Questions asked with `private` or in direct messages are never kept. What moderators "
    "decide about such a question stays until they take it back or erase it."
)

_FOR_MODERATORS = later(
    "As you manage this server, you can download what is stored of it, or erase it at once."
)

_ERASE = later("Erase all that is stored of this server?")
_ERASED_FOR_GOOD = later(
    "Its daily reflections end, and their settings, their rounds and the record of posts are gone. "
    "Messages that I posted stay in their channels."
)


def _stored() -> str:
    return "\n".join([f"### {_('What is stored')}", *map(_, _PRIVACY)])
