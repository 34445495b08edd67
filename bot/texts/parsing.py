"""From a YAML tree to an essay: the rules of the format, for loading and for checking."""

import os
import re
from collections.abc import Callable, Iterable
from datetime import date

from bot.texts.fault import Fault
from bot.texts.heading_words import with_heading_listed
from bot.texts.model import KINDS, Essay, Paragraph
from bot.texts.source import MARKDOWN, suffix
from bot.texts.yaml_tree import Entries, Items, Node, Scalar, is_nothing
from bot.wording import did_you_mean, quoted

_ESSAY_KEYS = (
    "title",
    "author",
    "published",
    "updated",
    "minutes",
    "source",
    "licence",
    "colour",
    "care",
    "quoted",
    "words",
    "unanswered",
    "language",
    "paragraphs",
)
_PARAGRAPH_KEYS = (
    "heading",
    "kind",
    "label",
    "speaker",
    "text",
    "topics",
    "reflections",
    "asked",
    "unanswered",
)
_ASKED_KEYS = ("sentence", "questions")
_CARE_KEYS = ("message",)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def read_essay(tree: Entries, path: str, report: Callable[[Fault], None]) -> Essay | None:
    """The essay that `tree`, read from `path`, describes; None if it has no title or text.

    Each fault goes to `report`; what is faulty is left out of the essay.
    """
    return _Reader(path, report).essay(tree)


