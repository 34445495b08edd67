"""What is stored, and what moderators can do about it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from simcord.backend.serializers import guild_create_payload

from bot.storage.guild_data import GuildData
from bot.storage.schema import posts as ledger
from bot.storage.schema import reflections
from tests.e2e.daily import Moderator, deliver, posts
from tests.e2e.world import Labels, NewWorld, Words, World

FIRST = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture
def morgan(world: World) -> Moderator:
    return Moderator(world)


async def privacy(world: World, actor: Any) -> Any:
    return (await actor.slash(world.channel, "privacy")).response


async def removed_at(world: World) -> Any:
    (server,) = (await stored(world).export(world.guild.id))["guilds"]
    return server["removed_at"]


def stored(world: World) -> GuildData:
    """What is stored of servers."""
    return GuildData(lambda: world.bot.database.database, world.clock)


async def test_a_member_reads_that_nothing_is_stored_about_them(
    world: World, words: Words, labels: Labels
) -> None:
    said = await privacy(world, world.alice)
    assert "**About you: nothing.**" in words(said)
    assert labels(said) == []


async def test_a_moderator_can_download_and_erase(
    world: World, words: Words, labels: Labels
) -> None:
    said = await privacy(world, world.morgan)
    assert "if you set up a daily reflection, your id stands with it" in words(said)
    assert "30 days after I was removed" in words(said)
    assert labels(said) == ["Download what is stored", "Erase it…"]


async def test_the_download_is_all_that_is_stored(world: World, morgan: Moderator) -> None:
    await morgan.set_up(thread=True)
    await deliver(world)
    said = await privacy(world, world.morgan)
    message = await morgan.click(said, "Download what is stored")
    assert message.ephemeral
    kept = await stored(world).export(world.guild.id)
    (attachment,) = message.attachments
    assert attachment.filename == f"attune-{world.guild.id}.json"
    assert attachment.size == len(json.dumps(kept, indent=2, ensure_ascii=False).encode())
    (settings,), (post,) = kept["reflections"], kept["posts"]
    assert set(settings) == {column.name for column in reflections.c}
    assert set(post) == {column.name for column in ledger.c}
    assert settings["set_up_by"] == str(world.morgan.id)
    assert post["message_id"] == str(posts(world)[0].id)
    assert str(world.alice.id) not in json.dumps(kept)


async def test_erasing_asks_once_more_and_takes_effect_at_once(
    world: World, morgan: Moderator, words: Words, labels: Labels
) -> None:
    await morgan.set_up()
    await deliver(world)
    question = await morgan.click(await privacy(world, world.morgan), "Erase it…")
    assert labels(question) == ["Erase it", "Keep it"]
    assert "Nothing was erased." in words(await morgan.click(question, "Keep it"))
    question = await morgan.click(await privacy(world, world.morgan), "Erase it…")
    erased = await morgan.click(question, "Erase it")
    assert "All that was stored of this server is erased." in words(erased)
    kept = await stored(world).export(world.guild.id)
    assert (kept["reflections"], kept["posts"]) == ([], [])
    assert await deliver(world, FIRST + timedelta(days=1)) == 0
    assert "Set one up" in words(await morgan.command("status"))


async def test_who_manages_the_server_no_more_can_press_none_of_it(
    world: World, morgan: Moderator, words: Words
) -> None:
    await morgan.set_up()
    said = await privacy(world, world.morgan)
    question = await morgan.click(await privacy(world, world.morgan), "Erase it…")
    backend = world.env.backend
    for role_id in list(backend.get_member(world.guild.id, world.morgan.id).role_ids):
        backend.remove_member_role(world.guild.id, world.morgan.id, role_id)
    for message, label in ((said, "Download what is stored"), (question, "Erase it")):
        assert "**Manage Server**" in words(await morgan.click(message, label))
    assert len(await world.bot.reflections.channels.status(world.guild.id)) == 1


async def test_in_a_direct_message_there_is_nothing_to_press(
    world: World, words: Words, labels: Labels
) -> None:
    user = world.env.create_user("dora")
    said = (await user.slash("privacy")).response
    assert "**About you: nothing.**" in words(said)
    assert labels(said) == []


async def test_thirty_days_after_the_bot_was_removed_all_is_gone(
    world: World, morgan: Moderator
) -> None:
    await morgan.set_up()
    world.env.backend.remove_guild(world.guild.id)
    await world.env.settle()
    assert await removed_at(world)
    world.clock.instant += timedelta(days=29)
    await world.bot.reflections.servers.purge(world.clock.instant)
    assert (await stored(world).export(world.guild.id))["reflections"]
    world.clock.instant += timedelta(days=1)
    await world.bot.reflections.servers.purge(world.clock.instant)
    assert not (await stored(world).export(world.guild.id))["reflections"]


async def test_a_removal_that_the_bot_did_not_see_is_noted_at_the_next_start(
    new_world: NewWorld,
) -> None:
    async with new_world() as world:
        await Moderator(world).set_up()
        await world.bot.reflections.close()
        world.env.backend.remove_guild(world.guild.id)
        await world.env.settle()
        await world.start_anew()
        await world.env.settle()
        assert await removed_at(world)
        assert await deliver(world, FIRST) == 0


async def test_a_server_that_adds_the_bot_again_in_time_has_its_reflection_back(
    world: World, morgan: Moderator
) -> None:
    await morgan.set_up()
    backend = world.env.backend
    here = dict(guild_create_payload(backend, backend.get_guild(world.guild.id)))
    here.pop("unavailable", None)  # which only servers have that the bot was on before
    backend.emit("GUILD_DELETE", {"id": str(world.guild.id)})
    await world.env.settle()
    assert await removed_at(world)
    backend.emit("GUILD_CREATE", here)
    await world.env.settle()
    assert await removed_at(world) is None
    (status,) = await world.bot.reflections.channels.status(world.guild.id)
    assert status.next_at == FIRST
