"""Lines that say who wrote a text."""

import re

ACRONYMS = frozenset({"faq", "api", "us", "usa", "uk", "eu", "un", "tos", "faqs"})
"""Words that titles write in capitals."""

_NAME = r"[A-ZÀ-Þ][\w.'’\-]*"
_BETWEEN = r"(?:,? (?:de|del|de la|van|von|der|da|di|le|la|al|bin|and|y|e|und|et|&))*"
_BY = re.compile(
    rf"(?:(?i:written |told |collected |edited )?(?i:by|von|par|por|di|door|av)(?::| ))\s*"
    rf"({_NAME}(?:{_BETWEEN},? {_NAME}){{0,6}})\.?"
)
_BARE = re.compile(rf"{_NAME}(?:{_BETWEEN} {_NAME}){{1,3}}")
_WITHIN = re.compile(rf"\b(?:by|von|par|por) ({_NAME}(?:{_BETWEEN} {_NAME}){{1,3}})")
_OTHERS = re.compile(
    r"(?:(?:newly |freely )?(?:translated|edited|illustrated|introduced|adapted|annotated)\b.{0,40} by|"
    r"with (?:an introduction|illustrations|notes) by|übersetzt von|traduit par|traducido por) .{2,80}",
    re.IGNORECASE,
)


def said_author(line: str) -> str | None:
    """The name in a line such as "by A. Walker"; None if the line says more, or no name."""
    found = _BY.fullmatch(line)
    return found[1] if found else None


def name_within(line: str) -> str | None:
    """The name that a line gives after "by"."""
    found = _WITHIN.search(line)
    return found[1] if found else None


def may_be_name(line: str) -> bool:
    """Whether the line could be a person's name alone."""
    return len(line) <= 50 and bool(_BARE.fullmatch(line))


def names_another(line: str) -> bool:
    """Whether the line says who translated, edited or illustrated the text."""
    return bool(_OTHERS.fullmatch(line))
