"""What moderators see and do once a daily reflection is set up."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.e2e.daily import Moderator, allow_reflection, deliver, forbid, next_at, posts
from tests.e2e.test_walk import quotations
from tests.e2e.world import Labels, Message, Options, Words, World, parts

BUTTONS = [
    "Preview",
    "Another passage instead",
    "Skip the next",
    "Pause",
    "Stop…",
    "Time…",
    "Time zone…",
    "Days…",
    "Role…",
    "Thread: off",
    "Quote card: off",
    "Refresh",
]
FIRST = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture
def morgan(world: World) -> Moderator:
    return Moderator(world)


async def standing(world: World) -> list[Any]:
    return await world.bot.reflections.channels.status(world.guild.id)


@pytest.mark.parametrize("name", ["status", "preview", "skip", "pause", "resume", "stop"])
async def test_where_none_is_set_up_every_command_says_how_to(
    morgan: Moderator, words: Words, name: str
) -> None:
    said = await morgan.command(name)
    assert said.ephemeral
    assert "Set one up with `/reflection setup`" in words(said)


async def test_the_status_tells_all_and_offers_all(
    world: World, morgan: Moderator, words: Words, labels: Labels
) -> None:
    await morgan.set_up()
    await deliver(world)
    status = await morgan.command("status")
    assert status.ephemeral
    assert labels(status) == BUTTONS
    (post,) = posts(world)
    stamp = int((FIRST + timedelta(days=1)).timestamp())
    for said in (
        "**On:** every day at **08:00** (Europe/London)",
        f"**Next:** <t:{stamp}:F>",
        f"**Last:** [posted]({post.jump_url}) <t:{int(FIRST.timestamp())}:f>",
        "**Round:** 1 of 9 passages",
    ):
        assert said in words(status)


Do = Callable[[Moderator, str], Any]


async def by_command(morgan: Moderator, name: str) -> Message:
    return await morgan.command(name)


async def by_button(morgan: Moderator, name: str) -> Message:
    labels = {"skip": "Skip the next", "stop": "Stop…"}
    status = await morgan.command("status")
    return await morgan.click(status, labels.get(name, name.capitalize()))


BOTH = pytest.mark.parametrize("do", [by_command, by_button])


@BOTH
async def test_a_preview_is_for_the_moderator_only_and_changes_nothing(
    world: World, morgan: Moderator, words: Words, do: Do
) -> None:
    await morgan.set_up(picture=True)
    preview = await do(morgan, "preview")
    assert preview.ephemeral
    assert "### Preview" in words(preview)
    assert len(preview.attachments) == 1
    assert words(preview) in words(await do(morgan, "preview"))
    assert posts(world) == []
    await deliver(world)
    assert words(posts(world)[0]).strip() in words(preview)


@BOTH
async def test_skip_leaves_out_the_next_one(
    world: World, morgan: Moderator, words: Words, do: Do
) -> None:
    await morgan.set_up()
    skipped = await do(morgan, "skip")
    stamp = int((FIRST + timedelta(days=1)).timestamp())
    assert f"Skipped. The next one comes <t:{stamp}:F>" in words(skipped)
    assert await deliver(world, FIRST) == 0
    assert await deliver(world, FIRST + timedelta(days=1)) == 1


async def test_a_preview_after_a_skip_is_of_the_day_that_comes(
    morgan: Moderator, words: Words
) -> None:
    await morgan.set_up()
    await morgan.command("skip")
    assert "Tuesday, 3 March" in words(await morgan.command("preview"))


@BOTH
async def test_a_pause_lasts_until_it_is_resumed(
    world: World, morgan: Moderator, words: Words, do: Do
) -> None:
    await morgan.set_up()
    paused = await do(morgan, "pause")
    assert "Paused. Nothing is posted until you resume." in words(paused)
    assert "**Next:** none until it is resumed" in words(paused)
    assert await deliver(world, FIRST) == 0
    assert await deliver(world, FIRST + timedelta(days=3)) == 0
    assert "It is paused" in words(await morgan.command("skip"))
    assert "once it is resumed" in words(await morgan.command("preview"))
    resumed = await do(morgan, "resume")
    stamp = int((FIRST + timedelta(days=4)).timestamp())
    assert f"Resumed. The next one comes <t:{stamp}:F>" in words(resumed)
    assert await deliver(world) == 1


@BOTH
async def test_stop_asks_once_more_and_forgets(
    world: World, morgan: Moderator, words: Words, labels: Labels, do: Do
) -> None:
    await morgan.set_up()
    question = await do(morgan, "stop")
    assert labels(question) == ["Stop it", "Keep it"]
    assert len(await standing(world)) == 1
    kept = await morgan.click(question, "Keep it")
    assert "**On:**" in words(kept)
    ended = await morgan.click(await do(morgan, "stop"), "Stop it")
    assert "has ended" in words(ended)
    assert await standing(world) == []
    assert await deliver(world, FIRST) == 0


async def test_thread_and_card_are_turned_on_and_off_by_buttons(
    world: World, morgan: Moderator, words: Words, labels: Labels
) -> None:
    status = await morgan.set_up()
    status = await morgan.click(status, "Thread: off")
    status = await morgan.click(status, "Quote card: off")
    assert "with a quote card and a thread" in words(status)
    status = await morgan.click(status, "Thread: on")
    (kept,) = await standing(world)
    assert (kept.setup.thread, kept.setup.picture) == (False, True)
    assert "Quote card: on" in labels(status)


async def test_a_button_does_not_turn_on_what_the_bot_may_not_do(
    world: World, morgan: Moderator, words: Words, labels: Labels
) -> None:
    status = await morgan.set_up()
    forbid(world, create_public_threads=False)
    refused = await morgan.click(status, "Thread: off")
    assert "**Create Public Threads**" in words(refused)
    assert not (await standing(world))[0].setup.thread


async def test_a_role_is_chosen_and_taken_back_by_a_button(
    world: World, morgan: Moderator, words: Words
) -> None:
    readers = world.guild.create_role("Readers", mentionable=True)
    status = await morgan.set_up()
    status = await world.dialog(status, "Role…", [readers], world.morgan)
    assert f"<@&{readers.id}> is notified" in words(status)
    staff = world.guild.create_role("Staff")
    refused = await world.dialog(status, "Role…", [staff], world.morgan)
    assert "You may not mention" in words(refused)
    status = await world.dialog(status, "Role…", [], world.morgan)
    assert "nobody is notified" in words(status)


async def test_time_zone_and_days_are_changed_by_a_button_each(
    world: World, morgan: Moderator, words: Words
) -> None:
    status = await morgan.set_up()
    status = await world.dialog(status, "Time…", "half past 9", world.morgan)
    assert "every day at **09:30** (Europe/London)" in words(status)
    assert await next_at(world) == FIRST + timedelta(minutes=90)
    refused = await world.dialog(status, "Time…", "tea time", world.morgan)
    assert "is no time of day" in words(refused)
    status = await world.dialog(status, "Time zone…", "Tokyo", world.morgan)
    assert "**09:30** (Asia/Tokyo)" in words(status)
    assert await next_at(world) == datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
    status = await world.dialog(status, "Days…", ["2", "4"], world.morgan)
    assert "on Wednesdays and Fridays at" in words(status)
    assert await next_at(world) == datetime(2026, 3, 4, 0, 30, tzinfo=UTC)


async def test_a_dialog_that_was_open_during_a_restart_is_read(
    world: World, morgan: Moderator, words: Words
) -> None:
    status = await morgan.set_up()
    opened = await world.morgan.click(status, label="Time…")
    await world.start_anew()
    sent = await world.morgan.submit_modal(opened, {"entry": "10:15"})
    assert "every day at **10:15**" in words(sent.response)


async def test_another_passage_comes_instead_and_the_one_seen_comes_later(
    world: World, morgan: Moderator, words: Words
) -> None:
    status = await morgan.set_up()
    seen = next(quotations(await morgan.command("preview")))
    status = await morgan.click(status, "Another passage instead")
    assert "Another passage comes next" in words(status)
    instead = next(quotations(await morgan.command("preview")))
    assert instead != seen
    for _ in range(9):
        await deliver(world)
    shown = [next(quotations(post)) for post in posts(world)]
    assert shown[0] == instead
    assert shown[-1] == seen
    assert len(set(shown)) == 9


async def test_buttons_work_after_a_restart(world: World, morgan: Moderator, words: Words) -> None:
    status = await morgan.set_up()
    await world.start_anew()
    assert "Paused." in words(await morgan.click(status, "Pause"))


async def test_a_button_for_what_was_stopped_meanwhile_says_so(
    world: World, morgan: Moderator, words: Words
) -> None:
    status = await morgan.set_up()
    await world.bot.reflections.channels.stop(world.guild.id, world.channel.id)
    assert "has no daily reflection" in words(await morgan.click(status, "Pause"))


async def test_of_several_channels_one_is_chosen_by_menu(
    world: World, morgan: Moderator, words: Words, options: Options, labels: Labels
) -> None:
    other = world.guild.create_text_channel("other")
    await morgan.set_up()
    await morgan.set_up(other, time="9")
    status = await morgan.command("status")
    assert "### Daily reflections in 2 channels" in words(status)
    assert options(status, "Choose a channel…") == ["#essay", "#other"]
    one = await morgan.choose(status, other)
    assert f"### {other.mention}" in words(one)
    await morgan.click(one, "Pause")
    assert [status.state for status in await standing(world)] == ["on", "paused"]
    assert "All channels" in labels(one)
    assert "in 2 channels" in words(await morgan.click(one, "All channels"))


@pytest.mark.parametrize("name", ["preview", "skip", "pause", "stop"])
async def test_a_command_asks_which_of_several_channels_is_meant(
    world: World, morgan: Moderator, words: Words, name: str
) -> None:
    other = world.guild.create_text_channel("other")
    await morgan.set_up()
    await morgan.set_up(other)
    asked = await morgan.command(name)
    assert f"Which channel do you want to {name}?" in words(asked)
    chosen = await morgan.choose(asked, other)
    assert other.mention in words(chosen)
    assert world.channel.mention not in words(chosen)


async def test_a_command_takes_the_channel_as_an_option(
    world: World, morgan: Moderator, words: Words
) -> None:
    other = world.guild.create_text_channel("other")
    await morgan.set_up()
    await morgan.set_up(other)
    assert other.mention in words(await morgan.command("pause", channel=other))
    assert [status.state for status in await standing(world)] == ["on", "paused"]
    third = world.guild.create_text_channel("third")
    assert "has no daily reflection" in words(await morgan.command("pause", channel=third))


async def test_many_channels_are_shown_in_pages(
    world: World, morgan: Moderator, words: Words, labels: Labels, options: Options
) -> None:
    for number in range(30):
        await morgan.set_up(world.guild.create_text_channel(f"room-{number}"))
        world.clock.advance(1)
    status = await morgan.command("status")
    assert "in 30 channels\n-# Page 1 of 4" in words(status)
    seen = options(status, "Choose a channel…")
    for _ in range(3):
        status = await morgan.click(status, "Later")
        seen += options(status, "Choose a channel…")
    assert seen == [f"#room-{number}" for number in range(30)]
    assert labels(status) == ["Earlier"]
    assert len(options(await morgan.command("pause"), "Choose a channel…")) == 25


async def test_a_member_can_press_none_of_it(world: World, morgan: Moderator, words: Words) -> None:
    status = await morgan.set_up(role=world.guild.create_role("Readers", mentionable=True))
    question = await morgan.command("stop")
    public = await world.alice.send(world.channel, "a message to hang the buttons on")
    stored = world.env.backend.get_message(public.channel.id, public.id)
    stored.flags |= 1 << 15  # the components are the message
    for shown in (status, question):
        stored.components = world.env.backend.get_message(shown.channel_id, shown.id).components
        for part in parts(stored):
            if part["type"] == 2 and not part.get("disabled"):
                result = await world.alice.click(public, custom_id=part["custom_id"])
                assert "you need the permission **Manage Server**" in words(result.response)
    assert [status.state for status in await standing(world)] == ["on"]
    assert await next_at(world) == FIRST


@pytest.mark.parametrize("name", ["status", "preview", "skip", "pause", "resume", "stop"])
async def test_a_member_whom_the_servers_settings_let_in_is_served(
    world: World, morgan: Moderator, words: Words, name: str
) -> None:
    await morgan.set_up()
    allow_reflection(world, world.alice)
    result = await world.alice.slash(world.channel, f"reflection {name}")
    assert result.ephemeral
    assert "**Manage Server**" not in words(result.response)


async def test_a_member_whom_the_servers_settings_let_in_may_press_for_a_while_only(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up()
    allow_reflection(world, world.alice)
    status = (await world.alice.slash(world.channel, "reflection status")).response
    status = await world.click(status, "Pause")
    assert "Paused." in words(status)
    await world.start_anew()
    assert "**Manage Server**" in words(await world.click(status, "Resume"))


async def test_a_role_that_the_servers_settings_let_in_uses_commands_buttons_and_forms(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up()
    stewards, guests = world.guild.create_role("Stewards"), world.guild.create_role("Guests")
    command = world.env.backend.find_command("reflection", world.guild.id, type=1)
    assert command is not None
    world.guild.set_command_permissions(int(command["id"]), {stewards: True, guests: False})
    steward = world.guild.add_member(world.env.create_user("steward"), roles=[stewards])
    guest = world.guild.add_member(world.env.create_user("guest"), roles=[guests])
    status = (await steward.slash(world.channel, "reflection status")).response
    assert "Paused." in words(await world.click(status, "Pause", steward))
    status = await world.dialog(status, "Time…", "half past 9", steward)
    assert "at **09:30**" in words(status)
    public = await world.alice.send(world.channel, "a message to hang the buttons on")
    stored = world.env.backend.get_message(public.channel.id, public.id)
    stored.flags |= 1 << 15  # the components are the message
    stored.components = world.env.backend.get_message(status.channel_id, status.id).components
    for label in ("Resume", "Time…"):
        refused = await world.click(public, label, guest)
        assert "you need the permission **Manage Server**" in words(refused)
    assert [one.state for one in await standing(world)] == ["paused"]
