"""The patterns of `care_patterns` and `care_languages`, compiled and looked up by their words.

There are hundreds of patterns, and most messages have none of the words that most of them need. So
each is tried only where every part of it that has to be there has a word in the message.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bot.retrieval.care_languages import FRENCH, GERMAN, PORTUGUESE, SPANISH
from bot.retrieval.care_patterns import ENGLISH
from bot.retrieval.care_slots import PLAY, SLOTS, Frame

_PLAY = frozenset(PLAY.split())
_COMMON = frozenset(
    """
    i im ive id ill me my myself we us you your he she they it this that the a an and or but so if when how what who
    is are was were be been am do does did dont not no to of in on at for with from want can could will would have has
    had get go going make keep feel think know just all any more there here one out up about say tell people day life
    time like much many way good better come take see need life person help give work find thing things their them
    que no me se la el de ich nicht mehr das es je ne pas plus un une eu nao mais mi su le les en con por para a o
    """.split()
)
"""Words that stand in many messages."""

_OPTIONAL = re.compile(r"[?*]|\{0,")
_LOOKED_AROUND = re.compile(r"\(\?(?:[!=]|<[!=])")
_WORDS_ALONE = re.compile(r"[a-z0-9 |]+")
_MAY_END_IN = re.compile(r"\b(\w+)(\w)\?(?=[ |)]|$)")


class _Pattern(NamedTuple):
    """`needed` are sets of words; a match has one of each. `unless` are words that forbid it."""

    source: str
    needed: tuple[frozenset[str], ...]
    unless: frozenset[str]
    by_anyone: bool


def patterns_for(
    words: frozenset[str], *, unless: frozenset[str], spoken: bool
) -> list[re.Pattern[str]]:
    """The patterns that may match a sentence of these words, or a clause of it.

    `unless` are the words that may forbid a pattern; without a person who speaks (`spoken`), only
    those that need none are given.
    """
    return [
        _compiled(pattern.source)
        for pattern in _candidates(words)
        if (spoken or pattern.by_anyone)
        and pattern.unless.isdisjoint(unless)
        and not any(needed.isdisjoint(words) for needed in pattern.needed)
    ]


def _candidates(words: frozenset[str]) -> Iterator[_Pattern]:
    """The patterns whose most telling part has a word among these."""
    by_word = _by_word()
    found = {number for word in words for number in by_word.get(word, ())}
    found.update(by_word[""])
    patterns = _patterns()
    return (patterns[number] for number in sorted(found))


@cache
def _by_word() -> dict[str, list[int]]:
    """The numbers of the patterns, by each word of their most telling part; "" for those without."""
    by_word: dict[str, list[int]] = {"": []}
    for number, pattern in enumerate(_patterns()):
        for word in pattern.needed[0] if pattern.needed else [""]:
            by_word.setdefault(word, []).append(number)
    return by_word


@cache
def _patterns() -> tuple[_Pattern, ...]:
    frames = (*ENGLISH, *SPANISH, *GERMAN, *FRENCH, *PORTUGUESE)
    return tuple(_pattern(line, frame) for frame in frames for line in _lines(frame))


def _lines(frame: Frame) -> Iterator[str]:
    for line in frame.patterns.strip().split("\n"):
        yield _filled(line.strip())


def _pattern(line: str, frame: Frame) -> _Pattern:
    # A match ends with a word, not amid one.
    whole = rf"\b(?:{line})" if line.endswith("$") else rf"\b(?:{line})\b"
    unless = frozenset(frame.unless.split()) | _PLAY
    # The part whose words stand in the fewest messages comes first.
    needed = sorted(_needed(line), key=lambda words: (len(words & _COMMON), len(words)))
    return _Pattern(whole, tuple(needed), unless, frame.by_anyone)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first tried: few are in one run of the program."""
    return re.compile(source)


def _filled(line: str) -> str:
    while (filled := re.sub(r"\{([a-z]+)\}", lambda slot: f"(?:{SLOTS[slot[1]]})", line)) != line:
        line = filled
    return line


def _needed(line: str) -> Iterator[frozenset[str]]:
    """The words of each part of a pattern that a match has to have, where they can be told."""
    at, parts = 0, []
    while at < len(line):
        if line[at] == "(":
            end = _closing(line, at)
            optional = _OPTIONAL.match(line, end + 1)
            amid_a_word = line[at - 1 : at].isalpha() or line[end + 1 : end + 2].isalpha()
            if not optional and not amid_a_word and not _LOOKED_AROUND.match(line, at):
                parts.append(line[at + 1 : end].removeprefix("?:"))
            at = end + 1
            continue
        if line[at] == "|":
            return
        plain = re.compile(r"[a-z]+(?![a-z]*[?*+\[(])(?= |$)").match(line, at)
        if plain and (at == 0 or line[at - 1] == " "):
            parts.append(plain[0])
            at = plain.end()
            continue
        at += 1
    for part in parts:
        if words := _words_of(part):
            yield words


def _words_of(part: str) -> frozenset[str]:
    """The words of a group; none if some of its ways have no word that can be told."""
    part = _MAY_END_IN.sub(r"\1\2|\1", part)
    ways = [way for way in _ways(part) if way]
    if not all(map(_WORDS_ALONE.fullmatch, ways)):
        return frozenset()
    return frozenset(word for way in ways for word in way.split(" "))


def _ways(part: str) -> Iterator[str]:
    """The ways of a group, without what may be left out of them; a nested group as one way."""
    way, at = "", 0
    while at < len(part):
        if part[at] == "(":
            end = _closing(part, at)
            inside = part[at + 1 : end].removeprefix("?:")
            looked = _LOOKED_AROUND.match(part, at)
            optional = _OPTIONAL.match(part, end + 1)
            if not looked and not optional:
                joined = " ".join(_ways(inside)) if way.endswith(" ") or not way else "("
                way += joined
            at = end + 1
            if optional:
                at = part.index("}", at) + 1 if part[at] == "{" else at + 1
            continue
        if part[at] == "|":
            yield way.strip()
            way = ""
        else:
            way += part[at]
        at += 1
    yield way.strip()


def _closing(text: str, at: int) -> int:
    """Where the bracket that opens at `at` closes."""
    depth = 0
    for place in range(at, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise ValueError(f"a bracket is not closed: {text}")
