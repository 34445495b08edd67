"""Discord's error codes in plain sentences: what is wrong, and what to do.

The codes are those of Discord's documentation ("JSON error codes") that sending messages, opening
threads, publishing, reading a history and answering can meet.
"""

from bot.translation import later

_LATER = later("Discord has turned this off for a time; it is tried again later.")
_SPEED = later("Too much is being sent there at the moment; try again later.")
_TYPE = later("The channel is of a kind where that cannot be done; choose another channel.")

REFUSALS: dict[int, str] = {
    10003: later("The channel no longer exists."),
    10004: later("The server no longer exists, or the bot is not on it any more."),
    10007: later("The member is no longer on the server."),
    10008: later("The message was deleted."),
    10011: later("The role no longer exists; choose another."),
    10013: later("The account no longer exists."),
    10087: later("A tag of the forum no longer exists; choose the tags anew."),
    20009: later(
        "Discord takes the message for explicit content; choose a channel with an age limit."
    ),
    20012: later("Discord does not let this bot do that; tell whoever runs it."),
    20016: later("Slow mode is on there, and its pause is not over yet."),
    20022: later(
        "Messages in announcement channels can be changed only a few times an hour; wait a while."
    ),
    20024: later("Discord holds an account there for too young."),
    20028: _SPEED,
    20029: _SPEED,
    20031: later("A name contains words that Discord does not allow; change it."),
    20035: later("The server's boost level is too low for that."),
    30015: later("The message has too many attachments."),
    30033: later("The thread has as many members as it can hold."),
    30046: later("An old message was changed too often; wait an hour."),
    40001: later("Discord no longer takes the bot's token; tell whoever runs the bot."),
    40002: later("Discord wants the bot's account verified first; tell whoever runs the bot."),
    40003: later("The bot opens direct messages too fast; try again later."),
    40004: _LATER,
    40005: later("The picture is larger than Discord takes."),
    40006: _LATER,
    40007: later("The member is banned from the server."),
    40012: later("Discord has cut the connection of this account; tell whoever runs the bot."),
    40033: later("The message is published already."),
    40058: later("The channel is a forum, in which messages stand only inside of posts."),
    40062: _SPEED,
    40066: later(
        "All tags of the forum are for moderators only; let the bot manage posts, or add a tag."
    ),
    40067: later("The forum wants a tag on each post; choose one with the button **Tags…**."),
    40333: later("Discord's guard turned the request away; tell whoever runs the bot."),
    50001: later("The bot lacks the permission “View Channel” in the channel."),
    50003: later("That cannot be done in direct messages."),
    50006: later("The message would be empty."),
    50007: later("The member takes no direct messages from here."),
    50008: _TYPE,
    50009: later(
        "The channel's verification level is too high for the bot; lower it, or choose another."
    ),
    50013: later("The bot lacks a permission in the channel."),
    50014: later("Discord no longer takes the bot's token; tell whoever runs the bot."),
    50021: later("That cannot be done with a message of Discord's own."),
    50024: _TYPE,
    50028: later("The role cannot be used there; choose another."),
    50033: later("The message has nobody to go to."),
    50035: later("Discord finds a fault in the message; tell whoever runs the bot."),
    50045: later("The picture is larger than Discord takes."),
    50046: later("Discord cannot read the picture."),
    50055: later("The server is none that Discord knows."),
    50068: later("Messages of this kind cannot be answered or published."),
    50083: later("The thread is archived; open it again, or choose another place."),
    50095: later("Discord does not offer this server in that place."),
    50101: later("The server needs more boosts for that."),
    50146: later("The picture got lost on its way; it is sent again."),
    60003: later(
        "The server asks for two-factor authentication of whoever runs the bot; tell them."
    ),
    110001: later("The bot is not available yet; try again later."),
    130000: later("Discord is overloaded at the moment; it is tried again."),
    160002: later("The bot lacks the permission “Read Message History” in the channel."),
    160004: later("The message has a thread already."),
    160005: later("The thread is locked; unlock it, or choose another place."),
    160006: later("The server has as many active threads as Discord allows; archive some."),
    160007: later(
        "The channel has as many active announcement threads as Discord allows; archive some."
    ),
    200000: later("The server's AutoMod blocked the message; let the bot's role past that rule."),
    200001: later("The server's AutoMod blocked the title; let the bot's role past that rule."),
    240000: later("Discord blocked the message for a link in it that it holds for harmful."),
}
"""Error codes, and a sentence on each for members and moderators."""

PASSING = frozenset({20016, 20022, 20028, 20029, 40003, 40004, 40006, 40062, 50146, 110001, 130000})
"""The codes of what passes by itself."""
