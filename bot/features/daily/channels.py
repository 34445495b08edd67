"""The channels that have a daily reflection: reading and changing their settings."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.features.daily.choices import WHEN, Setup
from bot.features.daily.excerpts import ExcerptBags, RoundPosition
from bot.features.daily.plan import excerpt_of, position_of, post_of
from bot.features.daily.posts import Post
from bot.features.daily.schedule import day_is_over, local_date_of, next_due
from bot.features.daily.status import Status, statuses
from bot.features.daily.zones import zone
from bot.storage import Database
from bot.storage.schema import erased_posts, guilds, posts, reflections
from bot.translation import gettext as _
from bot.translation import later

_TAKEN = ("claimed", "waiting", "sent", "skipped")
_POSTED = ("claimed", "sent")
_HEALTHY: dict[str, Any] = {"state": "on", "reason": None, "failing_since": None, "told": False}


class Channels:
    """The channels that have a daily reflection.

    A channel is always given with its server, so that no server can change another's.
    Methods on one channel raise LookupError if it has no daily reflection; every method raises
    DatabaseError.
    """

    def __init__(self, database: Database, bags: ExcerptBags) -> None:
        self._database = database
        self._bags = bags

    async def setup(self, chosen: Setup, now: datetime) -> Status:
        """Sets the channel up and turns it on; the round of excerpts that it may have had is kept.

        Raises ZoneError for an unknown zone.
        """
        zone(chosen.zone)
        guild_id, channel_id = chosen.guild_id, chosen.channel_id
        values = chosen.columns() | _HEALTHY
        async with self._database.write() as connection:
            before = await _locked(connection, guild_id, channel_id)
            await add_guild(connection, guild_id, now)
            if before is None:  # by now somebody else may have set it up
                before = await _locked(connection, guild_id, channel_id)
            await _restore_erased(connection, guild_id, channel_id)
            # Today's post, if it failed or was skipped, comes at the time that was chosen now.
            _, position = await self._withdraw_waiting(connection, channel_id, before)
            values["due"] = await next_free_due(connection, chosen, now, _POSTED)
            if before is None:
                await connection.execute(insert(reflections).values(**values, created_at=now))
            else:
                if before.essay != chosen.essay:
                    position = RoundPosition(position.round)
                await _change(connection, channel_id, values | _columns(position))
            return await self._status(connection, guild_id, channel_id)

    async def change(
        self, guild_id: int, channel_id: int, changes: Mapping[str, Any], now: datetime
    ) -> Status:
        """Changes some of the fields of `Setup`; a date that was skipped stays so.

        Raises ZoneError for an unknown zone.
        """
        async with self._database.write() as connection:
            row = await _existing(connection, guild_id, channel_id)
            values = dict(changes)
            chosen = Setup(**{**Setup.of(row).columns(), **changes})
            zone(chosen.zone)
            if row.due is not None and any(field in changes for field in WHEN):
                values["due"] = await next_free_due(connection, chosen, now, _TAKEN)
            if chosen.essay != row.essay:
                values |= _columns(RoundPosition(row.round))
            await _change(connection, channel_id, values)
            return await self._status(connection, guild_id, channel_id)

    async def status(self, guild_id: int) -> list[Status]:
        """The server's channels, the one set up first in front."""
        async with self._database.read() as connection:
            return await statuses(connection, self._bags, reflections.c.guild_id == guild_id)

    async def preview(self, chosen: Setup, now: datetime) -> Post:
        """The first post if `chosen` were set up now; nothing changes.

        Raises ZoneError for an unknown zone, LookupError if no text has an excerpt to post.
        """
        async with self._database.read() as connection:
            row = await _row(connection, chosen.guild_id, chosen.channel_id)
            due = await next_free_due(connection, chosen, now, _POSTED)
            waiting = await _pending(connection, chosen.channel_id, "waiting")
        position = RoundPosition() if row is None else position_of(row)
        if row is not None and row.essay != chosen.essay:
            position = RoundPosition(position.round)
        elif row is not None and waiting is not None:
            position = self._put_back(row, position, waiting)
        return self._drawn(chosen, position, due, now)

    async def upcoming(self, guild_id: int, channel_id: int, now: datetime) -> Post:
        """The next post: today's if it failed and will be tried again; nothing changes.

        Raises LookupError if no text has an excerpt to post, too.
        """
        async with self._database.read() as connection:
            row = await _row(connection, guild_id, channel_id)
            if row is None:
                raise LookupError(_(_NONE))
            pending = await _pending(connection, channel_id, "claimed", "waiting")
            due = row.due or await next_free_due(connection, row, now, _TAKEN)
        if pending is not None and not day_is_over(pending.due, now, zone(row.zone)):
            excerpt, question = excerpt_of(pending, position_of(row), self._bags)
            if excerpt is not None:
                at = max(now, pending.check_at or now)
                asked = excerpt.question(question)
                return post_of(row, pending.due, pending.local_date, excerpt, asked, at)
        return self._drawn(row, position_of(row), due, max(now, due))

    async def skip(self, guild_id: int, channel_id: int, now: datetime) -> Status:
        """Leaves out the next date: today's, if its post failed and waits for a try, else the next
        due. The excerpt comes on the date after.
        """
        async with self._database.write() as connection:
            row = await _existing(connection, guild_id, channel_id)
            waited, position = await self._withdraw_waiting(connection, channel_id, row)
            if waited:
                await _change(connection, channel_id, _columns(position))
            elif row.due is not None:
                day = local_date_of(row.due, row.local_time, zone(row.zone))
                await _enter_skipped(connection, row, day)
                due = await next_free_due(connection, row, max(row.due, now), _TAKEN)
                await _change(connection, channel_id, {"due": due})
            return await self._status(connection, guild_id, channel_id)

    async def another(self, guild_id: int, channel_id: int) -> Status:
        """Lets another excerpt come next; the one passed over comes at the end of the round.

        Raises LookupError if there is no other, too.
        """
        async with self._database.write() as connection:
            row = await _existing(connection, guild_id, channel_id)
            bag, position = self._bags.of(row.essay), position_of(row)
            waiting = await _pending(connection, channel_id, "waiting", lock=True)
            try:
                if waiting is not None:
                    position = self._put_back(row, position, waiting)
                position = bag.pass_over(channel_id, position)
            except LookupError:
                raise LookupError(_("There is no other passage to post now.")) from None
            if waiting is not None:
                draw = bag.draw(channel_id, position)
                position = draw.position
                excerpt = draw.excerpt
                await connection.execute(
                    update(posts)
                    .where(_of_post(waiting), posts.c.state == "waiting")
                    .values(
                        essay=excerpt.essay,
                        paragraph=excerpt.paragraph,
                        first=excerpt.first,
                        last=excerpt.last,
                        question=draw.question,
                    )
                )
            await _change(connection, channel_id, _columns(position))
            return await self._status(connection, guild_id, channel_id)

    async def pause(self, guild_id: int, channel_id: int) -> Status:
        """Pauses the channel until `resume`."""
        async with self._database.write() as connection:
            await _existing(connection, guild_id, channel_id)
            await _change(connection, channel_id, {"state": "paused", "reason": None, "due": None})
            return await self._status(connection, guild_id, channel_id)

    async def resume(self, guild_id: int, channel_id: int, now: datetime) -> Status:
        """Turns the channel on again; a post that waits for its next try is tried at once."""
        async with self._database.write() as connection:
            row = await _existing(connection, guild_id, channel_id)
            due = await next_free_due(connection, row, now, _TAKEN)
            await _change(connection, channel_id, {**_HEALTHY, "due": due})
            await connection.execute(
                update(posts)
                .where(posts.c.channel_id == channel_id, posts.c.state == "waiting")
                .values(check_at=now)
            )
            return await self._status(connection, guild_id, channel_id)

    async def stop(self, guild_id: int, channel_id: int) -> None:
        """Ends the channel's daily reflection and forgets its settings and its round."""
        async with self._database.write() as connection:
            await _existing(connection, guild_id, channel_id)
            await connection.execute(
                delete(reflections).where(reflections.c.channel_id == channel_id)
            )

    async def _withdraw_waiting(
        self, connection: AsyncConnection, channel_id: int, row: Row[Any] | None
    ) -> tuple[bool, RoundPosition]:
        """Ends the tries of a post that waits for one; its excerpt comes next again.

        Returns whether there was one, and the position in the round after that.
        """
        position = RoundPosition() if row is None else position_of(row)
        waiting = await _pending(connection, channel_id, "waiting", lock=True)
        ended = await connection.execute(
            update(posts)
            .where(posts.c.channel_id == channel_id, posts.c.state == "waiting")
            .values(state="skipped", check_at=None)
        )
        if waiting is not None and row is not None:
            position = self._put_back(row, position, waiting)
        return ended.rowcount > 0, position

    def _put_back(self, row: Row[Any], position: RoundPosition, waiting: Row[Any]) -> RoundPosition:
        place = (waiting.essay, waiting.paragraph, waiting.first, waiting.last)
        excerpt = self._bags.excerpt(*place)
        if excerpt is None:
            return position
        return self._bags.of(row.essay).put_back(row.channel_id, position, excerpt)

    def _drawn(self, channel: Any, position: RoundPosition, due: datetime, now: datetime) -> Post:
        draw = self._bags.of(channel.essay).draw(channel.channel_id, position)
        day = local_date_of(due, channel.local_time, zone(channel.zone))
        question = draw.excerpt.question(draw.question)
        return post_of(channel, due, day, draw.excerpt, question, now)

    async def _status(self, connection: AsyncConnection, guild_id: int, channel_id: int) -> Status:
        of_channel = (reflections.c.guild_id == guild_id) & (reflections.c.channel_id == channel_id)
        return (await statuses(connection, self._bags, of_channel))[0]


