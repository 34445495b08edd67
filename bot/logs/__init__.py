"""Log lines as text or JSON, without secrets and without what members wrote."""

import json
import logging
import re
import sys
import threading
import time
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from bot.logs.redaction import connection_failure, safe_message, safe_traceback
from bot.settings import Settings

log = logging.getLogger(__name__)


def set_up_logging(settings: Settings) -> None:
    """Sends log lines from the wanted level on to standard error, with all secrets left out."""
    secrets = _secrets(settings)
    handler = _StreamHandler()
    handler.setFormatter(Lines(secrets) if settings.log_format == "text" else JsonLines(secrets))
    handler.addFilter(lambda record: not str(record.msg).endswith("voice will NOT be supported"))
    # Libraries never log at "debug": discord.py would write down what members say.
    others = logging.INFO if settings.log_level == "debug" else logging.WARNING
    logging.basicConfig(handlers=[handler], level=others, force=True)
    logging.getLogger("bot").setLevel(settings.log_level.upper())
    # Whoever needs a connection says what it means that it broke.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    _log_uncaught_errors()


class Lines(logging.Formatter):
    """A line a record: time in UTC, level, message, and a traceback if there is one."""

    converter = staticmethod(time.gmtime)

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__(datefmt="%Y-%m-%dT%H:%M:%SZ")
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The line, without the secrets."""
        message, error = self._message_and_traceback(record)
        head = f"{self.formatTime(record, self.datefmt)} {record.levelname} {message}"
        return f"{head}\n{error}" if error else head

    def _message_and_traceback(self, record: logging.LogRecord) -> tuple[str, str | None]:
        """The message, and the traceback unless the message says all that matters."""
        message, error, why = safe_message(record), None, connection_failure(record)
        if why is not None:
            message = f"{message}: {why}"
        elif record.exc_info and record.exc_info[1] is not None:
            error = self._without_secrets(safe_traceback(record.exc_info[1]))
        return self._without_secrets(message), error

    def _without_secrets(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "•••")
        return text


class JsonLines(Lines):
    """A JSON object a record."""

    def format(self, record: logging.LogRecord) -> str:
        """The object, without the secrets."""
        message, error = self._message_and_traceback(record)
        fields = {
            "time": self.formatTime(record, self.datefmt),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message,
        }
        if reference := getattr(record, "reference", None):
            fields["reference"] = reference
        if error is not None:
            fields["error"] = error
        return json.dumps(fields, ensure_ascii=False)


class _StreamHandler(logging.StreamHandler[Any]):
    """Goes on when a line cannot be written; the inherited one would print what it holds."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # its name there
        pass


def _secrets(settings: Settings) -> list[str]:
    """The token, and the database's password as it is written and as it is meant."""
    token = settings.discord_token.get_secret_value() if settings.discord_token else ""
    url = settings.database_url.get_secret_value() if settings.database_url else ""
    passwords = re.findall(r"://[^:/]*:([^@]*)@|[?&]password=([^&]*)", url)
    written = [one for pair in passwords for one in pair]
    return [token.strip(), *written, *map(unquote, written)]


def _log_uncaught_errors() -> None:
    """Logs what Python would print with all that the errors' texts quote."""

    def ended(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            log.critical("The program ended with an unexpected error", exc_info=error)

    def ignored(fault: Any) -> None:
        log.error("An unexpected error was ignored", exc_info=fault.exc_value)

    sys.excepthook = ended
    sys.unraisablehook = threading.excepthook = ignored
