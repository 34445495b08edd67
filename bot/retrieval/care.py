"""Noticing that a person may be in danger or distress, from how people say so."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.retrieval.care_matching import patterns_for
from bot.retrieval.terms import QUESTION_WORDS, spelled_out
from bot.texts.model import Essay
from bot.translation import gettext as _
from bot.translation import later

# Translators: name the help lines of the countries where the language is spoken
MESSAGE = later(
    "That sounds really hard, and I am only a program that quotes an essay. You deserve a person "
    "to talk to. If you or someone near you may be in danger, please call your local emergency "
    "number now (112, 911 or 999 in many places). In the US and Canada you can call or text 988, "
    "in the UK and Ireland call 116 123, and findahelpline.com lists free, confidential help in "
    "most countries, by phone or chat."
)
"""What a person in distress reads where the text's file has no message of its own."""

_SPEAKER = frozenset("i im ive id ill me my mine myself meself we us our imma ima".split())
_CLOSE = frozenset(
    """
    friend friends bestie mate buddy bff brother bro sister sis cousin roommate flatmate housemate gf bf girlfriend
    boyfriend partner wife husband mum mom mother dad father son daughter kid child uncle aunt nephew niece
    classmate coworker colleague neighbour neighbor student teammate grandma grandpa grandmother grandfather
    stepson stepdaughter fiance fiancee crush ex stranger someone somebody guy girl boy person member
    """.split()
)
"""Whom a person may fear for; with a word such as "my" before it."""

_HERE = frozenset("my our a this some that another her his the one of".split())
_AS_IF_SAID = {
    "wants": "want", "says": "say", "keeps": "keep", "feels": "feel", "thinks": "think", "hates": "hate",
    "doesnt": "dont", "hasnt": "havent", "isnt": "am not", "needs": "need", "takes": "take", "cuts": "cut",
    "has": "have", "is": "am", "hurts": "hurt", "harms": "harm", "talks": "talk", "wishes": "wish",
    "himself": "myself", "herself": "myself", "themself": "myself", "themselves": "myself",
    "his": "my", "her": "my", "their": "my", "hes": "im", "shes": "im", "theyre": "im",
    "he": "i", "she": "i", "they": "i", "hed": "id", "shed": "id", "theyd": "id",
    "hell": "ill", "shell": "ill", "theyll": "ill", "him": "me", "them": "me",
}  # fmt: skip
"""What is said of a friend, as if the friend said it."""

_PAST_OF_OTHERS = frozenset("killed hanged shot drowned overdosed jumped died".split())
_STUDIED = frozenset(
    """
    clients patients people persons students survivors victims research study studies rate rates
    statistics statistic prevention training author authors essay text paragraph clinician clinicians
    therapist therapists counsellor counsellors counselor counselors adolescents teenagers youth
    assessment scale theory syndrome disorder
    """.split()
)
"""Words with which a sentence without its speaker is about others."""

_KEY_WORDS = (
    "suicidal suicide myself himself herself killing overdose overdosed overdosing cutting alive "
    "anymore worthless hopeless pills swallowed unalive goodbye hurting burden jumping disappear "
    "existing tonight suicidio selbstmord strangled molested choked wrists disappeared suicidar suicida suicidas "
    "suicidarse suicidarme suicider suicides suicidaire suicidaires jumped living without"
).split()
"""Words that a misspelt one is read as; none is one edit from a common word."""

_SPELT_WELL = frozenset(
    "homeless helpless hunting pulls polls exiting listing outing olive giving loving leaving joking "
    "thinking filling calling pulling lining liking lying hurling himalayas swallow jumper jumpers burned "
    "livid dying likings licking burdens burdened polls pill hoping suicides within".split()
)
_SHORT = {
    "2": "to", "4": "for", "u": "you", "r": "are", "wnat": "want", "wnt": "want", "tis": "this", "dei": "die",
    "cnt": "cant", "idk": "i dont know", "idc": "i dont care", "iwtd": "i want to die", "rly": "really",
    "thinkin": "thinking", "feelin": "feeling", "cuttin": "cutting", "livin": "living", "dyin": "dying",
    "tryna": "trying to", "abt": "about", "bout": "about", "wana": "wanna", "wna": "wanna", "dnt": "dont",
    "every1": "everyone", "no1": "nobody", "wuld": "would", "h8": "hate", "b": "be", "n": "and", "gon": "gonna",
    "ndone": "and done", "kil": "kill", "dieing": "dying", "wan": "wanna", "cud": "could", "alr": "already",
    "boutta": "about to", "finna": "going to", "hav": "have", "pil": "pill", "sh": "self harm",
    "needa": "need to", "rn": "right now",
}  # fmt: skip
_NOT_SPELT_OUT = frozenset(("gonna", "da", "wo", "dis"))
"""Short forms that the patterns have as they are, or that are words of another language."""

