"""Questions about the text itself, answered from what its file says of it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.retrieval.about_questions import fact_asked
from bot.retrieval.about_words import Fact
from bot.retrieval.question import plain
from bot.retrieval.terms import is_english, words
from bot.retrieval.wording import without_chatter
from bot.texts.model import Essay
from bot.wording import counted, day_named, listed

_LANGUAGES = {
    "en": "English", "es": "Spanish", "de": "German", "fr": "French", "pt": "Portuguese",
    "it": "Italian", "la": "Latin", "nl": "Dutch", "ru": "Russian", "zh": "Chinese", "hi": "Hindi",
}  # fmt: skip

MAY_STAND_IN_THE_TEXT = frozenset((Fact.PERSON, Fact.OTHER_WORKS, Fact.NOT_GIVEN))
"""Facts that no file gives: a sentence of the text that clearly answers comes before them."""


class Stated(NamedTuple):
    """A fact about a text, in a sentence."""

    fact: Fact
    text: str


def fact_stated(question: str, essay: Essay) -> Stated | None:
    """What the essay's file says to a question about the text itself; None for other questions.

    The author may be called by name, and the text by its title. Where the file does not give what
    was clearly asked for, it says so.
    """
    told, named = without_chatter(plain(question)), False
    for name in _names(essay.author):
        told, times = re.subn(rf"\b{re.escape(name)}\b", "author", told, flags=re.IGNORECASE)
        named = named or times > 0
    fact = fact_asked(told)
    if fact is None and len(essay.title) > 2:
        titled = re.sub(
            rf"[“\"‘']?\b{re.escape(essay.title)}\b[”\"’']?", "essay", told, flags=re.IGNORECASE
        )
        fact = fact_asked(titled, strictly=True) if titled != told else None
        # "What is attunement about" asks what the word means.
        fact = None if fact in (Fact.SUBJECT, Fact.IDENTITY) else fact
    if fact is None:
        return None
    if fact is Fact.AUTHOR and named and not _WRITES.search(question):
        fact = Fact.PERSON
    if fact is Fact.CITATION:
        return Stated(fact, citation(essay, question))
    return Stated(fact, state(essay, fact) or _not_given(essay, fact))


_WRITES = re.compile(r"wr[io]t|author|pen|compos|essay|text|article", re.IGNORECASE)


def _names(author: str | None) -> list[str]:
    """How people call the author: in full, and by the last name."""
    if not author:
        return []
    last = author.split()[-1]
    return [author, author.replace(". ", " "), *([last] if len(last) > 3 else [])]


def state(essay: Essay, fact: Fact) -> str | None:
    """The fact in a sentence, None if the essay's file does not say it."""
    if fact is Fact.AUTHOR:
        return essay.author and f"“{essay.title}” is by {essay.author}."
    if fact is Fact.TITLE:
        return f"The title is “{essay.title}”."
    if fact is Fact.PUBLISHED:
        return _dated(essay)
    if fact is Fact.UPDATED:
        return _updated(essay)
    if fact is Fact.LENGTH:
        return _length(essay)
    if fact is Fact.SOURCE:
        return essay.source and f"Source: {essay.source.rstrip('.')}."
    if fact is Fact.QUOTED:
        return _sentence("It quotes ", essay.quoted)
    if fact is Fact.LICENCE:
        return essay.licence
    if fact is Fact.LANGUAGE:
        return _language(essay)
    if fact is Fact.IDENTITY:
        return _identity(essay)
    if fact is Fact.PERSON:
        return essay.author and (
            f"What I have of “{essay.title}” says of its author only the name: {essay.author}."
        )
    if fact is Fact.SUBJECT:
        topics = dict.fromkeys(topic for p in essay.paragraphs for topic in p.topics[:2])
        listed = _sentence(f"“{essay.title}” speaks of ", list(topics)[:8])
        return listed and f"{listed} That is a list of its topics and no summary: I only quote."
    return None


