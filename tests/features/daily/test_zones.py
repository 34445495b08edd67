"""The zones that people mean."""

from datetime import UTC, datetime
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.features.daily.zones import ZoneError, find_zones, parse_zone, zone

SUMMER = datetime(2026, 7, 1, tzinfo=UTC)
WINTER = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("london", "Europe/London"),
        ("Lodnon", "Europe/London"),
        ("Europe/London", "Europe/London"),
        ("europe/lon", "Europe/London"),
        ("pacific", "America/Los_Angeles"),
        ("est", "America/New_York"),
        ("eastern", "America/New_York"),
        ("cet", "Europe/Berlin"),
        ("IST", "Asia/Kolkata"),
        ("gmt", "Europe/London"),
        ("utc", "UTC"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("nework", "America/New_York"),
        ("san fran", "America/Los_Angeles"),
        ("são paulo", "America/Sao_Paulo"),
        ("mumbai", "Asia/Kolkata"),
        ("aukland", "Pacific/Auckland"),
        ("germany", "Europe/Berlin"),
        ("Germny", "Europe/Berlin"),
        ("norway", "Europe/Oslo"),
        ("japan", "Asia/Tokyo"),
        ("uk", "Europe/London"),
        ("usa", "America/New_York"),
        ("kiev", "Europe/Kyiv"),
        ("utc+2", "Etc/GMT-2"),
        ("GMT-3", "Etc/GMT+3"),
        ("+5:30", "Asia/Kolkata"),
        ("utc+0", "UTC"),
    ],
)
def test_the_zone_that_is_most_likely_meant_comes_first(typed: str, first: str) -> None:
    assert find_zones(typed, SUMMER)[0].key == first


def test_an_abbreviation_of_several_zones_offers_them() -> None:
    keys = [suggestion.key for suggestion in find_zones("ist", SUMMER)]
    assert keys[:3] == ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]


def test_an_offset_is_explained_and_offers_the_places_that_have_it_now() -> None:
    summer, winter = find_zones("utc+2", SUMMER), find_zones("utc+2", WINTER)
    assert summer[0].label == "UTC+02:00 all year, without summer time (Etc/GMT-2)"
    assert "Europe/Berlin" in [suggestion.key for suggestion in summer]
    assert "Europe/Berlin" not in [suggestion.key for suggestion in winter]
    assert "Europe/Athens" in [suggestion.key for suggestion in winter]


def test_a_label_says_what_the_clocks_there_show() -> None:
    assert find_zones("london", SUMMER)[0].label == "London, Europe: now UTC+01:00"
    assert find_zones("london", WINTER)[0].label == "London, Europe: now UTC+00:00"


def test_nothing_typed_gives_a_sample_from_around_the_world() -> None:
    keys = [suggestion.key for suggestion in find_zones("", SUMMER)]
    assert len(keys) == 25
    assert {key.split("/")[0] for key in keys} >= {"America", "Europe", "Africa", "Asia", "Pacific"}


def test_every_zone_of_tzdata_is_found_by_its_own_name() -> None:
    # An abbreviation is no place: what it may mean is offered instead.
    abbreviations = {"CET", "EET", "EST", "GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich", "HST"}
    abbreviations |= {"MET", "MST", "WET", "CST6CDT", "EST5EDT", "MST7MDT", "PST8PDT"}
    for key in available_timezones() - {"localtime", "Factory"} - abbreviations:
        assert key in [suggestion.key for suggestion in find_zones(key, SUMMER)], key


def test_nonsense_finds_nothing() -> None:
    assert find_zones("qqqqqqqq", SUMMER) == []
    assert find_zones("utc+25", SUMMER) == []


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_suggestions_that_discord_takes(typed: str) -> None:
    found = find_zones(typed, SUMMER)
    assert len(found) <= 25
    assert len({suggestion.key for suggestion in found}) == len(found)
    for suggestion in found:
        assert 0 < len(suggestion.label) <= 100
        assert zone(suggestion.key).key == suggestion.key


@pytest.mark.parametrize(
    "key", ["", "Europe", "Mars/Olympus", "../etc/passwd", "/etc/localtime", "\0"]
)
def test_a_zone_that_tzdata_lacks_is_refused(key: str) -> None:
    with pytest.raises(ZoneError, match="does not know the time zone"):
        zone(key)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mountain Time", "America/Denver"),
        ("Eastern Time", "America/New_York"),
        ("Pacific Time (US & Canada)", "America/Los_Angeles"),
        ("central standard time", "America/Chicago"),
        ("Dhaka", "Asia/Dhaka"),
        ("London time", "Europe/London"),
        ("Japan Standard Time", "Asia/Tokyo"),
        ("Arizona time", "America/Phoenix"),
        ("UTC time", "UTC"),
        ("Lodnon", "Europe/London"),
        ("europe/london", "Europe/London"),
        ("New York", "America/New_York"),
        ("Japan", "Asia/Tokyo"),
        ("utc", "UTC"),
        ("Etc/GMT-2", "Etc/GMT-2"),
    ],
)
def test_what_means_one_zone_is_taken(typed: str, meant: str) -> None:
    assert zone(parse_zone(typed, SUMMER)).utcoffset(SUMMER) == zone(meant).utcoffset(SUMMER)
    assert parse_zone(typed, SUMMER) in (meant, typed)


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("MST", ["America/Denver", "America/Phoenix"]),
        ("GMT", ["Europe/London"]),
        ("EST", ["America/New_York", "America/Toronto"]),
        ("hst", ["Pacific/Honolulu"]),
        ("CET", ["Europe/Berlin"]),
        ("MT", ["America/Denver"]),
        ("et", ["America/New_York"]),
        ("PST8PDT", ["America/Los_Angeles"]),
    ],
)
def test_an_abbreviation_asks_which_place_is_meant(typed: str, places: list[str]) -> None:
    with pytest.raises(ZoneError, match="does not say which place is meant") as refused:
        parse_zone(typed, SUMMER)
    for place in places:
        assert f"**{place}**" in str(refused.value)
    assert "Addis" not in str(refused.value)
    offered = [suggestion.key for suggestion in find_zones(typed, SUMMER)]
    assert offered[: len(places)] == places
    assert typed.upper() not in offered


@pytest.mark.parametrize("typed", ["SLST", "LHST", "BOT", "PET", "CT time", "EST time", "UTC+5:30"])
def test_an_abbreviation_that_stands_in_no_list_is_never_taken_for_a_place(typed: str) -> None:
    with pytest.raises(ZoneError):
        parse_zone(typed, SUMMER)


@pytest.mark.parametrize("typed", ["localtime", "local time", "Factory"])
def test_the_machines_own_zone_is_no_place(typed: str) -> None:
    with pytest.raises(ZoneError, match="know no time zone"):
        parse_zone(typed, SUMMER)


def test_dhaka_is_offered_first() -> None:
    assert find_zones("Dhaka", SUMMER)[0].key == "Asia/Dhaka"
