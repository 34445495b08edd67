"""Messages that show the status of daily reflections, with buttons to change them."""

from collections.abc import Callable, Sequence
from typing import Any

import discord
from discord import ui
from discord.utils import format_dt

from bot.discord_ui.components import button, layout, menu, rows
from bot.discord_ui.markdown import escaped
from bot.features.daily.forms import FORMS
from bot.features.daily.post_message import described, moment
from bot.features.daily.posts import in_words
from bot.features.daily.states import Change, Moderate
from bot.features.daily.status import LastPost, Status
from bot.translation import gettext as _
from bot.translation import later, ngettext
from bot.wording import clipped, day_named

Names = Callable[[int], str]
"""The name of a channel by its id."""

PAGE = 8
"""How many channels one message shows."""

_ON, _PAUSED, _FAILING = (discord.Colour(value) for value in (0x3B7D4F, 0x80848E, 0xC9822B))


def status_message(
    status: Status,
    title: str | None,
    fields: Sequence[str],
    *,
    kind: str = "text",
    said: str = "",
    several: bool = False,
) -> ui.LayoutView:
    """The status of one channel, with buttons; `said` says what was just done.

    `title` is that of the chosen text; `fields` are the fields of `Setup` that a dialog changes;
    `kind` is the channel's: "text", "announcement" or "forum". `several` adds the way to the other
    channels.
    """
    body: list[ui.Item[Any]] = [ui.TextDisplay(_report(status, title, kind=kind))]
    channel = status.setup.channel_id
    body += rows(_actions(status))
    body += rows([button(_(FORMS[field].button), Change(field, channel)) for field in fields])
    body += rows(_switches(status, kind, several))
    lead: list[ui.Item[Any]] = [ui.TextDisplay(said)] if said else []
    return layout(*lead, ui.Container(*body, accent_colour=_colour(status)))


