"""A walk over commands, buttons and menus: whatever is quoted stands in the text."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from bot.texts.loading import load_essays
from bot.texts.sentences import split_sentences
from tests.e2e.world import Message, World, parts

(ESSAY,) = load_essays(None)
QUESTIONS = [
    "What is the definition of attunement?",
    "why does trust matter",
    "what do college students need",
    "how do I bake bread",
    "who wrote this",
    "being seen and heard",
    "does the essay mention empathy",
    "what about money and power",
    "is it about love",
    "",
]


def quotations(message: Message) -> Iterator[str]:
    """What a message quotes: its block quotes, as a reader sees them."""
    for part in parts(message):
        if part["type"] == 10:
            for block in re.findall(r"(?:^> .*$\n?)+", part["content"], re.MULTILINE):
                lines = block.strip("\n").split("\n")
                text = "\n".join(line.removeprefix("> ") for line in lines).replace("**", "")
                yield re.sub(r"\\(\W)", r"\1", text)


def is_whole_sentences(quotation: str) -> bool:
    for paragraph in ESSAY.paragraphs:
        all_sentences = split_sentences(paragraph.text)
        for first in range(len(all_sentences)):
            if quotation.startswith(all_sentences[first]) and quotation in paragraph.text:
                return any(quotation.endswith(last) for last in all_sentences[first:])
    return False


class Walk:
    """A member who tries whatever they see."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.random = world, Random(seed)
        self.seen: list[Message] = []
        self.quoted = 0

    async def step(self) -> None:
        self.world.clock.advance(10)
        message = await self._act()
        if message is None:
            return
        for quotation in quotations(message):
            assert is_whole_sentences(quotation), quotation
            self.quoted += 1
        self.seen = [*self.seen[-6:], message]

    async def _act(self) -> Message:
        if self.seen and self.random.random() < 0.8:
            return await self._use(self.random.choice(self.seen))
        return await self._command()

    async def _command(self) -> Message:
        commands: list[tuple[str, dict[str, Any]]] = [
            ("ask", {"question": self.random.choice(QUESTIONS), "private": True}),
            ("ask", {"question": self.random.choice(QUESTIONS)}),
            ("quote", {}),
            ("quote", {"about": self.random.choice(["trust", "empathy", "nothing"])}),
            ("essay read", {}),
            ("essay about", {}),
            ("essay topics", {}),
            ("help", {}),
        ]
        name, options = self.random.choice(commands)
        return (await self.world.alice.slash(self.world.channel, name, **options)).response

    async def _use(self, message: Message) -> Message:
        controls = [
            part
            for part in parts(message)
            if part["type"] in (2, 3) and part.get("custom_id") and not part.get("disabled")
        ]
        if not controls:
            return await self._command()
        control = self.random.choice(controls)
        if control["type"] == 2:
            result = await self.world.alice.click(message, custom_id=control["custom_id"])
        else:
            value = self.random.choice(control["options"])["value"]
            result = await self.world.alice.select(message, [value], custom_id=control["custom_id"])
        assert result.acknowledged
        return result.response


@pytest.mark.parametrize("seed", range(8))
async def test_every_quotation_of_a_random_walk_is_whole_sentences_of_the_text(
    world: World, seed: int
) -> None:
    walk = Walk(world, seed)
    for step in range(60):
        if step == 30:
            await world.start_anew()
        await walk.step()
    assert walk.quoted > 10


def test_the_walk_would_notice_a_false_quotation() -> None:
    sentence = ESSAY.paragraphs[0].sentences[1].text
    assert is_whole_sentences(sentence)
    assert not is_whole_sentences(sentence[:-1])
    assert not is_whole_sentences(sentence[3:])
    assert not is_whole_sentences(sentence + " And more.")
