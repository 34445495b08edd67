"""Finds what would look odd in a quotation."""

import re
from collections.abc import Iterator

from bot.texts.model import Paragraph
from bot.wording import quoted

LONGEST_SENTENCE = 500  # characters: more drowns what it says
_MARKUP = re.compile(
    r"\*\*\S|\S\*\*|\]\([^\s)]+\)|<!--|</?(?:a|b|i|u|s|p|br|hr|em|strong|span|div|img|code|pre|su[bp]|h[1-6]|li|ul|ol|details|summary|kbd)\b[^<>\n]{0,200}>|(?:^|\n)#{1,6} |\{[%{]|`|\[\^\w+\]|"
    r"&(?:[a-z]{2,8}|#\d{2,5});|(?<!\w)_[^\s_][^_\n]*_(?!\w)"
)
_HYPHENATED = re.compile(r"[^\W\d_]{2,}[-¬] [a-zà-ÿ]{2,}")
_NO_HYPHENATION = re.compile(r"- (?:and|or|to|und|oder|bis|y|o|et|ou|e)\b")
_FURNITURE = re.compile(
    r"\[(?:illustration|footnote|image)\b|project gutenberg|\bclick here\b|table of contents",
    re.IGNORECASE,
)
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))


def oddities(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """What would look odd, and what to do about it; nothing for code and tables."""
    text = paragraph.text
    if paragraph.kind in ("code", "table"):
        return
    for pattern, what, fix in (
        (_MARKUP, "shows markup", "leave only the words"),
        (_HYPHENATED, "has a hyphen that a line's end may have left", "join the word"),
        (_FURNITURE, "has words that are not the author's", "remove them"),
    ):
        found = pattern.search(text)
        if found and not (pattern is _HYPHENATED and _NO_HYPHENATION.search(found[0])):
            yield f"{what}: {quoted(found[0].strip())}", fix
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            yield f"has {opening} and {closing} in different numbers", "close what is open"
    if text.count('"') % 2:
        yield 'has a " without its partner', "close it, or write “ and ”"
    longest = max((len(one.text) for one in paragraph.sentences), default=0)
    if longest > LONGEST_SENTENCE:
        yield f"has a sentence of {longest:,} characters", "split it if the text allows"
