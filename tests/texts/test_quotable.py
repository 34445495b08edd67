"""What can be quoted alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.model import Essay, Paragraph
from bot.texts.quotable import LENGTHS, stands_alone

GOOD = "The art of life is more like the wrestler’s art than the dancer’s, in every respect."


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "“Vanity and pride are different things, though the words are often used alike,” said Mary.",
        "It is a truth universally acknowledged, that a single man must be in want of a wife.",
        "No boat of the valley may go down the river by night without a lantern at its bow and stern.",
        "Not even the boats of the valley may go down the river by night without a lantern at the bow.",
        "He who fears death either fears the loss of sensation or a different kind of sensation.",
        "¿Qué es la vida? Un frenesí, una ilusión, una sombra, una ficción que a todos alcanza.",
    ],
)
def test_a_whole_thought_stands_alone(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "Too short to say much.",
        GOOD * 5,
        "This is why nobody who has seen the river by night ever wants to leave the valley.",
        "But the river that had carried so many boats was now too shallow for even one of them.",
        "He walked along the river until the lights of the town had gone out one after another.",
        "“The river that had carried so many boats was now too shallow for even one of them.",
        "the river that had carried so many boats was now too shallow for even one of them.",
        "The river that had carried so many boats was now too shallow for, as the boatman said",
        "To stop a package from being updated, whatever the server says, run brew pin `formula`.",
        "See https://example.org for the whole list of the boats that the river has ever carried.",
        "The boats that the river carried:\nred ones, blue ones, and those that nobody painted.",
        "“The river that carried so many boats is now too shallow for even one of them,” she said.",
        "When they came to the river by night, nobody in the valley had ever seen it so low before.",
        "In like manner the river carries boats that nobody in the valley has ever seen or painted.",
        "The river, then, had carried so many boats that nobody in the valley could name them all.",
        "It is a duty then to carry whatever the people of the valley may send down to the far sea.",
        "Is the river deep?—No, nobody says so.—Why then do so many boats go down with all their men?",
        "Just as if the river had carried the boats of all the valley down to the sea for nothing.",
        "The river [Illustration: a boat] carried boats that nobody in the valley had ever seen.",
    ],
)
def test_a_scrap_does_not(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Pero el río que había llevado tantos barcos ya no podía llevar ni uno solo de ellos.",
        ),
        (
            "de",
            "Aber der Fluss, der so viele Boote getragen hatte, trug nun kein einziges von ihnen.",
        ),
        (
            "fr",
            "Mais la rivière qui avait porté tant de bateaux ne pouvait plus en porter un seul.",
        ),
        ("pt", "Mas o rio que tinha levado tantos barcos já não podia levar nem um só entre eles."),
    ],
)
def test_pointing_back_is_known_in_the_language_of_the_text(language: str, text: str) -> None:
    assert not stands_alone(text, language=language)


def test_verse_keeps_its_lines() -> None:
    assert stands_alone(
        "Leaves, some the wind scatters on the ground,\nSo is the race of men.", "verse"
    )


@given(st.text(max_size=400))
def test_what_stands_alone_is_of_a_fitting_length_and_closes_what_it_opens(text: str) -> None:
    if stands_alone(text):
        assert len(text) in LENGTHS
        assert text.count("“") == text.count("”")
        assert text.count("(") == text.count(")")


def essay_of(*texts: str, reflections: tuple[str, ...] = ()) -> Essay:
    paragraphs = (
        Paragraph(number, text, reflections=reflections) for number, text in enumerate(texts, 1)
    )
    return Essay("river", "The River", tuple(paragraphs))


def test_of_a_text_that_nobody_curated_only_what_stands_alone_is_taken() -> None:
    texts = [f"Number {n}: {GOOD}" for n in range(30)]
    chosen = essay_of(*texts, "But why?").standing_alone
    assert chosen is not None
    assert [run.text for run in chosen] == texts


def test_of_a_short_text_shorter_sentences_are_taken_too() -> None:
    texts = ["Be kind to everybody here.", "And so on and on and on.", GOOD]
    chosen = essay_of(*texts).standing_alone
    assert chosen is not None
    assert [run.text for run in chosen] == [texts[0], GOOD]


def test_what_stands_twice_is_taken_once() -> None:
    chosen = essay_of(GOOD, GOOD).standing_alone
    assert chosen is not None
    assert len(chosen) == 1


def test_a_sentence_amid_a_speech_is_not_taken_without_its_marks() -> None:
    chosen = essay_of(
        f"“I say so. {GOOD} Do you hear?”", GOOD.replace("art", "craft")
    ).standing_alone
    assert chosen is not None
    assert [run.paragraph.number for run in chosen] == [2]


def test_an_item_of_a_list_is_not_taken_without_the_words_that_lead_to_it() -> None:
    steps = Paragraph(1, f"You may do one of these:\n\n{GOOD}\n\n{GOOD[:40]}.", kind="list")
    assert Essay("list", "The List", (steps,)).standing_alone is None


def test_a_text_without_a_fit_sentence_and_a_curated_one_are_taken_whole() -> None:
    texts = [f"Number {n}: {GOOD}" for n in range(30)]
    assert essay_of("But why?", "and so on").standing_alone is None
    assert essay_of(*texts, reflections=("What do you see?",)).standing_alone is None
