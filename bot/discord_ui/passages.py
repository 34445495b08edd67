"""Messages that show a sentence in its paragraph, and a paragraph among its neighbours."""

from typing import Any

import discord
from discord import ui

from bot.discord_ui.components import button, layout, rows
from bot.discord_ui.custom_id import AnotherPassage, ContextPage, InContext, QuoteCard, Read, Share
from bot.discord_ui.markdown import escaped
from bot.discord_ui.quotation import (
    CARD_LETTERS,
    Quotation,
    SentenceRef,
    beginning,
    ending,
    passage,
)
from bot.texts.model import Essay, Sentence
from bot.translation import gettext as _
from bot.translation import later, ngettext
from bot.wording import clipped

DEFAULT_COLOUR = "#2f5d62"

_PASSAGE = 1500  # characters; what a phone shows without much scrolling
_GLIMPSE = 500
_CONTEXT = 3400  # of the 4,000 that Discord allows in one message
_LONGEST = 3400
# Of what stands around a quotation, so that all of it fits into a message.
_LONGEST_TITLE, _LONGEST_AUTHOR, _LONGEST_LINK = 80, 60, 180


def source_line(quotation: Quotation) -> str:
    """Where a quotation stands, in a small line."""
    essay, number = quotation.essay, quotation.paragraph.number
    if essay.places.place(number) is not None:
        return f"-# {cited(essay, number)}"
    return f"-# {_numbered(quotation)} · {cited(essay)}"


def _numbered(quotation: Quotation) -> str:
    number, count = quotation.paragraph.number, len(quotation.essay.paragraphs)
    first, last = quotation.first, quotation.last
    if quotation.whole:
        return _("Paragraph {number} of {count}", number=number, count=count)
    if first == last:
        return _(
            "Paragraph {number} of {count}, sentence {sentence}",
            number=number,
            count=count,
            sentence=first,
        )
    return _(
        "Paragraph {number} of {count}, sentences {first} to {last}",
        number=number,
        count=count,
        first=first,
        last=last,
    )


def cited(essay: Essay, number: int | None = None) -> str:
    """The text's title, author and year; the title is a link where the source is one.

    With the `number` of a paragraph (from 1), its place follows the title where it has one.
    """
    title = f"*{escaped(clipped(essay.title, _LONGEST_TITLE))}*"
    if (
        essay.source
        and essay.source.startswith(("https://", "http://"))
        and " " not in essay.source
        and len(essay.source) <= _LONGEST_LINK
    ):
        title = f"[{title}]({essay.source.replace(')', '%29')})"
    year = f" ({essay.published.year})" if essay.published else ""
    citation = essay.citation(number) if number is not None else None
    if citation is not None:
        title += escaped(citation[len(essay.title) :])
    author = ""
    if essay.author:
        # Translators: stands after the title of a text
        author = _("by {author}", author=escaped(clipped(essay.author, _LONGEST_AUTHOR)))
    by = f"{author}{year}".strip()
    return f"{title}{' ·' if citation and by else ''} {by}".rstrip()


def accent(essay: Essay) -> discord.Colour:
    """The text's colour."""
    return discord.Colour.from_str(essay.colour or DEFAULT_COLOUR)


def passage_texts(
    lead: str, essay: Essay, sentence: Sentence, *, answers: bool = True, end: str = ""
) -> list[ui.Item[Any]]:
    """The `lead`, the sentence in its passage, and the line that says where it stands.

    A sentence that `answers` is in bold in its paragraph; another has its neighbours only.
    """
    found = passage(essay, sentence, _PASSAGE if answers else _GLIMPSE)
    quoted = found.markdown(sentence if answers else None)
    if len(quoted) > _LONGEST:
        quoted = _(_TOO_LONG)
    # The source is a text of its own: right below a quotation it might be taken for a part of it.
    texts = (f"{lead}\n{quoted}".lstrip(), f"{source_line(found)}\n{end}".rstrip())
    return [ui.TextDisplay(text) for text in texts]


