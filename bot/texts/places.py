"""Where a passage stands in its text, as short as it can be said: "ch. 6", "V.1", "Art. I § 8"."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bot.texts.importers.numerals import NUMERAL, number_of

if TYPE_CHECKING:
    from bot.texts.model import Paragraph

LONGEST_NAME = 80
"""Characters of a heading that a place names."""

_SHORT = {
    "ch.": "chapter|chap|ch|capítulo|capitulo|chapitre|kapitel|capitolo|hoofdstuk|kapittel|rozdział|kapitola|глава",
    "bk": "book|bk|livre|libro|livro|buch|boek|книга",
    "part": "part|partie|parte|teil|deel|часть",
    "vol.": "volume|vol|tome|tomo|band|том",
    "act": "act|acte|acto|ato|akt|aufzug|atto",
    "sc.": "scene|scène|escena|cena|szene|auftritt|scena",
    "canto": "canto|chant|gesang",
    "stave": "stave",
    "letter": "letter|lettre|carta|brief|lettera",
    "sonnet": "sonnet|soneto|sonett",
    "psalm": "psalm|psaume|salmo",
    "sura": "surah|sura|surat",
    "poem": "poem|poema|poème|gedicht",
    "lecture": "lecture",
    "art.": "article|art|artículo|articulo|artigo|artikel|articolo",
    "amend.": "amendment|amend",
    "§": "section|sections|sec|sect|sección|seção|abschnitt|sezione|§",
    "rule": "rule|regla|norma|règle|regel|regra|regola",
    "cl.": "clause|cl",
}
_SHORT_OF = {word: short for short, words in _SHORT.items() for word in words.split("|")}
_WORD = "|".join(sorted(map(re.escape, _SHORT_OF), key=len, reverse=True))
_NUMBERED = re.compile(rf"(?i)({_WORD})\.?\s*(?:the\s+|no\.?\s*)?({NUMERAL})(?!\w|-\w)")
_ORDINAL_FIRST = re.compile(
    rf"(?i)\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({NUMERAL}))\s+({_WORD})\b(?!\s*(?:\d|[ivxlc]+\b))"
)
_PAIR = re.compile(r"(?<![\w.:])(\d{1,3}|[IVXLC]{1,7})[.:](\d{1,3})(?:[.:](\d{1,3}))?(?![\w:])")
_ONLY_A_NUMBER = re.compile(r"[\[(]?([IVXLC]{1,8}|\d{1,3})[.)\]]?")
_MOST_BESIDE_A_PAIR = 4  # words; among more, "5.1" is a number as any
_BOUND = ("§", "cl.")  # these continue a place and are none of their own


class Named(NamedTuple):
    """The place that a question names: its passages, from 1, and what else the question says.

    No passages: the text has no such place.
    """

    paragraphs: tuple[int, ...]
    rest: str


class Places:
    """The places of a text's paragraphs."""

    def __init__(self, paragraphs: Sequence["Paragraph"]) -> None:
        self._paths = [tuple(filter(None, map(str.strip, p.heading))) for p in paragraphs]
        self._labels = [paragraph.label for paragraph in paragraphs]
        paths = dict.fromkeys(path for path in self._paths if path)
        self._paths_by_end: dict[str, set[tuple[str, ...]]] = {}
        for path in paths:
            self._paths_by_end.setdefault(_end(path), set()).add(path)
        self._keys = [frozenset(self._keys_of(at)) for at in range(len(paragraphs))]
        self._kinds = {key.split(" ")[0] for keys in self._keys for key in keys if " " in key}
        self._pairs = {".", ":"} & {letter for label in self._labels for letter in label or ""}

    def place(self, number: int) -> str | None:
        """The place of paragraph `number` (from 1); None if nothing but its number says it.

        One that names a heading starts with "›".
        """
        label, path = self._labels[number - 1], self._paths[number - 1]
        if label:
            return label
        return self._of_path(path) if path else None

    def named(self, question: str) -> Named | None:
        """The place that a question names in the way of this text; None if it names none."""
        if not self._kinds and not self._pairs:
            return None
        keys, rest = _read(question, self._pairs)
        if len(rest.split()) > _MOST_BESIDE_A_PAIR:
            keys = {key for key in keys if " " in key}
        known = {key for key in keys if " " not in key or key.split(" ")[0] in self._kinds}
        if not known or all(key.startswith(_BOUND) for key in known):
            return None
        found = tuple(at for at, own in enumerate(self._keys, 1) if known <= own)
        if not found and all(" " not in key for key in known):
            return None  # a time or a number
        return Named(found, rest)

    def _of_path(self, path: tuple[str, ...]) -> str:
        end = _end(path)
        alike = self._paths_by_end[end]
        if len(alike) > 1 and len(path) > 1:
            above = _of_heading(path[-2])
            return f"› {above} › {end}" if not _numbered(path[-1]) else f"{above}, {end}"
        return end if _numbered(path[-1]) else f"› {end}"

    def _keys_of(self, at: int) -> Iterator[str]:
        """What a question may call the place: "ch. 6"; for V.1 also "5.1", "bk 5" and "§ 1"."""
        for heading in self._paths[at]:
            if match := _NUMBERED.match(heading):
                yield _key(match[1], match[2])
            elif match := _ORDINAL_FIRST.match(heading):
                yield _key(match[3], match[1] or match[2])
        label = self._labels[at]
        if not label:
            return
        for word, numeral in _NUMBERED.findall(label):
            yield _key(word, numeral)
        if match := _PAIR.fullmatch(label):
            numbers = [str(number_of(part)) for part in match.groups() if part]
            yield ".".join(numbers)
            yield f"§ {numbers[-1]}"


def _read(question: str, pairs: Collection[str]) -> tuple[set[str], str]:
    """The places that a question names, as keys, and the question without them."""
    keys: set[str] = set()

    def take(word: str, numeral: str) -> str:
        keys.add(_key(word, numeral))
        return " "

    rest = _NUMBERED.sub(lambda match: take(match[1], match[2]), question)
    rest = _ORDINAL_FIRST.sub(lambda match: take(match[3], match[1] or match[2]), rest)
    for match in _PAIR.finditer(rest):
        if any(sign in match[0] for sign in pairs):
            keys.add(".".join(str(number_of(part)) for part in match.groups() if part))
            rest = rest.replace(match[0], " ")
    return keys, rest


def _key(word: str, numeral: str) -> str:
    return f"{_SHORT_OF[word.lower()]} {number_of(numeral)}"


def _end(path: tuple[str, ...]) -> str:
    return _of_heading(path[-1])


def _of_heading(heading: str) -> str:
    """The heading as a place names it: "Chapter VI. The ball" is "ch. 6"."""
    if match := _NUMBERED.match(heading):
        return f"{_SHORT_OF[match[1].lower()]} {number_of(match[2]) or match[2]}"
    if match := _ONLY_A_NUMBER.fullmatch(heading):
        return match[1]
    name = " ".join(heading.split())
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _numbered(heading: str) -> bool:
    return bool(_NUMBERED.match(heading) or _ONLY_A_NUMBER.fullmatch(heading))
