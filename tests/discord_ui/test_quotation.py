"""Quotations are whole sentences, whatever the text."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.quotation import Quotation, beginning, ending, passage, quotable
from bot.features.read.pages import pages
from bot.texts.model import Essay, Paragraph

sentences = st.integers(1, 300).map(lambda size: "W" + "o" * size + "rd of it ends here.")
paragraphs = st.lists(sentences, min_size=1, max_size=30).map(" ".join)
essays = st.lists(paragraphs, min_size=1, max_size=12).map(
    lambda texts: Essay("e", "E", tuple(Paragraph(n, text) for n, text in enumerate(texts, 1)))
)


@given(essays, st.integers(1, 3000), st.randoms())
def test_a_passage_holds_the_sentence_and_as_many_whole_ones_as_fit(
    essay: Essay, limit: int, random: Random
) -> None:
    paragraph = random.choice(essay.paragraphs)
    sentence = random.choice(paragraph.sentences)
    found = passage(essay, sentence, limit)
    assert sentence in found.sentences
    assert found.text in paragraph.text
    assert len(found.markdown()) <= limit or found.first == found.last
    for first, last in ((found.first - 1, found.last), (found.first, found.last + 1)):
        if first >= 1 and last <= len(paragraph.sentences):
            assert len(Quotation(essay, paragraph, first, last).markdown()) > limit


@given(essays, st.integers(1, 3000))
def test_a_beginning_and_an_ending_fit(essay: Essay, limit: int) -> None:
    paragraph = essay.paragraphs[0]
    first, last = beginning(essay, paragraph, limit), ending(essay, paragraph, limit)
    assert first is None or (first.first == 1 and len(first.markdown()) <= limit)
    assert last is None or last.last == len(paragraph.sentences)
    assert (first is None) == (len(paragraph.sentences[0].text) + 2 > limit)


@given(essays)
def test_the_pages_hold_every_sentence_once_in_order(essay: Essay) -> None:
    read = [one for page in pages(essay) for part in page for one in part.sentences]
    assert read == [one for paragraph in essay.paragraphs for one in paragraph.sentences]
    assert all(sum(len(part.markdown()) for part in page) <= 2000 for page in pages(essay))


@given(essays)
def test_quotable_runs_fit_a_card_and_do_not_overlap(essay: Essay) -> None:
    for paragraph in essay.paragraphs:
        runs = quotable(essay, paragraph)
        assert all(25 <= len(run.text) <= 700 for run in runs)
        assert all(one.last < other.first for one, other in pairwise(runs))
