"""`attune run`: connects to Discord, stays connected, and shuts down gracefully."""

import asyncio
import gc
import logging
import os
import re
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import aiohttp
import discord
from discord.gateway import ReconnectWebSocket

from bot.client import Attune, create_bot
from bot.errors import OperatorError, UserError
from bot.health import Metrics, Pages, facts_of
from bot.logs import set_up_logging
from bot.logs.redaction import network_reason
from bot.retrieval.service import TextService
from bot.settings import Settings
from bot.texts.loading import KnowledgeError
from bot.wording import counted

log = logging.getLogger(__name__)

_SHORTEST_BACKOFF, _LONGEST_BACKOFF = 1.0, 60.0  # seconds
_LEAVING_SECONDS = 9.0  # seconds from being told to leave to the end of the process
# Failures of the network or of Discord, which pass.
_TEMPORARY = (
    OSError,
    aiohttp.ClientError,
    discord.GatewayNotFound,
    discord.ConnectionClosed,
    ReconnectWebSocket,
)
_PORTAL = "https://discord.com/developers/applications"


class Refused(UserError):
    """Discord refuses the bot, and trying again will not help; its str says what to fix."""


def run(settings: Settings) -> int:
    """Runs the bot until SIGINT or SIGTERM; SIGHUP loads the texts again. Returns 0.

    Raises UserError, with one sentence, for a token that is missing or refused, for a text that
    cannot be used and for a HEALTH_PORT that cannot be had. While Discord cannot be reached it
    waits, longer each time, and tries again.
    """
    token = _token(settings)
    set_up_logging(settings)
    asyncio.run(_Run(settings, token).stay_with_pages())
    return 0


class ReconnectBackoff:
    """How long to wait between one run of the bot and the next while Discord is unreachable."""

    def __init__(self) -> None:
        self._next = _SHORTEST_BACKOFF

    def after(self, connected: float) -> float:
        """The wait in seconds after a run that was connected for so many seconds."""
        if connected > _LONGEST_BACKOFF:
            self._next = _SHORTEST_BACKOFF
        wait = self._next
        self._next = min(2 * wait, _LONGEST_BACKOFF)
        return wait


class _Run:
    """One run of the program, which may take several attempts to connect."""

    def __init__(self, settings: Settings, token: str) -> None:
        self._settings = settings
        self._token = token
        self._leaving = asyncio.Event()
        self._metrics = Metrics()  # longer than any one bot, like the pages that show them
        self._bot = self._new_bot()
        self._reloading: asyncio.Future[None] | None = None

    def _new_bot(self, texts: TextService | None = None) -> Attune:
        bot = create_bot(self._settings, sharded=True, metrics=self._metrics, texts=texts)
        bot.add_listener(_freeze_lasting_objects, "on_ready")
        return bot

    async def stay_with_pages(self) -> None:
        """Stays connected until it is told to leave, and serves the pages about it if wanted."""
        if self._settings.health_port is None:
            await self.stay()
            return
        pages = Pages(
            self._metrics,
            facts=lambda: facts_of(self._bot, self._bot.reflections),
            backlog=lambda: self._bot.reflections.backlog(),
            now=self._bot.now,
        )
        async with pages.served(self._settings.health_host, self._settings.health_port) as address:
            log.info("Health is shown at %s/healthz and %s/metrics", address, address)
            await self.stay()

    async def stay(self) -> None:
        """Stays connected until it is told to leave."""
        with _signals(self._leave, self._reload):
            _say_what_is_loaded(self._bot)
            backoff = ReconnectBackoff()
            while (ended := await self._ended()) is not None:
                wait = backoff.after(_seconds_connected(self._bot))
                _log_why(ended, wait)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._leaving.wait(), wait)
                    return
                # discord.py cannot log in twice with one client.
                self._bot = self._new_bot(self._bot.texts)

    async def _ended(self) -> Exception | None:
        """Runs the bot until it is told to leave: none. If the connection ends before: why."""
        running = asyncio.create_task(_start(self._bot, self._token))
        told = asyncio.create_task(self._leaving.wait())
        await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if running.done():
            return running.result()
        log.info("Shutting down as soon as running replies are sent")
        running.cancel()
        await asyncio.wait({running}, timeout=_LEAVING_SECONDS)
        await self._bot.close()  # which may have begun before
        if running.done() and not running.cancelled():
            running.exception()  # nobody needs to be told any more
        return None

    def _leave(self) -> None:
        if not self._leaving.is_set():
            self._leaving.set()
            _exit_in_time()

    def _reload(self) -> None:
        self._reloading = asyncio.ensure_future(_reload(self._bot))


