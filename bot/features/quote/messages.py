"""The message for a topic that the texts do not have."""

from collections.abc import Sequence

from discord import ui

from bot.discord_ui.components import button, layout, rows
from bot.discord_ui.custom_id import AboutTopic
from bot.discord_ui.markdown import harmless
from bot.translation import gettext as _

_MOST_TOPICS = 10


def unknown_topic(topic: str, nearest: Sequence[str]) -> ui.LayoutView:
    """Says that there is no topic `topic`, with buttons for the nearest topics."""
    missing = _("The texts have no topic **{topic}**.", topic=harmless(topic, 100))
    words = f"### {_('No quotation about that')}\n{missing}"
    if not nearest:
        return layout(ui.Container(ui.TextDisplay(words)))
    words += f" {_('The nearest they have:')}"
    buttons = [button(near, AboutTopic(near)) for near in dict.fromkeys(nearest[:_MOST_TOPICS])]
    return layout(ui.Container(ui.TextDisplay(words), *rows(buttons)))
