"""Requests over REST that fail after Discord carried them out, or before, or for a while."""

import signal
from datetime import time
from pathlib import Path

import pytest

from bot.storage import locate
from tests.discord_server.faults import Fault, Way
from tests.discord_server.hurry import Hurry
from tests.discord_server.server import DiscordServer
from tests.wire.conftest import Start
from tests.wire.seeding import set_up, states

POST = r"/channels/\d+/messages"
FAILURES = [
    *[
        (failure, made)
        for failure in (Way.HANG, Way.RESET, 500, 502, 503)
        for made in (True, False)
    ],
    (429, False),
]


def messages(server: DiscordServer, author: int = 1001) -> list[str]:
    return [
        message["id"]
        for channel in server.world.messages.values()
        for message in channel.values()
        if message["author"]["id"] == str(author)
    ]


@pytest.mark.parametrize(("failure", "carried_out"), FAILURES)
async def test_a_reflection_whose_request_fails_is_posted_once(
    server: DiscordServer,
    start: Start,
    hurry: Hurry,
    tmp_path: Path,
    failure: int | Way,
    carried_out: bool,
) -> None:
    server.world.now, server.world.clock = hurry.now, hurry.seconds
    if isinstance(failure, Way):
        server.world.nonce_seconds = 0  # Discord has forgotten when it is tried again
    server.rest.faults.append(Fault("POST", POST, failure, 1, carried_out, retry_after=2))
    url = locate(None, tmp_path / "state")
    await set_up(url, list(server.world.channels.values()), time(7, 52), hurry.now())
    program = await start(hurry=hurry)

    async def settled() -> bool:
        return await states(url) == {"sent": 1}

    await server.gateway.until(settled)
    program.tell(signal.SIGTERM)
    assert await program.ends() == 0
    assert len(messages(server)) == 1


@pytest.mark.parametrize("carried_out", [True, False])
@pytest.mark.parametrize("failure", [500, 502, Way.RESET])
async def test_an_answer_to_a_mention_whose_request_fails_is_there_once(
    server: DiscordServer, start: Start, hurry: Hurry, failure: int | Way, carried_out: bool
) -> None:
    server.rest.faults.append(Fault("POST", POST, failure, 1, carried_out))
    program = await start(hurry=hurry)
    await server.gateway.until(lambda: server.gateway.connected)
    await server.member("Ann").say("<@1001> what is attunement?")
    exchanges = server.rest.exchanges
    assert exchanges is not None
    await server.gateway.until(
        lambda: any(one.path.endswith("/messages") and one.status == 200 for one in exchanges)
    )
    program.tell(signal.SIGTERM)
    assert await program.ends() == 0
    assert len(messages(server)) == 1


@pytest.mark.parametrize("failure", [500, 502, 429, Way.RESET])
async def test_a_question_whose_answer_fails_to_arrive_is_answered_again(
    server: DiscordServer, start: Start, hurry: Hurry, failure: int | Way
) -> None:
    server.rest.faults.append(Fault("POST", "/interactions/.*", failure, 1, retry_after=1))
    await start(hurry=hurry)
    await server.gateway.until(lambda: server.gateway.connected)
    asked = await server.member("Ann").slash("ask", question="what is attunement?")
    assert "attunement" in str(await asked.answer())


async def test_commands_are_registered_although_discord_asks_to_wait(
    server: DiscordServer, start: Start, hurry: Hurry
) -> None:
    server.rest.faults.append(Fault("PUT", ".*/commands", 429, 2, retry_after=5))
    await start(hurry=hurry)
    await server.gateway.until(lambda: server.gateway.connected)
    assert len(server.world.commands[None]) == 8
