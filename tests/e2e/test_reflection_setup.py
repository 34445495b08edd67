"""/reflection setup: what is typed, checked, previewed and saved."""

import re
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import discord
import pytest

from tests.e2e.daily import Moderator, allow_reflection, deliver, forbid, next_at, posts
from tests.e2e.world import Labels, NewWorld, Words, World


@pytest.fixture
def morgan(world: World) -> Moderator:
    return Moderator(world)


async def standing(world: World) -> list[Any]:
    return await world.bot.reflections.channels.status(world.guild.id)


async def test_a_preview_comes_before_anything_is_saved(
    world: World, morgan: Moderator, words: Words, labels: Labels
) -> None:
    preview = await morgan.preview(time="20.30", timezone="Asia/Tokyo")
    assert preview.ephemeral
    assert "not saved yet" in words(preview)
    assert "every day at **20:30** (Asia/Tokyo)" in words(preview)
    assert "> " in words(preview)
    assert "To reflect on" in words(preview)
    assert labels(preview)[-2:] == ["Save", "Cancel"]
    assert await standing(world) == []


async def test_saving_says_when_the_first_one_comes_in_the_readers_own_time(
    world: World, morgan: Moderator, words: Words
) -> None:
    saved = await morgan.set_up()
    due = datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert await next_at(world) == due
    stamp = int(due.timestamp())
    assert f"The first one comes <t:{stamp}:F> (<t:{stamp}:R>)" in words(saved)
    assert "**On:** every day at **08:00** (Europe/London)" in words(saved)


async def test_the_preview_is_what_is_posted(world: World, morgan: Moderator, words: Words) -> None:
    preview = await morgan.preview()
    previewed = words(preview)
    await morgan.click(preview, "Save")
    await deliver(world)
    (posted,) = posts(world)
    assert words(posted).strip() in previewed


async def test_cancel_saves_nothing(world: World, morgan: Moderator, words: Words) -> None:
    cancelled = await morgan.click(await morgan.preview(), "Cancel")
    assert words(cancelled).strip() == "Nothing was saved."
    assert await standing(world) == []


async def test_a_preview_can_be_saved_after_a_restart(world: World, morgan: Moderator) -> None:
    preview = await morgan.preview(time="6:05 pm", picture=True, thread=True)
    await world.start_anew()
    await morgan.click(preview, "Save")
    (status,) = await standing(world)
    assert status.setup.local_time == time(18, 5)
    assert (status.setup.picture, status.setup.thread) == (True, True)
    assert status.setup.set_up_by == world.morgan.id


async def test_setting_up_again_changes_what_was_said_and_keeps_the_rest(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up(thread=True)
    preview = await morgan.preview(time="noon", picture=True)
    assert "A change, not saved yet" in words(preview)
    await morgan.click(preview, "Save")
    (status,) = await standing(world)
    assert status.setup.local_time == time(12)
    assert (status.setup.picture, status.setup.thread) == (True, True)


@pytest.mark.parametrize("typed", ["25:00", "tea time", "", "8:99", "@everyone"])
async def test_what_is_no_time_is_refused_in_a_sentence(
    world: World, morgan: Moderator, words: Words, typed: str
) -> None:
    refused = await morgan.preview(time=typed)
    assert refused.ephemeral
    assert "is no time of day; write it like 8, 8am" in words(refused)
    assert await standing(world) == []


@pytest.mark.parametrize("typed", ["Mars/Olympus", "qqqqqq", "x" * 3000])
async def test_what_is_no_zone_is_refused_in_a_sentence(
    world: World, morgan: Moderator, words: Words, typed: str
) -> None:
    refused = await morgan.preview(timezone=typed)
    assert "I know no time zone" in words(refused)
    assert await standing(world) == []


async def test_a_zone_that_can_be_several_is_asked_for(morgan: Moderator, words: Words) -> None:
    refused = await morgan.preview(timezone="america")
    assert "can mean several time zones, such as **America/" in words(refused)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("london", "Europe/London"),
        ("pacific", "America/Los_Angeles"),
        ("toky", "Asia/Tokyo"),
        ("new yrok", "America/New_York"),
    ],
)
async def test_zones_are_suggested_most_likely_first(world: World, typed: str, first: str) -> None:
    choices = await world.morgan.autocomplete(
        world.channel, "reflection setup", "timezone", typed, channel=world.channel, time="8"
    )
    assert choices[0]["value"] == first
    assert len(choices) <= 25
    assert all(len(choice["name"]) <= 100 for choice in choices)