async def next_free_due(
    connection: AsyncConnection, channel: Any, after: datetime, taken: Sequence[str]
) -> datetime:
    """When the channel's next post after `after` is due whose date has no post in a state `taken`.

    `channel` is a row of `reflections`, or anything of that shape.
    """
    when = (channel.local_time, zone(channel.zone), channel.days)
    due = next_due(after, *when)
    found = await connection.scalars(
        select(posts.c.local_date).where(
            posts.c.channel_id == channel.channel_id,
            posts.c.local_date >= local_date_of(due, *when[:2]),
            posts.c.state.in_(taken),
        )
    )
    dates = set(found)
    while local_date_of(due, *when[:2]) in dates:
        due = next_due(due, *when)
    return due


async def add_guild(connection: AsyncConnection, guild_id: int, now: datetime) -> None:
    """Makes the server known; if the bot had been removed from it, its channels are due again."""
    add = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    await connection.execute(add(guilds).values(guild_id=guild_id).on_conflict_do_nothing())
    # Whoever sets up another channel of the server, or the same one, waits here.
    known = select(guilds).where(guilds.c.guild_id == guild_id).with_for_update(key_share=True)
    row = (await connection.execute(known)).one()
    if row.removed_at is not None:
        on = (reflections.c.guild_id == guild_id) & (reflections.c.state == "on")
        for channel in (await connection.execute(select(reflections).where(on))).all():
            due = await next_free_due(connection, channel, now, _TAKEN)
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


