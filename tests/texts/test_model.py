"""An essay's sentences: numbered from 1, to the letter, found by their place."""

import pytest

from bot.texts.model import Essay, Paragraph

FIRST = "A river is never the same twice. It carries what the hills let go."
ESSAY = Essay(
    "rivers",
    "On Rivers",
    (Paragraph(1, FIRST, asked={2: ("what does it carry",)}), Paragraph(2, "He never hurried.")),
)


def test_sentences_count_from_one_within_their_paragraph() -> None:
    places = [(s.paragraph, s.number) for p in ESSAY.paragraphs for s in p.sentences]
    assert places == [(1, 1), (1, 2), (2, 1)]


def test_a_sentence_is_to_the_letter_what_stands_between_its_offsets() -> None:
    for sentence in ESSAY.paragraphs[0].sentences:
        assert FIRST[sentence.start : sentence.end] == sentence.text


def test_a_sentence_knows_how_people_ask_for_it() -> None:
    assert ESSAY.sentence(1, 2).questions == ("what does it carry",)
    assert ESSAY.sentence(1, 1).questions == ()


def test_a_sentence_is_found_by_its_place() -> None:
    assert ESSAY.sentence(1, 2).text == "It carries what the hills let go."
    assert ESSAY.sentence(2, 1).text == "He never hurried."


@pytest.mark.parametrize("place", [(0, 1), (1, 0), (-1, 1), (1, -1), (1, 3), (3, 1), (2, 2)])
def test_a_place_that_does_not_exist_is_a_lookup_error(place: tuple[int, int]) -> None:
    with pytest.raises(LookupError):
        ESSAY.sentence(*place)


def test_an_empty_paragraph_has_no_sentences() -> None:
    assert Paragraph(1, " \n ").sentences == ()


def test_an_essay_with_only_a_title_says_nothing_of_the_rest() -> None:
    bare = Essay("bare", "Bare", ())
    assert (bare.author, bare.published, bare.source, bare.care) == (None, None, None, None)
    assert (bare.quoted, dict(bare.words)) == ((), {})
