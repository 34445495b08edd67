"""The gateway, version 10: sessions with their shards, heartbeats, events, and resumed sessions."""

import asyncio
import json
import secrets
import zlib
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from inspect import isawaitable
from typing import Any

from aiohttp import WSMsgType, web

from tests.discord_server.world import APPLICATION, Json, World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
_BAD_TOKEN = 4004
_KEPT = 10_000  # events of a session, for a resume


@dataclass
class Session:
    """One shard's session; it outlives its connection until it is made invalid."""

    id: str
    shard: int
    shards: int
    number: int = 0
    events: deque[Json] = field(default_factory=lambda: deque(maxlen=_KEPT))
    connection: "Connection | None" = None

    def is_for(self, guild_id: int | None) -> bool:
        """Whether the events of the server come here; direct messages come to shard 0."""
        return self.shard == ((guild_id or 0) >> 22) % self.shards


class Connection:
    """One websocket, compressed as the client asked for."""

    def __init__(self, socket: web.WebSocketResponse, transport: Any, compressed: bool) -> None:
        self.socket = socket
        self._transport = transport
        self._deflate = zlib.compressobj() if compressed else None

    async def send(self, payload: Json) -> None:
        """Sends, unless the other side has gone."""
        text = json.dumps(payload)
        with suppress(ConnectionError):
            if self._deflate is None:
                await self.socket.send_str(text)
            else:
                data = self._deflate.compress(text.encode()) + self._deflate.flush(
                    zlib.Z_SYNC_FLUSH
                )
                await self.socket.send_bytes(data)

    def cut(self) -> None:
        """Ends the connection without a word, as a broken network does."""
        if self._transport is not None:
            self._transport.abort()


class Gateway:
    """All sessions, and what the gateway refuses just now.

    `closed` answers connections with 503; `refusal` is the code with which an identify is closed;
    `silent` keeps connections open and says nothing on them, neither to a heartbeat nor to a
    goodbye; so many connections as `mute` says are closed before a word, and the next ones begin
    with the operations `greetings` in place of HELLO.
    """

    def __init__(self, world: World, heartbeat: float = 40.0) -> None:
        self._world = world
        self._heartbeat = heartbeat
        self.closed = False
        self.refusal: int | None = None
        self.silent = False
        self.mute = 0
        self.greetings: list[int] = []
        self.sessions: dict[str, Session] = {}
        self.identifies: list[list[int]] = []
        self.resumes = 0
        self.refused = 0
        self._news = asyncio.Condition()

    @property
    def connected(self) -> list[Session]:
        """The sessions that have a connection."""
        return [one for one in self.sessions.values() if one.connection is not None]

    async def until(
        self, holds: Callable[[], Awaitable[object] | object], seconds: float = 60
    ) -> None:
        """Waits until `holds()`, looking at every change of a connection and ten times a second.

        Raises TimeoutError after so many seconds.
        """
        async with asyncio.timeout(seconds):
            while not await _is_so(holds):
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._changed(), 0.1)

    async def _changed(self) -> None:
        async with self._news:
            await self._news.wait()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serves one connection to its end."""
        if self.closed:
            self.refused += 1
            await self._tell()
            return web.Response(status=503)
        socket = web.WebSocketResponse(autoclose=False, compress=False, max_msg_size=0)
        await socket.prepare(request)
        if self.mute:
            self.mute -= 1
            await socket.close(code=1012)
            return socket
        connection = Connection(
            socket, request.transport, request.query.get("compress") == "zlib-stream"
        )
        if self.greetings:
            await connection.send({"op": self.greetings.pop(0), "d": None})
            return socket
        await connection.send({"op": HELLO, "d": {"heartbeat_interval": self._heartbeat * 1000}})
        session: Session | None = None
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT and not self.silent:
                    session = await self._hear(connection, session, json.loads(message.data))
        finally:
            if session is not None and session.connection is connection:
                session.connection = None
                if socket.close_code == 1000:  # the client has ended the session
                    self.sessions.pop(session.id, None)
            await self._tell()
        while self.silent:
            await self._changed()
        return socket

    async def _hear(
        self, connection: Connection, session: Session | None, said: Json
    ) -> Session | None:
        match said["op"]:
            case 1:
                await connection.send({"op": ACK})
            case 2:
                return await self._identify(connection, said["d"])
            case 6:
                return await self._resume(connection, said["d"])
        return session

    async def _identify(self, connection: Connection, asked: Json) -> Session | None:
        shard, shards = asked.get("shard") or [0, 1]
        self.identifies.append([shard, shards])
        code = self.refusal
        if asked["token"] != self._world.token:
            code = _BAD_TOKEN
        if code is not None:
            await connection.socket.close(code=code)
            return None
        session = Session(secrets.token_hex(8), shard, shards, connection=connection)
        self.sessions[session.id] = session
        guilds = [one for one in self._world.guilds.values() if session.is_for(int(one["id"]))]
        await self._dispatch(session, "READY", self._ready(session, guilds))
        for guild in guilds:
            await self._dispatch(session, "GUILD_CREATE", guild)
        await self._tell()
        return session

    def _ready(self, session: Session, guilds: list[Json]) -> Json:
        return {
            "v": 10,
            "user": self._world.me,
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": [session.shard, session.shards],
            "application": {"id": str(APPLICATION), "flags": 0},
        }

    async def _resume(self, connection: Connection, asked: Json) -> Session | None:
        session = self.sessions.get(asked["session_id"])
        if session is None or asked["token"] != self._world.token:
            await connection.send({"op": INVALID, "d": False})
            return None
        self.resumes += 1
        session.connection = connection
        for event in list(session.events):
            if event["s"] > asked["seq"]:
                await connection.send(event)
        await self._dispatch(session, "RESUMED", {})
        await self._tell()
        return session

    async def dispatch(self, event: str, data: Json, guild_id: int | None) -> None:
        """Sends an event to every session that sees the server; those away get it on resuming."""
        for session in list(self.sessions.values()):
            if session.is_for(guild_id):
                await self._dispatch(session, event, data)

    async def _dispatch(self, session: Session, event: str, data: Json) -> None:
        session.number += 1
        payload = {"op": DISPATCH, "s": session.number, "t": event, "d": data}
        session.events.append(payload)
        if session.connection is not None and not self.silent:
            await session.connection.send(payload)

    async def say(self, code: int, data: Any = None) -> None:
        """Sends an operation, such as RECONNECT or INVALID, on every connection."""
        for session in self.connected:
            assert session.connection is not None
            if code == INVALID and data is False:
                self.sessions.pop(session.id)
            await session.connection.send({"op": code, "d": data})

    async def close(self, code: int) -> None:
        """Closes every connection with a code."""
        for session in self.connected:
            assert session.connection is not None
            await session.connection.socket.close(code=code)

    def cut(self) -> None:
        """Breaks every connection, without a word."""
        for session in self.connected:
            assert session.connection is not None
            session.connection.cut()

    def forget(self) -> None:
        """Makes every session invalid, as after a long outage."""
        self.sessions.clear()

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    url = ""


async def _is_so(holds: Callable[[], Awaitable[object] | object]) -> bool:
    found = holds()
    return bool(await found if isawaitable(found) else found)
