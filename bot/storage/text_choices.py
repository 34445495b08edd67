"""Which text the questions of a server, or of one of its channels, go to."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.database import Database
from bot.storage.schema import guilds, text_choices

WHOLE_SERVER = 0
"""Stands for all channels that have no choice of their own."""

KNOWN_FOR = timedelta(seconds=30)
"""How long a choice is kept in memory: another process may have changed it since."""

_MOST_KNOWN = 2_000  # servers


class TextChoices:
    """What servers chose. Every method raises DatabaseError."""

    def __init__(self, database: Callable[[], Database], now: Callable[[], datetime]) -> None:
        """`database` raises DatabaseError while there is none; `now` gives the moment in UTC."""
        self._database = database
        self._now = now
        self._known: OrderedDict[int, tuple[datetime, dict[int, str]]] = OrderedDict()

    async def of_guild(self, guild_id: int) -> Mapping[int, str]:
        """The ids of the texts by channel; WHOLE_SERVER is a key as well if the server chose."""
        read_at, choices = self._known.get(guild_id, (None, {}))
        if read_at is not None and self._now() - read_at < KNOWN_FOR:
            return choices
        chosen = select(text_choices.c.channel_id, text_choices.c.essay).where(
            text_choices.c.guild_id == guild_id
        )
        async with self._database().statement() as connection:
            choices = {row.channel_id: row.essay for row in await connection.execute(chosen)}
        self._known[guild_id] = (self._now(), choices)
        self._known.move_to_end(guild_id)
        if len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
        return choices

    async def choose(self, guild_id: int, channel_id: int, essay: str | None) -> None:
        """Keeps the choice for a channel, or for WHOLE_SERVER; None takes it back."""
        key = {"guild_id": guild_id, "channel_id": channel_id}
        async with self._database().write() as connection:
            add = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
            if essay is None:
                of_channel = [text_choices.c[name] == value for name, value in key.items()]
                await connection.execute(delete(text_choices).where(*of_channel))
            else:
                known = add(guilds).values(guild_id=guild_id).on_conflict_do_nothing()
                await connection.execute(known)
                chosen = add(text_choices).values(**key, essay=essay)
                await connection.execute(
                    chosen.on_conflict_do_update(index_elements=list(key), set_={"essay": essay})
                )
        self._known.pop(guild_id, None)
