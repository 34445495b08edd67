"""The custom-id states of daily reflections; see `bot.discord_ui.custom_id`."""

from dataclasses import dataclass

from bot.discord_ui.custom_id import State
from bot.discord_ui.quotation import SentenceRef


@dataclass(frozen=True)
class FromPost(State, action="reflection"):
    """The context of a posted passage. The nonce is how the bot finds its post in a channel."""

    nonce: str
    essay: str
    sentence: SentenceRef


@dataclass(frozen=True)
class Moderate(State, action="moderate"):
    """What a moderator does to the daily reflection of a channel; 0 is all channels."""

    verb: str
    channel: int


@dataclass(frozen=True)
class Change(State, action="change"):
    """Opens the dialog to change one field of a channel's `Setup`."""

    field: str
    channel: int


@dataclass(frozen=True)
class Changed(State, action="changed"):
    """What was entered into that dialog."""

    field: str
    channel: int


@dataclass(frozen=True)
class Save(State, action="set"):
    """Settings that a moderator has seen a preview of, as `choices.pack` writes them."""

    settings: str
