"""HTML and XHTML as blocks: what a reader of the page reads, without the page around it."""

import re
from collections import Counter
from typing import Any

from bot.texts.importers.blocks import Block, Document, Facts
from bot.texts.importers.decoding import decoded
from bot.texts.importers.headings import with_found_headings
from bot.texts.importers.languages import language_called
from bot.texts.importers.page_parts import hidden_because, is_note_mark, is_verse_part
from bot.texts.importers.trees import html_tree, said_charset
from bot.texts.importers.verse import breaks_are_verse, is_verse

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer header hgroup h1 h2 h3 h4 h5 h6 hr html legend li main ol p pre section summary "
    "table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAK = "\ue000"  # a private character: <br>
_QUESTION_LEVEL = 6
_DEEPEST = 150
_LONGEST_CELL = 400  # characters: a table with longer ones only lays a page out
_VERSE_WIDTH = 90
_SPACE = re.compile(r"\s+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read(name: str, data: bytes) -> Document:
    """The blocks of the HTML file `name` with the content `data`. Raises UserError."""
    root = html_tree(name, decoded(name, data, said_charset(data)))
    left_out: Counter[str] = Counter()
    blocks = with_found_headings(blocks_of(_main(root), left_out))
    tops = [block.text for block in blocks if block.level == 1]
    facts = _facts(root)
    if len(tops) == 1 and not facts.title:
        facts = facts._replace(title=tops[0])
    return Document(blocks, facts._replace(title=facts.title or _title_of(root)), left_out)


def blocks_of(root: Any, left_out: Counter[str]) -> list[Block]:
    """The blocks of what stands in the element `root`."""
    walker = _Walker(left_out)
    walker.walk(root, 0)
    walker.flush()
    return walker.blocks


def tag_of(element: Any) -> str:
    """The element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


class _Walker:
    """Goes through a tree once; collects words until a block ends."""

    def __init__(self, left_out: Counter[str]) -> None:
        self.blocks: list[Block] = []
        self._left_out = left_out
        self._words: list[str] = []
        self._quotation = False
        self._verse = False
        self._anchor: str | None = None

    def walk(self, element: Any, depth: int) -> None:
        """Reads the element and what is in it, not what follows it."""
        tag = tag_of(element)
        if not tag:
            self._left_out["comment"] += type(element).__name__ == "_Comment"
            return
        if reason := hidden_because(element, tag):
            if reason != "hidden":
                self._left_out[reason] += _count(element, reason)
            return
        if is_note_mark(element, tag):
            self._left_out["note mark"] += 1
            return
        read = getattr(self, f"_read_{_READERS.get(tag, '')}", None)
        if read is not None:
            read(element, depth)
        elif tag in _BLOCKS:
            self.flush()
            self._anchor = element.get("id") or self._anchor
            if is_verse_part(element):
                self._read_verse(element, depth)
            else:
                self._inside(element, depth)
            self.flush()
        else:
            self._inside(element, depth)

    def flush(self) -> None:
        """Ends the block whose words were collected."""
        text = "".join(self._words)
        self._words = []
        anchor, self._anchor = self._anchor, None
        for part in re.split(rf"{_BREAK}\s*{_BREAK}[\s{_BREAK}]*", text):
            lines = [" ".join(line.split()) for line in part.split(_BREAK)]
            lines = [line for line in lines if line]
            if lines:
                verse = self._verse or breaks_are_verse(lines)
                verse = verse or (len(lines) > 1 and is_verse(lines, _VERSE_WIDTH))
                self.blocks.append(
                    Block(
                        "\n".join(lines),
                        "verse" if verse else "prose",
                        quotation=self._quotation,
                        anchor=anchor,
                    )
                )

    def _inside(self, element: Any, depth: int) -> None:
        if depth > _DEEPEST:
            self._words.append(_SPACE.sub(" ", "".join(element.itertext())))
            return
        if element.text:
            self._words.append(_SPACE.sub(" ", element.text))
        for child in element:
            self.walk(child, depth + 1)
            if child.tail:
                self._words.append(_SPACE.sub(" ", child.tail))

    def _apart(self, element: Any, depth: int) -> list[Block]:
        """The blocks in the element, not yet among those of the text."""
        self.flush()
        outer, self.blocks = self.blocks, []
        self._inside(element, depth)
        self.flush()
        inner, self.blocks = self.blocks, outer
        return inner

    def _read_break(self, element: Any, depth: int) -> None:
        self._words.append(_BREAK)

    def _read_quoted(self, element: Any, depth: int) -> None:
        self._words.append("“")
        self._inside(element, depth)
        self._words.append("”")

    def _read_heading(self, element: Any, depth: int) -> None:
        text = " ".join(block.text for block in self._apart(element, depth))
        if text:
            self.blocks.append(Block(" ".join(text.split()), "heading", int(tag_of(element)[1])))

    def _read_question(self, element: Any, depth: int) -> None:
        """A question that opens its answer is a heading."""
        inner = self._apart(element, depth)
        if len(inner) == 1 and inner[0].text.endswith("?"):
            inner = [inner[0]._replace(kind="heading", level=_QUESTION_LEVEL)]
        self.blocks.extend(inner)

    def _read_paragraph(self, element: Any, depth: int) -> None:
        self.flush()
        self._anchor = element.get("id") or self._anchor
        if is_verse_part(element):
            self._read_verse(element, depth)
            return
        whole = [child for child in element if tag_of(child) in ("b", "strong")]
        bold = len(whole) == 1 and not (element.text or "").strip()
        if bold and len(element) == 1 and not (whole[0].tail or "").strip():
            self._read_question(element, depth)
        else:
            self._inside(element, depth)
            self.flush()

    def _read_headings(self, element: Any, depth: int) -> None:
        """A group of headings is one, with its subtitle."""
        inner = self._apart(element, depth)
        levels = [block.level for block in inner if block.level]
        text = ". ".join(block.text.rstrip(".") for block in inner)
        if text:
            self.blocks.append(Block(text, "heading", min(levels, default=2)))

    def _read_quotation(self, element: Any, depth: int) -> None:
        self.flush()
        before, self._quotation = self._quotation, True
        if is_verse_part(element):
            self._read_verse(element, depth)
        else:
            self._inside(element, depth)
        self.flush()
        self._quotation = before

    def _read_verse(self, element: Any, depth: int) -> None:
        before, self._verse = self._verse, True
        inner = self._apart(element, depth)
        self._verse = before
        lines = [block for block in inner if block.kind == "verse" and "\n" not in block.text]
        if len(lines) > 1 and len(lines) == len(inner):
            joined = "\n".join(block.text for block in inner)
            inner = [inner[0]._replace(text=joined)]
        self.blocks.extend(inner)

    def _read_list(self, element: Any, depth: int) -> None:
        self.flush()
        items = [child for child in element if tag_of(child) == "li"]
        if _is_contents(element, items):
            self._left_out["contents"] += len(items)
            return
        number = _whole(element.get("start"), 1) if tag_of(element) == "ol" else None
        for item in items:
            if (reason := hidden_because(item, "li")) or _is_note(item):
                self._left_out[reason or "note"] += 1
                continue
            if number is not None:
                number = _whole(item.get("value"), number)
            inner = self._apart(item, depth + 1)
            own = [block.text for block in inner if block.kind != "list"]
            if own:
                said = None if number is None else str(number)
                self.blocks.append(Block("\n\n".join(own), "list", number=said))
            self.blocks.extend(block for block in inner if block.kind == "list")
            number = None if number is None else number + 1

    def _read_table(self, element: Any, depth: int) -> None:
        rows = [row for row in element.iter() if tag_of(row) == "tr"]
        cells = [[cell for cell in row if tag_of(cell) in ("td", "th")] for row in rows]
        if _is_contents(element, rows):
            self._left_out["contents"] += len(rows)
            return
        nested = sum(tag_of(inner) == "table" for inner in element.iter()) > 1
        long = any(len("".join(cell.itertext())) > _LONGEST_CELL for row in cells for cell in row)
        if nested or long or all(len(row) < 2 for row in cells):
            self.flush()
            self._inside(element, depth)
            self.flush()
            return
        self.flush()
        texts = [[self._cell(cell, depth) for cell in row] for row in cells]
        lines = (" · ".join(text for text in row if text) for row in texts)
        if text := "\n".join(line for line in lines if line):
            self.blocks.append(Block(text, "table"))

    def _cell(self, cell: Any, depth: int) -> str:
        return " ".join(" ".join(block.text.split()) for block in self._apart(cell, depth + 2))

    def _read_code(self, element: Any, depth: int) -> None:
        self.flush()
        text = "".join(element.itertext()).strip("\n")
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if not lines:
            return
        code = any(tag_of(inner) in ("code", "samp", "kbd") for inner in element.iter())
        if not code and len(lines) > 1 and is_verse(lines, _VERSE_WIDTH):
            self.blocks.append(Block("\n".join(lines), "verse"))
        else:
            self.blocks.append(Block(text, "code"))

    def _read_rule(self, element: Any, depth: int) -> None:
        self.flush()
        self._left_out["rule"] += 1

    def _read_citation(self, element: Any, depth: int) -> None:
        """A work's name among words is read; a line of its own under a quotation is a note."""
        parent = element.getparent()
        if parent is not None and tag_of(parent) == "blockquote":
            self.flush()
            self._left_out["note"] += 1
        else:
            self._inside(element, depth)


_READERS = {
    "p": "paragraph",
    "summary": "question",
    "dt": "question",
    "br": "break",
    "q": "quoted",
    **dict.fromkeys(_HEADINGS, "heading"),
    "hgroup": "headings",
    "blockquote": "quotation",
    "ul": "list",
    "ol": "list",
    "table": "table",
    "pre": "code",
    "hr": "rule",
    "cite": "citation",
}


def _count(element: Any, reason: str) -> int:
    """How many of what `reason` names are in a hidden element."""
    parts = ("p",) if reason in ("matter", "licence") else ("li",)
    many = reason in ("matter", "licence", "note", "contents")
    return max(1, sum(tag_of(inner) in parts for inner in element.iter())) if many else 1


def _is_contents(element: Any, items: list[Any]) -> bool:
    """Whether the list only leads to other places of the page."""
    links = [link for link in element.iter() if tag_of(link) == "a"]
    local = [link for link in links if _is_local(link.get("href") or "")]
    words = len("".join("".join(element.itertext()).split()))
    linked = sum(len("".join("".join(link.itertext()).split())) for link in local)
    return len(items) >= 3 and len(local) >= len(items) and linked >= 0.8 * words


def _is_local(href: str) -> bool:
    """Whether a link leads to this page or to another of the same book or site."""
    return bool(href) and not re.match(r"[a-z][a-z0-9+.-]*:|//", href, re.IGNORECASE)


def _is_note(item: Any) -> bool:
    """Whether the item is a note: it leads back to where its mark stands."""
    named = (item.get("id") or "").lower()
    backs = (link for link in item.iter() if tag_of(link) == "a" and link.get("href"))
    return bool(re.match(r"(?:fn|foot-?note|end-?note|cite_note)[-_:]?\w*", named)) and any(
        "ref" in back.get("href") or back.get("href").startswith("#") for back in backs
    )


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _main(root: Any) -> Any:
    """The part of a page that holds most of its text, or all of it."""
    bodies = [element for element in root.iter() if tag_of(element) == "body"]
    body = bodies[0] if bodies else root
    whole = _size(body)
    for names in (("article",), ("main",)):
        found = [element for element in body.iter() if tag_of(element) in names]
        best = max(found, key=_size, default=None)
        if best is not None and _size(best) >= 0.5 * whole:
            return best
    return body


def _size(element: Any) -> int:
    """How many characters paragraphs have in the element."""
    paragraphs = (inner for inner in element.iter() if tag_of(inner) in ("p", "li", "pre"))
    return sum(len("".join(one.itertext())) for one in paragraphs)


def _title_of(root: Any) -> str | None:
    """What the page calls itself, most often with the name of its site."""
    titles = (
        " ".join("".join(one.itertext()).split()) for one in root.iter() if tag_of(one) == "title"
    )
    return next(titles, None) or None


def _facts(root: Any) -> Facts:
    said: dict[str, str] = {}
    licence = source = None
    for element in root.iter():
        tag = tag_of(element)
        if tag == "meta":
            name = (element.get("name") or element.get("property") or "").lower()
            said.setdefault(name, " ".join((element.get("content") or "").split()))
        elif tag == "link" and element.get("href", "").startswith("http"):
            relation = (element.get("rel") or "").lower()
            licence = element.get("href") if relation == "license" else licence
            source = element.get("href") if relation == "canonical" else source
        elif tag == "body":
            break
    day = _DATE.match(said.get("article:published_time") or said.get("date") or "")
    author = said.get("author") or said.get("dc.creator") or said.get("article:author") or ""
    return Facts(
        title=said.get("og:title") or said.get("dc.title"),
        author=None if author.startswith("http") else author or None,
        language=language_called(root.get("lang")),
        published=day[0] if day else None,
        source=source,
        licence=licence,
    )
