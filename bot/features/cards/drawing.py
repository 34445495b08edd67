"""Quote cards: a quotation with its source as a picture, and as text for screen readers."""

import asyncio
import io
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Lock

import discord
from PIL import Image, ImageDraw

from bot.discord_ui.quotation import Quotation
from bot.discord_ui.quotes import CardError
from bot.features.cards.fonts import font
from bot.features.cards.layout import SCALE, SIZE, Layout, direction, lay_out, plain
from bot.translation import gettext as _
from bot.wording import clipped

LONGEST_DESCRIPTION = 1024
"""What Discord allows in the description of a file, in characters."""

Colour = tuple[int, int, int]
"""Red, green and blue, each of 0 to 255."""

_DEFAULT_COLOUR = "#2f5d62"
_INKS: tuple[Colour, ...] = ((255, 255, 255), (0, 0, 0))


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card; `title` is that of the text with the place.

    `colour` is that of the paper, "#rrggbb", or None for the usual; `verse` keeps its lines.
    """

    quotation: str
    author: str | None
    title: str
    colour: str | None = None
    verse: bool = False


def draw(card: Card) -> bytes:
    """The card as a PNG; the same card gives the same bytes.

    Safe in any thread. Raises CardError if something on it cannot be shown as it should be.
    """
    paper, ink = colours(card.colour)
    with _fonts_in_use:
        image = _inked(lay_out(card.quotation, card.author, card.title, verse=card.verse))
    image.putpalette(_blend(paper, ink))
    png = io.BytesIO()
    image.save(png, "PNG", compress_level=_COMPRESSION)
    return png.getvalue()


def alternative_text(card: Card) -> str:
    """The card in words, at most LONGEST_DESCRIPTION characters."""
    title, author = clipped(plain(card.title), 200), clipped(plain(card.author or ""), 100)
    if author:
        opening = _("This is a quote card from “{title}” by {author}.", title=title, author=author)
    else:
        opening = _("This is a quote card from “{title}”.", title=title)
    room = LONGEST_DESCRIPTION - len(f"{opening} {_('It reads: “{quotation}”', quotation='')}.")
    words = clipped(plain(card.quotation), room)
    read_out = f"{opening} {_('It reads: “{quotation}”', quotation=words)}"
    return read_out if words[-1:] in _SENTENCE_ENDS else f"{read_out}."


def colours(colour: str | None) -> tuple[Colour, Colour]:
    """The colour of the paper, and black or white, whichever reads better on it.

    Raises CardError if `colour` is not "#rrggbb".
    """
    written = _DEFAULT_COLOUR if colour is None else colour
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", written):
        raise CardError(_("The text's colour is not written as #rrggbb."))
    red, green, blue = bytes.fromhex(written[1:])
    paper = (red, green, blue)
    return paper, max(_INKS, key=partial(contrast, paper))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours by the Web Content Accessibility Guidelines, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


class CardMaker:
    """Draws cards in a thread, one at a time, and caches the latest ones.

    `limit` is how many bytes of pictures it keeps.
    """

    def __init__(self, limit: int = 16 * 2**20, draw: Callable[[Card], bytes] = draw) -> None:
        self._limit = limit
        self._draw = draw
        self._kept: OrderedDict[Card, bytes] = OrderedDict()
        self._kept_bytes = 0
        self._being_drawn: dict[Card, asyncio.Task[bytes]] = {}
        self._turn = asyncio.Semaphore(1)

    async def png(self, card: Card) -> bytes:
        """The picture of `card`, drawn once however many ask for it. Raises CardError."""
        if card in self._kept:
            self._kept.move_to_end(card)
            return self._kept[card]
        drawing = self._being_drawn.get(card)
        if drawing is None:
            drawing = self._being_drawn[card] = asyncio.create_task(self._make(card))
            drawing.add_done_callback(partial(self._finish, card))
        # When one caller is cancelled, others may still wait for the picture.
        return await asyncio.shield(drawing)

    async def file(self, quotation: Quotation, name: str) -> discord.File:
        """The quotation on a card, as a PNG with a description. Raises CardError."""
        essay = quotation.essay
        source = essay.citation(quotation.paragraph.number) or essay.title
        verse = quotation.paragraph.kind == "verse"
        card = Card(quotation.text, essay.author, source, essay.colour, verse)
        picture = await self.png(card)
        return discord.File(io.BytesIO(picture), name, description=alternative_text(card))

    async def _make(self, card: Card) -> bytes:
        async with self._turn:
            return await asyncio.to_thread(self._draw, card)

    def _finish(self, card: Card, drawing: asyncio.Task[bytes]) -> None:
        del self._being_drawn[card]
        if drawing.cancelled() or drawing.exception() is not None:
            return
        self._kept[card] = drawing.result()
        self._kept_bytes += len(drawing.result())
        while self._kept_bytes > self._limit:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= len(oldest)


_SENTENCE_ENDS = tuple(".!?…”’»؟")
_COMPRESSION = 3  # half the time of 6, for a tenth more bytes
_fonts_in_use = Lock()  # FreeType's faces are not to be used by two threads at a time


def _inked(layout: Layout) -> Image.Image:
    """How much ink each pixel takes, of 255."""
    image = Image.new("L", (SIZE[0] * SCALE, SIZE[1] * SCALE))
    canvas = ImageDraw.Draw(image)
    canvas.fontmode = "1"
    for line in (layout.mark, *layout.source, *layout.quotation):
        place = (line.x * SCALE, line.baseline * SCALE)
        face = font(line.font_name, line.size * SCALE)
        canvas.text(
            place, line.text, fill=line.ink, font=face, anchor="ls", direction=direction(line)
        )
    return image.reduce(SCALE)


def _blend(paper: Colour, ink: Colour) -> list[int]:
    """The colours from `paper` to `ink` in 256 steps, as a palette."""
    return [
        round(below + (above - below) * step / 255)
        for step in range(256)
        for below, above in zip(paper, ink, strict=True)
    ]


def _luminance(colour: Colour) -> float:
    shares = (part / 255 for part in colour)
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
