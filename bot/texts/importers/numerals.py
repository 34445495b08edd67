"""Numbers as headings write them."""

import re

_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SIGNS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twent thirt fort fift sixt sevent eight ninet".split()
# Words that are English ones as well ("once", "due", "elf") are left out.
_ELSEWHERE = (
    "uno|un|eins|primero primer primera|primeiro primeira|premier première|primo prima|erste erstes",
    "dos|deux|zwei|dois|segundo segunda|deuxième|secondo seconda|zweite zweites",
    "tres|trois|drei|três|tre|tercero tercer tercera|terceiro|troisième|terzo terza|dritte drittes",
    "cuatro|quatre|vier|quatro|quattro|cuarto cuarta|quarto quarta|quatrième|vierte viertes",
    "cinco|cinq|fünf|cinque|quinto quinta|cinquième|fünfte fünftes",
    "seis|sechs|sei|sexto sexta|sixième|sesto sesta|sechste sechstes",
    "siete|sept|sieben|sete|sette|séptimo séptima|septième|sétimo|settimo|siebte siebtes",
    "ocho|huit|acht|oito|otto|octavo octava|huitième|oitavo|ottavo|achte achtes",
    "nueve|neuf|neun|nove|noveno novena|neuvième|nono|neunte neuntes",
    "diez|dix|zehn|dez|dieci|décimo décima|dixième|decimo|zehnte zehntes",
)
_NAMED = {
    **{word: at for words in (_ORDINALS, _CARDINALS) for at, word in enumerate(words, 1)},
    **{f"{tens}{end}": 10 * at for at, tens in enumerate(_TENS, 2) for end in ("y", "ieth")},
    **{
        f"{tens}y-{unit}": 10 * at + one
        for at, tens in enumerate(_TENS, 2)
        for units in (_CARDINALS[:9], _ORDINALS[:9])
        for one, unit in enumerate(units, 1)
    },
    **{word: at for at, words in enumerate(_ELSEWHERE, 1) for word in re.split(r"[| ]", words)},
}
NUMERAL = (
    r"(?:\d{1,4}|[IVXLCDM]{1,8}|[ivxlcdm]{1,8}|(?:the )?(?:"
    + "|".join(sorted(_NAMED, key=len, reverse=True)).replace("-", "[- ]")
    + r"))"
)
"""A number in digits, in Roman letters, or in a word: up to 99 in English, to ten elsewhere."""


def number_of(numeral: str) -> int | None:
    """The number that digits, Roman letters or a word, as in `NUMERAL`, stand for."""
    numeral = numeral.strip().rstrip(".")
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if numeral and _ROMAN.fullmatch(upper := numeral.upper()):
        values = [_VALUES[sign] for sign in upper]
        after = [*values[1:], 0]
        return sum(-one if one < two else one for one, two in zip(values, after, strict=True))
    return _NAMED.get(numeral.casefold().removeprefix("the ").replace(" ", "-"))


def roman(number: int) -> str:
    """The number, from 1, in Roman letters."""
    written = ""
    for value, sign in _SIGNS:
        written += sign * (number // value)
        number %= value
    return written
