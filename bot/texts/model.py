"""An essay and its parts, as all other modules use them.

They are named tuples and not dataclasses, whose import would double what a question at the prompt
waits for.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from bot.texts.places import Places
from bot.texts.quotable import Run, standing_alone
from bot.texts.sentences import sentence_spans

LONGEST_KEY = 24
"""Characters of a text's key, at most."""


class Sentence(NamedTuple):
    """One sentence, to the letter.

    `paragraph` and `number` count from 1 (`number` within its paragraph); `start` and `end` are
    its offsets in the paragraph's text; `questions` are the ways people ask for it.
    """

    paragraph: int
    number: int
    text: str
    start: int
    end: int
    questions: tuple[str, ...] = ()


KINDS = ("prose", "verse", "list", "code", "table", "speech")
"""What a paragraph can be."""


class _Paragraph(NamedTuple):
    number: int
    text: str
    topics: tuple[str, ...] = ()
    reflections: tuple[str, ...] = ()
    asked: Mapping[int, tuple[str, ...]] = MappingProxyType({})
    unanswered: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    kind: str = "prose"
    label: str | None = None
    speaker: str | None = None
    language: str | None = None


class Paragraph(_Paragraph):
    """One paragraph, to the letter, with its place and with what its curator wrote beside it.

    `number` counts from 1; `asked` maps a sentence's number to the questions that it answers, and
    `unanswered` are questions near it that it does not answer. `heading` are the headings that it
    stands below, outermost first; `kind` is one of KINDS; `label` is its number where the text
    numbers itself ("V.1", "31:36", "rule 7"); `speaker` says it; `language` is the text's.
    """

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the paragraph, in order."""
        return tuple(
            Sentence(
                self.number, number, self.text[start:end], start, end, self.asked.get(number, ())
            )
            for number, (start, end) in enumerate(sentence_spans(self.text, self.language), 1)
        )


class _Essay(NamedTuple):
    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    author: str | None = None
    published: date | None = None
    updated: date | None = None
    minutes: int | None = None
    source: str | None = None
    licence: str | None = None
    colour: str | None = None
    care: str | None = None
    quoted: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    unanswered: tuple[str, ...] = ()
    language: str | None = None


class Essay(_Essay):
    """A text that a community reads, with all that its file says of it.

    `id` is stable across edits of the text (the name of its file); `words` maps a word that
    people use to words of the text; `care` replaces the default message for someone in distress;
    `unanswered` are questions near the text that it does not answer, those of its paragraphs
    included; `colour` is "#rrggbb"; `minutes` is the reading time as the file states it;
    `language` is a code such as "en" or "es".
    """

    @cached_property
    def places(self) -> Places:
        """Where its paragraphs stand."""
        return Places(self.paragraphs, self.title)

    @cached_property
    def standing_alone(self) -> tuple[Run, ...] | None:
        """The sentences that can be quoted alone; None where all may be."""
        return standing_alone(self)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that the text and its curator write in small letters somewhere: no names."""
        texts = [*self.words, *self.unanswered]
        for paragraph in self.paragraphs:
            texts += [paragraph.text, *paragraph.topics]
            texts += [question for some in paragraph.asked.values() for question in some]
        words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", "\n".join(texts))
        return frozenset(word.replace("’", "'") for word in words if word == word.lower())

    def citation(self, number: int) -> str | None:
        """The title and the place of paragraph `number` (from 1), as in "Meditations V.1".

        None if nothing but the paragraph's number says where it stands.
        """
        place = self.places.place(number)
        if place is None:
            return None
        behind_comma = place[0].isalpha() and " " in place
        return f"{self.title}{',' if behind_comma else ''} {place}"

    @property
    def key(self) -> str:
        """The id as custom ids carry it: at most 24 characters, without a colon."""
        if len(self.id) <= LONGEST_KEY and ":" not in self.id:
            return self.id
        return f"~{digest(self.id, 9)}"

    def sentence(self, paragraph: int, number: int) -> Sentence:
        """The sentence `number` of `paragraph`, both from 1. Raises LookupError if absent."""
        if paragraph < 1 or number < 1:
            raise LookupError(f"no sentence {number} in paragraph {paragraph}")
        return self.paragraphs[paragraph - 1].sentences[number - 1]


def digest(text: str, size: int) -> str:
    """A short digest of `text`, of `size` bytes in base 64 that fits file names and custom ids."""
    from base64 import urlsafe_b64encode
    from hashlib import blake2s

    data = text.encode("utf-8", "surrogatepass")
    return urlsafe_b64encode(blake2s(data, digest_size=size).digest()).decode()
