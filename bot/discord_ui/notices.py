"""Short messages that say what does not work, and what to do."""

from collections.abc import Sequence
from math import ceil

from discord import ui

from bot.discord_ui.components import button, layout
from bot.discord_ui.custom_id import Ask
from bot.discord_ui.markdown import escaped
from bot.wording import counted, listed


def notice(words: str) -> ui.LayoutView:
    """A plain sentence or two."""
    return layout(ui.TextDisplay(words))


def short_help(ask: str, questions: Sequence[str]) -> ui.LayoutView:
    """Two lines for someone who mentioned the bot without a question."""
    lines = f"Ask me something, and the essay answers in its own words.\nOr use {ask}: it suggests."
    items: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(lines)]
    items += [ui.ActionRow(button(question, Ask(question))) for question in questions]
    return layout(*items)


def wait_a_moment(seconds: float, *, busy: bool) -> ui.LayoutView:
    """Asks a member to wait; `busy` when it is the channel that asks too much."""
    whole = max(1, ceil(seconds))
    time = counted(whole, "second")
    lead = "Many questions are asked here right now." if busy else "That was a lot of questions."
    return notice(f"{lead} You can ask again in {time}.")


def missing_permissions(names: Sequence[str], where: str = "here") -> ui.LayoutView:
    """Names what the bot may not do, in the words of Discord's settings."""
    return notice(
        f"I cannot do that {where}: I lack the permission {_bold(names)}. "
        "A moderator can give it to me in the channel's settings."
    )


def member_lacks(names: Sequence[str]) -> ui.LayoutView:
    """Names what the member would need to be allowed."""
    return notice(f"For this you need the permission {_bold(names)} here.")


def went_wrong(reference: str) -> ui.LayoutView:
    """An unexpected fault; the operator finds `reference` in the log."""
    return notice(
        "Something went wrong on my side, and your request was not answered. Please try again; if "
        f"it happens again, tell whoever runs this bot the reference **{reference}**."
    )


PASSAGE_GONE = "The passage this points to is no longer in the text: the text has been edited."
TEXT_GONE = "The text this points to is no longer here."
OUTDATED = "This button is from an older version of me. Please ask again, and you get a new one."
COMMAND_CHANGED = "This command has just changed. Reload Discord (Ctrl+R), and try once more."
NO_QUOTATION = "The texts have no quotation of a fitting length."
NO_WORDS = "There are no words there that I could look for in the essay."
SERVER_ONLY = "This works in a server only."
NOT_ALLOWED = "This is not allowed here."
ASK_IN_PRIVATE = (
    "I could not send you a direct message. Ask me with {ask}, and only you see the answer."
)
MENTIONED_BY_ROLE = (
    "You mentioned my role, and Discord keeps the words of such a message from me. "
    "Mention {me} itself, or use {ask}."
)
NO_CARD = "This quotation cannot be drawn on a card: {reason}"


def _bold(names: Sequence[str]) -> str:
    return listed([f"**{escaped(name)}**" for name in names])
