"""Noticing that a person may be in danger or distress, from how people say so."""

import re

from rapidfuzz.distance import OSA

from bot.retrieval.terms import spelled_out, words
from bot.texts.model import Essay

MESSAGE = (
    "That sounds really hard, and I am only a program that quotes an essay. You deserve a person "
    "to talk to. If you or someone near you may be in danger, please call your local emergency "
    "number now (112, 911 or 999 in many places). In the US and Canada you can call or text 988, "
    "in the UK and Ireland call 116 123, and findahelpline.com lists free, confidential help in "
    "most countries, by phone or chat."
)
"""What a person in distress reads where the text's file has no message of its own."""

_SAYINGS = tuple(
    tuple(saying.split())
    for saying in """
    kill myself|killing myself|killed myself|kill me please|end my life|end my live|ending my life
    take my own life|taking my own life|took my own life|end it all tonight|ending it all
    i want to die|i wanna die|want to be dead|wanna be dead|wish i was dead|wish i were dead
    wish i wasn't alive|wish i was never born|wish i were never born|myself want to die
    want to kms|going to kms|gonna kms|unalive myself|unaliving myself|want to end it all|want to end myself
    don't want to live|do not want to live|dont wanna live|don't want to be alive
    don't want to be here anymore|don't want to exist|don't want to wake up|rather be dead
    no reason to live|nothing to live for|no point in living|see the point in living|no one would miss me|nobody would miss me|disappear forever|never wake up|not worth living|life isn't worth
    tired of living|tired of being alive|better off dead|better off without me
    can't go on anymore|can't go on like this|can't take it anymore|can't take this anymore|can't do this anymore
    i'm suicidal|i am suicidal|feel suicidal|feeling suicidal|been suicidal|suicidal thoughts
    thoughts of suicide|thinking of suicide|thinking about suicide|commit suicide myself
    want to commit suicide|going to commit suicide|suicide note|suicide hotline|suicide line
    crisis line|crisis hotline|crisis number|helpline number|need a helpline
    hurt myself|hurting myself|harm myself|harming myself|cut myself|cutting myself
    starve myself|starving myself|i self harm|i selfharm|self harming|self harmed
    i overdosed|took an overdose|take an overdose|going to overdose|took too many pills
    take all my pills|jump off a bridge|hang myself|hanging myself|shoot myself|drown myself
    beat me up|beats me up|beating me up|threatened to kill me
    going to kill me|gonna kill me|wants to kill me|he raped me|was raped|got raped|raped me
    molested me|was sexually assaulted|sexually assaulted me|touches me when|choked me|abuses me|abusing me
    i am being abused|i'm being abused|being abused at home|abused by my
    i was abused|i got abused|was molested|abused as a child|is suicidal|he's suicidal|she's suicidal|are suicidal|wants to die|want to die
    i hate myself|want it to be over|want this to be over|feel so alone|so alone and
    quiero morir|quiero matarme|ich will sterben|ich will nicht mehr leben|je veux mourir
    took all my pills|pills to die|pills does it take to die|tie a noose|wish i'd never been born
    want to disappear|feel like giving up|give up on life
    not safe at home|unsafe at home|don't feel safe at home|afraid to go home|scared to go home
    not safe right now|i'm in danger|i am in danger|help me i'm scared
    kill himself|kill herself|kill themselves|killing himself|killing herself|killing themselves
    hurt himself|hurting himself|hurt herself|hurting herself|cuts herself|cuts himself
    cutting herself|cutting himself|want to hurt someone|want to kill someone|want to kill him
    want to kill her|want to kill them|going to kill someone
    """.replace("\n", "|").split("|")
    if saying.strip()
)
"""Each the words, in order, with at most `_BETWEEN` others between two of them."""

_SOMEONE_CLOSE = (
    "he she they dad father stepdad mum mom mother stepmum stepmom parents husband wife partner "
    "boyfriend girlfriend ex brother sister uncle someone"
).split()
_VIOLENCE = "hits hit beats beat hurts chokes kicks punches slaps abuses abused".split()

