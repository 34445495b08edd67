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
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth"
).split()
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four "
    "twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty"
).split()
_NAMED = {name: number for names in (_ORDINALS, _CARDINALS) for number, name in enumerate(names, 1)}
NUMERAL = (
    r"(?:\d{1,4}|[IVXLCDM]{1,8}|[ivxlcdm]{1,8}|(?:the )?(?:"
    + "|".join(sorted(_NAMED, key=len, reverse=True))
    + r"))"
)
"""A number in digits, in Roman letters, or in an English word up to thirty."""


def number_of(numeral: str) -> int | None:
    """The number that digits, Roman letters or an English word up to thirty stand for."""
    numeral = numeral.strip().rstrip(".")
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if numeral and _ROMAN.fullmatch(upper := numeral.upper()):
        values = [_VALUES[sign] for sign in upper]
        after = [*values[1:], 0]
        return sum(-one if one < two else one for one, two in zip(values, after, strict=True))
    return _NAMED.get(numeral.casefold().removeprefix("the "))


def roman(number: int) -> str:
    """The number, from 1, in Roman letters."""
    written = ""
    for value, sign in _SIGNS:
        written += sign * (number // value)
        number %= value
    return written
