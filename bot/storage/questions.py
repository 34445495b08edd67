"""Questions that a text did not answer, kept as words where a server wants it, and the decisions."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema import decisions, guilds, learning_servers, questions

KEPT_FOR = timedelta(days=90)
"""How long a question is kept, counted from the Monday of its week."""

MOST_KEPT = 1_000
"""Rows of a server: whoever has more loses those asked least, the oldest first."""


class Kept(NamedTuple):
    """A question without an answer: the text's id, its words, and how often it was asked."""

    essay: str
    words: str
    times: int


class Decision(NamedTuple):
    """What a server decided about a question; `sentence` is None if the text does not answer it."""

    essay: str
    words: str
    sentence: str | None


class KeptQuestions:
    """What servers keep of questions without an answer. Every method raises DatabaseError."""

    def __init__(self, database: Callable[[], Database], now: Callable[[], datetime]) -> None:
        """`database` raises DatabaseError while there is none; `now` gives the moment in UTC."""
        self._database = database
        self._now = now

    async def is_on(self, guild_id: int) -> bool:
        """Whether the server wants its questions kept."""
        wanted = select(learning_servers.c.guild_id).where(learning_servers.c.guild_id == guild_id)
        async with self._database().statement() as connection:
            return await connection.scalar(wanted) is not None

    async def switch_on(self, guild_id: int) -> None:
        """Keeps the server's questions from now on."""
        async with self._database().write() as connection:
            add = _insert(connection)
            for table in (guilds, learning_servers):
                await connection.execute(
                    add(table).values(guild_id=guild_id).on_conflict_do_nothing()
                )

    async def switch_off(self, guild_id: int) -> None:
        """Keeps no more questions of the server, and deletes those kept; decisions stay."""
        async with self._database().write() as connection:
            for table in (learning_servers, questions):
                await connection.execute(delete(table).where(table.c.guild_id == guild_id))

    async def keep(self, guild_id: int, essay: str, words: str) -> None:
        """Counts a question once more, if the server wants it kept at this moment."""
        today = self._now().date()
        row = {
            "guild_id": guild_id,
            "essay": essay,
            "words": words,
            "week": today - timedelta(days=today.weekday()),
        }
        async with self._database().write() as connection:
            # Locked, so that nothing is kept once it was switched off elsewhere.
            wanted = select(learning_servers.c.guild_id).where(
                learning_servers.c.guild_id == guild_id
            )
            if await connection.scalar(wanted.with_for_update()) is None:
                return
            added = _insert(connection)(questions).values(**row, times=1)
            times = questions.c.times + 1
            await connection.execute(
                added.on_conflict_do_update(index_elements=list(row), set_={"times": times})
            )
            await _make_room(connection, guild_id, row)

    async def kept(self, guild_id: int | None = None) -> list[Kept]:
        """The questions of a server, or of all together, the most asked first; none too old."""
        times = func.sum(questions.c.times)
        found = (
            select(questions.c.essay, questions.c.words, times)
            .where(questions.c.week > self._oldest())
            .group_by(questions.c.essay, questions.c.words)
            .order_by(times.desc(), questions.c.essay, questions.c.words)
        )
        if guild_id is not None:
            found = found.where(questions.c.guild_id == guild_id)
        async with self._database().statement() as connection:
            return [Kept(row[0], row[1], int(row[2])) for row in await connection.execute(found)]

    async def decisions(self, guild_id: int | None = None) -> list[Decision]:
        """What a server decided, or all of them together."""
        found = select(decisions.c.essay, decisions.c.words, decisions.c.sentence)
        found = found.distinct().order_by(decisions.c.essay, decisions.c.words)
        if guild_id is not None:
            found = found.where(decisions.c.guild_id == guild_id)
        async with self._database().statement() as connection:
            return [Decision(*row) for row in await connection.execute(found)]

    async def decide(self, guild_id: int, decision: Decision) -> None:
        """Keeps a decision, in place of an earlier one about the same words."""
        key = {"guild_id": guild_id, "essay": decision.essay, "words": decision.words}
        async with self._database().write() as connection:
            add = _insert(connection)
            await connection.execute(add(guilds).values(guild_id=guild_id).on_conflict_do_nothing())
            made = add(decisions).values(**key, sentence=decision.sentence)
            changed = {"sentence": decision.sentence}
            await connection.execute(
                made.on_conflict_do_update(index_elements=list(key), set_=changed)
            )

    async def take_back(self, guild_id: int, essay: str, words: str) -> None:
        """Undoes a decision."""
        async with self._database().write() as connection:
            await connection.execute(
                delete(decisions).where(
                    decisions.c.guild_id == guild_id,
                    decisions.c.essay == essay,
                    decisions.c.words == words,
                )
            )

    async def forget_old(self) -> None:
        """Deletes the questions of all servers that are as old as they may get."""
        async with self._database().write() as connection:
            await connection.execute(delete(questions).where(questions.c.week <= self._oldest()))

    def _oldest(self) -> date:
        return self._now().date() - KEPT_FOR


async def _make_room(
    connection: AsyncConnection, guild_id: int, newest: Mapping[str, object]
) -> None:
    of_guild = questions.c.guild_id == guild_id
    counted = select(func.count()).select_from(questions).where(of_guild)
    rows = await connection.scalar(counted) or 0
    if rows <= MOST_KEPT:
        return
    key = ("essay", "words", "week")
    columns = [questions.c[name] for name in key]
    least = select(*columns).where(of_guild).order_by(questions.c.times, questions.c.week, *columns)
    for row in (await connection.execute(least.limit(rows - MOST_KEPT + 1))).mappings():
        if any(row[name] != newest[name] for name in key):
            same = [questions.c[name] == row[name] for name in key]
            await connection.execute(delete(questions).where(of_guild, *same))
            return


def _insert(connection: AsyncConnection) -> Callable[..., Any]:
    return postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