_NOT_MEANT = frozenset(
    """
    laughing laughter embarrassment boredom cringe lol lmao pizza coffee snack
    slack slice cake sandwich
    chess tennis football fifa poker cards race math maths
    process server game boss level dragon zombie mob quest player
    """.split()
)
"""Words with which such a saying is a figure of speech or a game."""

_OF_ITS_WRITER = frozenset(
    "ich je quiero i im i'm ive i've i'd id me my myself mine pills noose".split()
)
_SHORTEST_WITHOUT = 6
"""Words from which on a sentence must speak of its writer, or of means: "clients who think of suicide" does
not, and is a question about the text."""

_GOES_ON_ELSEWHERE = frozenset("in with at near to hard on by".split())
"""Words behind "live" or "me" that give a saying another meaning ("live in London")."""

_BETWEEN = 2
_SHORTEST_MISSPELT = 5
_ENDS = re.compile(r"[.?!;\n]+")
_DIGITS = str.maketrans("0134", "oiea")
_SELF = re.compile(r"\b(my|him|her|them) sel(?:f|ves)\b", re.IGNORECASE)


def in_distress(text: str) -> bool:
    """Whether these words sound as if a person were in danger or distress.

    The words of a saying must come in order and close together, in one sentence; small
    misspellings of the longer words are understood.
    """
    for sentence in _ENDS.split(text[:4000]):
        told = _SELF.sub(r"\1self", sentence).lower()
        said = [_joined(spelled_out(_letters(word))) for word in words(told)]
        if said in (["kms"], ["suicidal"]):
            return True
        if not said or not _NOT_MEANT.isdisjoint(said):
            continue
        if len(said) >= _SHORTEST_WITHOUT and _OF_ITS_WRITER.isdisjoint(said):
            continue
        for at, word in enumerate(said):
            for saying in _SAYINGS_FROM.get(word[0], ()):
                if _same(word, saying[0]) and _follows(said, at + 1, saying[1:]):
                    return True
    return False


def care_message(essay: Essay) -> str:
    """The message to show, the text's own if its file has one."""
    return essay.care or MESSAGE


def _letters(word: str) -> str:
    """The word behind digits that stand for letters ("k1ll")."""
    return word if word.isdigit() or word.isalpha() else word.translate(_DIGITS)


def _joined(word: str) -> str:
    """One form for "don't" and "dont", "wanna" and "want"."""
    return "want" if word == "wanna" else word.replace("'", "")


_SAYINGS_JOINED = tuple(
    tuple(_joined(word) for word in saying if word not in ("to", "a", "an", "the"))
    for saying in _SAYINGS
) + tuple((someone, does, "me") for someone in _SOMEONE_CLOSE for does in _VIOLENCE)


_SAYINGS_FROM: dict[str, list[tuple[str, ...]]] = {}
for _saying in _SAYINGS_JOINED:
    _SAYINGS_FROM.setdefault(_saying[0][0], []).append(_saying)


def _follows(said: list[str], at: int, rest: tuple[str, ...]) -> bool:
    if not rest:
        ended = said[at - 1] in ("live", "living", "me")
        return not (ended and at < len(said) and said[at] in _GOES_ON_ELSEWHERE)
    for place in range(at, min(len(said), at + _BETWEEN + 1)):
        if _same(said[place], rest[0]) and _follows(said, place + 1, rest[1:]):
            return True
    return False


def _same(typed: str, word: str) -> bool:
    if typed == word:
        return True
    if typed == "suicide":
        return False
    if typed[:1] != word[:1] or abs(len(typed) - len(word)) > 2:
        return False
    if len(word) < _SHORTEST_MISSPELT:
        return len(word) > 2 and sorted(typed) == sorted(word)
    allowed = 1 if len(word) < 8 else 2
    return OSA.distance(typed, word, score_cutoff=allowed) <= allowed
