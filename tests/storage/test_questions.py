"""Questions without an answer, as a server keeps them."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.storage import Database
from bot.storage.questions import MOST_KEPT, Decision, Kept, KeptQuestions

HERE, ELSEWHERE = 2**62, 7
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


class Process:
    """One of several processes that share a database."""

    def __init__(self, database: Database) -> None:
        self.moment = MONDAY
        self.questions = KeptQuestions(lambda: database, lambda: self.moment)


@pytest.fixture
def process(database: Database) -> Process:
    return Process(database)


async def test_processes_count_the_same_question_together(
    process: Process, database: Database
) -> None:
    other = Process(database)
    await process.questions.switch_on(HERE)
    await process.questions.switch_on(HERE)
    one, two = process.questions, other.questions
    await asyncio.gather(*(each.keep(HERE, "rivers", "who rows") for each in (one, two) * 4))
    other.moment += timedelta(days=7)
    await two.keep(HERE, "rivers", "who rows")
    assert await one.kept(HERE) == [Kept("rivers", "who rows", 9)]
    assert await one.kept() == [Kept("rivers", "who rows", 9)]
    assert await one.kept(ELSEWHERE) == []


async def test_nothing_is_kept_of_a_server_that_did_not_ask_for_it(process: Process) -> None:
    await process.questions.keep(HERE, "rivers", "who rows")
    await process.questions.switch_on(HERE)
    assert await process.questions.is_on(HERE)
    await process.questions.switch_off(HERE)
    await process.questions.keep(HERE, "rivers", "who rows")
    assert not await process.questions.is_on(HERE)
    assert await process.questions.kept(HERE) == []


async def test_a_question_is_gone_after_ninety_days(process: Process) -> None:
    questions = process.questions
    await questions.switch_on(HERE)
    process.moment = MONDAY + timedelta(days=6)
    await questions.keep(HERE, "rivers", "who rows")
    process.moment = MONDAY + timedelta(days=89)
    await questions.forget_old()
    assert len(await questions.kept(HERE)) == 1
    process.moment += timedelta(days=1)
    assert await questions.kept(HERE) == []
    await questions.forget_old()
    process.moment = MONDAY
    assert await questions.kept(HERE) == []


async def test_what_is_asked_often_stays_when_a_server_has_too_many(process: Process) -> None:
    questions = process.questions
    await questions.switch_on(HERE)
    for _ in range(2):
        await questions.keep(HERE, "rivers", "asked twice")
    for number in range(MOST_KEPT + 5):
        await questions.keep(HERE, "rivers", f"flood {number:04}")
    rows = await questions.kept(HERE)
    assert len(rows) == MOST_KEPT
    assert rows[0] == Kept("rivers", "asked twice", 2)
    assert rows[-1].words == f"flood {MOST_KEPT + 4:04}"


async def test_a_decision_is_kept_changed_and_taken_back(process: Process) -> None:
    questions = process.questions
    await questions.decide(HERE, Decision("rivers", "who rows", "1.1.abcd"))
    await questions.decide(HERE, Decision("rivers", "who rows", None))
    assert await questions.decisions(HERE) == [Decision("rivers", "who rows", None)]
    assert await questions.decisions(ELSEWHERE) == []
    await questions.take_back(HERE, "rivers", "who rows")
    assert await questions.decisions(HERE) == []
