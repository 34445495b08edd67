"""What the bot says of itself: help, privacy, and a plain sentence when something does not work."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any

import discord
from discord import ui

from bot.ui.controls import button, layout, menu
from bot.ui.reflection_state import Stored
from bot.ui.state import Ask
from bot.ui.text import escaped


def notice(words: str) -> ui.LayoutView:
    """A plain sentence or two."""
    return layout(ui.TextDisplay(words))


def help_message(way: Callable[[str], str], me: str, questions: Sequence[str]) -> ui.LayoutView:
    """What the bot does. `way` makes the clickable mention of a command from its name."""
    words = f"""\
### Read the essay closely
{way("ask")} a question, or mention {me} with one: the essay answers in its own words, or I say \
that it does not.
{way("quote")} brings a quotation, {way("essay read")} the text, {way("essay about")} its author \
and source, {way("essay topics")} what you can ask.
On any message: Apps, **Ask the essay**, and only you see the answer.
-# Moderators: `/reflection setup` posts a passage a day. {way("privacy")} says what is stored."""
    items: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(words)]
    if questions:
        options = [(question, Ask(question)) for question in questions]
        items.append(ui.ActionRow(menu("questions", "Try a question…", options)))
    return layout(ui.Container(*items))


def short_help(ask: str, questions: Sequence[str]) -> ui.LayoutView:
    """Two lines for someone who mentioned the bot without a question."""
    lines = f"Ask me something, and the essay answers in its own words.\nOr use {ask}: it suggests."
    items: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(lines)]
    items += [ui.ActionRow(button(question, Ask(question))) for question in questions]
    return layout(*items)


def playground_greeting(questions: Sequence[str]) -> ui.LayoutView:
    """What to try in the playground."""
    words = """\
### Welcome to the playground
The real bot, in a server that exists on this computer only. Try this in the box below:
- Type `/ask` and a question of yours; while you type, it suggests some.
- Press the buttons under an answer: its context, the next passage, a card.
- Use `/quote`, `/essay read`, `/essay topics`, or `/help`.
- As the moderator, let `/reflection setup` post a passage here each day, the first in a minute.

-# At the top of the page you choose who you are: a member, or the moderator."""
    items: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(words)]
    items += [ui.ActionRow(button(question, Ask(question))) for question in questions]
    return layout(ui.Container(*items))


def privacy_message(*, moderator: bool) -> ui.LayoutView:
    """What is stored, exactly; with what a `moderator` can do about it."""
    if not moderator:
        return notice(_PRIVACY)
    buttons = [
        button("Download what is stored", Stored("export")),
        button("Erase it…", Stored("erase")),
    ]
    return layout(ui.TextDisplay(f"{_PRIVACY}\n{_FOR_MODERATORS}"), ui.ActionRow(*buttons))


def export_message(name: str) -> ui.LayoutView:
    """All that is stored of a server, in the attached file `name`."""
    words = "This is all that is stored of this server, as JSON."
    return layout(ui.TextDisplay(words), ui.File(f"attachment://{name}"))


def erase_question() -> ui.LayoutView:
    """Asks whether to erase what is stored of a server."""
    erase: ui.Button[Any] = ui.Button(
        label="Erase it",
        custom_id=Stored("forget").custom_id,
        style=discord.ButtonStyle.danger,
    )
    return layout(ui.TextDisplay(_ERASE), ui.ActionRow(erase, button("Keep it", Stored("keep"))))


def wait_a_moment(seconds: float, *, busy: bool) -> ui.LayoutView:
    """Asks a member to wait; `busy` when it is the channel that asks too much."""
    whole = max(1, ceil(seconds))
    time = "a second" if whole == 1 else f"{whole} seconds"
    lead = "Many questions are asked here right now." if busy else "That was a lot of questions."
    return notice(f"{lead} You can ask again in {time}.")


def missing_permissions(names: Sequence[str], where: str = "here") -> ui.LayoutView:
    """Names what the bot may not do, in the words of Discord's settings."""
    return notice(
        f"I cannot do that {where}: I lack the permission {_listed(names)}. "
        "A moderator can give it to me in the channel's settings."
    )


def member_lacks(names: Sequence[str]) -> ui.LayoutView:
    """Names what the member would need to be allowed."""
    return notice(f"For this you need the permission {_listed(names)} here.")


def went_wrong(reference: str) -> ui.LayoutView:
    """An unexpected fault; the operator finds `reference` in the log."""
    return notice(
        "Something went wrong on my side, and your request was not answered. Please try again; if "
        f"it happens again, tell whoever runs this bot the reference **{reference}**."
    )


PASSAGE_GONE = "The passage this points to is no longer in the text: the text has been edited."
TEXT_GONE = "The text this points to is no longer here."
TOPIC_GONE = "That topic is no longer in the texts."
OUTDATED = "This button is from an older version of me. Please ask again, and you get a new one."
COMMAND_CHANGED = "This command has just changed. Reload Discord (Ctrl+R), and try once more."
NO_QUOTATION = "The texts have no quotation of a fitting length."
NO_WORDS = "There are no words there that I could look for in the essay."
SERVER_ONLY = "This works in a server only."
NOT_ALLOWED = "This is not allowed here."
ASK_IN_PRIVATE = (
    "I could not send you a direct message. Ask me with {ask}, and only you see the answer."
)
NO_CARD = "This quotation cannot be drawn on a card: {reason}"

ERASED = "All that was stored of this server is erased. Its daily reflections have ended."
KEPT = "Nothing was erased."

_PRIVACY = """\
### What is stored
**About you: nothing.** No question, no message, no name and no id is written to a disk, to a \
database or to a log. There is one exception: if you set up a daily reflection, your id stands with it, \
so that you can be told when it fails.
**About this server, only if a daily reflection was set up:** the ids of the server, of the \
channel and of the role to notify; its time, time zone and choices; whether it is on, paused or \
failing, and why; how far its round of passages is. For 60 days, of each post: its date and times, its \
passage, its message's id and how it went. \
All of it goes 30 days after I was removed from the server.
**In memory, until it is answered:** the question you ask, and no other message. \
I read only messages that mention me, replies to me, and direct messages to me.
**In memory, for ten seconds:** how many questions your account and this channel asked, so that \
nobody can flood it.
**In memory, until I restart:** which quotations a channel has seen.
**Nothing leaves this bot:** answers are found in the text itself, without any other service. \
What I post stays in Discord until somebody deletes it there."""

_FOR_MODERATORS = """\
-# As you manage this server, you can download what is stored of it, or erase it at once."""

_ERASE = """\
### Erase all that is stored of this server?
Its daily reflections end, and their settings, their rounds and the record of posts are gone. \
Messages that I posted stay in their channels."""


def _listed(names: Sequence[str]) -> str:
    bold = [f"**{escaped(name)}**" for name in names]
    return bold[0] if len(bold) == 1 else ", ".join(bold[:-1]) + f" and {bold[-1]}"
