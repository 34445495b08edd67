"""Names for what is left out of a text because it is never quoted."""

from collections import Counter
from collections.abc import Iterator

from bot.wording import counted

_REASONS = {
    "comment": ("comment", "comments", "hidden from readers"),
    "image": ("image", "images", "only words can be quoted"),
    "rule": ("rule", "rules", "ornament between parts"),
    "contents": ("line of a table of contents", "lines of a table of contents", "navigation"),
    "licence": ("line of an e-book's licence", "lines of an e-book's licence", "not the author's"),
    "matter": ("paragraph of front or back matter", "paragraphs of front or back matter", "the publisher's"),
    "title page": ("line of a title page", "lines of a title page", "kept as title and author"),
    "direction": ("stage direction", "stage directions", "nobody says them"),
    "front matter": ("key of front matter", "keys of front matter", "for a site generator"),
    "template": ("template tag", "template tags", "for a site generator"),
    "note": ("note", "notes", "beside the text"),
    "note mark": ("footnote mark", "footnote marks", "their notes are left out"),
    "page": ("page number or running header", "page numbers and running headers", "the page's"),
    "hyphen": ("hyphen at a line's end", "hyphens at line ends", "the page's, not the word's"),
    "table": ("table", "tables", "too long to read as a passage"),
    "diagram": ("diagram", "diagrams", "only words can be quoted"),
    "navigation": ("menu, form or footer", "menus, forms and footers", "the page's, not the text's"),
    "end": ("end mark", "end marks", "ornament"),
}  # fmt: skip


def said(left_out: Counter[str]) -> Iterator[str]:
    """One line for each thing that was left out: how many, and why."""
    for name, (one, many, why) in _REASONS.items():
        if count := left_out[name]:
            yield f"{counted(count, one, many)} ({why})"
