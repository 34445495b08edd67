"""/texts and the text option: which of several texts answers."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.world import Labels, Message, NewWorld, Options, Words, World

RIVERS = """\
title: On Rivers
author: A. Walker
paragraphs:
  - text: The ferryman sleeps through the afternoon. A lantern calls him at night.
    asked:
      - sentence: 1
        questions: [when does the ferryman sleep]
"""
HILLS = """\
title: On Hills
author: B. Climber
paragraphs:
  - text: The shepherd sleeps in the hut. A whistle calls his dogs from the hill.
    asked:
      - sentence: 1
        questions: [where does the shepherd sleep]
"""


@pytest.fixture
async def library(new_world: NewWorld, tmp_path: Path) -> AsyncIterator[World]:
    """A server whose bot has two texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "rivers.yaml").write_text(RIVERS)
    (folder / "hills.yaml").write_text(HILLS)
    async with new_world(knowledge=folder) as opened:
        yield opened


async def use(world: World, text: str, actor: Any = None, **options: Any) -> Message:
    result = await (actor or world.morgan).slash(world.channel, "texts use", text=text, **options)
    return result.response


async def test_the_list_says_which_text_is_asked_here(library: World, words: Words) -> None:
    async def listed() -> str:
        return words((await library.alice.slash(library.channel, "texts list")).response)

    assert "Questions here go to all of them." in await listed()
    await use(library, "On Hills")
    assert "On Hills* by B. Climber · 1 passage · in use in this server" in await listed()
    await use(library, "rivers", channel=library.channel)
    assert "On Rivers* by A. Walker · 1 passage · in use in this channel" in await listed()


async def test_a_channels_questions_go_to_its_text(library: World, words: Words) -> None:
    question = "when does the ferryman sleep"
    assert "through the afternoon" in words(await library.ask(question))
    said = await use(library, "On Hills", channel=library.channel)
    assert "go to **On Hills** from now on" in words(said)
    assert "through the afternoon" not in words(await library.ask(question))
    other: Any = library.guild.create_text_channel("rivers")
    library.clock.advance(10)
    answer = await library.alice.slash(other, "ask", question=question)
    assert "through the afternoon" in words(answer.response)


async def test_all_texts_are_a_click_away(library: World, words: Words, labels: Labels) -> None:
    await use(library, "On Hills")
    missed = await library.ask("when does the ferryman sleep")
    assert "Search all texts" in labels(missed)
    library.clock.advance(10)
    found = await library.click(missed, "Search all texts")
    assert "**The ferryman sleeps through the afternoon.**" in words(found)
    assert "Search all texts" not in labels(found)


async def test_a_question_may_name_its_text(library: World, words: Words) -> None:
    await use(library, "On Hills")
    answer = await library.ask("when does the ferryman sleep", text="On Rivers")
    assert "through the afternoon" in words(answer)
    assert "I have no text “On Lakes”" in words(await library.ask("who", text="On Lakes"))


async def test_quotations_can_be_of_one_text(library: World, words: Words) -> None:
    async def quote(**options: str) -> Message:
        return (await library.alice.slash(library.channel, "quote", **options)).response

    shown = await quote(text="On Rivers")
    assert "On Rivers" in words(shown)
    again = await library.click(shown, "Another")
    assert again.id == shown.id
    assert "On Rivers" in words(again)
    assert "A whistle calls his dogs" in words(await quote(text="hills", about="whistle"))
    assert "No quotation about that" in words(await quote(text="On Rivers", about="whistle"))
    assert "I have no text “On Lakes”" in words(await quote(text="On Lakes"))


async def test_the_questions_listed_can_be_those_of_one_text(
    library: World, words: Words, options: Options
) -> None:
    async def topics(**named: str) -> Message:
        return (await library.alice.slash(library.channel, "essay topics", **named)).response

    assert options(await topics(text="On Hills"), "A question…") == [
        "where does the shepherd sleep"
    ]
    assert len(options(await topics(), "A question…")) == 2
    assert "I have no text “On Lakes”" in words(await topics(text="On Lakes"))


async def test_a_miss_names_no_text_wrongly(library: World, words: Words) -> None:
    everywhere = words(await library.ask("who won the football match yesterday"))
    assert "None of the texts here answers this." in everywhere
    await use(library, "On Hills")
    one = words(await library.ask("who won the football match yesterday"))
    assert "Nothing in *On Hills*" in one


async def test_a_choice_can_be_taken_back(library: World, words: Words) -> None:
    await use(library, "On Hills")
    assert "go to all texts from now on" in words(await use(library, "*"))
    answer = await library.ask("when does the ferryman sleep")
    assert "through the afternoon" in words(answer)


async def test_only_who_manages_the_server_may_choose(library: World, words: Words) -> None:
    refused = words(await use(library, "On Hills", library.alice))
    assert "you need the permission **Manage Server**" in refused
    assert "through the afternoon" in words(await library.ask("when does the ferryman sleep"))


async def test_a_mention_goes_to_the_channels_text(library: World, words: Words) -> None:
    await use(library, "On Hills", channel=library.channel)
    library.clock.advance(10)
    await library.alice.send(library.channel, f"{library.me} when does the ferryman sleep")
    assert "through the afternoon" not in words(library.channel.last_message)


async def test_one_text_alone_is_listed_with_what_can_be_done(
    world: World, words: Words, labels: Labels
) -> None:
    said = (await world.alice.slash(world.channel, "texts list")).response
    assert "Questions go to this text." in words(said)
    assert labels(said) == ["Read it", "About it"]
