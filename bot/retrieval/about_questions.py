"""Which fact about a text a question asks for, in words that may be misspelt, in five languages."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.retrieval.about_words import (
    ENGLISH,
    FRENCH,
    GERMAN,
    PORTUGUESE,
    SPANISH,
    Fact,
    Lexicon,
)
from bot.retrieval.known_words import known_words
from bot.retrieval.question import plain
from bot.retrieval.terms import QUESTION_WORDS, spelled_out, words

_MAY_NAME_THE_AUTHOR = frozenset(
    (Fact.UPDATED, Fact.QUOTED, Fact.SOURCE, Fact.PUBLISHED, Fact.PERSON, Fact.OTHER_WORKS)
) | {Fact.NOT_GIVEN, Fact.CITATION, Fact.AUTHOR, Fact.LICENCE}

_CLAUSES = re.compile(r"[.?!;:,\n()¿¡]+|\s[-–—]+\s")
_TLDR = re.compile(r"\btl;?\s?dr\b", re.IGNORECASE)
_APOSTROPHES = re.compile("['’`´]")
_CHATTER = frozenset(
    "hi hello hey hiya yo hola hallo salut bonjour ola oi please thanks pls sorry ok okay so well um "
    "bot good morning evening afternoon day everyone all there lol quick question one".split()
)
_ASKS = QUESTION_WORDS | frozenset("is are was does did do has have can may got any there".split())
_POINTERS = frozenset("this it that here thing esto eso das dies es ca cela ceci isto isso".split())
_POINTED_AT_BY_CHANCE = frozenset(
    (Fact.IDENTITY, Fact.PERSON, Fact.LENGTH, Fact.SUBJECT, Fact.SOURCE, Fact.NOT_GIVEN)
)
_CLEAR = frozenset((Fact.LANGUAGE, Fact.UPDATED, Fact.LICENCE, Fact.SOURCE)) | {
    Fact.PUBLISHED,
    Fact.TITLE,
    Fact.LENGTH,
}
"""Facts so clear that one unforeseen word beside a word for the text changes nothing."""

_PLAINLY_A_TEXT = frozenset(
    "essay text article piece post book poem texto ensayo ensaio artikel aufsatz texte essai".split()
)

_ENDINGS = frozenset(("s", "re", "m", "ve", "d", "ll"))
_LONGEST_CLAUSE = 16
_MOST_STRANGE = 2
"""Words of a clause that may be slips of others."""
_ENGLISH = 0
_SHORT = 4
"""Words up to which one word alone asks ("author?", "the date please")."""
_LIKE = 0.79
_LEAST_LETTERS = 5


class _Ways(NamedTuple):
    """How a fact is asked for: sets of words that do together, and words that may stand by."""

    fact: Fact
    ways: tuple[frozenset[str], ...]
    beside: frozenset[str]


class _Known(NamedTuple):
    """A language, ready to be looked up in."""

    text: frozenset[str]
    author: frozenset[str]
    beside: frozenset[str]
    facts: tuple[_Ways, ...]
    all: frozenset[str]


def fact_asked(question: str, *, strictly: bool = False) -> Fact | None:
    """Which fact about the text a question asks for, None if it asks for something else.

    A clause asks for a fact if all of its words are words for that fact or words that may stand
    beside them; misspelt words are understood, and one unforeseen word in a clear question if not
    `strictly`. One clause of several must name the text, too.
    """
    clauses = [_said(clause) for clause in _CLAUSES.split(_TLDR.sub("tldr", plain(question)))]
    clauses = [clause for clause in clauses if not _CHATTER.issuperset(clause)]
    for clause in clauses:
        if len(clause) <= _LONGEST_CLAUSE:
            fact = _asked_by(clause, alone=len(clauses) == 1, strictly=strictly)
            if fact is not None:
                return fact
    return None


def _said(clause: str) -> list[str]:
    """The words of a clause, without accents and apostrophes."""
    parts = [part for word in words(clause) for part in _APOSTROPHES.split(word) if part]
    decomposed = unicodedata.normalize("NFKD", " ".join(parts).replace("ß", "ss"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).split()


def _asked_by(clause: Sequence[str], *, alone: bool, strictly: bool) -> Fact | None:
    for language, known in enumerate(_languages()):
        spelt = list(map(spelled_out, clause)) if language == _ENGLISH else clause
        strange = sum(word not in known.all for word in spelt)
        if strange > _MOST_STRANGE or strange == len(clause):
            continue
        said = frozenset(_nearest(word, language) for word in spelt) - _ENDINGS
        fact = _fact(said, len(clause), known, strictly=strictly)
        if fact is not None and (alone or _names_the_text(said, fact, known)):
            return fact
    return None


def _names_the_text(said: frozenset[str], fact: Fact, known: _Known) -> bool:
    """Whether a clause among others speaks of the text; "what is it" may go back to another."""
    meant = said & (known.text | known.author)
    if fact in _POINTED_AT_BY_CHANCE:
        return bool(meant - _POINTERS) and not _ASKS.isdisjoint(said)
    return bool(meant)


def _fact(said: frozenset[str], length: int, known: _Known, *, strictly: bool) -> Fact | None:
    # One slot each: any word for the text is as good as another.
    slots = {"TEXT"} if said & known.text else set()
    slots |= {"AUTHOR"} if said & known.author else set()
    asked = said | slots
    for fact, ways, beside in known.facts:
        asking = [way for way in ways if way <= asked]
        allowed = known.beside.union(known.text, beside, *asking)
        if fact in _MAY_NAME_THE_AUTHOR:
            allowed |= known.author
        unforeseen = said - allowed
        named = not strictly and not _PLAINLY_A_TEXT.isdisjoint(said)
        if unforeseen and not (fact in _CLEAR and named and len(unforeseen) == 1 and length > 3):
            continue
        if any(_clear(way, length) for way in asking):
            return fact
    return None


def _clear(way: frozenset[str], length: int) -> bool:
    """Whether these words ask clearly: of many, "author" alone asks what they do or say."""
    return way != {"AUTHOR"} or length <= _SHORT


@lru_cache(maxsize=1 << 12)
def _nearest(word: str, language: int) -> str:
    """The word of a language that this one is a slip of, else the word itself."""
    known = _languages()[language]
    if word in known.all or len(word) < _SHORT or word in known_words():
        return word
    if len(word) < _LEAST_LETTERS:
        turned = (w for w in known.all if len(w) == len(word) and sorted(w) == sorted(word))
        return next((w for w in turned if w[0] == word[0]), word)
    # Few people get the first letter wrong.
    choices = sorted(w for w in known.all if w[0] == word[0] and abs(len(w) - len(word)) < 3)
    found = process.extractOne(word, choices, scorer=OSA.normalized_similarity, score_cutoff=_LIKE)
    return found[0] if found else word


@cache
def _languages() -> tuple[_Known, ...]:
    return tuple(map(_ready, (ENGLISH, SPANISH, GERMAN, FRENCH, PORTUGUESE)))


def _ready(lexicon: Lexicon) -> _Known:
    facts = []
    for fact in Fact:
        asked, _, own = lexicon.asked[fact].partition("+")
        ways = tuple(frozenset(way.split()) for way in asked.split("|"))
        facts.append(_Ways(fact, ways, frozenset(own.split())))
    text, author = frozenset(lexicon.text.split()), frozenset(lexicon.author.split())
    beside = frozenset(lexicon.beside.split())
    every = text.union(author, beside, *(one.beside.union(*one.ways) for one in facts))
    every -= {"TEXT", "AUTHOR"}
    return _Known(text, author, beside, tuple(facts), every)
