"""Quotations to come upon."""

import re
from pathlib import Path

from bot.discord_ui.quotation import quotable
from bot.texts.loading import load_essays
from tests.e2e.world import Labels, NewWorld, Words, World

(ESSAY,) = load_essays(None)
ALL = sum(len(quotable(ESSAY, paragraph)) for paragraph in ESSAY.paragraphs)


def quoted(said: str) -> str:
    return "\n".join(re.findall(r"^> (.*)$", said, re.MULTILINE)).replace("\\", "")


async def test_a_quotation_is_whole_sentences_of_the_text_with_their_source(
    world: World, words: Words
) -> None:
    result = await world.alice.slash(world.channel, "quote")
    said = words(result.response)
    assert result.response.ephemeral
    assert quoted(said) in "\n".join(paragraph.text for paragraph in ESSAY.paragraphs)
    assert "by J. Farley" in said


async def test_another_never_repeats_one_until_all_were_shown(world: World, words: Words) -> None:
    quote = (await world.alice.slash(world.channel, "quote")).response
    seen = [quoted(words(quote))]
    for _ in range(ALL):
        again = await world.click(quote, "Another")
        assert again.id == quote.id
        seen.append(quoted(words(again)))
    assert len(set(seen[:ALL])) == ALL
    assert seen[ALL] != seen[ALL - 1]


async def test_a_channel_sees_one_round_whoever_asks(world: World, words: Words) -> None:
    seen = []
    for number in range(ALL):
        member = (world.alice, world.bob)[number % 2]
        result = await member.slash(world.channel, "quote")
        seen.append(quoted(words(result.response)))
    assert len(set(seen)) == ALL


async def test_a_round_goes_on_after_a_restart(new_world: NewWorld, words: Words) -> None:
    async with new_world() as world:
        quote = (await world.alice.slash(world.channel, "quote")).response
        seen = [quoted(words(quote))]
        for number in range(ALL - 1):
            if number == ALL // 2:
                await world.start_anew()
            seen.append(quoted(words(await world.click(quote, "Another"))))
        assert len(set(seen)) == ALL


async def test_two_clicks_on_another_at_once_bring_two_quotations(
    world: World, words: Words
) -> None:
    quote = (await world.alice.slash(world.channel, "quote")).response
    public = await world.click(quote, "Share")
    stored = world.env.backend.get_message(public.channel_id, public.id)
    stored.components = world.env.backend.get_message(quote.channel_id, quote.id).components
    both = [(world.alice, public, "Another"), (world.bob, public, "Another")]
    results = await world.at_once(both)
    assert len({quoted(words(result.response)) for result in results}) == 2


async def test_a_topic_is_suggested_and_quoted_from(world: World, words: Words) -> None:
    choices = await world.alice.autocomplete(world.channel, "quote", "about", "frendship")
    topic = choices[0]["value"]
    result = await world.alice.slash(world.channel, "quote", about=topic)
    about = [paragraph.text for paragraph in ESSAY.paragraphs if topic in paragraph.topics]
    assert any(quoted(words(result.response)) in text for text in about)


async def test_an_unknown_topic_brings_the_nearest_as_buttons(
    world: World, words: Words, labels: Labels
) -> None:
    result = await world.alice.slash(world.channel, "quote", about="qqq zzz **bold** @everyone")
    assert "no topic" in words(result.response)
    near = labels(result.response)
    assert near
    assert quoted(words(await world.click(result.response, near[0])))


async def test_a_word_that_is_no_topic_is_looked_for_in_the_text(
    new_world: NewWorld, words: Words, tmp_path: Path
) -> None:
    lantern = (
        "A lantern hangs above the old mill of the valley, and it burns until the morning comes."
    )
    wheel = "The wheel of the mill turned for two hundred years, and nobody in the valley heard it stop."
    (tmp_path / "valley.md").write_text(f"---\ntitle: The Valley\n---\n{wheel}\n\n{lantern}\n")
    async with new_world(knowledge=tmp_path / "valley.md") as world:
        result = await world.alice.slash(world.channel, "quote", about="lanterns")
        assert quoted(words(result.response)) == lantern
        again = await world.click(result.response, "Another")
        assert quoted(words(again)) == lantern
        unknown = await world.alice.slash(world.channel, "quote", about="bitcoin")
        assert "no topic" in words(unknown.response)


async def test_share_posts_the_quotation_to_the_channel(world: World, words: Words) -> None:
    quote = (await world.alice.slash(world.channel, "quote")).response
    shared = await world.click(quote, "Share")
    assert not shared.ephemeral
    assert quoted(words(shared)) == quoted(words(quote))
    assert "Shared by alice" in words(shared)


async def test_every_quotation_has_a_card(world: World) -> None:
    quote = (await world.alice.slash(world.channel, "quote")).response
    for _ in range(ALL):
        card = await world.click(quote, "Card")
        assert len(card.attachments) == 1
        await world.click(quote, "Another")
