"""Every message fits what Discord takes, for the longest values that loading accepts."""

from typing import Any

import pytest
from discord import ui
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord_ui.custom_id import AboutTopic, AnotherQuote, Ask, parse
from bot.discord_ui.passages import another_passage, in_context, shared_passage
from bot.discord_ui.quotation import SentenceRef, single
from bot.discord_ui.quotes import quote_message
from bot.features.ask.messages import answer_message
from bot.features.read.pages import about_message, page_message, pages, topics_message
from bot.retrieval import Library
from bot.texts.model import Essay, Paragraph

LONGEST_MESSAGE = 4_000
long_text = st.text(st.characters(codec="utf-8", categories=("L", "P", "S")), max_size=900)


def letters_in(view: ui.LayoutView) -> int:
    """The characters of all texts of a message."""
    return sum(
        len(item.content) for item in view.walk_children() if isinstance(item, ui.TextDisplay)
    )


@st.composite
def essays(draw: st.DrawFn) -> Essay:
    sentence = "A sentence that is quite long and says that all of it shall fit into a message. "
    paragraphs = tuple(
        Paragraph(number, sentence * draw(st.integers(1, 40)) + "The end.", topics=("a topic",))
        for number in range(1, 4)
    )
    title, author, address = draw(long_text), draw(long_text), draw(long_text)
    return Essay("long", title or "T", paragraphs, author=author, source=f"https://e.org/{address}")


@given(essay=essays())
@settings(max_examples=40)
def test_every_message_about_a_text_fits(essay: Essay) -> None:
    sentence = essay.paragraphs[1].sentences[0]
    places = (SentenceRef.of(sentence), SentenceRef.of(essay.paragraphs[2].sentences[0]))
    library = Library([essay])
    views: list[ui.LayoutView] = [
        in_context(essay, sentence, 2),
        another_passage(essay, sentence, places, 1, private=True),
        shared_passage(essay, sentence, "m" * 32),
        about_message(essay),
        page_message(essay, pages(essay), 1),
        topics_message(library.topics(), library.suggest("")),
        quote_message(single(essay, sentence), None, private=True, by="m" * 32),
        *(
            answer_message(library.ask(asked), question=True, private=True)
            for asked in ("quite long sentence", "who wrote this", "zebra " * 300, "hello")
        ),
    ]
    assert [letters_in(view) for view in views if letters_in(view) > LONGEST_MESSAGE] == []


@pytest.mark.parametrize("state", [Ask, AboutTopic, lambda text: AnotherQuote(7, 3, text)])
def test_a_long_text_in_a_custom_id_is_found_again(state: Any) -> None:
    topic = "a topic of a great many words that says at length what the paragraph is about " * 3
    question = "is this a question that is longer than any custom id of Discord's may ever be " * 3
    text = question if state is Ask else topic
    essay = Essay(
        "long", "T", (Paragraph(1, "A sentence.", topics=(topic,), asked={1: (question,)}),)
    )
    custom_id = state(text).custom_id
    assert len(custom_id) <= 100
    found = parse(custom_id)
    short: str = getattr(found, "question", "") or getattr(found, "topic", "")
    assert Library([essay]).written_out(short) == text


@given(text=st.text(max_size=60))
def test_a_short_text_in_a_custom_id_stays_as_it_is(text: str) -> None:
    assert parse(Ask(text).custom_id) == Ask(text)
