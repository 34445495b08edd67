"""The connection to the gateway, lost in every way that it can be lost."""

import asyncio
import signal
from pathlib import Path

import pytest

from bot.client import ShardBackoff, ShardedAttune, create_bot
from bot.settings import Settings
from tests.discord_server.faults import Fault
from tests.discord_server.gateway import INVALID, RECONNECT
from tests.discord_server.hurry import Hurry
from tests.discord_server.program import Program
from tests.discord_server.server import DiscordServer
from tests.discord_server.world import TOKEN
from tests.wire.conftest import Start


async def answers(server: DiscordServer) -> None:
    """Somebody asks, and is answered within the three seconds that Discord waits."""
    asked = await server.member("Ann").slash("ask", question="what is attunement?")
    answer = await asked.answer()
    assert "attunement" in str(answer["data"]["components"])


async def connected(server: DiscordServer) -> None:
    await server.gateway.until(lambda: server.gateway.connected)


@pytest.fixture
async def program(server: DiscordServer, start: Start, hurry: Hurry) -> Program:
    """The program, connected, on a clock on which a minute passes in a second."""
    started = await start(hurry=hurry)
    await connected(server)
    await answers(server)
    return started


async def test_a_session_is_resumed_after_the_socket_broke(
    server: DiscordServer, program: Program
) -> None:
    server.gateway.cut()
    await server.gateway.until(lambda: server.gateway.resumes == 1)
    await answers(server)
    assert len(server.gateway.identifies) == 1


async def test_what_is_asked_while_the_socket_is_broken_is_answered_after_the_resume(
    server: DiscordServer, program: Program
) -> None:
    server.gateway.cut()
    await answers(server)
    assert server.gateway.resumes == 1


async def test_a_question_whose_socket_breaks_before_its_answer_is_answered(
    server: DiscordServer, program: Program
) -> None:
    asked_in = asyncio.Event()

    async def cut(method: str, path: str, moment: str) -> None:
        if path.endswith("/callback") and moment == "asked" and not asked_in.is_set():
            asked_in.set()
            server.gateway.cut()

    server.rest.heard = cut
    await answers(server)
    await server.gateway.until(lambda: server.gateway.resumes == 1)


async def test_it_comes_back_when_discord_asks_for_a_new_connection(
    server: DiscordServer, program: Program
) -> None:
    await server.gateway.say(RECONNECT)
    await server.gateway.until(lambda: server.gateway.resumes == 1)
    await answers(server)


@pytest.mark.parametrize("code", [1000, 4000, 4008])
async def test_it_comes_back_after_a_close_that_is_not_for_good(
    server: DiscordServer, program: Program, code: int
) -> None:
    await server.gateway.close(code)
    again = server.gateway
    await again.until(lambda: again.resumes + len(again.identifies) == 2 and again.connected)
    await answers(server)


async def test_an_invalid_session_begins_anew(server: DiscordServer, program: Program) -> None:
    await server.gateway.say(INVALID, False)
    await server.gateway.until(lambda: len(server.gateway.identifies) == 2)
    await connected(server)
    await answers(server)


async def test_a_session_that_cannot_be_resumed_begins_anew(
    server: DiscordServer, program: Program
) -> None:
    server.gateway.cut()
    server.gateway.forget()
    await server.gateway.until(lambda: len(server.gateway.identifies) == 2)
    await connected(server)
    await answers(server)


async def test_a_connection_that_fell_silent_is_given_up_and_resumed(
    server: DiscordServer, program: Program
) -> None:
    server.gateway.silent = True
    await server.gateway.until(lambda: not server.gateway.connected)
    server.gateway.silent = False
    await server.gateway.until(lambda: server.gateway.resumes == 1)
    await answers(server)


async def test_it_comes_back_within_a_minute_when_the_gateway_was_away_for_ten(
    server: DiscordServer, program: Program, hurry: Hurry
) -> None:
    server.gateway.closed = True
    server.gateway.cut()
    went = hurry.seconds()
    await server.gateway.until(lambda: hurry.seconds() - went > 600)
    server.gateway.closed = False
    back = hurry.seconds()
    await connected(server)
    assert hurry.seconds() - back < 60
    assert server.gateway.refused > 10
    await answers(server)


async def test_a_gateway_that_closes_before_it_says_hello_is_tried_again(
    server: DiscordServer, program: Program
) -> None:
    server.gateway.closed = True
    server.gateway.cut()
    await server.gateway.until(lambda: server.gateway.refused > 1)
    server.gateway.closed, server.gateway.mute = False, 3
    await server.gateway.until(lambda: server.gateway.mute == 0 and server.gateway.connected)
    await answers(server)


async def test_a_token_that_is_revoked_while_it_runs_ends_it_with_one_sentence(
    server: DiscordServer, program: Program
) -> None:
    server.world.token = None
    server.gateway.cut()
    assert await program.ends() == 2
    assert "Discord refuses DISCORD_TOKEN" in program.said.splitlines()[-1]
    assert "Traceback" not in program.said


async def test_nothing_that_breaks_a_connection_leaves_a_traceback_in_the_log(
    server: DiscordServer, program: Program
) -> None:
    server.gateway.closed = True
    server.gateway.cut()
    await server.gateway.until(lambda: server.gateway.refused > 2)
    server.gateway.closed = False
    await connected(server)
    program.tell(signal.SIGTERM)
    assert await program.ends() == 0
    assert "Traceback" not in program.said


async def test_at_the_start_it_waits_for_a_gateway_that_is_away(
    server: DiscordServer, start: Start, hurry: Hurry
) -> None:
    server.gateway.closed = True
    await start(hurry=hurry)
    await server.gateway.until(lambda: server.gateway.refused > 3)
    server.gateway.closed = False
    await connected(server)
    await answers(server)


async def test_at_the_start_it_waits_while_discord_answers_with_errors(
    server: DiscordServer, start: Start, hurry: Hurry
) -> None:
    server.rest.faults.append(Fault("GET", "/users/@me", 503, times=12))
    await start(hurry=hurry)
    await connected(server)
    await answers(server)


async def test_each_shard_pauses_briefly_between_its_tries(
    server: DiscordServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.http.Route.BASE", f"http://127.0.0.1:{server.port}/api/v10")
    bot = create_bot(Settings(state_dir=tmp_path), sharded=True)
    assert isinstance(bot, ShardedAttune)
    async with bot, asyncio.timeout(20):
        running = asyncio.create_task(bot.start(TOKEN))
        await bot.wait_for("shard_ready")
        assert [type(shard._parent._backoff) for shard in bot.shards.values()] == [ShardBackoff]
    await running
