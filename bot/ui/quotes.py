"""Quotations that members come upon, and the pictures of them."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.ui.controls import button, layout, rows
from bot.ui.passages import accent, shared_line, source_line
from bot.ui.quotation import CARD_LETTERS, Quotation, essay_key
from bot.ui.state import AboutTopic, AnotherQuote, InContext, QuoteCard, Share
from bot.ui.text import harmless

_MOST_TOPICS = 10


def quote_message(
    quotation: Quotation, this: AnotherQuote | None, *, private: bool, by: str | None = None
) -> ui.LayoutView:
    """A quotation; `this` is its place in its round, from which Another goes on.

    `by` names the member who shared it.
    """
    buttons = [button("Another", this, main=True)] if this is not None else []
    buttons += _buttons(quotation, private=private)
    return layout(
        ui.Container(
            ui.TextDisplay(quotation.markdown()),
            ui.TextDisplay(_source(quotation, by)),
            *rows(buttons),
            accent_colour=accent(quotation.essay),
        )
    )


def card_message(
    quotation: Quotation, picture: str, words: str, *, private: bool, by: str | None = None
) -> ui.LayoutView:
    """The quote card in the attached file `picture`; `words` say it to those who do not see it."""
    image = discord.MediaGalleryItem(f"attachment://{picture}", description=words)
    items: list[ui.Item[Any]] = [ui.MediaGallery(image), ui.TextDisplay(_source(quotation, by))]
    if private:
        items += rows([button("Share", _share(quotation, "card"))])
    return layout(*items)


def unknown_topic(topic: str, nearest: Sequence[str]) -> ui.LayoutView:
    """Says that nothing is known about `topic`, with what is nearest to it."""
    words = f"### No quotation about that\nThe texts have no topic **{harmless(topic, 100)}**."
    if not nearest:
        return layout(ui.Container(ui.TextDisplay(words)))
    buttons = [button(near, AboutTopic(near)) for near in dict.fromkeys(nearest[:_MOST_TOPICS])]
    return layout(ui.Container(ui.TextDisplay(f"{words} The nearest they have:"), *rows(buttons)))


def _source(quotation: Quotation, by: str | None) -> str:
    shared = f"\n{shared_line(by)}" if by is not None else ""
    return source_line(quotation) + shared


def _buttons(quotation: Quotation, *, private: bool) -> list[ui.Button[Any]]:
    key, place = essay_key(quotation.essay.id), quotation.place
    buttons = [button("In context", InContext(key, place))]
    if len(quotation.text) in CARD_LETTERS:
        buttons.append(button("Card", QuoteCard(key, place, quotation.last)))
    if private:
        buttons.append(button("Share", _share(quotation, "quote")))
    return buttons


def _share(quotation: Quotation, form: str) -> Share:
    return Share(essay_key(quotation.essay.id), quotation.place, quotation.last, form)
