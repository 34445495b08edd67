"""Time zones: what people type, and what the installed tzdata knows."""

import importlib.resources
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process, utils

from bot.discord_ui.markdown import harmless
from bot.errors import UserError
from bot.features.daily.zone_words import ABBREVIATIONS, CITIES, COMMON, SAMPLE
from bot.translation import gettext as _

# Zones of tzdata that are called like an abbreviation: they are never chosen without a place.
_AMBIGUOUS = frozenset(
    {"CET", "CST6CDT", "EET", "EST", "EST5EDT", "GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich"}
    | {"HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET"}
)
_NOWHERE = frozenset({"localtime", "Factory"})  # of the machine, and of none
_SHORT = 4  # letters; so short a word may be an abbreviation that stands in no list
NEAR = 80  # how alike, of 100, a name must be to what was typed
_OFFSET = re.compile(r"(?:utc|gmt|z)?\s*([+-])\s*(\d{1,2})(?::?([03]0|[14]5))?")


class ZoneError(UserError):
    """There is no such zone; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A zone that may be meant: its IANA name, and a label of up to 100 characters."""

    key: str
    label: str


@lru_cache(maxsize=1024)
def zone(key: str) -> ZoneInfo:
    """The zone with the IANA name `key`. Raises ZoneError if the installed tzdata lacks it."""
    if key not in _keys():
        raise ZoneError(
            _(
                "This machine does not know the time zone “{zone}”; choose one from the list, "
                "or update the package tzdata.",
                zone=key[:50],
            )
        )
    return ZoneInfo(key)


def find_zones(typed: str, now: datetime, limit: int = 25) -> list[Suggestion]:
    """The zones that `typed` may mean, most likely first; it may be misspelt.

    It takes IANA names, cities, countries, common words and abbreviations, and offsets such as
    utc+2, for which there is a fixed zone and the places with that offset `now`. Nothing typed:
    a sample from around the world.
    """
    text = _plain(typed)
    found = list(_by_offset(typed.casefold().strip(), now)) or list(_by_name(text))
    if not text and not found:
        found = list(SAMPLE)
    known = [key for key in dict.fromkeys(found) if key in _keys()]
    return [Suggestion(key, _label(key, now)) for key in known[:limit]]


def _by_offset(typed: str, now: datetime) -> Iterator[str]:
    match = _OFFSET.fullmatch(typed)
    if match is None:
        return
    sign, hours, minutes = match.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0)) * (1 if sign == "+" else -1)
    if not minutes or minutes == "00":
        # tzdata counts these the other way round: Etc/GMT-2 is two hours ahead.
        yield f"Etc/GMT{'-' if sign == '+' else '+'}{int(hours)}" if int(hours) else "UTC"
    for key in (*SAMPLE, *sorted(_places())):
        if now.astimezone(zone(key)).utcoffset() == offset:
            yield key


def parse_zone(typed: str, now: datetime) -> str:
    """The IANA name of the zone that `typed` means, or that was chosen from a list.

    Raises ZoneError, with what to do, if that could be several or none. An abbreviation always
    could: it does not say which place is meant, nor whether clocks there change.
    """
    text = typed.strip()
    for key in _keys() - _AMBIGUOUS:
        if key.casefold() == text.casefold():
            return key
    plain = _plain(text)
    found = list(_by_offset(text.casefold(), now)) or next(_tiers(plain), [])
    keys = [key for key in dict.fromkeys(found) if key in _keys()]
    if plain not in COMMON and keys and keys[0] in _places():  # the rest may be older names for it
        keys = [key for key in keys if key in _places()]
    shown = harmless(" ".join(typed.split()), 50)
    if not keys:
        raise ZoneError(
            _(
                "I know no time zone “{typed}”; type a city or a country there and choose from the "
                "list, such as Europe/London.",
                typed=shown,
            )
        )
    names = ", ".join(f"**{key}**" for key in keys[:3])
    if plain in ABBREVIATIONS:
        raise ZoneError(
            _(
                "“{typed}” does not say which place is meant, such as {zones}; name it.",
                typed=shown,
                zones=names,
            )
        )
    unlisted = len(plain) <= _SHORT and plain not in _names()
    if len(keys) > 1 or (unlisted and not _OFFSET.fullmatch(text.casefold())):
        raise ZoneError(
            _(
                "“{typed}” can mean several time zones, such as {zones}; choose one of them.",
                typed=shown,
                zones=names,
            )
        )
    return keys[0]


