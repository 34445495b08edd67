"""The message for each of the five kinds of answer, each easy to tell from the others."""

from typing import Any

import discord
from discord import ui

from bot.discord_ui.components import button, layout, rows
from bot.discord_ui.custom_id import AboutEssay, Ask, AskAll, Read, refs_that_fit
from bot.discord_ui.markdown import escaped, harmless
from bot.discord_ui.passages import accent, cited, passage_buttons, passage_texts
from bot.discord_ui.quotation import SentenceRef
from bot.discord_ui.text_option import Scope
from bot.retrieval.answer import Answer, Kind
from bot.texts.model import Essay, Sentence
from bot.translation import gettext as _
from bot.translation import later
from bot.wording import clipped

_AMBER = discord.Colour(0xC9822B)
_GREY = discord.Colour(0x80848E)
_QUESTION = 200  # characters of it that are repeated
_LONGEST_MESSAGE = 3900
_NEAREST = later(
    "The essay touches on this, but no sentence of it clearly answers. The nearest passage:"
)


def answer_message(
    answer: Answer, *, question: bool, private: bool, scope: Scope = Scope.ONLY_TEXT
) -> ui.LayoutView:
    """The answer as a message.

    `question` repeats what was asked, for where it would not be seen otherwise; `private` tells
    that only the asker sees the message; `scope` says which texts were asked.
    """
    asked = harmless(answer.question, _QUESTION) if question else ""
    match answer.kind:
        case Kind.ANSWER:
            return _answer(answer, asked, private)
        case Kind.NEAREST:
            return _nearest(answer, asked, private, scope)
        case Kind.ABOUT:
            return _about(answer, asked)
        case Kind.CARE:
            return care_message(answer.text or "")
        case Kind.NONE:
            return _none(answer, asked, scope)


def care_message(words: str) -> ui.LayoutView:
    """Kind words for someone in distress, and nothing else: no quotation, no buttons, no colour."""
    return layout(ui.TextDisplay(clipped(words, _LONGEST_MESSAGE)))


def _answer(answer: Answer, asked: str, private: bool) -> ui.LayoutView:
    texts = passage_texts(_lead(_("The essay answers"), asked), answer.essay, _sentence(answer))
    buttons = _buttons(answer, private)
    return layout(ui.Container(*texts, *buttons, accent_colour=accent(answer.essay)))


def _nearest(answer: Answer, asked: str, private: bool, scope: Scope) -> ui.LayoutView:
    lead = _lead(_("Not quite an answer"), asked, _(_NEAREST))
    texts = passage_texts(lead, answer.essay, _sentence(answer), answers=False)
    below = [*_buttons(answer, private), *_elsewhere(answer, scope), *_suggestions(answer)]
    return layout(ui.Container(*texts, *below, accent_colour=_AMBER))


def _about(answer: Answer, asked: str) -> ui.LayoutView:
    words = f"{escaped(answer.text or '')}\n-# {cited(answer.essay)}"
    key = answer.essay.key
    buttons = [button(_("About the text"), AboutEssay(key)), button(_("Read it"), Read(key, 1))]
    return layout(
        ui.Container(
            ui.TextDisplay(_lead(_("About the text"), asked, words)),
            *rows(buttons),
        )
    )


def _none(answer: Answer, asked: str, scope: Scope) -> ui.LayoutView:
    if answer.text is not None:  # small talk: nothing was looked for
        return layout(ui.TextDisplay(escaped(answer.text)), *_suggestions(answer))
    title = _("The essay does not say")
    words = _("Nothing in {text} answers this.", text=cited(answer.essay))
    if scope is Scope.ALL_TEXTS:
        title, words = _("The texts do not say"), _("None of the texts here answers this.")
    text = ui.TextDisplay[Any](_lead(title, asked, words))
    below = [*_elsewhere(answer, scope), *_suggestions(answer)]
    return layout(ui.Container(text, *below, accent_colour=_GREY))


def _elsewhere(answer: Answer, scope: Scope) -> list[ui.ActionRow[Any]]:
    """A button that asks all texts, where only one was asked and its custom id holds the question."""
    state = AskAll(answer.question)
    if scope is not Scope.ONE_OF_SEVERAL or not state.custom_id.endswith(f":{answer.question}"):
        return []
    return [ui.ActionRow(button(_("Search all texts"), state))]


def _lead(title: str, asked: str, words: str = "") -> str:
    repeated = f"-# {_('You asked: {question}', question=asked)}" if asked else ""
    lines = [f"### {title}", repeated, words]
    return "\n".join(filter(None, lines))


def _sentence(answer: Answer) -> Sentence:
    return answer.essay.sentence(answer.paragraph or 1, answer.sentence or 1)


def _buttons(answer: Answer, private: bool) -> list[ui.ActionRow[Any]]:
    return passage_buttons(answer.essay, _sentence(answer), _refs(answer), 0, private=private)


def _refs(answer: Answer) -> tuple[SentenceRef, ...]:
    essay: Essay = answer.essay
    numbers = [(answer.paragraph or 1, answer.sentence or 1)]
    numbers += [(near.paragraph, near.sentence) for near in answer.alternatives]
    refs = [SentenceRef.of(essay.sentence(*number)) for number in dict.fromkeys(numbers)]
    return refs_that_fit(essay.key, refs)


def _suggestions(answer: Answer) -> list[ui.Item[Any]]:
    """The questions, one a row: a phone shows them whole."""
    states = {Ask(question).custom_id: question for question in answer.suggestions}
    if not states:
        return []
    buttons = [button(question, Ask(question)) for question in states.values()]
    return [
        ui.TextDisplay(f"**{_('Questions it does answer:')}**"),
        *(ui.ActionRow(one) for one in buttons),
    ]