def overview(all_of_them: Sequence[Status], names: Names, page: int = 1) -> ui.LayoutView:
    """All channels of a server, and a menu to choose one."""
    pages = -(-len(all_of_them) // PAGE)
    page = max(1, min(page, pages))
    shown = all_of_them[(page - 1) * PAGE : page * PAGE]
    count = len(all_of_them)
    title = ngettext(
        "Daily reflections in {count} channel", "Daily reflections in {count} channels", count
    )
    heading = f"### {title}"
    if pages > 1:
        heading += f"\n-# {_('Page {number} of {count}', number=page, count=pages)}"
    body: list[ui.Item[Any]] = [ui.TextDisplay(heading)]
    body += [ui.TextDisplay(_report(status, brief=True)) for status in shown]
    body.append(_menu(shown, names, "show"))
    if pages > 1:
        turn = ((_("Earlier"), page - 1, page == 1), (_("Later"), page + 1, page == pages))
        body += rows([button(name, Moderate("page", to), disabled=end) for name, to, end in turn])
    return layout(ui.Container(*body))


def which_channel(all_of_them: Sequence[Status], names: Names, verb: str) -> ui.LayoutView:
    """Asks which of several channels is meant."""
    words = f"### {_(_WHICH[verb])}"
    if len(all_of_them) > _MENU:
        hint = _("These are the first {count}; for another, name it in the command.", count=_MENU)
        words += f"\n-# {hint}"
    return layout(ui.Container(ui.TextDisplay(words), _menu(all_of_them, names, verb)))


def stop_question(status: Status) -> ui.LayoutView:
    """Asks whether to stop for good."""
    channel = status.setup.channel_id
    question = _("Stop the daily reflection in {channel}?", channel=f"<#{channel}>")
    outcome = _(
        "Its settings and its round of passages are forgotten. Posts that are there stay. "
        "To stop for a while only, pause it."
    )
    words = f"### {question}\n{outcome}"
    stop: ui.Button[Any] = ui.Button(
        label=_("Stop it"),
        custom_id=Moderate("end", channel).custom_id,
        style=discord.ButtonStyle.danger,
    )
    return layout(ui.TextDisplay(words), ui.ActionRow(stop, button(_("Keep it"), _show(channel))))


_MENU = 25
_WHICH = {
    "preview": later("Which channel do you want to preview?"),
    "skip": later("Which channel do you want to skip?"),
    "pause": later("Which channel do you want to pause?"),
    "resume": later("Which channel do you want to resume?"),
    "stop": later("Which channel do you want to stop?"),
}
# Translators: {settings} goes on in lower case, such as "every day at **08:00** (UTC)"
_STATES = {
    "on": later("**On:** {settings}"),
    "paused": later("**Paused:** {settings}"),
    "failing": later("**Failing:** {settings}"),
}


def _menu(all_of_them: Sequence[Status], names: Names, verb: str) -> ui.ActionRow[Any]:
    channels = [status.setup.channel_id for status in all_of_them]
    options = [(f"#{names(channel)}", Moderate(verb, channel)) for channel in channels]
    return ui.ActionRow(menu("channels", _("Choose a channel…"), options))


def _show(channel: int) -> Moderate:
    return Moderate("show", channel)


def _actions(status: Status) -> list[ui.Button[Any]]:
    channel, on = status.setup.channel_id, status.state == "on"
    toggle = button(_("Pause"), Moderate("pause", channel))
    if not on:
        toggle = button(_("Resume"), Moderate("resume", channel), main=True)
    return [
        button(_("Preview"), Moderate("preview", channel)),
        button(_("Another passage instead"), Moderate("another", channel)),
        button(_("Skip the next"), Moderate("skip", channel), disabled=not on),
        toggle,
        button(_("Stop…"), Moderate("stop", channel)),
    ]


def _switches(status: Status, kind: str, several: bool) -> list[ui.Button[Any]]:
    setup = status.setup
    buttons = [_switch(_("Quote card"), "picture", setup.channel_id, setup.picture)]
    if kind != "forum":
        buttons.insert(0, _switch(_("Thread"), "thread", setup.channel_id, setup.thread))
    if kind == "announcement" or setup.publish:
        buttons.append(_switch(_("Publish"), "publish", setup.channel_id, setup.publish))
    buttons.append(button(_("Refresh"), _show(setup.channel_id)))
    if several:
        buttons.append(button(_("All channels"), Moderate("page", 1)))
    return buttons


def _switch(name: str, setting: str, channel: int, on: bool) -> ui.Button[Any]:
    if on:
        return button(_("{setting}: on", setting=name), Moderate(f"no{setting}", channel))
    return button(_("{setting}: off", setting=name), Moderate(setting, channel))


def _report(
    status: Status, title: str | None = None, *, kind: str = "text", brief: bool = False
) -> str:
    state = "failing" if _failing(status) else status.state
    lines = [
        f"### <#{status.setup.channel_id}>",
        _(_STATES[state], settings=described(status.setup, title)),
    ]
    if status.reason:
        lines.append(_("**Why it is paused:** {reason}", reason=_clipped(status.reason)))
    if status.next_at is not None:
        lines.append(_("**Next:** {moment}", moment=moment(status.next_at)))
    elif status.state == "paused":
        lines.append(_("**Next:** none until it is resumed"))
    # Translators: {what} goes on in lower case, such as "that of 3 March was skipped"
    lines.append(_("**Last:** {what}", what=_last(status, kind)))
    if not brief:
        lines.append(
            _(
                "**Round:** {shown} of {count} passages shown; none comes twice before all were",
                shown=status.drawn,
                count=status.passages,
            )
        )
    return "\n".join(lines)


def _last(status: Status, kind: str) -> str:
    last = status.last
    if last is None:
        return _("none was due yet")
    day = day_named(last.local_date)
    match last.state:
        case "sent":
            return _sent(status, last, kind)
        case "claimed":
            return _("that of {day} is being posted now", day=day)
        case "waiting":
            said = _("that of {day} could not be posted and is tried again", day=day)
            return _because(said, last.error)
        case "missed":
            return _("that of {day} was missed, as I was not running that day", day=day)
        case "skipped":
            return _("that of {day} was skipped", day=day)
    return _because(_("that of {day} failed", day=day), last.error)


def _because(said: str, reason: str | None) -> str:
    return _("{said}: {reason}", said=said, reason=_clipped(reason)) if reason else said


def _sent(status: Status, last: LastPost, kind: str) -> str:
    setup = status.setup
    # A post in a forum is a thread of its own, whose first message has the same id.
    channel = last.message_id if kind == "forum" else setup.channel_id
    link = f"https://discord.com/channels/{setup.guild_id}/{channel}/{last.message_id}"
    when = format_dt(last.at, "f") if last.at else day_named(last.local_date)
    said = _("[posted]({link}) {when}", link=link, when=when)
    if last.late:
        said = _("{said}, late", said=said)
    for extra in (_THREADS.get(last.thread or ""), _PUBLISHED.get(last.published or "")):
        said = _(extra, said=said) if extra else said
    return _because(said, last.error)


_THREADS = {
    "due": later("{said}; its thread is tried again"),
    "failed": later("{said}; its thread could not be opened"),
}
_PUBLISHED = {
    "due": later("{said}; publishing it is tried again"),
    "failed": later("{said}; it could not be published"),
    "made": later("{said}, and published"),
}


def _failing(status: Status) -> bool:
    waits = status.last is not None and status.last.state in ("waiting", "failed")
    return status.state == "on" and (status.failing_since is not None or waits)


def _colour(status: Status) -> discord.Colour:
    if _failing(status):
        return _FAILING
    return _ON if status.state == "on" else _PAUSED


def _clipped(reason: str) -> str:
    return escaped(clipped(in_words(reason), 200))
