"""Claims on posts: taking those that are due, and those that another process left unfinished."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.features.daily.excerpts import Excerpt, ExcerptBags
from bot.features.daily.plan import Plan, excerpt_of, plan, position_of, post_of
from bot.features.daily.posts import Post
from bot.features.daily.schedule import day_is_over
from bot.features.daily.zones import ZoneError, zone
from bot.storage import Database
from bot.storage.schema import posts, reflections

Key = tuple[int, date]
_SLACK = timedelta(seconds=2)  # the database keeps whole seconds


@dataclass(slots=True)
class Lease:
    """Until when a batch of claims belongs to one process; it can be renewed before that."""

    until: datetime
    claims: int = 0


class Claim(NamedTuple):
    """A post that only this process may work on until its `lease` runs out.

    `attempts` counts the claims of the post, this one too; `since` is when the first was made.
    `may_send` is false when a message may only be looked for, as the day is over or a moderator
    paused or stopped. `message_id` is set when only the thread or the publishing is missing:
    `thread_due` and `publication_due` say which is not made yet. `failing` says that the channel's
    earlier posts failed.
    """

    post: Post
    attempts: int
    since: datetime
    lease: Lease
    may_send: bool = True
    over: bool = False
    message_id: int | None = None
    thread_due: bool = True
    publication_due: bool = True
    failing: bool = False


class Claims:
    """Makes claims for the process `owner`; each lasts for `duration`, or longer if renewed.

    `clock` gives the present moment in UTC. Every method raises DatabaseError.
    """

    def __init__(
        self,
        database: Database,
        bags: ExcerptBags,
        owner: str,
        duration: timedelta,
        clock: Callable[[], datetime],
    ) -> None:
        self.owner = owner
        self._database = database
        self._bags = bags
        self._duration = duration
        self._clock = clock

    async def anything_due(self, now: datetime) -> bool:
        """Whether there is anything to claim at `now`; cheap enough to ask all the time."""
        async with self._database.statement() as connection:
            soonest = (await connection.execute(_SOONEST)).one()
        return any(moment is not None and moment <= now for moment in soonest)

    async def due(self, now: datetime, limit: int) -> tuple[list[Claim], bool]:
        """Claims the posts of up to `limit` channels that are due at `now`.

        With them, whether there may be more.
        """
        async with self._database.write() as connection:
            rows = (await connection.execute(_DUE, {"now": now, "rows": limit})).all()
            if not rows:
                return [], False
            plans, unknown = self._plans(rows, now)
            if unknown:
                await connection.execute(_PAUSE, unknown)
            claims = await self._enter(connection, plans, now)
            if plans:
                await connection.execute(_ADVANCE, [_advance(*planned) for planned in plans])
        return claims, len(rows) == limit

    async def unfinished(self, now: datetime, limit: int) -> tuple[list[Claim], bool]:
        """Claims up to `limit` posts whose lease has run out, or whose next try has come."""
        async with self._database.write() as connection:
            rows = (await connection.execute(_UNFINISHED, {"now": now, "rows": limit})).all()
            lease = self._new_lease()
            claims = [self._taken_over(row, now, lease) for row in rows]
            lease.claims = len(claims)
            if claims:
                await connection.execute(_TAKE_OVER, [self._taking(claim) for claim in claims])
        return claims, len(rows) == limit

    async def renew(self, leases: Iterable[Lease]) -> None:
        """Prolongs those of `leases` that have not run out."""
        now = self._clock()
        running = [lease for lease in leases if lease.until > now + _SLACK]
        if not running:
            return
        until = now + self._duration
        async with self._database.write() as connection:
            await connection.execute(
                _RENEW,
                {
                    "of_owner": self.owner,
                    "untils": [lease.until for lease in running],
                    "next_check_at": until,
                },
            )
        for lease in running:
            lease.until = until

    def _new_lease(self) -> Lease:
        return Lease(self._clock() + self._duration)

    def _plans(
        self, rows: Sequence[Row[Any]], now: datetime
    ) -> tuple[list[tuple[Row[Any], Plan]], list[dict[str, Any]]]:
        plans, unknown = [], []
        for row in rows:
            try:
                plans.append((row, plan(row, now, self._bags)))
            except ZoneError as error:
                unknown.append({"of_channel": row.channel_id, "why": str(error)})
        return plans, unknown

    async def _enter(
        self, connection: AsyncConnection, plans: list[tuple[Row[Any], Plan]], now: datetime
    ) -> list[Claim]:
        """Writes the plans into the ledger, and returns the posts that are ours to make."""
        lease = self._new_lease()
        entries: dict[Key, dict[str, Any]] = {}
        claims: dict[Key, Claim] = {}
        for row, planned in plans:
            if planned.missed is not None:
                entries[row.channel_id, planned.missed] = _missed(row, planned.missed)
            if planned.post is not None:
                key = (row.channel_id, planned.post.local_date)
                failing = row.failing_since is not None
                claims[key] = Claim(planned.post, 1, now, lease, failing=failing)
                entries[key] = self._entry(planned, claims[key])
        for known in await _known(connection, entries):
            key = (known.channel_id, known.local_date)
            entry = entries.pop(key)
            claim = claims.pop(key, None)
            if claim is None or known.state in ("claimed", "waiting", "sent"):
                continue  # it is being seen to, or done
            # A moderator skipped or stopped it, and set the channel up anew for the same day.
            attempts = known.attempts + 1
            claims[key] = Claim(claim.post, attempts, known.claimed_at or now, lease)
            await connection.execute(
                update(posts)
                .where(posts.c.channel_id == key[0], posts.c.local_date == key[1])
                .values({**entry, "attempts": attempts, "claimed_at": claims[key].since})
            )
        if entries:
            await connection.execute(insert(posts), list(entries.values()))
        lease.claims = len(claims)
        return list(claims.values())

    def _entry(self, planned: Plan, claim: Claim) -> dict[str, Any]:
        made = claim.post
        return {
            "channel_id": made.channel_id,
            "local_date": made.local_date,
            "guild_id": made.guild_id,
            "due": made.due,
            "state": "claimed",
            "owner": self.owner,
            "attempts": claim.attempts,
            "check_at": claim.lease.until,
            "claimed_at": claim.since,
            "late": made.late,
            "essay": made.essay,
            "paragraph": made.paragraph,
            "first": made.sentences[0],
            "last": made.sentences[-1],
            "question": planned.draw.question if planned.draw else None,
        }

    def _taken_over(self, row: Row[Any], now: datetime, lease: Lease) -> Claim:
        over = _is_over(row, now)
        excerpt, question = excerpt_of(row, position_of(row), self._bags)
        may_send = row.channel_state == "on" and not over and excerpt is not None
        excerpt = excerpt or Excerpt(row.essay, row.paragraph, row.first, row.last, (), "")
        made = post_of(row, row.due, row.local_date, excerpt, excerpt.question(question), now)
        return Claim(
            post=made,
            attempts=row.attempts + 1,
            since=row.claimed_at,
            lease=lease,
            may_send=may_send,
            over=over,
            message_id=row.message_id,
            thread_due=row.made_thread != "made",
            publication_due=row.published != "made",
            failing=row.failing_since is not None,
        )

    def _taking(self, claim: Claim) -> dict[str, Any]:
        return {
            "of_channel": claim.post.channel_id,
            "of_date": claim.post.local_date,
            "owner": self.owner,
            "attempts": claim.attempts,
            "check_at": claim.lease.until,
        }


_UNCLAIMED: dict[str, Any] = {
    "owner": None,
    "attempts": 0,
    "check_at": None,
    "claimed_at": None,
    "late": False,
    "essay": None,
    "paragraph": None,
    "first": None,
    "last": None,
    "question": None,
}

# The ends of two indexes; asked with "<= now", a server may choose to read the whole tables.
_SOONEST = select(
    select(func.min(reflections.c.due)).where(reflections.c.due.is_not(None)).scalar_subquery(),
    select(func.min(posts.c.check_at)).where(posts.c.check_at.is_not(None)).scalar_subquery(),
)
# A row that another process has locked is that process's to claim.
_DUE = (
    select(reflections)
    .where(reflections.c.due <= bindparam("now"))
    .order_by(reflections.c.due)
    .limit(bindparam("rows"))
    .with_for_update(skip_locked=True)
)
_UNFINISHED: Select[Any] = (
    select(
        *posts.c["channel_id", "guild_id", "local_date", "due", "attempts", "claimed_at"],
        *posts.c["message_id", "essay", "paragraph", "first", "last", "question"],
        posts.c.published,
        posts.c.thread.label("made_thread"),
        *reflections.c["role_id", "picture", "thread", "publish", "tags", "zone"],
        *reflections.c["round", "drawn", "set_aside", "failing_since"],
        reflections.c.state.label("channel_state"),
    )
    .outerjoin_from(posts, reflections, posts.c.channel_id == reflections.c.channel_id)
    .where(posts.c.check_at <= bindparam("now"))
    .order_by(posts.c.check_at)
    .limit(bindparam("rows"))
    .with_for_update(skip_locked=True, of=posts)
)
_KNOWN: Select[Any] = select(
    *posts.c["channel_id", "local_date", "state", "attempts", "claimed_at"]
).where(
    posts.c.channel_id.in_(bindparam("channels", expanding=True)),
    posts.c.local_date.in_(bindparam("dates", expanding=True)),
)
_TAKE_OVER = (
    update(posts)
    .where(
        posts.c.channel_id == bindparam("of_channel"), posts.c.local_date == bindparam("of_date")
    )
    .values({name: bindparam(name) for name in ("owner", "attempts", "check_at")})
)
_RENEW = (
    update(posts)
    .where(
        posts.c.owner == bindparam("of_owner"),
        posts.c.check_at.in_(bindparam("untils", expanding=True)),
    )
    .values(check_at=bindparam("next_check_at"))
)
_ADVANCE = (
    update(reflections)
    .where(reflections.c.channel_id == bindparam("of_channel"))
    .values(
        due=bindparam("next_due"),
        round=bindparam("next_round"),
        drawn=bindparam("next_drawn"),
        set_aside=bindparam("next_set_aside"),
    )
)
_PAUSE = (
    update(reflections)
    .where(reflections.c.channel_id == bindparam("of_channel"))
    .values(state="paused", reason=bindparam("why"), due=None)
)


def _advance(row: Row[Any], planned: Plan) -> dict[str, Any]:
    return {
        "of_channel": row.channel_id,
        "next_due": planned.following,
        "next_round": planned.position.round,
        "next_drawn": planned.position.drawn,
        "next_set_aside": planned.position.set_aside,
    }


def _missed(row: Row[Any], local_date: date) -> dict[str, Any]:
    return {
        **_UNCLAIMED,
        "channel_id": row.channel_id,
        "local_date": local_date,
        "guild_id": row.guild_id,
        "due": row.due,
        "state": "missed",
    }


async def _known(connection: AsyncConnection, keys: Iterable[Key]) -> list[Row[Any]]:
    """Those of the posts `keys` that are in the ledger already."""
    wanted = set(keys)
    found = await connection.execute(
        _KNOWN, {"channels": [key[0] for key in wanted], "dates": list({key[1] for key in wanted})}
    )
    return [row for row in found if (row.channel_id, row.local_date) in wanted]


def _is_over(row: Row[Any], now: datetime) -> bool:
    try:
        return day_is_over(row.due, now, zone(row.zone or "UTC"))
    except ZoneError:
        return True


async def backlog(database: Database, now: datetime) -> int:
    """How many posts are due at `now` and neither posted nor given up, of all processes.

    Raises DatabaseError.
    """
    async with database.statement() as connection:
        unclaimed, unsettled = (await connection.execute(_BACKLOG, {"now": now})).one()
    return int(unclaimed + unsettled)


_BACKLOG = select(
    select(func.count()).where(reflections.c.due <= bindparam("now")).scalar_subquery(),
    select(func.count())
    # Both conditions: the first has an index.
    .where(posts.c.check_at.is_not(None), posts.c.state.in_(("claimed", "waiting")))
    .scalar_subquery(),
)
