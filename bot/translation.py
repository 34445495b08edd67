"""The language of the moment, and texts in it.

A text is written in English where it is used, as `_("Page {number} of {count}", number=2, count=9)`
with `from bot.translation import gettext as _`. It is looked up in the catalogue of the language
that `speaking` set, `bot/locales/<language>/LC_MESSAGES/attune.po`. Without one, or without an
entry there, it stays English.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = {
    "de": "de",
    "es-419": "es",
    "es-ES": "es",
    "fr": "fr",
    "hi": "hi",
    "ja": "ja",
    "pt-BR": "pt_BR",
}
"""Discord's code of each language but English that the bot speaks -> the folder of its catalogue."""

_language: ContextVar[str | None] = ContextVar("language", default=None)


@contextmanager
def speaking(locale: object) -> Iterator[None]:
    """Within the block, and in tasks begun there, texts are in the language of Discord's `locale`.

    They are English for a language that the bot does not speak, and for None.
    """
    before = _language.set(LANGUAGES.get(str(locale)))
    try:
        yield
    finally:
        _language.reset(before)


def language() -> str | None:
    """The language of the moment as Babel calls it; None is English."""
    return _language.get()


def gettext(text: str, /, **values: object) -> str:
    """`text` in the language of the moment, its placeholders filled with `values`.

    Without any values, braces stand for themselves.
    """
    current = _language.get()
    said = text if current is None or not text else catalogue(current).gettext(text)
    return said.format(**values) if values else said


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """The form for `count` things, in the language of the moment; `{count}` is filled in as well."""
    current = _language.get()
    if current is None:
        said = one if count == 1 else many
    else:
        said = catalogue(current).ngettext(one, many, count)
    return said.format(count=numeral(count), **values)


def later(text: str) -> str:
    """`text` itself: marks one that `gettext` translates where it is shown."""
    return text


def numeral(number: int) -> str:
    """A whole number as people write it: 1,200."""
    current = _language.get()
    if current is None:
        return f"{number:,}"
    from babel.numbers import format_decimal

    return format_decimal(number, locale=current)


def translation(text: str, locale: object) -> str | None:
    """The entry for `text` in the language of Discord's `locale`; None if there is none."""
    with speaking(locale):
        said = gettext(text)
    return said if said != text else None


@cache
def catalogue(language: str) -> "NullTranslations":
    """The catalogue of a language, read when it is first needed, in some 30 milliseconds."""
    import gettext
    import io
    from importlib.resources import files

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source = files("bot") / "locales" / language / "LC_MESSAGES" / "attune.po"
    with source.open("rb") as file:
        entries = read_po(file, locale=language, domain="attune")
    compiled = io.BytesIO()
    write_mo(compiled, entries)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
