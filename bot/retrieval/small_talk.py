"""Small talk: whether a message is nothing else, and the short, true sentence to say to it."""

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz, process

from bot.retrieval.small_talk_words import (
    ENGLISH,
    FRENCH,
    GERMAN,
    PORTUGUESE,
    SPANISH,
    Phrases,
    Talk,
)
from bot.retrieval.terms import spelled_out, words

_LONGEST = 12
_LEAST_LIKENESS = 90.0
_LONGEST_LIKE = 7
_UNSTRETCHED = re.compile(r"(.)\1{2,}")
_APOSTROPHES = re.compile("['’`´]")
_BESIDE = frozenset(
    "please dear honest be lol haha lmao xd attune dude man bro mate and so very much".split()
)
_OFTEN_MISSPELT = (
    "hello", "good morning", "good evening", "good night", "goodbye", "thanks", "thank you",
    "thank you so much", "interesting", "amazing", "awesome", "beautiful", "good bot", "bad bot",
    "who are you", "are you a robot", "are you human", "who made you", "who created you",
    "how are you", "how are you doing", "what can you do", "how do you work", "sorry", "never mind",
    "that is wrong", "you are wrong", "you are useless", "tell me a joke", "write me a poem",
)  # fmt: skip


def small_talk_reply(text: str) -> str | None:
    """What to say to a message that as a whole, small misspellings aside, is small talk.

    The reply is in the language of the message. None for any other message.
    """
    said = words(text)
    if not 0 < len(said) <= _LONGEST:
        return None
    english = _plain([spelled_out(word) for word in said])
    found = _matched(english, ENGLISH) or _matched(_without_asides(english), ENGLISH)
    if found is not None:
        return ENGLISH.replies[found]
    plain = _plain(said, apostrophe=" ")
    for language in (SPANISH, GERMAN, FRENCH, PORTUGUESE):
        if (found := _matched(plain, language)) is not None:
            return language.replies[found]
    found = _like(_without_asides(english))
    return ENGLISH.replies[found] if found is not None else None


def _plain(said: list[str], apostrophe: str = "") -> str:
    """The words without accents, apostrophes and letters drawn out ("heyyy")."""
    joined = _APOSTROPHES.sub(apostrophe, " ".join(said)).replace("ß", "ss")
    letters = unicodedata.normalize("NFKD", joined)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(_UNSTRETCHED.sub(r"\1", plain).split())


def _without_asides(said: str) -> str:
    return " ".join(word for word in said.split() if word not in _BESIDE) or said


def _matched(said: str, language: Phrases) -> Talk | None:
    return next((talk for talk, way in _ways(language) if way.fullmatch(said)), None)


@cache
def _patterns() -> dict[int, list[tuple[Talk, re.Pattern[str]]]]:
    languages = (ENGLISH, SPANISH, GERMAN, FRENCH, PORTUGUESE)
    return {
        id(language): [
            (talk, re.compile("|".join(f"(?:{line})" for line in said.strip().split("\n"))))
            for talk, said in language.said.items()
        ]
        for language in languages
    }


def _ways(language: Phrases) -> list[tuple[Talk, re.Pattern[str]]]:
    return _patterns()[id(language)]


def _like(said: str) -> Talk | None:
    """Which of the phrases that people misspell most this is."""
    if len(said) <= 3 or len(said.split()) > _LONGEST_LIKE:
        return None
    found = process.extractOne(
        said, _OFTEN_MISSPELT, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS
    )
    return _matched(found[0], ENGLISH) if found is not None else None
