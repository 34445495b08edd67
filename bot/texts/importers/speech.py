"""Who says what: plays, interviews, transcripts, and questions with answers."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.texts.importers.blocks import Block

_NAMED = re.compile(
    r"(?P<name>[^\W\d_][\w.'’\-]*(?: [^\W_][\w.'’\-]*){0,3})(?:\s*[(\[][^()\[\]]{1,40}[)\]])?"
    r"\s*:\s+(?P<words>\S.*)",
    re.DOTALL,
)
_NO_NAMES = frozenset(
    "note notes warning tip tips example examples important caution hint info update edit ps "
    "source sources answer question summary nota achtung hinweis remarque".split()
)
_QUESTIONS = frozenset({"q", "question", "f", "frage", "p", "pregunta", "pergunta", "domanda", "d"})
_ANSWERS = frozenset(
    {"a", "answer", "antwort", "r", "respuesta", "resposta", "risposta", "réponse"}
)
_DIRECTION = re.compile(
    r"(?:enter|re-?enter|exit|exeunt|curtain|aside)\b.{0,200}|[\[(].*[\])]",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED = re.compile(r"\s*\[[^\[\]]{1,120}\]")
_SOUND = re.compile(
    r"\s*[\[(](?:laughter|laughs|laughing|applause|music|inaudible|crosstalk|pause|silence|sighs|"
    r"cheering|cheers|aside|risas|aplausos|rires|applaudissements|lachen|gelächter|beifall|applaus|"
    r"\d{1,2}:\d{2}(?::\d{2})?)[^\[\]()]{0,30}[\])]",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?")
_TIME = re.compile(r"^\W*\d{1,2}:\d{2}(?::\d{2})?\W*\s*(?=\S)")
_LEAST_TURNS = 4
_LEAST_SHARE = 0.2  # of the paragraphs
_LEAST_DIRECTIONS = 3


def with_speakers(blocks: list[Block], left_out: Counter[str]) -> list[Block]:
    """The blocks, each turn of a conversation with its speaker, without stage directions."""
    blocks = _joined_over_sounds([_without_sounds(one, left_out) for one in blocks])
    names = _speakers(blocks)
    turns: list[Block] = []
    speaker: str | None = None
    for block in blocks:
        if block.kind == "heading":
            speaker = None
        found = _NAMED.match(block.text) if block.kind in ("prose", "verse") else None
        name = _name(found) if found else None
        if found and name in names:
            assert name is not None
            if names >= {"q", "a"} or names <= (_QUESTIONS | _ANSWERS):
                turns.append(_question_or_answer(block, name, found["words"]))
                continue
            speaker = found["name"]
            block = block._replace(kind="speech", speaker=speaker, text=found["words"])
        elif speaker and block.kind in ("prose", "verse") and not _is_direction(block):
            block = block._replace(kind="speech", speaker=speaker)
        turns.append(block)
    if any(block.kind == "speech" for block in turns):
        return _without_directions(turns, left_out)
    return turns


def speakers_of(lines: Sequence[str]) -> frozenset[str]:
    """The names that lines begin with again and again; none if that is rare."""
    counts = Counter(name for line in lines if (name := speaker_of(line)))
    again = {name: count for name, count in counts.items() if count > 1}
    enough = len(again) > 1 and sum(again.values()) >= _LEAST_TURNS
    return frozenset(again) if enough else frozenset()


def speaker_of(line: str) -> str | None:
    """The name, to compare, that a line begins with before a colon."""
    found = _NAMED.match(line.strip().replace("*", ""))
    return _name(found) if found else None


def _question_or_answer(block: Block, name: str, words: str) -> Block:
    if name in _QUESTIONS:
        return block._replace(kind="heading", level=6, text=" ".join(words.split()))
    return block._replace(text=words)


def _joined_over_sounds(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without empty ones, a sentence put together that one of those parted."""
    joined: list[Block] = []
    parted = False
    for block in blocks:
        before = joined[-1] if joined else None
        if parted and before and before.kind == block.kind == "prose" and block.text[:1].islower():
            joined[-1] = before._replace(text=f"{before.text} {block.text}")
        elif block.text or block.level:
            joined.append(block)
        parted = not block.text and not block.level
    return joined


def _without_sounds(block: Block, left_out: Counter[str]) -> Block:
    if block.kind in ("code", "table", "heading"):
        return block
    text, count = _SOUND.subn("", block.text)
    if _TIME_ALONE.fullmatch(text):
        text, count = "", 1
    left_out["direction"] += count
    return block._replace(text=text.strip()) if count else block


def _name(found: re.Match[str]) -> str | None:
    """The speaker's name, to compare; None if the words before the colon are no name."""
    name = found["name"]
    if name.casefold() in _NO_NAMES or not all(word[0].isupper() for word in name.split()):
        return None
    return name.casefold()


def _speakers(blocks: Sequence[Block]) -> frozenset[str]:
    """Who speaks in these blocks; nobody if they are no conversation."""
    counts: Counter[str] = Counter()
    paragraphs = 0
    for block in blocks:
        if block.kind in ("prose", "verse"):
            paragraphs += 1
            found = _NAMED.match(block.text)
            if found and (name := _name(found)):
                counts[name] += 1
    again = {name: count for name, count in counts.items() if count > 1}
    turns = sum(again.values())
    if len(again) < 2 or turns < max(_LEAST_TURNS, _LEAST_SHARE * paragraphs):
        return frozenset()
    if turns < 0.6 * sum(counts.values()):
        return frozenset()
    return frozenset(counts)


def _is_direction(block: Block) -> bool:
    return bool(_DIRECTION.fullmatch(block.text))


def _without_directions(blocks: list[Block], left_out: Counter[str]) -> list[Block]:
    kept: list[Block] = []
    for block in blocks:
        if block.kind != "heading" and _is_direction(block):
            left_out["direction"] += 1
            continue
        if block.kind == "speech":
            text, count = _BRACKETED.subn("", _TIME.sub("", block.text))
            left_out["direction"] += count
            block = block._replace(text=text.strip())
        if block.text:
            kept.append(block)
    return kept
