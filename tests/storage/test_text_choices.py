"""Which text a server, or a channel of it, chose."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.storage import Database
from bot.storage.guild_data import GuildData, forget_unused
from bot.storage.text_choices import KNOWN_FOR, WHOLE_SERVER, TextChoices

HERE, ELSEWHERE, CHANNEL = 2**62, 7, 2**62 + 1


class Process:
    """One of several processes that share a database."""

    def __init__(self, database: Database) -> None:
        self.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
        self.choices = TextChoices(lambda: database, lambda: self.moment)


@pytest.fixture
def process(database: Database) -> Process:
    return Process(database)


async def test_a_choice_is_kept_changed_and_taken_back(process: Process) -> None:
    choices = process.choices
    assert await choices.of_guild(HERE) == {}
    await choices.choose(HERE, WHOLE_SERVER, "rivers")
    await choices.choose(HERE, CHANNEL, "hills")
    await choices.choose(HERE, CHANNEL, "banks")
    assert await choices.of_guild(HERE) == {WHOLE_SERVER: "rivers", CHANNEL: "banks"}
    await choices.choose(HERE, CHANNEL, None)
    assert await choices.of_guild(HERE) == {WHOLE_SERVER: "rivers"}
    assert await choices.of_guild(ELSEWHERE) == {}


async def test_another_process_sees_it_within_half_a_minute(
    process: Process, database: Database
) -> None:
    other = Process(database)
    assert await other.choices.of_guild(HERE) == {}
    await process.choices.choose(HERE, WHOLE_SERVER, "rivers")
    other.moment += KNOWN_FOR - timedelta(seconds=1)
    assert await other.choices.of_guild(HERE) == {}
    other.moment += timedelta(seconds=1)
    assert await other.choices.of_guild(HERE) == {WHOLE_SERVER: "rivers"}


async def test_it_is_exported_and_erased_with_the_servers_data(
    process: Process, database: Database
) -> None:
    for guild in (HERE, ELSEWHERE):
        await process.choices.choose(guild, CHANNEL, "rivers")
    data = GuildData(lambda: database, lambda: process.moment)
    (row,) = (await data.export(HERE))["text_choices"]
    assert row == {"guild_id": str(HERE), "channel_id": str(CHANNEL), "essay": "rivers"}
    await data.erase(HERE)
    process.moment += KNOWN_FOR
    assert await process.choices.of_guild(HERE) == {}
    assert await process.choices.of_guild(ELSEWHERE) == {CHANNEL: "rivers"}


async def test_a_server_that_only_chose_a_text_keeps_its_choice(
    process: Process, database: Database
) -> None:
    await process.choices.choose(HERE, CHANNEL, "rivers")
    async with database.write() as connection:
        await forget_unused(connection)
    process.moment += KNOWN_FOR
    assert await process.choices.of_guild(HERE) == {CHANNEL: "rivers"}
    await process.choices.choose(HERE, CHANNEL, None)
    async with database.write() as connection:
        await forget_unused(connection)
    exported = await GuildData(lambda: database, lambda: process.moment).export(HERE)
    assert exported["guilds"] == []
