"""Setting up a daily reflection: what a moderator typed, checked, previewed and saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord

from bot.discord_ui.moderation import ModeratorReply
from bot.discord_ui.notices import OUTDATED
from bot.discord_ui.text_option import find_text
from bot.errors import UserError
from bot.features.daily.choices import Setup, unpack
from bot.features.daily.clock_times import parse_time
from bot.features.daily.forms import FORMS, Offer, find_tags
from bot.features.daily.messenger import Messenger
from bot.features.daily.permissions import lacking
from bot.features.daily.post_message import moment, saving_preview
from bot.features.daily.service import ReflectionService
from bot.features.daily.states import Save
from bot.features.daily.status import Status
from bot.features.daily.status_message import status_message
from bot.features.daily.weekdays import parse_days
from bot.features.daily.zones import parse_zone
from bot.retrieval.service import TextService
from bot.translation import gettext as _
from bot.translation import later

NO_EXCERPT = later("The texts hold no passage that could be posted.")
Channel = discord.TextChannel | discord.ForumChannel


@dataclass(frozen=True, slots=True)
class Typed:
    """What was given to `/reflection setup`; None was left out, and stays as it was."""

    channel: Channel
    time: str
    zone: str
    days: str | None = None
    text: str | None = None
    role: discord.Role | None = None
    thread: bool | None = None
    picture: bool | None = None
    publish: bool | None = None
    tags: str | None = None


class SettingUp:
    """The way from what was typed to what is saved. Nothing is set up before it was previewed."""

    def __init__(
        self,
        reflections: ReflectionService,
        messenger: Messenger,
        texts: TextService,
        now: Callable[[], datetime],
    ) -> None:
        self._reflections = reflections
        self._messenger = messenger
        self._texts = texts
        self._now = now

    async def preview(self, interaction: discord.Interaction, typed: Typed) -> ModeratorReply:
        """What would be saved, with the buttons to do so. Raises UserError."""
        assert interaction.guild_id is not None
        now = self._now()
        chosen = {
            "guild_id": interaction.guild_id,
            "channel_id": typed.channel.id,
            "set_up_by": interaction.user.id,
            "local_time": parse_time(typed.time),
            "zone": parse_zone(typed.zone, now),
        } | self._given(typed)
        before = await self._of(interaction.guild_id, typed.channel.id)
        setup = Setup(**((before.setup.columns() if before else {}) | chosen))
        check(interaction, setup)
        try:
            post = await self._reflections.channels.preview(setup, now)
        except LookupError:
            raise UserError(_(NO_EXCERPT)) from None
        composed = await self._messenger.compose(post)
        title = self.title(setup)
        view = saving_preview(setup, title, post.due, composed.items, changes=before is not None)
        return ModeratorReply(view, composed.files)

    async def save(self, interaction: discord.Interaction, pressed: Save) -> ModeratorReply:
        """Saves what was previewed. Raises UserError."""
        assert interaction.guild_id is not None
        essays = [essay.id for essay in self._texts.library.essays]
        try:
            setup = unpack(pressed.settings, interaction.guild_id, interaction.user.id, essays)
        except LookupError as error:
            raise UserError(str(error)) from None
        except ValueError:
            raise UserError(_(OUTDATED)) from None
        check(interaction, setup)
        status = await self._reflections.channels.setup(setup, self._now())
        said = _("Saved.")
        if status.next_at:
            said += f" {_('The first one comes {moment}.', moment=moment(status.next_at))}"
        return ModeratorReply(self.shown(interaction, status, said=said))

    async def switch(
        self, interaction: discord.Interaction, setup: Setup, field: str, value: Any
    ) -> Status:
        """Gives one field another value. Raises UserError, and LookupError if it was stopped."""
        changed = Setup(**(setup.columns() | {field: value}))
        if field == "role_id":
            check(interaction, changed)
        else:
            check_channel(interaction, changed)
        return await self._reflections.channels.change(
            setup.guild_id, setup.channel_id, {field: value}, self._now()
        )

    async def change(
        self, interaction: discord.Interaction, setup: Setup, field: str, entered: list[str]
    ) -> Status:
        """Gives one field the value that was entered into its dialog. Raises as `switch` does."""
        value = FORMS[field].read(entered, self.offer(interaction, setup))
        return await self.switch(interaction, setup, field, value)

    def offer(self, interaction: discord.Interaction, setup: Setup) -> Offer:
        """What there is to choose from for a channel."""
        return Offer(self._texts.library.essays, tags_of(interaction, setup), self._now())

    def title(self, setup: Setup) -> str | None:
        """The title of the text to post from, where that is chosen of several."""
        essay = self._texts.library.essay(setup.essay) if setup.essay else None
        return essay.title if essay and len(self._texts.library.essays) > 1 else None

    def shown(
        self,
        interaction: discord.Interaction,
        status: Status,
        *,
        said: str = "",
        several: bool = False,
    ) -> discord.ui.LayoutView:
        """A channel's status with all that can be done to it."""
        fields = [field for field in FORMS if self._changes(interaction, status.setup, field)]
        return status_message(
            status,
            self.title(status.setup),
            fields,
            kind=kind_of(interaction, status.setup),
            said=said,
            several=several,
        )

    def _changes(self, interaction: discord.Interaction, setup: Setup, field: str) -> bool:
        if field == "essay":
            return len(self._texts.library.essays) > 1
        return field != "tags" or bool(tags_of(interaction, setup))

    def _given(self, typed: Typed) -> dict[str, Any]:
        """The fields that were given, as `Setup` has them. Raises UserError."""
        given: dict[str, Any] = {"thread": typed.thread, "picture": typed.picture}
        if typed.days is not None:
            given["days"] = parse_days(typed.days)
        if typed.text is not None:
            given["essay"] = find_text(typed.text, self._texts.library.essays).id
        if typed.role is not None:
            given["role_id"] = typed.role.id
        given["publish"] = typed.publish
        if typed.tags is not None:
            tags: Sequence[discord.ForumTag] = getattr(typed.channel, "available_tags", ())
            given["tags"] = find_tags(typed.tags, tags)
        if isinstance(typed.channel, discord.ForumChannel):
            given["thread"] = False  # each of its posts is a thread
        return {name: value for name, value in given.items() if value is not None}

    async def _of(self, guild_id: int, channel_id: int) -> Status | None:
        standing = await self._reflections.channels.status(guild_id)
        return next((one for one in standing if one.setup.channel_id == channel_id), None)


