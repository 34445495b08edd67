"""Plain text: chapters, verse, numbers and speeches, found by their form."""

import pytest

from bot.texts.importers.importing import Imported
from bot.texts.importers.importing import as_written as imported

GUTENBERG = """\
The Project Gutenberg eBook of On Rivers

This eBook is for the use of anyone anywhere.

Title: On Rivers
       and Ferries
Author: A. Walker
Language: English
Release Date: June, 1998 [EBook #1342]

*** START OF THE PROJECT GUTENBERG EBOOK ON RIVERS ***

Produced by Anonymous Volunteers

ON RIVERS

By A. Walker

CONTENTS

Chapter I. The Bank
Chapter II. The Ferry

CHAPTER I.

THE BANK

A river is _never_ the same[1] twice, and it carries whatever the hills of that
country let go.

[Illustration: a river]

   * * * * *

CHAPTER II.

THE FERRY

He never hurried--
never.

THE END

*** END OF THE PROJECT GUTENBERG EBOOK ON RIVERS ***

Section 1. General Terms of Use
"""


def read(text: str, name: str = "a.txt") -> Imported:
    return imported(name, text.encode())


def test_a_book_of_project_gutenberg_is_its_chapters_alone() -> None:
    text = read(GUTENBERG.replace("\n", "\r\n"))
    facts = text.facts
    assert (facts.title, facts.author, facts.language) == (
        "On Rivers and Ferries",
        "A. Walker",
        "en",
    )
    assert facts.source == "https://www.gutenberg.org/ebooks/1342"
    assert [(one.heading, one.text) for one in text.passages] == [
        (
            ("CHAPTER I. THE BANK",),
            "A river is never the same twice, and it carries whatever the hills of that country let go.",
        ),
        (("CHAPTER II. THE FERRY",), "He never hurried--never."),
    ]
    left_out = text.left_out
    assert (left_out["contents"], left_out["image"], left_out["note mark"]) == (3, 1, 1)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Chapter 34", ("Chapter 34",)),
        ("CHAPTER XII. In Which He Rows", ("CHAPTER XII. In Which He Rows",)),
        ("Stave One", ("Stave One",)),
        ("ACT I SCENE 2", ("ACT I", "SCENE 2")),
        ("BOOK V", ("BOOK V",)),
        ("Surah 31", ("Surah 31",)),
        ("Capítulo tercero: El río", ("Capítulo tercero: El río",)),
        ("Capítulo 3: El río", ("Capítulo 3: El río",)),
        ("Erster Teil", ()),
        ("Kapitel 3", ("Kapitel 3",)),
        ("THE FERRY", ("THE FERRY",)),
        ("3. Payment", ("3. Payment",)),
        ("PROLOGUE.", ("PROLOGUE",)),
        ("Part of the river was dark.", ()),
        ("Chapter 5 was the best of it, I thought.", ()),
        ("“WE ROW,” HE SAID", ()),
    ],
)
def test_a_line_of_its_own_may_be_a_heading(line: str, heading: tuple[str, ...]) -> None:
    words = "A river is never the same twice, and it carries what the hills let go, all of it."
    text = read(f"A Title\n\n{words}\n\n{line}\n\n{words}\n\nIt ends here.\n")
    assert text.passages[-1].heading == heading


def test_verse_keeps_its_lines_and_prose_does_not() -> None:
    text = read(
        "On Rivers\n\n"
        "The river was long and it was wide, and nobody who had seen it once could say\n"
        "where it had begun, for it came from far away, out of the hills, and carried\n"
        "what they let go.\n\n"
        "  The river sang below the hill,\n  The ferryman stood still,\n  And all the night\n"
        "  Was dark and white.\n"
    )
    prose, verse = text.passages
    assert prose.kind == "prose"
    assert "\n" not in prose.text
    assert (verse.kind, verse.text) == (
        "verse",
        (
            "The river sang below the hill,\nThe ferryman stood still,\nAnd all the night\n"
            "Was dark and white."
        ),
    )


@pytest.mark.parametrize(
    ("head", "numbers", "labels"),
    [
        ("BOOK V", ["1. ", "2. ", "3. "], ["V.1", "V.2", "V.3"]),
        ("Psalm 23", ["1. ", "2. ", "3. "], ["23:1", "23:2", "23:3"]),
        ("Chapter 2", ["I. ", "II. ", "III. "], ["2.1", "2.2", "2.3"]),
        ("Article 4", ["1. ", "2. ", "3. "], ["Art. 4 § 1", "Art. 4 § 2", "Art. 4 § 3"]),
    ],
)
def test_numbered_paragraphs_have_labels(head: str, numbers: list[str], labels: list[str]) -> None:
    words = "The river is never the same twice, and it carries whatever the hills let go today."
    body = "\n\n".join(f"{number}{words}" for number in numbers)
    text = read(f"A Title\n\n{head}\n\n{body}\n")
    assert [one.label for one in text.passages] == labels
    assert {one.text for one in text.passages} == {words}


def test_a_number_alone_above_paragraphs_is_their_label() -> None:
    text = read("SONGS\n\nBOOK II\n\nI\n\nThe river sang.\n\nII\n\nIt sang on.\n")
    assert [(one.heading, one.label) for one in text.passages] == [
        (("BOOK II",), "II.1"),
        (("BOOK II",), "II.2"),
    ]


def test_chapter_and_verse_are_labels_though_lines_run_on() -> None:
    verses = "\n\n".join(f"1:{number} And there was day {number}." for number in range(1, 10))
    text = read(f"Days\n\n{verses} 1:10 And there was night.\n")
    assert [one.label for one in text.passages] == [f"1:{number}" for number in range(1, 11)]


