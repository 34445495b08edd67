"""The two pages, over real HTTP on this computer."""

import asyncio
import logging
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp
import pytest

from bot.errors import UserError
from bot.health import Facts, Metrics, Pages
from bot.health.checks import GRACE
from bot.storage import DatabaseError
from tests.health.page import Page
from tests.health.standing import NOW, WELL

STARTING = replace(WELL, ready=False, shards=())


class Site:
    """The pages of a bot that stands as a test says, and a browser to see them."""

    def __init__(self) -> None:
        self.facts = WELL
        self.now = NOW
        self.metrics = Metrics()
        self.waiting: int | Exception = 2
        self.pages = Pages(self.metrics, lambda: self.facts, self.backlog, lambda: self.now)
        self.address = ""

    async def backlog(self) -> int:
        if isinstance(self.waiting, Exception):
            raise self.waiting
        return self.waiting

    @asynccontextmanager
    async def open(self, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator["Site"]:
        async with self.pages.served(host, port) as self.address:
            yield self

    async def get(self, path: str, method: str = "GET") -> tuple[int, str]:
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, self.address + path) as response,
        ):
            return response.status, await response.text()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with Site().open() as opened:
        yield opened


async def test_a_healthy_bot_says_so(site: Site) -> None:
    assert await site.get("/healthz") == (200, "healthy\n")


async def test_a_bot_that_is_not_says_why_a_line_each(site: Site) -> None:
    site.facts = replace(STARTING, database_open=False, trouble="The database is damaged.")
    assert await site.get("/healthz") == (
        503,
        "Not connected to Discord yet.\nThe database is damaged.\n",
    )
    site.facts = WELL
    assert await site.get("/healthz") == (200, "healthy\n")


async def test_what_may_pass_counts_once_it_has_lasted(site: Site) -> None:
    site.facts = replace(WELL, trouble="The database is locked.")
    assert (await site.get("/healthz"))[0] == 200
    site.now += GRACE
    assert await site.get("/healthz") == (503, "The database is locked.\n")


async def test_it_looks_by_itself_so_that_the_first_to_ask_hears_what_has_lasted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.health.server._LOOK_EVERY", 0)
    site = Site()
    looked = asyncio.Event()

    def facts() -> Facts:
        looked.set()
        return replace(WELL, trouble="The database is locked.", last_progress=site.now)

    site.pages = Pages(site.metrics, facts, site.backlog, lambda: site.now)
    async with site.open():
        async with asyncio.timeout(20):
            await looked.wait()
        site.now += GRACE
        assert (await site.get("/healthz"))[0] == 503


async def test_figures_are_what_prometheus_reads(site: Site) -> None:
    site.metrics.database_failed()
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{site.address}/metrics") as response,
    ):
        assert response.status == 200
        assert response.headers["Content-Type"].startswith("text/plain; version=")
        page = Page(await response.text())
    assert page.value("attune_database_errors_total") == 1
    assert page.value("attune_posts_backlog") == 2


@pytest.mark.parametrize("error", [DatabaseError("The database is locked."), TimeoutError()])
async def test_figures_come_without_the_database_too(site: Site, error: Exception) -> None:
    site.waiting = error
    status, text = await site.get("/metrics")
    assert status == 200
    assert "attune_posts_backlog NaN" in text


@pytest.mark.parametrize("path", ["/", "/health", "/healthz/", "/metrics/x", "/%00", "/../etc"])
async def test_there_is_no_other_page(site: Site, path: str) -> None:
    assert await site.get(path) == (404, "404: Not Found")
    assert await site.get(path, "HEAD") == (404, "")


async def test_a_page_can_be_asked_for_without_its_words(site: Site) -> None:
    assert await site.get("/healthz", "HEAD") == (200, "")
    site.facts = STARTING
    assert await site.get("/healthz", "HEAD") == (503, "")


async def test_nothing_can_be_written(site: Site) -> None:
    assert await site.get("/healthz", "POST") == (405, "405: Method Not Allowed")


async def test_what_is_no_http_is_refused_without_a_word_in_the_log(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    host, port = site.address.removeprefix("http://").split(":")
    for sent in (b"\x16\x03\x01 hello\r\n\r\n", b"GET / HTTP/1.1\r\n:\r\n\r\n"):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(sent)
        answered = await reader.read()
        assert answered.startswith(b"HTTP/1.0 400 Bad Request")
        assert b"Traceback" not in answered
        writer.close()
    assert caplog.records == []
    assert (await site.get("/healthz"))[0] == 200


async def test_a_fault_of_the_page_itself_is_one_line_and_stands_in_the_log(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    site.waiting = RuntimeError("a fault")
    assert await site.get("/metrics") == (500, "500: the log says what failed\n")
    assert "A health page failed" in caplog.text


async def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UserError, match=f"^HEALTH_PORT {port} is taken by another program; "):
            async with Site().open(port=port):
                pass


@pytest.mark.parametrize("host", ["203.0.113.7", "no such host", "a..b", "nowhere.invalid"])
async def test_an_address_that_is_not_ours_is_one_sentence(host: str) -> None:
    with pytest.raises(UserError, match=f"^HEALTH_HOST “{re.escape(host)}” is no address of this"):
        async with Site().open(host):
            pass


async def test_pages_that_end_free_their_port() -> None:
    site = Site()
    async with site.open() as first:
        port = int(first.address.rpartition(":")[2])
    async with site.open(port=port):
        assert (await site.get("/healthz"))[0] == 200


async def test_requests_are_not_logged(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await site.get("/healthz")
    served = ("aiohttp", "bot.health")
    assert [one for one in caplog.records if one.name.startswith(served)] == []
