"""Redacts the log records of libraries, and exceptions.

Their texts can hold anything: who typed, a button with a question on it, the parameters of a
statement. So only the fixed words of a record and its small numbers are kept, and of an
exception the code that it came through, its type and its numbers.
"""

import logging
import os
import re
import socket
import ssl
import traceback
from collections.abc import Iterator, Mapping
from textwrap import indent

import aiohttp
import discord

_HIDDEN = "•••"
_SMALLEST_ID = 10**15  # Discord's ids are larger
_NUMBERS = ("status", "code", "errno", "sqlite_errorcode")
_CONNECTING = {"discord.client", "discord.shard", "discord.gateway"}
_VALUE = re.compile("[<({\\[\"“‘`=:]| '")  # how a value begins in a sentence that is finished
# As Python itself writes them.
_CAUSE = "The above exception was the direct cause of the following exception:"
_CONTEXT = "During handling of the above exception, another exception occurred:"


def safe_message(record: logging.LogRecord) -> str:
    """The message of a record: our own as it is, a library's without what was put into it."""
    if not isinstance(record.msg, str):
        return type(record.msg).__name__
    fixed = record.msg.partition("\n")[0]
    try:
        if record.name.partition(".")[0] == "bot":
            return record.getMessage()
        if record.args:
            return fixed % _safe_arguments(record.args)
    except (TypeError, ValueError, KeyError):  # more values than places for them, or fewer
        return fixed
    return _VALUE.split(fixed, maxsplit=1)[0].strip()


def connection_failure(record: logging.LogRecord) -> str | None:
    """Why the connection to Discord failed, in words; None if the record is about another thing."""
    error = record.exc_info[1] if record.exc_info else None
    return network_reason(error) if error is not None and record.name in _CONNECTING else None


def network_reason(error: BaseException) -> str | None:
    """Why Discord could not be reached, in words; None for what is no failure of a network."""
    match error:
        case discord.ConnectionClosed():
            return f"Discord closed the connection (code {error.code})"
        case discord.GatewayNotFound():
            return "Discord named no gateway"
        case discord.gateway.ReconnectWebSocket():
            return "Discord asked to reconnect"
        case discord.HTTPException() | aiohttp.ClientResponseError():
            return f"Discord answered with {error.status}"
        case TimeoutError():
            return "no answer in time"
        case socket.gaierror() | aiohttp.ClientConnectorDNSError():
            return "the name of the server cannot be looked up"
        case ssl.SSLCertVerificationError() | aiohttp.ClientConnectorCertificateError():
            return "the certificate of the server is not trusted"
        case ssl.SSLError() | aiohttp.ClientSSLError():
            return "the connection could not be encrypted"
        case OSError() if error.errno is not None and error.errno > 0:
            return os.strerror(error.errno).lower()
        case OSError() | aiohttp.ClientError():
            return "the connection was lost"
    return None


def safe_traceback(error: BaseException) -> str:
    """The traceback of `error` and of those that led to it, without what their texts quote."""
    return "\n".join(_parts(error, set()))


def _parts(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _parts(before, seen)
        yield _CAUSE if error.__cause__ else _CONTEXT
    if error.__traceback__ is not None:
        frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
        yield f"Traceback (most recent call last):\n{frames}"
    yield _name(error)
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            if id(one) not in seen:
                yield indent("\n".join(_parts(one, seen)), "  | ")


def _name(error: BaseException) -> str:
    """Such as `discord.errors.NotFound (status 404, code 10008)`."""
    kind = type(error)
    full = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    held = [(name, getattr(error, name, None)) for name in _NUMBERS]
    told = [f"{name} {value}" for name, value in held if isinstance(value, int)]
    return f"{full} ({', '.join(told)})" if told else full


def _safe_arguments(
    values: tuple[object, ...] | Mapping[str, object],
) -> tuple[object, ...] | dict[str, object]:
    if isinstance(values, Mapping):
        return {name: _safe_argument(value) for name, value in values.items()}
    return tuple(_safe_argument(value) for value in values)


def _safe_argument(value: object) -> object:
    small = isinstance(value, (int, float)) and abs(value) < _SMALLEST_ID
    return value if small or value is None else _HIDDEN
