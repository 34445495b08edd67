"""`attune playground`: the same bot in a simulated server, shown in a local browser page."""

import asyncio
import errno
import os
import re
import signal
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import discord
from discord import Permissions, ui

from bot.client import Attune, create_bot
from bot.discord_ui.components import button, layout
from bot.discord_ui.custom_id import Ask
from bot.discord_ui.notices import notice
from bot.errors import UserError
from bot.settings import Settings
from bot.storage import DatabaseError

if TYPE_CHECKING:
    from simcord import ChannelHandle, Env, MemberActor
    from simcord.preview import Preview


class PlaygroundError(UserError):
    """The playground cannot open; its str says why and what to do."""


def run(settings: Settings, port: int | None, open_browser: bool) -> int:
    """Opens the playground on 127.0.0.1, until Ctrl-C or until its page ends it. Returns 0.

    `port` None takes a free one. Raises UserError, with one sentence, if the simulation is not
    installed, the port is taken or a text cannot be used.
    """
    with suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(_play(settings, port, open_browser))
    return 0


async def _play(settings: Settings, port: int | None, open_browser: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="attune-playground-") as folder:
        nothing_lasting = {"state_dir": Path(folder), "database_url": None, "sync_guild": None}
        bot = create_bot(settings.model_copy(update=nothing_lasting))
        async with _simulated(bot) as env:
            channel, members = _people(env)
            await _greet(bot, channel.id)
            understand_typing(env, bot)
            try:
                await _serve(env, bot, channel, members, port, open_browser)
            finally:
                await bot.close_database()


async def _greet(bot: Attune, channel: int) -> None:
    assert bot.user is not None
    await bot.user.edit(username="Attune")
    greeting = _greeting(await bot.texts.suggest("", 3))
    await bot.get_partial_messageable(channel).send(view=greeting)


def understand_typing(env: "Env", bot: Attune) -> None:
    """Makes a typed "@Attune" a mention, as Discord's own box does; and says once how to be read.

    Discord gives the bot the words of mentions and replies alone, and so does the simulation.
    """
    assert bot.user is not None
    me, hinted = bot.user, False
    make = env.backend.create_message

    def make_message(channel_id: int, author_id: int, content: str | None = "", **more: Any) -> Any:
        if author_id != me.id:
            content = _TYPED_MENTION.sub(me.mention, content or "")
        return make(channel_id, author_id, content, **more)

    async def hint(message: discord.Message) -> None:
        nonlocal hinted
        if hinted or message.author.bot or me in message.mentions:
            return
        hinted = True
        await message.channel.send(view=notice(_HINT.format(me=me.mention)))

    env.backend.create_message = make_message  # type: ignore[method-assign]
    bot.add_listener(hint, "on_message")


_TYPED_MENTION = re.compile(r"@attune\b", re.IGNORECASE)
_HINT = (
    "I read only what is meant for me. Type {me} and your question, reply to one of my answers, or "
    "use `/ask`."
)


@asynccontextmanager
async def _simulated(bot: Attune) -> AsyncIterator["Env"]:
    """A Discord in this process, at today's date, with the bot in it."""
    try:
        import simcord
    except ImportError:
        raise PlaygroundError(
            "the playground needs simcord; install it with: pip install 'simcord[preview]'"
        ) from None
    env = simcord.Env(bot)
    env.backend.advance_clock(max(0.0, (bot.now() - env.now()).total_seconds()))
    await env.start()
    try:
        with env.time_context():
            yield env
    finally:
        await env.shutdown()


def _people(env: "Env") -> tuple["ChannelHandle", list["MemberActor"]]:
    """A small server: two channels, a moderator and two members."""
    guild = env.create_guild("The reading circle")
    channel = guild.create_text_channel("essay", topic="Read the essay, and ask it.")
    guild.create_text_channel("daily-passage", topic="One passage a day.")
    moderators = guild.create_role(
        "Moderators", permissions=Permissions(manage_guild=True, manage_channels=True)
    )
    members = [guild.add_member(env.create_user(name.lower(), global_name=name)) for name in _NAMES]
    moderator = env.create_user("morgan", global_name="Morgan (moderator)")
    return channel, [*members, guild.add_member(moderator, roles=[moderators])]


_NAMES = ("Ada", "Ben")
_TICK = 2.0  # seconds


async def _serve(
    env: "Env",
    bot: Attune,
    channel: "ChannelHandle",
    members: list["MemberActor"],
    port: int | None,
    open_browser: bool,
) -> None:
    from simcord import SetupError

    async with AsyncExitStack() as stack:
        page = env.preview(channel, viewers=members, layout="channel", port=port)
        try:
            preview = await stack.enter_async_context(page)
        except SetupError as error:
            raise PlaygroundError(_said(error, port)) from None
        print(f"Attune's playground is open at {preview.url}")
        print("It runs on this computer only. Ctrl-C ends it.", flush=True)
        if open_browser:
            webbrowser.open(preview.url)
        _end_on_sigterm()
        reflections = asyncio.create_task(_post_what_is_due(bot, preview))
        stack.callback(reflections.cancel)
        await preview.wait_closed()


def _said(error: Exception, port: int | None) -> str:
    reason = error.__cause__
    if port is None or not isinstance(reason, OSError):
        return f"the playground cannot open: {error}; fix that and try again"
    if reason.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program; choose another with --port"
    # asyncio words it at length; the system's own word is enough.
    why = os.strerror(reason.errno).lower() if reason.errno else str(reason)
    return f"port {port} cannot be used ({why}); choose another with --port"


async def _post_what_is_due(bot: Attune, preview: "Preview") -> None:
    """Ticks for the bot, whose own timers stand still in the simulation."""
    from simcord import SetupError

    while True:
        await asyncio.sleep(_TICK)
        with suppress(DatabaseError):
            if await bot.reflections.deliver_due(bot.now()):
                with suppress(SetupError):  # a visitor is doing something, which refreshes too
                    await preview.refresh()


def _end_on_sigterm() -> None:
    serving = asyncio.current_task()
    if serving is not None:
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, serving.cancel)


def _greeting(questions: Sequence[str]) -> ui.LayoutView:
    """What to try in the playground."""
    words = """\
### Welcome to the playground
The real bot, in a server that exists on this computer only. Try this in the box below:
- Type `/ask` and a question of yours; while you type, it suggests some.
- Type `@Attune` and a question, then reply to the answer: “why is that?”
- Press the buttons under an answer: its context, the next passage, a card.
- Use `/quote`, `/essay read`, `/essay topics`, or `/help`.
- As the moderator, let `/reflection setup` post a passage here each day, the first in a minute.

-# At the top of the page you choose who you are: a member, or the moderator."""
    items: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(words)]
    items += [ui.ActionRow(button(question, Ask(question))) for question in questions]
    return layout(ui.Container(*items))
