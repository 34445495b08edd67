"""From bytes to text, in whatever encoding they are."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from bot.errors import UserError
from bot.texts.importers.characters import with_line_feeds
from bot.texts.importers.languages import language_of

_WESTERN = frozenset(
    "àâäáãåæçéèêëíìîïñóòôöõøœßúùûüÿÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜ“”„‘’‚–—…«»‹›¿¡°§€£©®ªº·×½¼¾²³\u00a0\u00ad"
)
_LANGUAGES = frozenset("en es fr de it pt nl sv da no fi ca la".split())
_FEW = 3
_MOST_CONTROLS = 0.02  # of the characters: more is no text


def decoded(name: str, data: bytes, charset: str | None = None) -> str:
    """The text in `data`, its lines ended by line feeds; `charset` is what it says it is in.

    Raises UserError if it is no text, or needs a guess for which a library is missing.
    """
    text = _known(data)
    if text is None and charset:
        text = _said(data, charset)
    if text is None:
        text = _western(data)
    if text is None:
        text = _guessed(name, data)
    controls = sum(character < " " and character not in "\t\n\r\x0b\x0c" for character in text)
    if controls > max(_FEW, _MOST_CONTROLS * len(text)):
        raise _no_text(name)
    return with_line_feeds(text)


def _known(data: bytes) -> str | None:
    """The text if a mark at its start, or UTF-8 itself, says how to read it."""
    try:
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return data.decode("utf-16")
        if data.startswith(BOM_UTF8) or b"\0" not in data:
            return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    return None


def _said(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return None


def _western(data: bytes) -> str | None:
    """The text as most old files of Western Europe are encoded, if it then reads like one."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    strange = {letter for letter in text if letter > "~"} - _WESTERN
    return text if not strange and language_of(text) in _LANGUAGES else None


def _guessed(name: str, data: bytes) -> str:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise UserError(
            f"{name}: this is not UTF-8; save it as UTF-8, or pip install 'attune[import]'"
        ) from None
    best = from_bytes(data).best()
    if best is None:
        raise _no_text(name)
    return str(best)


def _no_text(name: str) -> UserError:
    return UserError(
        f"{name}: this is not a text; choose a text, Markdown, HTML, EPUB, DOCX or PDF"
    )
