"""Where a passage stands in its text, as short as it can be said: "ch. 6", "V.1", "Art. I § 8"."""

import re
from collections.abc import Iterator, Sequence
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
_LAST = re.compile(
    rf"(?i)\b(?:last|final|último|última|letzte[rsn]?|dernier|dernière)\s+({_WORD})\b"
)
_BARE_NUMBER = re.compile(r"\d{1,3}|[ivxlc]{1,7}|[a-z]", re.IGNORECASE)
_MOST_BESIDE_A_VERSE = 4  # words; among more, "5:10" is a time as any
_BOUND = ("§", "cl.")  # these continue a place, and alone may be of several
_LOOKING_UP = frozenset(
    "a again can could do does for go give happens have hear i in is it like line lines look me of "
    "open out paragraph passage please quote read recite say says section show tell text that the "
    "there to up verse want what what's would you".split()
)


class Named(NamedTuple):
    """The place that a question names: its passages, from 1, and what else the question says.

    No passages: the text has no such place as the question's words `said`. It is not `sure` where
    several places are called so.
    """

    paragraphs: tuple[int, ...]
    rest: str
    said: str = ""
    sure: bool = True


class Places:
    """The places of a text's paragraphs."""

    def __init__(self, paragraphs: Sequence["Paragraph"], title: str = "") -> None:
        self._paths = [tuple(filter(None, map(str.strip, p.heading))) for p in paragraphs]
        self._labels = [paragraph.label for paragraph in paragraphs]
        paths = dict.fromkeys(path for path in self._paths if path)
        self._paths_by_end: dict[str, set[tuple[str, ...]]] = {}
        for path in paths:
            self._paths_by_end.setdefault(_end(path), set()).add(path)
        self._keys = [frozenset(self._keys_of(at)) for at in range(len(paragraphs))]
        every = frozenset().union(*self._keys)
        self._kinds = {key.split(" ")[0] for key in every if " " in key}
        self._pairs = any(" " not in key for key in every)
        self._colons = any(":" in (label or "") for label in self._labels)
        self._title = frozenset(_words(title))

    def place(self, number: int) -> str | None:
        """The place of paragraph `number` (from 1); None if nothing but its number says it.

        One that names a heading starts with "›".
        """
        label, path = self._labels[number - 1], self._paths[number - 1]
        if label and path and _BARE_NUMBER.fullmatch(label):
            return f"{self._of_path(path)}, {label}"
        if label:
            return label
        return self._of_path(path) if path else None

    def named(self, question: str) -> Named | None:
        """The place that a question names in the way of this text; None if it names none."""
        if not self._kinds and not self._pairs:
            return self._by_name(question)
        keys, rest, said = _read(self._with_last(question))
        if not self._means_a_pair(said, rest):
            keys = {key for key in keys if " " in key}
        known = {key for key in keys if " " not in key or key.split(" ")[0] in self._kinds}
        if not known or (known < keys and not any(map(_is_whole, known))):
            return self._by_name(question)
        found = tuple(at for at, own in enumerate(self._keys, 1) if known <= own)
        if not found and all(" " not in key or key.startswith(_BOUND) for key in known):
            return None  # a time, a number, or a section of something else
        above = {frozenset(key for key in self._keys[at - 1] if _is_whole(key)) for at in found}
        sure = len(above) == 1 or any(_is_whole(key) or " " not in key for key in known)
        return Named(found, rest, said, sure)

    def _means_a_pair(self, said: str, rest: str) -> bool:
        """Whether "5.1" or "5:1" is a place and not a number or a time."""
        beside = set(_words(rest))
        others = beside - _LOOKING_UP - self._title
        if ":" in said and self._colons:
            return len(others) <= _MOST_BESIDE_A_VERSE
        return not others and (not beside or bool(beside & self._title) or "." in said)

    def _with_last(self, question: str) -> str:
        """The question with "the last chapter" said by its number."""

        def numbered(match: re.Match[str]) -> str:
            kind = f"{_SHORT_OF[match[1].lower()]} "
            numbers = [
                int(key.removeprefix(kind))
                for keys in self._keys
                for key in keys
                if key.startswith(kind) and key.removeprefix(kind).isdigit()
            ]
            return f"{match[1]} {max(numbers)}" if numbers else match[0]

        return _LAST.sub(numbered, question)

    def _by_name(self, question: str) -> Named | None:
        """The place below a heading whose words are all that a question says."""
        said = _words(question)
        if not said:
            return None
        for end, paths in self._paths_by_end.items():
            name = _words(end)
            if len(paths) > 1 or not name or "?" in end or not _asks_for(said, name):
                continue
            (path,) = paths
            return Named(tuple(at for at, own in enumerate(self._paths, 1) if own == path), "", end)
        return None

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


def _is_whole(key: str) -> bool:
    """Whether a key names a chapter or the like, and not only a section of one."""
    return " " in key and not key.startswith(_BOUND)


def _asks_for(said: list[str], name: list[str]) -> bool:
    """Whether a question says no more than a heading's name, and that it is to be read."""
    if said == name:
        return True
    for at in range(len(said) - len(name) + 1):
        if said[at : at + len(name)] == name:
            others = {*said[:at], *said[at + len(name) :]}
            return others <= _LOOKING_UP and bool(
                others & {"read", "quote", "recite", "show", "say", "says", "open"}
            )
    return False


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold())


def _read(question: str) -> tuple[set[str], str, str]:
    """The places that a question names, as keys, the question without them, and their words."""
    keys: set[str] = set()
    said: list[str] = []

    def take(match: re.Match[str], word: str, numeral: str) -> str:
        keys.add(_key(word, numeral))
        said.append(match[0].strip())
        return " "

    rest = _NUMBERED.sub(lambda match: take(match, match[1], match[2]), question)
    rest = _ORDINAL_FIRST.sub(lambda match: take(match, match[3], match[1] or match[2]), rest)
    for match in _PAIR.finditer(rest):
        keys.add(".".join(str(number_of(part)) for part in match.groups() if part))
        said.append(match[0])
        rest = rest.replace(match[0], " ")
    return keys, rest, " ".join(said)


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
