"""Words that stand elsewhere than in a message's own text, and a mention of the bot's role."""

from typing import Any

import discord
import pytest

from bot.features.ask.message_words import words_of
from tests.e2e.world import Words, World

QUESTION = "What is the definition of attunement?"
DEFINITION = "I came across this definition of attunement"


def message(world: World, **data: Any) -> discord.Message:
    """A message as Discord sends it."""
    payload: Any = {
        "id": "1000",
        "channel_id": str(world.channel.id),
        "author": {"id": "7", "username": "ann", "discriminator": "0", "avatar": None},
        "content": "",
        "timestamp": "2026-03-01T12:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        **data,
    }
    channel: Any = world.bot.get_channel(world.channel.id)
    return discord.Message(state=world.bot._connection, channel=channel, data=payload)


FORWARDED: dict[str, Any] = {
    "message": {
        "content": QUESTION,
        "embeds": [],
        "attachments": [],
        "timestamp": "2026-03-01T12:00:00+00:00",
        "edited_timestamp": None,
        "type": 0,
        "flags": 0,
        "mentions": [],
        "mention_roles": [],
        "components": [],
    }
}

POLL: dict[str, Any] = {
    "question": {"text": QUESTION},
    "answers": [{"answer_id": 1, "poll_media": {"text": "Being with"}}],
    "expiry": "2026-03-02T12:00:00+00:00",
    "allow_multiselect": False,
    "layout_type": 1,
}


@pytest.mark.parametrize(
    "data",
    [
        {"content": QUESTION},
        {"message_snapshots": [FORWARDED]},
        {"embeds": [{"type": "rich", "title": QUESTION}]},
        {"embeds": [{"type": "rich", "fields": [{"name": "Asked", "value": QUESTION}]}]},
        {"poll": POLL},
        {"components": [{"type": 17, "components": [{"type": 10, "content": QUESTION}]}]},
    ],
    ids=["own words", "forwarded", "an embed's title", "an embed's field", "a poll", "a layout"],
)
async def test_the_words_of_a_message_are_found_wherever_they_stand(
    world: World, data: dict[str, Any]
) -> None:
    assert QUESTION in words_of(message(world, **data))


async def test_a_message_of_a_picture_alone_has_no_words(world: World) -> None:
    assert words_of(message(world)) == ""


async def test_the_message_menu_asks_with_the_words_of_an_embed(world: World, words: Words) -> None:
    webhook: Any = world.guild.create_webhook(world.channel, "news")
    posted = await webhook.send(embed=discord.Embed(description=QUESTION))
    result = await world.alice.context_menu(world.channel, "Ask the essay", posted)
    assert DEFINITION in words(result.response)


def own_role(world: World) -> Any:
    """The role that Discord makes for the bot."""
    role: Any = world.guild.create_role("Attune")
    assert world.bot.user is not None
    guild: Any = world.bot.get_guild(world.guild.id)
    guild.get_role(role.id).tags = discord.RoleTags({"bot_id": str(world.bot.user.id)})
    return role


async def test_a_mention_of_the_bots_role_is_told_how_to_ask(world: World, words: Words) -> None:
    role = own_role(world)
    await world.alice.send(world.channel, f"<@&{role.id}> {QUESTION}")
    said = words(world.channel.last_message)
    assert f"Mention {world.me} itself, or use </ask:" in said


async def test_a_mention_of_another_role_is_left_alone(world: World) -> None:
    role: Any = world.guild.create_role("Readers")
    asked = await world.alice.send(world.channel, f"<@&{role.id}> {QUESTION}")
    assert world.channel.last_message.id == asked.id


async def test_words_beside_the_role_are_answered_where_discord_gives_them(
    world: World, words: Words
) -> None:
    role = own_role(world)
    await world.alice.send(world.channel, f"{world.me} <@&{role.id}> {QUESTION}")
    assert DEFINITION in words(world.channel.last_message)


async def test_a_reply_that_only_mentions_the_bot_asks_with_the_words_replied_to(
    world: World, words: Words
) -> None:
    # Discord gives the bot only the words of messages that mention it.
    asked = await world.bob.send(world.channel, f"{world.me} {QUESTION}")
    await world.alice.send(world.channel, world.me, reply_to=asked)
    assert DEFINITION in words(world.channel.last_message)
    assert world.channel.last_message.reference.message_id != asked.id


async def test_other_roles_and_people_in_a_question_are_read_by_their_names(world: World) -> None:
    role: Any = world.guild.create_role("Clinicians")
    asked = await world.alice.send(
        world.channel, f"{world.me} what do <@&{role.id}>, {world.bob.mention} and <@&77> say?"
    )
    cog: Any = world.bot.get_cog("MentionCog")
    question = await in_the_bots_eyes(world, asked)
    assert cog._question(question) == "what do Clinicians, bob and   say?"
    assert "<@" not in str(world.channel.last_message.components)


async def in_the_bots_eyes(world: World, sent: Any) -> discord.Message:
    """A message as the bot fetches it."""
    channel: Any = world.bot.get_channel(world.channel.id)
    fetched: discord.Message = await channel.fetch_message(sent.id)
    return fetched
