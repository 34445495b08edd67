"""What Discord holds: people, servers, channels, messages, and nonces that are still known."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import count
from typing import Any

Json = dict[str, Any]

TOKEN = "MTIzNDU2.secret-token.of-this-test"  # noqa: S105  # nobody's
APPLICATION = 1001
NONCE_SECONDS = 300.0
_EPOCH = 1_420_070_400_000  # milliseconds; Discord counts from 2015
_COMPONENTS_V2 = 1 << 15
_EVERYTHING = str((1 << 53) - 1)
_TEXT, _DIRECT = 0, 1


class World:
    """The state behind gateway and REST. `now` dates it, in UTC; `clock` counts its seconds."""

    def __init__(
        self,
        now: Callable[[], datetime] | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self.now = now or (lambda: datetime.now(UTC))
        self.clock = clock or (lambda: self.now().timestamp())
        self.token: str | None = TOKEN
        self.me = user(APPLICATION, "Attune") | {"bot": True}
        self.users: dict[int, Json] = {APPLICATION: self.me}
        self.guilds: dict[int, Json] = {}
        self.channels: dict[int, Json] = {}
        self.messages: dict[int, dict[int, Json]] = defaultdict(dict)
        self.commands: dict[int | None, list[Json]] = {}
        self.nonce_seconds = NONCE_SECONDS
        self._nonces: dict[tuple[int, str], tuple[float, Json]] = {}
        self._numbers = count()

    def snowflake(self) -> int:
        """A new id, which tells when it was made."""
        milliseconds = int(self.now().timestamp() * 1000) - _EPOCH
        return milliseconds << 22 | next(self._numbers) & 0x3FFFFF

    def add_user(self, name: str) -> Json:
        """Somebody with an account."""
        made = user(self.snowflake(), name)
        self.users[int(made["id"])] = made
        return made

    def add_guild(self, name: str, channels: Iterable[str], guild_id: int | None = None) -> Json:
        """A server with text channels, in which the bot may do everything."""
        number = guild_id or self.snowflake()
        everyone = _role(number, "@everyone")
        made_channels = [_channel(self.snowflake(), number, channel) for channel in channels]
        made = _guild(number, name) | {
            "roles": [everyone],
            "members": [member(self.me, self.now())],
            "joined_at": self.now().isoformat(),
            "channels": made_channels,
        }
        self.guilds[number] = made
        self.channels |= {int(channel["id"]): channel for channel in made_channels}
        return made

    def direct_channel(self, person: Json) -> Json:
        """The channel of the bot's direct messages with somebody."""
        for channel in self.channels.values():
            if channel["type"] == _DIRECT and channel["recipients"][0]["id"] == person["id"]:
                return channel
        made: Json = {
            "id": str(self.snowflake()),
            "type": _DIRECT,
            "flags": 0,
            "last_message_id": None,
            "recipients": [person],
        }
        self.channels[int(made["id"])] = made
        return made

    def add_thread(self, channel_id: int, message_id: int, name: str) -> Json:
        """A thread on a message, whose id it shares."""
        moment = self.now().isoformat()
        made = {
            "id": str(message_id),
            "type": 11,
            "flags": 0,
            "guild_id": self.channels[channel_id]["guild_id"],
            "parent_id": str(channel_id),
            "name": name,
            "owner_id": self.me["id"],
            "last_message_id": None,
            "message_count": 0,
            "member_count": 1,
            "total_message_sent": 0,
            "thread_metadata": {
                "archived": False,
                "archive_timestamp": moment,
                "auto_archive_duration": 1440,
                "locked": False,
                "create_timestamp": moment,
            },
        }
        self.channels[message_id] = made
        self.messages[channel_id][message_id]["thread"] = made
        return made

    def add_message(self, channel_id: int, author: Json, body: Json, files: list[Json]) -> Json:
        """A message; the earlier one for an enforced nonce that is still known."""
        key = (channel_id, str(body.get("nonce")))
        if body.get("enforce_nonce") and key in self._nonces:
            made_at, earlier = self._nonces[key]
            if self.clock() - made_at < self.nonce_seconds:
                return earlier
        made = self.message(channel_id, author, body, files)
        self.messages[channel_id][int(made["id"])] = made
        if body.get("nonce") is not None:
            self._nonces[key] = (self.clock(), made)
        return made

    def message(self, channel_id: int, author: Json, body: Json, files: list[Json]) -> Json:
        """A message's payload, which nobody has posted yet."""
        number = self.snowflake()
        attachments = [
            {
                "id": str(self.snowflake()),
                "filename": file["filename"],
                "size": file["size"],
                "url": f"http://127.0.0.1/attachments/{number}/{file['filename']}",
                "proxy_url": f"http://127.0.0.1/attachments/{number}/{file['filename']}",
            }
            for file in files
        ]
        made: Json = {
            "id": str(number),
            "channel_id": str(channel_id),
            "type": 19 if body.get("message_reference") else 0,
            "author": author,
            "content": body.get("content") or "",
            "timestamp": self.now().isoformat(),
            "edited_timestamp": None,
            "flags": body.get("flags") or 0,
            "components": laid_out(body.get("components") or [], attachments),
            "attachments": attachments,
            "embeds": [],
            "mentions": [],
            "mention_roles": [],
            "mention_everyone": False,
            "pinned": False,
            "tts": False,
        }
        if body.get("nonce") is not None:
            made["nonce"] = body["nonce"]
        return made