async def _freeze_lasting_objects() -> None:
    """Lets the collector of garbage pass over what is there when all servers are known.

    It would look at the texts and at every server again and again, and hold up answers meanwhile.
    """
    gc.unfreeze()  # what an earlier connection left may be garbage by now
    gc.collect()
    gc.freeze()


async def _start(bot: Attune, token: str) -> Exception:
    """Connects and stays; returns what ended it. Raises UserError if no new attempt can help."""
    try:
        async with bot:
            await bot.start(token)
    except (UserError, OperatorError):
        raise
    except Exception as error:
        refusal = _refusal(error)
        if refusal is not None:
            raise Refused(refusal) from None
        return error
    return ConnectionError("the connection was closed")


def _refusal(error: Exception) -> str | None:
    """What to fix, if Discord will not have the bot however often it tries."""
    code = error.code if isinstance(error, discord.ConnectionClosed) else None
    if isinstance(error, discord.PrivilegedIntentsRequired) or code == 4014:
        return (
            "Discord refuses a privileged intent, and this bot needs none; "
            "run it as it is, without added intents"
        )
    unauthorised = isinstance(error, discord.HTTPException) and error.status == 401
    if isinstance(error, discord.LoginFailure) or unauthorised or code == 4004:
        return (
            f"Discord refuses DISCORD_TOKEN; copy the token again from {_PORTAL} (Bot, Reset Token)"
        )
    if code in (4010, 4011):
        return (
            f"Discord refuses the connection over its shards (code {code}); "
            "fix SHARD_COUNT, or leave out all settings of shards"
        )
    if code in (4012, 4013):
        return f"Discord ended the connection for good (code {code}); look it up in its docs"
    return None


def _log_why(ended: Exception, wait: float) -> None:
    soon = f"retrying in {wait:.0f} s"
    if isinstance(ended, _TEMPORARY) or (
        isinstance(ended, discord.HTTPException) and (ended.status == 429 or ended.status >= 500)
    ):
        log.warning("Discord cannot be reached (%s); %s", network_reason(ended), soon)
    else:
        log.error("The connection was lost to an unexpected error; %s", soon, exc_info=ended)


def _seconds_connected(bot: Attune) -> float:
    """For how many seconds the bot was connected, at least once all its servers were known."""
    return (bot.now() - bot.ready_at).total_seconds() if bot.ready_at is not None else 0.0


def _exit_in_time() -> None:
    """Ends the process in time, even if a thread hangs that Python would wait for."""
    timer = threading.Timer(_LEAVING_SECONDS, os._exit, [0])
    timer.daemon = True
    timer.start()


def _token(settings: Settings) -> str:
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token else ""
    if not token:
        raise Refused(
            "DISCORD_TOKEN is not set; put the bot's token into .env, "
            "or try the bot without one: attune playground"
        )
    if not re.fullmatch(r"[\x21-\x7e]+", token):
        raise Refused(f"DISCORD_TOKEN is not a token; copy it again from {_PORTAL} (Bot)")
    return token


async def _reload(bot: Attune) -> None:
    try:
        await bot.texts.reload()
    except KnowledgeError as error:
        log.error("Reloading the texts failed; still serving the old ones: %s", error)
        return
    except Exception:
        log.exception("Reloading the texts failed; still serving the old ones")
        return
    _say_what_is_loaded(bot)


def _say_what_is_loaded(bot: Attune) -> None:
    essays = bot.texts.library.essays
    titles = ", ".join(essay.title for essay in essays[:5]) + (", …" if len(essays) > 5 else "")
    log.info("%s loaded: %s", counted(len(essays), "text"), titles)


@contextmanager
def _signals(leave: Callable[[], None], reload: Callable[[], None]) -> Iterator[None]:
    """Handles the signals to leave and to reload, on systems that have them.

    Not by handlers of the event loop: they end with it, and a second signal would kill a process
    that is about to end well. For the same reason all are ignored in the end.
    """
    loop = asyncio.get_running_loop()
    acts = {"SIGINT": leave, "SIGTERM": leave, "SIGHUP": reload}
    numbers = {getattr(signal, name): act for name, act in acts.items() if hasattr(signal, name)}
    for number, act in numbers.items():
        signal.signal(number, lambda *_, act=act: loop.call_soon_threadsafe(act))
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_IGN)
