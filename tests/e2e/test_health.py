"""What the bot's operator sees of it: its figures and what is wrong, as members make it happen."""

import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot.client import Attune, create_bot
from bot.health import Watch, facts_of
from bot.health.checks import GRACE
from bot.retrieval.answer import Kind
from bot.settings import Settings
from tests.e2e.daily import Moderator, deliver, forbid, next_at
from tests.e2e.world import Clock, NewWorld, World
from tests.health.page import Page

ANSWER, ABOUT = "What is the definition of attunement?", "who wrote this"
CARE, NONE = "I want to kill myself", "How do I repair a bicycle?"


def page(bot: Attune, backlog: int | None = None) -> Page:
    return Page(bot.metrics.page(facts_of(bot, bot.reflections), backlog))


def asked(bot: Attune) -> dict[str, float]:
    """How many questions of each kind were counted, without zeros."""
    shown = page(bot)
    counted = {kind.value: shown.value("attune_questions_total", kind=kind) for kind in Kind}
    return {kind: number for kind, number in counted.items() if number}


def reasons(bot: Attune) -> list[str]:
    return Watch().reasons(facts_of(bot, bot.reflections), bot.now())


async def test_questions_are_counted_by_the_kind_of_their_answer(world: World) -> None:
    for question in (ANSWER, ABOUT, CARE, NONE, ANSWER):
        await world.ask(question)
    assert asked(world.bot) == {"answer": 2, "about": 1, "care": 1, "none": 1}
    assert page(world.bot).value("attune_answer_seconds_count") == 5


async def test_every_way_to_ask_counts_once(world: World) -> None:
    await world.alice.send(world.channel, f"{world.me} {ANSWER}")
    await world.alice.send_dm(ANSWER)
    message = await world.bob.send(world.channel, ANSWER)
    await world.alice.context_menu(world.channel, "Ask the essay", message)
    assert asked(world.bot) == {"answer": 3}


async def test_what_is_no_question_is_not_counted(world: World) -> None:
    await world.alice.send(world.channel, "just talking")
    await world.alice.send(world.channel, world.me)
    await world.alice.autocomplete(world.channel, "ask", "question", "attunement")
    assert asked(world.bot) == {}


async def test_no_figure_holds_what_was_asked_or_by_whom(world: World) -> None:
    await world.ask("wherefore xylophones, attunement?")
    shown = world.bot.metrics.page(facts_of(world.bot, world.bot.reflections), 0).decode()
    assert "xylophones" not in shown
    assert str(world.alice.id) not in shown
    assert str(world.guild.id) not in shown


async def test_how_long_an_answer_took_is_told_by_the_bots_own_clock(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_at_once = world.bot.texts.library.ask

    def ask(question: str, **_: Any) -> Any:
        world.clock.advance(0.2)
        return ask_at_once(question)

    monkeypatch.setattr(world.bot.texts.library, "ask", ask)
    await world.ask(ANSWER)
    shown = page(world.bot)
    assert shown.value("attune_answer_seconds_bucket", le="0.1") == 0
    assert shown.value("attune_answer_seconds_bucket", le="0.25") == 1


async def test_posts_are_counted_with_how_late_they_were(world: World) -> None:
    await Moderator(world).set_up()
    assert await deliver(world, await next_at(world) + timedelta(seconds=7)) == 1
    shown = page(world.bot)
    assert shown.value("attune_posts_total", result="sent") == 1
    assert shown.value("attune_post_lateness_seconds_sum") == 7


async def test_a_post_that_fails_is_counted_and_waits(world: World) -> None:
    await Moderator(world).set_up()
    due = await next_at(world)
    assert await world.bot.reflections.backlog() == 0
    world.clock.instant = due
    assert await world.bot.reflections.backlog() == 1
    forbid(world, send_messages=False)
    assert await deliver(world, due) == 0
    assert page(world.bot).value("attune_posts_total", result="forbidden") == 1
    assert await world.bot.reflections.backlog() == 1
    forbid(world, send_messages=True)
    assert await deliver(world, due + timedelta(hours=1)) == 1
    assert page(world.bot).value("attune_posts_total", result="sent") == 1
    assert await world.bot.reflections.backlog() == 0


async def test_the_figures_go_on_when_a_bot_takes_the_place_of_another(world: World) -> None:
    await world.ask(ANSWER)
    successor = create_bot(world.settings, now=world.clock, metrics=world.bot.metrics)
    assert asked(successor) == {"answer": 1}
    assert asked(create_bot(world.settings, now=world.clock)) == {}


async def test_the_servers_are_counted(world: World) -> None:
    assert page(world.bot).value("attune_servers") == 1
    world.env.create_guild("Another circle")
    await world.env.settle()
    assert page(world.bot).value("attune_servers") == 2


async def test_a_connected_bot_is_healthy(world: World) -> None:
    await world.env.settle()
    assert reasons(world.bot) == []


async def test_a_bot_that_was_not_started_is_not(tmp_path: Path) -> None:
    bot = create_bot(Settings(state_dir=tmp_path), sharded=True)
    assert reasons(bot) == ["Not connected to Discord yet."]
    assert page(bot).value("attune_shards") == 0


async def test_a_damaged_database_is_a_reason(new_world: NewWorld, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state/attune.db").write_bytes(b"This was a database once. " * 500)
    async with new_world() as world:
        (reason,) = reasons(world.bot)
        assert "is damaged" in reason
        assert page(world.bot).value("attune_database_errors_total") == 1


async def test_a_database_that_fails_later_is_a_reason_until_it_works_again(
    new_world: NewWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.database._PRAGMAS", ("PRAGMA busy_timeout = 50",))
    async with new_world() as world:
        await Moderator(world).set_up()
        watch = Watch()
        other = sqlite3.connect(tmp_path / "state/attune.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        world.clock.advance(86_400)  # a tick of a new day writes
        await world.env.advance_time(11)
        facts = facts_of(world.bot, world.bot.reflections)
        watch.reasons(facts, world.clock.instant)
        (reason,) = watch.reasons(facts, world.clock.instant + GRACE)
        assert "is locked by another program" in reason
        assert page(world.bot).value("attune_database_errors_total") >= 1
        other.execute("ROLLBACK")
        other.close()
        await world.env.advance_time(11)
        assert facts_of(world.bot, world.bot.reflections).trouble is None


async def test_ticks_that_come_no_more_are_a_reason(world: World) -> None:
    await world.env.advance_time(11)
    world.clock.advance(150)
    watch = Watch()
    facts = facts_of(world.bot, world.bot.reflections)
    watch.reasons(facts, world.clock.instant)
    (reason,) = watch.reasons(facts, world.clock.instant + GRACE)
    assert reason.startswith("The daily reflections have stood still for 2")
    await world.env.advance_time(11)
    assert reasons(world.bot) == []


async def test_a_shard_that_is_cut_off_is_named_once_it_has_lasted(
    tmp_path: Path, clock: Clock
) -> None:
    bot: Any = create_bot(Settings(state_dir=tmp_path, shard_count=2), now=clock)
    watch = Watch()

    def reasons() -> list[str]:
        return watch.reasons(facts_of(bot, bot.reflections), clock())

    async with simcord.run(bot):
        assert reasons() == []
        await bot.shards[1].disconnect()
        assert reasons() == []
        assert page(bot).value("attune_shards_connected") == 1
        clock.advance(GRACE.total_seconds())
        assert reasons() == ["Not connected to Discord: shard 1."]
        await bot.shards[1].reconnect()
        assert reasons() == []
        assert page(bot).value("attune_shards_connected") == 2
        await bot.close_database()