def _plain(typed: str) -> str:
    """Lower-case words; "Pacific Time (US & Canada)" is "pacific time"."""
    text = utils.default_process(typed.replace("_", " "))
    text = " ".join(text.split()).removesuffix(" us canada")
    for kind in (" standard time", " daylight time", " summer time", " time zone"):
        if text.endswith(kind):
            text = text.removesuffix(kind) + " time"
    place = text.removesuffix(" time")
    return place if text not in COMMON and place in _names() else text


def _by_name(text: str) -> Iterator[str]:
    for tier in _tiers(text):
        yield from tier


def _tiers(text: str) -> Iterator[list[str]]:
    """Zones by exact words, then by beginnings, then by words inside, then by near spellings."""
    if not text:
        return
    names = _names()
    beginnings = [name for name in names if name.startswith(text)]
    inside = [name for name in names if f" {text}" in name]
    near = process.extract(text, names.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=25)
    for tier in (
        names.get(text, []),
        _likeliest(key for name in beginnings for key in names[name]),
        _likeliest(key for name in inside for key in names[name]),
        [key for name, *_rest in near for key in names[name]],
    ):
        if tier:
            yield tier


def _likeliest(keys: Iterable[str]) -> list[str]:
    """Zones that many people live in before the rest."""
    return sorted(keys, key=lambda key: SAMPLE.index(key) if key in SAMPLE else len(SAMPLE))


def _label(key: str, now: datetime) -> str:
    shown = now.astimezone(zone(key)).strftime("%z")
    offset = f"UTC{shown[:3]}:{shown[3:5]}"
    if key == "UTC":
        return _("UTC, the same all year")
    if key.startswith("Etc/"):
        return _("{offset} all year, without summer time ({zone})", offset=offset, zone=key)
    *area, place = key.replace("_", " ").split("/")
    where = f"{place}, {'/'.join(area)}" if area else place
    return _("{place}: now {offset}", place=where, offset=offset)[:100]


@lru_cache(maxsize=1)
def _keys() -> frozenset[str]:
    return frozenset(available_timezones()) - _NOWHERE


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """The zones that tzdata names for a country; the others are older names for them."""
    return _keys() & {key for _code, _where, key, *_rest in _rows("zone.tab")}


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    """Every name that can be typed, as plain lower-case words, with the zones that it means."""
    names: dict[str, list[str]] = {}

    def enter(name: str, keys: Iterable[str]) -> None:
        kept = names.setdefault(utils.default_process(name.replace("_", " ")), [])
        kept.extend(key for key in keys if key in _keys() and key not in kept)

    for name, keys in (*ABBREVIATIONS.items(), *COMMON.items()):
        enter(name, keys)
    for name, key in CITIES.items():
        enter(name, (key,))
    for country, zones in _countries().items():
        enter(country, zones)
    for key in sorted(_places()):
        enter(key.rpartition("/")[2], (key,))
        enter(key, (key,))
    for key in sorted(_keys() - _places() - _AMBIGUOUS):
        enter(key, (key,))
    return names


def _countries() -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for code, _where, key, *_rest in _rows("zone.tab"):
        codes.setdefault(code, []).append(key)
    names = {code: name for code, name, *_rest in _rows("iso3166.tab")}
    return {names[code]: keys for code, keys in codes.items() if code in names}


def _rows(table: str) -> list[list[str]]:
    text = importlib.resources.files("tzdata.zoneinfo").joinpath(table).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
