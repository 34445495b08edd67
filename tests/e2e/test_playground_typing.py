"""What is typed in the playground is understood as Discord's own box would."""

from typing import Any

import pytest

from bot.playground import understand_typing
from tests.e2e.world import Words, World

QUESTION = "What is the definition of attunement?"
DEFINITION = "I came across this definition of attunement"


@pytest.fixture
def playground(world: World) -> World:
    understand_typing(world.env, world.bot)
    return world


@pytest.mark.parametrize(
    "typed", [f"@Attune {QUESTION}", f"@attune: {QUESTION}", f"{QUESTION} @ATTUNE"]
)
async def test_a_typed_mention_is_answered(playground: World, words: Words, typed: str) -> None:
    asked = await playground.alice.send(playground.channel, typed)
    assert playground.me in asked.content
    assert DEFINITION in words(playground.channel.last_message)


async def test_a_reply_to_an_answer_goes_on(playground: World, words: Words) -> None:
    await playground.alice.send(playground.channel, f"@Attune {QUESTION}")
    answer: Any = playground.channel.last_message
    playground.clock.advance(10)
    await playground.alice.send(playground.channel, "tell me more", reply_to=answer)
    assert playground.channel.last_message.id != answer.id
    assert "You asked" not in words(playground.channel.last_message)


async def test_a_plain_message_gets_one_hint_and_no_more(playground: World, words: Words) -> None:
    await playground.alice.send(playground.channel, QUESTION)
    hint: Any = playground.channel.last_message
    assert f"Type {playground.me} and your question" in words(hint)
    asked = await playground.bob.send(playground.channel, "hello everybody")
    assert playground.channel.last_message.id == asked.id


async def test_another_name_is_no_mention(playground: World, words: Words) -> None:
    await playground.alice.send(playground.channel, f"@Attunement {QUESTION}")
    assert DEFINITION not in words(playground.channel.last_message)
