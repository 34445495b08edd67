"""Everything that survives a restart: schema, database, migrations, backup, restore and move."""

from bot.storage.backups import backup, restore
from bot.storage.commands import known_commands, registering, remember_commands
from bot.storage.database import Database
from bot.storage.errors import DatabaseError
from bot.storage.location import locate
from bot.storage.moving import move

__all__ = [
    "Database",
    "DatabaseError",
    "backup",
    "known_commands",
    "locate",
    "move",
    "registering",
    "remember_commands",
    "restore",
]
