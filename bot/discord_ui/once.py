"""Requests that must not reach Discord twice, as it would carry them out twice.

discord.py makes a request again when Discord answers with an error of its own (5xx), although the
first may have been carried out. For a message with a nonce that does no harm; forum posts and
followups have none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import aiohttp

_only_once: ContextVar[bool] = ContextVar("only_once", default=False)


class Unanswered(Exception):
    """Discord failed over a request that is not made again; it may have been carried out."""


@contextmanager
def only_once() -> Iterator[None]:
    """Within the block, a request that Discord fails over raises Unanswered at once."""
    before = _only_once.set(True)
    try:
        yield
    finally:
        _only_once.reset(before)


def no_second_attempts() -> aiohttp.TraceConfig:
    """What a client needs as its `http_trace` for `only_once` to work."""
    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(_refuse_failure)
    return trace


async def _refuse_failure(
    _session: aiohttp.ClientSession, _context: Any, ended: aiohttp.TraceRequestEndParams
) -> None:
    if _only_once.get() and ended.response.status >= 500:
        ended.response.release()
        raise Unanswered(f"Discord answered with {ended.response.status}")
