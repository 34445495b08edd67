"""What is posted, when, and what happens where Discord or the process fails."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.e2e.daily import Moderator, deliver, forbid, next_at, posts, text
from tests.e2e.test_walk import is_whole_sentences, quotations
from tests.e2e.world import Labels, Words, World, parts

MESSAGES = "/channels/*/messages"
THREADS = "/channels/*/messages/*/threads"


@pytest.fixture
def morgan(world: World) -> Moderator:
    return Moderator(world)


async def last(world: World) -> Any:
    (status,) = await world.bot.reflections.channels.status(world.guild.id)
    return status.last


def sent(world: World) -> list[dict[str, Any]]:
    """The bodies of the requests that posted."""
    found = []
    for request in world.env.http_requests:
        if request.method == "POST" and request.path.endswith("/messages"):
            body: Any = request.json
            found.append(body)
    return found


async def test_a_post_is_whole_sentences_with_their_source_and_a_question(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up()
    assert await deliver(world) == 1
    (post,) = posts(world)
    (quotation,) = quotations(post)
    assert is_whole_sentences(quotation)
    assert "by J. Farley" in words(post)
    assert "**To reflect on**" in words(post)


async def test_nothing_is_posted_before_it_is_due(world: World, morgan: Moderator) -> None:
    await morgan.set_up()
    due = await next_at(world)
    assert await deliver(world, due - timedelta(seconds=1)) == 0
    assert posts(world) == []
    assert await deliver(world, due) == 1


async def test_delivering_twice_posts_once(world: World, morgan: Moderator) -> None:
    await morgan.set_up()
    assert await deliver(world) == 1
    assert await world.bot.reflections.deliver_due(world.clock.instant) == 0
    assert len(posts(world)) == 1


async def test_every_day_brings_another_passage_until_all_were_shown(
    world: World, morgan: Moderator
) -> None:
    await morgan.set_up()
    (status,) = await world.bot.reflections.channels.status(world.guild.id)
    for _ in range(status.passages):
        assert await deliver(world) == 1
    quoted = [next(quotations(post)) for post in posts(world)]
    assert len(set(quoted)) == status.passages


async def test_a_restart_keeps_settings_and_round(world: World, morgan: Moderator) -> None:
    await morgan.set_up(picture=True)
    seen = []
    for _ in range(4):
        due = await next_at(world)
        await world.start_anew()
        assert await next_at(world) == due
        assert await deliver(world) == 1
        seen.append(next(quotations(posts(world)[-1])))
    assert len(set(seen)) == 4


async def test_it_posts_by_itself_while_time_goes_on(world: World, morgan: Moderator) -> None:
    await morgan.set_up()
    world.clock.instant = await next_at(world)
    await world.env.advance_time(11)
    assert len(posts(world)) == 1


async def test_a_post_is_silent_and_may_ping_nobody(world: World, morgan: Moderator) -> None:
    await morgan.set_up()
    await deliver(world)
    (post,) = posts(world)
    assert post.flags.silent
    (body,) = sent(world)
    assert body["allowed_mentions"]["parse"] == []
    assert not body["allowed_mentions"].get("roles")
    assert not body["allowed_mentions"].get("users")


async def test_only_the_chosen_role_may_be_pinged(world: World, morgan: Moderator) -> None:
    readers = world.guild.create_role("Readers", mentionable=True)
    await morgan.set_up(role=readers)
    await deliver(world)
    (post,) = posts(world)
    assert not post.flags.silent
    assert f"<@&{readers.id}>" in text(post)
    (body,) = sent(world)
    assert body["allowed_mentions"]["parse"] == []
    assert [int(role) for role in body["allowed_mentions"]["roles"]] == [readers.id]


async def test_a_post_carries_the_nonce_of_its_channel_and_day(
    world: World, morgan: Moderator
) -> None:
    await morgan.set_up()
    await deliver(world)
    (body,) = sent(world)
    assert body["enforce_nonce"] is True
    assert str(body["nonce"]).endswith("20260302")
    assert len(str(body["nonce"])) <= 25
    assert str(body["nonce"]) in text(posts(world)[0])


async def test_a_picture_shows_a_sentence_of_the_passage_in_words_too(
    world: World, morgan: Moderator
) -> None:
    await morgan.set_up(picture=True)
    for _ in range(9):
        await deliver(world)
        post = posts(world)[-1]
        assert len(post.attachments) == 1
        (gallery,) = [part for part in parts(post) if part["type"] == 12]
        described = gallery["items"][0]["description"]
        (quotation,) = quotations(post)
        shown = described.partition("It reads: “")[2].rstrip("”.")
        assert shown
        assert shown in quotation


async def test_without_a_picture_nothing_is_attached(world: World, morgan: Moderator) -> None:
    await morgan.set_up()
    await deliver(world)
    assert posts(world)[0].attachments == []


async def test_a_thread_is_named_by_the_date(world: World, morgan: Moderator) -> None:
    await morgan.set_up(thread=True)
    await deliver(world)
    assert [thread.name for thread in world.channel.threads] == ["Reflection for 2 March 2026"]
    assert (await last(world)).thread == "made"


async def test_a_thread_that_fails_is_tried_again_without_another_message(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up(thread=True)
    world.env.inject_error("POST", THREADS, status=500, times=5)
    assert await deliver(world) == 1
    assert world.channel.threads == []
    assert "its thread is tried again" in words(await morgan.command("status"))
    world.env.backend.faults.clear()
    assert await deliver(world, world.clock.instant + timedelta(minutes=30)) == 0
    assert len(posts(world)) == 1
    assert len(world.channel.threads) == 1


async def test_a_thread_that_is_open_already_is_fine(world: World, morgan: Moderator) -> None:
    await morgan.set_up(thread=True)
    world.env.inject_error("POST", THREADS, status=400, code=160004)
    await deliver(world)
    assert (await last(world)).thread == "made"


async def test_down_at_the_due_time_it_posts_once_when_back_and_says_so(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up()
    due = await next_at(world)
    await world.start_anew()
    assert await deliver(world, due + timedelta(hours=3)) == 1
    (post,) = posts(world)
    assert f"Late today: it was due <t:{int(due.timestamp())}:t>" in words(post)
    assert ", late" in words(await morgan.command("status"))
    assert await next_at(world) == due + timedelta(days=1)


async def test_days_that_were_missed_whole_are_not_made_up(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up()
    assert await deliver(world, datetime(2026, 3, 6, 7, tzinfo=UTC)) == 0
    assert posts(world) == []
    assert "was missed" in words(await morgan.command("status"))
    assert await next_at(world) == datetime(2026, 3, 6, 8, tzinfo=UTC)


@pytest.mark.parametrize("status", [500, 502])
async def test_when_discord_fails_it_is_tried_again_the_same_day(
    world: World, morgan: Moderator, words: Words, status: int
) -> None:
    await morgan.set_up()
    world.env.inject_error("POST", MESSAGES, status=status, times=5)
    assert await deliver(world) == 0
    assert "could not be posted and is tried again" in words(await morgan.command("status"))
    world.env.backend.faults.clear()
    assert await deliver(world, world.clock.instant + timedelta(minutes=30)) == 1
    assert len(posts(world)) == 1


async def test_a_message_that_was_made_although_the_answer_was_lost_is_found_again(
    world: World, morgan: Moderator, monkeypatch: pytest.MonkeyPatch
) -> None:
    await morgan.set_up()
    http = world.bot.http
    send_message = http.send_message

    async def lost(*arguments: Any, **options: Any) -> Any:
        await send_message(*arguments, **options)
        raise OSError("the connection was cut")

    monkeypatch.setattr(http, "send_message", lost)
    assert await deliver(world) == 0
    monkeypatch.setattr(http, "send_message", send_message)
    for _ in range(3):
        await world.alice.send(world.channel, "What a passage!")
    assert await deliver(world, world.clock.instant + timedelta(minutes=30)) == 0
    assert len(posts(world)) == 1
    assert (await last(world)).message_id == posts(world)[0].id


@pytest.mark.parametrize(
    ("forbidden", "named"), [("send_messages", "Send Messages"), ("view_channel", "View Channel")]
)
async def test_a_permission_lost_since_is_named_to_the_moderators_once(
    world: World, morgan: Moderator, words: Words, forbidden: str, named: str
) -> None:
    lobby = world.guild.create_text_channel("lobby")
    world.env.backend.edit_guild(world.guild.id, {"system_channel_id": lobby.id})
    await morgan.set_up()
    due = await next_at(world)
    forbid(world, **{forbidden: False})
    for minutes in (0, 30, 120):
        assert await deliver(world, due + timedelta(minutes=minutes)) == 0
    (told,) = lobby.history()
    assert f"“{named}”" in words(told)
    result = await world.morgan.slash(lobby, "reflection status")
    assert "**Failing:**" in words(result.response)
    assert named in words(result.response)

    forbid(world, **{forbidden: True})
    assert await deliver(world, due + timedelta(hours=10)) == 1
    result = await world.morgan.slash(lobby, "reflection status")
    assert "**On:**" in words(result.response)


async def test_without_a_system_channel_whoever_set_it_up_is_told_directly(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up()
    forbid(world, send_messages=False)
    await deliver(world)
    private = world.env.backend.get_dm_channel(world.morgan.id)
    (told,) = world.env.backend.messages[private.id].values()
    assert "cannot be posted" in words(told)


async def test_a_channel_that_stays_closed_is_paused_after_a_week_and_resumed_in_one_step(
    world: World, morgan: Moderator, words: Words
) -> None:
    away = world.guild.create_text_channel("away")
    await morgan.set_up(away)
    forbid(world, away, send_messages=False)
    due = await next_at(world, away)
    for hours in range(0, 9 * 24, 6):
        await deliver(world, due + timedelta(hours=hours))
    paused = await morgan.command("status")
    assert "**Paused:**" in words(paused)
    assert "**Why it is paused:**" in words(paused)
    assert "Send Messages" in words(paused)
    forbid(world, away, send_messages=True)
    assert "Resumed." in words(await morgan.command("resume"))
    assert await deliver(world, await next_at(world, away)) == 1
    assert len(posts(world, away)) == 1


async def test_a_deleted_channel_is_said_to_be_gone(
    world: World, morgan: Moderator, words: Words
) -> None:
    away = world.guild.create_text_channel("away")
    await morgan.set_up(away)
    world.env.backend.delete_channel(away.id)
    assert await deliver(world, await next_at(world, away)) == 0
    status = await morgan.command("status")
    assert "The channel no longer exists." in words(status)
    ended = await morgan.click(await morgan.click(status, "Stop…"), "Stop it")
    assert "has ended" in words(ended)


async def test_several_channels_have_their_own_times_and_rounds(
    world: World, morgan: Moderator
) -> None:
    other = world.guild.create_text_channel("other")
    await morgan.set_up()
    await morgan.set_up(other, time="9", timezone="Asia/Tokyo")
    assert await next_at(world, other) == datetime(2026, 3, 2, 0, tzinfo=UTC)
    assert await deliver(world, await next_at(world, other)) == 1
    assert (len(posts(world)), len(posts(world, other))) == (0, 1)
    assert await deliver(world, await next_at(world)) == 1
    assert (len(posts(world)), len(posts(world, other))) == (1, 1)


async def test_the_buttons_of_a_post_work_for_everybody_and_after_a_restart(
    world: World, morgan: Moderator, words: Words, labels: Labels
) -> None:
    await morgan.set_up()
    await deliver(world)
    await world.start_anew()
    (post,) = posts(world)
    assert labels(post) == ["In context", "Card", "Read it all"]
    context = await world.click(post, "In context")
    assert context.ephemeral
    assert "in context" in words(context)
    (bold,) = words(context).split("**")[1::2]
    assert bold in next(quotations(post))
    assert "Page 1" in words(await world.click(post, "Read it all"))


async def test_nothing_is_posted_to_a_server_that_removed_the_bot(
    world: World, morgan: Moderator
) -> None:
    await morgan.set_up()
    due = await next_at(world)
    world.env.backend.remove_guild(world.guild.id)
    await world.env.settle()
    requests = len(sent(world))
    assert await deliver(world, due) == 0
    assert len(sent(world)) == requests
