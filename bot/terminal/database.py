"""`attune db`: what an operator does to the database."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from bot.mistake import Mistake
from bot.settings import load_settings
from bot.storage import operations
from bot.storage.location import locate


def database(arguments: Namespace) -> None:
    """Does what is asked for and says what was done. Raises Mistake."""
    settings = load_settings()
    url = settings.database_url
    where = locate(url.get_secret_value() if url else None, settings.state_dir)
    print(_action(arguments)(where))


def _action(arguments: Namespace) -> Callable[..., str]:
    match arguments.action:
        case "upgrade":
            return operations.upgrade
        case "current":
            return operations.current
    if arguments.file is None:
        raise Mistake(f"{arguments.action} needs a file; see attune db --help")
    action = operations.backup if arguments.action == "backup" else operations.restore
    return lambda where: action(where, Path(arguments.file))
