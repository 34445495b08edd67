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
from bot.wording import counted

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
        lines.append(f"… and {len(essays) - _MOST_LISTED} more")
    used = here or by_default
    if len(essays) == 1:
        end = "Questions go to this text."
    elif any(essay.id == used for essay in essays):
        end = "Questions here go to the text in use. Moderators change it with `/texts use`."
    else:
        end = "Questions here go to all of them. Moderators choose one with `/texts use`."
    lines.append(f"-# {end}")
    items: list[ui.Item[Any]] = [ui.TextDisplay("\n".join(["### Texts", *lines]))]
    if len(essays) == 1:
        (only,) = essays
        reading = (button("Read it", Read(only.key, 1)), button("About it", AboutEssay(only.key)))
        items.append(ui.ActionRow(*reading))
    else:
        options = [(essay.title, Read(essay.key, 1)) for essay in essays]
        items.append(ui.ActionRow(menu("texts", "Read a text…", options)))
    return layout(ui.Container(*items))


def used_message(essay: Essay | None, channel_id: int) -> str:
    """What a moderator chose, in a sentence."""
    where = "in this server" if channel_id == WHOLE_SERVER else f"in <#{channel_id}>"
    unless = ", except in channels with a text of their own" if channel_id == WHOLE_SERVER else ""
    what = "all texts" if essay is None else f"**{escaped(essay.title)}**"
    return f"Questions {where} go to {what} from now on{unless}."


def _line(essay: Essay, here: str | None, by_default: str | None) -> str:
    marks = [
        "in use in this channel" if essay.id == here else "",
        "in use in this server" if essay.id == by_default else "",
    ]
    size = counted(len(essay.paragraphs), "passage")
    return f"- {' · '.join(filter(None, [cited(essay), size, *marks]))}"
