"""Where the sentences of a paragraph begin and end."""

import re

_EVERYWHERE = (
    "Dr Prof St Sr vs etc cf ca Jan Feb Sept Sep Okt Oct Nov Dec Dez vol Vol pp ed e.g i.e"
)
_ABBREVIATIONS = {
    "en": "Mr Mrs Ms Jr No Fig Gen Col Lt Sgt Capt Gov Sen Rep Inc Ltd Co Corp Rev Hon Mt Ft Mar Apr Jun "
    "Jul Aug approx c al trans U.S U.K U.N a.m p.m B.C A.D",
    "es": "Sra Srta Sres Dra Ud Uds Vd D Dña Gral Lic Ing pág págs núm art cap p.ej Excmo EE.UU a.C d.C S.A",
    "de": "z.B d.h u.a z d u o v n usw bzw bspw evtl ggf Hr Hrn Fr Frl Nr Abs Art vgl geb gest Jh v.Chr n.Chr Bd "
    "hg Hrsg Str Mio Mrd",
    "fr": "M MM Mme Mmes Mlle Mlles Mgr Ste av apr J.-C chap art p.ex fig",
    "pt": "Sra Srta Srs Dra Drs Exmo V.Exa Av pág págs núm art cap a.C d.C",
    "it": "Sig Sigg sig Dott dott Avv avv Ing Dr.ssa pag art cap ecc a.C d.C",
}
_KNOWN = {
    language: frozenset(f"{_EVERYWHERE} {words}".split())
    for language, words in _ABBREVIATIONS.items()
}
_OTHERWISE = frozenset(_EVERYWHERE.split())
_ORDINAL_DOT = frozenset({"de", "da", "nb", "no", "cs", "fi", "hu", "pl"})
"""Languages that write "1." for first."""

_INITIALS = r"(?:[A-Z]\.)*[A-Z]\Z"
_CLOSING = "[\"'”’»)\\]]"
_OPENING = "[\"'“‘«(\\[¿¡]"
_SPACED = (rf"{_CLOSING}|\s[»›](?=\s|$)", rf"{_OPENING}|[«‹—–]\s?")
_MARKS = {
    "de": ("[\"'“‘”’»«)\\]]", "[\"'„‚“‘»«(\\[]"),
    "es": _SPACED,
    "pt": _SPACED,
    "fr": _SPACED,
    "it": _SPACED,
}
"""The quotation marks and brackets that end and begin what is said, where they are not as in English."""


def _break(closing: str, opening: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[.!?…؟।॥])((?:{closing})*)\s+(?=(?:{opening})*[^\W_])"
        r"|(?<=[。！？])([」』”’）]*)\s*(?![とって、，」』）])"
        r"|\n\s*\n|\n(?=\s*[-*•]\s)"
    )


_BREAK = _break(_CLOSING, _OPENING)
_BREAKS = {language: _break(*marks) for language, marks in _MARKS.items()}
_BLANK_LINE = re.compile(r"\n\s*\n")
_CITATION = r"[(\[][^()\[\]]{0,80}[)\]][.,;:]?(?:\s|$)"
_LONGEST_ABBREVIATION = 24
_LONGEST_ENUMERATOR = 12
_LONELY_ENUMERATOR = r"\W*(?:\d{1,2}|[A-Za-z])[.)]$"


def sentence_spans(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """The (start, end) offsets of the sentences of `text`, in order.

    `language` is a code such as "de"; None is taken for English, whose abbreviations differ.
    Spans carry no white space at their ends, never overlap, and cover every character that is
    not white space. An abbreviation or an initial does not end a sentence, and a bracketed
    citation right after one ("... response.” (Name 1998).") belongs to it.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    code = (language or "en").lower()[:2]
    for match in _BREAKS.get(code, _BREAK).finditer(text):
        end = match.end(match.lastindex) if match.lastindex else match.start()
        new_block = match.lastindex is None or _BLANK_LINE.search(text, end, match.end())
        if new_block or not _runs_on(text, start, end, match.end(), code):
            if not text[start:end].isspace() and start < end:
                spans.append(_trimmed(text, start, end))
            start = match.end()
    if text[start:].strip():
        spans.append(_trimmed(text, start, len(text)))
    return spans


def split_sentences(text: str, language: str | None = None) -> list[str]:
    """The sentences of `text`, each to the letter."""
    return [text[start:end] for start, end in sentence_spans(text, language)]


def _runs_on(text: str, start: int, end: int, behind: int, language: str) -> bool:
    """Whether the sentence from `start` goes on past the mark before `end`, at `behind`.

    Only the last word before the mark is looked at: a long text without capitals has many marks
    in what may be one sentence.
    """
    if behind >= len(text):
        return False
    tail = text[max(start, end - _LONGEST_ABBREVIATION) : end].split()
    last = tail[-1].lstrip("([\"'“‘") if tail else ""
    known = _KNOWN.get(language, _OTHERWISE)
    if last.endswith(".") and (last[:-1] in known or re.match(_INITIALS, last[:-1])):
        return True
    if language in _ORDINAL_DOT and re.fullmatch(r"\d{1,2}\.", last):
        return True
    if end - start <= _LONGEST_ENUMERATOR and re.match(_LONELY_ENUMERATOR, text[start:end].strip()):
        return True
    opening = next((letter for letter in text[behind : behind + 8] if letter.isalnum()), "")
    return opening.islower() or (
        text[behind] in "([" and bool(re.compile(_CITATION).match(text, behind))
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
