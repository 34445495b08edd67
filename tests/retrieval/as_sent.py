"""Ways in which the same question is sent: chatter, politeness, haste, other letters."""

import random
import re
import unicodedata
from collections.abc import Callable

CHATTER_BEFORE = (
    "hey, ",
    "hi all, sorry to bother you, ",
    "ok so i was wondering, ",
    "Hello bot! ",
    "um so like ",
    "just finished reading this on the bus and i have a question: ",
    "my tutor asked us this in class today and nobody knew. ",
)
CHATTER_BEHIND = (
    " lol",
    " thanks!",
    " thx in advance",
    " anyone know?",
    " just curious",
    " asking for a friend",
    " sorry if that was asked before",
)
POLITE = (
    "could you please tell me ",
    "can you tell me, ",
    "I would like to know ",
    "do you know ",
    "please explain: ",
    "may i ask ",
    "i wonder ",
)
SMALL_TYPOS = {
    "the": "teh", "what": "waht", "does": "deos", "when": "whne", "where": "wehre", "they": "tehy",
    "with": "wiht", "that": "taht", "have": "ahve", "their": "thier", "about": "abuot", "why": "whyy",
    "how": "hwo", "which": "wich", "who": "whho", "and": "adn", "from": "form", "this": "tihs",
    "because": "becuase", "should": "shoud", "would": "wuold", "people": "poeple", "author": "auhtor",
}  # fmt: skip

Change = Callable[[str, random.Random], str]


def _lowered(question: str) -> str:
    return question[:1].lower() + question[1:]


def chatter_before(question: str, chance: random.Random) -> str:
    return chance.choice(CHATTER_BEFORE) + question


def chatter_behind(question: str, chance: random.Random) -> str:
    return question + chance.choice(CHATTER_BEHIND)


def politely(question: str, chance: random.Random) -> str:
    return chance.choice(POLITE) + _lowered(question)


def small_typo(question: str, chance: random.Random) -> str:
    words = question.split(" ")
    places = [at for at, word in enumerate(words) if word.lower() in SMALL_TYPOS]
    if places:
        at = chance.choice(places)
        words[at] = SMALL_TYPOS[words[at].lower()]
    return " ".join(words)


def no_mark(question: str, chance: random.Random) -> str:
    return question.rstrip("?!. ")


def many_marks(question: str, chance: random.Random) -> str:
    return question.rstrip("?!. ") + "???!"


def capitals(question: str, chance: random.Random) -> str:
    return question.upper()


def small_letters(question: str, chance: random.Random) -> str:
    return question.lower()


def emoji(question: str, chance: random.Random) -> str:
    return f"🤔 {question} 🙏😅"


def custom_emoji(question: str, chance: random.Random) -> str:
    return f"<@123456789012345678> {question} <:think:123456789012345678>"


def joined(question: str, chance: random.Random) -> str:
    """A space left out between two words of which one is small."""
    words = question.split(" ")
    places = [at for at in range(len(words) - 1) if 1 < len(words[at]) < 5 and words[at].isalpha()]
    if not places:
        return question
    at = chance.choice(places)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def split(question: str, chance: random.Random) -> str:
    """A long word in two."""
    words = question.split(" ")
    places = [at for at, word in enumerate(words) if len(word) > 7 and word.isalpha()]
    if not places:
        return question
    at = chance.choice(places)
    cut = chance.randint(3, len(words[at]) - 3)
    return " ".join([*words[:at], words[at][:cut], words[at][cut:], *words[at + 1 :]])


def decomposed(question: str, chance: random.Random) -> str:
    return unicodedata.normalize("NFD", question)


def smart_quotes(question: str, chance: random.Random) -> str:
    curly = re.sub(r"\"([^\"]*)\"", r"“\1”", question)
    return curly.replace("'", "’")


def quoted(question: str, chance: random.Random) -> str:
    return f"“{question}”"


def on_two_lines(question: str, chance: random.Random) -> str:
    return f"hey everyone\n{question}\n"


def wide_spaces(question: str, chance: random.Random) -> str:
    return f"  {question.replace(' ', '  ')} "


CHANGES: dict[str, Change] = {
    change.__name__: change
    for change in (
        chatter_before, chatter_behind, politely, small_typo, no_mark, many_marks, capitals,
        small_letters, emoji, custom_emoji, joined, split, decomposed, smart_quotes, quoted,
        on_two_lines, wide_spaces,
    )
}  # fmt: skip
