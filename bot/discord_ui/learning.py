"""Questions that a text did not answer: kept after the reply, and answered as moderators decided."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot.discord_ui.quotation import SentenceRef
from bot.retrieval.answer import SURE, Answer, Kind
from bot.retrieval.kept_words import plain_words, reduced
from bot.retrieval.likeness import LikeQuestions
from bot.storage import DatabaseError
from bot.storage.questions import KeptQuestions

log = logging.getLogger(__name__)

_LONGEST_WAIT = 1.0  # seconds; an answer must not wait for the database
_MOST_BY_MEMBER = 20  # questions in an hour


class Learning:
    """What a server's questions without an answer come to. Nothing here raises or holds up a reply."""

    def __init__(self, questions: KeptQuestions, now: Callable[[], datetime], *, on: bool) -> None:
        """`on` is the operator's setting: without it, nothing is kept and no decision counts."""
        self._questions = questions
        self._on = on
        self._fair = _FairShare(now)

    async def is_on(self, guild_id: int | None) -> bool:
        """Whether questions of the server are kept; False while the database cannot say."""
        if not self._on or guild_id is None:
            return False
        try:
            async with asyncio.timeout(_LONGEST_WAIT):
                return await self._questions.is_on(guild_id)
        except (DatabaseError, TimeoutError):
            return False

    async def decided(self, answer: Answer, guild_id: int | None) -> Answer:
        """The answer that the server's moderators decided on for such a question, if they did.

        Only where the text alone has no answer: what it does answer stays as it is.
        """
        if not self._on or guild_id is None or not _is_unanswered(answer):
            return answer
        try:
            async with asyncio.timeout(_LONGEST_WAIT):
                made = await self._questions.decisions(guild_id)
        except (DatabaseError, TimeoutError) as error:
            log.warning("What moderators decided cannot be read, and counts for nothing: %s", error)
            return answer
        made = [one for one in made if one.essay == answer.essay.id]
        asked = plain_words(answer.question, answer.essay) if made else None
        if asked is None:
            return answer
        at = LikeQuestions([one.words for one in made]).like(asked)
        return answer if at is None else _as_decided(answer, made[at].sentence)

    async def keep(self, answer: Answer, guild_id: int | None, member: int) -> None:
        """Counts the question if it got no answer, and its server wants that and it may be kept."""
        if not _is_unanswered(answer) or not await self.is_on(guild_id) or guild_id is None:
            return
        asked = reduced(answer.question, answer.essay)
        if asked is None or not self._fair.allows((guild_id, member), asked):
            return
        try:
            await self._questions.keep(guild_id, answer.essay.id, asked)
        except DatabaseError as error:
            log.warning("A question without an answer was not counted: %s", error)


def _is_unanswered(answer: Answer) -> bool:
    small_talk = answer.kind is Kind.NONE and answer.text is not None
    return answer.kind in (Kind.NONE, Kind.NEAREST) and not small_talk


def _as_decided(answer: Answer, ref: str | None) -> Answer:
    if ref is None:
        return Answer(answer.question, Kind.NONE, answer.essay, suggestions=answer.suggestions)
    sentence = SentenceRef.parse(ref).find(answer.essay)
    if sentence is None:  # the text was edited since
        return answer
    passage = answer.essay.paragraphs[sentence.paragraph - 1].text
    return Answer(
        answer.question,
        Kind.ANSWER,
        answer.essay,
        sentence.paragraph,
        sentence.number,
        sentence.text,
        passage,
        max(SURE, answer.score),
    )


class _FairShare:
    """Lets no single member fill what is kept: in an hour, each question once and only so many."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._hour: datetime | None = None
        self._asked: dict[tuple[int, int], set[str]] = {}

    def allows(self, member: tuple[int, int], words: str) -> bool:
        """Counts a question of a member of a server; False if it is one too many."""
        hour = self._now().replace(minute=0, second=0, microsecond=0)
        if hour != self._hour:
            self._hour, self._asked = hour, {}
        asked = self._asked.setdefault(member, set())
        if words in asked or len(asked) >= _MOST_BY_MEMBER:
            return False
        asked.add(words)
        return True
