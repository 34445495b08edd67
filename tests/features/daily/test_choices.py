"""A moderator's choices on their way through a custom id."""

from datetime import time
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.custom_id import parse
from bot.features.daily.choices import MOST_TAGS, Setup, pack, unpack
from bot.features.daily.forms import FORMS
from bot.features.daily.schedule import EVERY_DAY
from bot.features.daily.states import Save
from bot.storage.schema import reflections

ids = st.integers(1, 2**64 - 1)
ESSAYS = ["attunement", "a text whose name is: long. " * 4, "~odd.name"]
SETUPS = st.builds(
    Setup,
    guild_id=ids,
    channel_id=ids,
    local_time=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    zone=st.sampled_from(sorted(available_timezones())),
    set_up_by=ids,
    role_id=st.none() | ids,
    thread=st.booleans(),
    picture=st.booleans(),
    essay=st.none() | st.sampled_from(ESSAYS),
    days=st.integers(1, EVERY_DAY),
    publish=st.booleans(),
    tags=st.lists(ids, max_size=MOST_TAGS, unique=True).map(tuple),
)


@given(SETUPS)
def test_all_choices_come_through_a_custom_id_unchanged(setup: Setup) -> None:
    custom_id = Save(pack(setup)).custom_id
    assert len(custom_id) <= 100
    carried = parse(custom_id)
    assert isinstance(carried, Save)
    assert unpack(carried.settings, setup.guild_id, setup.set_up_by, ESSAYS) == setup


@given(st.text(max_size=90))
def test_what_another_version_wrote_is_refused(text: str) -> None:
    try:
        unpack(text, 1, 2, ESSAYS)
    except (ValueError, LookupError):
        return


def test_a_text_that_is_gone_is_said_to_be() -> None:
    packed = pack(Setup(1, 2, time(8), "UTC", 3, essay="attunement"))
    with pytest.raises(LookupError, match="no longer here"):
        unpack(packed, 1, 3, ["rivers"])


def test_every_field_has_a_column_and_every_dialog_a_field() -> None:
    columns = set(Setup(1, 2, time(8), "UTC", 3).columns())
    assert columns <= set(reflections.columns.keys())
    assert set(FORMS) <= columns
