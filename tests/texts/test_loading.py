"""Loading texts: what is read, and how what cannot be is refused."""

import json
import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.loading import KnowledgeError, knowledge_files, load_essay, load_essays
from tests.conftest import SMALL_TEXT, WriteText

ORIGINAL = Path(__file__).resolve().parents[2] / "shared" / "essay" / "attunement.txt"


def refusal(path: Path) -> str:
    with pytest.raises(KnowledgeError) as caught:
        load_essay(path)
    said = str(caught.value)
    assert "\n" not in said
    assert said.startswith(str(path))
    return said.removeprefix(str(path))


def test_a_file_says_all_of_its_essay(write_text: WriteText) -> None:
    essay = load_essay(
        write_text(
            (
                "words:",
                """\
updated: 2021-04-01
minutes: 2
licence: CC0
colour: '#aabbcc'
care: {message: Call someone.}
quoted: [Heraclitus]
words:""",
            )
        )
    )
    assert (essay.id, essay.title, essay.author) == ("rivers", "On Rivers", "A. Walker")
    assert (essay.published, essay.updated) == (date(2021, 3, 4), date(2021, 4, 1))
    assert (essay.minutes, essay.licence, essay.colour) == (2, "CC0", "#aabbcc")
    assert (essay.care, essay.quoted) == ("Call someone.", ("Heraclitus",))
    assert essay.words == {"stream": ("river",)}
    first, second = essay.paragraphs
    assert first.text == "A river is never the same twice. It carries what the hills let go."
    assert second.topics == ("patience", "the ferryman")
    assert second.reflections == ("Whom do you trust to bring you across?",)
    assert second.sentences[1].questions == ("was the ferryman in a hurry",)
    assert essay.sentence(1, 2).text == "It carries what the hills let go."


def test_a_paragraph_knows_its_place_kind_and_what_it_does_not_answer(
    write_text: WriteText,
) -> None:
    essay = load_essay(
        write_text(
            ("words:", "language: EN\nunanswered: [how deep is it]\nwords:"),
            ("topics: [change]", "heading: [Book I, On water]\n    label: I.1\n    kind: verse"),
            ("topics: [patience, the ferryman]", "unanswered: [what did he earn]"),
        )
    )
    first, second = essay.paragraphs
    assert (first.heading, first.label, first.kind) == (("Book I", "On water"), "I.1", "verse")
    assert (second.heading, second.label, second.kind) == (first.heading, None, "prose")
    assert essay.unanswered == ("how deep is it", "what did he earn")
    assert (essay.language, first.language) == ("en", "en")


def test_title_and_text_are_enough(write_text: WriteText) -> None:
    essay = load_essay(write_text(content="title: Short\nparagraphs:\n  - text: One line.\n"))
    assert [paragraph.text for paragraph in essay.paragraphs] == ["One line."]
    assert (essay.author, essay.published, essay.words) == (None, None, {})


def test_what_looks_like_another_type_stays_the_text_that_it_is(write_text: WriteText) -> None:
    essay = load_essay(write_text(("On Rivers", "1984"), ("[change]", "[yes, 3.10, 2020-01-01]")))
    assert essay.title == "1984"
    assert essay.paragraphs[0].topics == ("yes", "3.10", "2020-01-01")


def test_text_is_kept_to_the_letter(write_text: WriteText) -> None:
    text = "Curly “quotes” and ‘others’, a dash — and a mispelt Erksine… don't."
    essay = load_essay(write_text(content=f"title: X\nparagraphs:\n  - text: |\n      {text}\n"))
    assert essay.paragraphs[0].text == text


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(write_text: WriteText) -> None:
    content = b"\xef\xbb\xbf" + SMALL_TEXT.replace("\n", "\r\n").encode()
    assert load_essay(write_text(content=content)) == load_essay(write_text())


def test_markdown_holds_the_same_essay(write_text: WriteText) -> None:
    path = write_text(
        name="rivers.md",
        content="""\
---
author: A. Walker
paragraphs:
  - topics: [change]
    asked:
      - sentence: 2
        questions: [what does the water bring along]
  -
---
# On Rivers

A river is never the same twice.
It carries what the hills let go.

## The ferry

The ferryman knew every bank by its smell.
""",
    )
    essay = load_essay(path)
    assert essay.title == "On Rivers"
    assert [paragraph.text for paragraph in essay.paragraphs] == [
        "A river is never the same twice. It carries what the hills let go.",
        "The ferryman knew every bank by its smell.",
    ]
    assert essay.paragraphs[0].topics == ("change",)
    assert essay.sentence(1, 2).questions == ("what does the water bring along",)


