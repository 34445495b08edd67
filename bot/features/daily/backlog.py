"""How many posts wait: due, and not yet in their channel nor given up."""

from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.storage import Database
from bot.storage.schema import posts, reflections


async def backlog(database: Database, now: datetime) -> int:
    """Posts that are due at `now` and not yet settled, of all processes. Raises DatabaseError."""
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
