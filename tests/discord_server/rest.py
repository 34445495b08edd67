"""The REST side, version 10: the routes that the bot uses, answered as Discord answers them."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web

from tests.discord_server.faults import Fault, Way
from tests.discord_server.interactions import Interactions
from tests.discord_server.world import APPLICATION, Json, World

BASE = "/api/v10"
_OPEN = re.compile(r"/interactions/.*|/webhooks/.*")  # the token in their path is the key
_ME = {"mfa_enabled": True, "locale": "en-US"}


class Refusal(Exception):
    """Discord's answer to a request that it will not carry out."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclass(frozen=True)
class Exchange:
    """A request and its answer, as they went over the wire."""

    method: str
    path: str
    json: Any
    status: int
    reply: Any


@dataclass(frozen=True)
class Asked:
    """A request that is being served: its path's parts, its query, its body and its files."""

    parts: tuple[str, ...]
    query: dict[str, str]
    body: Any
    files: list[Json]


Route = Callable[[Asked], tuple[int, Any]]


class Rest:
    """Serves the routes.

    `exchanges` keeps what went over the wire where it is a list; `heard` is awaited before each
    request is carried out and again before it is answered, with a word for which of the two.
    """

    def __init__(self, world: World, interactions: Interactions) -> None:
        self._world = world
        self._interactions = interactions
        self.address = ""
        self.shards = 1
        self.faults: list[Fault] = []
        self.exchanges: list[Exchange] | None = []
        self.heard: Callable[[str, str, str], Awaitable[None]] | None = None
        self.leaving = asyncio.Event()
        self._routes: list[tuple[str, re.Pattern[str], Route]] = [
            (method, re.compile(path), route)
            for method, path, route in (
                ("GET", "/users/@me", self._who_am_i),
                ("GET", r"/users/(\d+)", self._user),
                ("POST", "/users/@me/channels", self._direct_channel),
                ("GET", "/oauth2/applications/@me", self._application),
                ("GET", "/gateway/bot", self._gateway),
                ("GET", r"/applications/\d+(?:/guilds/(\d+))?/commands", self._commands),
                ("PUT", r"/applications/\d+(?:/guilds/(\d+))?/commands", self._register),
                ("POST", r"/interactions/(\d+)/([^/]+)/callback", self._callback),
                ("POST", r"/webhooks/\d+/([^/]+)", self._follow_up),
                ("PATCH", r"/webhooks/\d+/([^/]+)/messages/@original", self._edit),
                ("GET", r"/channels/(\d+)", self._channel),
                ("GET", r"/channels/(\d+)/messages", self._history),
                ("POST", r"/channels/(\d+)/messages", self._post),
                ("POST", r"/channels/(\d+)/messages/(\d+)/threads", self._thread),
            )
        ]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serves one request, or lets it fail as `faults` say."""
        path = request.path.removeprefix(BASE)
        fault = next((one for one in self.faults if one.takes(request.method, path)), None)
        body, files = await _read(request)
        if self.heard is not None:
            await self.heard(request.method, path, "asked")
        status, reply = 0, None
        if fault is None or fault.carried_out:
            status, reply = self._carried_out(request, path, body, files)
        if self.heard is not None:
            await self.heard(request.method, path, "done")
        if fault is not None:
            status, reply = await self._fail(request, fault)
        if self.exchanges is not None:
            self.exchanges.append(Exchange(request.method, path, body, status, reply))
        return _response(status, reply)

    def _carried_out(
        self, request: web.Request, path: str, body: Any, files: list[Json]
    ) -> tuple[int, Any]:
        try:
            known = request.headers.get("Authorization") == f"Bot {self._world.token}"
            if not known and not _OPEN.fullmatch(path):
                raise Refusal(401, 0, "401: Unauthorized")
            for method, pattern, route in self._routes:
                found = pattern.fullmatch(path)
                if found and method == request.method:
                    return route(Asked(found.groups(), dict(request.query), body, files))
            raise Refusal(404, 0, "404: Not Found")
        except Refusal as refusal:
            return refusal.status, {"code": refusal.code, "message": refusal.message}

    async def _fail(self, request: web.Request, fault: Fault) -> tuple[int, Any]:
        if fault.failure is Way.HANG:
            await self.leaving.wait()
        if isinstance(fault.failure, Way):
            assert request.transport is not None
            request.transport.abort()
            raise asyncio.CancelledError  # nobody is there to be answered
        if fault.failure == 429:
            wait = {"code": 0, "retry_after": fault.retry_after, "global": False}
            return 429, {"message": "You are being rate limited.", **wait}
        return fault.failure, {"code": 0, "message": f"{fault.failure}: as it was told to"}

    def _who_am_i(self, _: Asked) -> tuple[int, Any]:
        return 200, self._world.me | _ME

    def _user(self, asked: Asked) -> tuple[int, Any]:
        found = self._world.users.get(int(asked.parts[0]))
        if found is None:
            raise Refusal(404, 10013, "Unknown User")
        return 200, found

    def _direct_channel(self, asked: Asked) -> tuple[int, Any]:
        return 200, self._world.direct_channel(self._world.users[int(asked.body["recipient_id"])])

    def _application(self, _: Asked) -> tuple[int, Any]:
        return 200, {
            "id": str(APPLICATION),
            "name": "Attune",
            "icon": None,
            "description": "",
            "summary": "",
            "type": None,
            "verify_key": "0" * 64,
            "flags": 0,
            "flags_new": "0",
            "bot_public": True,
            "bot_require_code_grant": False,
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "owner": {**self._world.me, "id": str(APPLICATION + 1), "bot": False},
            "approximate_guild_count": len(self._world.guilds),
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "explicit_content_filter": 0,
            "team": None,
            "eligible_oauth2_scopes": [],
        }

    def _gateway(self, _: Asked) -> tuple[int, Any]:
        starts = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return 200, {"url": self.address, "shards": self.shards, "session_start_limit": starts}

    def _commands(self, asked: Asked) -> tuple[int, Any]:
        guild = asked.parts[0]
        return 200, self._world.commands.get(int(guild) if guild else None, [])

    def _register(self, asked: Asked) -> tuple[int, Any]:
        guild = asked.parts[0]
        made = [
            {
                "description": "",
                **command,
                "default_member_permissions": _text(command.get("default_member_permissions")),
                "id": str(self._world.snowflake()),
                "version": str(self._world.snowflake()),
                "application_id": str(APPLICATION),
            }
            for command in asked.body
        ]
        self._world.commands[int(guild) if guild else None] = made
        return 200, made

    def _callback(self, asked: Asked) -> tuple[int, Any]:
        number, token = asked.parts
        interaction = self._interactions.of_token(token)
        if interaction is None or interaction.id != int(number) or interaction.expired:
            raise Refusal(404, 10062, "Unknown interaction")
        if interaction.answered.done():
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        reply = self._interactions.answer(interaction, asked.body, asked.files)
        return (200, reply) if asked.query.get("with_response") else (204, None)

    def _follow_up(self, asked: Asked) -> tuple[int, Any]:
        interaction = self._interactions.of_token(asked.parts[0])
        if interaction is None or not interaction.answered.done():
            raise Refusal(404, 10015, "Unknown Webhook")
        return 200, self._interactions.post(interaction, asked.body, asked.files)

    def _edit(self, asked: Asked) -> tuple[int, Any]:
        interaction = self._interactions.of_token(asked.parts[0])
        if interaction is None or not interaction.answered.done():
            raise Refusal(404, 10015, "Unknown Webhook")
        return 200, self._interactions.edit(interaction, asked.body, asked.files)

    def _channel(self, asked: Asked) -> tuple[int, Any]:
        return 200, self._known_channel(asked.parts[0])

    def _history(self, asked: Asked) -> tuple[int, Any]:
        channel = self._known_channel(asked.parts[0])
        before = int(asked.query.get("before", 1 << 63))
        kept = self._world.messages[int(channel["id"])].values()
        found = [one for one in reversed(kept) if int(one["id"]) < before]
        # Nonces are told to whoever sent the message, and never again.
        shown = [{key: one[key] for key in one if key != "nonce"} for one in found]
        return 200, shown[: int(asked.query.get("limit", 50))]

    def _post(self, asked: Asked) -> tuple[int, Any]:
        channel = self._known_channel(asked.parts[0])
        return 200, self._world.add_message(
            int(channel["id"]), self._world.me, asked.body, asked.files
        )

    def _thread(self, asked: Asked) -> tuple[int, Any]:
        channel, message = map(int, asked.parts)
        if message not in self._world.messages[channel]:
            raise Refusal(404, 10008, "Unknown Message")
        if message in self._world.channels:
            raise Refusal(400, 160004, "A thread has already been created for this message")
        return 201, self._world.add_thread(channel, message, asked.body["name"])

    def _known_channel(self, number: str) -> Json:
        found = self._world.channels.get(int(number))
        if found is None:
            raise Refusal(404, 10003, "Unknown Channel")
        return found


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


async def _read(request: web.Request) -> tuple[Any, list[Json]]:
    """The body as JSON, and the files that came with it."""
    if not request.content_type.startswith("multipart/"):
        return (await request.json() if request.can_read_body else None), []
    body, files = None, []
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        data = await part.read()
        if part.name == "payload_json":
            body = json.loads(data)
        else:
            files.append({"filename": part.filename, "size": len(data)})
    return body, files


def _response(status: int, reply: Any) -> web.Response:
    """A response whose content type is exactly what discord.py looks for."""
    headers = {"Content-Type": "application/json"}
    if status == 204:
        return web.Response(status=204)
    if status == 429:
        headers["Retry-After"] = str(reply["retry_after"])
        headers["Via"] = "1.1 here"  # without it discord.py takes a 429 for a ban
    return web.Response(body=json.dumps(reply).encode(), status=status, headers=headers)
