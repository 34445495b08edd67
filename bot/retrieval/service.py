"""The texts that are being served, and their replacement while the bot runs."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import ParamSpec, TypeVar

from bot.errors import OperatorError
from bot.retrieval import Library
from bot.retrieval.answer import Answer, Kind
from bot.retrieval.meaning import meaning_called
from bot.texts.model import Essay, Sentence
from bot.texts.store import load_texts

log = logging.getLogger(__name__)

_P = ParamSpec("_P")
_T = TypeVar("_T")

_LARGE = 500_000  # characters; below that, a question costs less than a change of thread


class TextService:
    """Serves the texts in a file or folder; a reload replaces all of them at once."""

    def __init__(
        self,
        path: Path | None,
        meaning: str,
        now: Callable[[], datetime],
        answered: Callable[[Kind, timedelta], None],
    ) -> None:
        """Loads the texts; None loads the shipped ones. Raises KnowledgeError if none can be used.

        `meaning` is the setting; where stronger vectors cannot be had, a warning says why.
        `answered` is told the kind of each answer and how long it took to find, by `now`.
        """
        self._path = path
        self._now = now
        self._answered = answered
        try:
            self._meaning, self._stronger = meaning_called(meaning)
        except OperatorError as error:
            log.warning("%s; continuing without it", error)
            self._meaning, self._stronger = meaning_called("on")
        self._put(self._load(()))

    @property
    def library(self) -> Library:
        """The texts as they are now; a caller keeps the one it began with."""
        return self._library

    def essay(self, key: str) -> Essay | None:
        """The text that custom ids call `key`; None if it is no longer served."""
        return next((essay for essay in self._library.essays if essay.key == key), None)

    async def reload(self) -> None:
        """Loads the texts again; one with a fault stays as it was.

        Raises KnowledgeError if none can be used, and goes on serving the old ones.
        """
        self._put(await asyncio.to_thread(self._load, self._library.essays))

    def _load(self, before: tuple[Essay, ...]) -> Library:
        essays, faults = load_texts(self._path, before)
        served = "still serving the old one" if before else "serving the others"
        for fault in faults:
            log.error("Loading a text failed; %s: %s", served, fault)
        library = Library(essays, self._meaning, self._stronger)
        library.warm_up()
        return library

    def _put(self, library: Library) -> None:
        self._library = library
        self._large = _characters(library.essays) >= _LARGE

    async def ask(
        self, question: str, before: Sentence | None = None, essay_id: str | None = None
    ) -> Answer:
        """The answer to `question`, which may go on from the sentence `before`.

        Of the text with that id, or of the one that answers best.
        """
        asked, library = self._now(), self._library
        answer = await self.work(
            library.ask, question, essay_id=essay_id, before=before, deep=False
        )
        if library.doubts(answer):
            answer = await asyncio.to_thread(
                library.ask, question, essay_id=essay_id, before=before
            )
        self._answered(answer.kind, self._now() - asked)
        return answer

    async def suggest(self, typed: str, limit: int = 25) -> list[str]:
        """Questions that the texts answer, nearest to what is `typed`."""
        return await self.work(self._library.suggest, typed, limit)

    async def topics(self, typed: str, limit: int = 25) -> list[str]:
        """Topics of the texts, nearest to what is `typed`."""
        return await self.work(self._library.topics, typed, limit)

    async def work(self, job: Callable[_P, _T], /, *arguments: _P.args, **options: _P.kwargs) -> _T:
        """Does a job on the texts: off the event loop where they are large."""
        if self._large:
            return await asyncio.to_thread(job, *arguments, **options)
        return job(*arguments, **options)


def _characters(essays: tuple[Essay, ...]) -> int:
    return sum(len(paragraph.text) for essay in essays for paragraph in essay.paragraphs)