def test_markdown_needs_no_front_matter(write_text: WriteText) -> None:
    essay = load_essay(write_text(name="a.md", content="# A title #\n\nSome text.\n"))
    assert (essay.title, essay.paragraphs[0].text) == ("A title", "Some text.")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("---\ntitle: X\n", ":1: the front matter has no end; close it with a line of ---"),
        ("---\n- a\n---\nText.\n", ":2: the front matter is no mapping; start it with"),
        ("---\ntitle: X: y\n---\nText.\n", ":2: this is not YAML"),
        ("---\ntitle: X\ncolour: red\n---\nText.\n", ":3: “colour” is “red”"),
        ("Text.\n", ":1: the text has no title"),
        ("# Title\n", ":1: the text has no paragraphs"),
        (
            "---\ntitle: X\nparagraphs:\n  - text: Y\n---\nText.\n",
            ":4: a Markdown file has its text below the front matter; remove “text” here",
        ),
        (
            "---\ntitle: X\nparagraphs:\n  - topics: [a]\n  - topics: [b]\n---\nText.\n",
            ":5: the front matter has an entry for paragraph 2, and the text ends with paragraph 1",
        ),
        ("---\ntitle: X\nparagraphs: 3\n---\nText.\n", ":3: “paragraphs” is no list"),
    ],
)
def test_faulty_markdown_is_refused(write_text: WriteText, content: str, said: str) -> None:
    assert refusal(write_text(name="a.md", content=content)).startswith(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: On Rivers\n", "", ":1: the text has no title; add “title: ...”"),
        ("On Rivers", "[a, b]", ":1: “title” is no text; write it as one text, in quotes"),
        (
            "2021-03-04",
            "4 March 2021",
            ":3: “published” is “4 March 2021”; write a date as 2020-09-13",
        ),
        ("2021-03-04", "2021-02-30", ":3: “published” is “2021-02-30”; write a date as 2020-09-13"),
        (
            "source:",
            "updated: 2020-01-01\nsource:",
            ":4: “updated” lies before “published”; fix one of the dates",
        ),
        (
            "source:",
            "minutes: soon\nsource:",
            ":4: “minutes” is “soon”; write a whole number from 1",
        ),
        ("source:", "sorce:", ":4: the key “sorce” is unknown; did you mean “source”?"),
        ("source:", "zzz:", ":4: the key “zzz” is unknown; known here: title, author,"),
        ("source:", "title: X\nsource:", ":4: the key “title” stands here again after line 1"),
        (
            "topics: [change]",
            "topics: change",
            ":10: “topics” is no list; start each entry with “- ”",
        ),
        ("topics:", "kind: song\n    topics:", ":10: “kind” is “song”; write one of prose, verse"),
        ("words:", "language: 7\nwords:", ":5: “language” is “7”; write a code such as en or es"),
        ("[change]", "[change, '']", ":10: an entry of “topics” is empty; fill it or remove it"),
        ("[change]", "[{a: b}]", ":10: “topics” is no text; write it as one text, in quotes"),
        ("reflections:", "reflection:", ":11: the key “reflection” is unknown; did you mean"),
        ("sentence: 2", "sentence: 3", ":15: paragraph 1 has no sentence 3; name one from 1 to 2"),
        ("sentence: 2", "sentence: two", ":15: “sentence” is “two”; write a whole number from 1"),
        ("sentence: 2", "sentence: 1", ":15: sentence 1 of paragraph 1 is listed twice"),
        ("- sentence: 2\n        q", "- q", ":15: these questions name no sentence; add"),
        (
            "- text: |\n",
            "- text:\n    txt: |\n",
            ":9: the key “txt” is unknown; did you mean “text”?",
        ),
        ("  stream: [river]", "  - stream", ":6: “words” is no mapping; write “key: value” lines"),
        ("A. Walker", "A: B: C", ":2: this is not YAML (mapping values are not allowed"),
        (
            "author:",
            "\tauthor:",
            ":2: this is not YAML (found a tab character that violates indentation",
        ),
        (
            "A. Walker",
            "@Walker",
            ":2: this is not YAML (found character that cannot start any token",
        ),
        ("author:", " author:", ":2: this is not YAML"),
        ("[change]", "[change", ":11: this is not YAML"),
        ("A. Walker", "A.\x07 Walker", ":2: this character cannot stand in YAML; remove it"),
        (
            "title:",
            "---\ntitle: X\n---\ntitle:",
            ":3: a second document starts here; keep one text",
        ),
        ("title:", "? [a]\n: b\ntitle:", ":1: a key is not a word; give it a name"),
    ],
)
def test_a_fault_names_its_line_and_the_mend(
    write_text: WriteText, old: str, new: str, said: str
) -> None:
    assert refusal(write_text((old, new))).startswith(said)


