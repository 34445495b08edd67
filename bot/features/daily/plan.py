"""What a channel's row asks for at some moment: which post, of which excerpt. Pure."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Row

from bot.features.daily.excerpts import Draw, Excerpt, ExcerptBags, RoundPosition
from bot.features.daily.posts import Post, nonce, thread_name
from bot.features.daily.schedule import posts_due
from bot.features.daily.zones import zone

LATE_AFTER = timedelta(minutes=10)


class Plan(NamedTuple):
    """What is to be done for a channel: the post to make now (if any) with the draw behind it,
    the local date whose post was missed (if any), when the next one is due, and the position in
    the round after the draw.
    """

    post: Post | None
    draw: Draw | None
    missed: date | None
    following: datetime
    position: RoundPosition


def plan(channel: Row[Any], now: datetime, bags: ExcerptBags) -> Plan:
    """What the row `channel` of `reflections`, due by `now`, asks for. Raises ZoneError."""
    todo = posts_due(channel.due, now, channel.local_time, zone(channel.zone), channel.days)
    position = position_of(channel)
    bag = bags.of(channel.essay)
    if todo.due is None or todo.local_date is None or not bag:
        return Plan(None, None, todo.missed, todo.following, position)
    draw = bag.draw(channel.channel_id, position)
    question = draw.excerpt.question(draw.question)
    made = post_of(channel, todo.due, todo.local_date, draw.excerpt, question, now)
    return Plan(made, draw, todo.missed, todo.following, draw.position)


def position_of(channel: Any) -> RoundPosition:
    """How far the channel of a row of `reflections` is; at the start if there is no such row."""
    return RoundPosition(channel.round or 0, channel.drawn or 0, channel.set_aside)


def excerpt_of(
    post: Any, position: RoundPosition, bags: ExcerptBags
) -> tuple[Excerpt | None, int | None]:
    """The excerpt that a row of `posts` names, and the index of its question.

    After an edit of the text that removed it, the next one of the round; None without any.
    """
    excerpt = bags.excerpt(post.essay, post.paragraph, post.first, post.last)
    if excerpt is not None:
        return excerpt, post.question
    bag = bags.of(post.essay)
    if not bag:
        return None, None
    draw = bag.draw(post.channel_id, position)
    return draw.excerpt, draw.question


def post_of(
    channel: Any,
    due: datetime,
    local_date: date,
    excerpt: Excerpt,
    question: str | None,
    now: datetime,
) -> Post:
    """The post of `excerpt` for `channel`, a row of `reflections` or anything of that shape."""
    return Post(
        guild_id=channel.guild_id,
        channel_id=channel.channel_id,
        role_id=channel.role_id,
        essay=excerpt.essay,
        paragraph=excerpt.paragraph,
        sentences=excerpt.sentences,
        reflection=question,
        nonce=nonce(channel.channel_id, local_date),
        local_date=local_date,
        due=due,
        late=now - due > LATE_AFTER,
        picture=bool(channel.picture),
        thread=thread_name(local_date) if channel.thread else None,
        publish=bool(channel.publish),
        tags=tuple(channel.tags or ()),
    )
