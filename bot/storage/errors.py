"""What can go wrong with a database, said in one clear sentence."""

import socket
import sqlite3
import ssl

from sqlalchemy.exc import DBAPIError

from bot.errors import OperatorError

DAMAGED = "is damaged; move it away and bring back a backup with `attune db restore FILE`."
UNREACHABLE = "cannot be reached; check that it runs and that DATABASE_URL is right."

_SQLITE = {
    sqlite3.SQLITE_BUSY: "is locked by another program; close that program, then try again.",
    sqlite3.SQLITE_LOCKED: "is locked by another program; close that program, then try again.",
    sqlite3.SQLITE_FULL: "cannot grow, the disk is full; free some space.",
    sqlite3.SQLITE_READONLY: "is read-only; give this user the right to write to it and its folder.",
    sqlite3.SQLITE_PERM: "may not be opened; give this user the right to read and write it.",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and can be written to.",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_IOERR: "cannot be read or written; check the disk.",
}
# What poolers answer in words; PostgreSQL's own states say less of these.
_POOLER = {
    "no such database": "does not exist there; create it, or check the name in DATABASE_URL.",
    "authentication failed": "refuses the user or the password; check DATABASE_URL.",
    "tenant or user not found": "is not known to its pooler; check the user in DATABASE_URL.",
    "no such user": "refuses the user or the password; check DATABASE_URL.",
    "unsupported startup parameter": "stands behind a pooler that refuses a start-up parameter; "
    "leave options and schema out of DATABASE_URL.",
    "max client": "has no connection free at its pooler; close some, or raise its limit.",
    "max_client_conn": "has no connection free at its pooler; close some, or raise its limit.",
    "query_wait_timeout": "had no connection free at its pooler in time; try again.",
    "server_login_retry": "cannot be reached by its pooler; check that the database runs.",
    "prepared statement": "stands behind a pooler that mixes up statements; try again.",
}
# The longest prefix of PostgreSQL's five-letter state counts.
_POSTGRESQL = {
    "08": UNREACHABLE,
    "57P": "is shutting down or starting up; wait a moment.",
    "28": "refuses the user or the password; check DATABASE_URL.",
    "3D000": "does not exist; create it, or check the name in DATABASE_URL.",
    "42501": "does not let this user do what is needed; grant the rights on its schema.",
    "25006": "is read-only; point DATABASE_URL to the primary server.",
    "53300": "has no connection free; close some, or raise its limit.",
    "53": "is out of disk, memory or connections; free some.",
    "40": "was busy with another change to the same rows; try again.",
    "55P03": "is locked by another program; try again.",
    "58": "cannot be read or written; check the server's disk.",
    "XX": "is damaged; bring back a backup with `attune db restore FILE` into a new database.",
}


class DatabaseError(OperatorError):
    """The database failed; the message says what happened and what to do."""


def explained(error: Exception, name: str) -> DatabaseError:
    """`error` from a driver, as a sentence about the database `name`."""
    cause: BaseException | None = error
    while cause is not None:
        if said := _said(cause):
            return DatabaseError(f"The database {name} {said}")
        cause = getattr(cause, "orig", None) or cause.__cause__
    if isinstance(error, (OSError, TimeoutError)) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    ):
        return DatabaseError(f"The database {name} {UNREACHABLE}")
    first_line = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    return DatabaseError(f"The database {name} did not do what was asked: {first_line}.")


def _said(error: BaseException) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _SQLITE.get(code & 0xFF)  # the low byte is the kind, the rest its shade
    words = str(error).lower()
    if said := next((said for mark, said in _POOLER.items() if mark in words), None):
        return said
    if (said := _not_connected(error, words)) is not None:
        return said
    state = getattr(error, "sqlstate", None)
    if isinstance(state, str):
        return next((_POSTGRESQL[state[:n]] for n in (5, 3, 2) if state[:n] in _POSTGRESQL), None)
    return None


def _not_connected(error: BaseException, words: str) -> str | None:
    """Why there is no connection, where the network says it."""
    match error:
        case socket.gaierror():
            return "is on a host whose name cannot be looked up; check the host in DATABASE_URL."
        case FileNotFoundError():
            return "has no socket there; check that it runs, and the host in DATABASE_URL."
        case ConnectionRefusedError():
            return "refuses connections; check that it runs, and the port in DATABASE_URL."
        case ssl.SSLCertVerificationError():
            return "shows a certificate that is not trusted; set sslrootcert in DATABASE_URL."
        case ssl.SSLError():
            return "and this program agree on no encryption; check sslmode in DATABASE_URL."
        case TimeoutError():
            return "does not answer in time; check that it runs and can be reached."
    if "ssl" in words and ("upgrade" in words or "rejected" in words):
        return "does not take encrypted connections; set sslmode=disable in DATABASE_URL."
    if "no pg_hba.conf entry" in words:
        return (
            "does not let this user in from here, or not without encryption; check pg_hba.conf, "
            "and sslmode in DATABASE_URL."
        )
    return None
