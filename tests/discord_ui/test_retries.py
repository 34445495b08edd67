"""Requests that are not made a second time, against a server that fails over each."""

from collections.abc import AsyncIterator

import discord
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from discord.http import HTTPClient, Route

from bot.discord_ui.retries import Unanswered, trace_without_retries, without_retries


class Failing:
    """A server that fails over every request, and counts them."""

    def __init__(self) -> None:
        self.requests = 0

    async def __call__(self, request: web.Request) -> web.Response:
        if request.method == "GET":  # logging in
            return web.json_response({"id": "1"})
        self.requests += 1
        return web.Response(status=500 if self.requests < 3 else 200, text="{}")


@pytest.fixture
async def client(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[HTTPClient, Failing]]:
    failing = Failing()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", failing)
    server = TestServer(app)
    await server.start_server()
    monkeypatch.setattr(Route, "BASE", str(server.make_url("")).rstrip("/"))
    bot = discord.Client(intents=discord.Intents.none(), http_trace=trace_without_retries())
    await bot._async_setup_hook()
    await bot.http.static_login("token")
    yield bot.http, failing
    await bot.http.close()
    await server.close()


async def test_within_the_block_a_failure_is_told_at_once(
    client: tuple[HTTPClient, Failing],
) -> None:
    http, failing = client
    with without_retries(), pytest.raises(Unanswered, match="500"):
        await http.request(Route("POST", "/channels/1/threads"))
    assert failing.requests == 1
