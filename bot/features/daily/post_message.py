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
from bot.features.daily.posts import Notice, Post, in_words
from bot.features.daily.states import FromPost, Moderate, Save
from bot.features.daily.weekdays import described_days
from bot.translation import gettext as _
from bot.translation import ngettext
from bot.wording import clipped, listed, weekday_and_day_named

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
        body += [ui.Separator(), ui.TextDisplay(f"**{_('To reflect on')}**\n{question}")]
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
    heading = (
        _("A change, not saved yet") if changes else _("A new daily reflection, not saved yet")
    )
    # Translators: {settings} goes on in lower case, such as "every day at **08:00** (UTC)"
    where = _(
        "In {channel} {settings}",
        channel=f"<#{setup.channel_id}>",
        settings=described(setup, title),
    )
    when = _("The next one would come {moment}. It would look like this:", moment=moment(first))
    lead = f"### {heading}\n{where}\n{when}"
    cancel = button(_("Cancel"), Moderate("cancel", setup.channel_id))
    save = button(_("Save"), Save(pack(setup)), main=True)
    return layout(ui.TextDisplay(lead), *items, ui.ActionRow(save, cancel))


def preview(setup: Setup, items: Sequence[ui.Item[Any]], due: datetime | None) -> ui.LayoutView:
    """What comes next, for a moderator alone; `due` is None while nothing is."""
    channel = f"<#{setup.channel_id}>"
    if due:
        words = _("This comes next to {channel}, {moment}.", channel=channel, moment=moment(due))
    else:
        words = _("This comes next to {channel}, once it is resumed.", channel=channel)
    return layout(ui.TextDisplay(f"### {_('Preview')}\n{words}"), *items)


def trouble(told: Notice) -> ui.LayoutView:
    """Tells moderators that posts fail."""
    link = f"https://discord.com/channels/{told.guild_id}/{told.channel_id}"
    if told.paused:
        what = _("The daily reflection is paused, as it could not be posted for a week.")
        remedy = _("Fix that, then `/reflection resume`. `/reflection status` shows how it stands.")
    else:
        what = _("The daily reflection cannot be posted. I go on trying.")
        remedy = _("Fix that, and the next try succeeds. `/reflection status` shows how it stands.")
    lines = [
        f"### {what}",
        _("Channel: {channel} ({link})", channel=f"<#{told.channel_id}>", link=link),
        _("Why: {reason}", reason=escaped(in_words(told.reason))),
        remedy,
    ]
    return layout(ui.TextDisplay("\n".join(lines)))


def described(setup: Setup, title: str | None = None) -> str:
    """The settings in a sentence, but for the channel; `title` is that of the chosen text."""
    said = _(
        # Translators: {days} is "every day" or "on weekdays", for example
        "{days} at **{time}** ({zone})",
        days=described_days(setup.days),
        time=f"{setup.local_time:%H:%M}",
        zone=escaped(setup.zone),
    )
    if title:
        # Translators: {said} is a sentence that goes on here, as in the texts below
        said = _("{said}, from **{title}**", said=said, title=escaped(clipped(title, 100)))
    if extras := _extras(setup):
        said = _("{said}, with {extras}", said=said, extras=listed(extras))
    if setup.publish:
        said = _("{said}, published to the servers that follow the channel", said=said)
    if setup.role_id:
        return _("{said}; {role} is notified.", said=said, role=f"<@&{setup.role_id}>")
    return _("{said}; nobody is notified.", said=said)


def _extras(setup: Setup) -> list[str]:
    extras = [_("a quote card")] if setup.picture else []
    extras += [_("a thread")] if setup.thread else []
    count = len(setup.tags)
    return extras + ([ngettext("a tag", "{count} tags", count)] if count else [])


def moment(when: datetime) -> str:
    """A moment in the reader's own time."""
    return f"{format_dt(when, 'F')} ({format_dt(when, 'R')})"


def _heading(post: Post) -> str:
    lines = [f"### {_('Today’s passage')}", f"-# {weekday_and_day_named(post.local_date)}"]
    if post.late:
        lines.append(f"-# {_('Late today: it was due {time}.', time=format_dt(post.due, 't'))}")
    return "\n".join(lines)


def _quoted(quotation: Quotation) -> str:
    shown = quotation.markdown()
    if len(shown) <= _QUOTATION:
        return shown
    return f"-# {_('This passage is longer than a message holds.')}"


def _buttons(post: Post, quotation: Quotation) -> list[ui.Button[Any]]:
    key, ref = quotation.essay.key, quotation.ref
    buttons = [button(_("In context"), FromPost(post.nonce, key, ref))]
    if len(quotation.text) in CARD_LETTERS:
        buttons.append(button(_("Card"), QuoteCard(key, ref, quotation.last)))
    return [*buttons, button(_("Read it all"), Read(key, 1))]
