"""Each format becomes the same kind of clean text, or is refused in one sentence."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UserError
from bot.texts.importers.files import files_named
from bot.texts.importers.importing import as_written as imported
from bot.texts.importers.passages import Passage
from tests.texts.importers.making import docx, epub, pdf, word_paragraph, zipped

PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><title>On Rivers | A blog</title><meta name="author" content="A. Walker">
<script>let a = "<p>no</p>"</script></head><body>
<nav><a href="/">Home</a></nav><header class="site-header">A blog</header>
<main><h1>On Rivers</h1><p>by A. Walker</p>
<p>A river is <em>never</em> the same<sup><a href="#fn1">1</a></sup> twice.<!-- secret --> It
carries <a href="https://a.example">what the hills</a> let&nbsp;go.</p>
<h2>The ferry</h2>
<p>He never hurried,<br>He knew the banks,<br>And all the river sang</p>
<p>Take:</p><ul><li>a rope</li><li>a lamp</li></ul>
<pre><code>row --fast</code></pre>
<table><tr><th>Day</th><th>Price</th></tr><tr><td>Monday</td><td>2</td></tr></table>
<ol class="footnotes"><li id="fn1">Says Heraclitus.</li></ol>
</main><footer>Copyright</footer></body></html>"""


def read(name: str, data: bytes) -> list[Passage]:
    return imported(name, data).passages


def shapes(passages: list[Passage]) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.kind, one.heading, one.text) for one in passages]


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        imported(name, data)
    said = str(caught.value)
    assert "\n" not in said
    assert said.startswith(f"{name}: ")
    return said.removeprefix(f"{name}: ")


def test_a_page_is_its_text_without_the_page_around_it() -> None:
    text = imported("page.html", PAGE.encode())
    assert (text.facts.title, text.facts.author) == ("On Rivers", "A. Walker")
    assert shapes(text.passages) == [
        ("prose", (), "A river is never the same twice. It carries what the hills let go."),
        (
            "verse",
            ("The ferry",),
            "He never hurried,\nHe knew the banks,\nAnd all the river sang",
        ),
        ("list", ("The ferry",), "Take:\n\na rope\n\na lamp"),
        ("code", ("The ferry",), "row --fast"),
        ("table", ("The ferry",), "Day · Price\nMonday · 2"),
    ]
    left_out = text.left_out
    assert (left_out["comment"], left_out["note mark"], left_out["note"]) == (1, 1, 1)


def test_a_page_says_its_encoding() -> None:
    page = (
        '<html><head><meta charset="iso-8859-1"></head><body><p>Über die Flüsse.</p></body></html>'
    )
    assert [one.text for one in read("a.html", page.encode("iso-8859-1"))] == ["Über die Flüsse."]


def test_an_epub_is_its_chapters_without_notes_and_title_page() -> None:
    text = imported(
        "rivers.epub",
        epub(
            '<section epub:type="titlepage"><h1>On Rivers</h1></section>',
            "<h2>Book I</h2><p>A river is never the same"
            '<a epub:type="noteref" href="c3.xhtml#n1">1</a> twice&mdash;never.</p>'
            '<blockquote epub:type="z3998:verse"><p><span>One line</span><br/>'
            "<span>and another</span></p></blockquote>",
            '<section epub:type="endnotes"><h2>Endnotes</h2><ol><li id="n1">A note.</li></ol></section>',
        ),
    )
    assert text.facts[:4] == ("On Rivers", "A. Walker", "en", "2021-03-04")
    assert shapes(text.passages) == [
        ("prose", ("Book I",), "A river is never the same twice—never."),
        ("verse", ("Book I",), "One line\nand another"),
    ]


def test_paragraphs_get_the_numbers_that_the_book_itself_cites() -> None:
    paragraphs = "".join(f'<p id="p{number}">Words number {number}.</p>' for number in range(1, 8))
    cited = "".join(
        f'<a href="c1.xhtml#p{number}">Book V, ¶{number}</a> ' for number in range(1, 6)
    )
    passages = read("a.epub", epub(f"<h2>Book V</h2>{paragraphs}", f"<p>See {cited}there.</p>"))
    assert [one.label for one in passages[:7]] == [f"V.{number}" for number in range(1, 8)]


