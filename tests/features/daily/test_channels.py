"""What moderators do to channels, and what is kept of a server."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from bot.features.daily.choices import Setup
from bot.features.daily.delivery import Delivery
from bot.features.daily.posts import Gone, Unavailable
from bot.features.daily.schedule import WEEKDAYS
from bot.features.daily.zones import ZoneError
from bot.storage import Database
from bot.storage.guild_data import GuildData
from bot.storage.schema import metadata
from tests.features.daily.channel import Wire, World
from tests.features.daily.test_delivery import ESSAYS

GUILD, CHANNEL, MODERATOR = 7, 2**62 + 1, 4_242_424_242
DUE = datetime(2026, 1, 10, 8, tzinfo=UTC)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
CHOSEN = Setup(GUILD, CHANNEL, time(8), "Europe/London", MODERATOR)


class Desk:
    """The daily reflections of a database, on a clock that is set by hand."""

    def __init__(self, database: Database) -> None:
        self.moment = DUE - HOUR
        self.database = database
        self.world = World(lambda: self.moment)
        self.wire = Wire(self.world)
        self.reflections = Delivery(
            database, ESSAYS, self.wire, owner="one", now=lambda: self.moment
        )
        self.stored = GuildData(lambda: database, lambda: self.moment)
        self.channels, self.servers = self.reflections.channels, self.reflections.servers

    async def at(self, moment: datetime) -> int:
        self.moment = moment
        return await self.reflections.deliver_due(moment)

    async def rows(self) -> int:
        async with self.database.read() as connection:
            counts = [
                await connection.scalar(select(func.count()).select_from(table))
                for table in metadata.sorted_tables
            ]
        return sum(count or 0 for count in counts)


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def test_setting_up_says_when_the_first_post_comes(desk: Desk) -> None:
    status = await desk.channels.setup(CHOSEN, desk.moment)
    assert (status.setup, status.state, status.next_at) == (CHOSEN, "on", DUE)
    assert (status.created_at, status.last) == (desk.moment, None)
    assert (status.drawn, status.passages) == (0, 5)
    assert await desk.channels.status(GUILD) == [status]


async def test_an_unknown_zone_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    with pytest.raises(ZoneError):
        await desk.channels.setup(replace(CHOSEN, zone="Mars/Olympus"), desk.moment)
    assert await desk.rows() == 0


async def test_setting_up_again_changes_the_settings_and_keeps_the_round(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.at(DUE)
    changed = replace(CHOSEN, local_time=time(20), zone="Asia/Tokyo", thread=True, set_up_by=43)
    status = await desk.channels.setup(changed, DUE + HOUR)
    assert (status.setup, status.drawn) == (changed, 1)
    # The 10th had its post, and in Tokyo it is still the 10th.
    assert status.next_at == datetime(2026, 1, 11, 11, tzinfo=UTC)


async def test_stopping_and_setting_up_again_on_the_same_day_posts_once(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.at(DUE)
    await desk.channels.stop(GUILD, CHANNEL)
    assert await desk.channels.status(GUILD) == []
    status = await desk.channels.setup(replace(CHOSEN, local_time=time(20)), DUE + HOUR)
    assert status.next_at == datetime(2026, 1, 11, 20, tzinfo=UTC)


async def test_skipping_leaves_out_the_next_post_only(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    assert (await desk.channels.skip(GUILD, CHANNEL, desk.moment)).next_at == DUE + DAY
    assert (await desk.channels.skip(GUILD, CHANNEL, desk.moment)).next_at == DUE + 2 * DAY
    assert [await desk.at(DUE + n * DAY) for n in range(4)] == [0, 0, 1, 1]


async def test_a_skip_outlives_a_pause_but_not_a_new_setup(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.channels.skip(GUILD, CHANNEL, desk.moment)
    await desk.channels.pause(GUILD, CHANNEL)
    assert (await desk.channels.resume(GUILD, CHANNEL, desk.moment)).next_at == DUE + DAY
    assert (await desk.channels.setup(CHOSEN, desk.moment)).next_at == DUE
    assert await desk.at(DUE) == 1


async def test_a_skip_outlives_a_change_of_how_posts_look(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.channels.skip(GUILD, CHANNEL, desk.moment)
    altered = await desk.channels.change(GUILD, CHANNEL, {"thread": not CHOSEN.thread}, desk.moment)
    assert (altered.next_at, altered.setup.thread) == (DUE + DAY, not CHOSEN.thread)
    assert await desk.at(DUE) == 0


async def test_skipping_a_post_that_failed_ends_its_tries(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    desk.world.closed[CHANNEL] = Gone()
    await desk.at(DUE)
    assert (await desk.channels.skip(GUILD, CHANNEL, DUE)).next_at == DUE + DAY
    desk.world.closed.clear()
    assert await desk.at(DUE + 10 * HOUR) == 0
    assert await desk.at(DUE + DAY) == 1


async def test_a_pause_lasts_until_it_is_ended(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    paused = await desk.channels.pause(GUILD, CHANNEL)
    assert (paused.state, paused.reason, paused.next_at) == ("paused", None, None)
    assert await desk.at(DUE + 3 * DAY) == 0
    resumed = await desk.channels.resume(GUILD, CHANNEL, DUE + 3 * DAY + HOUR)
    assert (resumed.state, resumed.next_at) == ("on", DUE + 4 * DAY)


async def test_a_pause_holds_back_a_post_that_waits_for_its_next_try(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    desk.world.closed[CHANNEL] = Gone()
    await desk.at(DUE)
    await desk.channels.pause(GUILD, CHANNEL)
    desk.world.closed.clear()
    assert await desk.at(DUE + 10 * HOUR) == 0
    assert desk.world.messages == []


async def test_resuming_tries_a_failed_post_at_once(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    desk.world.closed[CHANNEL] = Gone()
    await desk.at(DUE)
    desk.world.closed.clear()
    soon = DUE + timedelta(seconds=10)
    assert (await desk.channels.resume(GUILD, CHANNEL, soon)).next_at == soon
    assert await desk.at(soon) == 1


@pytest.mark.parametrize("guild", [GUILD, GUILD + 1])
async def test_a_channel_without_one_is_said_to_have_none(desk: Desk, guild: int) -> None:
    if guild != GUILD:  # another server's channel is nobody else's business
        await desk.channels.setup(CHOSEN, desk.moment)
    channels = desk.channels
    for work in (
        channels.skip(guild, CHANNEL, DUE),
        channels.resume(guild, CHANNEL, DUE),
        channels.pause(guild, CHANNEL),
        channels.stop(guild, CHANNEL),
    ):
        with pytest.raises(LookupError, match="has no daily reflection; set one up first"):
            await work
    assert len(await channels.status(GUILD)) == (guild != GUILD)


async def test_after_thirty_days_nothing_is_kept_of_a_server_that_removed_the_bot(
    desk: Desk,
) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.channels.setup(replace(CHOSEN, guild_id=8, channel_id=8), desk.moment)
    await desk.at(DUE)
    await desk.servers.left(GUILD, DUE)
    assert await desk.servers.known() == ({8}, {GUILD})
    assert await desk.at(DUE + DAY) == 1
    await desk.servers.purge(DUE + 29 * DAY)
    assert len(await desk.channels.status(GUILD)) == 1
    await desk.servers.purge(DUE + 30 * DAY)
    assert await desk.channels.status(GUILD) == []
    assert (await desk.stored.export(GUILD))["posts"] == []
    assert len(await desk.channels.status(8)) == 1


async def test_a_server_that_comes_back_finds_its_settings(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.servers.left(GUILD, DUE)
    await desk.servers.returned(GUILD, DUE + 5 * DAY + HOUR)
    (status,) = await desk.channels.status(GUILD)
    assert (status.setup, status.next_at) == (CHOSEN, DUE + 6 * DAY)
    await desk.servers.purge(DUE + 40 * DAY)
    assert len(await desk.channels.status(GUILD)) == 1


async def test_a_server_is_forgotten_at_once_when_it_asks(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.at(DUE)
    await desk.stored.erase(GUILD)
    assert await desk.rows() == 1  # that there was a post, and nothing else
    await desk.servers.purge(DUE + 3 * DAY)
    assert await desk.rows() == 0


async def test_erasing_and_setting_up_again_on_the_same_day_posts_once(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    assert await desk.at(DUE) == 1
    await desk.stored.erase(GUILD)
    status = await desk.channels.setup(replace(CHOSEN, local_time=time(20)), DUE + HOUR)
    assert status.next_at == datetime(2026, 1, 11, 20, tzinfo=UTC)
    assert await desk.at(DUE + 13 * HOUR) == 0
    assert await desk.at(status.next_at) == 1


async def test_a_post_that_may_be_there_is_looked_for_after_an_erasure(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    desk.wire.faults.coming = [(Unavailable("It timed out."), True)]
    assert await desk.at(DUE) == 0
    await desk.stored.erase(GUILD)
    await desk.channels.setup(replace(CHOSEN, local_time=time(20)), DUE + HOUR)
    assert await desk.at(DUE + 13 * HOUR) == 0
    assert len(desk.world.messages) == 1


async def test_a_post_that_was_given_up_is_looked_for_after_an_erasure_too(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    desk.wire.faults.coming = [(Unavailable("It timed out."), True)]
    assert await desk.at(DUE) == 0
    await desk.channels.skip(GUILD, CHANNEL, DUE)
    await desk.stored.erase(GUILD)
    await desk.channels.setup(replace(CHOSEN, local_time=time(20)), DUE + HOUR)
    assert await desk.at(DUE + 13 * HOUR) == 0
    assert len(desk.world.messages) == 1


async def test_more_skips_than_any_list_shows_are_all_kept_after_a_pause(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    for _ in range(14):
        await desk.channels.skip(GUILD, CHANNEL, desk.moment)
    await desk.channels.pause(GUILD, CHANNEL)
    resumed = await desk.channels.resume(GUILD, CHANNEL, desk.moment)
    assert resumed.next_at == DUE + 14 * DAY


async def test_a_preview_while_a_failed_post_waits_shows_that_post(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    desk.world.closed[CHANNEL] = Gone()
    assert await desk.at(DUE) == 0
    upcoming = await desk.channels.upcoming(GUILD, CHANNEL, desk.moment)
    desk.world.closed.clear()
    assert await desk.at(DUE + 10 * HOUR) == 1
    (sent,) = [message.post for message in desk.world.messages]
    assert upcoming == replace(sent, late=False)
    assert upcoming.local_date == DUE.date()


async def test_after_the_day_of_a_failed_post_a_preview_shows_the_next_one(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    desk.world.closed[CHANNEL] = Gone()
    assert await desk.at(DUE + 15 * HOUR) == 0
    desk.moment = DUE + 17 * HOUR
    upcoming = await desk.channels.upcoming(GUILD, CHANNEL, desk.moment)
    assert (upcoming.local_date, upcoming.due) == ((DUE + DAY).date(), DUE + DAY)


async def test_two_moderators_of_a_new_server_can_save_at_once(desk: Desk) -> None:
    other = replace(CHOSEN, channel_id=CHANNEL + 1)
    saved = await asyncio.gather(
        *(desk.channels.setup(chosen, desk.moment) for chosen in (CHOSEN, CHOSEN, other, other))
    )
    assert {status.state for status in saved} == {"on"}
    assert len(await desk.channels.status(GUILD)) == 2


async def test_a_preview_of_new_settings_is_what_comes_after_a_failed_post_too(
    desk: Desk,
) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    desk.world.closed[CHANNEL] = Gone()
    await desk.at(DUE)
    desk.world.closed.clear()
    chosen = replace(CHOSEN, local_time=time(20))
    shown = await desk.channels.preview(chosen, DUE + HOUR)
    status = await desk.channels.setup(chosen, DUE + HOUR)
    assert status.next_at == shown.due
    assert await desk.at(shown.due) == 1
    assert desk.world.messages[-1].post == shown


async def test_a_preview_of_new_settings_knows_that_today_had_its_post(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.at(DUE)
    shown = await desk.channels.preview(replace(CHOSEN, local_time=time(20)), DUE + HOUR)
    assert shown.local_date == date(2026, 1, 11)


async def test_skipping_a_failed_post_keeps_its_passage_for_the_next_day(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    desk.world.closed[CHANNEL] = Gone()
    await desk.at(DUE)
    seen = await desk.channels.upcoming(GUILD, CHANNEL, desk.moment)
    status = await desk.channels.skip(GUILD, CHANNEL, desk.moment)
    assert status.drawn == 0
    desk.world.closed.clear()
    await desk.at(DUE + DAY)
    assert desk.world.messages[-1].post.paragraph == seen.paragraph


@pytest.mark.parametrize("failed", [False, True])
async def test_another_passage_comes_instead_and_none_is_lost_for_the_round(
    desk: Desk, failed: bool
) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    if failed:
        desk.world.closed[CHANNEL] = Gone()
        await desk.at(DUE)
        desk.world.closed.clear()
    seen = await desk.channels.upcoming(GUILD, CHANNEL, desk.moment)
    status = await desk.channels.another(GUILD, CHANNEL)
    assert status.drawn == failed
    instead = await desk.channels.upcoming(GUILD, CHANNEL, desk.moment)
    assert (instead.local_date, instead.due) == (seen.local_date, seen.due)
    for day in range(5):
        assert await desk.at(DUE + day * DAY + HOUR) == 1
    shown = [message.post.paragraph for message in desk.world.messages]
    assert shown[0] == instead.paragraph != seen.paragraph
    assert shown[-1] == seen.paragraph
    assert sorted(shown) == [1, 2, 3, 4, 5]


async def test_the_last_passage_of_a_round_gives_way_to_another_too(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    for day in range(4):
        await desk.at(DUE + day * DAY)
    for _ in range(12):
        seen = await desk.channels.upcoming(GUILD, CHANNEL, desk.moment)
        await desk.channels.another(GUILD, CHANNEL)
        instead = await desk.channels.upcoming(GUILD, CHANNEL, desk.moment)
        assert instead.paragraph != seen.paragraph


async def test_posts_come_on_chosen_days_only(desk: Desk) -> None:
    await desk.channels.setup(replace(CHOSEN, days=WEEKDAYS), desk.moment)  # a Saturday
    posted = [await desk.at(DUE + day * DAY) for day in range(9)]
    assert posted == [0, 0, 1, 1, 1, 1, 1, 0, 0]


async def test_changing_the_time_keeps_what_was_skipped_and_what_was_posted(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.at(DUE)
    await desk.channels.skip(GUILD, CHANNEL, DUE)
    at = {"local_time": time(20)}
    status = await desk.channels.change(GUILD, CHANNEL, at, DUE)
    assert status.next_at == DUE + 2 * DAY + 12 * HOUR


async def test_a_message_in_an_announcement_channel_is_published_once(desk: Desk) -> None:
    await desk.channels.setup(replace(CHOSEN, publish=True, thread=True), desk.moment)
    desk.wire.faults.coming = [(None, True), (None, True), (Unavailable(), False)]
    assert await desk.at(DUE) == 1
    (status,) = await desk.channels.status(GUILD)
    assert status.last is not None
    assert (status.last.published, status.last.thread) == ("due", "made")
    assert await desk.at(DUE + MINUTE) == 0
    assert await desk.at(DUE + HOUR) == 0
    assert desk.world.published == desk.world.threads == [desk.world.messages[0].id]
    assert len(desk.world.messages) == 1


async def test_old_posts_are_cleared_out_and_what_nothing_is_kept_for(desk: Desk) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.at(DUE)
    await desk.channels.stop(GUILD, CHANNEL)
    await desk.servers.purge(DUE + 59 * DAY)
    assert await desk.rows() == 2
    await desk.servers.purge(DUE + 61 * DAY)
    assert await desk.rows() == 0


async def test_what_is_kept_can_be_downloaded_and_holds_no_text_and_no_other_member(
    desk: Desk,
) -> None:
    await desk.channels.setup(CHOSEN, desk.moment)
    await desk.at(DUE)
    kept = await desk.stored.export(GUILD)
    assert kept == json.loads(json.dumps(kept))
    (reflection,), (post,) = kept["reflections"], kept["posts"]
    assert (reflection["channel_id"], reflection["set_up_by"]) == (
        str(CHANNEL),
        str(MODERATOR),
    )
    assert (post["local_date"], post["state"]) == (date(2026, 1, 10).isoformat(), "sent")
    assert not any("River" in str(value) for value in [*reflection.values(), *post.values()])
    assert str(MODERATOR) not in json.dumps(post)
