"""What a button or a menu's choice carries. All of it is in the custom id, so that a press works
after a restart and a year later: `attune:<version>:<action>:<field>:<field>…`.

Discord allows 100 characters. A last field of free text may hold colons; one too long is replaced
by a digest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from bot.discord_ui.quotation import SentenceRef
from bot.texts.model import digest

PREFIX = "attune:"
LONGEST = 100
_VERSION = "1"
_MOST_REFS = 5


@dataclass(frozen=True)
class State:
    """The state of one control; subclasses name their action, and their fields are the state."""

    action: ClassVar[str]
    _by_action: ClassVar[dict[str, type["State"]]] = {}

    def __init_subclass__(cls, action: str) -> None:
        cls.action = action
        State._by_action[action] = cls

    @property
    def custom_id(self) -> str:
        """The state as a custom id, at most 100 characters.

        A last field of text that is too long becomes its short form, see `short_form`.
        """
        *values, last = [_written(getattr(self, field.name)) for field in fields(self)] or [""]
        head = PREFIX + ":".join([_VERSION, self.action, *values])
        whole = f"{head}:{last}" if fields(self) else PREFIX + ":".join([_VERSION, self.action])
        return whole if len(whole) <= LONGEST else f"{head}:{short_form(last)}"


@dataclass(frozen=True)
class InContext(State, action="context"):
    """The paragraph of a sentence, with its neighbours."""

    essay: str
    sentence: SentenceRef


@dataclass(frozen=True)
class ContextPage(State, action="turn"):
    """The paragraph `centre` with its neighbours, with `sentence` standing out."""

    essay: str
    sentence: SentenceRef
    centre: int


@dataclass(frozen=True)
class AnotherPassage(State, action="passage"):
    """The passage at `sentences[position]`, one of those that came close to a question."""

    essay: str
    position: int
    sentences: tuple[SentenceRef, ...]


@dataclass(frozen=True)
class QuoteCard(State, action="card"):
    """A picture of the sentences from `sentence` to the number `last`."""

    essay: str
    sentence: SentenceRef
    last: int


@dataclass(frozen=True)
class Share(State, action="share"):
    """Posts what only one member saw: `form` is "passage", "quote" or "card"."""

    essay: str
    sentence: SentenceRef
    last: int
    form: str


@dataclass(frozen=True)
class AnotherQuote(State, action="another"):
    """The quotation after the one at `position` in the round that `seed` shuffles."""

    seed: int
    position: int
    topic: str


@dataclass(frozen=True)
class AnotherOfText(State, action="anotherof"):
    """The same, of the text `essay` alone."""

    essay: str
    seed: int
    position: int
    topic: str


@dataclass(frozen=True)
class AboutTopic(State, action="topic"):
    """A quotation about a topic."""

    topic: str


@dataclass(frozen=True)
class Ask(State, action="ask"):
    """A question that the texts answer."""

    question: str


@dataclass(frozen=True)
class AskAll(State, action="askall"):
    """A question for all texts, whichever the channel chose."""

    question: str


@dataclass(frozen=True)
class Read(State, action="read"):
    """A page of a text, from 1."""

    essay: str
    page: int


@dataclass(frozen=True)
class AboutEssay(State, action="about"):
    """Author, dates and source of a text."""

    essay: str


@dataclass(frozen=True)
class Menu(State, action="menu"):
    """A menu; the values of its options are custom ids themselves."""

    name: str


@dataclass(frozen=True)
class Outdated(State, action="outdated"):
    """A control that this version does not know."""


def parse(custom_id: str) -> State:
    """The state that a custom id carries; Outdated for one that is not of this version."""
    version, _, rest = custom_id.removeprefix(PREFIX).partition(":")
    action, _, values = rest.partition(":")
    kind = State._by_action.get(action)
    if version != _VERSION or kind is None:
        return Outdated()
    readers = [_READERS[field.type] for field in fields(kind)]
    try:
        read = zip(readers, values.split(":", len(readers) - 1), strict=True)
        return kind(*(reader(value) for reader, value in read))
    except ValueError:
        return Outdated()


def _refs(text: str) -> tuple[SentenceRef, ...]:
    return tuple(map(SentenceRef.parse, text.split(",")))


def short_form(text: str) -> str:
    """A digest of a long text; `Library.written_out` finds the text again."""
    return f"~{digest(text, 9)}"


def carries(state: State) -> bool:
    """Whether a custom id has room for the state as it is, without a short form."""
    last = _written(getattr(state, fields(state)[-1].name))
    return state.custom_id.endswith(f":{last}")


def custom_ids(components: Iterable[Any]) -> Iterator[str]:
    """The custom ids of a message's components, those inside of others too, in order."""
    for component in components:
        custom_id = getattr(component, "custom_id", None)
        if custom_id:
            yield custom_id
        yield from custom_ids(getattr(component, "children", ()))


def refs_that_fit(essay: str, refs: list[SentenceRef]) -> tuple[SentenceRef, ...]:
    """As many of the first `refs` as a custom id can carry."""
    room = LONGEST - len(AnotherPassage(essay, 9, ()).custom_id)
    kept: list[SentenceRef] = []
    for ref in refs[:_MOST_REFS]:
        room -= len(f",{ref}")
        if room < 0:
            break
        kept.append(ref)
    return tuple(kept)


def _written(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


_READERS: dict[Any, Any] = {
    str: str,
    int: int,
    SentenceRef: SentenceRef.parse,
    tuple[SentenceRef, ...]: _refs,
}
