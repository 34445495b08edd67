"""Hostile input: nothing pings, nothing breaks out of its quotation, everything is answered."""

from pathlib import Path

import pytest

from tests.e2e.world import NewWorld, Words, World

HOSTILE = [
    "@everyone @here what is attunement?",
    "<@1> <@&2> <#3> </ask:4> <:smile:5> <t:0:R> what is attunement?",
    "**bold** _italics_ ~~gone~~ ||hidden|| `code` ```\nblock\n``` what is attunement?",
    "> quote\n# heading\n- list\n-# small\n1. one\nwhat is attunement?",
    "[a link](https://evil.example) https://evil.example what is attunement?",
    "\u202eattunement si tahw\u202c \u200b\u2066hidden\u2069 \ufeff what is attunement?",
    "what is \x00 attunement \x1b[31m?",
    "w\u0336\u0337\u0338h\u0336\u0337a\u0336t is attunement" + "\u0300" * 500,
    "ما هو التناغم؟ 什么是调谐？ מהי כוונון?",
    "a" * 4000,
    "what is attunement? " * 200,
    "😀" * 1500,
    "\\" * 500 + "*_~`|>#[](){}",
    "' OR 1=1; -- {{7*7}} ${x} %s %n",
]

TEXT = """\
title: "*A* [title](https://evil.example)"
author: "@everyone _A_"
paragraphs:
  - text: |
      # Not a heading, and *stars* and under_scores_ too, are in this sentence. @everyone <@1> too.
      - not a list, but a line that begins with a dash, in ||spoilers|| and `code`.
      The third says [not a link](https://evil.example) but https://honest.example/a_b_c is one.
  - text: '> Not a quote in a quote, ```nor code```, is the fourth of these hostile sentences.'
"""


@pytest.mark.parametrize("question", HOSTILE)
async def test_a_hostile_question_is_answered_and_does_nothing(
    world: World, words: Words, question: str
) -> None:
    answer = await world.ask(question)
    said = words(answer)
    assert said.strip()
    stored = world.env.backend.get_message(answer.channel_id, answer.id)
    assert not stored.mention_everyone
    assert not stored.ping_user_ids
    assert not stored.ping_role_ids
    asked = next((line for line in said.split("\n") if line.startswith("-# You asked")), "")
    for danger in ("@everyone", "<@", "<#", "**", "||", "`", "[a", "https://", "\u202e", "\u200b"):
        assert danger not in asked.replace("\\" + danger[0], "").replace("\\://", "")


@pytest.mark.parametrize("question", HOSTILE)
async def test_a_hostile_mention_is_answered_and_pings_nobody(world: World, question: str) -> None:
    message = await world.alice.send(world.channel, f"{world.me} {question[:1900]}")
    answer = world.channel.last_message
    if answer.id != message.id:
        assert answer.mentions == []
    else:
        assert message.mention_everyone


@pytest.mark.parametrize("topic", HOSTILE)
async def test_a_hostile_topic_gets_a_clear_reply(world: World, words: Words, topic: str) -> None:
    result = await world.alice.slash(world.channel, "quote", about=topic)
    assert words(result.response).strip()


@pytest.mark.parametrize("typed", HOSTILE)
async def test_hostile_typing_never_breaks_the_suggestions(world: World, typed: str) -> None:
    assert isinstance(
        await world.alice.autocomplete(world.channel, "ask", "question", typed[:1000]), list
    )


async def test_nothing_in_a_text_breaks_out_of_its_quotation(
    new_world: NewWorld, tmp_path: Path, words: Words
) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(TEXT, encoding="utf-8")
    async with new_world(knowledge=path) as world:
        page = (await world.alice.slash(world.channel, "essay read")).response
        lines = words(page).split("\n")
        assert "> \\# Not a heading, and \\*stars\\* and under\\_scores\\_ too," in words(page)
        assert any(line.startswith("> \\- not a list") for line in lines)
        assert "\\@everyone \\<@1> too" in words(page)
        assert "\\[not a link](https://evil.example)" in words(page)
        assert "https://honest.example/a_b_c is one" in words(page)
        assert any(line.startswith("> \\> Not a quote") for line in lines)


async def test_a_name_that_tries_to_ping_is_only_shown(world: World, words: Words) -> None:
    mallory = world.guild.add_member(world.env.create_user("mallory"), nick="@everyone **M**")
    quote = (await mallory.slash(world.channel, "quote")).response
    shared = await world.click(quote, "Share", mallory)
    assert "Shared by \\@everyone \\*\\*M\\*\\*" in words(shared)
