"""Text to terms: words, their stems, and which words carry no meaning of their own."""

import re
import unicodedata
from functools import lru_cache

import Stemmer

from bot.retrieval.irregular import BASE_FORMS

WORD = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])|[^\W_]+(?:'[^\W_]+)*")
"""A number, or a word with its apostrophes."""

_WRITTEN_WITHOUT_SPACES = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\u3040-\ud7af]+"
"""One character of a script without spaces between words, or a run of other characters."""

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those such same
    i me my mine myself we us our ours ourselves you your yours yourself yourselves
    he him his himself she her hers herself it its itself they them their theirs themselves
    one ones someone somebody anyone anybody everyone everybody something anything everything
    and or but nor so yet if then than because as while though although unless until till since
    of at by for with without from to into onto in on off out up down over under about around
    upon within per via between among during before after above below through against toward
    towards
    be am is are was were been being isn't aren't wasn't weren't
    do does did done doing don't doesn't didn't
    have has had having haven't hasn't hadn't
    can could can't cannot couldn't will would won't wouldn't shall should shouldn't
    may might must ought
    not no nor none neither either both each every any all some few many much more most less least
    other others another
    also too very just only even still again ever never always often already quite rather really
    actually basically literally simply perhaps maybe
    here there now
    i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'd they're they've
    that's there's here's let's
    """.split()
)
"""Words that hold a sentence together; no question is about them."""

QUESTION_WORDS = frozenset(
    """
    what which who whom whose when where why how
    what's who's where's when's why's how's
    """.split()
)
"""Words that say what kind of answer is wanted; they are cues, not terms."""

CONVERSATION = frozenset(
    """
    please thanks thank sorry hello hi hey lol ok okay tbh imo btw
    tell say says said explain describe give show share ask asked asking question questions answer
    know want wanna like got get gets know think thing things stuff kind sort
    essay text article author writer book passage paragraph essay's author's writer's
    blogger blogger's essayist piece post bit line sentence
    according mean means meaning meant talk talks talking
    honestly anyway yeah yes yep nope um uh hmm
    """.split()
)
"""Words around a question that are seldom what it is about; they count, but little."""

LEAST_SMALL_WORDS = 0.25
"""The share of such words from which on a text is taken for English."""

_SPELLED_SHORT = {
    "wat": "what", "wut": "what", "wot": "what", "wen": "when", "hwo": "how", "wich": "which", "wats": "what's", "whats": "what's",
    "whos": "who's", "wheres": "where's", "whens": "when's", "whys": "why's", "hows": "how's",
    "y": "why", "u": "you", "ur": "your", "r": "are", "n": "and",
    "b4": "before", "gr8": "great", "l8r": "later", "2day": "today", "2gether": "together",
    "abt": "about", "bout": "about", "ppl": "people", "peeps": "people", "sum1": "someone",
    "some1": "someone", "any1": "anyone", "every1": "everyone", "w": "with", "wo": "without",
    "bc": "because", "cuz": "because", "coz": "because", "cos": "because", "hw": "homework",
    "shud": "should", "shld": "should", "cud": "could", "wud": "would", "hav": "have",
    "dat": "that", "dis": "this", "da": "the", "teh": "the", "thier": "their", "dey": "they",
    "pls": "please", "plz": "please", "thx": "thanks", "ty": "thanks", "gimme": "give",
    "lemme": "let", "dunno": "know", "kinda": "kind", "gonna": "going", "gotta": "got",
    "tho": "though", "thru": "through", "rly": "really", "bf": "boyfriend",
    "gf": "girlfriend", "bff": "friend", "bffs": "friends", "frend": "friend",
    "im": "i'm", "ive": "i've", "youre": "you're", "theyre": "they're",
    "thats": "that's", "theres": "there's", "dont": "don't", "dnt": "don't", "doesnt": "doesn't",
    "didnt": "didn't", "cant": "can't", "wont": "won't", "isnt": "isn't", "arent": "aren't",
    "wasnt": "wasn't", "couldnt": "couldn't", "shouldnt": "shouldn't", "wouldnt": "wouldn't",
    "havent": "haven't", "hasnt": "hasn't", "aint": "isn't",
}  # fmt: skip
"""How people shorten words on a phone -> the words; read in questions only."""

_stemmer = Stemmer.Stemmer("english", 0)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The Snowball (English) stem of a word as `words` gives it, irregular forms brought home."""
    word = fold(word)
    return str(_stemmer.stemWord(BASE_FORMS.get(word, word)))


def fold(word: str) -> str:
    """The word without accents, possessive ending or thousands separators."""
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(c for c in decomposed if not unicodedata.combining(c)) or word
    if "'" in word:
        word = word.removesuffix("'s").replace("'", "")
    return word.replace(",", "") if word[:1].isdigit() else word


def words(text: str) -> list[str]:
    """The words of a text in order, in lower case, apostrophes straight."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    found: list[str] = WORD.findall(text.lower().replace("’", "'"))
    if max(text, default="") < "\u3040":
        return found
    return [part for word in found for part in re.findall(_WRITTEN_WITHOUT_SPACES, word)]


def carries_meaning(word: str) -> bool:
    """Whether a word of a text is worth finding."""
    return word not in FUNCTION_WORDS and word not in QUESTION_WORDS


def spelled_out(word: str) -> str:
    """The word behind a phone's short form of it ("b4": "before"), else the word itself."""
    return _SPELLED_SHORT.get(word, word)


def is_short_form(word: str) -> bool:
    """Whether a word is one that people shorten others to on a phone."""
    return word in _SPELLED_SHORT


def is_english(text: str) -> bool:
    """Whether enough of the words are those that hold English sentences together."""
    said = words(text)
    small = [word for word in said if not carries_meaning(spelled_out(word))]
    return len(small) >= LEAST_SMALL_WORDS * len(said)