def kind_of(interaction: discord.Interaction, setup: Setup) -> str:
    """The kind of the channel: "text", "announcement" or "forum"."""
    channel = interaction.guild.get_channel(setup.channel_id) if interaction.guild else None
    if isinstance(channel, discord.ForumChannel):
        return "forum"
    news = isinstance(channel, discord.TextChannel) and channel.is_news()
    return "announcement" if news else "text"


def tags_of(interaction: discord.Interaction, setup: Setup) -> Sequence[discord.ForumTag]:
    """The tags of the channel; none if it is no forum."""
    channel = interaction.guild.get_channel(setup.channel_id) if interaction.guild else None
    return channel.available_tags if isinstance(channel, discord.ForumChannel) else ()


def check(interaction: discord.Interaction, chosen: Setup) -> None:
    """Raises UserError if the bot may not post that way, or the moderator not notify that role."""
    channel = _channel(interaction, chosen)
    if chosen.role_id is not None:
        _check_role(interaction, channel, chosen.role_id)
    check_channel(interaction, chosen)


def check_channel(interaction: discord.Interaction, chosen: Setup) -> None:
    """Raises UserError if the bot may not post that way."""
    channel = _channel(interaction, chosen)
    if missing := lacking(channel, chosen):
        names = ", ".join(f"**{_(name)}**" for name in missing)
        raise UserError(
            _(
                "Nothing is saved: in {channel} I lack {permissions}. "
                "Give me that in the channel's settings (Permissions), then try again.",
                channel=channel.mention,
                permissions=names,
            )
        )
    if chosen.publish and not (isinstance(channel, discord.TextChannel) and channel.is_news()):
        raise UserError(_("Only posts in an announcement channel can be published to followers."))
    if isinstance(channel, discord.ForumChannel) and channel.flags.require_tag and not chosen.tags:
        raise UserError(
            _(
                "{channel} wants a tag on each post; name one with the option `tags`.",
                channel=channel.mention,
            )
        )


def _channel(interaction: discord.Interaction, chosen: Setup) -> discord.abc.GuildChannel:
    channel = interaction.guild.get_channel(chosen.channel_id) if interaction.guild else None
    if channel is None:
        raise UserError(_("I cannot see that channel; let me into it, or choose another."))
    return channel


def _check_role(
    interaction: discord.Interaction, channel: discord.abc.GuildChannel, role_id: int
) -> None:
    role = channel.guild.get_role(role_id)
    if role is None:
        raise UserError(_("The role to notify no longer exists; choose another."))
    if role.is_default():
        raise UserError(_("I never notify everyone; choose a role that members can have or not."))
    member = interaction.user
    held = channel.permissions_for(member) if isinstance(member, discord.Member) else None
    if not role.mentionable and not (held and held.mention_everyone):
        raise UserError(
            _(
                "You may not mention {role} yourself, so I do not either; choose another "
                "role, or let anyone mention that one (Server Settings, Roles).",
                role=role.mention,
            )
        )