def citation(essay: Essay, asked: str) -> str:
    """How the text is cited, in the style that `asked` names: APA, MLA, Chicago, Harvard or BibTeX.

    Without one, in APA style. What the text's file does not give is left out.
    """
    style = next((name for name in _STYLES if name in words(asked)), "apa")
    author, title, day = essay.author or "", essay.title, essay.published
    names = author.rsplit(" ", 1)
    turned = f"{names[1]}, {names[0]}" if len(names) == 2 else author
    if style == "bibtex":
        key = re.sub(r"\W", "", (names[-1] or title).lower()) + (str(day.year) if day else "")
        fields = [("author", author), ("title", title), ("year", str(day.year) if day else "")]
        return f"@misc{{{key}, " + ", ".join(f"{n} = {{{v}}}" for n, v in fields if v) + "}"
    if style == "mla":
        parts = [turned, f"“{title}.”", f"{day.day} {day:%b} {day.year}" if day else ""]
    elif style == "chicago":
        parts = [turned, f"“{title}.”", f"{day:%B} {day.day}, {day.year}" if day else ""]
    elif style == "harvard":
        parts = [f"{turned} ({day.year})" if day else turned, f"‘{title}’"]
    else:
        when = f"({day.year}, {day:%B} {day.day})" if day else "(n.d.)"
        parts = [f"{turned} {when}".strip(), title]
    cited = " ".join(part if part.endswith((".", ".”")) else f"{part}." for part in parts if part)
    return f"In {_STYLES[style]} style: {cited}"


_STYLES = {
    "apa": "APA",
    "mla": "MLA",
    "chicago": "Chicago",
    "harvard": "Harvard",
    "bibtex": "BibTeX",
}


def _not_given(essay: Essay, fact: Fact) -> str:
    """That the text's file does not give a fact that was clearly asked for."""
    missing = {
        Fact.AUTHOR: "who wrote it",
        Fact.PERSON: "anything about its author",
        Fact.OTHER_WORKS: f"what else {essay.author or 'its author'} wrote",
        Fact.PUBLISHED: "when it was published",
        Fact.UPDATED: "when it was last changed",
        Fact.SOURCE: "where it is from",
        Fact.LICENCE: "under which licence it stands",
        Fact.QUOTED: "whom it quotes",
        Fact.LANGUAGE: "which language it is in",
        Fact.SUBJECT: "what its topics are, and I write no summaries: I only quote",
    }.get(fact, "that")
    return f"What I have of “{essay.title}” does not say {missing}."


def _language(essay: Essay) -> str | None:
    code = (essay.language or "").split("-")[0]
    text = " ".join(paragraph.text for paragraph in essay.paragraphs[:5])
    known = _LANGUAGES.get(code) or ("English" if not code and is_english(text) else None)
    return known and f"“{essay.title}” is in {known} here; I know of no other version."


def _identity(essay: Essay) -> str:
    by = f" by {essay.author}" if essay.author else ""
    day = f", published on {day_named(essay.published)}" if essay.published else ""
    return f"I answer from “{essay.title}”{by}{day}, and in its own words alone."


def _dated(essay: Essay) -> str | None:
    if essay.published is None:
        return None
    updated = f" and updated on {day_named(essay.updated)}" if essay.updated else ""
    return f"“{essay.title}” was published on {day_named(essay.published)}{updated}."


def _updated(essay: Essay) -> str | None:
    if essay.updated is None:
        return _dated(essay)
    first = f"; it was first published on {day_named(essay.published)}" if essay.published else ""
    return f"Yes: it was last updated on {day_named(essay.updated)}{first}."


def _length(essay: Essay) -> str:
    sentences = sum(len(paragraph.sentences) for paragraph in essay.paragraphs)
    words = sum(len(paragraph.text.split()) for paragraph in essay.paragraphs)
    minutes = essay.minutes or max(1, round(words / 230))
    return (
        f"It takes about {counted(minutes, 'minute')} to read: "
        f"{counted(len(essay.paragraphs), 'paragraph')}, {counted(sentences, 'sentence')}, "
        f"{counted(words, 'word')}."
    )


def _sentence(beginning: str, items: Iterable[str]) -> str | None:
    found = [*items]
    return f"{beginning}{listed(found)}." if found else None
