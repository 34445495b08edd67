"""The daily reflection: the post itself, and its preview before a moderator saves it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import discord
from discord import ui
from discord.utils import format_dt

from bot.discord_ui.components import button, layout, rows
from bot.discord_ui.custom_id import QuoteCard, Read
from bot.discord_ui.markdown import escaped
from bot.discord_ui.passages import accent, source_line
from bot.discord_ui.quotation import CARD_LETTERS, Quotation
from bot.features.daily.choices import Setup, pack
from bot.features.daily.posts import Notice, Post
from bot.features.daily.states import FromPost, Moderate, Save
from bot.features.daily.weekdays import described_days
from bot.wording import clipped, listed

_QUOTATION = 3000  # of the 4,000 characters that Discord allows in one message
_QUESTION = 500


def post_items(
    post: Post, quotation: Quotation, card: discord.MediaGalleryItem | None
) -> list[ui.Item[Any]]:
    """What a post consists of; `card` is its attached picture, if it has one."""
    body: list[ui.Item[Any]] = [ui.TextDisplay(_heading(post))]
    if card is not None:
        body.append(ui.MediaGallery(card))
    body += [ui.TextDisplay(_quoted(quotation)), ui.TextDisplay(source_line(quotation))]
    if post.reflection:
        question = escaped(clipped(post.reflection, _QUESTION))
        body += [ui.Separator(), ui.TextDisplay(f"**To reflect on**\n{question}")]
    body += rows(_buttons(post, quotation))
    items: list[ui.Item[Any]] = [ui.Container(*body, accent_colour=accent(quotation.essay))]
    if post.role_id is not None:
        items.insert(0, ui.TextDisplay(f"<@&{post.role_id}>"))
    return items


def saving_preview(
    setup: Setup,
    title: str | None,
    first: datetime,
    items: Sequence[ui.Item[Any]],
    *,
    changes: bool,
) -> ui.LayoutView:
    """What `setup` would post, to be saved or not; `changes` if the channel has one already.

    `title` is that of the text that was chosen, if one was.
    """
    lead = (
        f"### {'A change' if changes else 'A new daily reflection'}, not saved yet\n"
        f"In <#{setup.channel_id}> {described(setup, title)}\n"
        f"The next one would come {moment(first)}. It would look like this:"
    )
    cancel = button("Cancel", Moderate("cancel", setup.channel_id))
    save = button("Save", Save(pack(setup)), main=True)
    return layout(ui.TextDisplay(lead), *items, ui.ActionRow(save, cancel))


def preview(setup: Setup, items: Sequence[ui.Item[Any]], due: datetime | None) -> ui.LayoutView:
    """What comes next, for a moderator alone; `due` is None while nothing is."""
    when = moment(due) if due else "once it is resumed"
    lead = f"### Preview\nThis comes next to <#{setup.channel_id}>, {when}."
    return layout(ui.TextDisplay(lead), *items)


def trouble(told: Notice) -> ui.LayoutView:
    """Tells moderators that posts fail."""
    what = (
        "The daily reflection is paused, as it could not be posted for a week."
        if told.paused
        else "The daily reflection cannot be posted. I go on trying."
    )
    remedy = "then `/reflection resume`" if told.paused else "and the next try succeeds"
    where = f"https://discord.com/channels/{told.guild_id}/{told.channel_id}"
    return layout(
        ui.TextDisplay(
            f"### {what}\nChannel: <#{told.channel_id}> ({where})\nWhy: {escaped(told.reason)}\n"
            f"Fix that, {remedy}. `/reflection status` shows how it stands."
        )
    )


def described(setup: Setup, title: str | None = None) -> str:
    """The settings in a sentence, but for the channel; `title` is that of the chosen text."""
    extras = [
        "a quote card" if setup.picture else "",
        "a thread" if setup.thread else "",
        "a tag" if len(setup.tags) == 1 else f"{len(setup.tags)} tags" if setup.tags else "",
    ]
    chosen = listed([extra for extra in extras if extra])
    text = f", from **{escaped(clipped(title, 100))}**" if title else ""
    published = ", published to the servers that follow the channel" if setup.publish else ""
    told = f"<@&{setup.role_id}> is notified" if setup.role_id else "nobody is notified"
    return (
        f"{described_days(setup.days)} at **{setup.local_time:%H:%M}** ({escaped(setup.zone)})"
        f"{text}{', with ' + chosen if chosen else ''}{published}; {told}."
    )


def moment(when: datetime) -> str:
    """A moment in the reader's own time."""
    return f"{format_dt(when, 'F')} ({format_dt(when, 'R')})"


def _heading(post: Post) -> str:
    day = f"{post.local_date:%A}, {post.local_date.day} {post.local_date:%B}"
    late = f"\n-# Late today: it was due {format_dt(post.due, 't')}." if post.late else ""
    return f"### Today’s passage\n-# {day}{late}"


def _quoted(quotation: Quotation) -> str:
    shown = quotation.markdown()
    return shown if len(shown) <= _QUOTATION else "-# This passage is longer than a message holds."


def _buttons(post: Post, quotation: Quotation) -> list[ui.Button[Any]]:
    key, ref = quotation.essay.key, quotation.ref
    buttons = [button("In context", FromPost(post.nonce, key, ref))]
    if len(quotation.text) in CARD_LETTERS:
        buttons.append(button("Card", QuoteCard(key, ref, quotation.last)))
    return [*buttons, button("Read it all", Read(key, 1))]
