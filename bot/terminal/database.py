"""`attune db`: upgrade, back up, restore and move the database."""

import os
from argparse import Namespace
from pathlib import Path

from bot.errors import UserError
from bot.settings import load_settings
from bot.storage import operations
from bot.storage.address import locate


def database(arguments: Namespace) -> None:
    """Does the `action`, with the `file` if it takes one, and says what was done.

    Raises UserError and DatabaseError.
    """
    name, file = arguments.action, arguments.file
    if file == "":
        raise UserError(f"the FILE of {name} is empty; name a file")
    if name == "backup" and os.path.lexists(file):
        raise UserError(f"{file} exists already; name a new file for the backup")
    settings = load_settings()
    address = settings.database_url
    url = locate(address.get_secret_value() if address else None, settings.state_dir)
    if file is None:
        print(_WITHOUT_FILE[name](url))
    else:
        print(_WITH_FILE[name](url, Path(file)))


_WITHOUT_FILE = {"upgrade": operations.upgrade, "current": operations.current}
_WITH_FILE = {
    "backup": operations.backup,
    "restore": operations.restore,
    "move": operations.move,
}