@pytest.mark.parametrize(
    ("forbidden", "options", "named"),
    [
        ("view_channel", {}, "View Channel"),
        ("send_messages", {}, "Send Messages"),
        ("embed_links", {}, "Embed Links"),
        ("read_message_history", {}, "Read Message History"),
        ("attach_files", {"picture": True}, "Attach Files"),
        ("create_public_threads", {"thread": True}, "Create Public Threads"),
        ("send_messages_in_threads", {"thread": True}, "Send Messages in Threads"),
    ],
)
async def test_a_missing_permission_is_named_before_anything_is_saved(
    world: World,
    morgan: Moderator,
    words: Words,
    forbidden: str,
    options: dict[str, bool],
    named: str,
) -> None:
    channel = world.guild.create_text_channel("quiet")
    preview = await morgan.preview(channel, **options)
    forbid(world, channel, **{forbidden: False})
    refused = await morgan.preview(channel, **options)
    assert f"**{named}**" in words(refused)
    assert channel.mention in words(refused)
    # What was previewed before cannot be saved any more either.
    refused = await morgan.click(preview, "Save")
    assert f"**{named}**" in words(refused)
    assert await standing(world) == []


@pytest.mark.parametrize("forbidden", ["attach_files", "create_public_threads", "mention_everyone"])
async def test_a_permission_that_is_not_needed_is_not_asked_for(
    world: World, morgan: Moderator, forbidden: str
) -> None:
    forbid(world, **{forbidden: False})
    await morgan.set_up()
    assert len(await standing(world)) == 1


async def test_a_role_that_anyone_may_mention_can_be_notified(
    world: World, morgan: Moderator, words: Words
) -> None:
    readers = world.guild.create_role("Readers", mentionable=True)
    saved = await morgan.set_up(role=readers)
    assert f"<@&{readers.id}> is notified" in words(saved)


async def test_a_role_that_the_moderator_may_not_mention_is_refused(
    world: World, morgan: Moderator, words: Words
) -> None:
    staff = world.guild.create_role("Staff")
    refused = await morgan.preview(role=staff)
    assert "You may not mention" in words(refused)
    assert await standing(world) == []


async def test_nobody_can_let_everyone_be_notified(
    world: World, morgan: Moderator, words: Words
) -> None:
    refused = await morgan.preview(role=world.guild.default_role)
    assert "I never notify everyone" in words(refused)
    assert await standing(world) == []


async def test_for_a_role_that_not_anyone_may_mention_the_bot_needs_to_be_allowed(
    world: World, morgan: Moderator, words: Words
) -> None:
    staff = world.guild.create_role("Staff")
    trusted = world.guild.create_role(
        "Trusted", permissions=discord.Permissions(manage_guild=True, administrator=True)
    )
    world.morgan = world.guild.add_member(world.env.create_user("max"), roles=[trusted])
    assert "not saved yet" in words(await morgan.preview(role=staff))
    forbid(world, mention_everyone=False)
    assert "**Mention Everyone**" in words(await morgan.preview(role=staff))


async def test_a_channel_deleted_before_saving_is_refused(
    world: World, morgan: Moderator, words: Words
) -> None:
    channel = world.guild.create_text_channel("fleeting")
    preview = await morgan.preview(channel)
    world.env.backend.delete_channel(channel.id)
    assert "I cannot see that channel" in words(await morgan.click(preview, "Save"))
    assert await standing(world) == []


