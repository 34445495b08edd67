"""The channels that have a daily reflection: what moderators do to them, and see of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.features.daily.excerpts import Bags, Place
from bot.features.daily.plan import post
from bot.features.daily.posts import Post
from bot.features.daily.schedule import day_is_over, local_date_of, next_due
from bot.features.daily.zones import zone
from bot.storage import Database
from bot.storage.schema import guilds, posts, reflections

_TAKEN = ("claimed", "waiting", "sent", "skipped")
_HEALTHY: dict[str, Any] = {"state": "on", "reason": None, "failing_since": None, "told": False}


@dataclass(frozen=True, slots=True)
class Setup:
    """What a moderator chose for a channel.

    `zone` is an IANA name; `essay` is the text to post from (none: all); `set_up_by` is the
    member who is told when posts fail.
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


@dataclass(frozen=True, slots=True)
class LastPost:
    """How the latest post went.

    `state` is "claimed" (being sent now), "waiting" (failed, will be tried again), "sent",
    "failed", "missed" (the bot did not run that day) or "skipped". `at` is when it was sent;
    `error` is a sentence; `thread` is "due", "made", "failed" or none.
    """

    local_date: date
    state: str
    at: datetime | None
    message_id: int | None
    late: bool
    error: str | None
    thread: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """How a channel's daily reflection stands.

    `state` is "on" or "paused", for which `reason` may say why (none: a moderator did). `next_at`
    is when the next post, or the next try of today's, is due. `drawn` of `passages` were shown in
    the present round.
    """

    setup: Setup
    state: str
    reason: str | None
    created_at: datetime
    next_at: datetime | None
    failing_since: datetime | None
    last: LastPost | None
    drawn: int
    passages: int


