"""Requests that take too long."""

import asyncio

import pytest

from bot.features.daily.patience import Patience


async def later(answer: str) -> str:
    await asyncio.sleep(0)
    return answer


async def test_a_request_in_time_is_answered() -> None:
    patience = Patience(30)
    assert [await patience.wait_for(later(answer)) for answer in "abc"] == ["a", "b", "c"]


async def test_every_request_that_takes_too_long_is_given_up_and_no_other() -> None:
    patience = Patience(0.03)
    never = [asyncio.create_task(patience.wait_for(asyncio.Event().wait())) for _ in range(5)]
    quick = [asyncio.create_task(patience.wait_for(later("here"))) for _ in range(5)]
    answers = await asyncio.gather(*never, *quick, return_exceptions=True)
    assert [type(answer) for answer in answers[:5]] == [TimeoutError] * 5
    assert answers[5:] == ["here"] * 5


async def test_a_task_goes_on_after_a_request_that_took_too_long() -> None:
    patience, event = Patience(0.01), asyncio.Event()
    for _ in range(3):
        with pytest.raises(TimeoutError):
            await patience.wait_for(event.wait())
    assert await patience.wait_for(later("here")) == "here"
    task = asyncio.current_task()
    assert task is not None
    assert not task.cancelling()


async def test_who_is_cancelled_while_waiting_stays_cancelled() -> None:
    patience = Patience(0.01)
    waiting = asyncio.create_task(patience.wait_for(asyncio.Event().wait()))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_an_error_of_a_request_is_its_own() -> None:
    async def fail() -> None:
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await Patience(30).wait_for(fail())
