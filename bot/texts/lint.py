"""Checks a knowledge file for faults, and for what could be better."""

import re
from collections.abc import Iterator, Sequence

from bot.texts.fault import Fault, KnowledgeError
from bot.texts.model import Essay, Paragraph
from bot.texts.oddities import oddities
from bot.texts.parsing import read_essay
from bot.texts.source import read_tree
from bot.texts.yaml_tree import Entries, line_of
from bot.wording import quoted

_APOSTROPHES = re.compile("['’‘ʼ]")
_WORD = re.compile(r"\w+")
_MOST_GAPS = 12  # of one kind that are listed one by one
_ARTICLES = frozenset({"a", "an", "the"})


def lint(path: str) -> list[Fault]:
    """The faults of the knowledge file at `path` in the order of its lines, hints among them.

    The faults that keep the file from loading come from its reading itself; this adds hints alone:
    what would be quoted oddly, doubles, words that lead nowhere, gaps.
    """
    faults: list[Fault] = []
    try:
        tree = read_tree(path)
    except KnowledgeError as error:
        return [error.fault]
    essay = read_essay(tree, path, faults.append)
    if essay is not None and all(fault.hint for fault in faults):
        faults.extend(_Linter(essay, tree, path).faults())
    return sorted(faults, key=lambda fault: fault.line or 0)


class _Linter:
    """Looks at one essay that its reading found no fault with, so that numbers match places."""

    def __init__(self, essay: Essay, tree: Entries, path: str) -> None:
        self._essay = essay
        self._tree = tree
        self._path = path

    def faults(self) -> Iterator[Fault]:
        yield from self._odd_quotations()
        yield from self._double_paragraphs()
        yield from self._double_questions()
        yield from self._unreachable_words()
        yield from self._gaps()

    def _odd_quotations(self) -> Iterator[Fault]:
        for paragraph in self._essay.paragraphs:
            for what, fix in oddities(paragraph):
                what = f"paragraph {paragraph.number} {what}"
                yield self._hint(what, fix, "paragraphs", paragraph.number - 1)

    def _double_paragraphs(self) -> Iterator[Fault]:
        first: dict[str, int] = {}
        for paragraph in self._essay.paragraphs:
            number = first.setdefault(_normal(paragraph.text), paragraph.number)
            if number != paragraph.number:
                what = f"paragraph {paragraph.number} says the same as paragraph {number}"
                yield self._hint(what, "remove one of the two", "paragraphs", paragraph.number - 1)

    def _double_questions(self) -> Iterator[Fault]:
        first: dict[str, tuple[int, int, int]] = {}
        for place, question, line in self._questions():
            other = first.setdefault(_normal(question), (*place, line))
            if other[2] == line:
                continue
            if other[:2] == place:
                what = f"{quoted(question)} stands here again after line {other[2]}"
                yield Fault(self._path, line, what, "remove one of the two", hint=True)
            else:
                where = f"sentence {other[1]} of paragraph {other[0]} (line {other[2]})"
                what = f"{quoted(question)} is listed under {where} as well"
                fix = "keep it where the better answer stands"
                yield Fault(self._path, line, what, fix, hint=True)

    def _questions(self) -> Iterator[tuple[tuple[int, int], str, int]]:
        """Each question with the (paragraph, sentence) it asks for and its line."""
        for paragraph in self._essay.paragraphs:
            at = ("paragraphs", paragraph.number - 1, "asked")
            for entry, (sentence, questions) in enumerate(paragraph.asked.items()):
                for index, question in enumerate(questions):
                    line = line_of(self._tree, *at, entry, "questions", index)
                    yield (paragraph.number, sentence), question, line

    def _unreachable_words(self) -> Iterator[Fault]:
        from Stemmer import Stemmer

        stem = Stemmer("english").stemWord
        text = " ".join(paragraph.text for paragraph in self._essay.paragraphs)
        known = {stem(word) for word in _normal(text).split()}
        for word, targets in self._essay.words.items():
            if not targets:
                yield self._hint(f"{quoted(word)} leads to no word", "name one", "words", word)
            for index, target in enumerate(targets):
                if not all(stem(part) in known for part in _normal(target).split()):
                    what = (
                        f"{quoted(target)}, where {quoted(word)} leads, does not occur in the text"
                    )
                    fix = "name a word of the text"
                    yield self._hint(what, fix, "words", word, index)

    def _gaps(self) -> Iterator[Fault]:
        paragraphs = self._essay.paragraphs
        for name in ("topics", "reflections"):
            without = [one for one in paragraphs if not getattr(one, name)]
            if self._too_many(without):
                yield self._hint_of_all(without, f"no {name}", f"add “{name}:” where it matters")
                continue
            for paragraph in without:
                what = f"paragraph {paragraph.number} has no {name}"
                yield self._hint(what, f"add “{name}:”", "paragraphs", paragraph.number - 1)
        unasked = [one for one in paragraphs if any(not s.questions for s in one.sentences)]
        if self._too_many(unasked):
            fix = "add questions under “asked:” where it matters"
            yield self._hint_of_all(unasked, "sentences that nobody asks for", fix)
            return
        for paragraph in unasked:
            silent = [str(s.number) for s in paragraph.sentences if not s.questions]
            which = f"sentence{'s' if len(silent) > 1 else ''} {', '.join(silent)}"
            what = f"nobody asks for {which} of paragraph {paragraph.number}"
            fix = "add questions under “asked:”"
            yield self._hint(what, fix, "paragraphs", paragraph.number - 1)

    def _too_many(self, paragraphs: Sequence[Paragraph]) -> bool:
        """Whether a hint for each of them would help nobody."""
        return len(paragraphs) > max(_MOST_GAPS, 0.5 * len(self._essay.paragraphs))

    def _hint_of_all(self, paragraphs: Sequence[Paragraph], gap: str, fix: str) -> Fault:
        count = f"{len(paragraphs):,} of {len(self._essay.paragraphs):,} paragraphs"
        return self._hint(f"{count} have {gap}", fix, "paragraphs")

    def _hint(self, what: str, fix: str, *at: str | int) -> Fault:
        return Fault(self._path, line_of(self._tree, *at), what, fix, hint=True)


def _normal(text: str) -> str:
    """The text as its words alone, without case, apostrophes and articles."""
    words = _WORD.findall(_APOSTROPHES.sub("", text.casefold()))
    return " ".join(word for word in words if word not in _ARTICLES)
