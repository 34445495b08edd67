"""What came of claims, written into the ledger; only while the claim was still this process's."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.features.daily.claims import Claim
from bot.features.daily.posts import Failure, Notice, Retry
from bot.storage import Database
from bot.storage.schema import posts, reflections

GIVE_UP_AFTER = timedelta(days=7)
LOOKS = 8  # for a message that may no longer be sent


_LASTING = (timedelta(minutes=5), 3, timedelta(hours=6))
_PASSING = (timedelta(seconds=30), 2, timedelta(minutes=30))


class Sent(NamedTuple):
    """The message is in the channel, as `message_id`.

    `late` is None if an earlier claim sent it. `thread` and `published` are "due", "made" or
    "failed", and None if not wanted; `failure` says why one of them is not made.
    """

    claim: Claim
    at: datetime
    message_id: int
    late: bool | None
    thread: str | None = None
    published: str | None = None
    failure: Failure | None = None


class Failed(NamedTuple):
    """No message is known to be in the channel; without a `failure` none was wanted any more."""

    claim: Claim
    at: datetime
    failure: Failure | None


class Returned(NamedTuple):
    """Nothing was sent under this claim, which is given back: anybody may take the post now."""

    claim: Claim


Outcome = Sent | Failed | Returned


async def settle(database: Database, owner: str, outcomes: Iterable[Outcome]) -> list[Notice]:
    """Keeps what came of the claims of `owner`, and returns what moderators should be told.

    A claim that somebody else took over meanwhile is left to them. Raises DatabaseError.
    """
    sent: list[Sent] = []
    failed: list[Failed] = []
    returned: list[Returned] = []
    for outcome in outcomes:
        if isinstance(outcome, Sent):
            sent.append(outcome)
        elif isinstance(outcome, Failed):
            failed.append(outcome)
        else:
            returned.append(outcome)
    notices: list[Notice] = []
    if not sent and not failed and not returned:
        return notices
    async with database.write() as connection:
        if healed := [outcome.claim.post.channel_id for outcome in sent if outcome.claim.failing]:
            await connection.execute(_HEAL, {"channels": sorted(healed)})
        # Channels before posts, in order: as everywhere, so that no two wait for each other.
        for outcome in sorted(failed, key=lambda outcome: outcome.claim.post.channel_id):
            notices += await _settle_failed(connection, owner, outcome)
        known = [outcome for outcome in sent if outcome.late is None]
        if len(known) < len(sent):
            made = [outcome for outcome in sent if outcome.late is not None]
            await connection.execute(
                _SENT, [_sent(outcome, owner) | {"is_late": outcome.late} for outcome in made]
            )
        if known:
            await connection.execute(_KNOWN, [_sent(outcome, owner) for outcome in known])
        if returned:
            await connection.execute(_RETURN, [_mine(outcome.claim, owner) for outcome in returned])
    return notices


def pause_after(failure: Failure, attempts: int) -> timedelta:
    """How long to wait after the failed try number `attempts`: longer each time, to a limit."""
    if isinstance(failure, Retry):
        return timedelta(seconds=max(1.0, failure.after))
    first, growth, most = _LASTING if failure.lasting else _PASSING
    return min(first * int(growth ** min(attempts - 1, 9)), most)


async def _settle_failed(connection: AsyncConnection, owner: str, outcome: Failed) -> list[Notice]:
    claim, failure = outcome.claim, outcome.failure
    lasting = failure is not None and failure.lasting
    channel = (
        await connection.execute(_CHANNEL, {"of_channel": claim.post.channel_id})
    ).one_or_none()
    counts = lasting and channel is not None and channel.state == "on"
    since = (channel.failing_since if channel else None) or outcome.at
    given_up = counts and outcome.at - since >= GIVE_UP_AFTER
    looked_enough = not claim.may_send and (lasting or claim.attempts >= LOOKS)
    check_at = None
    if failure is not None and not given_up and not looked_enough:
        check_at = outcome.at + pause_after(failure, claim.attempts)
    if not await _write_failed(connection, owner, outcome, check_at) or not counts or not channel:
        return []
    reason = failure.reason if failure else ""
    changes: dict[str, Any] = {"failing_since": since, "told": True}
    if given_up:
        changes |= {"state": "paused", "reason": reason, "due": None}
    of_channel = reflections.c.channel_id == claim.post.channel_id
    await connection.execute(update(reflections).where(of_channel).values(changes))
    if channel.told:
        return []
    made = claim.post
    return [Notice(made.guild_id, made.channel_id, channel.set_up_by, reason, given_up)]


async def _write_failed(
    connection: AsyncConnection, owner: str, outcome: Failed, check_at: datetime | None
) -> bool:
    claim = outcome.claim
    if check_at is not None:
        state = "waiting"
    else:
        state = "failed" if claim.may_send or claim.over else "skipped"
    changes: dict[str, Any] = {"state": state, "owner": None, "check_at": check_at}
    if outcome.failure is not None:
        changes["error"] = outcome.failure.reason
    written = await connection.execute(
        update(posts)
        .where(
            posts.c.channel_id == claim.post.channel_id,
            posts.c.local_date == claim.post.local_date,
            posts.c.owner == owner,
            posts.c.attempts == claim.attempts,
        )
        .values(changes)
    )
    return written.rowcount == 1


def _sent(outcome: Sent, owner: str) -> dict[str, Any]:
    claim, check_at = outcome.claim, None
    if "due" in (outcome.thread, outcome.published):
        failure = outcome.failure
        check_at = outcome.at + pause_after(failure, claim.attempts) if failure else outcome.at
    return {
        **_mine(claim, owner),
        "next_check_at": check_at,
        "at": outcome.at,
        "message": outcome.message_id,
        "next_thread": outcome.thread,
        "next_published": outcome.published,
        "why": outcome.failure.reason if outcome.failure else None,
    }


def _mine(claim: Claim, owner: str) -> dict[str, Any]:
    return {
        "of_channel": claim.post.channel_id,
        "of_date": claim.post.local_date,
        "of_owner": owner,
        "of_attempts": claim.attempts,
    }


_CHANNEL = (
    select(*reflections.c["state", "failing_since", "told", "set_up_by"])
    .where(reflections.c.channel_id == bindparam("of_channel"))
    .with_for_update()
)
_HEAL = (
    update(reflections)
    .where(reflections.c.channel_id.in_(bindparam("channels", expanding=True)))
    .values(failing_since=None, told=False)
)
_MINE = (
    (posts.c.channel_id == bindparam("of_channel"))
    & (posts.c.local_date == bindparam("of_date"))
    & (posts.c.owner == bindparam("of_owner"))
    & (posts.c.attempts == bindparam("of_attempts"))
)
_SENT = (
    update(posts)
    .where(_MINE)
    .values(
        state="sent",
        owner=None,
        check_at=bindparam("next_check_at"),
        sent_at=bindparam("at"),
        message_id=bindparam("message"),
        late=bindparam("is_late"),
        thread=bindparam("next_thread"),
        published=bindparam("next_published"),
        error=bindparam("why"),
    )
)
# The message of an earlier claim, which may have settled it already.
_KNOWN = (
    update(posts)
    .where(_MINE)
    .values(
        state="sent",
        owner=None,
        check_at=bindparam("next_check_at"),
        sent_at=func.coalesce(posts.c.sent_at, bindparam("at", type_=posts.c.sent_at.type)),
        message_id=bindparam("message"),
        thread=bindparam("next_thread"),
        published=bindparam("next_published"),
        error=bindparam("why"),
    )
)
# As if it had not been claimed: due since it was, by everybody's clock, and tried as often as
# before. What a moderator skipped meanwhile wakes nobody, and stays so.
_RETURN = (
    update(posts)
    .where(_MINE, posts.c.check_at.is_not(None))
    .values(
        state=case((posts.c.state == "claimed", "waiting"), else_=posts.c.state),
        owner=None,
        attempts=posts.c.attempts - 1,
        check_at=posts.c.due,
    )
)
