"""Which sentences of a text can be quoted alone, with nothing around them."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.texts.model import Essay, Paragraph

LENGTHS = range(60, 351)
"""How many characters a quotation has that says something and is read at a glance."""

LEAST_CHOICE = 20
"""Quotations that a text must have for those alone to be taken that stand alone."""

_ANY_LENGTH = range(25, 701)

_KINDS = ("prose", "verse", "speech", "list")

_POINTS_BACK = {
    "en": "he she it they this that these those such his her hers its their theirs him them himself "
    "herself itself themselves and but or nor so yet for then thus therefore hence however moreover "
    "furthermore instead otherwise also likewise meanwhile nevertheless nonetheless besides here "
    "another both neither either same former latter accordingly consequently similarly because which "
    "whereupon thereupon whereas although though still again finally second secondly third thirdly "
    "next now yes oh ah indeed nay note",
    "es": "él ella ellos ellas esto eso este esta ese esa estos estas esos esas su sus y e pero o ni "
    "así entonces también además sin embargo porque aunque luego sí pues mas sino tal tales aquel "
    "aquella",
    "de": "er sie es dies dieser diese dieses jener jene jenes sein seine ihr ihre und aber oder denn "
    "also doch dann deshalb daher außerdem dennoch trotzdem weil da solche solcher ja nein jedoch "
    "darum nun so dazu damit hierauf darauf",
    "fr": "il elle ils elles ce cet cette ces cela ça ceci son sa ses leur leurs et mais ou ni donc or "
    "car alors ainsi aussi cependant pourtant puis ensuite oui non celui celle ceux enfin tel telle",
    "pt": "ele ela eles elas isto isso este esta esse essa aquilo seu sua seus suas e mas ou nem então "
    "também além porém contudo assim porque depois sim pois aquele aquela tal",
    "it": "egli ella esso essa essi esse questo questa quello quella ciò suo sua suoi sue e ed ma o né "
    "quindi così dunque però inoltre poi perché sì lui lei loro tale",
}
"""First words that point at what stood before, by language."""

_LEANS = {
    "en": "he she they him them his her this these such therefore then however likewise thereby",
    "es": "él ella ellos ellas esto estos estas entonces embargo",
    "de": "er dies diese diesem diesen dieser dieses also jedoch deshalb",
    "fr": "il elle ils elles ceci cela cette ces donc alors cependant",
    "pt": "ele ela eles elas isto estes estas então porém",
    "it": "egli ella essi questo questa questi queste dunque però",
}
"""Words that lean on what stood before where no name comes first: "When they left, ..."."""

_NEAR_THE_START = 5  # words
_LEAD_INS = re.compile(
    r"(?:in|at) (?:like manner|the (?:same|like|meantime|mean time|mean while))|as a \w+,|as to|"
    r"on the (?:contrary|other)|from thence|what then|not yet|only if|just as|fifthly|fourthly|(?:why|no|well)[,!.;]|after this|the (?:other|latter|former|same)\b|"
    r"(?:all|some|most|one|each|neither|none|many) of (?:th|wh)",
    re.IGNORECASE,
)
_BACK = {code: frozenset(words.split()) for code, words in _POINTS_BACK.items()}
_LEANING = {code: frozenset(words.split()) for code, words in _LEANS.items()}
_WHOEVER = re.compile(
    r"\W*(?:he|she|they|those|that|it|this)\s+(?:who|whom|whose|which)\b", re.IGNORECASE
)
_EXPLETIVE = re.compile(
    r"\W*it\s+(?:is|was|will be|would be|has been|must be|may be|seems?|takes|follows)\s+(?:[\w,'’-]+\s+){1,8}?"
    r"(?:that|to|who|for|if|when|how|than)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_LEADS_IN = re.compile(r":\s*(?:\n|$)")
_SAID_BY_WHOM = re.compile(r"[”\"»]\s+(?:\w+\s+)?(?:he|she|they)\b|^\W*(?:said|cried|replied)\b")
_OPENS = re.compile(r"[“\"«„‘'¿¡(\[—–]*\s*[A-ZÀ-ÞĀ-Ž\d\u0370-\uffff]")
_ENDS = re.compile(r"[.!?…。！？।؟][”\"»“’')\]]*$")
_ODD = re.compile(
    r"https?://|www\.|[<>{}|\\`#~^=*]|_\w|\w_|\[\d*\]|\(\s*\)|\.{5,}|…{2,}|-{3,}|[.?!]”?—|\[.*?illustration|"
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
    """The runs of a text that stand alone, none twice; None where a curator chose, or few are left.

    A text has a curator if it has questions to reflect on. Of a short text, whole sentences of any
    length are taken if too few are of the best.
    """
    if any(paragraph.reflections for paragraph in essay.paragraphs):
        return None
    found = [run for part in essay.paragraphs if part.kind in _KINDS for run in _whole(part)]
    for lengths, least in ((LENGTHS, LEAST_CHOICE), (_ANY_LENGTH, 1)):
        fit: dict[str, Run] = {}
        for run in found:
            if stands_alone(run.text, run.paragraph.kind, run.paragraph.language, lengths):
                fit.setdefault(run.text, run)
        if len(fit) >= least:
            return tuple(fit.values())
    return None


def _whole(paragraph: "Paragraph") -> Iterator[Run]:
    """The runs that do not begin amid a speech, or in a list below the words that lead to it."""
    for run in runs(paragraph):
        before = paragraph.text[: paragraph.sentences[run.first - 1].start]
        if paragraph.kind == "list" and _LEADS_IN.search(before):
            return
        if before.count("“") <= before.count("”") and before.count("«") <= before.count("»"):
            yield run


def stands_alone(
    text: str, kind: str = "prose", language: str | None = None, lengths: range = LENGTHS
) -> bool:
    """Whether a reader who sees only these sentences understands what they speak of.

    They have a fitting length, open and close as sentences do, leave no quotation mark or bracket
    open, hold nothing that belongs to a page and not to the text, and do not begin by pointing at
    what stood before.
    """
    return (
        len(text) in lengths
        and (kind == "verse" or "\n" not in text)
        and bool(_OPENS.match(text))
        and (kind == "verse" or bool(_ENDS.search(text)))
        and not _ODD.search(text)
        and not _SAID_BY_WHOM.search(text)
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
    code = (language or "en")[:2]
    back = _BACK.get(code)
    words = [match[0] for match in islice(_WORD.finditer(text), _NEAR_THE_START)]
    if not words or back is None:
        return False
    if words[0].lower() in back and not (_WHOEVER.match(text) or _EXPLETIVE.match(text)):
        return True
    if code == "en" and _LEAD_INS.match(text.lstrip('“"‘')):
        return True
    for word in words[1:]:
        if word in _LEANING[code]:
            return not _WHOEVER.match(text[text.index(f" {word}") :])
        if word[0].isupper() and word != "I" and code != "de":
            return False  # a name, to which what follows may point
    return False