def passage_buttons(
    essay: Essay,
    sentence: Sentence,
    refs: tuple[SentenceRef, ...],
    position: int,
    *,
    private: bool,
) -> list[ui.ActionRow[Any]]:
    """In context, Next passage, Card and, where only one member sees it, Share."""
    key, ref = essay.key, SentenceRef.of(sentence)
    buttons = [button(_("In context"), InContext(key, ref), main=True)]
    if len(refs) > 1:
        following = AnotherPassage(key, (position + 1) % len(refs), refs)
        buttons.append(button(_("Next passage"), following))
    if len(sentence.text) in CARD_LETTERS:
        buttons.append(button(_("Card"), QuoteCard(key, ref, sentence.number)))
    if private:
        buttons.append(button(_("Share"), Share(key, ref, sentence.number, "passage")))
    return rows(buttons)


def another_passage(
    essay: Essay,
    sentence: Sentence,
    refs: tuple[SentenceRef, ...],
    position: int,
    *,
    private: bool,
) -> ui.LayoutView:
    """One of several passages that came close to a question."""
    count = len(refs)
    title = _("Another passage")
    words = _("Number {number} of the {count} that come closest.", number=position + 1, count=count)
    if position == 0:
        title = _("The first passage again")
        words = ngettext(
            "There is {count} that comes close.", "There are {count} that come close.", count
        )
    texts = passage_texts(f"### {title}\n{words}", essay, sentence)
    buttons = passage_buttons(essay, sentence, refs, position, private=private)
    return layout(ui.Container(*texts, *buttons, accent_colour=accent(essay)))


def shared_passage(essay: Essay, sentence: Sentence, by: str) -> ui.LayoutView:
    """A passage that a member posts to the channel."""
    texts = passage_texts("", essay, sentence, end=shared_line(by))
    buttons = passage_buttons(essay, sentence, (), 0, private=False)
    return layout(ui.Container(*texts, *buttons, accent_colour=accent(essay)))


def shared_line(by: str) -> str:
    """Who posted it."""
    return f"-# {_('Shared by {member}', member=escaped(by))}"


def in_context(essay: Essay, sentence: Sentence, centre: int) -> ui.LayoutView:
    """The paragraph `centre` (from 1) with its neighbours, and buttons to go on reading."""
    known = essay.places.place(centre) is not None
    title = _("In context") if known else _("Paragraph {number} in context", number=centre)
    heading = f"### {title}\n-# {cited(essay, centre)}"
    body: list[ui.Item[Any]] = [ui.TextDisplay(heading)]
    shown = _neighbourhood(essay, sentence, centre)
    if not shown:
        body.append(ui.TextDisplay(_(_TOO_LONG)))
    for quotation in shown:
        number = quotation.paragraph.number
        place = _place(essay, number)
        label = place if quotation.whole else _("{place}, in part", place=place)
        body.append(ui.TextDisplay(f"-# {label}\n{quotation.markdown(sentence)}"))
    key, ref, last = essay.key, SentenceRef.of(sentence), len(essay.paragraphs)
    earlier = ContextPage(key, ref, centre - 1)
    later = ContextPage(key, ref, centre + 1)
    body += rows(
        [
            button(_("Earlier"), earlier, disabled=centre <= 1),
            button(_("Later"), later, disabled=centre >= last),
            button(_("Read from the start"), Read(key, 1)),
        ]
    )
    return layout(ui.Container(*body, accent_colour=accent(essay)))


def _neighbourhood(essay: Essay, sentence: Sentence, centre: int) -> list[Quotation]:
    paragraph = essay.paragraphs[centre - 1]
    focus = sentence if sentence.paragraph == centre else paragraph.sentences[0]
    middle = passage(essay, focus, _CONTEXT // 2)
    if len(middle.markdown(sentence)) > _LONGEST:
        return []
    shown = [middle]
    room = _CONTEXT - len(middle.markdown())
    if centre > 1:
        before = ending(essay, essay.paragraphs[centre - 2], room // 2)
        if before is not None:
            shown.insert(0, before)
            room -= len(before.markdown())
    if centre < len(essay.paragraphs):
        after = beginning(essay, essay.paragraphs[centre], room)
        shown += [after] if after is not None else []
    return shown


def _place(essay: Essay, number: int) -> str:
    place = essay.places.place(number)
    if place is None:
        return _("Paragraph {number}", number=number)
    return escaped(place[:1].upper() + place[1:])


_TOO_LONG = later("This sentence is longer than a message can hold.")
