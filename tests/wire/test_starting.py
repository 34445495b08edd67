"""The start of `attune run`, what ends it for good, and what it goes on in spite of."""

import signal
from pathlib import Path

import pytest

from tests.discord_server.faults import ALWAYS, Fault
from tests.discord_server.gateway import RECONNECT
from tests.discord_server.hurry import Hurry
from tests.discord_server.server import DiscordServer
from tests.wire.conftest import Start

NOBODY = 9  # a port at which nothing listens
TEXT = "title: One\nparagraphs:\n  - text: The one that is first.\n"
REFUSED_FOR_GOOD = {
    4004: "refuses DISCORD_TOKEN",
    4010: "fix SHARD_COUNT",
    4011: "fix SHARD_COUNT",
    4012: "for good (code 4012)",
    4013: "for good (code 4013)",
    4014: "privileged intent",
}


async def test_it_says_what_it_did_at_the_start(start: Start) -> None:
    program = await start()
    await program.says("in 1 server")
    for line in ("1 text loaded: Attunement", "8 commands registered"):
        assert line in program.said


async def test_log_lines_can_be_json(start: Start) -> None:
    program = await start(LOG_FORMAT="json")
    await program.says("in 1 server")
    assert '"message": "1 text loaded: Attunement"' in program.said


async def test_a_missing_token_is_one_sentence_and_2(start: Start) -> None:
    program = await start(DISCORD_TOKEN="")
    assert await program.ends() == 2
    (line,) = program.said.splitlines()
    assert "DISCORD_TOKEN is not set" in line


async def test_a_bad_text_is_one_sentence_and_2(start: Start, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("title: [")
    program = await start(KNOWLEDGE="broken.yaml")
    assert await program.ends() == 2
    (line,) = program.said.splitlines()
    assert "broken.yaml" in line


async def test_a_refused_token_is_one_sentence_and_2(start: Start, server: DiscordServer) -> None:
    server.world.token = None
    program = await start()
    assert await program.ends() == 2
    assert "Discord refuses DISCORD_TOKEN" in program.said.splitlines()[-1]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/oauth2/applications/@me"), ("PUT", r"/applications/\d+/commands")],
)
async def test_a_token_refused_later_in_the_start_is_one_sentence_and_2(
    start: Start, server: DiscordServer, method: str, path: str
) -> None:
    server.rest.faults.append(Fault(method, path, 401))
    program = await start()
    assert await program.ends() == 2
    assert "Discord refuses DISCORD_TOKEN" in program.said.splitlines()[-1]


@pytest.mark.parametrize("code", REFUSED_FOR_GOOD)
async def test_a_connection_that_is_refused_for_good_is_one_sentence_and_2(
    start: Start, server: DiscordServer, hurry: Hurry, code: int
) -> None:
    server.gateway.refusal = code
    program = await start(hurry=hurry)
    assert await program.ends() == 2
    assert REFUSED_FOR_GOOD[code] in program.said.splitlines()[-1]


@pytest.mark.parametrize("code", REFUSED_FOR_GOOD)
async def test_what_is_refused_while_it_runs_is_one_sentence_and_2(
    start: Start, server: DiscordServer, hurry: Hurry, code: int
) -> None:
    program = await start(hurry=hurry)
    await server.gateway.until(lambda: server.gateway.connected)
    server.gateway.refusal = code  # from now on, should the program miss it the first time
    await server.gateway.close(code)
    assert await program.ends() == 2
    assert REFUSED_FOR_GOOD[code] in program.said.splitlines()[-1]


async def test_a_server_to_develop_on_that_is_not_its_own_is_one_sentence_and_2(
    start: Start, server: DiscordServer
) -> None:
    commands = r"/applications/\d+/guilds/4242/commands"
    server.rest.faults += [Fault("GET", commands, 403), Fault("PUT", commands, 403)]
    program = await start(SYNC_GUILD="4242")
    assert await program.ends() == 2
    assert "SYNC_GUILD names a server (4242)" in program.said.splitlines()[-1]


async def test_without_a_network_it_waits_tries_again_and_can_be_told_to_leave(
    start: Start, hurry: Hurry
) -> None:
    program = await start(port=NOBODY, hurry=hurry)
    await program.says("retrying in 1 s")
    await program.says("retrying in 2 s")
    assert await program.leaves() == 0


async def test_a_program_that_cannot_connect_says_why(start: Start) -> None:
    program = await start(port=NOBODY)
    await program.says("Discord cannot be reached (connection refused)")


async def test_when_discord_is_back_it_connects(
    start: Start, server: DiscordServer, hurry: Hurry
) -> None:
    server.rest.faults.append(Fault("GET", "/users/@me", 503, ALWAYS))
    program = await start(hurry=hurry)
    await program.says("Discord cannot be reached")
    server.rest.faults.clear()
    await program.says("in 1 server")


async def test_a_connection_that_ends_amid_connecting_again_leads_to_a_new_attempt(
    start: Start, server: DiscordServer, hurry: Hurry
) -> None:
    program = await start(hurry=hurry)
    await program.says("in 1 server")
    server.gateway.closed = True
    await server.gateway.close(1000)
    await program.says("Attempting a reconnect for shard ID 0")
    server.gateway.greetings = [RECONNECT]
    server.gateway.closed = False
    await program.says("Discord cannot be reached (Discord asked to reconnect); retrying in 1 s")
    await program.says("in 1 server", times=2)
    assert await program.leaves() == 0


async def test_an_unexpected_error_is_logged_and_leads_to_a_new_attempt(
    start: Start, server: DiscordServer, hurry: Hurry
) -> None:
    server.rest.exchanges = None  # the next answer is none that Discord would give
    server.rest.faults.append(Fault("GET", "/gateway/bot", 200))
    program = await start(hurry=hurry, unforeseen=True)
    await program.says("lost to an unexpected error; retrying in 1 s")
    await program.says("KeyError")
    await program.says("in 1 server")
    assert await program.leaves() == 0


async def test_a_text_broken_meanwhile_does_not_end_it_when_it_connects_again(
    start: Start, server: DiscordServer, hurry: Hurry, tmp_path: Path
) -> None:
    text = tmp_path / "text.yaml"
    text.write_text(TEXT)
    server.rest.faults.append(Fault("GET", "/users/@me", 503, ALWAYS))
    program = await start(hurry=hurry, KNOWLEDGE="text.yaml")
    await program.says("retrying in 1 s")
    text.write_text("title: [")
    server.rest.faults.clear()
    await program.says("in 1 server")


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is no SIGHUP")
async def test_texts_are_loaded_again_on_sighup_and_a_broken_one_is_not(
    start: Start, tmp_path: Path
) -> None:
    text = tmp_path / "text.yaml"
    text.write_text(TEXT)
    program = await start(KNOWLEDGE="text.yaml")
    await program.says("in 1 server")
    text.write_text(TEXT.replace("One", "Two"))
    program.tell(signal.SIGHUP)
    await program.says("1 text loaded: Two")
    text.write_text("title: [")
    program.tell(signal.SIGHUP)
    await program.says("still serving the old one: text.yaml")
    assert await program.leaves() == 0
