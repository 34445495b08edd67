"""The reader: pages, facts, and what one can ask."""

import re
from pathlib import Path

from bot.texts.loading import load_essays
from tests.e2e.world import Labels, NewWorld, Options, Words, World

(ESSAY,) = load_essays(None)


def quoted(said: str) -> list[str]:
    return [line.replace("\\", "") for line in re.findall(r"^> (.*)$", said, re.MULTILINE)]


async def test_the_pages_hold_the_whole_text_and_nothing_else(
    world: World, words: Words, labels: Labels
) -> None:
    page = (await world.alice.slash(world.channel, "essay read")).response
    assert page.ephemeral
    read = quoted(words(page))
    while "Next" in labels(page):
        page = await world.click(page, "Next")
        read += quoted(words(page))
    assert read == [paragraph.text.strip() for paragraph in ESSAY.paragraphs]


async def test_the_reader_goes_back_and_jumps(world: World, words: Words, options: Options) -> None:
    page = (await world.alice.slash(world.channel, "essay read")).response
    first = words(page)
    jumps = options(page, "Go to page…")
    last = await world.choose(page, "Go to page…", jumps[-1])
    assert last.id == page.id
    assert f"Page {len(jumps)} of {len(jumps)}" in words(last)
    assert words(await world.choose(last, "Go to page…", jumps[0])) == first
    await world.click(page, "Next")
    assert words(await world.click(page, "Previous")) == first


async def test_the_reader_works_after_a_restart(
    world: World, words: Words, options: Options
) -> None:
    page = (await world.alice.slash(world.channel, "essay read")).response
    await world.start_anew()
    assert "Page 2" in words(await world.click(page, "Next"))
    jump = options(page, "Go to page…")[0]
    assert "Page 1" in words(await world.choose(page, "Go to page…", jump))


async def test_about_states_author_dates_length_source_and_licence(
    world: World, words: Words
) -> None:
    said = words((await world.alice.slash(world.channel, "essay about")).response)
    for fact in ("J. Farley", "13 September 2020", "14 November 2020", "4 paragraphs"):
        assert fact in said
    assert "**Source:**" in said
    assert "**Licence:**" in said


async def test_the_text_can_be_opened_from_its_facts(world: World, words: Words) -> None:
    about = (await world.alice.slash(world.channel, "essay about")).response
    assert "Page 1" in words(await world.click(about, "Read it"))


async def test_a_topic_of_the_menu_brings_a_quotation(
    world: World, words: Words, options: Options
) -> None:
    menu = (await world.alice.slash(world.channel, "essay topics")).response
    chosen = await world.choose(menu, "A topic…", options(menu, "A topic…")[0])
    assert quoted(words(chosen))


async def test_a_question_of_the_menu_is_answered(
    world: World, words: Words, options: Options
) -> None:
    menu = (await world.alice.slash(world.channel, "essay topics")).response
    chosen = await world.choose(menu, "A question…", options(menu, "A question…")[0])
    assert "The essay answers" in words(chosen)


async def test_with_several_texts_the_reader_asks_which(
    new_world: NewWorld, tmp_path: Path, words: Words, options: Options
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for title in ("Tides", "Winds"):
        text = f"title: {title}\nparagraphs:\n  - text: All about {title.lower()} is told here.\n"
        (folder / f"{title}.yaml").write_text(text)
    async with new_world(knowledge=folder) as world:
        which = (await world.alice.slash(world.channel, "essay read")).response
        assert options(which, "A text…") == ["Tides", "Winds"]
        assert "about winds" in words(await world.choose(which, "A text…", "Winds"))
        choices = await world.alice.autocomplete(world.channel, "essay read", "text", "ti")
        result = await world.alice.slash(world.channel, "essay read", text=choices[0]["value"])
        assert "about tides" in words(result.response)
