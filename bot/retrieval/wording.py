"""A message as it was meant: without the chatter around it, small words and spaces put right."""

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.retrieval.known_words import known_words
from bot.retrieval.question import plain
from bot.retrieval.terms import (
    CONVERSATION,
    FUNCTION_WORDS,
    QUESTION_WORDS,
    carries_meaning,
    is_short_form,
    words,
)
from bot.retrieval.vocabulary import Vocabulary

_YOU = r"(?:you|u|ya|anyone|anybody|someone|somebody|any\sof\syou|you\sguys|y'?all)"
_TELL = r"(?:tell|explain(?:\sto)?|show|remind|let)\s(?:me|us)(?:\sknow)?(?:\splease)?"
_BEFORE = re.compile(
    rf"""(?:
      (?:hi|hey+|hello|hiya|yo|howdy|greetings|hola|sup|good\s(?:morning|afternoon|evening|day))
        (?:\s(?:all|everyone|everybody|there|bot|guys|folks|attune|team|again|you|people|friends))*
    | (?:ok|okay|k|so|um+|uh+|erm|well|like|right|anyway|anyways|alright|oh|hm+|lol|haha|basically|honestly)
    | (?:sorry|apologies|excuse\sme|pardon)(?:\s(?:to\sbother(?:\s(?:you|everyone))?|for\s(?:bothering|asking|the)[^,.?!:]{{0,30}}
        |if\s(?:this|that|it)[^,.?!:]{{0,40}}|guys|all|everyone|in\sadvance|bot))?
    | (?:a\s|one\s|just\sa\s)?(?:quick|random|stupid|silly|dumb|simple|serious)\s(?:one|question|thing)(?:\sfor\syou)?
    | question(?:\sfor\s(?:you|everyone|the\sbot))?(?=\s*[:,-])
    | i(?:['’]?(?:ve|\shave)(?:\sgot)?)\sa\s(?:quick\s)?question
    | (?:i(?:\swas|['’]?m|\sam)?\s)?(?:just\s)?(?:wonder(?:ing)?|curious)(?:\sabout)?(?!\s(?:of|at)\b)
    | i(?:['’]?d|\swould|\swould\sreally)\s(?:really\s)?(?:like|love)\sto\s(?:know|ask|hear|find\sout)
    | i\s(?:just\s)?(?:want(?:ed)?|need)\sto\s(?:know|ask)
    | (?:can|could|would|will)\s{_YOU}\s(?:please\s|pls\s|kindly\s|perhaps\s)?{_TELL}
    | (?:please\s|pls\s|plz\s|kindly\s){_TELL}
    | {_TELL}(?=\s*[,:]|\s(?:what|who|when|where|why|how|which|whether|if)\b)
    | (?:do|does|did)\s{_YOU}\s(?:happen\sto\s)?know(?=\s*[,:]|\s(?:what|who|when|where|why|how|which|whether|if)\b)
    | (?:may|might|can|could)\si\s(?:just\s|please\s)?ask(?:\s(?:you|a\squestion))?
    | please\s(?:explain|answer)(?=\s*:)
    | please|pls|plz|kindly
    | out\sof\s(?:curiosity|interest)
    )(?=[\s,.:;!…—–-]|$)[\s,.:;!…—–-]*""",
    re.IGNORECASE | re.VERBOSE,
)
_BEHIND = re.compile(
    rf"""(?<=[\s?!.,;…—–-])(?:
      lol|lmao|rofl|haha+|hehe|xd|thanks(?:\s(?:a\slot|so\smuch|all|everyone|in\sadvance|bot))?|thank\syou(?:\s(?:so\smuch|all|in\sadvance))?
    | (?:thx|tysm|ty|tnx|tia|cheers)(?:\sin\sadvance)?|please|pls|plz|tho|though|tbh|ngl|btw|imo|idk|fr
    | (?:does\s)?any(?:one|body)(?:\s(?:knows?|got\san\sidea|here))?|any\s(?:ideas?|thoughts|clue)|help\spls
    | (?:i['’]?m\s|i\sam\s)?just\s(?:curious|wondering|asking)|asking\sfor\sa\sfriend
    | sorry(?:\s(?:if|for)\s[^?!]{{0,45}})?|if\s{_YOU}\s(?:know|can|don['’]?t\smind|could)
    | if\sthat\smakes\ssense|or\s(?:something|smth|sth|whatever)|bro|dude|man|mate|bot|guys|everyone
    )[\s?!.,;…)]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HYPHENED = re.compile(r"\b([^\W\d_]+)-([^\W\d_]+)\b")
_DENIALS = ("un", "in", "non")
_PREFIXES = ("e", "by", "co", "pre", "anti", "self", "multi", *_DENIALS)
_SMALL = FUNCTION_WORDS | QUESTION_WORDS
_SMALL_WORDS = sorted(word for word in _SMALL if "'" not in word and len(word) > 2)
_SHORTEST_ONE_OFF = 5
"""Letters from which on a small word may have a wrong, missing or further one."""
_LONGEST = 40
_MOST_PEELED = 6


def as_meant(message: str, vocabulary: Vocabulary) -> str:
    """The message without chatter, mentions and links, its small words and spaces put right.

    `vocabulary` has the words of the text, which stay as they are.
    """
    return respelt(without_chatter(plain(message)), vocabulary)


def without_chatter(message: str) -> str:
    """The message without greetings, politeness and asides around it; all of it if nothing is left."""
    left = message.strip()
    for pattern, keeps in ((_BEFORE, "end"), (_BEHIND, "start")):
        for _ in range(_MOST_PEELED):
            found = pattern.match(left) if keeps == "end" else pattern.search(left)
            if found is None:
                break
            rest = left[found.end() :] if keeps == "end" else left[: found.start()]
            if not _says_something(rest):
                break
            left = rest.strip()
    return left


def _says_something(text: str) -> bool:
    said = words(text)
    telling = (word for word in said if word not in CONVERSATION)
    return any(map(carries_meaning, telling)) or (len(said) > 2 and said[0] in QUESTION_WORDS)


def respelt(message: str, vocabulary: Vocabulary) -> str:
    """The message with small words put right, and words joined or apart as the text has them."""
    joined = _HYPHENED.sub(lambda found: _unhyphened(found, vocabulary), message)
    return _TOKEN.sub(lambda found: _respelt(found[0], vocabulary), joined)


def _unhyphened(found: re.Match[str], vocabulary: Vocabulary) -> str:
    """ "e-mail" as "email" where the text has it so."""
    head, tail = found[1], found[2]
    has_it = vocabulary.exact((head + tail).lower()) is not None
    return head + tail if has_it and vocabulary.exact(tail.lower()) is None else found[0]


def _respelt(word: str, vocabulary: Vocabulary) -> str:
    low = word.lower()
    if not 3 <= len(low) <= _LONGEST or not low.isascii() or vocabulary.exact(low) is not None:
        return word
    if low in _SMALL or is_short_form(low):
        return word
    if (apart := _without_prefix(low, vocabulary)) is not None:
        return apart
    if low in known_words():
        return word
    if (small := _small_word(low)) is not None:
        return small
    for cut in range(1, len(low)):
        head, tail = low[:cut], low[cut:]
        if _is_joined(head, tail, vocabulary):
            return f"{head} {tail}"
    return word


def _without_prefix(word: str, vocabulary: Vocabulary) -> str | None:
    """ "bylaws" as "by laws" where the text has "by-laws"; "unattuned" as "not attuned"."""
    for prefix in _PREFIXES:
        tail = word.removeprefix(prefix)
        if tail != word and len(tail) > 3 and vocabulary.exact(tail) is not None:
            if prefix in _DENIALS:
                return f"not {tail}" if len(tail) > 4 else None
            return f"{prefix} {tail}" if vocabulary.exact(prefix) is not None else None
    return None


def _is_joined(head: str, tail: str, vocabulary: Vocabulary) -> bool:
    """Whether these are a small word and a word of the text or a small one, in either order."""
    if len(head) > 1 and len(tail) > 1 and head in _SMALL and tail in _SMALL:
        return True
    return (head in _SMALL and _may_be_meant(tail, vocabulary)) or (
        tail in _SMALL and _may_be_meant(head, vocabulary)
    )


def _may_be_meant(word: str, vocabulary: Vocabulary) -> bool:
    return len(word) > 3 and (vocabulary.exact(word) is not None or word in known_words())


@lru_cache(maxsize=1 << 12)
def _small_word(word: str) -> str | None:
    """The small word that this is a slip of: two letters changed round, one doubled, one off."""
    undoubled = re.sub(r"(.)\1+", r"\1", word)
    if undoubled in _SMALL:
        return undoubled
    turned = [small for small in _SMALL_WORDS if _is_turned(word, small)]
    if turned:
        return turned[0]
    if len(word) < _SHORTEST_ONE_OFF:
        return None
    near = process.extractOne(word, _SMALL_WORDS, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near and near[0][0] == word[0] and len(near[0]) > 3 else None


def _is_turned(word: str, small: str) -> bool:
    return (
        len(word) == len(small)
        and OSA.distance(word, small, score_cutoff=1) == 1
        and sorted(word) == sorted(small)
    )
