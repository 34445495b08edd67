"""Messages of /texts."""

from collections.abc import Mapping, Sequence
from typing import Any

from discord import ui

from bot.discord_ui.components import button, layout, menu
from bot.discord_ui.custom_id import AboutEssay, Read
from bot.discord_ui.markdown import escaped
from bot.discord_ui.passages import cited
from bot.storage.text_choices import WHOLE_SERVER
from bot.texts.model import Essay
from bot.translation import gettext as _
from bot.translation import ngettext

_MOST_LISTED = 15


def list_message(
    essays: Sequence[Essay], chosen: Mapping[int, str], channel_ids: Sequence[int]
) -> ui.LayoutView:
    """The texts, with the one marked that questions in the channel go to.

    `chosen` are the server's choices, `channel_ids` the channel and what it belongs to.
    """
    here = next((chosen[place] for place in channel_ids if place in chosen), None)
    by_default = chosen.get(WHOLE_SERVER)
    lines = [_line(essay, here, by_default) for essay in essays[:_MOST_LISTED]]
    if len(essays) > _MOST_LISTED:
        more = len(essays) - _MOST_LISTED
        lines.append(ngettext("… and {count} more", "… and {count} more", more))
    used = here or by_default
    if len(essays) == 1:
        end = _("Questions go to this text.")
    elif any(essay.id == used for essay in essays):
        end = _("Questions here go to the text in use. Moderators change it with `/texts use`.")
    else:
        end = _("Questions here go to all of them. Moderators choose one with `/texts use`.")
    lines.append(f"-# {end}")
    items: list[ui.Item[Any]] = [ui.TextDisplay("\n".join([f"### {_('Texts')}", *lines]))]
    if len(essays) == 1:
        (only,) = essays
        reading = (
            button(_("Read it"), Read(only.key, 1)),
            button(_("About it"), AboutEssay(only.key)),
        )
        items.append(ui.ActionRow(*reading))
    else:
        options = [(essay.title, Read(essay.key, 1)) for essay in essays]
        items.append(ui.ActionRow(menu("texts", _("Read a text…"), options)))
    return layout(ui.Container(*items))


def used_message(essay: Essay | None, channel_id: int) -> str:
    """What a moderator chose, in a sentence."""
    title = escaped(essay.title) if essay is not None else ""
    if channel_id == WHOLE_SERVER and essay is None:
        return _(
            "Questions in this server go to all texts from now on, except in channels with a text "
            "of their own."
        )
    if channel_id == WHOLE_SERVER:
        return _(
            "Questions in this server go to **{title}** from now on, except in channels with a "
            "text of their own.",
            title=title,
        )
    channel = f"<#{channel_id}>"
    if essay is None:
        return _("Questions in {channel} go to all texts from now on.", channel=channel)
    return _("Questions in {channel} go to **{title}** from now on.", channel=channel, title=title)


def _line(essay: Essay, here: str | None, by_default: str | None) -> str:
    marks = [
        _("in use in this channel") if essay.id == here else "",
        _("in use in this server") if essay.id == by_default else "",
    ]
    size = ngettext("{count} passage", "{count} passages", len(essay.paragraphs))
    return f"- {' · '.join(filter(None, [cited(essay), size, *marks]))}"
