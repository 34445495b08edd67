"""Markdown: what a reader sees of it, and nothing of its marks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.importers.importing import as_written as imported
from bot.texts.importers.passages import Passage
from bot.texts.loading import load_essay
from tests.conftest import WriteText


def read(text: str) -> list[Passage]:
    return imported("a.md", text.encode()).passages


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("The [hills](https://a.example 'x') let go.", "The hills let go."),
        ("The **hills** _let_ ~~never~~ `go`.", "The hills let never go."),
        ("The hills[^1] let go.\n\n[^1]: A note.", "The hills let go."),
        ("The hills[^none] let go.", "The hills let go."),
        ("The hills\nlet\ngo.", "The hills let go."),
        ("The hills <!-- secret --> let go.", "The hills let go."),
        ("The hills <!-- a\n\nsecret --> let go.", "The hills|let go."),
        ("The hills %%secret%% let go.", "The hills let go."),
        ("The hills <b>let</b> go<sup>2</sup>.", "The hills let go."),
        ("The hills{: .big} let {{ site.x }} go{% if a %}.{% endif %}", "The hills let go."),
        ("The [[Hills|hills]] let [[go]].", "The hills let go."),
        ("The hills ![map](m.png) let go.", "The hills let go."),
        ("[The hills][1] let go.\n\n[1]: https://a.example", "The hills let go."),
        ("[//]: # (secret)\n\nThe hills let go.", "The hills let go."),
        ("> [!NOTE]\n> The hills let go.", "The hills let go."),
        ("::: tip\nThe hills let go.\n:::", "The hills let go."),
        ('!!! note "Look"\n    The hills let go.', "The hills let go."),
        ("import A from 'a'\n\n<A>\n\nThe hills let go.\n\n</A>", "The hills let go."),
        ("{% comment %}\nsecret\n\nmore\n{% endcomment %}\nThe hills let go.", "The hills let go."),
        ("<details><summary>The hills</summary>\n\nlet go.\n\n</details>", "The hills|let go."),
        ("The hills &amp; &lt;banks&gt; let&nbsp;go.", "The hills & <banks> let go."),
        ("Use `<!-- x -->` and `{{ y }}` here.", "Use <!-- x --> and {{ y }} here."),
        ("Some snake_case_names stay.", "Some snake_case_names stay."),
        ("# A\n\n* Table of Contents\n{:toc}\n\n## B\n\nThe hills.", "The hills."),
        ("# A\n\n- [B](#b)\n- [C](#c)\n\n## B\n\nThe hills.", "The hills."),
        ("---\ntitle: X\n---\nThe hills.", "The hills."),
        ("+++\ntitle = 'X'\n+++\nThe hills.", "The hills."),
        ("The hills.\n\n***\n\nThe banks.", "The hills.|The banks."),
    ],
)
def test_words_stay_and_marks_go(markdown: str, words: str) -> None:
    assert "|".join(one.text for one in read(markdown)) == words


def test_a_list_keeps_its_lead_in_and_code_its_sentence() -> None:
    passages = read(
        "Take:\n\n- a [rope](r)\n- a lamp\n\nThen run:\n\n```sh\nrow --fast\n```\n\nGo.\n"
    )
    assert [(one.kind, one.text) for one in passages] == [
        ("list", "Take:\n\na rope\n\na lamp"),
        ("code", "Then run:\n\nrow --fast"),
        ("prose", "Go."),
    ]


def test_rules_have_numbers() -> None:
    passages = read("# Rules of the river\n\n1. Never hurry.\n2. Know the banks.\n3. Wait.\n")
    assert [(one.label, one.text) for one in passages] == [
        ("rule 1", "Never hurry."),
        ("rule 2", "Know the banks."),
        ("rule 3", "Wait."),
    ]


def test_laws_have_articles_sections_and_amendments() -> None:
    passages = read(
        "# Law\n\n## 1. [Article I](x)\n\n### Section 8\n\nRow.\n\n## Article II\n\nWait.\n\n"
        "## Amendments\n\n### 13. **XIII** [Thirteenth Amendment](y)\n\n1. Row well.\n\n2. Wait well.\n"
    )
    assert [(one.heading, one.label) for one in passages] == [
        (("Article I", "Section 8"), "Art. I § 8"),
        (("Article II",), "Art. II"),
        (("Amendments", "Thirteenth Amendment"), "Amend. XIII § 1"),
        (("Amendments", "Thirteenth Amendment"), "Amend. XIII § 2"),
    ]


def test_a_poem_keeps_its_lines() -> None:
    (passage,) = read(
        "The river sang below the hill,\nThe ferryman stood still,\nAnd all was night.\n"
    )
    assert (passage.kind, passage.text.count("\n")) == ("verse", 2)


def test_front_matter_says_title_author_and_language() -> None:
    front = "---\ntitle: Rivers\nauthor: {name: A. Walker}\nlang: en-GB\nlayout: post\ndate: 2021-03-04 10:00\n---\n"
    text = imported("a.md", f"{front}Some words.\n".encode())
    assert text.facts[:4] == ("Rivers", "A. Walker", "en", "2021-03-04")
    assert text.left_out["front matter"] == 1


WORD = st.sampled_from("river hills ferry bank water lamp rope night stone".split())
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
INLINE = st.one_of(
    WORDS.map(lambda words: (words, words)),
    WORDS.map(lambda words: (f"**{words}**", words)),
    WORDS.map(lambda words: (f"*{words}*", words)),
    WORDS.map(lambda words: (f"`{words}`", words)),
    WORDS.map(lambda words: (f"[{words}](https://secret.example/{len(words)})", words)),
    WORDS.map(lambda words: (f"{words} <!-- secret -->", words)),
    WORDS.map(lambda words: (f"{words}[^secret]", words)),
    WORDS.map(lambda words: (f"{words} ![secret](secret.png)", words)),
    WORDS.map(lambda words: (f"{{% secret %}}{words}", words)),
)
SENTENCE = st.lists(INLINE, min_size=1, max_size=4).map(
    lambda parts: (" ".join(a for a, _ in parts) + ".", " ".join(b for _, b in parts) + ".")
)
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=3).map(
    lambda parts: (" ".join(a for a, _ in parts), " ".join(b for _, b in parts))
)
BLOCK = st.one_of(
    PARAGRAPH,
    PARAGRAPH.map(lambda pair: (f"> {pair[0]}", pair[1])),
    PARAGRAPH.map(lambda pair: (f"- {pair[0]}", pair[1])),
    st.just(("<!--\nsecret\n\nsecret\n-->", "")),
    st.just(("![secret](secret.png)", "")),
    st.just(("---", "")),
    st.just(("{% include secret %}", "")),
)


@given(st.lists(BLOCK, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n", "\r", "\u2028"]))
def test_every_sentence_is_the_authors_and_no_mark_is_left(
    blocks: list[tuple[str, str]], end: str
) -> None:
    markdown = "\n\n".join(["# Title", "Some words.", *(source for source, _ in blocks)])
    said = "Some words." + "".join(words for _, words in blocks)
    passages = read(markdown.replace("\n", end))
    assert "".join(re.findall(r"\w+|\.", "".join(one.text for one in passages))) == "".join(
        re.findall(r"\w+|\.", said)
    )
    for passage in passages:
        assert not re.search(r"secret|[*_`\[\]<>{}#]|https?:", passage.text)


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\r\t"), max_size=400
    )
)
def test_no_text_at_all_breaks_a_reader(text: str) -> None:
    for name in ("a.md", "a.txt"):
        made = imported(name, f"# Title\n\nSome words.\n\n{text}".encode("utf-8", "replace"))
        for passage in made.passages:
            assert passage.text.strip()
            assert "\r" not in passage.text


def test_a_file_given_directly_reads_as_an_added_one(write_text: WriteText) -> None:
    markdown = "# Title\n\nThe [hills](x) let go.\n\n## Why?\n\nTake:\n\n- a rope\n- a lamp\n"
    essay = load_essay(write_text(name="a.md", content=markdown))
    assert [one.text for one in essay.paragraphs] == [one.text for one in read(markdown)]
    assert [one.heading for one in essay.paragraphs] == [(), ("Why?",)]


def test_a_question_in_bold_is_a_heading() -> None:
    passages = read("# Ferries\n\n**Who *rows*?**\n\nThe ferryman.\n\n**Bold** words?\n")
    assert [(one.heading, one.text) for one in passages] == [
        (("Who rows?",), "The ferryman."),
        (("Who rows?",), "Bold words?"),
    ]


def test_a_table_behind_a_rule_stands_below_no_heading() -> None:
    passages = read("# A\n\n## Last\n\nWords.\n\n---\n\n| Day | Fee |\n|---|---|\n| Monday | 2 |\n")
    assert [(one.kind, one.heading) for one in passages] == [("prose", ("Last",)), ("table", ())]
