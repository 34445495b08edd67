"""Noticing that a person may be in danger or distress, from how people say so."""

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.retrieval.care_patterns import ENGLISH, FRENCH, GERMAN, PORTUGUESE, SLOTS, SPANISH
from bot.retrieval.terms import spelled_out
from bot.texts.model import Essay

MESSAGE = (
    "That sounds really hard, and I am only a program that quotes an essay. You deserve a person "
    "to talk to. If you or someone near you may be in danger, please call your local emergency "
    "number now (112, 911 or 999 in many places). In the US and Canada you can call or text 988, "
    "in the UK and Ireland call 116 123, and findahelpline.com lists free, confidential help in "
    "most countries, by phone or chat."
)
"""What a person in distress reads where the text's file has no message of its own."""

_NOT_MEANT = frozenset(
    """
    laughing laughter embarrassment boredom cringe jajaja mdr kkk
    pizza coffee snack slack slice cake sandwich
    chess tennis football fifa poker cards race math maths goalkeeper striker coach referee
    process game boss level dragon zombie mob quest player spawn respawn lobby
    """.split()
)
"""Words with which such a saying is a figure of speech or a game."""

_STUDIED = frozenset(
    """
    clients client patients people persons students survivors victims research study studies rate
    rates statistics statistic prevention training movie film book song novel paper article author
    essay text writer adolescents teenagers youth estadisticas datos pelicula statistik statistiken
    referat statistique taux expose film prevencao artigo aula prevencion trabajo
    """.split()
)
"""Words with which a sentence without its speaker is about others, or about a work."""

_SPEAKER = frozenset(
    """
    i im ive id ill me my myself mine we us our friend mate sister brother girlfriend boyfriend
    yo me mi mis soy estoy mio amigo amiga hermano hermana ich mich mir mein meine meinen bin
    je j moi me m mon ma mes suis ami amie eu me mim meu minha estou to sou amigo amiga
    """.split()
)

_KEY_WORDS = (
    "suicidal myself himself herself killing overdose overdosed overdosing cutting alive "
    "anymore worthless hopeless pills swallowed unalive goodbye hurting burden jumping disappear "
    "existing tonight strangled molested choked wrists disappeared suicidar suicida suicidas suicidarse suicidarme suicider "
    "suicide suicides suicidaire suicidaires jumped"
).split()
"""Words that a misspelt one is read as; none is one edit from a common word."""

_SHORT = {
    "2": "to",
    "4": "for",
    "wnat": "want",
    "wnt": "want",
    "tis": "this",
    "dei": "die",
    "cnt": "cant",
}
_LONGEST = 4000
_SENTENCE_ENDS = re.compile(r"[.?!;\n]+")
_APOSTROPHES = re.compile("['’`´]")
_ELISION = re.compile("\\b([cdjlmnst]|qu)['’]")  # French: j'ai, qu'il
_DIGITS = str.maketrans("0134", "oiea")
_FILLERS = {"_": r"(?:\w+ ){0,3}", "__": r"(?:\w+ ){0,7}"}


def in_distress(text: str) -> bool:
    """Whether these words sound as if a person were in danger or distress.

    Each sentence is looked at by itself.
    """
    sentences = map(_said, _SENTENCE_ENDS.split(text[:_LONGEST]))
    return any(_is_distress(said) for said in sentences if said)


def care_message(essay: Essay) -> str:
    """The message to show, the text's own if its file has one."""
    return essay.care or MESSAGE


def _is_distress(said: list[str]) -> bool:
    if not _NOT_MEANT.isdisjoint(said):
        return False
    if not _STUDIED.isdisjoint(said) and _SPEAKER.isdisjoint(said):
        return False
    words, sentence = set(said), " ".join(said)
    return any(
        pattern.search(sentence)
        for first, pattern in _patterns()
        if first is None or not first.isdisjoint(words)
    )


def _said(sentence: str) -> list[str]:
    """The words of a sentence as the patterns expect them."""
    apart = _ELISION.sub(r"\1 ", sentence.lower())
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", apart))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [_word(word) for word in re.findall(r"\w+", plain)]


@lru_cache(maxsize=1 << 12)
def _word(typed: str) -> str:
    """The word behind phone spelling, digits for letters ("k1ll") and small misspellings."""
    if typed in _SHORT:
        return _SHORT[typed]
    word = typed if typed == "gonna" else spelled_out(typed).replace("'", "")
    if not word.isdigit() and not word.isalpha():
        word = word.translate(_DIGITS)
    if len(word) < 5 or word in _KEY_WORDS:
        return word
    allowed = 1 if len(word) < 8 else 2
    near = process.extractOne(word, _KEY_WORDS, scorer=OSA.distance, score_cutoff=allowed)
    return near[0] if near and near[0][0] == word[0] and near[0] not in word else word


@cache
def _patterns() -> tuple[tuple[frozenset[str] | None, re.Pattern[str]], ...]:
    """The patterns of all languages, each with the words that it can begin with, if they are few.

    Most messages have none of these words, and so most patterns need not be tried.
    """
    lines = (*ENGLISH, *SPANISH, *GERMAN, *FRENCH, *PORTUGUESE)
    filled = map(_filled, lines)
    return tuple((_first_words(line), re.compile(rf"\b(?:{line})\b")) for line in filled)


def _filled(line: str) -> str:
    filled = re.sub(r"\{([a-z_]+)\}", lambda slot: f"(?:{SLOTS[slot[1]]})", line)
    return re.sub(r"(?<= )(__?) ?", lambda filler: _FILLERS[filler[1]], filled)


def _first_words(pattern: str) -> frozenset[str] | None:
    """The words that a match of `pattern` can begin with; None if they cannot be told."""
    group = re.match(r"\((?:\?:)?([^()]*)\)(?![?*])", pattern)
    if group is None:
        plain = re.match(r"\w+(?= )", pattern)
        return frozenset([plain[0]]) if plain else None
    first = [way.split(" ")[0] for way in group[1].split("|")]
    return frozenset(first) if all(word.isalnum() for word in first) else None
