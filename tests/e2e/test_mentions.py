"""Plain messages: mentions, replies and direct messages; and all that is left unanswered."""

from typing import Any

import discord
import pytest

from tests.e2e.world import Labels, NewWorld, Words, World

QUESTION = "What is the definition of attunement?"
DEFINITION = "I came across this definition of attunement"


async def test_a_mention_with_a_question_is_answered_in_a_reply(world: World, words: Words) -> None:
    asked = await world.alice.send(world.channel, f"{world.me} {QUESTION}")
    answer = world.channel.last_message
    assert DEFINITION in words(answer)
    assert answer.reference.message_id == asked.id
    assert answer.mentions == []


@pytest.mark.parametrize("said", [QUESTION, "", "I want to kill myself"])
async def test_whatever_answers_a_message_bears_its_nonce_so_that_it_comes_once(
    world: World, said: str
) -> None:
    asked = await world.alice.send(world.channel, f"{world.me} {said}")
    (body,) = replies(world)
    assert body["nonce"] == f"re{asked.id}"
    assert len(body["nonce"]) <= 25
    assert body["enforce_nonce"]


async def test_where_an_answer_fails_what_is_said_instead_bears_the_same_nonce(
    new_world: NewWorld,
) -> None:
    async with new_world(check_errors=False) as world:
        # Discord may have made the answer all the same; then it gives that one back.
        world.env.inject_error("POST", "/channels/*/messages", status=500)
        await world.alice.send(world.channel, f"{world.me} {QUESTION}")
        first, second = replies(world)
        assert first != second
        assert first["nonce"] == second["nonce"]
        assert second["enforce_nonce"]


def replies(world: World) -> list[Any]:
    """The bodies of the requests that would make a message, whether or not they did."""
    return [
        request.json
        for request in world.env.http_requests
        if request.method == "POST" and request.path.endswith("/messages")
    ]


async def test_a_mention_without_a_question_gets_a_short_help(world: World, words: Words) -> None:
    await world.alice.send(world.channel, world.me)
    said = words(world.channel.last_message)
    assert len(said.strip().splitlines()) == 2
    assert "</ask:" in said


async def test_a_question_of_the_short_help_is_one_click_away(
    world: World, words: Words, labels: Labels
) -> None:
    await world.alice.send(world.channel, world.me)
    hint = world.channel.last_message
    assert "The essay answers" in words(await world.click(hint, labels(hint)[0]))


async def test_a_reply_to_the_bot_is_answered(world: World, words: Words) -> None:
    await world.alice.send(world.channel, world.me)
    await world.bob.send(world.channel, QUESTION, reply_to=world.channel.last_message)
    assert DEFINITION in words(world.channel.last_message)


async def test_a_reply_to_an_answer_goes_on_from_it(world: World, words: Words) -> None:
    await world.alice.send(world.channel, f"{world.me} {QUESTION}")
    answer = world.channel.last_message
    await world.bob.send(world.channel, "tell me more", reply_to=answer)
    assert "how the person moves in the world" in words(world.channel.last_message)


async def test_a_direct_message_goes_on_from_the_last_answer(world: World, words: Words) -> None:
    await world.alice.send_dm(QUESTION)
    await world.alice.send_dm("and then?")
    assert "how the person moves in the world" in words(world.alice.user.dm_channel.last_message)


async def test_small_talk_gets_a_short_true_sentence_and_no_refusal(
    world: World, words: Words
) -> None:
    await world.alice.send(world.channel, f"{world.me} are you an AI?")
    said = words(world.channel.last_message)
    assert "I am a program" in said
    assert "does not say" not in said


async def test_a_direct_message_is_answered_without_a_mention(
    world: World, words: Words, labels: Labels
) -> None:
    await world.alice.send_dm(QUESTION)
    answer = world.alice.user.dm_channel.last_message
    assert DEFINITION in words(answer)
    assert "Share" not in labels(answer)


