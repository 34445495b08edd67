"""Everything that survives a restart: schema, database, migrations, backup, restore and move."""

from bot.storage.address import locate
from bot.storage.backups import backup, move, restore
from bot.storage.commands import known_commands, remember_commands
from bot.storage.database import Database
from bot.storage.errors import DatabaseError

__all__ = [
    "Database",
    "DatabaseError",
    "backup",
    "known_commands",
    "locate",
    "move",
    "remember_commands",
    "restore",
]