class _Reader:
    """Reads one file's tree. Each method takes a node and reports what is wrong with it."""

    def __init__(self, path: str, report: Callable[[Fault], None]) -> None:
        self._path = path
        self._report = report
        self._language: str | None = None
        self._heading: tuple[str, ...] = ()

    def essay(self, tree: Entries) -> Essay | None:
        # Site generators have keys of their own in the front matter of Markdown.
        head = self._known(tree, _ESSAY_KEYS, hint=suffix(self._path) in MARKDOWN)
        title = self._text(head.get("title"), "title")
        if title is None:
            self._fault(tree.lines.get("title", 1), "the text has no title", "add “title: ...”")
        self._language = self._known_language(head.get("language"))
        paragraphs = self._paragraphs(tree, head.get("paragraphs"))
        care = self._entries(head.get("care"), "care", _CARE_KEYS)
        published = self._date(head.get("published"), "published")
        updated = self._date(head.get("updated"), "updated")
        if published and updated and updated < published:
            self._fault(
                tree.lines["updated"], "“updated” lies before “published”", "fix one of the dates"
            )
        rest = {
            "author": self._text(head.get("author"), "author"),
            "source": self._text(head.get("source"), "source"),
            "licence": self._text(head.get("licence"), "licence"),
            "care": self._text(care.get("message"), "message"),
            "colour": self._colour(head.get("colour")),
        }
        essay = Essay(
            id=os.path.splitext(os.path.basename(self._path))[0],
            title=title or "",
            paragraphs=paragraphs,
            published=published,
            updated=updated,
            minutes=self._count(head.get("minutes"), "minutes"),
            quoted=self._texts(head.get("quoted"), "quoted"),
            words=self._words(head.get("words")),
            unanswered=self._texts(head.get("unanswered"), "unanswered")
            + tuple(question for paragraph in paragraphs for question in paragraph.unanswered),
            language=self._language,
            **rest,
        )
        return essay if title and paragraphs else None

    def _paragraphs(self, tree: Entries, node: Node | None) -> tuple[Paragraph, ...]:
        entries = enumerate(self._items(node, "paragraphs"), 1)
        read = [self._paragraph(entry, number) for number, entry in entries]
        if not isinstance(node, Items) or not node.values:
            line = tree.lines.get("paragraphs", 1)
            self._fault(line, "the text has no paragraphs", "add “paragraphs:” with “- text: ...”")
        return tuple(paragraph for paragraph in read if paragraph)

    def _paragraph(self, node: Node, number: int) -> Paragraph | None:
        if isinstance(node, Scalar) and not is_nothing(node):
            self._fault(
                node.line, f"paragraph {number} has no keys", "write its text as “- text: ...”"
            )
            return None
        entry = self._entries(node, f"paragraph {number}", _PARAGRAPH_KEYS)
        text = self._text(entry.get("text"), "text")
        if text is None:
            self._fault(node.line, f"paragraph {number} is empty", "give it a text or remove it")
            return None
        below_heading = "heading" in entry  # it holds until the next one
        if below_heading:
            self._heading = self._texts(entry["heading"], "heading")
        paragraph = Paragraph(
            number=number,
            text=text,
            topics=self._texts(entry.get("topics"), "topics"),
            reflections=self._texts(entry.get("reflections"), "reflections"),
            unanswered=self._texts(entry.get("unanswered"), "unanswered"),
            heading=self._heading,
            kind=self._kind(entry.get("kind")),
            label=self._text(entry.get("label"), "label"),
            speaker=self._text(entry.get("speaker"), "speaker"),
            language=self._language,
        )
        if entry.get("asked") is not None:
            asked = self._asked(entry["asked"], number, len(paragraph.sentences))
            paragraph = paragraph._replace(asked=asked)
        return with_heading_listed(paragraph) if below_heading else paragraph

    def _kind(self, node: Node | None) -> str:
        text = self._text(node, "kind")
        if text is None or node is None or text in KINDS:
            return text or KINDS[0]
        self._fault(node.line, f"“kind” is {quoted(text)}", f"write one of {', '.join(KINDS)}")
        return KINDS[0]

    def _known_language(self, node: Node | None) -> str | None:
        text = self._text(node, "language")
        if text is None or node is None or _LANGUAGE.fullmatch(text):
            return text and text.lower()
        self._fault(node.line, f"“language” is {quoted(text)}", "write a code such as en or es")
        return None

    def _asked(self, node: Node | None, paragraph: int, count: int) -> dict[int, tuple[str, ...]]:
        asked: dict[int, tuple[str, ...]] = {}
        for item in self._items(node, "asked"):
            entry = self._entries(item, "an entry of “asked”", _ASKED_KEYS)
            questions = self._texts(entry.get("questions"), "questions")
            number = self._count(entry.get("sentence"), "sentence")
            if number is None:
                if entry.get("sentence") is None:
                    self._fault(
                        item.line,
                        "these questions name no sentence",
                        f"add “sentence: ” with a number from 1 to {count}",
                    )
            elif number > count:
                self._fault(
                    entry["sentence"].line,
                    f"paragraph {paragraph} has no sentence {number}",
                    f"name one from 1 to {count}",
                )
            elif number in asked:
                self._fault(
                    item.line,
                    f"sentence {number} of paragraph {paragraph} is listed twice",
                    "put its questions together",
                )
            else:
                asked[number] = questions
        return asked

    def _words(self, node: Node | None) -> dict[str, tuple[str, ...]]:
        entries = self._entries(node, "words", None)
        return {word: self._texts(values, word) for word, values in entries.items()}

    def _known(
        self, node: Entries, keys: Iterable[str] | None, hint: bool = False
    ) -> dict[str, Node]:
        if keys is None:
            return node.values
        known = {key: value for key, value in node.values.items() if key in keys}
        for key in node.values:
            if key not in known:
                what = f"the key {quoted(key)} is unknown"
                self._fault(
                    node.lines[key],
                    what,
                    did_you_mean(key, keys, f"known here: {', '.join(keys)}"),
                    hint,
                )
        return known

    def _entries(self, node: Node | None, name: str, keys: Iterable[str] | None) -> dict[str, Node]:
        if node is None or is_nothing(node):
            return {}
        if isinstance(node, Entries):
            return self._known(node, keys)
        self._fault(node.line, f"{quoted(name)} is no mapping", "write “key: value” lines under it")
        return {}

    def _items(self, node: Node | None, name: str) -> list[Node]:
        if node is None or is_nothing(node):
            return []
        if isinstance(node, Items):
            return node.values
        self._fault(node.line, f"{quoted(name)} is no list", "start each entry with “- ”")
        return []

    def _texts(self, node: Node | None, name: str) -> tuple[str, ...]:
        texts = []
        for item in self._items(node, name):
            text = self._text(item, name)
            if text is not None:
                texts.append(text)
            elif isinstance(item, Scalar):
                self._fault(
                    item.line, f"an entry of {quoted(name)} is empty", "fill it or remove it"
                )
        return tuple(texts)

    def _text(self, node: Node | None, name: str) -> str | None:
        if isinstance(node, Scalar):
            return (node.value or "").strip() or None
        if node is not None:
            self._fault(node.line, f"{quoted(name)} is no text", "write it as one text, in quotes")
        return None

    def _count(self, node: Node | None, name: str) -> int | None:
        text = self._text(node, name)
        if text is None or node is None:
            return None
        if text.isascii() and text.isdigit() and len(text) < 7 and int(text) > 0:
            return int(text)
        self._fault(node.line, f"{quoted(name)} is {quoted(text)}", "write a whole number from 1")
        return None

    def _date(self, node: Node | None, name: str) -> date | None:
        text = self._text(node, name)
        if text is None or node is None:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._fault(
                node.line, f"{quoted(name)} is {quoted(text)}", "write a date as 2020-09-13"
            )
            return None

    def _colour(self, node: Node | None) -> str | None:
        text = self._text(node, "colour")
        if text is None or node is None or _COLOUR.fullmatch(text):
            return text
        self._fault(
            node.line, f"“colour” is {quoted(text)}", 'write a colour as "#4b6e8f", in quotes'
        )
        return None

    def _fault(self, line: int, what: str, fix: str, hint: bool = False) -> None:
        self._report(Fault(self._path, line, what, fix, hint))