async def test_buttons_work_in_direct_messages(world: World, words: Words) -> None:
    await world.alice.send_dm(QUESTION)
    answer = world.alice.user.dm_channel.last_message
    following = await world.click(answer, "Next passage", world.alice.user)
    assert following.id == answer.id
    assert "Another passage" in words(following)
    context = await world.click(answer, "In context", world.alice.user)
    assert not context.ephemeral
    assert "in context" in words(context)


async def test_a_message_that_does_not_turn_to_the_bot_is_left_alone(world: World) -> None:
    await world.alice.send(world.channel, QUESTION)
    await world.alice.send(world.channel, f"{world.bob.mention} {QUESTION}")
    assert len(world.channel.history()) == 2


async def test_other_bots_and_webhooks_are_never_answered(world: World) -> None:
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    await robot.send(world.channel, f"{world.me} {QUESTION}")
    await world.guild.create_webhook(world.channel).send(f"{world.me} {QUESTION}")
    assert len(world.channel.history()) == 2


async def test_everyone_is_never_answered(world: World) -> None:
    herald = world.guild.create_role(
        "Herald", permissions=discord.Permissions(mention_everyone=True)
    )
    crier = world.guild.add_member(world.env.create_user("crier"), roles=[herald])
    await crier.send(world.channel, f"@everyone {QUESTION}")
    await crier.send(world.channel, f"@everyone try {world.me}: {QUESTION}")
    assert len(world.channel.history()) == 2


async def test_an_edited_message_is_not_answered_twice(world: World) -> None:
    asked = await world.alice.send(world.channel, f"{world.me} {QUESTION}")
    await world.alice.edit(asked, f"{world.me} What is empathy?")
    assert len(world.channel.history()) == 2


async def test_someone_in_distress_is_answered_in_a_direct_message_only(
    world: World, words: Words
) -> None:
    await world.alice.send(world.channel, f"{world.me} I want to kill myself")
    assert len(world.channel.history()) == 1
    said = words(world.alice.user.dm_channel.last_message)
    assert said.strip()
    assert "> " not in said


async def test_where_no_direct_message_can_be_sent_the_channel_gets_one_neutral_line(
    new_world: NewWorld, words: Words
) -> None:
    async with new_world() as world:
        world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
        await world.alice.send(world.channel, f"{world.me} I want to kill myself")
        line = words(world.channel.last_message)
        assert "only you see the answer" in line
        assert "kill" not in line
        assert len(world.channel.history()) == 2


async def test_where_the_bot_may_not_write_the_member_learns_which_permission_is_missing(
    world: World, words: Words
) -> None:
    silent = {world.guild.default_role: discord.PermissionOverwrite(send_messages=False)}
    channel = world.guild.create_text_channel("closed", overwrites=silent)
    talker = world.guild.create_role("Talker", permissions=discord.Permissions.all())
    carol = world.guild.add_member(world.env.create_user("carol"), roles=[talker])
    await carol.send(channel, f"{world.me} {QUESTION}")
    assert len(channel.history()) == 1
    assert "**Send Messages**" in words(carol.user.dm_channel.last_message)


async def test_a_mention_in_a_channel_that_was_deleted_meanwhile_is_no_error(
    new_world: NewWorld,
) -> None:
    async with new_world() as world:
        world.env.inject_error("POST", "/channels/*/messages", status=404, code=10003)
        await world.alice.send(world.channel, f"{world.me} {QUESTION}")
        assert len(world.channel.history()) == 1


async def test_a_flood_of_mentions_is_told_once_to_wait(world: World, words: Words) -> None:
    for _ in range(9):
        await world.alice.send(world.channel, f"{world.me} {QUESTION}")
    told = [message for message in world.channel.history() if "ask again in" in words(message)]
    assert len(told) == 1
    assert len(world.channel.history()) == 9 + 5 + 1


@pytest.mark.parametrize("question", ["​" * 50, "‮", "\N{FULL BLOCK}" * 1990])
async def test_strange_direct_messages_are_answered(world: World, question: str) -> None:
    await world.alice.send_dm(question)
    assert len(world.alice.user.dm_channel.history()) == 2
