"""Real texts as communities bring them, where they lie beside the checkout."""

import html
import io
import re
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.texts.importers.importing import Imported, imported
from bot.texts.model import Paragraph
from bot.texts.oddities import oddities
from bot.texts.sentences import split_sentences

TEXTS = Path(__file__).resolve().parents[4] / "shared" / "texts"
NAMES = [
    "pride-and-prejudice.txt",
    "meditations.epub",
    "us-constitution.md",
    "homebrew-faq.md",
    "pydis-rules.md",
]
pytestmark = pytest.mark.skipif(not TEXTS.exists(), reason="the texts are not here")

each_text = pytest.mark.parametrize("name", NAMES)


@cache
def text_of(name: str) -> Imported:
    return imported(name, (TEXTS / name).read_bytes())


@cache
def letters_of(name: str) -> str:
    """The letters and digits of the file in their order, without what its format adds."""
    data = (TEXTS / name).read_bytes()
    if name.endswith(".epub"):
        with ZipFile(io.BytesIO(data)) as archive:
            chapters = [one for one in archive.namelist() if "/text/" in one]
            text = "".join(archive.read(one).decode() for one in chapters)
        text = re.sub(r'<a [^>]*epub:type="noteref"[^>]*>[^<]*</a>|<[^>]*>', "", text)
    else:
        text = re.sub(r"\]\([^\s)]*(?:\([^)]*\)[^\s)]*)*\)", "]", data.decode("utf-8-sig"))
    text = re.sub(r"<!--.*?-->|</?[a-z][^>\n:]*>", "", text, flags=re.DOTALL)
    return letters(html.unescape(text))


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text)).casefold()


@each_text
def test_every_sentence_stands_in_its_file(name: str) -> None:
    for passage in text_of(name).passages:
        if passage.kind != "table":
            for sentence in split_sentences(passage.text):
                assert letters(re.sub(r"<\w+>", "", sentence)) in letters_of(name)


@each_text
def test_no_quotation_shows_markup(name: str) -> None:
    for number, passage in enumerate(text_of(name).passages, 1):
        said = [what for what, _ in oddities(Paragraph(number, passage.text, kind=passage.kind))]
        assert not [what for what in said if "markup" in what or "the author's" in what]


@each_text
def test_every_passage_below_a_heading_has_its_place(name: str) -> None:
    placed = [bool(one.heading or one.label) for one in text_of(name).passages]
    assert sum(placed) >= len(placed) - 1


def test_places_are_those_that_readers_know() -> None:
    labels = {
        one.text[:40]: one.label for one in text_of("us-constitution.md").passages if one.label
    }
    assert labels["The Congress shall have Power To lay and"] == "Art. I § 8"
    assert labels["The transportation or importation into a"] == "Amend. XXI § 2"
    first = next(one for one in text_of("meditations.epub").passages if one.heading == ("Book V",))
    assert first.label == "V.1"
    rules = [one.label for one in text_of("pydis-rules.md").passages]
    assert "rule 7" in rules
    assert len({one.heading for one in text_of("pride-and-prejudice.txt").passages}) == 61
