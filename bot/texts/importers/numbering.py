"""How a text numbers itself: "V.1", "Art. I § 8", "31:36", "rule 7"."""

import re
from collections.abc import Sequence

from bot.texts.importers.numerals import NUMERAL, number_of, roman

_RULES = re.compile(
    r"\b(?:rules?|commandments?|reglas?|normas?|regras?|règles?|regeln?|regole|regels)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    rf"(?:article|art\.|artículo|artigo|articolo|artikel|artykuł)\s*({NUMERAL}|premier)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(rf"(?:section|sec\.|sect\.|sección|seção|§)\s*({NUMERAL})\b", re.IGNORECASE)
_AMENDMENT = re.compile(
    rf"amendment\s+({NUMERAL})\b|({NUMERAL})(?:st|nd|rd|th)?\s+amendment\b", re.IGNORECASE
)
_BOOK = re.compile(
    rf"(?:book|part|livre|libro|livro|buch|boek|bok|kniha|księga|книга)\s+(?:the\s+)?({NUMERAL})\b",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    rf"(?:chapter|capítulo|chapitre|kapitel|capitolo)\s+({NUMERAL})\b", re.IGNORECASE
)
_SURAH = re.compile(
    rf"(?:su?ra[ht]?|surat|psalms?|psaume|salmo)\s+(?:al-\w+\s+)?({NUMERAL})\b", re.IGNORECASE
)
_ENUMERATED = re.compile(r"(\d{1,3})[.)]\s+(.+)")
_NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?\s")


def says_rules(*texts: str) -> bool:
    """Whether one of the texts speaks of rules."""
    return any(_RULES.search(text) for text in texts)


def place_label(heading: Sequence[str]) -> str | None:
    """The number that headings give all that stands below them; None where they give none."""
    parts: list[str] = []
    for text in heading:
        if found := _ARTICLE.match(text):
            parts = [f"Art. {_as_written(found[1])}"]
        elif found := _AMENDMENT.search(text):
            number = number_of(found[1] or found[2])
            parts = [f"Amend. {roman(number) if number else found[1] or found[2]}"]
        elif found := _SECTION.match(text):
            parts.append(f"§ {_as_written(found[1])}")
        elif found := _NUMBERED.match(text):
            parts = [found[1]]
    return " ".join(parts) or None


def item_label(heading: Sequence[str], number: str, rules: bool = False) -> str:
    """What a paragraph or an item numbered `number` below `heading` is called."""
    if rules:
        return f"rule {number}"
    above = place_label(heading)
    if above and "§" in above:
        return f"{above} cl. {number}"
    if above and above.startswith(("Art.", "Amend.")):
        return f"{above} § {number}"
    books = _BOOK, _SURAH, _CHAPTER
    parts = [
        (pattern, number_of(found[1]), found[1])
        for text in heading
        for pattern in books
        if (found := pattern.match(text))
    ]
    within = str(number_of(number) or number)
    if parts and parts[-1][0] is _SURAH:
        return f"{parts[-1][1]}:{within}"
    if parts:
        return ".".join([_as_written(written) for _, _, written in parts] + [within])
    return number


def without_enumerator(heading: str) -> str:
    """The heading without a number before the number that it says itself.

    "1. Article I" is "Article I", and "13. XIII Thirteenth Amendment" "Thirteenth Amendment". A
    question needs no number either.
    """
    found = _ENUMERATED.fullmatch(heading)
    if not found:
        return heading
    number, rest = int(found[1]), found[2]
    if not number:
        return heading
    first, _, behind = rest.partition(" ")
    if first.rstrip(".") == roman(number) and behind:
        return behind
    said = {number_of(word.strip(".,:")) for word in rest.split()}
    return rest if number in said or rest.endswith("?") else heading


def _as_written(numeral: str) -> str:
    """A numeral as the text writes it; a word becomes its number."""
    if numeral.isdigit() or numeral.isupper():
        return numeral
    number = number_of(numeral)
    return str(number) if number else numeral
