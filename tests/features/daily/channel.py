"""Discord as far as daily posts go: channels that keep messages, and everything that fails."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from bot.features.daily.posts import Failure, Notice, Post
from tests.discord_server.world import World as DiscordWorld

Result = TypeVar("Result")


class Crash(BaseException):
    """The process died here; nothing of it runs on."""


@dataclass(frozen=True)
class Message:
    """A message in a channel."""

    id: int
    post: Post
    at: datetime


@dataclass
class Faults:
    """What goes wrong with the next requests, used up one by one: an error, and whether the
    request was carried out all the same.
    """

    coming: list[tuple[Exception | None, bool]] = field(default_factory=list)

    def next(self) -> tuple[Exception | None, bool]:
        return self.coming.pop(0) if self.coming else (None, True)


class World:
    """What Discord holds, as far as posts go; the same for all processes."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self._discord = DiscordWorld(now)
        self.messages: list[Message] = []
        self.threads: list[int] = []
        self.published: list[int] = []
        self.notices: list[Notice] = []
        self.closed: dict[int, Failure] = {}
        self.requests = 0
        # Requests that were on their way when their process was cut off, and since when.
        self.under_way: list[tuple[datetime, Callable[[], object]]] = []
        self._awaited: dict[int, asyncio.Event] = {}

    def make(self, post: Post) -> int:
        body = {"nonce": post.nonce, "enforce_nonce": True}
        made = self._discord.add_message(post.channel_id, self._discord.me, body, [])
        number = int(made["id"])
        if any(message.id == number for message in self.messages):
            return number
        self.messages.append(Message(number, post, self.now()))
        if awaited := self._awaited.get(len(self.messages)):
            awaited.set()
        return number

    def arrive(self, within: timedelta) -> None:
        """Lets come what is still under way, and was sent that short a time ago."""
        requests, self.under_way = self.under_way, []
        for sent_at, carry_out in requests:
            if self.now() - sent_at <= within:
                carry_out()

    async def until(self, count: int) -> None:
        """Waits for message number `count`."""
        if len(self.messages) < count:
            async with asyncio.timeout(20):
                await self._awaited.setdefault(count, asyncio.Event()).wait()

    def of(self, channel_id: int) -> list[Message]:
        return [message for message in self.messages if message.post.channel_id == channel_id]


async def _go_on(where: str) -> None:
    pass


class Wire:
    """One process's way to the world, which may fail or be cut."""

    def __init__(self, world: World, step: Callable[[str], Awaitable[None]] = _go_on) -> None:
        self.world = world
        self.faults = Faults()
        self.step = step  # awaited before and after each request; may raise Crash

    async def send(self, post: Post) -> int:
        return await self._ask(post.channel_id, lambda: self.world.make(post))

    async def find(self, post: Post, since: datetime) -> int | None:
        def look() -> int | None:
            for message in self.world.of(post.channel_id):
                if message.post.nonce == post.nonce and message.at >= since:
                    return message.id
            return None

        return await self._ask(post.channel_id, look)

    async def start_thread(self, post: Post, message_id: int) -> None:
        def start() -> None:
            if message_id not in self.world.threads:
                self.world.threads.append(message_id)

        await self._ask(post.channel_id, start)

    async def publish(self, post: Post, message_id: int) -> None:
        def publish() -> None:
            if message_id not in self.world.published:
                self.world.published.append(message_id)

        await self._ask(post.channel_id, publish)

    async def notify(self, notice: Notice) -> None:
        await self.step("request")
        self.world.notices.append(notice)

    async def _ask(self, channel_id: int, action: Callable[[], Result]) -> Result:
        since = self.world.now()
        try:
            await self.step("request")
        except asyncio.CancelledError:
            self.world.under_way.append((since, action))
            raise
        self.world.requests += 1
        if closed := self.world.closed.get(channel_id):
            raise closed
        failure, carried_out = self.faults.next()
        if failure is not None and not carried_out:
            raise failure
        result = action()
        await self.step("answer")
        if failure is not None:
            raise failure
        return result
