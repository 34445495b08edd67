"""Two pages over HTTP: /healthz for whoever restarts the bot, /metrics for Prometheus."""

import asyncio
import errno
import logging
import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.errors import UserError
from bot.health.checks import Facts, Watch
from bot.health.metrics import Metrics
from bot.storage import DatabaseError
from bot.wording import quoted

log = logging.getLogger(__name__)

_LOOK_EVERY = 10.0  # seconds
_DATABASE_TIMEOUT = 2.0  # seconds for the database
_SHUTDOWN_TIMEOUT = 1.0  # seconds for requests under way


class Pages:
    """The two pages about the bot; `facts` may be about another bot after a reconnect."""

    def __init__(
        self,
        metrics: Metrics,
        facts: Callable[[], Facts],
        backlog: Callable[[], Awaitable[int]],
        now: Callable[[], datetime],
    ) -> None:
        """`backlog` may raise DatabaseError, and may take its time."""
        self._metrics = metrics
        self._facts = facts
        self._backlog = backlog
        self._now = now
        self._watch = Watch()

    @asynccontextmanager
    async def served(self, host: str, port: int) -> AsyncIterator[str]:
        """Serves the pages, and gives their address; port 0 takes any that is free.

        Raises UserError, with one sentence, if the address cannot be had.
        """
        # Requests that are not HTTP come from scanners, and need no line in the log.
        silent = logging.Logger("aiohttp.server", logging.CRITICAL)
        runner = web.AppRunner(
            self._application(), access_log=None, logger=silent, shutdown_timeout=_SHUTDOWN_TIMEOUT
        )
        await runner.setup()
        looking = asyncio.create_task(self._keep_looking())
        try:
            await _bind(runner, host, port)
            yield _address(host, runner.addresses[0][1])
        finally:
            looking.cancel()
            await runner.cleanup()

    def reasons(self) -> list[str]:
        """Why the bot is not healthy now; nothing if it is."""
        return self._watch.reasons(self._facts(), self._now())

    async def _keep_looking(self) -> None:
        """Looks even while nobody asks, so that it is known how long something has lasted."""
        while True:
            self.reasons()
            await asyncio.sleep(_LOOK_EVERY)

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[_without_traceback])
        application.router.add_get("/healthz", self._healthz)
        application.router.add_get("/metrics", self._figures)
        return application

    async def _healthz(self, _: web.Request) -> web.Response:
        reasons = self.reasons()
        text = "".join(f"{reason}\n" for reason in reasons) or "healthy\n"
        return web.Response(text=text, status=503 if reasons else 200)

    async def _figures(self, _: web.Request) -> web.Response:
        page = self._metrics.page(self._facts(), await self._waiting())
        return web.Response(body=page, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _waiting(self) -> int | None:
        try:
            async with asyncio.timeout(_DATABASE_TIMEOUT):
                return await self._backlog()
        except (DatabaseError, TimeoutError):
            return None


@web.middleware
async def _without_traceback(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:
        log.exception("A health page failed")
        return web.Response(text="500: the log says what failed\n", status=500)


async def _bind(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except (OSError, UnicodeError) as error:
        raise UserError(_said(host, port, error)) from None


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _said(host: str, port: int, error: Exception) -> str:
    """Why the address cannot be had, and what to do."""
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        return f"HEALTH_PORT {port} is taken by another program; choose another port"
    if number in (errno.EACCES, errno.EPERM):
        return f"HEALTH_PORT {port} is not open to this user; choose one above 1023"
    if number == errno.EADDRNOTAVAIL or isinstance(error, (socket.gaierror, UnicodeError)):
        return f"HEALTH_HOST {quoted(host)} is no address of this machine; use 127.0.0.1 or 0.0.0.0"
    # asyncio words it at length; the system's own word is enough.
    why = os.strerror(number).lower() if number else str(error)
    return f"HEALTH_HOST {quoted(host)}, HEALTH_PORT {port} cannot be used ({why}); change them"
