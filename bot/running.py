"""`attune run`: connects to Discord, stays, and leaves in good order."""

import asyncio
import logging
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import aiohttp
import discord

from bot.client import Attune, create_bot
from bot.discretion import reason
from bot.health import Metrics, Pages, facts_of
from bot.knowledge import KnowledgeError
from bot.logs import set_up_logging
from bot.mistake import Mistake
from bot.settings import Settings

log = logging.getLogger(__name__)

_LONGEST_PAUSE = 60.0  # seconds
_BAD_TOKEN_CODE = 4004
_PORTAL = "https://discord.com/developers/applications"


class Refused(Mistake):
    """Discord will not have the bot, however often it tries; its str says what to mend."""


def run(settings: Settings) -> int:
    """Runs the bot until SIGINT or SIGTERM; SIGHUP loads the texts again. Returns 0.

    Raises Mistake, with one sentence, for a token that is missing or refused, for a text that
    cannot be used and for a HEALTH_PORT that cannot be had. While Discord cannot be reached it
    waits, longer each time, and tries again.
    """
    token = _token(settings)
    set_up_logging(settings)
    asyncio.run(_Run(settings, token).with_pages())
    return 0


class _Run:
    """One run of the program, which may take several attempts to connect."""

    def __init__(self, settings: Settings, token: str) -> None:
        self._settings = settings
        self._token = token
        self._leaving = asyncio.Event()
        self._metrics = Metrics()  # longer than any one bot, like the pages that show them
        self._bot = self._new_bot()
        self._reloading: asyncio.Future[None] | None = None

    def _new_bot(self) -> Attune:
        return create_bot(self._settings, sharded=True, metrics=self._metrics)

    async def with_pages(self) -> None:
        """Stays connected until it is told to leave, and serves the pages about it if wanted."""
        if self._settings.health_port is None:
            await self.until_told()
            return
        pages = Pages(
            self._metrics,
            facts=lambda: facts_of(self._bot, self._bot.reflections),
            backlog=lambda: self._bot.reflections.backlog(),
            now=self._bot.now,
        )
        async with pages.served(self._settings.health_host, self._settings.health_port) as address:
            log.info("Health is shown at %s/healthz and %s/metrics", address, address)
            await self.until_told()

    async def until_told(self) -> None:
        """Stays connected until it is told to leave."""
        with _signals(self._leaving.set, self._reload):
            _say_what_is_loaded(self._bot)
            for pause in _pauses():
                if await self._connected():
                    return
                unit = "second" if pause == 1 else "seconds"
                log.warning("Discord cannot be reached; next try in %d %s", pause, unit)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._leaving.wait(), pause)
                    return
                # discord.py cannot log in twice with one client.
                self._bot = self._new_bot()

    async def _connected(self) -> bool:
        """Runs the bot until it is told to leave: True. False if Discord cannot be reached."""
        running = asyncio.create_task(_start(self._bot, self._token))
        told = asyncio.create_task(self._leaving.wait())
        await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if running.done():
            return running.result()
        log.info("Leaving, as soon as the replies under way are sent")
        await self._bot.close()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        return True

    def _reload(self) -> None:
        self._reloading = asyncio.ensure_future(_reload(self._bot))


async def _start(bot: Attune, token: str) -> bool:
    """Connects and stays: True. False if Discord cannot be reached. Raises Refused."""
    try:
        async with bot:
            await bot.start(token)
    except (discord.LoginFailure, discord.PrivilegedIntentsRequired) as error:
        raise Refused(_reason(error)) from None
    except discord.ConnectionClosed as error:
        raise Refused(_reason(error)) from None
    except (OSError, aiohttp.ClientError, discord.GatewayNotFound, discord.DiscordServerError) as e:
        log.info("No connection to Discord: %s", reason(e))
        return False
    return True


def _reason(error: discord.DiscordException) -> str:
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return (
            "Discord refuses a privileged intent, and this bot needs none; "
            "run it as it is, without added intents"
        )
    if isinstance(error, discord.ConnectionClosed) and error.code != _BAD_TOKEN_CODE:
        return f"Discord ended the connection for good (code {error.code}); look it up in its docs"
    return f"Discord refuses DISCORD_TOKEN; copy the token again from {_PORTAL} (Bot, Reset Token)"


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
        await bot.shelf.reload()
    except KnowledgeError as error:
        log.error("The old texts go on being served: %s", error)
        return
    except Exception:
        log.exception("The old texts go on being served")
        return
    _say_what_is_loaded(bot)


def _say_what_is_loaded(bot: Attune) -> None:
    essays = bot.shelf.library.essays
    titles = ", ".join(essay.title for essay in essays[:5]) + (", …" if len(essays) > 5 else "")
    log.info("%d %s loaded: %s", len(essays), "text" if len(essays) == 1 else "texts", titles)


def _pauses() -> Iterator[float]:
    pause = 1.0
    while True:
        yield pause
        pause = min(2 * pause, _LONGEST_PAUSE)


@contextmanager
def _signals(leave: Callable[[], None], reload: Callable[[], None]) -> Iterator[None]:
    """Handles the signals to leave and to reload, on systems that have them."""
    loop = asyncio.get_running_loop()
    handlers = {"SIGINT": leave, "SIGTERM": leave, "SIGHUP": reload}
    numbers = {
        getattr(signal, name): act for name, act in handlers.items() if hasattr(signal, name)
    }
    with suppress(NotImplementedError):
        for number, act in numbers.items():
            loop.add_signal_handler(number, act)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for number in numbers:
                loop.remove_signal_handler(number)
