"""Texts that are long in every way: sentences, paragraphs, and how many there are of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e.world import Labels, NewWorld, Options, Words, parts

ENDLESS = "The zebra went on " + "and on " * 800 + "until it came to the harbour."
LONG = " ".join(f"Sentence {n} of many says that the number {n} is a good one." for n in range(200))
SHORT = [f"Here is paragraph {n}, which speaks of the harbour and of ship {n}." for n in range(300)]


def asked(sentence: int, question: str) -> list[dict[str, Any]]:
    return [{"sentence": sentence, "questions": [question]}]


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    paragraphs: list[dict[str, Any]] = [
        {"text": ENDLESS, "asked": asked(1, "where did the zebra go"), "topics": ["zebras"]},
        {"text": LONG, "asked": asked(101, "is one hundred a good number"), "topics": ["numbers"]},
        *({"text": text} for text in SHORT),
    ]
    path = tmp_path / "a name of a text that is much longer than a custom id would like.yaml"
    path.write_text(yaml.safe_dump({"title": "Long", "paragraphs": paragraphs}), encoding="utf-8")
    return path


async def test_an_answer_from_a_long_paragraph_shows_whole_sentences_around_it(
    new_world: NewWorld, knowledge: Path, words: Words
) -> None:
    async with new_world(knowledge=knowledge) as world:
        answer = await world.ask("is one hundred a good number")
        said = words(answer)
        assert "**Sentence 100 of many says that the number 100 is a good one.**" in said
        assert "> Sentence " in said
        assert len(said) < 2000
        context = await world.click(answer, "In context")
        assert "in part" in words(context)
        assert "**Sentence 100 of many" in words(context)


async def test_a_sentence_too_long_for_a_message_is_said_to_be(
    new_world: NewWorld, knowledge: Path, words: Words
) -> None:
    async with new_world(knowledge=knowledge) as world:
        answer = await world.ask("where did the zebra go")
        assert "longer than a message can hold" in words(answer)
        assert words(await world.click(answer, "In context")).strip()
        page = (await world.alice.slash(world.channel, "essay read")).response
        assert "too long for a message" in words(page)
        unknown = (await world.alice.slash(world.channel, "quote", about="zebras")).response
        assert words(unknown).strip()


async def test_a_text_of_many_pages_can_be_jumped_through(
    new_world: NewWorld, knowledge: Path, words: Words, options: Options
) -> None:
    async with new_world(knowledge=knowledge) as world:
        page = (await world.alice.slash(world.channel, "essay read")).response
        jumps = options(page, "Go to page…")
        assert 13 <= len(jumps) <= 25
        assert f"{jumps[-1].split(':')[0]} of" in words(
            await world.choose(page, "Go to page…", jumps[-1])
        )


async def test_every_button_of_a_text_with_a_long_name_works(
    new_world: NewWorld, knowledge: Path, labels: Labels
) -> None:
    async with new_world(knowledge=knowledge) as world:
        answer = await world.ask("tell me of the harbour and ship 40", private=True)
        assert {"In context", "Card", "Share"} <= set(labels(answer))
        assert all(len(part.get("custom_id", "")) <= 100 for part in parts(answer))
        for label in labels(answer):
            assert (await world.alice.click(answer, label=label)).acknowledged
