"""The buttons under a passage, before and after a restart and an edit of the text."""

import asyncio
from pathlib import Path

import pytest

from tests.e2e.world import Labels, NewWorld, Words, World

QUESTION = "What is the definition of attunement?"
TEXT = """\
title: Small
author: A. Writer
paragraphs:
  - text: The first thing that one may want to know is where the harbour lies.
  - text: The harbour lies behind the hill. Ships come there in the morning to rest.
  - text: The last paragraph speaks of nothing but the weather on the hill.
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


async def edit(world: World, path: Path, text: str) -> None:
    await asyncio.to_thread(path.write_text, text, encoding="utf-8")
    await world.bot.texts.reload()


async def test_in_context_shows_the_paragraph_with_its_neighbours_to_the_clicker(
    world: World, words: Words
) -> None:
    answer = await world.ask(QUESTION)
    context = await world.click(answer, "In context", world.bob)
    said = words(context)
    assert context.ephemeral
    assert "> I like this word, Attunement." in said
    assert "> **I came across this definition" in said
    assert "> When we are attuned to our clients" in said


async def test_the_context_can_be_paged_in_the_same_message(
    world: World, words: Words, labels: Labels
) -> None:
    context = await world.click(await world.ask(QUESTION), "In context")
    later = await world.click(context, "Later")
    assert later.id == context.id
    assert "Paragraph 3 in context" in words(later)
    last = await world.click(later, "Later")
    assert "Later" not in labels(last)
    assert "Earlier" in labels(last)


async def test_next_passage_goes_around_all_that_come_close(world: World, words: Words) -> None:
    answer = await world.ask(QUESTION)
    shown = await world.click(answer, "Next passage")
    assert shown.ephemeral
    assert shown.id != answer.id
    seen = [words(shown)]
    while "The first passage again" not in seen[-1]:
        again = await world.click(shown, "Next passage")
        assert again.id == shown.id
        seen.append(words(again))
    assert len(set(seen)) == len(seen)
    assert "> **I came across this definition" in seen[-1]


async def test_card_brings_a_picture_with_alternative_text(world: World, labels: Labels) -> None:
    card = await world.click(await world.ask(QUESTION), "Card")
    (picture,) = card.attachments
    assert card.ephemeral
    assert picture.content_type == "image/png"
    gallery = next(part for part in card.components if part["type"] == 12)
    assert "kinesthetic and emotional sensing" in gallery["items"][0]["description"]
    assert labels(card) == ["Share"]


async def test_share_posts_a_private_answer_to_the_channel_with_the_sharers_name(
    world: World, words: Words
) -> None:
    answer = await world.ask(QUESTION, private=True)
    shared = await world.click(answer, "Share")
    assert not shared.ephemeral
    assert "> **I came across this definition" in words(shared)
    assert "Shared by alice" in words(shared)


async def test_share_posts_a_card_with_its_picture(world: World, words: Words) -> None:
    card = await world.click(await world.ask(QUESTION), "Card")
    shared = await world.click(card, "Share")
    assert not shared.ephemeral
    assert len(shared.attachments) == 1
    assert "Shared by alice" in words(shared)


async def test_only_who_may_write_in_a_channel_can_share_there(world: World, words: Words) -> None:
    from discord import PermissionOverwrite

    silent = {world.guild.default_role: PermissionOverwrite(send_messages=False)}
    channel = world.guild.create_text_channel("news", overwrites=silent)
    answer = await world.alice.slash(channel, "ask", question=QUESTION, private=True)
    refused = await world.click(answer.response, "Share")
    assert refused.ephemeral
    assert "**Send Messages**" in words(refused)


@pytest.mark.parametrize("label", ["In context", "Next passage", "Card", "Share"])
async def test_every_button_works_after_a_restart(world: World, label: str) -> None:
    answer = await world.ask(QUESTION, private=True)
    await world.start_anew()
    result = await world.alice.click(answer, label=label)
    assert result.acknowledged
    assert result.response is not None


async def test_a_passage_that_moved_in_an_edit_is_still_found(
    new_world: NewWorld, small: Path, words: Words
) -> None:
    async with new_world(knowledge=small) as world:
        quote = (await world.alice.slash(world.channel, "quote")).response
        sentence = words(quote).split("> ")[1].split("\n")[0].split(". ")[0]
        new = "paragraphs:\n  - text: A new beginning was written in front of all the others.\n"
        await edit(world, small, TEXT.replace("paragraphs:\n", new))
        assert sentence in words(await world.click(quote, "In context"))


async def test_a_passage_that_is_gone_gets_a_kind_word(
    new_world: NewWorld, small: Path, words: Words
) -> None:
    async with new_world(knowledge=small) as world:
        quote = (await world.alice.slash(world.channel, "quote")).response
        await edit(world, small, "title: Small\nparagraphs:\n  - text: All is new here.\n")
        for label in ("In context", "Card", "Share"):
            gone = await world.click(quote, label)
            assert gone.ephemeral
            assert "no longer in the text" in words(gone)


async def test_a_text_that_is_gone_gets_a_kind_word(
    new_world: NewWorld, small: Path, words: Words
) -> None:
    async with new_world(knowledge=small.parent) as world:
        quote = (await world.alice.slash(world.channel, "quote")).response
        page = (await world.alice.slash(world.channel, "essay about")).response
        await asyncio.to_thread(small.rename, small.with_name("other.yaml"))
        await world.bot.texts.reload()
        assert "no longer here" in words(await world.click(quote, "In context"))
        assert "no longer here" in words(await world.click(page, "Read it"))


async def test_a_button_of_another_version_gets_a_kind_word(world: World, words: Words) -> None:
    answer = await world.ask(QUESTION)
    stored = world.env.backend.get_message(answer.channel_id, answer.id)
    for row in stored.components[0]["components"]:
        for part in row.get("components", []):
            part["custom_id"] = part["custom_id"].replace("attune:1:", "attune:0:")
    assert "older version" in words(await world.click(answer, "In context"))


async def test_two_clicks_at_once_are_both_answered(world: World) -> None:
    answer = await world.ask(QUESTION)
    both = [(world.alice, answer, "In context"), (world.bob, answer, "Next passage")]
    results = await world.at_once(both + both)
    assert len({result.response.id for result in results if result.response}) == 4