def test_a_word_document_is_its_paragraphs_below_their_headings() -> None:
    data = docx(
        word_paragraph("On Rivers", "Title")
        + word_paragraph("The ferry", "H1")
        + word_paragraph("A river is never the same twice.")
    )
    text = imported("a.docx", data)
    assert text.facts.title == "On Rivers"
    assert shapes(text.passages) == [("prose", ("The ferry",), "A river is never the same twice.")]


def test_a_pdf_is_its_paragraphs_without_headers_numbers_and_broken_words() -> None:
    def page(number: int, *lines: str) -> list[tuple[int, int, int, str]]:
        body = [(72, 720 - 14 * at, 11, line) for at, line in enumerate(lines)]
        return [(72, 800, 9, "On Rivers, a walk"), *body, (300, 40, 9, str(number))]

    first = page(
        1,
        "A river is never the same twice, and it carries all the things that the exam-",
        "ple of the hills lets go, year after year, down to the sea that takes it.",
        "It ends.",
        "The ferryman knew every bank by its smell, and he never hurried for anyone",
    )
    first.insert(1, (72, 750, 18, "Chapter One"))
    second = page(2, "who stood there and called, not even for the king, who often did.", "Never.")
    text = imported("a.pdf", pdf(first, second, page(3, "The river went on without him.")))
    assert shapes(text.passages) == [
        (
            "prose",
            ("Chapter One",),
            (
                "A river is never the same twice, and it carries all the things that the example of the "
                "hills lets go, year after year, down to the sea that takes it. It ends."
            ),
        ),
        (
            "prose",
            ("Chapter One",),
            (
                "The ferryman knew every bank by its smell, and he never hurried for anyone who stood "
                "there and called, not even for the king, who often did. Never."
            ),
        ),
        ("prose", ("Chapter One",), "The river went on without him."),
    ]
    assert (text.left_out["page"], text.left_out["hyphen"]) == (6, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_common_encodings(encoding: str) -> None:
    for text in (
        "Der Fluß trägt, was die Hügel loslassen. Über ihm stehen die Bäume und die Häuser.",
        "L’été, où les élèves étaient à l’école, ils ont mangé des gâteaux. Ça ira très bien.",
    ):
        (passage,) = read("a.txt", text.encode(encoding))
        assert passage.text == text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "the file is empty; choose one with text in it"),
        ("a.md", b" \n\n", "the file is empty; choose one with text in it"),
        (
            "a.md",
            b"<!-- only a comment -->",
            "no text was found in it; choose a file with text in it",
        ),
        ("a.rtf", b"{\\rtf1 hello}", "this is RTF; save it as .docx or .txt"),
        ("a.mobi", b"BOOKMOBI", "this is a Kindle book; convert it to EPUB"),
        ("a.doc", b"\xd0\xcf\x11\xe0....", "this is an old Word document; save it as .docx"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0....",
            "it is protected by a password; save a copy without one",
        ),
        ("a.docx", b"PK not a zip", "it is damaged; download or save it again"),
        ("a.docx", zipped({"a": "b"}), "this is no Word document; choose one that Word opens"),
        ("a.epub", b"no zip", "it is damaged; download or save it again"),
        (
            "a.epub",
            zipped({"mimetype": "application/epub+zip"}),
            "META-INF/container.xml is missing in it; save the file again",
        ),
        ("a.pdf", b"%PDF-1.7 nothing", "it is damaged; open it and save it as a new PDF"),
        (
            "a.pdf",
            pdf([(72, 700, 11, "1")]),
            "its pages are pictures without text; run text recognition (OCR) over it first",
        ),
        ("a.yaml", b"title: X", "this is a knowledge file already; put it in the folder as it is"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(name: str, data: bytes, said: str) -> None:
    assert refusal(name, data) == said


def test_what_is_no_text_is_refused() -> None:
    assert refusal("a.txt", bytes(range(256)) * 40).startswith("this is not a text; choose")


def test_a_protected_epub_is_refused() -> None:
    encryption = (
        '<encryption><EncryptedData><EncryptionMethod Algorithm="http://drm.example/aes"/>'
        "</EncryptedData></encryption>"
    )
    data = epub("<p>Words.</p>", **{"META-INF/encryption.xml": encryption})
    assert refusal("a.epub", data) == (
        "it is protected against copying (DRM); use an edition without"
    )


def test_an_encrypted_pdf_is_refused() -> None:
    key = b"0" * 32
    lock = b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >>"
    data = pdf([(72, 700, 11, "Some words " * 9)], trailer=lock % (key, key))
    assert refusal("a.pdf", data) == "it is encrypted; save a copy without a password"


def test_external_entities_name_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    entity = f'<!DOCTYPE html [<!ENTITY e SYSTEM "file://{secret}"><!ENTITY f "fff">]>'
    chapter = f"{entity}<html><body><p>Before &e;&f; after.</p></body></html>"
    data = epub("", **{"book/c1.xhtml": chapter})
    assert [one.text for one in read("a.epub", data)] == ["Before after."]
    assert refusal("a.docx", docx(word_paragraph("&e;"), entity)) == (
        "it declares entities; open it in Word and save it again"
    )


def test_what_is_too_large_unpacked_is_refused() -> None:
    bomb = zipped({"META-INF/container.xml": b" " * 60_000_000})
    assert len(bomb) < 100_000
    assert refusal("a.epub", bomb) == (
        "META-INF/container.xml has more than 50 MB unpacked; it is too large for a text"
    )
    many = zipped({f"{number}.txt": b" " * 45_000_000 for number in range(5)})
    assert refusal("a.epub", many) == "unpacked, it would be too large for a text; split it"


def test_a_zip_holds_texts(tmp_path: Path) -> None:
    path = tmp_path / "texts.zip"
    path.write_bytes(
        zipped({"a/one.md": "# One\n\nWords.\n", "__MACOSX/._one.md": "x", "picture.png": "x"})
    )
    (file,) = files_named(os.fspath(path))
    assert file.name == f"{path}/a/one.md"
    assert imported(file.name, file.read()).facts.title == "One"


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "texts.zip"
    whole = zipped({"one.md": "# One\n\n" + "Words. " * 400})
    path.write_bytes(whole[:40] + b"\0" * 8 + whole[48:])
    (file,) = files_named(os.fspath(path))
    with pytest.raises(UserError, match="it is damaged; download or save it again"):
        file.read()


@pytest.mark.parametrize(
    ("name", "data", "library"),
    [
        ("a.html", b"<p>Words.</p>", "lxml"),
        ("a.pdf", pdf([(72, 700, 11, "Words.")]), "pypdfium2"),
        ("a.docx", docx(word_paragraph("Words.")), "mammoth"),
    ],
)
def test_a_missing_library_is_said_with_what_installs_it(
    name: str, data: bytes, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert refusal(name, data) == (
        "this format needs more than Attune alone; pip install 'attune[import]'"
    )


def test_a_poem_keeps_its_lines_whatever_its_format() -> None:
    stanzas = [
        ["The river sang below,", "The ferryman was slow,"],
        ["And all the night", "Was white"],
    ]
    joined = ["\n".join(stanza) for stanza in stanzas]
    page = "".join(f"<div class='poem'><p>{'<br>'.join(stanza)}</p></div>" for stanza in stanzas)
    word = word_paragraph("").join(
        "".join(word_paragraph(line) for line in stanza) for stanza in stanzas
    )
    lines = ["The Night", "", *stanzas[0], "", *stanzas[1]]
    shown = [(72, 700 - 16 * at, 11, line) for at, line in enumerate(lines) if line]
    for name, data in (
        ("night.html", page.encode()),
        ("night.epub", epub(page.replace("<br>", "<br/>"))),
        ("night.docx", docx(word)),
        ("night.pdf", pdf(shown)),
    ):
        passages = read(name, data)
        assert [one.text for one in passages] == joined, name
        assert {one.kind for one in passages} == {"verse"}, name


def test_the_small_print_of_a_pdf_is_left_out() -> None:
    words = "A river is never the same twice, and it carries whatever the hills let go"
    page = [
        (72, 700, 11, words),
        (72, 686, 11, "of, and the sea takes it in"),
        (220, 690, 6, "1"),
        (72, 80, 8, "1 Says Heraclitus."),
    ]
    text = imported("a.pdf", pdf(page))
    assert [one.text for one in text.passages] == [f"{words} of, and the sea takes it in"]
    assert (text.left_out["note"], text.left_out["note mark"]) == (1, 1)


SEEDS = {
    "a.html": PAGE.encode(),
    "a.epub": epub("<h2>Book</h2><p>Some words.</p>", "<p>More words.</p>"),
    "a.docx": docx(word_paragraph("Some words")),
    "a.pdf": pdf([(72, 700, 11, "Some words and more of them stand here")]),
    "a.zip.md": b"# T\n\n- a\n- [x](y)\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n> q <b>x</b> {% a %} <!-- b -->",
}
CHANGE = st.tuples(st.integers(0, 4_000), st.integers(0, 12), st.binary(max_size=6))


@given(st.sampled_from(sorted(SEEDS)), st.lists(CHANGE, min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_in_a_sentence(
    name: str, changes: list[tuple[int, int, bytes]]
) -> None:
    data = bytearray(SEEDS[name])
    for place, length, put in changes:
        at = place % (len(data) + 1)
        data[at : at + length] = put
    said = None
    try:
        assert imported(name, bytes(data)).passages
    except UserError as error:
        said = str(error)
    assert said is None or (said.startswith(f"{name}: ") and "\n" not in said)


def test_questions_of_a_page_are_headings() -> None:
    page = (
        "<h1>Ferries</h1><details><summary>Who rows?</summary><p>The ferryman.</p></details>"
        "<dl><dt>How far?</dt><dd>To the other bank.</dd></dl>"
        "<p><b>How much?</b></p><p>Nothing.</p><p><b>Now</b> go?</p>"
    )
    assert [(one.heading, one.text) for one in read("a.html", page.encode())] == [
        (("Who rows?",), "The ferryman."),
        (("How far?",), "To the other bank."),
        (("How much?",), "Nothing."),
        (("How much?",), "Now go?"),
    ]


E_BOOK = """\
<section class="pg-boilerplate pgheader"><h2>The Project Gutenberg eBook of Rivers</h2></section>
<h1>ON RIVERS</h1><h2>by A. Walker</h2><h2>Contents</h2>
<table><tr><td><a href="#c1">CHAPTER I.</a></td></tr><tr><td><a href="#c2">CHAPTER II.</a></td></tr>
<tr><td><a href="#c3">CHAPTER III.</a></td></tr></table><h2>List of Illustrations</h2><p>The bank</p>
<h2>CHAPTER I.<br/>THE BANK</h2>
<p><span class="pagenum">[Pg 3]</span>The river ran<a href="#f1" class="fnanchor">[1]</a> to the sea.</p>
<div class="figcenter"><img src="a.png"/><p class="caption">The bank at night</p></div>
<div class="poetry"><div class="stanza"><div>One line here</div><div>another line</div></div></div>
<h2>CHAPTER II.</h2><p>More of it.</p>
<div class="footnotes"><h3>FOOTNOTES:</h3><p>Note text.</p></div>"""


@pytest.mark.parametrize("name", ["rivers.html", "rivers.epub"])
def test_an_e_book_is_its_chapters_alone(name: str) -> None:
    page = f"<html><body>{E_BOOK}</body></html>".encode()
    text = imported(name, page if name.endswith("html") else epub(E_BOOK))
    assert text.facts.author == "A. Walker"
    assert shapes(text.passages) == [
        ("prose", ("CHAPTER I. THE BANK",), "The river ran to the sea."),
        ("verse", ("CHAPTER I. THE BANK",), "One line here\nanother line"),
        ("prose", ("CHAPTER II",), "More of it."),
    ]
