"""Where the database is: a file in the state folder, or what DATABASE_URL says."""

import re
import ssl
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.storage.errors import DatabaseError

FILE_NAME = "attune.db"
_DRIVERS = {"postgres": "postgresql+asyncpg", "sqlite": "sqlite+aiosqlite"}
_CONNECT_SECONDS = 10.0
_COMMAND_SECONDS = 15.0
_SSL_MODES = {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"}
# Where a server is; SQLAlchemy reads these itself.
_PLACE = {"host", "port"}
# Certificates, read together with sslmode.
_SSL_FILES = {"sslrootcert", "sslcert", "sslkey", "sslpassword"}
# Words of libpq, Prisma, SQLAlchemy and hosts' panels that change nothing here: no statement is
# kept prepared on a connection, and queries have time-outs of their own.
_WITHOUT_EFFECT = {
    *"krbsrvname keepalives keepalives_idle".split(),
    *"keepalives_interval keepalives_count tcp_user_timeout client_encoding pgbouncer".split(),
    *"statement_cache_size prepared_statement_cache_size sslcompression sslsni".split(),
    *"fallback_application_name socket_timeout".split(),
}


def locate(database_url: str | None, state_dir: Path) -> URL:
    """The address of the database: SQLite in `state_dir` when `database_url` is empty.

    Takes PostgreSQL as postgres://, postgresql:// or postgresql+asyncpg://, with the query
    parameters that libpq and hosting services add, and SQLite as sqlite:///FILE. Raises
    DatabaseError for anything else.
    """
    if not database_url:
        return URL.create("sqlite+aiosqlite", database=str(Path(state_dir) / FILE_NAME))
    try:
        url = make_url(database_url.strip())
    except (ArgumentError, ValueError):
        raise DatabaseError(
            "DATABASE_URL cannot be read; write it as postgresql://USER:PASSWORD@HOST/NAME."
        ) from None
    kind = url.get_backend_name()
    kind = "postgres" if kind == "postgresql" else kind
    if kind not in _DRIVERS:
        raise DatabaseError(
            f"DATABASE_URL names {kind}, which is not supported; "
            "use postgresql://… or leave it empty for SQLite."
        )
    url = url.set(drivername=_DRIVERS[kind])
    if kind == "sqlite" and not url.database:
        raise DatabaseError("DATABASE_URL names no file; write it as sqlite:///FILE.")
    if kind == "postgres":
        connect_options(url)
    return url


def connect_options(url: URL) -> tuple[URL, dict[str, Any], dict[str, Any]]:
    """A PostgreSQL address without its parameters, and those as options of asyncpg and the pool.

    Raises DatabaseError, which names the parameter, if one is unknown or malformed.
    """
    words = {name: _one(value) for name, value in url.query.items()}
    # Nothing is sent at the start of a connection that a pooler does not know, and no statement
    # stays prepared on a connection that the next transaction may not get.
    connect: dict[str, Any] = {
        "timeout": _CONNECT_SECONDS,
        "command_timeout": _COMMAND_SECONDS,
        "statement_cache_size": 0,
        "prepared_statement_cache_size": 0,
        "server_settings": {"application_name": "attune"},
    }
    pool: dict[str, Any] = {}
    for name, value in words.items():
        if name in _READERS:
            _READERS[name](value, connect, pool)
        elif name not in _PLACE | _SSL_FILES | _WITHOUT_EFFECT:
            raise DatabaseError(f"DATABASE_URL has the unknown word “{name}”; leave it out.")
    if security := _security(words):
        connect["ssl"] = security
    return url.difference_update_query(words.keys() - _PLACE), connect, pool


def _one(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else value[-1]


def _timeout(value: str, connect: dict[str, Any], _: dict[str, Any]) -> None:
    seconds = _number("connect_timeout", value)
    if seconds:  # libpq takes 0 for no limit
        connect["timeout"] = float(max(2, seconds))


def _never_required(name: str) -> Callable[[str, dict[str, Any], dict[str, Any]], None]:
    """Takes what leaves the choice to the driver, which never uses it."""

    def read(value: str, connect: dict[str, Any], _: dict[str, Any]) -> None:
        if value not in ("disable", "prefer"):
            raise DatabaseError(
                f"DATABASE_URL: {name}={value} cannot be kept, as the driver has no such "
                f"protection; write {name}=prefer, and sslmode=verify-full to be safe."
            )

    return read


def _named(name: str) -> Callable[[str, dict[str, Any], dict[str, Any]], None]:
    """Reads a part of the address that libpq also takes as a word."""

    def read(value: str, connect: dict[str, Any], _: dict[str, Any]) -> None:
        connect[name] = value

    return read


def _application_name(value: str, connect: dict[str, Any], _: dict[str, Any]) -> None:
    connect["server_settings"]["application_name"] = value


def _options(value: str, connect: dict[str, Any], _: dict[str, Any]) -> None:
    found = re.findall(r"(?:-c\s*|--)([\w.]+)=((?:\\.|\S)*)", value)
    if not found:
        raise DatabaseError("DATABASE_URL: options cannot be read; write them as -c name=value.")
    for name, setting in found:
        connect["server_settings"][name] = setting.replace("\\", "")


def _schema(value: str, connect: dict[str, Any], _: dict[str, Any]) -> None:
    if value != "public":  # a server's own choice, which poolers take without asking
        connect["server_settings"]["search_path"] = value


def _pool_size(value: str, _: dict[str, Any], pool: dict[str, Any]) -> None:
    pool |= {"pool_size": max(1, _number("connection_limit", value)), "max_overflow": 0}


def _pool_timeout(value: str, _: dict[str, Any], pool: dict[str, Any]) -> None:
    pool["pool_timeout"] = max(1, _number("pool_timeout", value))


_READERS: Mapping[str, Callable[[str, dict[str, Any], dict[str, Any]], None]] = {
    "application_name": _application_name,
    "channel_binding": _never_required("channel_binding"),
    "gssencmode": _never_required("gssencmode"),
    "dbname": _named("database"),
    "password": _named("password"),
    "user": _named("user"),
    "connect_timeout": _timeout,
    "connection_limit": _pool_size,
    "options": _options,
    "pool_timeout": _pool_timeout,
    "schema": _schema,
    "ssl": lambda value, connect, pool: None,
    "sslmode": lambda value, connect, pool: None,
    "target_session_attrs": _named("target_session_attrs"),
}


def _number(name: str, value: str) -> int:
    if not value.isdecimal():
        raise DatabaseError(f"DATABASE_URL: {name} is no whole number; write it as {name}=10.")
    return int(value)


def _security(words: Mapping[str, str]) -> str | ssl.SSLContext | None:
    """What sslmode and its files ask for, as asyncpg takes it."""
    mode = words.get("sslmode") or words.get("ssl") or ""
    mode = {"true": "require", "false": "disable", "no-verify": "require"}.get(mode, mode)
    files = {name: words[name] for name in sorted(_SSL_FILES) if words.get(name)}
    if mode and mode not in _SSL_MODES:
        known = ", ".join(sorted(_SSL_MODES))
        raise DatabaseError(f"DATABASE_URL: sslmode is none of {known}; choose one of them.")
    if not files or mode == "disable":
        return mode or None
    return _context(mode or "verify-full", files)


def _context(mode: str, files: Mapping[str, str]) -> ssl.SSLContext:
    root = files.get("sslrootcert")
    try:
        context = ssl.create_default_context(cafile=None if root == "system" else root)
        if "sslcert" in files:
            password = files.get("sslpassword")
            context.load_cert_chain(files["sslcert"], files.get("sslkey"), password)
    except (OSError, ssl.SSLError) as error:
        named = ", ".join(value for name, value in files.items() if name != "sslpassword")
        reason = "no such file" if isinstance(error, FileNotFoundError) else "not a certificate"
        raise DatabaseError(
            f"DATABASE_URL names certificates that cannot be used ({named}: {reason}); "
            "check their paths."
        ) from None
    context.check_hostname = mode == "verify-full"
    if mode in ("allow", "prefer", "require") and root is None:
        context.verify_mode = ssl.CERT_NONE
    return context
