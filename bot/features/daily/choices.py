"""What a moderator chooses for a channel: each field listed once.

A field's name is its column in `reflections`. `_FIELDS` says how it travels in a custom id; how
it is shown and changed stands in `forms`.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import time
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import available_timezones

from bot.features.daily.schedule import EVERY_DAY
from bot.texts.model import digest
from bot.translation import gettext as _

MOST_TAGS = 3  # as many as fit into a custom id


@dataclass(frozen=True, slots=True)
class Setup:
    """What a moderator chose for a channel.

    `zone` is an IANA name; `set_up_by` is the member who is told when posts fail; `essay` is the
    text to post from (None: all); `days` are weekdays (see `schedule.is_chosen`); `publish` is for
    announcement channels, `tags` are for forums.
    """

    guild_id: int
    channel_id: int
    local_time: time
    zone: str
    set_up_by: int
    role_id: int | None = None
    thread: bool = False
    picture: bool = False
    essay: str | None = None
    days: int = EVERY_DAY
    publish: bool = False
    tags: tuple[int, ...] = ()

    @classmethod
    def of(cls, source: Any) -> "Setup":
        """The choices of a row of `reflections`, or of anything of that shape."""
        return cls(**{name: getattr(source, name) for name in SETUP_COLUMNS})

    def columns(self) -> dict[str, Any]:
        """The choices as columns of `reflections`."""
        return {name: getattr(self, name) for name in SETUP_COLUMNS}


SETUP_COLUMNS = tuple(field.name for field in fields(Setup))
WHEN = ("local_time", "zone", "days")
"""The fields that decide when posts are due."""


class _Field(NamedTuple):
    pack: Callable[[Any], str]
    unpack: Callable[[str], Any]


def pack(setup: Setup) -> str:
    """The choices in 84 characters at most, but for the server and who made them."""
    return ".".join(field.pack(getattr(setup, name)) for name, field in _FIELDS.items())


def unpack(packed: str, guild_id: int, set_up_by: int, essays: Iterable[str]) -> Setup:
    """The choices that `pack` wrote; `essays` are the ids of the texts that there are.

    Raises ValueError for what another version wrote, and LookupError for a text that is gone.
    """
    parts = packed.split(".")
    values = {
        name: field.unpack(part) for (name, field), part in zip(_FIELDS.items(), parts, strict=True)
    }
    values["essay"] = _essay(values["essay"], essays)
    return Setup(guild_id=guild_id, set_up_by=set_up_by, **values)


def _write_number(number: int | None) -> str:
    if not number:
        return ""
    size = (number.bit_length() + 7) // 8
    return urlsafe_b64encode(number.to_bytes(size, "big")).decode().rstrip("=")


def _read_number(text: str) -> int:
    return int.from_bytes(urlsafe_b64decode(text + "=" * (-len(text) % 4)), "big")


def _write_numbers(numbers: Sequence[int]) -> str:
    return "~".join(map(_write_number, numbers[:MOST_TAGS]))


def _read_numbers(text: str) -> tuple[int, ...]:
    return tuple(map(_read_number, text.split("~"))) if text else ()


def _write_zone(zone: str) -> str:
    return digest(zone, 3)


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {_write_zone(zone): zone for zone in available_timezones()}


def _read_zone(text: str) -> str:
    zone = _zones().get(text)
    if zone is None:
        raise ValueError("no such zone")
    return zone


def _essay(mark: str, essays: Iterable[str]) -> str | None:
    if not mark:
        return None
    for essay in essays:
        if digest(essay, 6) == mark:
            return essay
    raise LookupError(_("The text to post from is no longer here."))


_NUMBER = _Field(_write_number, _read_number)
_FLAG = _Field(lambda flag: str(int(flag)), lambda text: bool(int(text)))
_FIELDS: dict[str, _Field] = {
    "channel_id": _NUMBER,
    "local_time": _Field(lambda at: f"{at:%H%M}", lambda text: time(int(text[:2]), int(text[2:]))),
    "zone": _Field(_write_zone, _read_zone),
    "role_id": _Field(_write_number, lambda text: _read_number(text) or None),
    "thread": _FLAG,
    "picture": _FLAG,
    "essay": _Field(lambda essay: digest(essay, 6) if essay else "", str),
    "days": _NUMBER,
    "publish": _FLAG,
    "tags": _Field(_write_numbers, _read_numbers),
}
