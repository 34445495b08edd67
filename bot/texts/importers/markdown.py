"""Markdown, with what GitHub, site generators and note-taking programs add to it, as blocks."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import Any

from bot.texts.importers.blocks import Block, Document, Facts
from bot.texts.importers.decoding import decoded
from bot.texts.importers.front_matter import facts_of, split
from bot.texts.importers.headings import leading_number
from bot.texts.importers.speech import speaker_of
from bot.texts.importers.templates import without_templates
from bot.texts.importers.verse import all_verse, breaks_are_verse, is_verse, page_width

_TAG = re.compile(
    r"\{%.{0,500}?%\}|\{\{.{0,500}?\}\}|\{[:#.][^}\n]{0,200}\}|\[\^[^\]\s]{1,60}\]"
    r"|<!--.{0,2000}?-->|\{/\*.{0,2000}?\*/\}",
    re.DOTALL,
)
_WIKI_LINK = re.compile(r"!?\[\[([^\[\]\n|]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")
_CONTENTS = re.compile(r"\s*(?:table of )?contents\s*", re.IGNORECASE)
_ALERT = re.compile(r"\[!\w+\][+-]?[ \t]*")
_STRAY_MARKS = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*")
_HTML_HIDDEN = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style|svg|head|template)\b.*?(?:</\1>|$)", re.DOTALL | re.IGNORECASE
)
_HTML_BLOCK_END = re.compile(
    r"</?(?:p|div|li|ul|ol|tr|table|h[1-6]|summary|details|section|blockquote|center)\b[^>]*>",
    re.IGNORECASE,
)
_HTML_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_HTML_TAG = re.compile(r"</?[A-Za-z][^>]*>|<![^>]*>|<\?.*?\?>")
_DIAGRAMS = frozenset({"mermaid", "plantuml", "dot", "graphviz"})
_MARK_WIDTH = re.compile(r"\d{1,3}|[*†‡]")


def read_markdown(text: str, first_line: int = 1) -> Document:
    """The blocks of Markdown `text`, whose first line is line `first_line` of its file."""
    return _Reader(text.split("\n"), first_line).document()


@lru_cache(maxsize=1)
def _parser() -> Any:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    parser.inline.ruler.before("link", "template", _template_rule)
    return parser


def _is_bold_question(node: Any) -> bool:
    """Whether a paragraph is a question in bold alone, as a heading is."""
    parts = [part for inline in node.children for part in inline.children]
    strong = [part for part in parts if part.type == "strong"]
    rest = [part for part in parts if part.type != "strong" and part.content.strip()]
    words = "".join(part.content for one in strong for part in one.walk() if part.type == "text")
    return len(strong) == 1 and not rest and words.strip().endswith("?")


def _template_rule(state: Any, silent: bool) -> bool:
    """An inline rule: a site generator's tag says nothing, a wiki link says its words."""
    if state.src[state.pos] not in "{[<!":
        return False
    if tag := _TAG.match(state.src, state.pos):
        if tag[0].startswith("[^") and state.env.get("footnotes", {}).get("refs", {}).get(
            f":{tag[0][2:-1]}"
        ):
            return False
        if not silent:
            state.push("template", "", 0)
        state.pos = tag.end()
        return True
    if link := _WIKI_LINK.match(state.src, state.pos):
        if not silent and not link[0].startswith("!"):
            state.push("text", "", 0).content = link[2] or link[1].partition("#")[0]
        state.pos = link.end()
        return True
    return False


