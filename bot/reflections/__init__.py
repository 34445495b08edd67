"""Daily reflections: when they are due, what they show, and their delivery exactly once."""

from bot.reflections.backlog import backlog
from bot.reflections.channels import Channels, LastPost, Setup, Status
from bot.reflections.delivery import Pace, Reflections
from bot.reflections.posts import (
    Discord,
    Failure,
    Forbidden,
    Gone,
    Notice,
    Post,
    Retry,
    Unavailable,
)
from bot.reflections.servers import Servers
from bot.reflections.settling import Failed, Outcome, Sent
from bot.reflections.zones import ZoneError, zone

__all__ = [
    "Channels",
    "Discord",
    "Failed",
    "Failure",
    "Forbidden",
    "Gone",
    "LastPost",
    "Notice",
    "Outcome",
    "Pace",
    "Post",
    "Reflections",
    "Retry",
    "Sent",
    "Servers",
    "Setup",
    "Status",
    "Unavailable",
    "ZoneError",
    "backlog",
    "zone",
]
