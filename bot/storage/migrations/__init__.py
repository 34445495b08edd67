"""The way from any earlier schema to the newest, in plain ordered steps."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import text
from sqlalchemy.engine import Connection

from bot.storage.errors import DatabaseError

_LOCK = 0x41747475  # "Attu", so that no other program's lock is meant


def upgrade(connection: Connection, name: str) -> None:
    """Brings the schema behind `connection` to the newest, in the transaction that is open.

    Raises DatabaseError if it is newer than this program.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if current(connection) == newest():
        return
    refuse_newer(connection, name)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def current(connection: Connection) -> str | None:
    """The revision of the schema behind `connection`; none if there is no schema yet."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """The revision that this program works with."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def refuse_newer(connection: Connection, name: str) -> None:
    """Raises DatabaseError if the schema behind `connection` is newer than this program."""
    revision = current(connection)
    try:
        if revision is not None:
            ScriptDirectory.from_config(_config()).get_revision(revision)
    except CommandError as error:
        raise DatabaseError(
            f"The database {name} was written by a newer version of Attune (schema {revision}, "
            f"this program knows up to {newest()}); install that version."
        ) from error


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
