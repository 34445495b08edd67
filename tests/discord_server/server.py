"""The two sides of Discord on one loopback port."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from aiohttp import web

from tests.discord_server.gateway import Gateway
from tests.discord_server.interactions import Interactions
from tests.discord_server.members import Member
from tests.discord_server.rest import BASE, Rest
from tests.discord_server.world import Json, World


class DiscordServer:
    """Discord on 127.0.0.1: the `world` it holds, its `gateway` and its `rest` side."""

    def __init__(
        self,
        now: Callable[[], datetime] | None = None,
        clock: Callable[[], float] | None = None,
        *,
        heartbeat: float = 40.0,
    ) -> None:
        """`heartbeat` is the pause between heartbeats, in seconds."""
        self.world = World(now, clock)
        self.interactions = Interactions(self.world)
        self.gateway = Gateway(self.world, heartbeat)
        self.rest = Rest(self.world, self.interactions)
        self.port = 0

    @asynccontextmanager
    async def running(self) -> AsyncIterator["DiscordServer"]:
        """Serves until the block ends."""
        app = web.Application(client_max_size=64 * 1024**2)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_route("*", BASE + "/{path:.*}", self.rest.handle)
        runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port)
        await site.start()
        self.port = runner.addresses[0][1]
        self.gateway.url = self.rest.address = f"ws://127.0.0.1:{self.port}/gateway/"
        try:
            yield self
        finally:
            self.rest.leaving.set()
            self.gateway.cut()
            await runner.cleanup()

    def member(self, name: str, channel: Json | None = None) -> Member:
        """Somebody in the first channel of the first server, or in another `channel`."""
        where = channel or next(iter(self.world.channels.values()))
        person = self.world.add_user(name)
        return Member(self.world, self.gateway, self.interactions, person, where)

    def friend(self, name: str) -> Member:
        """Somebody in the direct messages with the bot."""
        person = self.world.add_user(name)
        channel = self.world.direct_channel(person)
        return Member(self.world, self.gateway, self.interactions, person, channel)
