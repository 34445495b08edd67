"""Text for Discord: verbatim where it is quoted, harmless where a member wrote it."""

import re
import unicodedata
from functools import lru_cache

from bot.wording import clipped

_INLINE = re.compile(r"[\\*_~`|<\[]|@(?=everyone|here)")
_LINE_START = re.compile(r"(?m)^([ \t]*)(#{1,3}|-#|[-+>])(?=\s|$|>)|^([ \t]*\d+)(\.)(?=\s)")
_LINK = re.compile(r"https?://[^\s<]+")
_KEPT_INVISIBLE = "\u200c\u200d"  # joiners, without which Persian, Hindi or emoji fall apart
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def escaped(text: str) -> str:
    """`text` so that Discord renders it to the letter: no Markdown, no mention; links stay links."""
    pieces: list[str] = []
    end = 0
    for link in _LINK.finditer(text):
        pieces += [_INLINE.sub(r"\\\g<0>", text[end : link.start()]), link.group()]
        end = link.end()
    pieces.append(_INLINE.sub(r"\\\g<0>", text[end:]))
    return _LINE_START.sub(r"\1\3\\\2\4", "".join(pieces))


def harmless(text: str, limit: int) -> str:
    """A member's words on one line, at most `limit` characters of them, unable to do anything.

    Markdown, mentions and links are only shown; invisible characters and overrides of the writing
    direction are gone.
    """
    seen = "".join(
        letter
        for letter in re.sub(r"\s+", " ", text)
        if letter in _KEPT_INVISIBLE or unicodedata.category(letter) not in _UNSEEN
    )
    return escaped(clipped(seen.strip(), limit)).replace("://", "\\://")


@lru_cache(maxsize=1024)
def block_quote(text: str, emphasis: tuple[int, int] | None = None) -> str:
    """`text` as a block quote, with the characters from emphasis[0] to emphasis[1] in bold.

    Results are cached, so use it for the texts, never for what members wrote.
    """
    if emphasis is None:
        return _indented(escaped(text))
    start, end = emphasis
    before, bold, after = text[:start], text[start:end], text[end:]
    return _indented(f"{escaped(before)}**{escaped(bold)}**{escaped(after)}")


def _indented(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))
