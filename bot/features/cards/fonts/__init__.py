"""The typefaces of the quote cards: open book faces, and the characters that each can show."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

_FOLDER = Path(__file__).parent
_NO_CHARACTER = "\uffff"  # Unicode promises that it never is one, so a font shows its empty box
_PROBE = 32  # pixels; large enough to tell any glyph from the empty box
_WITHOUT_GLYPH = {"Cc", "Cf", "Zl", "Zp"}
_NEVER_SHOWN = {"Cn", "Co", "Cs"}


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of fonts.

    `leading` is the distance of two baselines, `ascent` and `descent` what letters take above and
    below theirs, all in ems; `mark` is the quotation mark that opens a quotation.
    """

    roman: str
    italic: str
    semibold: str
    leading: float
    ascent: float
    descent: float
    mark: str

    def missing(self, text: str) -> list[str]:
        """The characters of `text` that it cannot show, each once, in order."""
        return [letter for letter in dict.fromkeys(text) if not _shows(self.roman, letter)]


TYPEFACES = (
    Typeface(  # Latin, Greek, Cyrillic
        roman="EBGaramond-Medium.ttf",
        italic="EBGaramond-MediumItalic.ttf",
        semibold="EBGaramond-SemiBold.ttf",
        leading=1.22,
        ascent=0.7,
        descent=0.27,
        mark="“",
    ),
    Typeface(  # Hebrew, Latin
        roman="FrankRuhlLibre-Regular.ttf",
        italic="FrankRuhlLibre-Regular.ttf",
        semibold="FrankRuhlLibre-SemiBold.ttf",
        leading=1.3,
        ascent=0.72,
        descent=0.25,
        mark="”",
    ),
    Typeface(  # Arabic, Latin
        roman="Amiri-Regular.ttf",
        italic="Amiri-Regular.ttf",
        semibold="Amiri-Regular.ttf",
        leading=1.65,
        ascent=0.95,
        descent=0.5,
        mark="«",
    ),
)
"""Every typeface, the preferred one first."""


def shapes_text() -> bool:
    """Whether letters can be joined, ordered from right to left, and carry marks.

    Pillow does so with FriBiDi, which it takes from the system.
    """
    return bool(features.check("raqm"))


@lru_cache(maxsize=64)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """The font of that file at `size` pixels. Not to be used by two threads at a time."""
    return ImageFont.truetype(_FOLDER / name, size)


@lru_cache(maxsize=4096)
def _shows(name: str, letter: str) -> bool:
    category = unicodedata.category(letter)
    if category in _NEVER_SHOWN:
        return False
    if category in _WITHOUT_GLYPH:
        return True
    try:
        return _drawn(name, letter) != _drawn(name, _NO_CHARACTER)
    except OSError:  # a whole phrase in one glyph, too intricate for FreeType
        return False


def _drawn(name: str, letter: str) -> bytes:
    image = Image.new("L", (4 * _PROBE, 3 * _PROBE))
    ImageDraw.Draw(image).text((_PROBE, _PROBE), letter, fill=255, font=_probe(name))
    return image.tobytes()


@lru_cache(maxsize=len(TYPEFACES))
def _probe(name: str) -> ImageFont.FreeTypeFont:
    path = _FOLDER / name
    return ImageFont.truetype(path, _PROBE, layout_engine=ImageFont.Layout.BASIC)
