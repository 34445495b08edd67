"""A database that cannot be used: questions are answered all the same, and nothing is lost."""

import asyncio
import logging
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bot.client import create_bot
from bot.features.daily.channels import Channels
from bot.features.daily.status import Status
from bot.settings import Settings
from bot.storage import Database, DatabaseError
from tests.e2e.daily import Moderator, deliver
from tests.e2e.world import NewWorld, Words


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A state folder whose database is none."""
    folder = tmp_path / "state"
    folder.mkdir()
    (folder / "attune.db").write_bytes(b"This was a database once. " * 500)
    return folder


async def test_a_damaged_database_is_said_and_questions_are_answered(
    new_world: NewWorld, words: Words, damaged: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with new_world(check_errors=False, state_dir=damaged) as world:
        (said,) = [record for record in caplog.records if record.levelno == logging.ERROR]
        assert "is damaged" in said.getMessage()
        assert said.exc_info is None
        assert "The essay answers" in words(await world.ask("What is attunement?"))
        morgan = Moderator(world)
        for message in (await morgan.preview(), await morgan.command("status")):
            assert message.ephemeral
            assert "Something went wrong on my side" in words(message)
            assert "damaged" not in words(message)
        assert "is damaged" in caplog.text
        with pytest.raises(DatabaseError, match="is damaged"):
            await deliver(world, world.clock.instant)


async def test_a_database_that_works_again_is_opened_without_a_restart(
    new_world: NewWorld, words: Words, damaged: Path
) -> None:
    async with new_world(check_errors=False, state_dir=damaged) as world:
        (damaged / "attune.db").unlink()
        morgan = Moderator(world)
        await world.env.advance_time(60)
        assert "on my side" in words(await morgan.command("status"))
        world.clock.advance(60)
        await world.env.advance_time(11)
        await morgan.set_up()
        assert await deliver(world) == 1


async def test_tries_to_open_it_grow_rare(
    new_world: NewWorld, damaged: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with new_world(check_errors=False, state_dir=damaged) as world:
        for _ in range(120):
            world.clock.advance(10)
            await world.env.advance_time(10)
        tries = [record for record in caplog.records if record.levelno == logging.ERROR]
        assert 6 <= len(tries) <= 10


async def test_a_change_while_the_database_is_locked_is_refused_and_works_later(
    new_world: NewWorld,
    words: Words,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.storage.database._PRAGMAS", ("PRAGMA busy_timeout = 50",))
    async with new_world(check_errors=False) as world:
        morgan = Moderator(world)
        status = await morgan.set_up()
        other = sqlite3.connect(tmp_path / "state/attune.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert "on my side" in words(await morgan.click(status, "Pause"))
        assert "is locked by another program" in caplog.text
        other.execute("ROLLBACK")
        other.close()
        assert "Paused." in words(await morgan.click(status, "Pause"))


async def test_a_slow_database_makes_replies_late_but_not_lost(
    new_world: NewWorld, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = Channels.status

    async def slow(channels: Channels, guild_id: int) -> list[Status]:
        await asyncio.sleep(0.3)
        return await quick(channels, guild_id)

    monkeypatch.setattr("bot.discord_ui.moderation._DEFER_AFTER", 0.01)
    monkeypatch.setattr(Channels, "status", slow)
    async with new_world() as world:
        morgan = Moderator(world)
        result = await world.morgan.slash(
            world.channel,
            "reflection setup",
            channel=world.channel,
            time="8",
            timezone="Europe/London",
        )
        assert result.ephemeral
        saved = await morgan.click(result.response, "Save")
        assert "Saved." in words(saved)
        result = await world.morgan.click(saved, label="Preview")
        assert "### Preview" in words(result.followups[0])
        bodies: list[Any] = [
            request.json for request in world.env.http_requests if "callback" in request.path
        ]
        later, at_once, in_place = 5, 7, 6
        assert [body["type"] for body in bodies] == [later, at_once, in_place]


def test_a_database_address_that_cannot_be_read_is_refused_at_the_start(tmp_path: Path) -> None:
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        state_dir=tmp_path,
        database_url="mysql://somewhere",  # type: ignore[arg-type]
    )
    with pytest.raises(DatabaseError, match="DATABASE_URL names mysql"):
        create_bot(settings)


async def test_a_start_on_many_servers_asks_the_database_once_about_all_of_them(
    new_world: NewWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_world() as world:
        for number in range(30):
            world.env.create_guild(f"Server {number}")
        await world.env.settle()
        reads = 0
        read = Database.read

        def counted(database: Database) -> Any:
            nonlocal reads
            reads += 1
            return read(database)

        monkeypatch.setattr(Database, "read", counted)
        await world.start_anew()
        await world.env.settle()
        assert 1 <= reads <= 5
