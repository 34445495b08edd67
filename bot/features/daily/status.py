"""The status of a channel's daily reflection, as shown to moderators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.features.daily.choices import Setup
from bot.features.daily.excerpts import ExcerptBags
from bot.features.daily.plan import position_of
from bot.storage.schema import posts, reflections


@dataclass(frozen=True, slots=True)
class LastPost:
    """How the latest post went.

    `state` is "claimed" (being sent now), "waiting" (failed, will be tried again), "sent",
    "failed", "missed" (the bot did not run that day) or "skipped". `at` is when it was sent;
    `error` is a sentence; `thread` and `published` are "due", "made", "failed" or None.
    """

    local_date: date
    state: str
    at: datetime | None
    message_id: int | None
    late: bool
    error: str | None
    thread: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a channel's daily reflection.

    `state` is "on" or "paused", for which `reason` may say why (None: a moderator did). `next_at`
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


async def statuses(
    connection: AsyncConnection, bags: ExcerptBags, which: ColumnElement[bool]
) -> list[Status]:
    """The channels `which` (a condition on `reflections`), the one set up first in front."""
    rows: Sequence[Row[Any]] = (await connection.execute(_REFLECTIONS.where(which))).all()
    wanted = [row.channel_id for row in rows]
    latest = await connection.execute(_LATEST, {"channels": wanted})
    last = {row.channel_id: row for row in latest}
    return [_as_status(row, last.get(row.channel_id), bags) for row in rows]


def _as_status(row: Row[Any], last: Row[Any] | None, bags: ExcerptBags) -> Status:
    drawn, passages = bags.of(row.essay).progress(row.channel_id, position_of(row))
    waits = last.check_at if last is not None and last.state in ("claimed", "waiting") else None
    times = [moment for moment in (row.due, waits) if moment is not None]
    return Status(
        setup=Setup.of(row),
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
        row.local_date,
        row.state,
        row.sent_at,
        row.message_id,
        row.late,
        row.error,
        row.thread,
        row.published,
    )


_REFLECTIONS = select(reflections).order_by(reflections.c.created_at, reflections.c.channel_id)
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
