"""Lines of plain text that are headings, and how deep they stand."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.texts.importers.blocks import Block
from bot.texts.importers.numerals import NUMERAL, number_of

_LEVELS = {
    1: "book part volume act livre partie tome acte libro parte acto tomo livro ato buch teil band "
    "akt aufzug atto boek deel книга часть том действие",
    2: "chapter canto stave letter scene surah sura surat psalm fable sonnet night lecture lesson "
    "hymn ode tale story essay article amendment chapitre lettre chant scène capítulo capitulo "
    "canto carta escena artículo cena artigo kapitel brief gesang szene auftritt artikel capitolo "
    "lettera scena articolo hoofdstuk kapittel kapitel rozdział kapitola глава письмо сцена статья",
    3: "section sección seção abschnitt sezione paragraaf раздел §",
}
_LEVEL_OF = {word: level for level, words in _LEVELS.items() for word in words.split()}
_ALONE = re.compile(
    r"prologue|epilogue|preface|introduction|foreword|afterword|conclusion|preamble|postscript|"
    r"dedication|appendix(?: \w)?|contents|table of contents|footnotes|endnotes|induction|argument|"
    r"prólogo|epílogo|prefacio|introducción|índice|vorwort|nachwort|einleitung|vorrede|inhalt|prolog|"
    r"epilog|avant-propos|préface|préambule|épilogue|introdução|prefazione|introduzione|indice|"
    r"transcriber['’]?s['’]? notes?|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh) "
    r"(?:book|part|act|chapter|day|night|voyage|letter)",
    re.IGNORECASE,
)
_KEYWORD = re.compile(
    rf"(?P<word>{'|'.join(sorted(_LEVEL_OF, key=len, reverse=True))})\s*(?:the\s+)?(?:no\.?\s*)?"
    rf"(?P<numeral>{NUMERAL}|(?:the )?last|premi[eè]re?|primer[ao]?|erste[rs]?)(?P<rest>(?!\w).*)",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_SCRIPTS = re.compile(
    r"第[一二三四五六七八九十百千〇零\d]+[章回节節卷部篇].{0,40}|"
    r"(?:الفصل|فصل|سورة|الباب|باب|פרק|שער|ספר)\s+\S+.{0,40}"
)
_REST = re.compile(r"\s*|\s*[.:)\]—–-]+\s*\S.*|\s*[.:)\]—–-]*|\s+[A-ZÀ-Þ“\"'(‘].*", re.DOTALL)
_ACT_AND_SCENE = re.compile(r"(act\s+\w+)[.,:;]?\s+(scene\s+.+)", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"[\[(]?(?P<numeral>[IVXLC]{1,8}|\d{1,3})[.)\]]?")
_NUMBERED_TITLE = re.compile(r"(?P<numeral>\d{1,2}(?:\.\d{1,2})*)[.)]?\s+[A-ZÀ-Þ].*[^.,;:!]")
_ROMAN_TITLE = re.compile(r"(?P<numeral>[IVXLC]{1,7})[.:]\s*(?:[—–-]\s*)?[A-ZÀ-Þ“\"].*")
_LONGEST = 100  # characters
_LONGEST_CAPITALS = 70
_LONGEST_TITLE = 60
_LEAST_CAPITALS = 3
_QUOTES = ('"', "'", "“", "”", "‘", "’", "«", "»")


class Heading(NamedTuple):
    """A heading of plain text: how deep it stands, from 1, and its words."""

    level: int
    text: str
    certain: bool = True


CAPITALS_LEVEL, NUMBER_LEVEL, QUESTION_LEVEL = 4, 5, 9


def headings_of(line: str) -> list[Heading]:
    """The headings that a line on its own is; none if it is text.

    A line says two where it names an act and a scene.
    """
    text = line.strip().strip("_*=").strip()
    if not text or len(text) > _LONGEST:
        return []
    if both := _ACT_AND_SCENE.fullmatch(text):
        return [Heading(1, both[1]), Heading(2, both[2])]
    keyword = _KEYWORD.fullmatch(text)
    if keyword and _REST.fullmatch(keyword["rest"]) and not text.endswith((",", ";")):
        return [Heading(_LEVEL_OF[keyword["word"].lower()], text)]
    if _ALONE.fullmatch(text.strip(" .:")) or _OTHER_SCRIPTS.fullmatch(text):
        return [Heading(2, text)]
    alone = _NUMBER_ALONE.fullmatch(text)
    if alone and number_of(alone["numeral"]):
        return [Heading(NUMBER_LEVEL, text)]
    numbered = _NUMBERED_TITLE.fullmatch(text)
    if numbered and len(text) <= _LONGEST_CAPITALS:
        depth = numbered["numeral"].count(".")
        return [Heading(NUMBER_LEVEL + 1 + depth, text, certain=False)]
    if is_capitals(text):
        return [Heading(CAPITALS_LEVEL, text, certain=False)]
    titled = _ROMAN_TITLE.fullmatch(text)
    if titled and number_of(titled["numeral"]) and len(text) <= _LONGEST_CAPITALS:
        return [Heading(2, text, certain=False)]
    return []


def is_bare(heading: str) -> bool:
    """Whether a heading says only which part it is, and not its title."""
    keyword = _KEYWORD.fullmatch(heading)
    return keyword is not None and not keyword["rest"].strip(" .:")


def is_title_case(text: str) -> bool:
    """Whether a short line is written as titles are."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", text) if len(word) > 3]
    short = len(text) <= _LONGEST_TITLE and not text.endswith(
        (".", ",", ";", ":", "!", "?", "”", '"')
    )
    return short and bool(words) and all(word[0].isupper() for word in words)


def leading_number(lines: Sequence[str]) -> str | None:
    """The number that stands alone in the first of several lines, as written."""
    if len(lines) < 2 or _NUMBER_ALONE.fullmatch(lines[1]):
        return None
    alone = _NUMBER_ALONE.fullmatch(lines[0])
    return alone["numeral"] if alone and number_of(alone["numeral"]) else None


def is_capitals(text: str) -> bool:
    """Whether the line is written in capitals as headings are."""
    letters = [letter for letter in text if letter.isalpha()]
    return (
        len(letters) >= _LEAST_CAPITALS
        and len(text) <= _LONGEST_CAPITALS
        and all(letter.isupper() for letter in letters)
        and not text.startswith(_QUOTES)
        and not text.endswith((",", ";", "!", "?", "-", "—", *_QUOTES))
    )


def with_found_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; if none is a heading, those are that read like one."""
    if any(block.level for block in blocks):
        return list(blocks)
    return [
        block._replace(kind="heading", level=found[0].level)
        if block.kind == "prose" and (found := headings_of(block.text)) and found[0].certain
        else block
        for block in blocks
    ]