def user(number: int, name: str) -> Json:
    """A person's payload, or a bot's."""
    return {
        "id": str(number),
        "username": name,
        "global_name": name,
        "discriminator": "0",
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def member(person: Json, since: datetime) -> Json:
    """Somebody's membership of a server."""
    return {
        "user": person,
        "nick": None,
        "avatar": None,
        "roles": [],
        "joined_at": since.isoformat(),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "permissions": _EVERYTHING,
    }


def laid_out(components: list[Json], attachments: list[Json]) -> list[Json]:
    """Components as Discord gives them back: numbered, with every default written out."""
    numbers = count(1)
    links = {f"attachment://{one['filename']}": one for one in attachments}

    def media(item: Json) -> Json:
        found = links.get(item["url"], {"id": "1", "url": item["url"], "proxy_url": item["url"]})
        return {"id": found["id"], "url": found["url"], "proxy_url": found["proxy_url"]}

    def one(part: Json) -> Json:
        out = {**part, "id": next(numbers)}
        if "components" in part:
            out["components"] = [one(child) for child in part["components"]]
        match part["type"]:
            case 3:
                out = {"min_values": 1, "max_values": 1, **out}
            case 12:
                items = [{**item, "media": media(item["media"])} for item in part["items"]]
                out["items"] = [{"description": None, "spoiler": False, **item} for item in items]
            case 13:
                out = {"spoiler": False, **out, "file": media(part["file"])}
                out |= {"name": part["file"]["url"].rpartition("/")[2], "size": 1}
            case 17:
                out = {"accent_color": None, "spoiler": False, **out}
        return out

    return [one(part) for part in components]


def _role(number: int, name: str) -> Json:
    return {
        "id": str(number),
        "name": name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": _EVERYTHING,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def _channel(number: int, guild_id: int, name: str) -> Json:
    return {
        "id": str(number),
        "type": _TEXT,
        "flags": 0,
        "guild_id": str(guild_id),
        "name": name,
        "position": 0,
        "permission_overwrites": [],
        "topic": None,
        "nsfw": False,
        "parent_id": None,
        "last_message_id": None,
        "rate_limit_per_user": 0,
    }


def _guild(number: int, name: str) -> Json:
    return {
        "id": str(number),
        "name": name,
        "owner_id": str(APPLICATION + 1),
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "application_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "preferred_locale": "en-GB",
        "premium_tier": 0,
        "premium_progress_bar_enabled": False,
        "features": [],
        "emojis": [],
        "stickers": [],
        "threads": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "large": False,
        "unavailable": False,
        "member_count": 2,
        "vanity_url_code": None,
    }
