"""Setting up a daily reflection: what a moderator typed, checked, previewed and saved."""

from dataclasses import dataclass, replace
from datetime import datetime

import discord

from bot.discord_ui.markdown import harmless
from bot.discord_ui.moderation import Shown
from bot.errors import UserError
from bot.features.daily.choices import Setup
from bot.features.daily.clock_times import parse_time
from bot.features.daily.messenger import Messenger
from bot.features.daily.permissions import lacking
from bot.features.daily.post_message import moment, saving_preview
from bot.features.daily.posts import Post
from bot.features.daily.service import ReflectionService
from bot.features.daily.states import Save
from bot.features.daily.status import Status
from bot.features.daily.status_message import status_message
from bot.features.daily.zones import find_zones

NO_EXCERPT = "The texts hold no passage that could be posted."


@dataclass(frozen=True, slots=True)
class Typed:
    """What was given to `/reflection setup`; None was left out, and stays as it was."""

    channel: discord.TextChannel
    time: str
    zone: str
    role: discord.Role | None
    thread: bool | None
    picture: bool | None


class SettingUp:
    """The way from what was typed to what is saved. Nothing is saved before it was previewed."""

    def __init__(self, reflections: ReflectionService, messenger: Messenger) -> None:
        self._reflections = reflections
        self._messenger = messenger

    async def preview(self, interaction: discord.Interaction, typed: Typed, now: datetime) -> Shown:
        """What would be saved, with the buttons to do so. Raises UserError."""
        assert interaction.guild_id is not None
        local_time, zone = parse_time(typed.time), _zone(typed.zone, now)
        before = await self.of(interaction.guild_id, typed.channel.id)
        role, thread, picture = _kept(typed, before.setup if before else None)
        chosen = Setup(
            guild_id=interaction.guild_id,
            channel_id=typed.channel.id,
            local_time=local_time,
            zone=zone,
            set_up_by=interaction.user.id,
            role_id=role,
            thread=thread,
            picture=picture,
        )
        check(interaction, chosen)
        post = await self.next_post(chosen, now)
        composed = await self._messenger.compose(post)
        view = saving_preview(chosen, post.due, composed.items, changes=before is not None)
        return Shown(view, composed.files)

    async def save(self, interaction: discord.Interaction, pressed: Save, now: datetime) -> Shown:
        """Saves what was previewed. Raises UserError."""
        assert interaction.guild_id is not None
        chosen = pressed.setup(interaction.guild_id, interaction.user.id)
        before = await self.of(interaction.guild_id, chosen.channel_id)
        if before is not None:
            chosen = replace(chosen, essay=before.setup.essay)
        check(interaction, chosen)
        status = await self._reflections.channels.setup(chosen, now)
        first = f" The first one comes {moment(status.next_at)}." if status.next_at else ""
        return Shown(status_message(status, said=f"Saved.{first}"))

    async def change(self, interaction: discord.Interaction, status: Status, verb: str) -> Status:
        """Turns one setting on or off, as a button says. Raises UserError."""
        changed = status.setup
        match verb:
            case "thread" | "nothread":
                changed = replace(changed, thread=verb == "thread")
            case "picture" | "nopicture":
                changed = replace(changed, picture=verb == "picture")
            case "unrole":
                changed = replace(changed, role_id=None)
        check_channel(interaction, changed)
        return await self._reflections.channels.alter(changed)

    async def next_post(self, chosen: Setup, now: datetime) -> Post:
        """What would be posted next after `now`. Raises UserError."""
        try:
            return await self._reflections.channels.preview(chosen, now)
        except LookupError:
            raise UserError(NO_EXCERPT) from None

    async def of(self, guild_id: int, channel_id: int) -> Status | None:
        """How the channel's reflection stands, if it has one. Raises DatabaseError."""
        standing = await self._reflections.channels.status(guild_id)
        return next((one for one in standing if one.setup.channel_id == channel_id), None)


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
        names = ", ".join(f"**{name}**" for name in missing)
        raise UserError(
            f"Nothing is saved: in {channel.mention} I lack {names}. "
            "Give me that in the channel's settings (Permissions), then try again."
        )


def _channel(interaction: discord.Interaction, chosen: Setup) -> discord.abc.GuildChannel:
    channel = interaction.guild.get_channel(chosen.channel_id) if interaction.guild else None
    if channel is None:
        raise UserError("I cannot see that channel; let me into it, or choose another.")
    return channel


def _check_role(
    interaction: discord.Interaction, channel: discord.abc.GuildChannel, role_id: int
) -> None:
    role = channel.guild.get_role(role_id)
    if role is None:
        raise UserError("The role to notify no longer exists; choose another.")
    if role.is_default():
        raise UserError("I never notify everyone; choose a role that members can have or not.")
    member = interaction.user
    held = channel.permissions_for(member) if isinstance(member, discord.Member) else None
    if not role.mentionable and not (held and held.mention_everyone):
        raise UserError(
            f"You may not mention {role.mention} yourself, so I do not either; choose another "
            "role, or let anyone mention that one (Server Settings, Roles)."
        )


def _zone(typed: str, now: datetime) -> str:
    """The zone that was typed or chosen. Raises UserError if it could be several or none."""
    found = find_zones(typed.strip(), now, limit=4)
    exact = [one.key for one in found if one.key.casefold() == typed.strip().casefold()]
    if exact or len(found) == 1:
        return (exact or [found[0].key])[0]
    shown = harmless(typed, 50)
    if not found:
        raise UserError(
            f"I know no time zone “{shown}”; type a city or a country there and choose from the "
            "list, such as Europe/London."
        )
    names = ", ".join(f"**{one.key}**" for one in found[:3])
    raise UserError(f"“{shown}” can mean several time zones, such as {names}; choose one of them.")


def _kept(typed: Typed, old: Setup | None) -> tuple[int | None, bool, bool]:
    """Role, thread and picture: as typed, and what was left out as it was."""
    role_id, thread, picture = (
        (old.role_id, old.thread, old.picture) if old is not None else (None, False, False)
    )
    return (
        typed.role.id if typed.role is not None else role_id,
        typed.thread if typed.thread is not None else thread,
        typed.picture if typed.picture is not None else picture,
    )
