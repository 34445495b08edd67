"""/reflection: daily reflections, for those who manage a server."""

from collections.abc import Callable
from datetime import datetime, timedelta

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.discord_ui.custom_id import InContext
from bot.discord_ui.errors import explain
from bot.discord_ui.handlers import Handlers, handles
from bot.discord_ui.moderation import Shown, moderate
from bot.discord_ui.notices import notice
from bot.errors import UserError
from bot.features.daily.messenger import Messenger
from bot.features.daily.post_message import moment, preview
from bot.features.daily.service import ReflectionService
from bot.features.daily.setup import SettingUp, Typed
from bot.features.daily.states import FromPost, Moderate, Save
from bot.features.daily.status import Status
from bot.features.daily.status_message import overview, status_message, stop_question, which_channel
from bot.features.daily.zones import find_zones

_NONE = (
    "No channel here has a daily reflection. Set one up with `/reflection setup`: "
    "a channel, a time and a time zone."
)
_CHANGES = {"thread", "nothread", "picture", "nopicture", "unrole"}
_In = app_commands.describe(channel="Which channel, if several have one")


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class DailyCog(
    commands.GroupCog,
    group_name="reflection",
    group_description="A passage of the essay each day, with a question to reflect on.",
):
    """What moderators do to the daily reflections of their server, by commands and buttons."""

    def __init__(
        self,
        handlers: Handlers,
        reflections: ReflectionService,
        messenger: Messenger,
        now: Callable[[], datetime],
    ) -> None:
        self._handlers = handlers
        self._reflections = reflections
        self._messenger = messenger
        self._now = now
        self._setting_up = SettingUp(reflections, messenger)

    @app_commands.command(description="Post a passage each day; you see it before it is saved.")
    @app_commands.describe(
        channel="Where to post",
        time="When, such as 8, 8am, 20.30 or noon",
        timezone="Where that time is meant: type a city, a country or a zone",
        role="A role to notify; without one, nobody is",
        thread="Open a thread for replies",
        picture="Add the passage as a quote card",
    )
    async def setup(
        self,
        interaction: discord.Interaction,
        channel: discord.TextChannel,
        time: str,
        timezone: str,
        role: discord.Role | None = None,
        thread: bool | None = None,
        picture: bool | None = None,
    ) -> None:
        """Previews the settings, to be saved."""
        typed = Typed(channel, time, timezone, role, thread, picture)
        work = self._setting_up.preview
        await moderate(interaction, lambda: work(interaction, typed, self._now()))

    @setup.autocomplete("timezone")
    async def _zones(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        try:
            found = find_zones(typed, self._now())
        except Exception as error:  # discord.py would log who was typing
            await explain(error, "A suggestion")
            return []
        return [Choice(name=one.label, value=one.key) for one in found]

    @app_commands.command(description="How the daily reflections stand, and all you can do.")
    async def status(self, interaction: discord.Interaction) -> None:
        """The state of each channel, with buttons."""
        await self._command(interaction, "show", None)

    @app_commands.command(description="See the next one; only you do.")
    @_In
    async def preview(
        self, interaction: discord.Interaction, channel: discord.TextChannel | None = None
    ) -> None:
        """The next post, to the moderator only."""
        await self._command(interaction, "preview", channel)

    @app_commands.command(description="Leave out the next one.")
    @_In
    async def skip(
        self, interaction: discord.Interaction, channel: discord.TextChannel | None = None
    ) -> None:
        """Leaves out the next post."""
        await self._command(interaction, "skip", channel)

    @app_commands.command(description="Post nothing until you resume.")
    @_In
    async def pause(
        self, interaction: discord.Interaction, channel: discord.TextChannel | None = None
    ) -> None:
        """Pauses a channel."""
        await self._command(interaction, "pause", channel)

    @app_commands.command(description="Go on after a pause.")
    @_In
    async def resume(
        self, interaction: discord.Interaction, channel: discord.TextChannel | None = None
    ) -> None:
        """Resumes a channel."""
        await self._command(interaction, "resume", channel)

    @app_commands.command(description="End it for a channel; you are asked once more.")
    @_In
    async def stop(
        self, interaction: discord.Interaction, channel: discord.TextChannel | None = None
    ) -> None:
        """Stops a channel, after a question."""
        await self._command(interaction, "stop", channel)

    @handles(Save)
    async def _save(self, interaction: discord.Interaction, pressed: Save) -> None:
        work = self._setting_up.save
        await moderate(interaction, lambda: work(interaction, pressed, self._now()), in_place=True)

    @handles(Moderate)
    async def _moderate(self, interaction: discord.Interaction, pressed: Moderate) -> None:
        await moderate(interaction, lambda: self._pressed(interaction, pressed), in_place=True)

    @handles(FromPost)
    async def _show_context(self, interaction: discord.Interaction, pressed: FromPost) -> None:
        context = InContext(pressed.essay, pressed.place)
        await self._handlers.handle(interaction, context)

    async def _command(
        self,
        interaction: discord.Interaction,
        verb: str,
        channel: discord.TextChannel | None,
    ) -> None:
        await moderate(interaction, lambda: self._commanded(interaction, verb, channel))

    async def _commanded(
        self, interaction: discord.Interaction, verb: str, channel: discord.TextChannel | None
    ) -> Shown:
        standing = await self._standing(interaction)
        if not standing:
            return Shown(notice(_NONE))
        if channel is not None:
            return await self._act(interaction, verb, self._in(standing, channel.id))
        if len(standing) == 1:
            return await self._act(interaction, verb, standing[0])
        names = _names(interaction)
        if verb == "show":
            return Shown(overview(standing, names))
        return Shown(which_channel(standing, names, verb))

    async def _pressed(self, interaction: discord.Interaction, pressed: Moderate) -> Shown:
        if pressed.verb == "cancel":
            return Shown(notice("Nothing was saved."))
        standing = await self._standing(interaction)
        if pressed.verb == "page":
            if not standing:
                return Shown(notice(_NONE))
            return Shown(overview(standing, _names(interaction), pressed.channel))
        status = self._in(standing, pressed.channel)
        return await self._act(interaction, pressed.verb, status, several=len(standing) > 1)

    async def _act(
        self, interaction: discord.Interaction, verb: str, status: Status, several: bool = False
    ) -> Shown:
        """Does what `verb` says to a channel, and shows how it stands then."""
        now, channels, setup = self._now(), self._reflections.channels, status.setup
        said = ""
        if verb == "preview":
            return await self._preview(status, now)
        if verb == "stop":
            return Shown(stop_question(status))
        try:
            if verb == "end":
                await channels.stop(setup.guild_id, setup.channel_id)
                return Shown(notice(f"The daily reflection in <#{setup.channel_id}> has ended."))
            if verb == "pause":
                status = await channels.pause(setup.guild_id, setup.channel_id)
                said = "Paused. Nothing is posted until you resume."
            elif verb == "resume":
                status = await channels.resume(setup.guild_id, setup.channel_id, now)
                said = "Resumed."
            elif verb == "skip" and status.state == "paused":
                said = "It is paused, so there is no next one to skip."
            elif verb == "skip":
                status = await channels.skip(setup.guild_id, setup.channel_id, now)
                said = "Skipped."
            elif verb in _CHANGES:
                status = await self._setting_up.change(interaction, status, verb)
                said = "Saved."
        except LookupError as error:
            raise UserError(str(error)) from None
        if said and verb in ("resume", "skip") and status.next_at and status.state == "on":
            said += f" The next one comes {moment(status.next_at)}."
        return Shown(status_message(status, said=said, several=several))

    async def _preview(self, status: Status, now: datetime) -> Shown:
        due = status.next_at
        just_before = due - timedelta(seconds=1) if due else now
        post = await self._setting_up.next_post(status.setup, just_before)
        composed = await self._messenger.compose(post)
        return Shown(preview(status.setup, composed.items, due), composed.files, fresh=True)

    async def _standing(self, interaction: discord.Interaction) -> list[Status]:
        assert interaction.guild_id is not None
        return await self._reflections.channels.status(interaction.guild_id)

    def _in(self, standing: list[Status], channel_id: int) -> Status:
        for status in standing:
            if status.setup.channel_id == channel_id:
                return status
        raise UserError(
            f"<#{channel_id}> has no daily reflection; set one up there with `/reflection setup`."
        )


def _names(interaction: discord.Interaction) -> Callable[[int], str]:
    guild = interaction.guild

    def name(channel_id: int) -> str:
        channel = guild.get_channel(channel_id) if guild is not None else None
        return channel.name if channel is not None else f"deleted channel {channel_id}"

    return name
