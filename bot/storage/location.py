"""Where the database is: a file in the state folder, or what DATABASE_URL says."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.storage.errors import DatabaseError

FILE_NAME = "attune.db"
_DRIVERS = {"postgres": "postgresql+asyncpg", "sqlite": "sqlite+aiosqlite"}
# What libpq calls them, and asyncpg does not know.
_NOT_FOR_ASYNCPG = ("channel_binding", "gssencmode", "target_session_attrs")


def locate(database_url: str | None, state_dir: Path) -> URL:
    """The address of the database: SQLite in `state_dir` when `database_url` is empty.

    Takes PostgreSQL as postgres://, postgresql:// or postgresql+asyncpg://, with libpq's
    sslmode, and SQLite as sqlite:///FILE. Raises DatabaseError for anything else.
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
    if "sslmode" in url.query:
        mode = url.query["sslmode"]
        url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return url.difference_update_query(_NOT_FOR_ASYNCPG)