@pytest.mark.parametrize("empty", ["", "  \n\n", "\ufeff"])
def test_an_empty_file_is_refused(write_text: WriteText, empty: str) -> None:
    assert refusal(write_text(content=empty)) == (
        ": the file is empty; give it a title and paragraphs"
    )


@pytest.mark.parametrize(
    "content", ["# nothing but a comment\n", "just words\n", "- a list\n", "~"]
)
def test_a_file_that_is_no_mapping_is_refused(write_text: WriteText, content: str) -> None:
    assert refusal(write_text(content=content)).startswith(":1: the file is no mapping")


@pytest.mark.parametrize("paragraphs", ["", "paragraphs:\n", "paragraphs: []\n"])
def test_a_text_without_paragraphs_is_refused(write_text: WriteText, paragraphs: str) -> None:
    said = refusal(write_text(content=f"title: X\n{paragraphs}"))
    assert "the text has no paragraphs; add" in said


@pytest.mark.parametrize("paragraph", ["", "text:", "text: '  '", "topics: [a]"])
def test_an_empty_paragraph_is_refused(write_text: WriteText, paragraph: str) -> None:
    said = refusal(write_text(content=f"title: X\nparagraphs:\n  - text: A.\n  - {paragraph}\n"))
    assert said == ":4: paragraph 2 is empty; give it a text or remove it"


def test_a_paragraph_without_its_key_is_refused(write_text: WriteText) -> None:
    said = refusal(write_text(content="title: X\nparagraphs:\n  - Just the text.\n"))
    assert said == ":3: paragraph 1 has no keys; write its text as “- text: ...”"


def test_a_binary_file_is_refused(write_text: WriteText) -> None:
    said = refusal(write_text(content=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))
    assert said == ": this is not a text file; save it as UTF-8 text"


@pytest.mark.parametrize("order", ["le", "be"])
def test_a_file_in_utf16_is_called_so(write_text: WriteText, order: str) -> None:
    said = refusal(write_text(content="\ufefftitle: X\n".encode(f"utf-16-{order}")))
    assert said == ": this is UTF-16, not UTF-8; save the file as UTF-8 text"


@pytest.mark.parametrize(
    "content",
    [
        "title: X\ncolour: {}\nparagraphs: [text: Y.]\n",
        "title: X\nminutes: {}\nparagraphs: [text: Y.]\n",
        "title: X\n? {}\n: Y\n",
        "title: X\nwords:\n  ? {}\n  : Y\nparagraphs: [text: Y.]\n",
        "title: X\nwords: *{}\n",
        "title: !{} X\n",
    ],
)
def test_a_huge_value_is_named_in_short(write_text: WriteText, content: str) -> None:
    said = refusal(write_text(content=content.format("z" * 1_000)))
    assert "zzz…”" in said
    assert len(said) < 250


def test_another_encoding_is_refused_with_its_line(write_text: WriteText) -> None:
    said = refusal(write_text(content="title: X\nauthor: Zoë\n".encode("latin-1")))
    assert said == ":2: this line is not UTF-8; save the file as UTF-8 text"


def test_a_file_of_50_mb_is_refused_without_being_read(write_text: WriteText) -> None:
    path = write_text(content=b"")
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert refusal(path) == (
        ": the file has 50.0 MB, and 10 MB is the most; split it into several texts"
    )


def test_a_tag_constructs_nothing(write_text: WriteText, tmp_path: Path) -> None:
    made = tmp_path / "made"
    said = refusal(write_text(("A. Walker", f"!!python/object/apply:os.mkdir ['{made}']")))
    assert said == ":2: the tag “!!python/object/apply:os.mkdir” is not allowed; remove it"
    assert not made.exists()


