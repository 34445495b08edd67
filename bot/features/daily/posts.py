"""A post, the way to Discord that delivers it, and how that can fail."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Protocol

from bot.translation import gettext as _
from bot.translation import later
from bot.wording import day_named


@dataclass(frozen=True, slots=True)
class Post:
    """One daily post, ready to be laid out.

    `essay` is the text's id; `paragraph` and `sentences` count from 1 as in `Essay`; `reflection`
    is the paragraph's question for today, if it has any. `nonce` (up to 25 characters) is the
    same for every try of the same channel and local date. `late` says that the post comes well
    after `due`; `thread` is the name of the thread to open, `picture` whether a quote card is
    wanted. Only `role_id` may be mentioned. In an announcement channel, `publish` sends the post to
    the servers that follow it; in a forum, `tags` are the ids of its tags.
    """

    guild_id: int
    channel_id: int
    role_id: int | None
    essay: str
    paragraph: int
    sentences: tuple[int, ...]
    reflection: str | None
    nonce: str
    local_date: date
    due: datetime
    late: bool
    picture: bool
    thread: str | None
    publish: bool = False
    tags: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a server's moderators should know: the posts to a channel fail, and why.

    `paused` says that the bot has given up until a moderator resumes it.
    """

    guild_id: int
    channel_id: int
    set_up_by: int
    reason: str
    paused: bool


class Transport(Protocol):
    """The way to Discord. Every method may raise a `Failure`; anything else counts as one."""

    async def send(self, post: Post) -> int:
        """Sends the post with its nonce enforced, and returns the message's id.

        In a forum that is a new forum post, whose first message has the forum post's own id.
        """
        ...

    async def find(self, post: Post, since: datetime) -> int | None:
        """The id of the bot's own message for `post.nonce` in the channel since `since`, if any.

        A channel's history gives no nonces back, so `send` must put the nonce where history
        shows it, such as in the custom id of a button.
        """
        ...

    async def start_thread(self, post: Post, message_id: int) -> None:
        """Opens the thread `post.thread` on the message; succeeds if it is open already."""
        ...

    async def publish(self, post: Post, message_id: int) -> None:
        """Publishes the message to the servers that follow its channel; succeeds if it was."""
        ...

    async def notify(self, notice: Notice) -> None:
        """Tells the moderators where they can see it, or does nothing where nobody can."""
        ...


_LACKS = later("The bot lacks the permission “{permission}” in the channel.")
_WITH_VALUES = (
    _LACKS,
    later("Discord did not take it ({status})."),
    later("Discord answered with {status}."),
)


def in_words(reason: str) -> str:
    """A `Failure.reason`, which is kept in English, in the language of the moment."""
    for text in _WITH_VALUES:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(text))
        if found := re.fullmatch(pattern, reason):
            return _(text, **{name: _(value) for name, value in found.groupdict().items()})
    return _(reason)


class Failure(Exception):
    """Discord did not do what was asked; `reason` is an English sentence, see `in_words`.

    `lasting` says that somebody has to change something before it can succeed.
    """

    lasting: ClassVar[bool] = False

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Gone(Failure):
    """The channel, or the bot's place in the server, no longer exists (404)."""

    lasting = True

    def __init__(self, reason: str = later("The channel no longer exists.")) -> None:
        super().__init__(reason)


class Refused(Failure):
    """Discord refuses it until a moderator changes something; `reason` says what."""

    lasting = True


class Forbidden(Refused):
    """The bot lacks `permission` (as Discord's settings name it) in the channel (403)."""

    def __init__(self, permission: str) -> None:
        super().__init__(_LACKS.format(permission=permission))
        self.permission = permission


class Retry(Failure):
    """Discord asks to wait for `after` seconds (429)."""

    def __init__(self, after: float) -> None:
        super().__init__(later("Discord asked the bot to slow down."))
        self.after = after


class Unavailable(Failure):
    """Discord did not answer, or with an error of its own; the message may have been made."""

    def __init__(self, reason: str = later("Discord did not answer.")) -> None:
        super().__init__(reason)


def nonce(channel_id: int, local_date: date) -> str:
    """The nonce of the post for a channel and local date: at most 24 letters and digits."""
    return f"{channel_id:x}{local_date.isoformat().replace('-', '')}"


def thread_name(local_date: date) -> str:
    """The name of the thread for a post: "Reflection for 23 November 2026"."""
    return _("Reflection for {day}", day=day_named(local_date))
