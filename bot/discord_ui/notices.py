"""Short messages that say what does not work, and what to do."""

from collections.abc import Sequence
from math import ceil

from discord import ui

from bot.discord_ui.components import button, layout
from bot.discord_ui.custom_id import Ask
from bot.discord_ui.markdown import escaped
from bot.translation import gettext as _
from bot.translation import later, ngettext
from bot.wording import listed


def notice(words: str) -> ui.LayoutView:
    """A plain sentence or two."""
    return layout(ui.TextDisplay(words))


def short_help(ask: str, questions: Sequence[str]) -> ui.LayoutView:
    """Two lines for someone who mentioned the bot without a question."""
    lines = _(
        "Ask me something, and the essay answers in its own words.\nOr use {ask}: it suggests.",
        ask=ask,
    )
    items: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(lines)]
    items += [ui.ActionRow(button(question, Ask(question))) for question in questions]
    return layout(*items)


def wait_a_moment(seconds: float, *, busy: bool) -> ui.LayoutView:
    """Asks a member to wait; `busy` when it is the channel that asks too much."""
    whole = max(1, ceil(seconds))
    if busy:
        return notice(
            ngettext(
                "Many questions are asked here right now. You can ask again in {count} second.",
                "Many questions are asked here right now. You can ask again in {count} seconds.",
                whole,
            )
        )
    return notice(
        ngettext(
            "That was a lot of questions. You can ask again in {count} second.",
            "That was a lot of questions. You can ask again in {count} seconds.",
            whole,
        )
    )


def missing_permissions(names: Sequence[str], channel: str | None = None) -> ui.LayoutView:
    """Names what the bot may not do, in the words of Discord's settings.

    `channel` is the mention of the channel where, if it is not this one.
    """
    if channel is not None:
        words = _(
            "I cannot do that in {channel}: I lack the permission {permissions}. "
            "A moderator can give it to me in the channel's settings.",
            channel=channel,
            permissions=_bold(names),
        )
    else:
        words = _(
            "I cannot do that here: I lack the permission {permissions}. "
            "A moderator can give it to me in the channel's settings.",
            permissions=_bold(names),
        )
    return notice(words)


def member_lacks(names: Sequence[str]) -> ui.LayoutView:
    """Names what the member would need to be allowed."""
    return notice(
        _("For this you need the permission {permissions} here.", permissions=_bold(names))
    )


def went_wrong(reference: str) -> ui.LayoutView:
    """An unexpected fault; the operator finds `reference` in the log."""
    return notice(
        _(
            "Something went wrong on my side, and your request was not answered. Please try again; "
            "if it happens again, tell whoever runs this bot the reference **{reference}**.",
            reference=reference,
        )
    )


PASSAGE_GONE = later(
    "The passage this points to is no longer in the text: the text has been edited."
)
TEXT_GONE = later("The text this points to is no longer here.")
OUTDATED = later(
    "This button is from an older version of me. Please ask again, and you get a new one."
)
COMMAND_CHANGED = later(
    "This command has just changed. Reload Discord (Ctrl+R), and try once more."
)
NO_QUOTATION = later("The texts have no quotation of a fitting length.")
NO_WORDS = later("There are no words there that I could look for in the essay.")
SERVER_ONLY = later("This works in a server only.")
NOT_ALLOWED = later("This is not allowed here.")
ASK_IN_PRIVATE = later(
    "I could not send you a direct message. Ask me with {ask}, and only you see the answer."
)
MENTIONED_BY_ROLE = later(
    "You mentioned my role, and Discord keeps the words of such a message from me. "
    "Mention {me} itself, or use {ask}."
)
NO_CARD = later("This quotation cannot be drawn on a card: {reason}")
PERMISSIONS = (
    # Translators: permissions, as Discord itself calls them in its settings
    later("View Channel"),
    later("Send Messages"),
    later("Send Messages In Threads"),
    later("Attach Files"),
    later("Manage Server"),
)
"""The permissions that a notice may name."""


def _bold(names: Sequence[str]) -> str:
    return listed([f"**{escaped(_(name))}**" for name in names])