def test_aliases_that_explode_are_refused_at_once(write_text: WriteText) -> None:
    levels = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    levels += [
        f"{name}: &{name} [{', '.join(['*' + below] * 9)}]"
        for below, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    started = time.perf_counter()
    said = refusal(write_text(content="\n".join(levels)))
    assert said == ":2: “*a” is an alias; write out what it stands for"
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("content", ["[" * 100_000, "title: " + "{a: " * 100_000])
def test_bottomless_nesting_is_refused(write_text: WriteText, content: str) -> None:
    assert refusal(write_text(content=content)) == (
        ":1: the file has more than 12 levels; make it simpler"
    )


def test_a_flood_of_entries_is_refused(write_text: WriteText) -> None:
    said = refusal(write_text(content=f"title: [{'1,' * 300_000}]"))
    assert said == ":1: the file has more than 200,000 entries; make it simpler"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.yaml").startswith(": there is no such file;")
    with pytest.raises(KnowledgeError, match="there is no such file or folder"):
        load_essays(tmp_path / "none")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("x")
    assert refusal(tmp_path / "a.docx").startswith(": this is no knowledge file;")
    (tmp_path / "folder.yaml").mkdir()
    assert refusal(tmp_path / "folder.yaml").startswith(": this is a folder;")


def test_an_unreadable_file_is_refused(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_text()

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", closed)
    assert refusal(path) == ": the file cannot be read (permission denied); make it readable"


def test_a_folder_holds_its_texts_by_name_and_a_readme(write_text: WriteText) -> None:
    folder = write_text(name="b.yaml").parent
    write_text(name="a.md", content="# A\n\nText.\n")
    write_text(name="README.md", content="Help for these.\n")
    write_text(name=".hidden.yaml", content="")
    write_text(name="notes.txt", content="")
    assert [essay.id for essay in load_essays(folder)] == ["a", "b"]


def test_a_folder_without_a_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="the folder holds no text; put"):
        load_essays(tmp_path)


def test_two_files_with_one_name_are_refused(write_text: WriteText) -> None:
    folder = write_text(name="a.yaml").parent
    write_text(name="a.md", content="# A\n\nText.\n")
    with pytest.raises(KnowledgeError, match=re.escape("has the same name as a.md; rename one")):
        load_essays(folder)


def test_the_shipped_text_is_one_file() -> None:
    assert [Path(file).name for file in knowledge_files(None)] == ["attunement.yaml"]


@given(
    content=st.one_of(
        st.binary(),
        st.text().map(str.encode),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: (
                st.lists(inner)
                | st.dictionaries(
                    st.text() | st.sampled_from(["title", "paragraphs", "text"]), inner
                )
            ),
        ).map(lambda value: json.dumps(value).encode()),
        st.integers(0, len(SMALL_TEXT)).flatmap(
            lambda at: st.text(max_size=3).map(
                lambda typed: (SMALL_TEXT[:at] + typed + SMALL_TEXT[at + 1 :]).encode()
            )
        ),
    ),
    suffix=st.sampled_from([".yaml", ".md"]),
)
def test_any_file_is_loaded_or_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(content)
    essay, refused = None, ""
    try:
        essay = load_essay(path)
    except KnowledgeError as error:
        refused = str(error)
    if essay is None:
        assert refused.startswith(f"{path}:")
        assert "; " in refused
    else:
        assert essay.title
        assert all(paragraph.sentences for paragraph in essay.paragraphs)


@pytest.mark.skipif(not ORIGINAL.exists(), reason="the author's page is not beside this folder")
def test_the_shipped_essay_is_the_authors_to_the_letter() -> None:
    lines = ORIGINAL.read_text(encoding="utf-8").splitlines()
    (essay,) = load_essays(None)
    assert [paragraph.text for paragraph in essay.paragraphs] == [
        line for line in lines if len(line) > 100
    ]
    assert essay.title == lines[0]
    assert f"- {essay.author}" in lines
    assert essay.published is not None
    assert essay.updated is not None
    assert f"- {essay.published:%b %d, %Y}" in lines
    assert f"Updated: {essay.updated:%b %d, %Y}" in lines
    assert f"- {essay.minutes} min read" in lines


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_lines_may_end_in_any_way(write_text: WriteText, end: str) -> None:
    assert load_essay(write_text(content=SMALL_TEXT.replace("\n", end))) == load_essay(write_text())
    content = "---\nauthor: A\n---\n# Title\n\nSome text.\n\nMore text.\n".replace("\n", end)
    essay = load_essay(write_text(name="a.md", content=content))
    assert (essay.title, essay.author) == ("Title", "A")
    assert [paragraph.text for paragraph in essay.paragraphs] == ["Some text.", "More text."]


def test_markdown_is_read_without_its_markup(write_text: WriteText) -> None:
    content = """\
---
layout: page
license: CC0
---
# [Rivers](https://a.example)

<!-- ask the ferryman -->
A **river** is [never](https://b.example) the same[^1]. ![map](map.png)

[^1]: Says Heraclitus.

## What do I run?

Run this:

    row --fast

1. Get in.
2. Row.
"""
    essay = load_essay(write_text(name="a.md", content=content))
    assert (essay.title, essay.licence) == ("Rivers", "CC0")
    assert [(one.kind, one.heading, one.text) for one in essay.paragraphs] == [
        ("prose", (), "A river is never the same."),
        ("code", ("What do I run?",), "Run this:\n\nrow --fast"),
        ("list", ("What do I run?",), "Get in."),
        ("list", ("What do I run?",), "Row."),
    ]
    assert [one.label for one in essay.paragraphs] == [None, None, "1", "2"]
