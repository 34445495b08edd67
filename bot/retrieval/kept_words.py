"""What may be kept of a question: its plain words, and nothing that tells who asked or about whom."""

import re
import unicodedata
from functools import lru_cache

from bot.retrieval.care import in_distress
from bot.retrieval.known_words import known_words
from bot.retrieval.meaning import word_vectors
from bot.retrieval.terms import (
    CONVERSATION,
    FUNCTION_WORDS,
    QUESTION_WORDS,
    carries_meaning,
    is_english,
    spelled_out,
    stem,
    words,
)
from bot.texts.model import Essay

MOST_WORDS = 24
"""Words up to which a message is taken for a question: a longer one tells somebody's story."""

LEAST_MEANING = 2
"""Words that say something, without which a question is not worth keeping."""

_LEAST_LEFT = 0.5
"""The share of the words that say something that has to be left."""

_NAME_LIKE = 0.2
"""The mean cosine to the nearest three names from which on a word is taken for a name."""

_NAMES = (
    "john mary alice david sarah maria peter michael emma ahmed carlos anna james robert linda "
    "susan kevin laura mohammed ivan smith johnson garcia mueller priya raj chen wang wei lee kim yuki "
    "tanaka ali fatima nguyen olga brown jones tom henry oliver chris jose"
).split()
_NAMED = frozenset(
    """
    will mark grace rose hope joy frank bill jack taylor jordan april june may august summer dawn
    faith ruby pearl iris lily violet daisy ivy hazel amber crystal rusty drew chase hunter mason
    carter cooper parker wade reed dean grant pat sue bob rob nick sky angel destiny art gene ray
    """.split()
)
"""Words that are names as well; they stay where the text has them, in small letters."""

_NUMBERS = frozenset(
    """
    zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    """.split()
)
"""Numbers in letters, of which a telephone number can be made."""

_KIN = frozenset(
    """
    mother father mom mum dad parent parents brother sister husband wife son daughter uncle aunt friend doctor
    teacher author writer man woman men women boy girl king queen family child people couple
    """.split()
)
"""Words near to names in meaning that are none."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_PUNCTUATION = "\"“”„«»()[]{}<>*~|`.,;:!?…¿¡-–—'‘’"
_SMALL = FUNCTION_WORDS | QUESTION_WORDS

# A wide net: it is no loss that a question of these words is not kept.
_HEAVY = frozenset(
    map(
        stem,
        """
        die died dying dead death suicide suicidal kill killed murder hurt harm cut cutting bleed overdose pill pills
        poison drown hang hanged noose jump bridge gun knife blade razor weapon shoot stab strangle choke rape raped molest
        assault abuse abused abusive beat beaten hit violence violent threaten stalk blackmail unsafe danger emergency
        hopeless worthless useless burden numb empty despair desperate misery miserable crisis helpless trapped
        disappear vanish unalive anymore goodbye farewell funeral grave
        starve vomit purge anorexia bulimia relapse addict addicted drunk drugs panic trauma traumatised ptsd
        depressed depression lonely hate hated scared terrified afraid crying cry sobbing pregnant miscarriage
        cancer tumour diagnosis hospital medication antidepressant sertraline insulin end ended ending alive
        """.split(),
    )
)
_SPEAKER = frozenset("i i'm i've i'd i'll im ive id my me myself mine we us our".split())
_WEIGHING = frozenset(
    map(
        stem,
        """
        alone tired exhausted sad sadness broken pain painful suffer lost give quit leave stop bear cope sleep
        nobody nothing never pointless point reason live living life exist existing help wrong fault sorry shame ashamed
        guilty divorce divorced broke evicted homeless sick ill fired bullied
        """.split(),
    )
)


def reduced(question: str, essay: Essay) -> str | None:
    """The words of a question that may be kept, in small letters; None if it may not be kept.

    Without mentions, links, addresses, handles, numbers, names, and words that neither English nor
    the text has. None for what is near to distress, for a long story, and if little is left.
    """
    return None if _is_heavy(question) else plain_words(question, essay)


def plain_words(question: str, essay: Essay) -> str | None:
    """As `reduced`, also of what must not be kept: to compare with what was."""
    told = unicodedata.normalize("NFKC", question).replace("’", "'")
    pieces = told.split()
    if not 0 < len(pieces) <= MOST_WORDS:
        return None
    own = essay.small_words
    kept: list[str] = []
    said = 0
    for piece in filter(_is_plain, pieces):
        for part in re.split(r"[-–—/,;:!?…]+", piece):
            word = part.strip(_PUNCTUATION)
            said += bool(word) and carries_meaning(spelled_out(word.lower()))
            if _may_stay(word, own):
                kept.append(word.lower())
    meant = {word for word in kept if carries_meaning(word) and word not in CONVERSATION}
    telling = sum(map(carries_meaning, kept))
    if len(meant) < LEAST_MEANING or telling < _LEAST_LEFT * said:
        return None
    return " ".join(kept)


def _is_plain(piece: str) -> bool:
    """Whether a piece between spaces is words, and no link, address, mention, handle or number."""
    return not re.search(r"[@#<>_\\=~|\d]|://|www\.|\w\.\w", piece)


def _may_stay(word: str, own: frozenset[str]) -> bool:
    low = word.lower()
    if _WORD.fullmatch(low) is None or low in _NUMBERS:
        return False
    if low in _SMALL or (low in CONVERSATION and low in known_words()):
        return True
    if word != low:  # a name, unless the text has the word as no name
        return low in own
    return low in own or (
        low in known_words() and low not in _NAMED and (low in _KIN or not _is_name(low))
    )


@lru_cache(maxsize=1 << 12)
def _is_name(word: str) -> bool:
    meaning = word_vectors()
    cosines = meaning.questions([word])[0] @ meaning.questions(_NAMES).T
    nearest = sorted(cosines.tolist(), reverse=True)[:3]
    return bool(sum(nearest) / 3 >= _NAME_LIKE)


def _is_heavy(question: str) -> bool:
    """Whether these words are distress or anywhere near it."""
    if in_distress(question) or not is_english(question):
        return True  # the net knows no other language
    said = [spelled_out(word) for word in words(question)]
    stems = set(map(stem, said))
    if not _HEAVY.isdisjoint(stems):
        return True
    return not _SPEAKER.isdisjoint(said) and not _WEIGHING.isdisjoint(stems)