class Channels:
    """The channels that have a daily reflection.

    A channel is always named together with its server, so that nobody reaches into another's.
    Methods on one channel raise LookupError if it has no daily reflection; every method raises
    DatabaseError.
    """

    def __init__(self, database: Database, bags: Bags) -> None:
        self._database = database
        self._bags = bags

    async def setup(self, chosen: Setup, now: datetime) -> Status:
        """Sets the channel up, or anew: on, with its round of passages kept.

        Raises ZoneError for an unknown zone.
        """
        zone(chosen.zone)
        values = {name: getattr(chosen, name) for name in Setup.__slots__} | _HEALTHY
        async with self._database.write() as connection:
            before = await _locked(connection, chosen.guild_id, chosen.channel_id)
            await welcome(connection, chosen.guild_id, now)
            if before is None:  # by now somebody else may have set it up
                before = await _locked(connection, chosen.guild_id, chosen.channel_id)
            # Today's post, if it failed or was skipped, comes at the time that was chosen now.
            await _leave_waiting(connection, chosen.channel_id)
            values["due"] = await next_free(connection, chosen, now, ("claimed", "sent"))
            if before is None:
                await connection.execute(insert(reflections).values(**values, created_at=now))
            else:
                await _change(connection, chosen.channel_id, values)
            return await _status(connection, self._bags, chosen.guild_id, chosen.channel_id)

    async def alter(self, chosen: Setup) -> Status:
        """Changes how the channel's posts look and whom they notify; when they come stays.

        Time and zone of `chosen` are not looked at.
        """
        values = {name: getattr(chosen, name) for name in ("role_id", "thread", "picture")}
        async with self._database.write() as connection:
            await _present(connection, chosen.guild_id, chosen.channel_id)
            await _change(connection, chosen.channel_id, values)
            return await _status(connection, self._bags, chosen.guild_id, chosen.channel_id)

    async def status(self, guild_id: int) -> list[Status]:
        """The server's channels, the one set up first in front."""
        async with self._database.read() as connection:
            return await _statuses(connection, self._bags, reflections.c.guild_id == guild_id)

    async def preview(self, chosen: Setup, now: datetime) -> Post:
        """What would be posted next with these settings, saved or not; nothing changes.

        Raises ZoneError for an unknown zone, LookupError if no text has a passage to post.
        """
        place = Place()
        async with self._database.read() as connection:
            if row := await _row(connection, chosen.guild_id, chosen.channel_id):
                place = Place(row.round, row.drawn)
        in_zone = zone(chosen.zone)
        due = next_due(now, chosen.local_time, in_zone)
        day = local_date_of(due, chosen.local_time, in_zone)
        draw = self._bags.of(chosen.essay).draw(chosen.channel_id, place)
        return post(chosen, due, day, draw.passage, draw.passage.question(draw.question), now)

    async def upcoming(self, guild_id: int, channel_id: int, now: datetime) -> Post:
        """The post that the channel gets next: one that waits for its next try, else the next due.

        Raises LookupError as well if no text has a passage to post.
        """
        async with self._database.read() as connection:
            row = await _row(connection, guild_id, channel_id)
            if row is None:
                raise LookupError(_NO_REFLECTION)
            waiting = (await connection.execute(_WAITING, {"of_channel": channel_id})).first()
        over = waiting and day_is_over(waiting.due, max(waiting.check_at, now), zone(row.zone))
        if waiting is not None and not over:
            excerpt = self._bags.passage(
                waiting.essay, waiting.paragraph, waiting.first, waiting.last
            )
            if excerpt is not None:
                question = excerpt.question(waiting.question)
                return post(row, waiting.due, waiting.local_date, excerpt, question, now)
        just_before = row.due - timedelta(seconds=1) if row.due is not None else now
        chosen = Setup(**{name: getattr(row, name) for name in Setup.__slots__})
        return await self.preview(chosen, just_before)

    async def skip(self, guild_id: int, channel_id: int, now: datetime) -> Status:
        """Leaves out the next post: today's, if it failed and waits for a try, else the next due."""
        async with self._database.write() as connection:
            row = await _present(connection, guild_id, channel_id)
            left = await _leave_waiting(connection, channel_id)
            if not left and row.due is not None:
                day = local_date_of(row.due, row.local_time, zone(row.zone))
                await _enter_skipped(connection, row, day)
                due = await next_free(connection, row, max(row.due, now), _TAKEN)
                await _change(connection, channel_id, {"due": due})
            return await _status(connection, self._bags, guild_id, channel_id)

    async def pause(self, guild_id: int, channel_id: int) -> Status:
        """Pauses the channel until `resume`."""
        async with self._database.write() as connection:
            await _present(connection, guild_id, channel_id)
            await _change(connection, channel_id, {"state": "paused", "reason": None, "due": None})
            return await _status(connection, self._bags, guild_id, channel_id)

    async def resume(self, guild_id: int, channel_id: int, now: datetime) -> Status:
        """Turns the channel on again; a post that waits for its next try is tried at once."""
        async with self._database.write() as connection:
            row = await _present(connection, guild_id, channel_id)
            due = await next_free(connection, row, now, _TAKEN)
            await _change(connection, channel_id, {**_HEALTHY, "due": due})
            await connection.execute(
                update(posts)
                .where(posts.c.channel_id == channel_id, posts.c.state == "waiting")
                .values(check_at=now)
            )
            return await _status(connection, self._bags, guild_id, channel_id)

    async def stop(self, guild_id: int, channel_id: int) -> None:
        """Ends the channel's daily reflection and forgets its settings and its round."""
        async with self._database.write() as connection:
            await _present(connection, guild_id, channel_id)
            await connection.execute(
                delete(reflections).where(reflections.c.channel_id == channel_id)
            )


async def next_free(
    connection: AsyncConnection, channel: Any, after: datetime, taken: Sequence[str]
) -> datetime:
    """When the channel's next post after `after` is due whose date has no post in a state `taken`.

    `channel` is a row of `reflections`, or anything of that shape.
    """
    in_zone = zone(channel.zone)
    due = next_due(after, channel.local_time, in_zone)
    found = await connection.scalars(
        select(posts.c.local_date).where(
            posts.c.channel_id == channel.channel_id,
            posts.c.local_date >= local_date_of(due, channel.local_time, in_zone),
            posts.c.state.in_(taken),
        )
    )
    dates = set(found)
    while local_date_of(due, channel.local_time, in_zone) in dates:
        due = next_due(due, channel.local_time, in_zone)
    return due


async def welcome(connection: AsyncConnection, guild_id: int, now: datetime) -> None:
    """Makes the server known; if the bot had been removed from it, its channels are due again."""
    add = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    await connection.execute(add(guilds).values(guild_id=guild_id).on_conflict_do_nothing())
    # Whoever sets up another channel of the server, or the same one, waits here.
    known = select(guilds).where(guilds.c.guild_id == guild_id).with_for_update(key_share=True)
    row = (await connection.execute(known)).one()
    if row.removed_at is not None:
        on = (reflections.c.guild_id == guild_id) & (reflections.c.state == "on")
        for channel in (await connection.execute(select(reflections).where(on))).all():
            due = await next_free(connection, channel, now, _TAKEN)
            await _change(connection, channel.channel_id, {"due": due})
        await connection.execute(
            update(guilds).where(guilds.c.guild_id == guild_id).values(removed_at=None)
        )


