"""The author's very words: a run of a text's words, found whatever its case and punctuation."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bot.retrieval.terms import carries_meaning, fold, words

SHORTEST_RUN = 3
"""Words from which on a run counts by itself; of fewer, one must carry meaning."""

_SAYS = (
    r"(?:say|says|said|saying|read|reads|contain|contains|mention|mentions|have|has|use|uses|go|goes"
    r"|start|starts|begin|begins|end|ends|write|writes|wrote)"
)
_THE_TEXT = (
    r"(?:the|this|that|your)? ?(?:essay|text|article|book|author|writer|it|he|she|they|one|piece)"
)
_TALK = re.compile(
    r"^(?:(?:hey|hi|so|ok|um|please|pls|can you|could you|do you know|tell me|show me|remind me|i think)[, ]+)*"
    r"(?:"
    rf"(?:which|what|where is the|where's the|find(?: me)?(?: the)?|give me the|quote the|the)? ?"
    rf"(?:sentence|line|part|passage|paragraph|bit|quote|place)s? (?:(?:of|in|from) {_THE_TEXT} )?"
    rf"(?:where |in which |that |which )?(?:{_THE_TEXT} )?(?:{_SAYS}|about|with|is|goes like)(?: with| something like| like| about)?"
    rf"|where (?:does|did|do) {_THE_TEXT} {_SAYS}"
    rf"|(?:does|did) {_THE_TEXT} (?:really |actually )?(?:say|mention|contain|use the words?|use the phrase)"
    r"|(?:finish|complete|continue|end) (?:the|this|that|my)? ?(?:line|sentence|quote|phrase|quotation)"
    r"|(?:what|which words?) (?:comes?|goes?|follows?) (?:after|next after|behind)"
    r"|how does (?:the|this|that) (?:line|sentence|quote) (?:go|continue|end)"
    r"|who (?:said|says)"
    r"|what(?:'s| is| does| did)? (?:it |the author |he |she |they )?(?:mean|means|meant) (?:by|with)"
    r"|explain|quote|search(?: for)?|find"
    r")[\s:,]*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]{3,400})[”\"»“]")


class RunIndex:
    """The words of a text's sentences in one row, to find runs of them in."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._starts: list[int] = []
        parts: list[str] = []
        length = 1
        for sentence in sentences:
            self._starts.append(length)
            row = " ".join(_row(sentence)) + " "
            parts.append(row)
            length += len(row)
        self._words = " " + "".join(parts)

    def find(self, question: str) -> tuple[int, ...]:
        """The sentences (from 0) that hold the run of words that `question` is or quotes.

        Quoted words count before all others, and talk about the run ("which sentence says") is
        set aside. Empty if there is no such run.
        """
        for run in _runs(question):
            if found := self._holding(run):
                return found
        return ()

    def _holding(self, run: Sequence[str]) -> tuple[int, ...]:
        if not run or (len(run) < SHORTEST_RUN and not any(map(carries_meaning, run))):
            return ()
        wanted = f" {' '.join(run)} "
        found: dict[int, None] = {}
        at = self._words.find(wanted)
        while at >= 0:
            found[bisect_right(self._starts, at + 1) - 1] = None
            at = self._words.find(wanted, at + 1)
        return tuple(found)


def _runs(question: str) -> Iterator[list[str]]:
    for quoted in _QUOTED.findall(question):
        yield _row(quoted)
    yield _row(question)
    bare = _TALK.sub("", question.strip(), count=1)
    if bare != question.strip():
        yield _row(re.sub(r"[\s.?!…]*$", "", bare))


def _row(text: str) -> list[str]:
    return [fold(word) for word in words(text)]
