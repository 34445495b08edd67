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
from bot.features.daily.states import Change, Moderate
from bot.features.daily.status import LastPost, Status
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
    body += rows([button(FORMS[field].button, Change(field, channel)) for field in fields])
    body += rows(_switches(status, kind, several))
    lead: list[ui.Item[Any]] = [ui.TextDisplay(said)] if said else []
    return layout(*lead, ui.Container(*body, accent_colour=_colour(status)))


def overview(all_of_them: Sequence[Status], names: Names, page: int = 1) -> ui.LayoutView:
    """All channels of a server, and a menu to choose one."""
    pages = -(-len(all_of_them) // PAGE)
    page = max(1, min(page, pages))
    shown = all_of_them[(page - 1) * PAGE : page * PAGE]
    heading = f"### Daily reflections in {len(all_of_them)} channels"
    if pages > 1:
        heading += f"\n-# Page {page} of {pages}"
    body: list[ui.Item[Any]] = [ui.TextDisplay(heading)]
    body += [ui.TextDisplay(_report(status, brief=True)) for status in shown]
    body.append(_menu(shown, names, "show"))
    if pages > 1:
        turn = (("Earlier", page - 1, page == 1), ("Later", page + 1, page == pages))
        body += rows([button(name, Moderate("page", to), disabled=end) for name, to, end in turn])
    return layout(ui.Container(*body))


def which_channel(all_of_them: Sequence[Status], names: Names, verb: str) -> ui.LayoutView:
    """Asks which of several channels is meant."""
    words = f"### Which channel do you want to {verb}?"
    if len(all_of_them) > _MENU:
        words += f"\n-# These are the first {_MENU}; for another, name it in the command."
    return layout(ui.Container(ui.TextDisplay(words), _menu(all_of_them, names, verb)))


def stop_question(status: Status) -> ui.LayoutView:
    """Asks whether to stop for good."""
    channel = status.setup.channel_id
    words = (
        f"### Stop the daily reflection in <#{channel}>?\n"
        "Its settings and its round of passages are forgotten. Posts that are there stay. "
        "To stop for a while only, pause it."
    )
    stop: ui.Button[Any] = ui.Button(
        label="Stop it",
        custom_id=Moderate("end", channel).custom_id,
        style=discord.ButtonStyle.danger,
    )
    return layout(ui.TextDisplay(words), ui.ActionRow(stop, button("Keep it", _show(channel))))


_MENU = 25
_MEANT = {"on": "On", "paused": "Paused"}


def _menu(all_of_them: Sequence[Status], names: Names, verb: str) -> ui.ActionRow[Any]:
    channels = [status.setup.channel_id for status in all_of_them]
    options = [(f"#{names(channel)}", Moderate(verb, channel)) for channel in channels]
    return ui.ActionRow(menu("channels", "Choose a channel…", options))


def _show(channel: int) -> Moderate:
    return Moderate("show", channel)


def _actions(status: Status) -> list[ui.Button[Any]]:
    channel, on = status.setup.channel_id, status.state == "on"
    toggle = button("Pause", Moderate("pause", channel))
    if not on:
        toggle = button("Resume", Moderate("resume", channel), main=True)
    return [
        button("Preview", Moderate("preview", channel)),
        button("Another passage instead", Moderate("another", channel)),
        button("Skip the next", Moderate("skip", channel), disabled=not on),
        toggle,
        button("Stop…", Moderate("stop", channel)),
    ]


def _switches(status: Status, kind: str, several: bool) -> list[ui.Button[Any]]:
    setup = status.setup
    buttons = [_switch("Quote card", "picture", setup.channel_id, setup.picture)]
    if kind != "forum":
        buttons.insert(0, _switch("Thread", "thread", setup.channel_id, setup.thread))
    if kind == "announcement" or setup.publish:
        buttons.append(_switch("Publish", "publish", setup.channel_id, setup.publish))
    buttons.append(button("Refresh", _show(setup.channel_id)))
    if several:
        buttons.append(button("All channels", Moderate("page", 1)))
    return buttons


def _switch(name: str, setting: str, channel: int, on: bool) -> ui.Button[Any]:
    label, verb = (f"{name}: on", f"no{setting}") if on else (f"{name}: off", setting)
    return button(label, Moderate(verb, channel))


def _report(
    status: Status, title: str | None = None, *, kind: str = "text", brief: bool = False
) -> str:
    state = "Failing" if _failing(status) else _MEANT[status.state]
    lines = [f"### <#{status.setup.channel_id}>", f"**{state}:** {described(status.setup, title)}"]
    if status.reason:
        lines.append(f"**Why it is paused:** {_clipped(status.reason)}")
    if status.next_at is not None:
        lines.append(f"**Next:** {moment(status.next_at)}")
    elif status.state == "paused":
        lines.append("**Next:** none until it is resumed")
    lines.append(f"**Last:** {_last(status, kind)}")
    if not brief:
        lines.append(
            f"**Round:** {status.drawn} of {status.passages} passages shown; "
            "none comes twice before all were"
        )
    return "\n".join(lines)


def _last(status: Status, kind: str) -> str:
    last = status.last
    if last is None:
        return "none was due yet"
    day = day_named(last.local_date)
    why = f": {_clipped(last.error)}" if last.error else ""
    match last.state:
        case "sent":
            return _sent(status, last, kind)
        case "claimed":
            return f"that of {day} is being posted now"
        case "waiting":
            return f"that of {day} could not be posted and is tried again{why}"
        case "missed":
            return f"that of {day} was missed, as I was not running that day"
        case "skipped":
            return f"that of {day} was skipped"
    return f"that of {day} failed{why}"


def _sent(status: Status, last: LastPost, kind: str) -> str:
    setup = status.setup
    # A post in a forum is a thread of its own, whose first message has the same id.
    channel = last.message_id if kind == "forum" else setup.channel_id
    link = f"https://discord.com/channels/{setup.guild_id}/{channel}/{last.message_id}"
    when = format_dt(last.at, "f") if last.at else day_named(last.local_date)
    words = f"[posted]({link}) {when}" + (", late" if last.late else "")
    words += {
        "due": "; its thread is tried again",
        "failed": "; its thread could not be opened",
    }.get(last.thread or "", "")
    words += {
        "due": "; publishing it is tried again",
        "failed": "; it could not be published",
        "made": ", and published",
    }.get(last.published or "", "")
    return words + (f": {_clipped(last.error)}" if last.error else "")


def _failing(status: Status) -> bool:
    waits = status.last is not None and status.last.state in ("waiting", "failed")
    return status.state == "on" and (status.failing_since is not None or waits)


def _colour(status: Status) -> discord.Colour:
    if _failing(status):
        return _FAILING
    return _ON if status.state == "on" else _PAUSED


def _clipped(reason: str) -> str:
    return escaped(clipped(reason, 200))
