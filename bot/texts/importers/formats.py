"""Which reader reads which file, and what cannot be read."""

import os
from importlib import import_module

from bot.errors import UserError
from bot.texts.importers.blocks import Document

MAX_BYTES = 50_000_000
_READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".epub": "epub",
    ".docx": "docx",
    ".pdf": "pdf",
}
SUFFIXES = frozenset(_READERS)
_SIGNS = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
)
_ADVICE = {
    ".rtf": "this is RTF; save it as .docx or .txt",
    ".doc": "this is an old Word document; save it as .docx",
    ".odt": "this is an OpenDocument text; save it as .docx",
    ".mobi": "this is a Kindle book; convert it to EPUB",
    ".azw3": "this is a Kindle book; convert it to EPUB",
    ".azw": "this is a Kindle book; convert it to EPUB",
    ".yaml": "this is a knowledge file already; put it in the folder as it is",
    ".yml": "this is a knowledge file already; put it in the folder as it is",
}


def read(name: str, data: bytes) -> Document:
    """The document in the file `name` with the content `data`. Raises UserError."""
    named = os.path.splitext(name)[1].lower()
    suffix = next((known for sign, known in _SIGNS if data.startswith(sign)), named)
    if suffix == ".doc" and named == ".docx":
        raise UserError(f"{name}: it is protected by a password; save a copy without one")
    if suffix in _ADVICE:
        raise UserError(f"{name}: {_ADVICE[suffix]}")
    if not data.strip():
        raise UserError(f"{name}: the file is empty; choose one with text in it")
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1e6:.0f} MB, and {MAX_BYTES / 1e6:.0f} MB is the most"
        raise UserError(f"{name}: the file has {size}; split it into several texts")
    reader = import_module(f"bot.texts.importers.{_READERS.get(suffix, 'plain')}")
    document: Document = reader.read(name, data)
    return document
