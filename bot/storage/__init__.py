"""Everything that survives a restart: schema, database, migrations, backup and restore."""

from bot.storage.backups import backup, restore
from bot.storage.commands import known_commands, registering, remember_commands
from bot.storage.database import Database
from bot.storage.errors import DatabaseError
from bot.storage.location import locate

__all__ = [
    "Database",
    "DatabaseError",
    "backup",
    "known_commands",
    "locate",
    "registering",
    "remember_commands",
    "restore",
]