async def test_a_member_does_not_see_the_commands(world: World) -> None:
    assert not [
        name for name in world.alice.available_commands(world.channel) if "reflection" in name
    ]
    assert "reflection setup" in world.morgan.available_commands(world.channel)


async def test_a_member_whom_the_servers_settings_let_in_can_set_up(
    world: World, words: Words
) -> None:
    allow_reflection(world, world.alice)
    result = await world.alice.slash(
        world.channel,
        "reflection setup",
        channel=world.channel,
        time="8",
        timezone="Europe/London",
    )
    assert result.ephemeral
    assert "not saved yet" in words(result.response)
    assert "Saved." in words(await world.click(result.response, "Save"))
    assert len(await standing(world)) == 1


async def test_chosen_days_are_shown_and_kept(
    world: World, morgan: Moderator, words: Words
) -> None:
    saved = await morgan.set_up(days="mon-fri")
    assert "on weekdays at **08:00**" in words(saved)
    assert await next_at(world) == datetime(2026, 3, 2, 8, tzinfo=UTC)  # after a Sunday
    again = await morgan.set_up(days="Sat and Sun")
    assert "on Saturdays and Sundays at" in words(again)
    assert "on Saturdays and Sundays at" in words(await morgan.set_up(time="9"))
    assert "names no weekdays; write it like" in words(await morgan.preview(days="someday"))


async def test_a_text_can_be_chosen_by_its_title(
    new_world: NewWorld, words: Words, tmp_path: Path
) -> None:
    for name in ("Rivers", "Hills"):
        (tmp_path / f"{name.lower()}.yaml").write_text(
            f"title: On {name}\nparagraphs:\n- text: {name} are wide and carry us along.\n"
        )
    async with new_world(knowledge=tmp_path) as world:
        morgan = Moderator(world)
        choices = await world.morgan.autocomplete(
            world.channel, "reflection setup", "text", "hil", channel=world.channel, time="8"
        )
        assert [choice["name"] for choice in choices] == ["On Hills"]
        saved = await morgan.set_up(text="On Hills")
        assert "from **On Hills**" in words(saved)
        for _ in range(3):
            await deliver(world)
        assert all("Hills are wide" in words(post) for post in posts(world))
        shown = await world.dialog(saved, "Text…", ["rivers"], world.morgan)
        assert "from **On Rivers**" in words(shown)
        assert "I have no text “Seas”" in words(await morgan.preview(text="Seas"))


async def test_an_abbreviation_of_a_zone_asks_for_a_place(
    world: World, morgan: Moderator, words: Words
) -> None:
    refused = await morgan.preview(timezone="MST")
    assert "“MST” does not say which place is meant, such as **America/Denver**" in words(refused)
    assert await standing(world) == []


async def test_a_moderator_who_is_one_no_more_cannot_save(
    world: World, morgan: Moderator, words: Words
) -> None:
    preview = await morgan.preview()
    backend = world.env.backend
    for role_id in list(backend.get_member(world.guild.id, world.morgan.id).role_ids):
        backend.remove_member_role(world.guild.id, world.morgan.id, role_id)
    refused = await morgan.click(preview, "Save")
    assert "**Manage Server**" in words(refused)
    assert await standing(world) == []


async def test_the_commands_are_for_servers_and_their_managers_only(world: World) -> None:
    (registered,) = [one.json for one in world.env.http_requests if one.method == "PUT"]
    assert isinstance(registered, list)
    (group,) = [command for command in registered if command["name"] == "reflection"]
    assert group["contexts"] == [0]
    assert group["integration_types"] == [0]
    assert int(group["default_member_permissions"]) == discord.Permissions(manage_guild=True).value
    assert re.fullmatch(r"[a-z ]+", " ".join(option["name"] for option in group["options"]))
