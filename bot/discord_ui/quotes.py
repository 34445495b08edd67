"""Messages with a quotation, in words or on a card."""

from typing import Any, Protocol

import discord
from discord import ui

from bot.discord_ui.components import button, layout, rows
from bot.discord_ui.custom_id import AnotherOfText, AnotherQuote, InContext, QuoteCard, Share
from bot.discord_ui.passages import accent, shared_line, source_line
from bot.discord_ui.quotation import CARD_LETTERS, Quotation
from bot.errors import UserError
from bot.translation import gettext as _


class CardError(UserError):
    """A quotation that no card can show; its str says why, in a sentence."""


class CardDrawer(Protocol):
    """Draws quote cards."""

    async def file(self, quotation: Quotation, name: str) -> discord.File:
        """The quotation on a card, as a PNG with a description. Raises CardError."""
        ...


def quote_message(
    quotation: Quotation,
    this: AnotherQuote | AnotherOfText | None,
    *,
    private: bool,
    by: str | None = None,
) -> ui.LayoutView:
    """A quotation; `this` is its place in its round, from which Another goes on.

    `by` names the member who shared it.
    """
    buttons = [button(_("Another"), this, main=True)] if this is not None else []
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
    quotation: Quotation, card: discord.File, *, private: bool, by: str | None = None
) -> ui.LayoutView:
    """The quote card in the attached file `card`."""
    image = attached(card)
    items: list[ui.Item[Any]] = [ui.MediaGallery(image), ui.TextDisplay(_source(quotation, by))]
    if private:
        items += rows([button(_("Share"), _share(quotation, "card"))])
    return layout(*items)


def attached(picture: discord.File) -> discord.MediaGalleryItem:
    """The attached picture, with its description."""
    return discord.MediaGalleryItem(
        f"attachment://{picture.filename}", description=picture.description
    )


def _source(quotation: Quotation, by: str | None) -> str:
    shared = f"\n{shared_line(by)}" if by is not None else ""
    return source_line(quotation) + shared


def _buttons(quotation: Quotation, *, private: bool) -> list[ui.Button[Any]]:
    key, ref = quotation.essay.key, quotation.ref
    buttons = [button(_("In context"), InContext(key, ref))]
    if len(quotation.text) in CARD_LETTERS:
        buttons.append(button(_("Card"), QuoteCard(key, ref, quotation.last)))
    if private:
        buttons.append(button(_("Share"), _share(quotation, "quote")))
    return buttons


def _share(quotation: Quotation, form: str) -> Share:
    return Share(quotation.essay.key, quotation.ref, quotation.last, form)
