"""Parts of a page that are not its text, told by what the page says of them."""

import re
from typing import Any

_NEVER = {
    **dict.fromkeys(
        "script style noscript template head title meta link iframe object embed audio video "
        "canvas input select textarea rt rp map area colgroup".split(),
        "hidden",
    ),
    **dict.fromkeys("nav footer form button menu dialog".split(), "navigation"),
    **dict.fromkeys("img svg picture figcaption".split(), "image"),
}
_TYPES = {
    **dict.fromkeys("toc landmarks page-list loi lot doc-toc".split(), "contents"),
    **dict.fromkeys(
        "titlepage halftitlepage imprint colophon copyright-page cover other-credits "
        "doc-colophon doc-credits doc-cover index doc-index".split(),
        "matter",
    ),
    **dict.fromkeys(
        "endnotes endnote footnotes footnote rearnotes rearnote doc-endnotes doc-endnote "
        "doc-footnote".split(),
        "note",
    ),
    **dict.fromkeys("pagebreak doc-pagebreak".split(), "page"),
    **dict.fromkeys("backlink doc-backlink".split(), "hidden"),
    **dict.fromkeys("navigation banner contentinfo search complementary".split(), "navigation"),
}
_CLASSES = {
    **dict.fromkeys(
        "nav navbar navigation menu sidebar site-header site-footer footer breadcrumb breadcrumbs "
        "navbox infobox mw-editsection noprint cookie cookies share sharing social comments "
        "comment-list related advert ads promo newsletter pagination skip-link hatnote catlinks "
        "edit-link headerlink anchor-link mw-navigation sitesub contentsub mw-panel mw-head printfooter "
        "jump-to-nav mw-jump-link vector-header".split(),
        "navigation",
    ),
    **dict.fromkeys("caption figcaption".split(), "image"),
    **dict.fromkeys("toc table-of-contents contents tableofcontents".split(), "contents"),
    **dict.fromkeys(
        "footnotes footnote endnotes endnote reflist references mw-references-wrap sidenote".split(),
        "note",
    ),
    **dict.fromkeys("pagenum pageno page-number pagebreak".split(), "page"),
    **dict.fromkeys("pg-boilerplate pgheader pgfooter".split(), "licence"),
    **dict.fromkeys("sr-only visually-hidden screen-reader-text mw-empty-elt".split(), "hidden"),
}
_VERSE = frozenset(
    "verse poem poetry poetry-container stanza linegroup lg z3998:verse z3998:poem".split()
)
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_MARK = re.compile(r"\[?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§]{1,3}|note \d+)\]?")
_REFERENCES = frozenset(
    "noteref doc-noteref footnote-ref footnoteref fnref fnanchor footnote-reference reference".split()
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def hidden_because(element: Any, tag: str) -> str | None:
    """The name of what the element is if it is not read; None for a part of the text."""
    if reason := _NEVER.get(tag):
        return reason
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
        return "hidden"
    for name in _types(element):
        if reason := _TYPES.get(name):
            return reason
    if tag in ("body", "html", "main", "article"):
        return None
    return next((_CLASSES[name] for name in _classes(element) if name in _CLASSES), None)


def is_note_mark(element: Any, tag: str) -> bool:
    """Whether the element is the mark of a note, and no word of the text."""
    if tag not in ("a", "sup", "span"):
        return False
    if _REFERENCES.intersection((*_types(element), *_classes(element))):
        return True
    text = "".join(element.itertext()).strip()
    if not _MARK.fullmatch(text):
        return False
    if tag == "sup":
        return text.strip("[]").isdigit() or any(True for _ in element.iter("{*}a"))
    return tag == "a" and "#" in (element.get("href") or "") and not text.isalpha()


def is_verse_part(element: Any) -> bool:
    """Whether the page says that the element is verse."""
    return bool(_VERSE.intersection((*_types(element), *_classes(element))))


def _types(element: Any) -> list[str]:
    said = (
        f"{element.get(_EPUB_TYPE) or element.get('epub:type') or ''} {element.get('role') or ''}"
    )
    return said.lower().split()


def _classes(element: Any) -> list[str]:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
