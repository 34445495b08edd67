"""Which commands were last registered with Discord, as a hash for each application."""

from sqlalchemy import select, text

from bot.storage.database import Database
from bot.storage.schema import commands


async def known_commands(database: Database, application_id: int) -> str | None:
    """The hash of the commands that Discord has for the application; none if never synced.

    Raises DatabaseError.
    """
    query = select(commands.c.hash).where(commands.c.application_id == application_id)
    async with database.statement() as connection:
        found: str | None = await connection.scalar(query)
        return found


async def remember_commands(database: Database, application_id: int, digest: str) -> None:
    """Keeps the hash of the commands that Discord now has. Raises DatabaseError."""
    async with database.write() as connection:
        await connection.execute(_REMEMBER, {"application": application_id, "hash": digest})


# Written the same on SQLite and PostgreSQL; SQLAlchemy has it for each of them alone.
_REMEMBER = text(
    "INSERT INTO commands (application_id, hash) VALUES (:application, :hash) "
    "ON CONFLICT (application_id) DO UPDATE SET hash = excluded.hash"
)
