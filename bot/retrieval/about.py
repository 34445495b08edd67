"""Questions about the text itself, answered from what its file says of it."""

import re
from typing import NamedTuple

from bot.retrieval.about_questions import fact_asked
from bot.retrieval.about_words import Fact
from bot.retrieval.question import plain
from bot.retrieval.terms import is_english, words
from bot.retrieval.wording import without_chatter
from bot.texts.model import Essay
from bot.translation import gettext as _
from bot.translation import later, ngettext
from bot.wording import day_named, listed

_LANGUAGES = {
    "en": later("English"), "es": later("Spanish"), "de": later("German"), "fr": later("French"), "pt": later("Portuguese"),
    "it": later("Italian"), "la": later("Latin"), "nl": later("Dutch"), "ru": later("Russian"), "zh": later("Chinese"), "hi": later("Hindi"),
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
    title, author = essay.title, essay.author
    if fact is Fact.AUTHOR:
        return author and _("“{title}” is by {author}.", title=title, author=author)
    if fact is Fact.TITLE:
        return _("The title is “{title}”.", title=title)
    if fact is Fact.PUBLISHED:
        return _dated(essay)
    if fact is Fact.UPDATED:
        return _updated(essay)
    if fact is Fact.LENGTH:
        return _length(essay)
    if fact is Fact.SOURCE:
        return essay.source and _("Source: {source}.", source=essay.source.rstrip("."))
    if fact is Fact.QUOTED:
        return _("It quotes {names}.", names=listed(essay.quoted)) if essay.quoted else None
    if fact is Fact.LICENCE:
        return essay.licence
    if fact is Fact.LANGUAGE:
        return _language(essay)
    if fact is Fact.IDENTITY:
        return _identity(essay)
    if fact is Fact.PERSON:
        return author and _(
            "What I have of “{title}” says of its author only the name: {author}.",
            title=title,
            author=author,
        )
    if fact is Fact.SUBJECT:
        return _topics(essay)
    return None


def _topics(essay: Essay) -> str | None:
    topics = dict.fromkeys(topic for p in essay.paragraphs for topic in p.topics[:2])
    if not topics:
        return None
    return _(
        "“{title}” speaks of {topics}. That is a list of its topics and no summary: I only quote.",
        title=essay.title,
        topics=listed(list(topics)[:8]),
    )


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
    return _("In {style} style: {citation}", style=_STYLES[style], citation=cited)


_STYLES = {
    "apa": "APA",
    "mla": "MLA",
    "chicago": "Chicago",
    "harvard": "Harvard",
    "bibtex": "BibTeX",
}


def _not_given(essay: Essay, fact: Fact) -> str:
    """That the text's file does not give a fact that was clearly asked for."""
    if fact is Fact.OTHER_WORKS and essay.author:
        return _(
            "What I have of “{title}” does not say what else {author} wrote.",
            title=essay.title,
            author=essay.author,
        )
    return _(_NOT_GIVEN.get(fact, _NOT_SAID), title=essay.title)


_NOT_SAID = later("What I have of “{title}” does not say that.")
_NOT_GIVEN = {
    Fact.AUTHOR: later("What I have of “{title}” does not say who wrote it."),
    Fact.PERSON: later("What I have of “{title}” does not say anything about its author."),
    Fact.OTHER_WORKS: later("What I have of “{title}” does not say what else its author wrote."),
    Fact.PUBLISHED: later("What I have of “{title}” does not say when it was published."),
    Fact.UPDATED: later("What I have of “{title}” does not say when it was last changed."),
    Fact.SOURCE: later("What I have of “{title}” does not say where it is from."),
    Fact.LICENCE: later("What I have of “{title}” does not say under which licence it stands."),
    Fact.QUOTED: later("What I have of “{title}” does not say whom it quotes."),
    Fact.LANGUAGE: later("What I have of “{title}” does not say which language it is in."),
    Fact.SUBJECT: later(
        "What I have of “{title}” does not say what its topics are, and I write no summaries: I only "
        "quote."
    ),
}


def _language(essay: Essay) -> str | None:
    code = (essay.language or "").split("-")[0]
    text = " ".join(paragraph.text for paragraph in essay.paragraphs[:5])
    known = _LANGUAGES.get(code) or (_LANGUAGES["en"] if not code and is_english(text) else None)
    return known and _(
        "“{title}” is in {language} here; I know of no other version.",
        title=essay.title,
        language=_(known),
    )


def _identity(essay: Essay) -> str:
    title, author = essay.title, essay.author
    day = day_named(essay.published) if essay.published else ""
    if author and day:
        return _(
            "I answer from “{title}” by {author}, published on {day}, and in its own words alone.",
            title=title,
            author=author,
            day=day,
        )
    if author:
        return _(
            "I answer from “{title}” by {author}, and in its own words alone.",
            title=title,
            author=author,
        )
    if day:
        return _(
            "I answer from “{title}”, published on {day}, and in its own words alone.",
            title=title,
            day=day,
        )
    return _("I answer from “{title}”, and in its own words alone.", title=title)


def _dated(essay: Essay) -> str | None:
    if essay.published is None:
        return None
    said = {"title": essay.title, "day": day_named(essay.published)}
    if essay.updated is None:
        return _("“{title}” was published on {day}.", **said)
    return _(
        "“{title}” was published on {day} and updated on {updated}.",
        **said,
        updated=day_named(essay.updated),
    )


def _updated(essay: Essay) -> str | None:
    if essay.updated is None:
        return _dated(essay)
    updated = day_named(essay.updated)
    if essay.published is None:
        return _("Yes: it was last updated on {updated}.", updated=updated)
    return _(
        "Yes: it was last updated on {updated}; it was first published on {day}.",
        updated=updated,
        day=day_named(essay.published),
    )


def _length(essay: Essay) -> str:
    sentences = sum(len(paragraph.sentences) for paragraph in essay.paragraphs)
    words = sum(len(paragraph.text.split()) for paragraph in essay.paragraphs)
    minutes = essay.minutes or max(1, round(words / 230))
    return _(
        "It takes about {minutes} to read: {paragraphs}, {sentences}, {words}.",
        minutes=ngettext("{count} minute", "{count} minutes", minutes),
        paragraphs=ngettext("{count} paragraph", "{count} paragraphs", len(essay.paragraphs)),
        sentences=ngettext("{count} sentence", "{count} sentences", sentences),
        words=ngettext("{count} word", "{count} words", words),
    )
