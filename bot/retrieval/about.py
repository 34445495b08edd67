"""Questions about the text itself, answered from what its file says of it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.retrieval.question import plain
from bot.retrieval.terms import FUNCTION_WORDS, spelled_out, words
from bot.texts.model import Essay


class Fact(StrEnum):
    """What a question about the text can ask for."""

    AUTHOR = "author"
    TITLE = "title"
    UPDATED = "updated"
    PUBLISHED = "published"
    LENGTH = "length"
    SOURCE = "source"
    QUOTED = "quoted"
    LICENCE = "licence"
    SUBJECT = "subject"
    CITATION = "citation"


def _combinations(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in text.split("|"))


_ASKED: Mapping[Fact, tuple[frozenset[str], ...]] = {
    Fact.CITATION: _combinations(
        "how cite this|how cite it|how cite essay|how cite text|how cite article|how reference this"
        "|how quote this|how quote it|cite this|cite it|cite essay|citation essay|citation text"
        "|apa|mla|chicago|harvard|bibtex|citation style|citation format|apa citation|mla citation"
    ),
    Fact.UPDATED: _combinations(
        "updated|update|edited|revised|revision|modified|amended|been changed|been altered"
        "|text changed|essay changed|text change|essay change|article changed|any changes"
        "|latest version|newest version|newer version|last version|rewritten"
    ),
    Fact.QUOTED: _combinations(
        "cite sources|cites sources|any sources|who quoted|who quote|who cited|who cite|references|reference|sources|bibliography"
        "|quotes anyone|quote anyone|quotes who|cites who|who cites|who quotes|quote somebody"
        "|quote anybody|cite anyone|cite anybody|quoted people|quote who|mention who"
    ),
    Fact.SOURCE: _combinations(
        "source|journal|magazine|which website|where from|link|url|original|website|where find|where read|where published"
        "|where posted|where's from|where come|citation|cite|where's original|where get"
    ),
    Fact.PUBLISHED: _combinations(
        "published|publish|publication|posted|post date|released|release date|when written"
        "|when wrote|when write|how old|date|when out|what year|which year|year|how recent"
        "|when come out|when came out|when go up|when uploaded|how long ago|age"
    ),
    Fact.AUTHOR: _combinations(
        "who wrote|who written|who author|who writer|author|writer|authors|who penned|who made"
        "|who behind|author's name|author name|authors name|writers name|writer's name|writer name|who by|wrote|written by"
        "|whose|who created|byline|who's author|who's writer|who composed|authored"
    ),
    Fact.TITLE: _combinations(
        "title|this called|it called|essay called|text called|article called|piece called"
        "|what name|headline|titled|essay's name|name essay|name text|name article|name piece"
        "|heading|entitled"
    ),
    Fact.LENGTH: _combinations(
        "how long|length|long read|quick read|short read|how many words|how many paragraphs"
        "|how many sentences|how many pages|how many minutes|how much time read|reading time"
        "|word count|how short|how big|minutes read|minute read|is long|is short|how time take read"
        "|time read|lengthy|how quickly read|how fast read"
    ),
    Fact.LICENCE: _combinations(
        "licence|license|copyright|licensed|copyrighted|who owns|owns|rights|allowed share"
        "|allowed copy|can print|can copy|can share|can reproduce|permission reuse"
    ),
    Fact.SUBJECT: _combinations(
        "what this about|what it about|what essay about|what text about|what article about"
        "|what's this about|what's it about|what's essay about|what's text about|what piece about"
        "|topic|topics|subject|theme|themes|summary|summarise|summarize|tldr"
        "|gist|main idea|main point|overview"
    ),
}
"""For each fact, the words that ask for it together; earlier facts are the more particular."""

_MAY_NAME_THE_AUTHOR = frozenset({Fact.UPDATED, Fact.QUOTED, Fact.SOURCE, Fact.PUBLISHED})

_BESIDE = frozenset(
    """
    essay text article piece page post document thing read reading writing work job living job
    story paper material blog passage here there please thanks hi hello hey sorry tell know
    give show find is are was were do does did be been being it its this that the a an i me my
    your we us they their them he she his her of in on at for to with from by and or
    full real exact current original first last latest ever again since just actually only exactly
    what what's which who who's whom whose when when's where where's how how's can could would
    one any anyone people come came out get got put go up live online take takes need finish
    time times many much long about called name wrote written write quick question whole entire
    also still recently lately yet bot besides need assignment
    first second third fourth fifth paragraph section list holds cover appear appeared
    """.split()
)
"""Words that may stand beside them without changing what is asked."""

_ABOUT_MORE = frozenset(
    "with say says said think thinks mean means like likes want another you person people".split()
)
"""Words with which a question is about what the text says, whatever else it names."""

_CLAUSES = re.compile(r"[.?!;:,\n()]+|\s[-–—]+\s")
_AUTHOR = frozenset(("author", "writer"))
_LONGEST_CLAUSE = 14
_SHORTEST_ABOUT_A_PERSON = 4
"""Words beyond which the word "author" alone asks what they do or say, not who they are."""

_THE_TEXT = frozenset("this it essay text article piece page post author writer".split())
_LIKE = 0.79


def fact_stated(question: str, essay: Essay) -> str | None:
    """What the essay's file says to a question about the text itself; None for other questions.

    The author may be called by name, and the text by its title.
    """
    told = question
    for name in _names(essay.author):
        told = re.sub(rf"\b{re.escape(name)}\b", "author", told, flags=re.IGNORECASE)
    fact = fact_asked(told)
    if fact is None and len(essay.title) > 2:
        titled = re.sub(
            rf"[“\"‘']?\b{re.escape(essay.title)}\b[”\"’']?", "essay", told, flags=re.IGNORECASE
        )
        fact = fact_asked(titled) if titled != told else None
        if fact is Fact.SUBJECT:
            fact = None
    if fact is Fact.CITATION:
        return citation(essay, question)
    return state(essay, fact) or _not_given(essay, fact) if fact is not None else None


def _names(author: str | None) -> list[str]:
    """How people call the author: in full, and by the last name."""
    if not author:
        return []
    last = author.split()[-1]
    return [author, author.replace(". ", " "), *([last] if len(last) > 3 else [])]


def fact_asked(question: str) -> Fact | None:
    """Which fact about the text a question asks for, None if it asks for something else.

    A clause asks for a fact if all of its words are words for that fact or words that may stand
    beside them; misspelt words are understood. One clause of several must name the text, too.
    """
    clauses = [words(clause) for clause in _CLAUSES.split(plain(question).replace("’", "'"))]
    clauses = [clause for clause in clauses if clause]
    for clause in clauses:
        said = [spelled_out(word) for word in clause]
        stands_alone = len(clauses) == 1 or not _THE_TEXT.isdisjoint(said)
        if stands_alone and len(said) <= _LONGEST_CLAUSE:
            fact = _asked_by({_nearest_known(word) for word in said}, len(said))
            if fact is not None:
                return fact
    return None


_KNOWN = sorted({w for ways in _ASKED.values() for way in ways for w in way} | _BESIDE)
_KNOWN_SET = frozenset(_KNOWN) | FUNCTION_WORDS


def _nearest_known(word: str) -> str:
    if word in _KNOWN_SET or len(word) < 5:
        return word
    found = process.extractOne(word, _KNOWN, scorer=OSA.normalized_similarity, score_cutoff=_LIKE)
    return found[0] if found else word


def _asked_by(said: set[str], length: int) -> Fact | None:
    if not said.isdisjoint(_ABOUT_MORE):
        return None
    for fact, ways in _ASKED.items():
        allowed = _BESIDE.union(*ways, _AUTHOR if fact in _MAY_NAME_THE_AUTHOR else ())
        if not all(word in allowed or word in FUNCTION_WORDS for word in said):
            continue
        asking = [way for way in ways if way <= said]
        if (
            fact is Fact.AUTHOR
            and length > _SHORTEST_ABOUT_A_PERSON
            and all(len(w) < 2 for w in asking)
        ):
            continue
        if asking and (length <= 4 or _points_at_the_text(said) or max(map(len, asking)) > 1):
            return fact
    return None


def _points_at_the_text(said: set[str]) -> bool:
    return not said.isdisjoint(
        "this it essay text article piece author writer who what when where how page post link "
        "source original".split()
    )


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
        return _listed("It quotes ", essay.quoted)
    if fact is Fact.LICENCE:
        return essay.licence
    topics = dict.fromkeys(topic for p in essay.paragraphs for topic in p.topics[:2])
    listed = _listed(f"“{essay.title}” speaks of ", list(topics)[:8])
    return listed and f"{listed} That is a list of its topics and no summary: I only quote."


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


def _not_given(essay: Essay, fact: Fact) -> str | None:
    """That the text's file does not give a fact that was clearly asked for."""
    missing = {
        Fact.AUTHOR: "who wrote it",
        Fact.PUBLISHED: "when it was published",
        Fact.UPDATED: "when it was last changed",
        Fact.SOURCE: "where it is from",
        Fact.LICENCE: "under which licence it stands",
    }.get(fact)
    return missing and f"What I have of “{essay.title}” does not say {missing}."


