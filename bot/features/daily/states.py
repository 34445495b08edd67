"""What the controls of daily reflections carry; see `bot.discord_ui.custom_id`."""

from dataclasses import dataclass
from datetime import time

from bot.discord_ui.custom_id import State
from bot.discord_ui.quotation import Place
from bot.features.daily.choices import Setup


@dataclass(frozen=True)
class FromPost(State, action="reflection"):
    """The context of a posted passage. The nonce is how the bot finds its post in a channel."""

    nonce: str
    essay: str
    place: Place


@dataclass(frozen=True)
class Moderate(State, action="moderate"):
    """What a moderator does to the daily reflection of a channel; 0 is all channels."""

    verb: str
    channel: int


@dataclass(frozen=True)
class Save(State, action="save"):
    """Settings that a moderator has seen a preview of; `at` is hour and minute as HHMM."""

    channel: int
    at: int
    role: int
    thread: int
    picture: int
    zone: str

    @classmethod
    def of(cls, setup: Setup) -> "Save":
        """The settings `setup`."""
        at = setup.local_time.hour * 100 + setup.local_time.minute
        flags = (int(setup.thread), int(setup.picture))
        return cls(setup.channel_id, at, setup.role_id or 0, *flags, setup.zone)

    def setup(self, guild_id: int, set_up_by: int) -> Setup:
        """The settings, as they were."""
        return Setup(
            guild_id=guild_id,
            channel_id=self.channel,
            local_time=time(*divmod(self.at, 100)),
            zone=self.zone,
            set_up_by=set_up_by,
            role_id=self.role or None,
            thread=bool(self.thread),
            picture=bool(self.picture),
        )
