"""The message for a topic that the texts do not have."""

from collections.abc import Sequence

from discord import ui

from bot.discord_ui.components import button, layout, rows
from bot.discord_ui.custom_id import AboutTopic
from bot.discord_ui.markdown import harmless

_MOST_TOPICS = 10


def unknown_topic(topic: str, nearest: Sequence[str]) -> ui.LayoutView:
    """Says that there is no topic `topic`, with buttons for the nearest topics."""
    words = f"### No quotation about that\nThe texts have no topic **{harmless(topic, 100)}**."
    if not nearest:
        return layout(ui.Container(ui.TextDisplay(words)))
    buttons = [button(near, AboutTopic(near)) for near in dict.fromkeys(nearest[:_MOST_TOPICS])]
    return layout(ui.Container(ui.TextDisplay(f"{words} The nearest they have:"), *rows(buttons)))
