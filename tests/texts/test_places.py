"""Where passages stand, how a citation says it, and how a question names it."""

import pytest

from bot.texts.model import Essay, Paragraph


def text_of(*parts: tuple[tuple[str, ...], str | None], title: str = "The Sea") -> Essay:
    paragraphs = (
        Paragraph(number, f"Passage {number} stands here.", heading=heading, label=label)
        for number, (heading, label) in enumerate(parts, 1)
    )
    return Essay("sea", title, tuple(paragraphs))


@pytest.mark.parametrize(
    ("heading", "label", "citation"),
    [
        (("Chapter VI. The Ball",), None, "The Sea, ch. 6"),
        (("CHAPTER 34",), None, "The Sea, ch. 34"),
        (("Capítulo 3",), None, "The Sea, ch. 3"),
        (("Kapitel 12: Der Sturm",), None, "The Sea, ch. 12"),
        (("Stave One",), None, "The Sea, stave 1"),
        (("Book V",), "V.1", "The Sea V.1"),
        (("The Dawn",), "31:36", "The Sea 31:36"),
        (("Article I", "Section 8"), "Art. I § 8", "The Sea, Art. I § 8"),
        (("Rules",), "rule 7", "The Sea, rule 7"),
        (("Policy",), "3", "The Sea › Policy, 3"),
        (("What does “keg-only” mean?",), None, "The Sea › What does “keg-only” mean?"),
        (("Part One", "On the shore"), None, "The Sea › On the shore"),
        ((), None, None),
    ],
)
def test_a_citation_is_the_shortest_that_says_where_a_passage_stands(
    heading: tuple[str, ...], label: str | None, citation: str | None
) -> None:
    assert text_of((heading, label)).citation(1) == citation


def test_chapters_that_are_numbered_anew_in_each_part_are_told_apart() -> None:
    essay = text_of((("Part I", "Chapter 1"), None), (("Part II", "Chapter 1"), None))
    assert [essay.citation(1), essay.citation(2)] == [
        "The Sea, part 1, ch. 1",
        "The Sea, part 2, ch. 1",
    ]


def test_headings_of_the_same_name_are_told_apart_by_what_stands_above() -> None:
    essay = text_of((("Install", "Linux"), None), (("Remove", "Linux"), None))
    assert essay.citation(2) == "The Sea › Remove › Linux"


def test_a_long_heading_is_cut_at_a_word_in_a_citation() -> None:
    place = text_of((("word " * 40,), None)).places.place(1)
    assert place is not None
    assert place.endswith("word…")
    assert len(place) <= 82


NUMBERED = text_of(
    (("Book IV",), "IV.3"),
    (("Book V",), "V.1"),
    (("Amendment XIII",), "Amend. XIII § 1"),
    (("Amendment XIII",), "Amend. XIII § 2"),
    (("Article I", "Section 8"), "Art. I § 8"),
    (("Chapter 34",), None),
    (("Rules",), "rule 7"),
    title="Meditations",
)


@pytest.mark.parametrize(
    ("question", "paragraphs"),
    [
        ("amendment 13", (3, 4)),
        ("what does the thirteenth amendment say", (3, 4)),
        ("section 2 of the 13th amendment", (4,)),
        ("CHAPTER XXXIV", (6,)),
        ("ch. 34", (6,)),
        ("chapter thirty-four", (6,)),
        ("capítulo 34", (6,)),
        ("the last chapter", (6,)),
        ("section 8", (5,)),
        ("5:1", (2,)),
        ("meditations 5.1", (2,)),
        ("V.1", (2,)),
        ("book five section 1", (2,)),
        ("Article I, section 8", (5,)),
        ("art. 1 § 8", (5,)),
        ("rule 7", (7,)),
        ("chapter 99", ()),
    ],
)
def test_a_question_names_a_place_as_people_write_it(
    question: str, paragraphs: tuple[int, ...]
) -> None:
    named = NUMBERED.places.named(question)
    assert named is not None or not paragraphs
    assert (named.paragraphs if named else ()) == paragraphs


@pytest.mark.parametrize(
    "question",
    [
        "how many chapters are there",
        "what is a rule",
        "shall we meet at 5.1 kilometres from the old mill by the river",
        "act 2",
        "volume thirty-four",
        "",
    ],
)
def test_a_question_about_something_else_names_no_place(question: str) -> None:
    assert NUMBERED.places.named(question) is None


def test_a_section_of_several_articles_is_not_sure() -> None:
    named = NUMBERED.places.named("section 1")
    assert named is not None
    assert not named.sure


@pytest.mark.parametrize(
    "question",
    ["preamble", "read me the preamble", "what does the Preamble say", "quote preamble?"],
)
def test_a_question_names_a_heading_by_its_words(question: str) -> None:
    essay = text_of((("Preamble",), None), (("Article I",), None))
    named = essay.places.named(question)
    assert named is not None
    assert named.paragraphs == (1,)


@pytest.mark.parametrize("question", ["what is a preamble", "who wrote the preamble"])
def test_a_question_about_a_heading_s_word_is_ranked_as_any(question: str) -> None:
    assert text_of((("Preamble",), None), (("Article I",), None)).places.named(question) is None


def test_what_else_a_question_says_is_kept() -> None:
    named = NUMBERED.places.named("who may vote by amendment XIII?")
    assert named is not None
    assert named.rest.split() == ["who", "may", "vote", "by", "?"]


def test_a_text_without_places_knows_none() -> None:
    assert text_of(((), None)).places.named("chapter 34") is None
