"""The database of a running bot: opened as soon as it can be, and tried again until then."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.engine import URL

from bot.storage.database import Database
from bot.storage.errors import DatabaseError

log = logging.getLogger(__name__)

_SHORTEST_BACKOFF = timedelta(seconds=10)
_LONGEST_BACKOFF = timedelta(minutes=5)


class DatabaseConnection:
    """Opens the database at `url`; while it cannot be opened, each try comes after a longer wait.

    `failed` is called for every error of the database.
    """

    def __init__(self, url: URL, now: Callable[[], datetime], failed: Callable[[], None]) -> None:
        self._url = url
        self._now = now
        self._failed = failed
        self._database: Database | None = None
        self._error = DatabaseError("The database is not open yet; try again in a moment.")
        self._backoff = _SHORTEST_BACKOFF
        self._next_try: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the database can be used."""
        return self._database is not None

    @property
    def database(self) -> Database:
        """The open database. Raises DatabaseError, which says why, while there is none."""
        if self._database is None:
            raise self._error
        return self._database

    @property
    def trouble(self) -> str | None:
        """Why the database could not be opened, in a sentence; None if nothing is known."""
        return str(self._error) if self._database is None and self._next_try else None

    async def open(self) -> bool:
        """Tries to open the database if it is not open and a try is due; True if it opened now."""
        if self._database is not None or not self._is_due():
            return False
        try:
            self._database = await Database.open(self._url)
        except DatabaseError as error:
            self._failed()
            self._error = error
            self._next_try = self._now() + self._backoff
            log.error(
                "The database cannot be used; retrying in %d s: %s",
                self._backoff.total_seconds(),
                error,
            )
            self._backoff = min(2 * self._backoff, _LONGEST_BACKOFF)
            return False
        self._database.failed = self._failed
        return True

    async def close(self) -> None:
        """Closes the database. Raises DatabaseError."""
        database, self._database = self._database, None
        if database is not None:
            await database.close()

    def _is_due(self) -> bool:
        return self._next_try is None or self._now() >= self._next_try
