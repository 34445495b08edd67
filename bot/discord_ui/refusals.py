"""Discord's error codes in plain sentences: what is wrong, and what to do.

The codes are those of Discord's documentation ("JSON error codes") that sending messages, opening
threads, publishing, reading a history and answering can meet.
"""

_LATER = "Discord has turned this off for a time; it is tried again later."
_SPEED = "Too much is being sent there at the moment; try again later."
_TYPE = "The channel is of a kind where that cannot be done; choose another channel."

REFUSALS: dict[int, str] = {
    10003: "The channel no longer exists.",
    10004: "The server no longer exists, or the bot is not on it any more.",
    10007: "The member is no longer on the server.",
    10008: "The message was deleted.",
    10011: "The role no longer exists; choose another.",
    10013: "The account no longer exists.",
    10087: "A tag of the forum no longer exists; choose the tags anew.",
    20009: "Discord takes the message for explicit content; choose a channel with an age limit.",
    20012: "Discord does not let this bot do that; tell whoever runs it.",
    20016: "Slow mode is on there, and its pause is not over yet.",
    20022: "Messages in announcement channels can be changed only a few times an hour; wait a while.",
    20024: "Discord holds an account there for too young.",
    20028: _SPEED,
    20029: _SPEED,
    20031: "A name contains words that Discord does not allow; change it.",
    20035: "The server's boost level is too low for that.",
    30015: "The message has too many attachments.",
    30033: "The thread has as many members as it can hold.",
    30046: "An old message was changed too often; wait an hour.",
    40001: "Discord no longer takes the bot's token; tell whoever runs the bot.",
    40002: "Discord wants the bot's account verified first; tell whoever runs the bot.",
    40003: "The bot opens direct messages too fast; try again later.",
    40004: _LATER,
    40005: "The picture is larger than Discord takes.",
    40006: _LATER,
    40007: "The member is banned from the server.",
    40012: "Discord has cut the connection of this account; tell whoever runs the bot.",
    40033: "The message is published already.",
    40058: "The channel is a forum, in which messages stand only inside of posts.",
    40062: _SPEED,
    40066: "All tags of the forum are for moderators only; let the bot manage posts, or add a tag.",
    40067: "The forum wants a tag on each post; choose one with the button **Tags…**.",
    40333: "Discord's guard turned the request away; tell whoever runs the bot.",
    50001: "The bot lacks the permission “View Channel” in the channel.",
    50003: "That cannot be done in direct messages.",
    50006: "The message would be empty.",
    50007: "The member takes no direct messages from here.",
    50008: _TYPE,
    50009: "The channel's verification level is too high for the bot; lower it, or choose another.",
    50013: "The bot lacks a permission in the channel.",
    50014: "Discord no longer takes the bot's token; tell whoever runs the bot.",
    50021: "That cannot be done with a message of Discord's own.",
    50024: _TYPE,
    50028: "The role cannot be used there; choose another.",
    50033: "The message has nobody to go to.",
    50035: "Discord finds a fault in the message; tell whoever runs the bot.",
    50045: "The picture is larger than Discord takes.",
    50046: "Discord cannot read the picture.",
    50055: "The server is none that Discord knows.",
    50068: "Messages of this kind cannot be answered or published.",
    50083: "The thread is archived; open it again, or choose another place.",
    50095: "Discord does not offer this server in that place.",
    50101: "The server needs more boosts for that.",
    50146: "The picture got lost on its way; it is sent again.",
    60003: "The server asks for two-factor authentication of whoever runs the bot; tell them.",
    110001: "The bot is not available yet; try again later.",
    130000: "Discord is overloaded at the moment; it is tried again.",
    160002: "The bot lacks the permission “Read Message History” in the channel.",
    160004: "The message has a thread already.",
    160005: "The thread is locked; unlock it, or choose another place.",
    160006: "The server has as many active threads as Discord allows; archive some.",
    160007: "The channel has as many active announcement threads as Discord allows; archive some.",
    200000: "The server's AutoMod blocked the message; let the bot's role past that rule.",
    200001: "The server's AutoMod blocked the title; let the bot's role past that rule.",
    240000: "Discord blocked the message for a link in it that it holds for harmful.",
}
"""Error codes, and a sentence on each for members and moderators."""

PASSING = frozenset({20016, 20022, 20028, 20029, 40003, 40004, 40006, 40062, 50146, 110001, 130000})
"""The codes of what passes by itself."""
