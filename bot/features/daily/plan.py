"""What a channel's row asks for at some moment: which post, of which passage. Pure."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Row

from bot.features.daily.excerpts import Bags, Draw, Passage, Place
from bot.features.daily.posts import Post, nonce, thread_name
from bot.features.daily.schedule import turn
from bot.features.daily.zones import zone

LATE_AFTER = timedelta(minutes=10)


class Plan(NamedTuple):
    """What is to be done for a channel: the post to make now (if any) with the draw behind it,
    the local date whose post was missed (if any), when the next one is due, and the place in the
    round after the draw.
    """

    post: Post | None
    draw: Draw | None
    missed: date | None
    following: datetime
    place: Place


def plan(channel: Row[Any], now: datetime, bags: Bags) -> Plan:
    """What the row `channel` of `reflections`, due by `now`, asks for. Raises ZoneError."""
    todo = turn(channel.due, now, channel.local_time, zone(channel.zone))
    place = Place(channel.round, channel.drawn)
    bag = bags.of(channel.essay)
    if todo.due is None or todo.local_date is None or not bag:
        return Plan(None, None, todo.missed, todo.following, place)
    draw = bag.draw(channel.channel_id, place)
    question = draw.passage.question(draw.question)
    made = post(channel, todo.due, todo.local_date, draw.passage, question, now)
    return Plan(made, draw, todo.missed, todo.following, draw.place)


def post(
    channel: Any,
    due: datetime,
    local_date: date,
    passage: Passage,
    question: str | None,
    now: datetime,
) -> Post:
    """The post of `passage` for `channel`, a row of `reflections` or anything of that shape."""
    return Post(
        guild_id=channel.guild_id,
        channel_id=channel.channel_id,
        role_id=channel.role_id,
        essay=passage.essay,
        paragraph=passage.paragraph,
        sentences=passage.sentences,
        reflection=question,
        nonce=nonce(channel.channel_id, local_date),
        local_date=local_date,
        due=due,
        late=now - due > LATE_AFTER,
        picture=bool(channel.picture),
        thread=thread_name(local_date) if channel.thread else None,
    )
