"""Health checks: from facts about the bot to sentences that say what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

GRACE = timedelta(seconds=60)  # a connection that is resumed, a database that starts again
STILL_FOR = timedelta(minutes=2)  # a tick begins every ten seconds, one request may take thirty
SLOWEST = 3.0  # seconds: after these, Discord no longer takes a reply


@dataclass(frozen=True, slots=True)
class Shard:
    """A connection to Discord; `latency` in seconds, none before it is known."""

    number: int
    connected: bool
    latency: float | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about the bot at one moment.

    `ready` says that all shards have been connected and their servers are known, `closed` that
    this attempt to connect is over; `tasks` are those of the event loop. `trouble` is why daily
    reflections cannot be delivered, and `last_progress` when they last did anything.
    """

    ready: bool
    closed: bool
    shards: tuple[Shard, ...]
    servers: int
    tasks: int
    database_open: bool
    trouble: str | None
    last_progress: datetime | None


class Trouble(NamedTuple):
    """Something wrong: `what` names it for as long as it lasts, `why` is a sentence.

    What counts `at_once` is what has never worked since the start; the rest may pass.
    """

    what: str
    why: str
    at_once: bool = False


def troubles(facts: Facts, now: datetime) -> Iterator[Trouble]:
    """All that is wrong at `now`."""
    if facts.ready:
        yield from _of_shards(facts.shards)
    elif facts.closed:
        yield Trouble("gateway", "Discord cannot be reached; it is tried again.", at_once=True)
    else:
        yield Trouble("gateway", "Not connected to Discord yet.", at_once=True)
    if facts.trouble is not None:
        yield Trouble("reflections", facts.trouble, at_once=not facts.database_open)
    if facts.last_progress is not None and now - facts.last_progress > STILL_FOR:
        seconds = int((now - facts.last_progress).total_seconds())
        yield Trouble("tick", f"The daily reflections have stood still for {seconds} seconds.")


def _of_shards(shards: tuple[Shard, ...]) -> Iterator[Trouble]:
    for shard in shards:
        name = f"shard {shard.number}"
        if not shard.connected:
            yield Trouble(name, f"Not connected to Discord: {name}.")
        elif shard.latency is not None and shard.latency > SLOWEST:
            yield Trouble(name, f"Discord answers {name} only after {shard.latency:.1f} seconds.")


class Watch:
    """Remembers since when each thing has been wrong, and ignores for a while what may pass."""

    def __init__(self) -> None:
        self._since: dict[str, datetime] = {}

    def reasons(self, facts: Facts, now: datetime) -> list[str]:
        """Why the bot is not healthy at `now`; nothing if it is. To be asked every few seconds."""
        found = list(troubles(facts, now))
        self._since = {one.what: self._since.get(one.what, now) for one in found}
        return [one.why for one in found if one.at_once or now - self._since[one.what] >= GRACE]
