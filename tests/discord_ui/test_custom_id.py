"""The state of a control, in and out of its custom id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.custom_id import (
    AboutEssay,
    AboutTopic,
    AnotherPassage,
    AnotherQuote,
    Ask,
    ContextPage,
    InContext,
    Menu,
    Outdated,
    QuoteCard,
    Read,
    Share,
    State,
    parse,
    refs_that_fit,
)
from bot.discord_ui.quotation import SentenceRef
from bot.texts.model import Essay, Paragraph

PLACE = SentenceRef(12, 3, "aB-_")


def key_of(identifier: str) -> str:
    """The key of a text with this id."""
    return Essay(identifier, "A title", ()).key


LONG_KEY = key_of("a name of an essay that is as long as a file's name may be: " * 4)

keys = st.text(min_size=1).map(key_of)
refs = st.builds(
    SentenceRef,
    st.integers(1, 9999),
    st.integers(1, 999),
    st.from_regex(r"[\w-]{4}", fullmatch=True),
)


@pytest.mark.parametrize(
    "state",
    [
        InContext("attunement", PLACE),
        ContextPage("attunement", PLACE, 4),
        AnotherPassage("attunement", 1, (PLACE, SentenceRef(1, 2, "cdef"))),
        QuoteCard(LONG_KEY, PLACE, 5),
        Share(LONG_KEY, PLACE, 5, "passage"),
        AnotherQuote(2**32 - 1, 999_999, "what: a topic"),
        AnotherQuote(0, 0, ""),
        AboutTopic("being seen: and heard"),
        Ask("Is it so: what?"),
        Read("attunement", 7),
        AboutEssay("attunement"),
        Menu("topics"),
    ],
)
def test_a_state_comes_back_from_its_custom_id(state: State) -> None:
    assert state.custom_id.startswith("attune:1:")
    assert len(state.custom_id) <= 100
    assert parse(state.custom_id) == state


@given(keys, st.lists(refs, min_size=1, max_size=40))
def test_as_many_places_are_kept_as_a_custom_id_can_carry(
    key: str, found: list[SentenceRef]
) -> None:
    kept = refs_that_fit(key, found)
    assert kept == tuple(found[: len(kept)])
    assert len(kept) >= min(2, len(found))
    assert parse(AnotherPassage(key, 0, kept).custom_id) == AnotherPassage(key, 0, kept)


@given(st.text(min_size=1, max_size=6000))
def test_a_long_question_is_cut_to_fit(question: str) -> None:
    custom_id = Ask(question).custom_id
    assert len(custom_id) <= 100
    assert isinstance(parse(custom_id), Ask)


@pytest.mark.parametrize(
    "custom_id",
    [
        "attune:0:read:attunement:1",
        "attune:2:read:attunement:1",
        "attune:1:unheard:of",
        "attune:1:read:attunement",
        "attune:1:read:attunement:first",
        "attune:1:context:attunement:1.2",
        "attune:1",
        "attune:",
        "something else",
    ],
)
def test_what_this_version_does_not_know_is_outdated(custom_id: str) -> None:
    assert parse(custom_id) == Outdated()


@given(st.text())
def test_a_key_is_short_has_no_colon_and_is_stable(identifier: str) -> None:
    key = key_of(identifier)
    assert ":" not in key
    assert len(key) <= 24
    assert key_of(identifier) == key


def test_a_sentence_is_found_by_its_words_when_it_moved() -> None:
    before = Essay("e", "E", (Paragraph(1, "One is here. Two is there."),))
    ref = SentenceRef.of(before.sentence(1, 2))
    after = Essay("e", "E", (Paragraph(1, "New."), Paragraph(2, "One is gone. Two is there.")))
    found = ref.find(after)
    assert found is not None
    assert (found.paragraph, found.number, found.text) == (2, 2, "Two is there.")
    assert ref.find(Essay("e", "E", (Paragraph(1, "All is new."),))) is None
