"""HTML and XML as trees, without following anything that a file names."""

import re
from html.entities import html5
from typing import Any

from bot.errors import UserError

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
NEEDS_IMPORT = "this format needs more than Attune alone; pip install 'attune[import]'"


def xml_tree(name: str, data: bytes) -> Any:
    """The root of the XML in `data`; entities and document types mean nothing.

    Raises UserError if it is no XML.
    """
    etree = _etree(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        text = _DOCTYPE.sub("", _decoded(data), count=1)
        text = _DECLARATION.sub("", _ENTITY.sub(_character, text))
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise UserError(f"{name}: it is damaged; download or save it again")
    return root


def html_tree(name: str, text: str) -> Any:
    """The root of the HTML `text`. Raises UserError if nothing is in it."""
    etree = _etree(name)
    parser = etree.HTMLParser(no_network=True, recover=True, huge_tree=False, encoding="utf-8")
    try:
        text = _DECLARATION.sub("", text)
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise UserError(f"{name}: no text was found in it; choose a file with text in it")
    return root


def said_charset(data: bytes) -> str | None:
    """The encoding that HTML says it is in."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii", "replace") if found else None


def _etree(name: str) -> Any:
    try:
        from lxml import etree
    except ImportError:
        raise UserError(f"{name}: {NEEDS_IMPORT}") from None
    return etree


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    said = re.match(rb"\s*<\?xml[^>]*encoding=[\"']([\w.:-]+)", data)
    try:
        return data.decode(said[1].decode() if said else "utf-8-sig", "replace").lstrip("\ufeff")
    except LookupError:
        return data.decode("utf-8-sig", "replace")


def _character(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _OF_XML else html5.get(f"{name};", "")