class _Reader:
    """Turns the syntax tree of one text into blocks."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self._left_out: Counter[str] = Counter()
        self._lines = without_templates(lines, self._left_out)
        self._first = first_line
        self._blocks: list[Block] = []
        wrapped = [
            len(line) for line, after in pairwise(self._lines) if line.strip() and after.strip()
        ]
        self._width = page_width([length for length in wrapped if length <= 120])
        paragraphs = re.split(r"\n\s*\n", "\n".join(self._lines))
        self._all_verse = all_verse(
            [
                one.strip().split("\n")
                for one in paragraphs
                if not _NO_PARAGRAPH.search(one) and one.strip()
            ],
            self._width,
        )

    def document(self) -> Document:
        from markdown_it.tree import SyntaxTreeNode

        tokens = _parser().parse("\n".join(self._lines))
        before = ""
        for node in SyntaxTreeNode(tokens).children:
            if before == "hr" and node.type == "table":  # an appendix
                self._blocks.append(Block("", "heading", 1, self._line(node)))
            self._read(node, quotation=False)
            before = node.type
        return Document(self._blocks, Facts(), self._left_out)

    def _read(self, node: Any, quotation: bool) -> None:
        match node.type:
            case "heading":
                text = " ".join(self._words(node).split())
                self._add(Block(text, "heading", int(node.tag[1]), self._line(node)))
            case "paragraph" if _is_bold_question(node):
                text = " ".join(self._words(node).split())
                self._add(Block(text, "heading", _QUESTION_LEVEL, self._line(node)))
            case "paragraph":
                for block in self._paragraph(node):
                    self._add(block._replace(quotation=quotation))
            case "fence" | "code_block":
                self._code(node)
            case "bullet_list" | "ordered_list":
                self._list(node)
            case "table":
                self._table(node)
            case "html_block":
                self._html(node)
            case "footnote_block":
                self._left_out["note"] += len(node.children)
            case "hr":
                self._left_out["rule"] += 1
            case _:
                for child in node.children:
                    self._read(child, quotation or node.type == "blockquote")

    def _add(self, block: Block) -> None:
        if block.text.strip():
            self._blocks.append(block)

    def _line(self, node: Any) -> int:
        return self._first + (node.map[0] if node.map else 0)

    def _is_verse(self, lines: list[str]) -> bool:
        return is_verse(lines, self._width) if self._all_verse is None else self._all_verse

    def _paragraph(self, node: Any) -> Iterator[Block]:
        text = _ALERT.sub("", self._words(node).strip(), count=1)
        lines = [line for line in text.split("\n") if line.strip()]
        turns = sum(speaker_of(line) is not None for line in lines)
        if turns > 1 and turns == len(lines):
            for line in lines:
                yield Block(line.replace(_HARD_BREAK, ""), line=self._line(node))
            return
        if number := leading_number(lines):
            yield Block(number, "heading", _NUMBER_LEVEL, self._line(node))
            lines = lines[1:]
        verse = len(lines) > 1 and self._is_verse(lines)
        verse = verse or (text.count(_HARD_BREAK) > 1 and breaks_are_verse(lines))
        joined = "\n".join(lines) if verse or _HARD_BREAK in text else " ".join(lines)
        kind = "verse" if verse else "prose"
        yield Block(joined.replace(_HARD_BREAK, ""), kind, 0, self._line(node))

    def _code(self, node: Any) -> None:
        if node.info.strip().split(" ")[0].lower() in _DIAGRAMS:
            self._left_out["diagram"] += 1
            return
        self._add(Block(node.content.strip("\n"), "code", 0, self._line(node)))

    def _list(self, node: Any) -> None:
        if self._is_contents(node):
            return
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for offset, item in enumerate(node.children):
            own = [child for child in item.children if not child.type.endswith("_list")]
            number = None if start is None else str(start + offset)
            self._add(Block(self._joined(own), "list", 0, self._line(item), number))
            for child in item.children:
                if child.type.endswith("_list"):
                    self._list(child)

    def _joined(self, nodes: list[Any]) -> str:
        """What the nodes of one item say, a blank line between them."""
        outer, self._blocks = self._blocks, []
        for node in nodes:
            self._read(node, quotation=False)
        inner, self._blocks = self._blocks, outer
        return "\n\n".join(block.text for block in inner)

    def _is_contents(self, node: Any) -> bool:
        """Whether the list only leads to other places of the page."""
        links = [link for link in node.walk() if link.type == "link"]
        local = [link for link in links if str(link.attrs.get("href", "")).startswith("#")]
        items = [item for item in node.walk() if item.type == "list_item"]
        words = "".join(text.content for text in node.walk() if text.type == "text")
        linked = "".join(
            text.content for link in local for text in link.walk() if text.type == "text"
        )
        only_links = (
            len(items) >= 2 and len(local) >= len(items) and len(linked) >= 0.8 * len(words)
        )
        if only_links or (len(items) == 1 and _CONTENTS.fullmatch(words)):
            self._left_out["contents"] += len(items)
            return True
        return False

    def _table(self, node: Any) -> None:
        rows = [
            [" ".join(self._words(cell).split()) for cell in row.children]
            for part in node.children
            for row in part.children
        ]
        lines = (" · ".join(cell for cell in row if cell) for row in rows)
        self._add(Block("\n".join(line for line in lines if line), "table", 0, self._line(node)))

    def _html(self, node: Any) -> None:
        content = node.content
        self._left_out["image"] += len(re.findall(r"<img\b", content, re.IGNORECASE))
        content = _HTML_BREAK.sub("\n", _HTML_BLOCK_END.sub("\n\n", _HTML_HIDDEN.sub("", content)))
        for part in re.split(r"\n\s*\n", unescape(_HTML_TAG.sub("", content))):
            self._add(Block(" ".join(part.split()), "prose", 0, self._line(node)))

    def _words(self, node: Any) -> str:
        """What a reader sees of the inline content of `node`."""
        return "".join(self._pieces(node))

    def _pieces(self, node: Any) -> list[str]:
        pieces: list[str] = []
        mark = False  # whether a superscript is open
        for child in node.children:
            match child.type:
                case "text":
                    if mark and _MARK_WIDTH.fullmatch(child.content):
                        self._left_out["note mark"] += 1
                    else:
                        pieces.append(_STRAY_MARKS.sub("", child.content))
                case "code_inline":
                    pieces.append(child.content)
                case "softbreak":
                    pieces.append("\n")
                case "hardbreak":
                    pieces.append(f"{_HARD_BREAK}\n")
                case "image":
                    self._left_out["image"] += 1
                case "html_inline":
                    tag = child.content.lower()
                    mark = tag.startswith("<sup")
                    self._left_out["image"] += tag.startswith("<img")
                    if _HTML_BREAK.match(tag):
                        pieces.append(f"{_HARD_BREAK}\n")
                case "template":
                    self._left_out["template"] += 1
                case "footnote_ref" | "footnote_anchor":
                    self._left_out["note mark"] += 1
                case _:
                    pieces.extend(self._pieces(child))
        return pieces


_NO_PARAGRAPH = re.compile(r"^\s*(?:[-*+>|#<`~]|\d+[.)]| {4}|\t)", re.MULTILINE)
_NUMBER_LEVEL = _QUESTION_LEVEL = 6
_HARD_BREAK = "\ue000"  # a private character: the author ended the line here


def read(name: str, data: bytes) -> Document:
    """The blocks of the Markdown file `name` with the content `data`. Raises UserError."""
    lines = decoded(name, data).split("\n")
    kind, body = split(lines)
    document = read_markdown("\n".join(lines[body:]), body + 1)
    if kind is None:
        return document
    facts = facts_of(kind, "\n".join(lines[1 : body - 1]), document.left_out)
    return document._replace(facts=facts)