def _dated(essay: Essay) -> str | None:
    if essay.published is None:
        return None
    updated = f" and updated on {_day(essay.updated)}" if essay.updated else ""
    return f"“{essay.title}” was published on {_day(essay.published)}{updated}."


def _updated(essay: Essay) -> str | None:
    if essay.updated is None:
        return _dated(essay)
    first = f"; it was first published on {_day(essay.published)}" if essay.published else ""
    return f"Yes: it was last updated on {_day(essay.updated)}{first}."


def _length(essay: Essay) -> str:
    sentences = sum(len(paragraph.sentences) for paragraph in essay.paragraphs)
    counted = sum(len(paragraph.text.split()) for paragraph in essay.paragraphs)
    minutes = essay.minutes or max(1, round(counted / 230))
    minute = "minute" if minutes == 1 else "minutes"
    paragraphs = len(essay.paragraphs)
    paragraph = "paragraph" if paragraphs == 1 else "paragraphs"
    return (
        f"It takes about {minutes} {minute} to read: {paragraphs} {paragraph}, "
        f"{sentences} sentences, {counted:,} words."
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _listed(beginning: str, items: Iterable[str]) -> str | None:
    *others, last = [*items] or [""]
    if not last:
        return None
    return beginning + (f"{', '.join(others)} and {last}." if others else f"{last}.")
