"""Two processes that share the shards between them, and one database."""

from datetime import timedelta

import pytest
from sqlalchemy.engine import URL

from tests.databases import postgresql
from tests.discord_server.hurry import Hurry
from tests.discord_server.program import Program
from tests.discord_server.server import DiscordServer
from tests.discord_server.world import APPLICATION, Json
from tests.wire.conftest import Start
from tests.wire.seeding import set_up, states

__all__ = ["postgresql"]

QUESTION = "what is attunement?"


@pytest.fixture
def channels(server: DiscordServer) -> list[Json]:
    """A channel of a server on each of two shards, in their order."""
    guilds = [
        server.world.add_guild(f"On shard {shard}", ["essay"], guild_id=(10**11 + shard) << 22)
        for shard in (0, 1)
    ]
    return [guild["channels"][0] for guild in guilds]


@pytest.fixture
async def programs(
    server: DiscordServer, channels: list[Json], start: Start, hurry: Hurry, postgresql: URL
) -> list[Program]:
    """Two processes, one for each shard, once both are connected."""
    shared = {"DATABASE_URL": postgresql.render_as_string(hide_password=False)}
    shared |= {"SHARD_COUNT": "2", "SHARD_PROCESSES": "2"}
    started = [
        await start(hurry=hurry, SHARD_ORDINAL=f"attune-{number}", **shared) for number in (0, 1)
    ]
    for program in started:
        await program.says("Connected as")
    return started


def posted_in(server: DiscordServer, channel: Json) -> list[Json]:
    """The bot's messages in a channel."""
    messages = server.world.messages[int(channel["id"])].values()
    return [message for message in messages if message["author"]["id"] == str(APPLICATION)]


async def asks(server: DiscordServer, channel: Json) -> None:
    """Somebody asks by a command and by a mention, and is answered both times."""
    member = server.member("Ann", channel)
    asked = await member.slash("ask", question=QUESTION)
    assert "attunement" in str(await asked.answer())
    await member.say(f"<@{APPLICATION}> {QUESTION}")
    await server.gateway.until(lambda: len(posted_in(server, channel)) == 2)


async def reflect(server: DiscordServer, channels: list[Json], hurry: Hurry, url: URL) -> None:
    """Sets up a reflection in each channel, and waits until the ledger says that all are sent."""
    soon = hurry.now() + timedelta(minutes=2)
    await set_up(url, channels, soon.time(), hurry.now())

    async def settled() -> bool:
        return await states(url) == {"sent": len(channels)}

    await server.gateway.until(settled)


async def test_each_answers_the_questions_of_its_own_servers_once(
    server: DiscordServer, programs: list[Program], channels: list[Json]
) -> None:
    assert sorted(server.gateway.identifies) == [[0, 2], [1, 2]]
    for channel in channels:
        await asks(server, channel)
    for program in programs:
        assert await program.leaves() == 0
    exchanges = [one for one in server.rest.exchanges or [] if one.method == "POST"]
    replies = sorted(one.path.rpartition("/")[2] for one in exchanges)
    assert replies == ["callback", "callback", "messages", "messages"]


async def test_each_reflection_is_posted_once_while_both_run(
    server: DiscordServer,
    programs: list[Program],
    channels: list[Json],
    hurry: Hurry,
    postgresql: URL,
) -> None:
    server.world.nonce_seconds = 0  # what keeps a post single is the ledger alone
    await reflect(server, channels, hurry, postgresql)
    for program in programs:
        assert await program.leaves() == 0
    assert [len(posted_in(server, channel)) for channel in channels] == [1, 1]


async def test_when_one_is_killed_the_other_posts_the_reflections_of_its_servers(
    server: DiscordServer,
    programs: list[Program],
    channels: list[Json],
    hurry: Hurry,
    postgresql: URL,
) -> None:
    left, killed = programs
    await killed.killed()
    await reflect(server, channels, hurry, postgresql)
    assert await left.leaves() == 0
    assert [len(posted_in(server, channel)) for channel in channels] == [1, 1]