def test_a_play_says_who_speaks_and_leaves_out_directions() -> None:
    speeches = "\n\n".join(f"ANNA.\nLine {n}.\n\nBRUNO.\n[_Aside._] And {n}." for n in range(4))
    text = read(
        f"THE FERRY\n\nACT I\n\nSCENE I. A bank.\n\nEnter Anna.\n\n{speeches}\n\n[_Exit._]\n"
    )
    assert [(one.kind, one.speaker, one.text) for one in text.passages[:2]] == [
        ("speech", "ANNA", "Line 0."),
        ("speech", "BRUNO", "And 0."),
    ]
    assert text.passages[0].heading == ("ACT I", "SCENE I. A bank")
    assert text.left_out["direction"] == 6


def test_an_interview_says_who_speaks() -> None:
    turns = "\n".join(["Ana: Why rivers?", "Ben: They go on. (Laughter)", "Ana: And?", "Ben: On."])
    text = read(f"A talk\n\n{turns}\n")
    assert [(one.speaker, one.text) for one in text.passages] == [
        ("Ana", "Why rivers?"),
        ("Ben", "They go on."),
        ("Ana", "And?"),
        ("Ben", "On."),
    ]


def test_questions_with_answers_become_headings() -> None:
    text = read("FERRIES\n\nQ: Who rows?\nA: The ferryman.\n\nQ: How far?\nA: To the other bank.\n")
    assert [(one.heading, one.text) for one in text.passages] == [
        (("Who rows?",), "The ferryman."),
        (("How far?",), "To the other bank."),
    ]


def test_title_and_author_are_found_at_the_top() -> None:
    text = read("Nuestra América\nJosé Martí\n\nCree el aldeano que el mundo entero es su aldea.\n")
    assert text.facts[:2] == ("Nuestra América", "José Martí")
    assert len(text.passages) == 1


def test_a_text_without_a_title_is_called_as_its_file() -> None:
    text = read("The river is never the same twice, and it ends.\n", name="a/on_big-rivers.txt")
    assert text.facts.title == "On Big Rivers"


def test_paragraphs_may_be_single_lines_without_blank_ones_between() -> None:
    line = (
        "The river is never the same twice, and it carries whatever the hills let go today, all of it, "
        * 2
    )
    text = read(f"A Title\n\n{line}\n{line}\n{line}\n")
    assert [one.text for one in text.passages] == [line.strip()] * 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "El río no es el mismo, y lleva lo que las montañas dejan para los que viven en él.",
            "es",
        ),
        ("Der Fluss ist nicht derselbe, und er trägt, was die Hügel von sich lassen.", "de"),
        (
            "Le fleuve n'est pas le même, et il porte ce que les collines laissent dans la mer.",
            "fr",
        ),
        ("Река не одна и та же, и она несёт то, что отпускают холмы, как всегда.", "ru"),
        ("川は二度と同じではない。", "ja"),
        ("The river is not the same, and it carries what the hills let go.", "en"),
        ("12 34", None),
    ],
)
def test_the_language_is_found(text: str, language: str | None) -> None:
    assert read(f"X\n\n{text}\n").facts.language == language


def test_a_transcript_is_no_poem_though_its_lines_are_ragged() -> None:
    text = read(
        "A talk\n\nI just want to say, over the last few years I have been --\n"
        "had the opportunity to do this closing conference.\nAnd I had some incredible warm-up acts.\n"
        "About eight years ago,\nBilly opened for me.\nAnd I thought that there was --\n\n(Laughter)\n\n"
        "no way on this earth to top that.\nBut I just wanted to say --\n"
        "and I mean this without irony --\nI think I can speak for everybody in the audience\n"
        "when I say that I wish you were in charge of the river.\n"
    )
    (passage,) = text.passages
    assert passage.kind == "prose"
    assert "there was -- no way on this earth" in passage.text


def test_a_number_in_the_first_line_of_a_poem_is_its_label() -> None:
    text = read(
        "Songs\n\n[1]\nThe river sang,\nThe ferry rang.\n\n[2]\nThe night was white,\nThe bank was light.\n"
    )
    assert [(one.label, one.kind) for one in text.passages] == [("1", "verse"), ("2", "verse")]


def test_a_chapter_takes_the_title_in_the_line_below_it() -> None:
    text = read(
        "A Book\n\nChapter 1\n\nThe Bank of the River\n\nIt was dark there, and nobody came.\n"
    )
    (passage,) = text.passages
    assert passage.heading == ("Chapter 1. The Bank of the River",)


def test_chinese_is_joined_without_spaces() -> None:
    text = read("河\n\n第一章\n\n河水從山上流下來，一直流到很遠很遠的大海裡去，\n從來沒有停過。\n")
    (passage,) = text.passages
    assert passage.heading == ("第一章",)
    assert " " not in passage.text


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_rules_in_plain_text_have_numbers(between: str) -> None:
    rules = between.join(["1. Never hurry.", "2. Know the banks.", "3. Wait for others."])
    text = read(f"Rules of the Ferry\n\n{rules}\n")
    assert [one.label for one in text.passages] == ["rule 1", "rule 2", "rule 3"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_questions_of_a_plain_faq_are_headings(between: str) -> None:
    entries = [("Who rows?", "The ferryman does."), ("How far is it?", "A mile."), ("Why?", "So.")]
    text = read("FERRY FAQ\n\n" + "\n\n".join(f"{ask}{between}{say}" for ask, say in entries * 2))
    assert text.facts.title == "Ferry FAQ"
    assert [(one.heading, one.text) for one in text.passages[:2]] == [
        (("Who rows?",), "The ferryman does."),
        (("How far is it?",), "A mile."),
    ]
