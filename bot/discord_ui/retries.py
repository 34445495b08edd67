"""When a request to Discord is made again, and when it must not be.

discord.py makes a request again when Discord answers with an error of its own (5xx), although the
first may have been carried out. For a message with a nonce that does no harm; forum posts and
followups have none, and would be posted twice.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import aiohttp

_no_retries: ContextVar[bool] = ContextVar("no_retries", default=False)


class Unanswered(Exception):
    """Discord failed on a request that is not made again; it may have been carried out."""


async def retry_on_disconnect(request: Callable[[], Awaitable[object]]) -> None:
    """Makes a request, and makes it once more if the connection broke.

    Only for requests that Discord carries out once however often they come: the first response
    to an interaction, and a message with a nonce.
    """
    try:
        await request()
    except (OSError, aiohttp.ClientError):
        await request()


@contextmanager
def without_retries() -> Iterator[None]:
    """Within the block, a request that Discord answers with 5xx raises Unanswered at once."""
    before = _no_retries.set(True)
    try:
        yield
    finally:
        _no_retries.reset(before)


def trace_without_retries() -> aiohttp.TraceConfig:
    """The `http_trace` that a client needs for `without_retries` to work."""
    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(_refuse_failure)
    return trace


async def _refuse_failure(
    _session: aiohttp.ClientSession, _context: Any, ended: aiohttp.TraceRequestEndParams
) -> None:
    if _no_retries.get() and ended.response.status >= 500:
        ended.response.release()
        raise Unanswered(f"Discord answered with {ended.response.status}")