async def _row(connection: AsyncConnection, guild_id: int, channel_id: int) -> Row[Any] | None:
    found = await connection.execute(_CHANNEL, {"of_guild": guild_id, "of_channel": channel_id})
    return found.one_or_none()


async def _locked(connection: AsyncConnection, guild_id: int, channel_id: int) -> Row[Any] | None:
    key = {"of_guild": guild_id, "of_channel": channel_id}
    return (await connection.execute(_CHANNEL.with_for_update(), key)).one_or_none()


async def _present(connection: AsyncConnection, guild_id: int, channel_id: int) -> Row[Any]:
    row = await _locked(connection, guild_id, channel_id)
    if row is None:
        raise LookupError(_NO_REFLECTION)
    return row


async def _change(connection: AsyncConnection, channel_id: int, values: dict[str, Any]) -> None:
    of_channel = reflections.c.channel_id == channel_id
    await connection.execute(update(reflections).where(of_channel).values(values))


async def _leave_waiting(connection: AsyncConnection, channel_id: int) -> bool:
    left = await connection.execute(
        update(posts)
        .where(posts.c.channel_id == channel_id, posts.c.state == "waiting")
        .values(state="skipped", check_at=None)
    )
    return left.rowcount > 0


async def _enter_skipped(connection: AsyncConnection, channel: Row[Any], day: date) -> None:
    key = {"channel_id": channel.channel_id, "local_date": day}
    known = await connection.scalar(select(func.count()).select_from(posts).filter_by(**key))
    if not known:  # a post that failed or was missed keeps its row
        await connection.execute(
            insert(posts).values(
                **key,
                guild_id=channel.guild_id,
                due=channel.due,
                state="skipped",
                attempts=0,
                late=False,
            )
        )


async def _status(
    connection: AsyncConnection, bags: Bags, guild_id: int, channel_id: int
) -> Status:
    of_channel = (reflections.c.guild_id == guild_id) & (reflections.c.channel_id == channel_id)
    return (await _statuses(connection, bags, of_channel))[0]


async def _statuses(
    connection: AsyncConnection, bags: Bags, which: ColumnElement[bool]
) -> list[Status]:
    rows = (await connection.execute(_REFLECTIONS.where(which))).all()
    wanted = [row.channel_id for row in rows]
    latest = await connection.execute(_LATEST, {"channels": wanted})
    last = {row.channel_id: row for row in latest}
    return [_as_status(row, last.get(row.channel_id), bags) for row in rows]


def _as_status(row: Row[Any], last: Row[Any] | None, bags: Bags) -> Status:
    drawn, passages = bags.of(row.essay).progress(row.channel_id, Place(row.round, row.drawn))
    waits = last.check_at if last is not None and last.state in ("claimed", "waiting") else None
    times = [moment for moment in (row.due, waits) if moment is not None]
    return Status(
        setup=Setup(**{name: getattr(row, name) for name in Setup.__slots__}),
        state=row.state,
        reason=row.reason,
        created_at=row.created_at,
        next_at=min(times) if times and row.state == "on" else None,
        failing_since=row.failing_since,
        last=last and _as_last(last),
        drawn=drawn,
        passages=passages,
    )


def _as_last(row: Row[Any]) -> LastPost:
    return LastPost(
        row.local_date, row.state, row.sent_at, row.message_id, row.late, row.error, row.thread
    )


_NO_REFLECTION = "The channel has no daily reflection; set one up first."
_WAITING = (
    select(posts)
    .where(posts.c.channel_id == bindparam("of_channel"), posts.c.state.in_(("claimed", "waiting")))
    .order_by(posts.c.local_date.desc())
)
_REFLECTIONS = select(reflections).order_by(reflections.c.created_at, reflections.c.channel_id)
_CHANNEL = select(reflections).where(
    reflections.c.guild_id == bindparam("of_guild"),
    reflections.c.channel_id == bindparam("of_channel"),
)
# A date that was skipped in advance is no result yet.
_RESULTS = (
    select(posts.c.channel_id, func.max(posts.c.local_date).label("local_date"))
    .where(
        posts.c.channel_id.in_(bindparam("channels", expanding=True)),
        (posts.c.state != "skipped") | (posts.c.attempts > 0),
    )
    .group_by(posts.c.channel_id)
    .subquery()
)
_LATEST = select(posts).join(
    _RESULTS,
    (posts.c.channel_id == _RESULTS.c.channel_id) & (posts.c.local_date == _RESULTS.c.local_date),
)