async def _existing(connection: AsyncConnection, guild_id: int, channel_id: int) -> Row[Any]:
    row = await _locked(connection, guild_id, channel_id)
    if row is None:
        raise LookupError(_(_NONE))
    return row


async def _change(connection: AsyncConnection, channel_id: int, values: dict[str, Any]) -> None:
    of_channel = reflections.c.channel_id == channel_id
    await connection.execute(update(reflections).where(of_channel).values(values))


async def _pending(
    connection: AsyncConnection, channel_id: int, *states: str, lock: bool = False
) -> Row[Any] | None:
    """The channel's latest post in one of `states`, if there is any."""
    wanted = (
        select(posts)
        .where(posts.c.channel_id == channel_id, posts.c.state.in_(states))
        .order_by(posts.c.local_date.desc())
        .limit(1)
    )
    found = await connection.execute(wanted.with_for_update() if lock else wanted)
    return found.one_or_none()


def _of_post(row: Row[Any]) -> ColumnElement[bool]:
    return and_(posts.c.channel_id == row.channel_id, posts.c.local_date == row.local_date)


async def _restore_erased(connection: AsyncConnection, guild_id: int, channel_id: int) -> None:
    """Lets count what a server posted before all that was kept of it was erased."""
    of_channel = erased_posts.c.channel_id == channel_id
    for row in (await connection.execute(select(erased_posts).where(of_channel))).mappings().all():
        key = {"channel_id": channel_id, "local_date": row["local_date"]}
        if not await connection.scalar(select(func.count()).select_from(posts).filter_by(**key)):
            kept = dict(row) | {"guild_id": guild_id, "late": False}
            await connection.execute(insert(posts).values(kept))
    await connection.execute(delete(erased_posts).where(of_channel))


def _columns(position: RoundPosition) -> dict[str, Any]:
    return position._asdict()


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


_NONE = later("The channel has no daily reflection; set one up first.")
_CHANNEL = select(reflections).where(
    reflections.c.guild_id == bindparam("of_guild"),
    reflections.c.channel_id == bindparam("of_channel"),
)
