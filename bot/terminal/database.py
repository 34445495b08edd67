"""`attune db`: what an operator does to the database."""

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import URL

from bot.errors import UserError, quoted
from bot.settings import load_settings
from bot.storage import operations
from bot.storage.address import locate


def database(arguments: Namespace) -> None:
    """Does what is asked for and says what was done. Raises UserError."""
    action = _action(arguments.action, arguments.file)
    settings = load_settings()
    url = settings.database_url
    print(action(locate(url.get_secret_value() if url else None, settings.state_dir)))


def _action(name: str, file: str | None) -> Callable[[URL], str]:
    if name in _WITHOUT_FILE:
        if file is not None:
            raise UserError(f"{name} takes no file; leave out {quoted(file)}")
        return _WITHOUT_FILE[name]
    if name not in _WITH_FILE:
        known = ", ".join([*_WITHOUT_FILE, *_WITH_FILE])
        raise UserError(f"there is no action {quoted(name)}; choose one of {known}")
    if not file:
        raise UserError(f"{name} needs a file; name one after it")
    if name == "backup" and os.path.lexists(file):
        raise UserError(f"{file} exists already; name a new file for the backup")
    action = _WITH_FILE[name]
    return lambda where: action(where, Path(file))


_WITHOUT_FILE = {"upgrade": operations.upgrade, "current": operations.current}
_WITH_FILE = {
    "backup": operations.backup,
    "restore": operations.restore,
    "move": operations.move,
}