_ON_A_WORK = re.compile(
    r"\b(?:writ\w+|wrote|read\w*|stud\w+|research\w*|watch\w*|present\w*) (?:\w+ ){0,2}"
    r"(?:essay|paper|report|article|thesis|dissertation|book|novel|story|poem|song|documentary|film|presentation)"
    r" (?:about|on|where|in|of)\b(?!.*\b(?:i|im|ive|ill|me|my|myself)\b)"
)
"""A work about others who suffer, of which the speaker says nothing more of themselves."""

_LONGEST = 4000
_SENTENCE_ENDS = re.compile(r"[?!;\n…]+|\.(?!\w)")
_CLAUSE_ENDS = re.compile(r"[,:()]+|\s[-–—]+\s|—|\s(?:but|because|cuz)\s")
_APOSTROPHES = re.compile("['’ʼ`´]")
_ELISION = re.compile("\\b([cdjlmnst]|qu)['’](?!(?:s|t|m|d|re|ve|ll)\\b)")  # French: j'ai, qu'il
_DIGITS = str.maketrans("0134", "oiea")
_AUXILIARIES = frozenset("is are was were do does did can could will would should has have".split())


def in_distress(text: str) -> bool:
    """Whether these words sound as if a person were in danger or distress.

    Each sentence is looked at by itself.
    """
    return any(_is_distress(sentence) for sentence in _SENTENCE_ENDS.split(text[:_LONGEST]))


def care_message(essay: Essay) -> str:
    """The message to show, the text's own if its file has one."""
    return essay.care or _(MESSAGE)


def _is_distress(sentence: str) -> bool:
    """Whether the sentence, or one of its clauses, sounds like distress."""
    whole = _said(sentence)
    if not whole:
        return False
    words = frozenset(whole)
    asks = whole[0] in QUESTION_WORDS or whole[0] in _AUXILIARIES
    spoken = not _SPEAKER.isdisjoint(words) or not (asks or not _STUDIED.isdisjoint(words))
    spoken = spoken and _ON_A_WORK.search(" ".join(whole)) is None
    if _sounds_so(sentence, whole, words, spoken=spoken):
        return True
    if not _of_somebody_near(whole) or not _PAST_OF_OTHERS.isdisjoint(words):
        return False
    return _sounds_so(sentence, _as_if_said(whole), words, spoken=True, of_another=True)


def _sounds_so(
    sentence: str,
    whole: list[str],
    words: frozenset[str],
    *,
    spoken: bool,
    of_another: bool = False,
) -> bool:
    patterns = patterns_for(frozenset(whole), unless=words, spoken=spoken)
    if not patterns:
        return False
    clauses = [_said(clause) for clause in _CLAUSE_ENDS.split(sentence)]
    if of_another:
        clauses = list(map(_as_if_said, clauses))
    said = [" ".join(clause) for clause in (whole, *clauses) if len(clause) > 1 or clause == whole]
    return any(pattern.search(clause) for pattern in patterns for clause in said)


def _as_if_said(said: Sequence[str]) -> list[str]:
    return " ".join([_AS_IF_SAID.get(word, word) for word in said]).split()


def _of_somebody_near(said: Sequence[str]) -> bool:
    if said[0] in ("he", "she", "hes", "shes", "they", "theyre", "someone", "somebody"):
        return True
    near = (word in _CLOSE and at and said[at - 1] in _HERE for at, word in enumerate(said))
    spoken = not {"my", "our", "i", "me"}.isdisjoint(said) or said[0] in ("a", "this", "some")
    return spoken and any(near)


def _said(sentence: str) -> list[str]:
    """The words of a sentence as the patterns expect them."""
    apart = _ELISION.sub(r"\1 ", sentence.lower())
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", apart).replace("ß", "ss"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_word(word) for word in re.findall(r"\w+", plain)).split()


@lru_cache(maxsize=1 << 12)
def _word(typed: str) -> str:
    """The word behind phone spelling, digits for letters ("k1ll") and small misspellings."""
    if typed in _SHORT:
        return _SHORT[typed]
    kept = typed in _NOT_SPELT_OUT or len(typed) == 1
    word = typed if kept else spelled_out(typed).replace("'", "")
    if not word.isdigit() and not word.isalpha():
        word = word.translate(_DIGITS)
    if len(word) < 5 or word in _KEY_WORDS or word in _SPELT_WELL:
        return word
    allowed = 1 if len(word) < 8 else 2
    near = process.extractOne(word, _KEY_WORDS, scorer=OSA.distance, score_cutoff=allowed)
    return near[0] if near and near[0][0] == word[0] and near[0] not in word else word
