"""What is posted: whole sentences, in rounds in which none comes twice."""

from hypothesis import given
from hypothesis import strategies as st

from bot.features.daily.excerpts import (
    MOST_CHARACTERS,
    Excerpt,
    ExcerptBag,
    ExcerptBags,
    RoundPosition,
    excerpts_of,
)
from bot.texts.loading import load_essays
from bot.texts.model import Essay, Paragraph

CHANNEL = 10**18


def an_essay(paragraphs: int, sentences: int = 4, name: str = "rivers") -> Essay:
    return Essay(
        name,
        "On Rivers",
        tuple(
            Paragraph(
                number,
                " ".join(f"Sentence {n} of {number} in {name}." for n in range(1, sentences + 1)),
                reflections=("What do you see?", "What do you hear?"),
            )
            for number in range(1, paragraphs + 1)
        ),
    )


def drawn(
    bag: ExcerptBag, count: int, place: RoundPosition | None = None
) -> tuple[list[Excerpt], RoundPosition]:
    place, passages = place or RoundPosition(), []
    for _ in range(count):
        draw = bag.draw(CHANNEL, place)
        passages.append(draw.excerpt)
        place = draw.position
    return passages, place


def test_passages_are_whole_sentences_that_together_are_the_text() -> None:
    for essay in load_essays(None):
        for paragraph in essay.paragraphs:
            passages = [p for p in excerpts_of(essay) if p.paragraph == paragraph.number]
            numbers = [number for passage in passages for number in passage.sentences]
            assert numbers == [sentence.number for sentence in paragraph.sentences]
            for passage in passages:
                first = essay.sentence(passage.paragraph, passage.first)
                last = essay.sentence(passage.paragraph, passage.last)
                assert passage.text == paragraph.text[first.start : last.end]
                assert 1 <= len(passage.sentences) <= 3


def test_a_sentence_that_no_message_holds_is_never_posted() -> None:
    long = "Word " * MOST_CHARACTERS + "ends."
    essay = Essay("long", "Long", (Paragraph(1, f"Short one. {long} Short two."),))
    assert [passage.text for passage in excerpts_of(essay)] == ["Short one.", "Short two."]


@given(st.integers(1, 12), st.integers(1, 9), st.integers(0, 2**63))
def test_none_comes_twice_before_all_were_shown(
    paragraphs: int, sentences: int, channel: int
) -> None:
    bag = ExcerptBag(excerpts_of(an_essay(paragraphs, sentences)))
    place, before = RoundPosition(), None
    for _ in range(3):
        seen = set()
        for number in range(1, len(bag) + 1):
            draw = bag.draw(channel, place)
            assert draw.excerpt != before or len(bag) == 1
            before, place = draw.excerpt, draw.position
            seen.add(draw.excerpt.text)
            assert bag.progress(channel, place) == (number, len(bag))
        assert len(seen) == len(bag)


def test_channels_and_rounds_are_shuffled_differently() -> None:
    bag = ExcerptBag(excerpts_of(an_essay(12)))
    first, place = drawn(bag, len(bag))
    second, _ = drawn(bag, len(bag), place)
    assert first != second
    other = [
        bag.draw(CHANNEL + (1 << 22), RoundPosition()).excerpt,
        bag.draw(CHANNEL, RoundPosition()).excerpt,
    ]
    assert other[0] != other[1]


def test_a_question_changes_from_round_to_round() -> None:
    bag = ExcerptBag(excerpts_of(an_essay(1, 1)))
    one = bag.draw(CHANNEL, RoundPosition())
    two = bag.draw(CHANNEL, one.position)
    assert one.excerpt == two.excerpt
    assert one.excerpt.question(one.question) != two.excerpt.question(two.question)


def test_an_edit_of_the_text_repeats_none_that_was_shown_in_the_round() -> None:
    essay = an_essay(10)
    bag = ExcerptBag(excerpts_of(essay))
    shown, place = drawn(bag, 12)
    new = Paragraph(1, "A new beginning. It changes every number after it.")
    moved = [Paragraph(p.number + 1, p.text, reflections=p.reflections) for p in essay.paragraphs]
    edited = ExcerptBag(excerpts_of(Essay("rivers", "On Rivers", (new, *moved))))
    left, total = edited.progress(CHANNEL, place)[0], len(edited)
    rest, _ = drawn(edited, total - left, place)
    texts = {passage.text for passage in rest}
    assert not texts & {passage.text for passage in shown}
    assert texts | {passage.text for passage in shown} >= {p.text for p in bag.excerpts}


def test_a_text_of_a_channels_own_is_kept_to_and_a_lost_one_is_replaced_by_all() -> None:
    bags = ExcerptBags([an_essay(2, name="rivers"), an_essay(3, name="hills")])
    assert {passage.essay for passage in bags.of("hills").excerpts} == {"hills"}
    assert {passage.essay for passage in bags.of(None).excerpts} == {"rivers", "hills"}
    assert bags.of("gone").excerpts == bags.of(None).excerpts
