"""Word documents as blocks."""

import io
from collections import Counter
from typing import Any

from bot.errors import UserError
from bot.texts.importers.blocks import Block, Document, Facts
from bot.texts.importers.files import opened, unpacked
from bot.texts.importers.headings import with_found_headings
from bot.texts.importers.html import blocks_of, tag_of
from bot.texts.importers.languages import language_called
from bot.texts.importers.trees import NEEDS_IMPORT, html_tree, xml_tree

_EMPTY = "\ue001"  # a private character: an empty paragraph
_LONGEST_VERSE = 70  # characters
_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        *(f"p[style-name='heading {level}'] => h{level + 1}:fresh" for level in range(1, 6)),
        *(f"p[style-name='Heading {level}'] => h{level + 1}:fresh" for level in range(1, 6)),
        *(f"p[style-name='{name}'] => !" for name in ("toc 1", "toc 2", "toc 3", "TOC Heading")),
        "br[type='page'] => ",
        "comment-reference => ",
    ]
)


def read(name: str, data: bytes) -> Document:
    """The blocks of the Word document `name` with the content `data`.

    Raises UserError if it is damaged or no Word document.
    """
    try:
        import mammoth
    except ImportError:
        raise UserError(f"{name}: {NEEDS_IMPORT}") from None
    facts = _facts(name, data)
    try:
        converted = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(_no_image),
            ignore_empty_paragraphs=False,
        )
    except Exception as error:  # a damaged document fails anywhere in its reader
        raise UserError(f"{name}: it is damaged; open it in Word and save it again") from error
    left_out: Counter[str] = Counter()
    html = converted.value.replace("<p></p>", f"<p>{_EMPTY}</p>")
    blocks = _stanzas(blocks_of(html_tree(name, f"<body>{html}</body>"), left_out))
    return Document(with_found_headings(blocks), facts, left_out)


def _stanzas(blocks: list[Block]) -> list[Block]:
    """The blocks without empty paragraphs, which part stanzas where each line is a paragraph."""
    lines = [block.text for block in blocks if block.kind == "prose" and block.text != _EMPTY]
    short = [line for line in lines if len(line) <= _LONGEST_VERSE]
    unended = [line for line in short if not line.endswith((".", "!", "?", ":", "”", '"'))]
    is_poem = len(short) >= 0.8 * len(lines) and len(unended) >= 0.4 * max(1, len(lines))
    joined: list[Block] = []
    for block in blocks:
        if is_poem and block.kind == "prose" and block.text != _EMPTY:
            if joined and joined[-1].kind == "verse":
                above = joined.pop()
                block = above._replace(text=f"{above.text}\n{block.text}")
            block = block._replace(kind="verse")
        joined.append(block)
    return [block for block in joined if block.text != _EMPTY]


def _no_image(_: Any) -> dict[str, str]:
    return {"src": ""}


def _facts(name: str, data: bytes) -> Facts:
    """What the document says of itself, once nothing in it can do harm."""
    with opened(io.BytesIO(data), name) as archive:
        names = archive.namelist()
        if not any(one.endswith("document.xml") for one in names):
            raise UserError(f"{name}: this is no Word document; choose one that Word opens")
        for one in names:
            # Word writes no document type, in which alone entities could be declared.
            if one.endswith((".xml", ".rels")) and b"<!DOCTYPE" in unpacked(archive, one, name):
                raise UserError(f"{name}: it declares entities; open it in Word and save it again")
        if "docProps/core.xml" not in names:
            return Facts()
        core = xml_tree(name, unpacked(archive, "docProps/core.xml", name))
    said = {tag_of(one): " ".join((one.text or "").split()) for one in core.iter()}
    return Facts(
        title=said.get("title") or None,
        author=said.get("creator") or None,
        language=language_called(said.get("language")),
    )
