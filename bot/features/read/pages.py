"""Messages of /essay: pages of whole sentences, facts about the text, topics and questions."""

from collections.abc import Iterable, Sequence
from typing import Any

from discord import ui

from bot.discord_ui.components import button, layout, menu, rows
from bot.discord_ui.custom_id import AboutEssay, AboutTopic, Ask, Read
from bot.discord_ui.markdown import escaped
from bot.discord_ui.passages import accent, cited
from bot.discord_ui.quotation import Quotation
from bot.texts.model import Essay
from bot.translation import gettext as _
from bot.translation import ngettext
from bot.wording import clipped, day_named

Page = tuple[Quotation, ...]

_PAGE = 1700  # characters of Markdown a page
_LEAST_SIZE = 60  # that a part is counted as: a message has room for some 30 parts
_SENTENCE = 3400
_TITLE = 200
_JUMPS = 25


def pages(essay: Essay) -> tuple[Page, ...]:
    """The text in pages: whole paragraphs where they fit, else whole sentences of them."""
    filled: list[Page] = []
    page: list[Quotation] = []
    room = _PAGE
    for part in _parts(essay):
        size = max(_LEAST_SIZE, len(part.markdown()) + len(_place(part) or ""))
        if page and size > room:
            filled.append(tuple(page))
            page, room = [], _PAGE
        page.append(part)
        room -= size
    return (*filled, tuple(page))


def page_message(essay: Essay, all_pages: Sequence[Page], number: int) -> ui.LayoutView:
    """Page `number` (from 1; the nearest that exists), with buttons for the others."""
    number = max(1, min(number, len(all_pages)))
    page = all_pages[number - 1]
    of_pages = _("Page {number} of {count}", number=number, count=len(all_pages))
    source = cited(essay, page[0].paragraph.number)
    heading = f"### {escaped(clipped(essay.title, _TITLE))}\n-# {of_pages} · {source}"
    body: list[ui.Item[Any]] = [ui.TextDisplay(heading)]
    before = _place(page[0])
    for part in page:
        place = _place(part)
        label = f"-# {place[0].upper()}{place[1:]}\n" if place and place != before else ""
        body.append(ui.TextDisplay(f"{label}{_shown(part)}"))
        before = place
    if len(all_pages) > 1:
        body += _ways(essay.key, all_pages, number)
    return layout(ui.Container(*body, accent_colour=accent(essay)))


def about_message(essay: Essay) -> ui.LayoutView:
    """Who wrote the text, when, how long it is, where it is from, and what one may do with it."""
    facts = [
        (_("Author"), essay.author),
        (_("Published"), day_named(essay.published) if essay.published else ""),
        (_("Updated"), day_named(essay.updated) if essay.updated else ""),
        (_("Length"), _length(essay)),
        # Translators: whom the text quotes
        (_("Quotes"), "; ".join(essay.quoted)),
        (_("Source"), essay.source),
        (_("Licence"), essay.licence),
    ]
    lines = [
        # Translators: a fact, such as "**Author:** J. Farley"
        _("**{name}:** {value}", name=name, value=escaped(value))
        for name, value in facts
        if value
    ]
    text = clipped("\n".join([f"### {escaped(clipped(essay.title, _TITLE))}", *lines]), _SENTENCE)
    ways = rows([button(_("Read it"), Read(essay.key, 1), main=True)])
    return layout(ui.Container(ui.TextDisplay(text), *ways, accent_colour=accent(essay)))


def topics_message(topics: Sequence[str], questions: Sequence[str]) -> ui.LayoutView:
    """What one can ask: a menu of topics, and one of questions."""
    body: list[ui.Item[Any]] = [
        ui.TextDisplay(
            f"### {_('What you can ask')}\n{_('Choose a topic or a question, or ask your own.')}"
        )
    ]
    if topics:
        options = [(topic, AboutTopic(topic)) for topic in topics]
        body.append(ui.ActionRow(menu("topics", _("A topic…"), options)))
    if questions:
        asked = [(question, Ask(question)) for question in questions]
        body.append(ui.ActionRow(menu("questions", _("A question…"), asked)))
    return layout(ui.Container(*body))


def texts_message(essays: Iterable[Essay], *, about: bool) -> ui.LayoutView:
    """Which of several texts? A menu of them."""
    options = [
        (essay.title, (AboutEssay(essay.key) if about else Read(essay.key, 1))) for essay in essays
    ]
    choice = ui.ActionRow(menu("texts", _("A text…"), options))
    return layout(ui.Container(ui.TextDisplay(f"### {_('Which text?')}"), choice))


def _parts(essay: Essay) -> Iterable[Quotation]:
    for paragraph in essay.paragraphs:
        first = 1
        for last in range(1, len(paragraph.sentences) + 1):
            longer = Quotation(essay, paragraph, first, last + 1)
            if last == len(paragraph.sentences) or len(longer.markdown()) > _PAGE:
                yield Quotation(essay, paragraph, first, last)
                first = last + 1


def _length(essay: Essay) -> str:
    words = sum(len(paragraph.text.split()) for paragraph in essay.paragraphs)
    size = len(essay.paragraphs)
    parts = {
        "paragraphs": ngettext("{count} paragraph", "{count} paragraphs", size),
        "words": ngettext("{count} word", "{count} words", words),
    }
    if not essay.minutes:
        return _("{paragraphs}, {words}", **parts)
    minutes = ngettext("{count} minute", "{count} minutes", essay.minutes)
    return _("{paragraphs}, {words}, {minutes} to read", **parts, minutes=minutes)


def _begins(part: Quotation) -> str:
    place = part.essay.places.place(part.paragraph.number)
    return part.text if place is None else f"{place} · {part.text}"


def _place(part: Quotation) -> str | None:
    place = part.essay.places.place(part.paragraph.number)
    return None if place is None else escaped(place)


def _shown(part: Quotation) -> str:
    shown = part.markdown()
    if len(shown) <= _SENTENCE:
        return shown
    words = _(
        "Paragraph {number} has a sentence too long for a message.", number=part.paragraph.number
    )
    return f"-# {words}"


def _ways(key: str, all_pages: Sequence[Page], number: int) -> list[ui.Item[Any]]:
    turn = [
        button(_("Previous"), Read(key, number - 1), disabled=number == 1),
        button(_("Next"), Read(key, number + 1), main=True, disabled=number == len(all_pages)),
    ]
    step = -(-len(all_pages) // _JUMPS)
    jumps = [
        (
            _("Page {number}: {beginning}", number=page + 1, beginning=_begins(all_pages[page][0])),
            Read(key, page + 1),
        )
        for page in range(0, len(all_pages), step)
    ]
    return [*rows(turn), ui.ActionRow(menu("pages", _("Go to page…"), jumps))]
