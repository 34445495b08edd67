"""/texts questions: what the text does not answer is kept as words, shown, and decided about."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.storage.guild_data import GuildData
from bot.storage.questions import KeptQuestions
from tests.conftest import WriteText
from tests.e2e.world import Labels, Message, NewWorld, Options, Words, World

MISSED = "what does a boat over the lake cost"
DISTRESS = Path(__file__).parents[1] / "retrieval" / "care" / "distress.txt"
WHICH = "Answered by a sentence…"
SILENT = "Not answered by the text"


@pytest.fixture
async def circle(new_world: NewWorld, write_text: WriteText) -> AsyncIterator[World]:
    """A server whose moderators had questions kept."""
    async with new_world(knowledge=write_text(), learn=True) as opened:
        await questions(opened, "on")
        yield opened


async def questions(world: World, action: str = "show", actor: Any = None) -> Message:
    result = await (actor or world.morgan).slash(world.channel, f"texts questions {action}")
    return result.response


def store(world: World) -> KeptQuestions:
    return KeptQuestions(lambda: world.bot.database.database, world.clock)


async def kept(world: World) -> list[tuple[str, int]]:
    return [(one.words, one.times) for one in await store(world).kept(world.guild.id)]


async def test_a_missed_question_is_kept_shown_and_answered_once_a_moderator_says_where(
    circle: World, words: Words, labels: Labels
) -> None:
    missed = await circle.ask(MISSED)
    assert "Not quite an answer" in words(missed) or "does not say" in words(missed)
    shown = await questions(circle)
    assert shown.ephemeral
    assert f"**“{MISSED}”** · asked once" in words(shown)
    which = await circle.click(shown, WHICH, circle.morgan)
    done = await circle.choose(which, "Choose the sentence…", "He never hurried.", circle.morgan)
    assert "No question waits for you here." in words(done)
    answer = words(await circle.ask(f"hey, {MISSED}?"))
    assert "**He never hurried.**" in answer
    await circle.start_anew()
    assert "**He never hurried.**" in words(await circle.ask(MISSED))
    again = await questions(circle)
    taken = await circle.choose(again, "Take a decision back…", MISSED, circle.morgan)
    assert f"**“{MISSED}”**" in words(taken)
    assert "**He never hurried.**" not in words(await circle.ask(MISSED))


async def test_a_question_that_the_text_does_not_answer_is_met_with_silence_from_then_on(
    circle: World, words: Words
) -> None:
    near = "can the ferryman swim across"
    assert "The essay does not say" not in words(await circle.ask(near))
    await circle.click(await questions(circle), SILENT, circle.morgan)
    assert "The essay does not say" in words(await circle.ask(near))


async def test_a_mention_counts_but_what_is_private_or_direct_does_not(circle: World) -> None:
    await circle.ask(MISSED, private=True)
    await circle.alice.slash(circle.channel, "privacy")
    dora = circle.env.create_user("dora")
    await dora.slash("ask", question=MISSED)
    assert await kept(circle) == []
    circle.clock.advance(10)
    await circle.alice.send(circle.channel, f"{circle.me} {MISSED}")
    assert await kept(circle) == [(MISSED, 1)]


async def test_a_member_counts_once_an_hour_for_the_same_question(circle: World) -> None:
    for _ in range(3):
        await circle.ask(MISSED)
    circle.clock.advance(10)
    await circle.bob.slash(circle.channel, "ask", question=MISSED)
    assert await kept(circle) == [(MISSED, 2)]
    circle.clock.advance(3600)
    await circle.ask(MISSED)
    assert await kept(circle) == [(MISSED, 3)]


async def test_nothing_is_kept_before_a_moderator_wants_it_and_nothing_after_it_was_ended(
    circle: World, words: Words
) -> None:
    await circle.ask(MISSED)
    said = await questions(circle, "off")
    assert "those that were kept are deleted" in words(said)
    assert await kept(circle) == []
    circle.clock.advance(3600)
    await circle.ask(MISSED)
    assert await kept(circle) == []


async def test_members_may_neither_see_nor_switch(circle: World, words: Words) -> None:
    await circle.ask(MISSED)
    for action in ("show", "off"):
        assert "**Manage Server**" in words(await questions(circle, action, circle.alice))
    shown = await questions(circle)
    backend = circle.env.backend
    for role_id in list(backend.get_member(circle.guild.id, circle.morgan.id).role_ids):
        backend.remove_member_role(circle.guild.id, circle.morgan.id, role_id)
    assert "**Manage Server**" in words(await circle.click(shown, SILENT, circle.morgan))
    assert len(await kept(circle)) == 1


async def test_no_other_server_sees_it_or_is_answered_by_it(circle: World, words: Words) -> None:
    await circle.ask(MISSED)
    which = await circle.click(await questions(circle), WHICH, circle.morgan)
    await circle.choose(which, "Choose the sentence…", "He never hurried.", circle.morgan)
    guild: Any = circle.env.create_guild("Elsewhere")
    channel: Any = guild.create_text_channel("talk")
    managing = guild.create_role("M", permissions=discord.Permissions(manage_guild=True))
    other: Any = guild.add_member(circle.env.create_user("olga"), roles=[managing])
    await other.slash(channel, "texts questions on")
    answer = (await other.slash(channel, "ask", question=MISSED)).response
    assert "**He never hurried.**" not in words(answer)
    shown = (await other.slash(channel, "texts questions show")).response
    assert "asked once" in words(shown)
    assert "Take a decision back" not in str(shown.components)
    assert await kept(circle) == [(MISSED, 1)]


async def test_distress_is_never_kept(circle: World) -> None:
    lines = DISTRESS.read_text(encoding="utf-8").splitlines()
    for line in lines[1::8]:
        await circle.ask(line)
    assert await kept(circle) == []


async def test_privacy_says_so_where_it_is_on_and_erases_it(circle: World, words: Words) -> None:
    privacy = (await circle.alice.slash(circle.channel, "privacy")).response
    assert "is kept as words alone, for at most 90 days" in words(privacy)
    await circle.ask(MISSED)
    await circle.click(await questions(circle), SILENT, circle.morgan)
    data = GuildData(lambda: circle.bot.database.database, circle.clock)
    exported = await data.export(circle.guild.id)
    assert exported["questions"][0]["words"] == MISSED
    assert exported["questions"][0]["week"] == "2026-02-23"
    assert exported["decisions"][0]["sentence"] is None
    await data.erase(circle.guild.id)
    assert not any((await data.export(circle.guild.id)).values())
    privacy = (await circle.alice.slash(circle.channel, "privacy")).response
    assert "as words alone" not in words(privacy)


async def test_an_old_button_says_what_is_gone(
    circle: World, write_text: WriteText, words: Words, options: Options
) -> None:
    await circle.ask(MISSED)
    old = await questions(circle)
    which = await circle.click(await questions(circle), WHICH, circle.morgan)
    assert "He never hurried." in options(which, "Choose the sentence…")
    write_text(("He never hurried.", "He was slow."))
    await circle.bot.texts.reload()
    gone = await circle.choose(which, "Choose the sentence…", "He never hurried.", circle.morgan)
    assert "no longer in the text" in words(gone)
    circle.clock.instant += timedelta(days=91)
    late = await circle.click(old, SILENT, circle.morgan)
    assert "This question is not kept any more." in words(late)


async def test_a_decision_whose_sentence_is_gone_changes_nothing(
    circle: World, write_text: WriteText, words: Words
) -> None:
    await circle.ask(MISSED)
    which = await circle.click(await questions(circle), WHICH, circle.morgan)
    await circle.choose(which, "Choose the sentence…", "He never hurried.", circle.morgan)
    write_text(("He never hurried.", "He was slow."))
    await circle.bot.texts.reload()
    assert "He never hurried." not in words(await circle.ask(MISSED))


async def test_without_the_operators_setting_there_is_no_such_command(
    world: World, words: Words
) -> None:
    family = next(one for one in world.bot.tree.get_commands() if one.name == "texts")
    assert isinstance(family, discord.app_commands.Group)
    assert "questions" not in {one.name for one in family.commands}


async def test_many_questions_fill_pages(circle: World, words: Words, labels: Labels) -> None:
    things = "castle piano garden engine kitchen window".split()
    for thing in things:
        await store(circle).keep(circle.guild.id, "rivers", f"who built the {thing} upstairs alone")
    shown = await questions(circle)
    assert "6 questions" in words(shown)
    later = await circle.click(shown, "Later", circle.morgan)
    assert labels(later).count(SILENT) == 2
