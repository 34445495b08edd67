"""/reflection: daily reflections, for those who manage a server."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import discord
from discord import app_commands, ui
from discord.app_commands import Choice
from discord.ext import commands

from bot.discord_ui.channel_option import PostingChannel
from bot.discord_ui.custom_id import InContext
from bot.discord_ui.dialogs import entered, open_dialog
from bot.discord_ui.errors import report_error
from bot.discord_ui.handlers import Handlers, handles
from bot.discord_ui.moderation import ModeratorReply, may_moderate, moderate
from bot.discord_ui.notices import OUTDATED, notice
from bot.discord_ui.replies import reply
from bot.discord_ui.text_option import offered_texts
from bot.errors import UserError
from bot.features.daily.choices import WHEN
from bot.features.daily.forms import ENTRY, FORMS
from bot.features.daily.messenger import Messenger
from bot.features.daily.post_message import moment, preview
from bot.features.daily.service import ReflectionService
from bot.features.daily.setup import NO_EXCERPT, Channel, SettingUp, Typed
from bot.features.daily.states import Change, Changed, FromPost, Moderate, Save
from bot.features.daily.status import Status
from bot.features.daily.status_message import overview, stop_question, which_channel
from bot.features.daily.weekdays import SUGGESTED
from bot.features.daily.zones import find_zones
from bot.retrieval.service import TextService
from bot.translation import gettext as _
from bot.translation import later
from bot.wording import clipped

ChannelOption = app_commands.Transform[Channel, PostingChannel]

_NONE = later(
    "No channel here has a daily reflection. Set one up with `/reflection setup`: "
    "a channel, a time and a time zone."
)
_SWITCHES = {"thread", "picture", "publish"}
_FAMILY = "reflection"
_In = app_commands.describe(channel=later("Which channel, if several have one"))


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class DailyCog(
    commands.GroupCog,
    group_name=_FAMILY,
    group_description=later("A passage of the essay each day, with a question to reflect on."),
):
    """The commands and buttons with which moderators manage daily reflections."""

    def __init__(
        self,
        handlers: Handlers,
        reflections: ReflectionService,
        messenger: Messenger,
        texts: TextService,
        now: Callable[[], datetime],
    ) -> None:
        self._handlers = handlers
        self._reflections = reflections
        self._messenger = messenger
        self._now = now
        self._texts = texts
        self._setting_up = SettingUp(reflections, messenger, texts, now)

    @app_commands.command(
        description=later("Post a passage each day; you see it before it is saved.")
    )
    @app_commands.describe(
        channel=later("Where to post: a text or announcement channel, or a forum"),
        time=later("When, such as 8, 8am, 20.30 or noon"),
        timezone=later("Where that time is meant: type a city, a country or a zone"),
        days=later("On which days: every day, weekdays, Mon and Fri, …"),
        text=later("Which text to post from; without one, from all"),
        role=later("A role to notify; without one, nobody is"),
        thread=later("Open a thread for replies"),
        picture=later("Add the passage as a quote card"),
        publish=later("In an announcement channel: publish to the servers that follow it"),
        tags=later("In a forum: the tags of the posts, with commas between"),
    )
    async def setup(
        self,
        interaction: discord.Interaction,
        channel: ChannelOption,
        time: str,
        timezone: str,
        days: str | None = None,
        text: str | None = None,
        role: discord.Role | None = None,
        thread: bool | None = None,
        picture: bool | None = None,
        publish: bool | None = None,
        tags: str | None = None,
    ) -> None:
        """Shows a preview of the settings, with a button to save them."""
        typed = Typed(channel, time, timezone, days, text, role, thread, picture, publish, tags)
        work = self._setting_up.preview
        await moderate(interaction, lambda: work(interaction, typed), command=_FAMILY)

    @setup.autocomplete("timezone")
    async def _zones(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        try:
            found = find_zones(typed, self._now())
        except Exception as error:  # discord.py would log who was typing
            await report_error(error, "A suggestion")
            return []
        return [Choice(name=one.label, value=one.key) for one in found]

    @setup.autocomplete("days")
    async def _days(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        given = {typed[:100]: typed[:100]} if typed.strip() else {}
        wanted = typed.casefold().strip()
        names = {_(days): days for days in SUGGESTED}
        fitting = {name: days for name, days in names.items() if wanted in name.casefold()}
        return [Choice(name=name, value=days) for name, days in (given | fitting).items()]

    @setup.autocomplete("text")
    async def _text(self, _: discord.Interaction, typed: str) -> list[Choice[str]]:
        return offered_texts(typed, self._texts.library.essays)

    @setup.autocomplete("tags")
    async def _tags(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        chosen = getattr(interaction.namespace, "channel", None)
        guild = interaction.guild
        channel = guild.get_channel(chosen.id) if guild is not None and chosen is not None else None
        before, _, wanted = typed.rpartition(",")
        names = [
            f"{before}, {tag.name}".lstrip(", ")
            for tag in getattr(channel, "available_tags", ())
            if wanted.strip().casefold() in tag.name.casefold()
        ]
        return [Choice(name=name, value=name) for name in names if len(name) <= 100]

    @app_commands.command(description=later("How the daily reflections stand, and all you can do."))
    async def status(self, interaction: discord.Interaction) -> None:
        """The state of each channel, with buttons."""
        await self._command(interaction, "show", None)

    @app_commands.command(description=later("See the next one; only you do."))
    @_In
    async def preview(
        self, interaction: discord.Interaction, channel: ChannelOption | None = None
    ) -> None:
        """The next post, to the moderator only."""
        await self._command(interaction, "preview", channel)

    @app_commands.command(description=later("Leave out the next one."))
    @_In
    async def skip(
        self, interaction: discord.Interaction, channel: ChannelOption | None = None
    ) -> None:
        """Leaves out the next post."""
        await self._command(interaction, "skip", channel)

    @app_commands.command(description=later("Post nothing until you resume."))
    @_In
    async def pause(
        self, interaction: discord.Interaction, channel: ChannelOption | None = None
    ) -> None:
        """Pauses a channel."""
        await self._command(interaction, "pause", channel)

    @app_commands.command(description=later("Go on after a pause."))
    @_In
    async def resume(
        self, interaction: discord.Interaction, channel: ChannelOption | None = None
    ) -> None:
        """Resumes a channel."""
        await self._command(interaction, "resume", channel)

    @app_commands.command(description=later("End it for a channel; you are asked once more."))
    @_In
    async def stop(
        self, interaction: discord.Interaction, channel: ChannelOption | None = None
    ) -> None:
        """Stops a channel, after a question."""
        await self._command(interaction, "stop", channel)

    @handles(Save)
    async def _save(self, interaction: discord.Interaction, pressed: Save) -> None:
        work = self._setting_up.save
        await self._press(interaction, lambda: work(interaction, pressed))

    @handles(Moderate)
    async def _moderate(self, interaction: discord.Interaction, pressed: Moderate) -> None:
        await self._press(interaction, lambda: self._pressed(interaction, pressed))

    @handles(Change)
    async def _open_dialog(self, interaction: discord.Interaction, pressed: Change) -> None:
        if not may_moderate(interaction, _FAMILY):
            await self._press(interaction, lambda: self._changed(interaction, pressed))
            return
        try:
            form = FORMS[pressed.field]
            status = self._in(await self._standing(interaction), pressed.channel)
        except (KeyError, UserError) as error:
            view = notice(str(error) if isinstance(error, UserError) else _(OUTDATED))
            await reply(interaction, view, private=True)
            return
        control = form.control(status.setup, self._setting_up.offer(interaction, status.setup))
        label: ui.Label[Any] = ui.Label(
            text=_(form.title), description=clipped(form.hint_shown, 100), component=control
        )
        state = Changed(pressed.field, pressed.channel)
        await open_dialog(interaction, _(form.title), state, label)

    @handles(Changed)
    async def _read_dialog(self, interaction: discord.Interaction, sent: Changed) -> None:
        await self._press(interaction, lambda: self._changed(interaction, sent))

    async def _changed(
        self, interaction: discord.Interaction, sent: Change | Changed
    ) -> ModeratorReply:
        standing = await self._standing(interaction)
        status = self._in(standing, sent.channel)
        values = entered(interaction).get(ENTRY, [])
        try:
            status = await self._setting_up.change(interaction, status.setup, sent.field, values)
        except (LookupError, ValueError) as error:
            raise UserError(str(error)) from None
        said = _("Saved.")
        if sent.field in WHEN and status.next_at and status.state == "on":
            said += f" {_('The next one comes {moment}.', moment=moment(status.next_at))}"
        several = len(standing) > 1
        return ModeratorReply(
            self._setting_up.shown(interaction, status, said=said, several=several)
        )

    async def _press(
        self, interaction: discord.Interaction, work: Callable[[], Awaitable[ModeratorReply]]
    ) -> None:
        await moderate(interaction, work, in_place=True, command=_FAMILY)

    @handles(FromPost)
    async def _show_context(self, interaction: discord.Interaction, pressed: FromPost) -> None:
        context = InContext(pressed.essay, pressed.sentence)
        await self._handlers.handle(interaction, context)

    async def _command(
        self,
        interaction: discord.Interaction,
        verb: str,
        channel: Channel | None,
    ) -> None:
        work = self._commanded
        await moderate(interaction, lambda: work(interaction, verb, channel), command=_FAMILY)

    async def _commanded(
        self, interaction: discord.Interaction, verb: str, channel: Channel | None
    ) -> ModeratorReply:
        standing = await self._standing(interaction)
        if not standing:
            return ModeratorReply(notice(_(_NONE)))
        if channel is not None:
            return await self._act(interaction, verb, self._in(standing, channel.id))
        if len(standing) == 1:
            return await self._act(interaction, verb, standing[0])
        names = _names(interaction)
        if verb == "show":
            return ModeratorReply(overview(standing, names))
        return ModeratorReply(which_channel(standing, names, verb))

    async def _pressed(self, interaction: discord.Interaction, pressed: Moderate) -> ModeratorReply:
        if pressed.verb == "cancel":
            return ModeratorReply(notice(_("Nothing was saved.")))
        standing = await self._standing(interaction)
        if pressed.verb == "page":
            if not standing:
                return ModeratorReply(notice(_(_NONE)))
            return ModeratorReply(overview(standing, _names(interaction), pressed.channel))
        status = self._in(standing, pressed.channel)
        return await self._act(interaction, pressed.verb, status, several=len(standing) > 1)

    async def _act(
        self, interaction: discord.Interaction, verb: str, status: Status, several: bool = False
    ) -> ModeratorReply:
        """Does what `verb` says to a channel, and shows how it stands then."""
        setup = status.setup
        try:
            if verb == "preview":
                return await self._preview(status)
            if verb == "stop":
                return ModeratorReply(stop_question(status))
            if verb == "end":
                await self._reflections.channels.stop(setup.guild_id, setup.channel_id)
                ended = _(
                    "The daily reflection in {channel} has ended.", channel=f"<#{setup.channel_id}>"
                )
                return ModeratorReply(notice(ended))
            status, said = await self._do(interaction, verb, status)
        except LookupError as error:
            raise UserError(str(error)) from None
        if verb in ("resume", "skip") and said and status.next_at and status.state == "on":
            said += f" {_('The next one comes {moment}.', moment=moment(status.next_at))}"
        return ModeratorReply(
            self._setting_up.shown(interaction, status, said=said, several=several)
        )

    async def _do(
        self, interaction: discord.Interaction, verb: str, status: Status
    ) -> tuple[Status, str]:
        """How the channel stands after `verb`, and a sentence on what was done."""
        now, channels = self._now(), self._reflections.channels
        of_channel = (status.setup.guild_id, status.setup.channel_id)
        if verb == "pause":
            said = _("Paused. Nothing is posted until you resume.")
            return await channels.pause(*of_channel), said
        if verb == "resume":
            return await channels.resume(*of_channel, now), _("Resumed.")
        if verb == "skip" and status.state == "paused":
            return status, _("It is paused, so there is no next one to skip.")
        if verb == "skip":
            return await channels.skip(*of_channel, now), _("Skipped.")
        if verb == "another":
            status = await channels.another(*of_channel)
            said = _("Another passage comes next; that one comes later in the round.")
            return status, said
        field = verb.removeprefix("no")
        if field in _SWITCHES:
            value = not verb.startswith("no")
            return await self._setting_up.switch(interaction, status.setup, field, value), _(
                "Saved."
            )
        return status, ""

    async def _preview(self, status: Status) -> ModeratorReply:
        setup = status.setup
        try:
            post = await self._reflections.channels.upcoming(
                setup.guild_id, setup.channel_id, self._now()
            )
        except LookupError:
            raise UserError(_(NO_EXCERPT)) from None
        composed = await self._messenger.compose(post)
        return ModeratorReply(
            preview(setup, composed.items, status.next_at), composed.files, new_message=True
        )

    async def _standing(self, interaction: discord.Interaction) -> list[Status]:
        assert interaction.guild_id is not None
        return await self._reflections.channels.status(interaction.guild_id)

    def _in(self, standing: list[Status], channel_id: int) -> Status:
        for status in standing:
            if status.setup.channel_id == channel_id:
                return status
        raise UserError(
            _(
                "{channel} has no daily reflection; set one up there with `/reflection setup`.",
                channel=f"<#{channel_id}>",
            )
        )


def _names(interaction: discord.Interaction) -> Callable[[int], str]:
    guild = interaction.guild

    def name(channel_id: int) -> str:
        channel = guild.get_channel(channel_id) if guild is not None else None
        if channel is not None:
            return channel.name
        return _("deleted channel {id}", id=channel_id)

    return name
