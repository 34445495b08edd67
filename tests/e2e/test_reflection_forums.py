"""Daily posts in forums and in announcement channels."""

from datetime import timedelta
from typing import Any

import pytest

from tests.e2e.daily import Moderator, deliver, forbid, next_at, posts
from tests.e2e.world import Labels, Words, World

CROSSPOSTS = "/channels/*/messages/*/crosspost"
PUBLISHED = 0b11  # the simulated Discord sets the second bit
FORUM_POSTS = "/channels/*/threads"


@pytest.fixture
def morgan(world: World) -> Moderator:
    return Moderator(world)


@pytest.fixture
def forum(world: World) -> Any:
    created = world.guild.create_forum_channel("reflections")
    tags = [
        {"id": str(number), "name": name, "moderated": False, "emoji_id": None, "emoji_name": None}
        for number, name in ((71, "Daily"), (72, "Reading"), (73, "Trust"), (74, "Care"))
    ]
    world.env.backend.edit_channel(created.id, {"available_tags": tags})
    return created


@pytest.fixture
def news(world: World) -> Any:
    return world.guild.create_news_channel("news")


async def last(world: World) -> Any:
    (status,) = await world.bot.reflections.channels.status(world.guild.id)
    return status.last


def forum_posts(world: World, forum: Any) -> list[Any]:
    backend = world.env.backend
    return [thread for thread in backend.channels.values() if thread.parent_id == forum.id]


async def test_each_day_brings_a_new_forum_post_with_its_tags(
    world: World, morgan: Moderator, words: Words, labels: Labels, forum: Any
) -> None:
    status = await morgan.set_up(forum, tags="daily, Trust")
    assert "with 2 tags" in words(status)
    assert "Tags…" in labels(status)
    assert not any(label.startswith("Thread") for label in labels(status))
    for _ in range(2):
        assert await deliver(world, await next_at(world, forum)) == 1
    made = forum_posts(world, forum)
    assert [thread.name for thread in made] == [
        "Reflection for 2 March 2026",
        "Reflection for 3 March 2026",
    ]
    assert [thread.applied_tags for thread in made] == [[71, 73]] * 2
    assert (await last(world)).message_id == made[-1].id
    link = f"https://discord.com/channels/{world.guild.id}/{made[-1].id}/{made[-1].id}"
    assert link in words(await morgan.command("status"))


async def test_tags_are_changed_by_a_button_and_checked_when_typed(
    world: World, morgan: Moderator, words: Words, forum: Any
) -> None:
    assert "its tags are: **Daily**, **Reading**" in words(await morgan.preview(forum, tags="News"))
    assert "3 tags at most" in words(await morgan.preview(forum, tags="Daily,Reading,Trust,Care"))
    status = await morgan.set_up(forum)
    await world.dialog(status, "Tags…", ["72"], world.morgan)
    await deliver(world, await next_at(world, forum))
    assert [thread.applied_tags for thread in forum_posts(world, forum)] == [[72]]


async def test_a_forum_post_that_was_made_although_the_answer_was_lost_is_found_again(
    world: World, morgan: Moderator, monkeypatch: pytest.MonkeyPatch, forum: Any
) -> None:
    await morgan.set_up(forum)
    http = world.bot.http
    create = http.start_thread_in_forum

    async def lost(*arguments: Any, **options: Any) -> Any:
        await create(*arguments, **options)
        raise OSError("the connection was cut")

    monkeypatch.setattr(http, "start_thread_in_forum", lost)
    assert await deliver(world, await next_at(world, forum)) == 0
    monkeypatch.setattr(http, "start_thread_in_forum", create)
    assert await deliver(world, world.clock.instant + timedelta(minutes=30)) == 0
    (made,) = forum_posts(world, forum)
    assert (await last(world)).message_id == made.id


async def test_a_forum_that_wants_a_tag_says_so(
    world: World, morgan: Moderator, words: Words, forum: Any
) -> None:
    await morgan.set_up(forum)
    world.env.inject_error("POST", FORUM_POSTS, status=400, code=40067)
    assert await deliver(world, await next_at(world, forum)) == 0
    assert "wants a tag on each post" in words(await morgan.command("status"))


async def test_a_locked_place_is_told_as_what_it_is(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up()
    for code, told in ((160005, "The thread is locked"), (50083, "The thread is archived")):
        world.env.inject_error("POST", "/channels/*/messages", status=403, code=code)
        assert await deliver(world) == 0
        assert told in words(await morgan.command("status"))


async def test_a_post_in_an_announcement_channel_is_published_if_wanted(
    world: World, morgan: Moderator, words: Words, labels: Labels, news: Any
) -> None:
    status = await morgan.set_up(news)
    assert "Publish: off" in labels(status)
    await deliver(world, await next_at(world, news))
    status = await morgan.click(status, "Publish: off")
    assert "published to the servers that follow the channel" in words(status)
    await deliver(world, await next_at(world, news))
    first, second = sorted(posts(world, news), key=lambda post: post.id)
    assert not first.flags.value & PUBLISHED
    assert second.flags.value & PUBLISHED
    assert ", and published" in words(await morgan.command("status"))


@pytest.mark.parametrize("published_before", [False, True])
async def test_publishing_that_fails_is_tried_again_without_another_message(
    world: World, morgan: Moderator, words: Words, news: Any, published_before: bool
) -> None:
    await morgan.set_up(news, publish=True)
    if published_before:  # the answer was lost
        world.env.inject_error("POST", CROSSPOSTS, status=400, code=40033)
    else:
        world.env.inject_error("POST", CROSSPOSTS, status=500, times=5)
    assert await deliver(world, await next_at(world, news)) == 1
    if not published_before:
        assert "publishing it is tried again" in words(await morgan.command("status"))
        world.env.backend.faults.clear()
        assert await deliver(world, world.clock.instant + timedelta(minutes=30)) == 0
        assert posts(world, news)[0].flags.value & PUBLISHED
    assert (await last(world)).published == "made"
    assert len(posts(world, news)) == 1


async def test_only_announcement_channels_publish(
    world: World, morgan: Moderator, words: Words
) -> None:
    assert "Only posts in an announcement channel" in words(await morgan.preview(publish=True))


async def test_a_role_is_notified_in_a_forum_and_nobody_else(
    world: World, morgan: Moderator, forum: Any
) -> None:
    readers = world.guild.create_role("Readers", mentionable=True)
    await morgan.set_up(forum, role=readers)
    await deliver(world, await next_at(world, forum))
    (body,) = [
        request.json
        for request in world.env.http_requests
        if request.method == "POST" and request.path == f"/channels/{forum.id}/threads"
    ]
    assert isinstance(body, dict)
    assert body["message"]["allowed_mentions"]["parse"] == []
    assert [int(role) for role in body["message"]["allowed_mentions"]["roles"]] == [readers.id]


async def test_without_leave_to_create_posts_that_is_named(
    world: World, morgan: Moderator, words: Words, forum: Any
) -> None:
    forbid(world, forum, send_messages=False)
    assert "**Create Posts**" in words(await morgan.preview(forum))
