"""The words of a text, and which of them a typed word may stand for."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from bot.retrieval.known_words import known_words
from bot.retrieval.terms import carries_meaning, fold, stem, words

SHORTEST_FUZZY = 4
"""Letters from which on a word may be misspelt; shorter ones match to the letter."""

LEAST_LIKENESS = 0.7
"""The least likeness (1 minus edits a letter) of a word that may have been meant."""

SHORTEST_KIN = 4
"""Letters that two stems of one family share at least (therap-ist, therap-eutic)."""

RELATED = 0.7
"""The weight of a word that the text's curator wrote beside the typed one."""

WORD_OF_ITS_OWN = 0.5
"""How far a word that exists counts as a misspelling of another ("moon" of "mood")."""

MISSPELT = "like it"
"""How a word is near to one that it may be a misspelling of."""

MOST_NEAR = 6
_CACHE = 1 << 12


class Near(NamedTuple):
    """A term that a word may have meant; `weight` is 1 for the word itself, else in 0..1."""

    term: int
    weight: float
    how: str


class Vocabulary:
    """The terms of a text (stems, numbered from 0) and the words they were seen as."""

    def __init__(self) -> None:
        self.stems: list[str] = []
        self._words: list[str] = []
        self._term_of_stem: dict[str, int] = {}
        self._term_of_word: dict[str, int] = {}
        self._near: dict[str, tuple[Near, ...]] = {}
        self._blocks: dict[tuple[str, int], list[str]] | None = None
        self._second: dict[tuple[str, int], list[str]] = {}
        self._sorted: list[str] = []
        self._related: dict[str, list[int]] = {}
        self._phrases: dict[tuple[str, str], list[tuple[list[str], list[int]]]] = {}

    def __len__(self) -> int:
        return len(self.stems)

    def add(self, word: str) -> int:
        """The number of the word's term, new if the vocabulary lacked it."""
        term = self._term_of_word.get(word)
        if term is None:
            root = stem(word)
            term = self._term_of_stem.setdefault(root, len(self.stems))
            if term == len(self.stems):
                self.stems.append(root)
                self._words.append(word)
            self._term_of_word[word] = term
            self._blocks = None
            self._near.clear()
        return term

    def word_of(self, term: int) -> str:
        """A word of the text behind a term, the first that it was seen as."""
        return self._words[term]

    def exact(self, word: str) -> int | None:
        """The number of the word's term, None if the text lacks it."""
        term = self._term_of_word.get(word)
        return self._term_of_stem.get(stem(word)) if term is None else term

    def relate(self, phrase: str, targets: Iterable[str]) -> None:
        """Let a word or phrase that people use stand for words of the text."""
        said = words(phrase)
        for word in said:
            self.add(word)
        stood_for = [word for target in targets for word in words(target)]
        terms = [self.add(word) for word in stood_for if carries_meaning(word)]
        key = [stem(word) for word in said]
        if len(key) == 1:
            self._related.setdefault(key[0], []).extend(terms)
        elif key:
            self._phrases.setdefault((key[0], key[1]), []).append((key, terms))
        self._near.clear()

    def phrases_in(self, said: Sequence[str]) -> Iterator[tuple[int, int, tuple[Near, ...]]]:
        """The related phrases of several words: (where, how many words, what they stand for)."""
        stems = list(map(stem, said))
        for at, beginning in enumerate(pairwise(stems)):
            for key, terms in self._phrases.get(beginning, ()):
                if stems[at : at + len(key)] == key:
                    yield at, len(key), tuple(Near(t, RELATED, "curated word") for t in terms)

    def related_in(self, said: Sequence[str]) -> Iterator[int]:
        """The terms that the words and phrases said stand for."""
        for word in said:
            yield from self._related.get(stem(word), ())
        for _, _, nears in self.phrases_in(said):
            yield from (near.term for near in nears)

    def near(self, word: str) -> tuple[Near, ...]:
        """The terms that the word may have meant, likeliest first, the word itself before all.

        A word of the text brings its family (same beginning) along, with less weight; another
        word also brings the words of the text that it may be a misspelling of.
        """
        found = self._near.get(word)
        if found is None:
            if len(self._near) >= _CACHE:
                self._near.clear()
            found = self._near[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> tuple[Near, ...]:
        if self._blocks is None:
            self._arrange()
        best: dict[int, Near] = {}
        term = self.exact(word)
        if term is not None:
            best[term] = Near(term, 1.0, "same word")
        if len(word) >= SHORTEST_FUZZY and not word[0].isdigit():
            candidates = list(self._family(stem(word)))
            if term is None:
                candidates += self._misspellings(fold(word))
            for near in candidates:
                if near.term not in best or best[near.term].weight < near.weight:
                    best[near.term] = near
        ranked = sorted(best.values(), key=lambda near: (-near.weight, self.stems[near.term]))
        kept = ranked[:MOST_NEAR]
        known = {near.term for near in kept}
        for near in ranked[:MOST_NEAR]:
            for term in self._related.get(self.stems[near.term], ()):
                if term not in known:
                    known.add(term)
                    kept.append(Near(term, RELATED * near.weight, "curated word"))
        return tuple(sorted(kept, key=lambda near: -near.weight))

    def _arrange(self) -> None:
        self._blocks = {}
        self._second = {}
        for word in self._term_of_word:
            if len(word) >= SHORTEST_FUZZY - 1 and not word[0].isdigit():
                self._blocks.setdefault((word[0], len(word)), []).append(word)
                self._second.setdefault((word[1], len(word)), []).append(word)
        self._sorted = sorted(self.stems)
        self._near.clear()

    def _family(self, root: str) -> Iterable[Near]:
        beginning = root[: max(SHORTEST_KIN, len(root) - 4)]
        if len(beginning) < SHORTEST_KIN:
            return
        at = bisect_left(self._sorted, beginning)
        while at < len(self._sorted) and self._sorted[at].startswith(beginning):
            other = self._sorted[at]
            shared = Prefix.similarity(root, other) / max(len(root), len(other))
            if other != root and shared >= 0.5:
                yield Near(self._term_of_stem[other], 0.5 * shared, "same family")
            at += 1

    def _misspellings(self, word: str) -> Iterable[Near]:
        found = list(self._alike(word, self._blocks or {}, word[0]))
        if not found and len(word) > SHORTEST_FUZZY:
            for letter in dict.fromkeys(word[:2]):
                found += self._alike(word, self._second, letter)
        if found and word in known_words():
            return [near._replace(weight=near.weight * WORD_OF_ITS_OWN) for near in found]
        return found

    def _alike(
        self, word: str, blocks: dict[tuple[str, int], list[str]], letter: str
    ) -> Iterable[Near]:
        reach = 1 if len(word) < 6 else 2
        for length in range(len(word) - reach, len(word) + reach + 1):
            block = blocks.get((letter, length))
            if block:
                for other, likeness, _ in process.extract(
                    word,
                    block,
                    scorer=OSA.normalized_similarity,
                    score_cutoff=LEAST_LIKENESS,
                    limit=MOST_NEAR,
                ):
                    yield Near(
                        self._term_of_word[other], 1.0 - (2.0 * (1.0 - likeness)) ** 2, MISSPELT
                    )
