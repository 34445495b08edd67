"""QuoteRotation of quotations."""

from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.custom_id import AnotherQuote
from bot.features.quote.rotation import QuoteRotation


def clock() -> datetime:
    return datetime(2026, 3, 1, 12, tzinfo=UTC)


@given(st.integers(1, 60), st.integers(0, 2**63))
def test_none_comes_again_before_all_were_shown_nor_twice_in_a_row(size: int, channel: int) -> None:
    rounds = QuoteRotation(clock)
    shown = [rounds.next(channel, "", size)[0] for _ in range(3 * size)]
    for start in range(0, 3 * size, size):
        assert sorted(shown[start : start + size]) == list(range(size))
    assert size == 1 or all(one != other for one, other in pairwise(shown))


@given(st.integers(2, 60), st.data())
def test_a_button_carries_its_round_over_a_restart(size: int, data: st.DataObject) -> None:
    rounds, shown = QuoteRotation(clock), []
    state: AnotherQuote | None = None
    for _ in range(size):
        if data.draw(st.booleans()):
            rounds = QuoteRotation(clock)
        index, state = rounds.next(7, "", size, state)
        shown.append(index)
    assert sorted(shown) == list(range(size))


def test_an_old_button_does_not_turn_the_round_back() -> None:
    rounds = QuoteRotation(clock)
    first, old = rounds.next(7, "", 5)
    shown = [first] + [rounds.next(7, "", 5, old)[0] for _ in range(4)]
    assert sorted(shown) == list(range(5))


def test_channels_and_topics_have_rounds_of_their_own() -> None:
    rounds = QuoteRotation(clock)
    for _ in range(3):
        positions = {rounds.next(*key, 3)[1].position for key in ((1, ""), (1, "trust"), (2, ""))}
        assert len(positions) == 1


def test_a_text_that_became_shorter_begins_a_new_round() -> None:
    rounds = QuoteRotation(clock)
    _, state = rounds.next(7, "", 50, AnotherQuote(1, 30, ""))
    assert state.position == 31
    index, state = rounds.next(7, "", 10, state)
    assert index < 10
    assert state.position == 0


@given(st.one_of(st.integers(max_value=-1), st.integers(2**32)), st.integers())
def test_a_forged_button_begins_a_round(seed: int, position: int) -> None:
    index, state = QuoteRotation(clock).next(7, "", 5, AnotherQuote(seed, position, ""))
    assert index in range(5)
    assert 0 <= state.seed < 2**32
