"""EPUB as blocks: its chapters in reading order, with the names that its contents give them."""

import io
import posixpath
import re
from collections import Counter
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from bot.errors import UserError
from bot.texts.importers.blocks import Block, Document, Facts
from bot.texts.importers.characters import bare, plain_spaces
from bot.texts.importers.files import opened, unpacked
from bot.texts.importers.headings import with_found_headings
from bot.texts.importers.html import blocks_of, tag_of
from bot.texts.importers.languages import language_called
from bot.texts.importers.paragraph_numbers import numbered
from bot.texts.importers.trees import xml_tree

_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_E_BOOK_PROJECTS = ("standardebooks.org", "gutenberg.org")
_CITED = re.compile(r"(?:¶|§)\s*(\d{1,3})$|^[^\d]*\b[IVXLC]+,?\s+(\d{1,3})$")
_PUBLIC = re.compile(r"public domain|creative ?commons|cc[0-]", re.IGNORECASE)
_LONGEST_LICENCE = 200
_CHAPTER_LEVEL = 2


def read(name: str, data: bytes) -> Document:
    """The blocks of the EPUB `name` with the content `data`.

    Raises UserError if it is damaged, protected or no EPUB.
    """
    with opened(io.BytesIO(data), name) as archive:
        return _Book(archive, name).document()


class _Book:
    """An unpacked EPUB."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left_out: Counter[str] = Counter()
        self._cited: dict[str, int] = {}
        self._refuse_protected()
        container = self._tree("META-INF/container.xml")
        roots = [one.get("full-path") for one in container.iter() if tag_of(one) == "rootfile"]
        if not roots or not roots[0]:
            raise UserError(f"{name}: it names no book; download or save it again")
        self._folder = posixpath.dirname(roots[0])
        self._package = self._tree(roots[0])

    def document(self) -> Document:
        items = {one.get("id"): one for one in self._package.iter() if tag_of(one) == "item"}
        titles = self._titles(list(items.values()))
        chapters: list[tuple[str, Any]] = []
        for one in self._package.iter():
            if tag_of(one) == "itemref" and one.get("idref") in items:
                item = items[one.get("idref")]
                path = self._path(item.get("href") or "")
                if "nav" not in (item.get("properties") or "").split():
                    chapters.append((path, self._tree(path)))
        for path, tree in chapters:
            self._note_citations(path, tree)
        blocks = [block for one in chapters for block in self._chapter(*one, titles)]
        blocks = numbered(with_found_headings(blocks), self._cited)
        return Document(blocks, self._facts(), self._left_out)

    def _tree(self, path: str) -> Any:
        return xml_tree(self._name, unpacked(self._archive, path, self._name))

    def _path(self, href: str, base: str | None = None) -> str:
        """Where in the archive a link leads that stands in `base`, or in the package."""
        folder = self._folder if base is None else posixpath.dirname(base)
        return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))

    def _refuse_protected(self) -> None:
        if "META-INF/encryption.xml" not in self._archive.namelist():
            return
        tree = self._tree("META-INF/encryption.xml")
        methods = {one.get("Algorithm") for one in tree.iter() if tag_of(one) == "encryptionmethod"}
        if methods - set(_FONT_SCRAMBLING):
            raise UserError(
                f"{self._name}: it is protected against copying (DRM); use an edition without"
            )

    def _chapter(self, path: str, tree: Any, titles: dict[str, str]) -> list[Block]:
        bodies = [one for one in tree.iter() if tag_of(one) == "body"]
        blocks = blocks_of(bodies[0] if bodies else tree, self._left_out)
        blocks = [
            block._replace(anchor=f"{path}#{block.anchor}") if block.anchor else block
            for block in blocks
        ]
        title = titles.get(path)
        if not blocks or not title or any(block.level for block in blocks):
            return blocks
        if bare(blocks[0].text) == bare(title):
            blocks = blocks[1:]
        return [Block(title, "heading", _CHAPTER_LEVEL), *blocks]

    def _titles(self, items: list[Any]) -> dict[str, str]:
        """What the table of contents calls the file at each path."""
        titles: dict[str, str] = {}
        for item in items:
            path = self._path(item.get("href") or "")
            if "nav" in (item.get("properties") or "").split():
                links = [one for one in self._tree(path).iter() if tag_of(one) == "a"]
                for link in links:
                    text = plain_spaces(" ".join("".join(link.itertext()).split()))
                    titles.setdefault(self._path(link.get("href") or "", path), text)
            elif item.get("media-type") == "application/x-dtbncx+xml":
                for point in (one for one in self._tree(path).iter() if tag_of(one) == "navpoint"):
                    said = [one for one in point.iter() if tag_of(one) == "text"]
                    leads = [one for one in point.iter() if tag_of(one) == "content"]
                    if said and leads:
                        target = self._path(leads[0].get("src") or "", path)
                        titles.setdefault(target, " ".join((said[0].text or "").split()))
        return titles

    def _note_citations(self, path: str, tree: Any) -> None:
        """Remembers which paragraphs the book's own references call by a number."""
        for link in tree.iter():
            href = link.get("href") or "" if tag_of(link) == "a" else ""
            if "#" in href and (found := _CITED.search("".join(link.itertext()).strip())):
                target = f"{self._path(href, path)}#{href.partition('#')[2]}"
                self._cited.setdefault(target, int(found[1] or found[2]))

    def _facts(self) -> Facts:
        said: dict[str, list[str]] = {}
        authors: list[str] = []
        roles = {
            (one.get("refines") or "")[1:]: (one.text or "").strip()
            for one in self._package.iter()
            if tag_of(one) == "meta" and one.get("property") == "role"
        }
        for one in self._package.iter():
            text = " ".join((one.text or "").split())
            if text and tag_of(one) in ("title", "language", "rights", "identifier", "date"):
                said.setdefault(tag_of(one), []).append(text)
            if text and tag_of(one) == "creator" and roles.get(one.get("id"), "aut") == "aut":
                authors.append(text)
        links = [text for text in said.get("identifier", []) if text.startswith("http")]
        project = any(one in text for text in links for one in _E_BOOK_PROJECTS)
        day = said.get("date", [""])[0][:10]
        dated = not project and re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)
        return Facts(
            title=said.get("title", [None])[0],
            author=" and ".join(authors) or None,
            language=language_called(said.get("language", [None])[0]),
            published=day if dated else None,
            source=links[0] if links else None,
            licence=_licence(said.get("rights", [""])[0]),
        )


def _licence(rights: str) -> str | None:
    """What the book says of its rights, or its first sentence that names a licence."""
    if len(rights) <= _LONGEST_LICENCE:
        return rights or None
    sentences = re.split(r"(?<=[.;])\s+", rights)
    fitting = [one for one in sentences if _PUBLIC.search(one) and len(one) <= _LONGEST_LICENCE]
    return fitting[0].rstrip(";") if fitting else None
