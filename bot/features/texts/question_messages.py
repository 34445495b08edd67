"""Messages of /texts questions, and what their controls carry."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from discord import ui

from bot.discord_ui.components import button, layout, menu, rows
from bot.discord_ui.custom_id import State
from bot.discord_ui.markdown import escaped
from bot.discord_ui.quotation import SentenceRef
from bot.retrieval.unanswered_groups import QuestionGroup
from bot.storage.questions import Decision
from bot.texts.model import Essay, Sentence, digest
from bot.translation import gettext as _
from bot.translation import ngettext
from bot.wording import clipped

_ON_A_PAGE = 4
_LONGEST_QUESTION, _LONGEST_GLIMPSE = 200, 160  # characters


@dataclass(frozen=True)
class QuestionsPage(State, action="questions"):
    """A page of the kept questions, from 1."""

    page: int


@dataclass(frozen=True)
class WhichSentence(State, action="which"):
    """Offers sentences for a kept question, named by its `word_key`."""

    essay: str
    words: str


@dataclass(frozen=True)
class AnsweredBy(State, action="answers"):
    """The sentence that answers a kept question."""

    essay: str
    words: str
    sentence: SentenceRef


@dataclass(frozen=True)
class NotAnswered(State, action="silent"):
    """The text does not answer a kept question."""

    essay: str
    words: str


@dataclass(frozen=True)
class TakeBack(State, action="takeback"):
    """Undoes what was decided about a question."""

    words: str


def word_key(essay: str, words: str) -> str:
    """What a control calls a question: a digest, as its words are too long."""
    return digest(f"{essay}\n{words}", 9)


def questions_message(
    groups: Sequence[QuestionGroup],
    made: Sequence[Decision],
    essays: Mapping[str, Essay],
    page: int,
    likeliest: Callable[[QuestionGroup], SentenceRef | None],
    *,
    is_on: bool,
) -> ui.LayoutView:
    """A page of the groups with their buttons, and a menu that undoes decisions.

    `essays` are the texts by id; `likeliest` finds the sentence that a group comes nearest to.
    """
    pages = max(1, -(-len(groups) // _ON_A_PAGE))
    page = max(1, min(page, pages))
    items: list[ui.Item[Any]] = [ui.TextDisplay(_heading(len(groups), is_on=is_on))]
    for group in groups[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]:
        essay = essays[group.essay]
        ref = likeliest(group)
        items.append(ui.TextDisplay(_group(group, essay, ref.find(essay) if ref else None)))
        key = word_key(group.essay, group.words)
        offered = (
            [button(_("Answered by a sentence…"), WhichSentence(essay.key, key))] if ref else []
        )
        offered.append(button(_("Not answered by the text"), NotAnswered(essay.key, key)))
        items += rows(offered)
    if pages > 1:
        turning = [
            button(_("Earlier"), QuestionsPage(page - 1), disabled=page == 1),
            button(_("Later"), QuestionsPage(page + 1), disabled=page == pages),
        ]
        items += rows(turning)
    if made:
        options = [(one.words, TakeBack(word_key(one.essay, one.words))) for one in made]
        items.append(ui.ActionRow(menu("decided", _("Take a decision back…"), options)))
    return layout(ui.Container(*items))


def sentences_message(essay: Essay, words: str, near: Sequence[Sentence]) -> ui.LayoutView:
    """Offers the sentences that may answer a question."""
    asked = escaped(clipped(words, _LONGEST_QUESTION))
    key = word_key(essay.id, words)
    options = [
        (sentence.text, AnsweredBy(essay.key, key, SentenceRef.of(sentence))) for sentence in near
    ]
    lead = _("### Which sentence answers this?\n“{asked}”", asked=asked)
    return layout(
        ui.Container(
            ui.TextDisplay(lead),
            ui.ActionRow(menu("sentences", _("Choose the sentence…"), options)),
            ui.ActionRow(button(_("Back"), QuestionsPage(1))),
        )
    )


def _heading(count: int, *, is_on: bool) -> str:
    if not is_on and not count:
        state = _("No questions are kept here. `/texts questions on` begins it.")
    elif not count:
        state = _("No question waits for you here.")
    else:
        state = ngettext(
            "{count} question, as words alone.", "{count} questions, as words alone.", count
        )
    return f"{_('### What the text did not answer')}\n{state}"


def _group(group: QuestionGroup, essay: Essay, sentence: Sentence | None) -> str:
    asked = escaped(clipped(group.words, _LONGEST_QUESTION))
    often = ngettext("asked once", "asked {count} times", group.times)
    lines = [f"**“{asked}”** · {often}"]
    if group.others:
        other = escaped(clipped(" · ".join(group.others), _LONGEST_QUESTION))
        lines.append("-# " + _("also: {other}", other=other))
    if sentence is not None:
        glimpse = escaped(clipped(sentence.text, _LONGEST_GLIMPSE))
        title = escaped(clipped(essay.title, 60))
        lines.append("-# " + _("Nearest in *{title}*: “{glimpse}”", title=title, glimpse=glimpse))
    return "\n".join(lines)
