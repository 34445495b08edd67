"""Which sentences of a text can be quoted alone, with nothing around them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.texts.model import Essay, Paragraph

LENGTHS = range(60, 351)
"""How many characters a quotation has that says something and is read at a glance."""

LEAST_CHOICE = 20
"""Quotations that a text must have for those alone to be taken that stand alone."""

_KINDS = ("prose", "verse", "speech", "list")

_POINTS_BACK = {
    "en": "he she it they this that these those such his her hers its their theirs him them himself "
    "herself itself themselves and but or nor so yet for then thus therefore hence however moreover "
    "furthermore instead otherwise also likewise meanwhile nevertheless nonetheless besides here "
    "another both neither either same former latter accordingly consequently similarly because which "
    "whereupon whereas although though still again finally second secondly third thirdly next",
    "es": "él ella ellos ellas esto eso este esta ese esa estos estas esos esas su sus y e pero o ni "
    "así entonces también además sin embargo porque aunque luego",
    "de": "er sie es dies dieser diese dieses jener jene jenes sein seine ihr ihre und aber oder denn "
    "also doch dann deshalb daher außerdem dennoch trotzdem weil da solche solcher",
    "fr": "il elle ils elles ce cet cette ces cela ça ceci son sa ses leur leurs et mais ou ni donc or "
    "car alors ainsi aussi cependant pourtant puis ensuite",
    "pt": "ele ela eles elas isto isso este esta esse essa aquilo seu sua seus suas e mas ou nem então "
    "também além porém contudo assim porque depois",
    "it": "egli ella esso essa essi esse questo questa quello quella ciò suo sua suoi sue e ed ma o né "
    "quindi così dunque però inoltre poi perché",
}
_BACK = {code: frozenset(words.split()) for code, words in _POINTS_BACK.items()}
_WHOEVER = re.compile(
    r"\W*(?:he|she|they|those|that|it|this)\s+(?:who|whom|whose|which)\b", re.IGNORECASE
)
_EXPLETIVE = re.compile(
    r"\W*it\s+(?:is|was|will be|would be|has been|must be|may be|seems?|takes|follows)\s+(?:[\w,'’-]+\s+){1,8}?"
    r"(?:that|to|who|for|if|when|how|than)\b",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"[“\"«„‘'¿¡(\[—–]*\s*[A-ZÀ-ÞĀ-Ž\d\u0370-\uffff]")
_ENDS = re.compile(r"[.!?…。！？।؟][”\"»“’')\]]*$")
_ODD = re.compile(
    r"https?://|www\.|[<>{}|\\`#~^=*]|_\w|\w_|\[\d*\]|\(\s*\)|\.{5,}|…{2,}|\[.*?illustration|"
    r"copyright|all rights reserved|table of contents|©",
    re.IGNORECASE,
)
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


class Run(NamedTuple):
    """Consecutive sentences of a paragraph, from number `first` to `last` (from 1)."""

    paragraph: "Paragraph"
    first: int
    last: int

    @property
    def text(self) -> str:
        """The words, to the letter."""
        sentences = self.paragraph.sentences
        return self.paragraph.text[sentences[self.first - 1].start : sentences[self.last - 1].end]


def runs(paragraph: "Paragraph") -> Iterator[Run]:
    """The sentences of a paragraph, short ones joined to the next."""
    first = 1
    for last in range(1, len(paragraph.sentences) + 1):
        run = Run(paragraph, first, last)
        if len(run.text) >= LENGTHS.start or last == len(paragraph.sentences):
            yield run
            first = last + 1


def standing_alone(essay: "Essay") -> tuple[Run, ...] | None:
    """The runs of a text that stand alone; None where a curator chose, or few are left.

    A text has a curator if it has questions to reflect on.
    """
    if any(paragraph.reflections for paragraph in essay.paragraphs):
        return None
    found = tuple(
        run
        for paragraph in essay.paragraphs
        if paragraph.kind in _KINDS
        for run in runs(paragraph)
        if stands_alone(run.text, paragraph.kind, paragraph.language)
    )
    return found if len(found) >= LEAST_CHOICE else None


def stands_alone(text: str, kind: str = "prose", language: str | None = None) -> bool:
    """Whether a reader who sees only these sentences understands what they speak of.

    They have a fitting length, open and close as sentences do, leave no quotation mark or bracket
    open, hold nothing that belongs to a page and not to the text, and do not begin by pointing at
    what stood before.
    """
    ends = kind == "verse" or bool(_ENDS.search(text))
    return (
        len(text) in LENGTHS
        and (kind == "verse" or "\n" not in text)
        and bool(_OPENS.match(text))
        and ends
        and not _ODD.search(text)
        and _is_balanced(text)
        and not _points_back(text, language)
    )


def _is_balanced(text: str) -> bool:
    for opening, closing in _PAIRS:
        depth = 0
        for letter in text:
            depth += (letter == opening) - (letter == closing)
            if depth not in (0, 1, 2):
                return False
        if depth:
            return False
    return text.count('"') % 2 == 0 and text.count("„") <= text.count("“")


def _points_back(text: str, language: str | None) -> bool:
    word = _FIRST_WORD.search(text)
    back = _BACK.get((language or "en")[:2])
    if word is None or back is None or word[0].lower() not in back:
        return False
    return not (_WHOEVER.match(text) or _EXPLETIVE.match(text))
