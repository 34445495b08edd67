"""What the operator reads: log lines as text or JSON, without the token."""

import json
import logging
import time
from typing import Literal


def set_up_logging(form: Literal["text", "json"], level: str, secret: str) -> None:
    """Sends log lines of the bot from `level` on to standard error, with `secret` blotted out."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines(secret) if form == "text" else JsonLines(secret))
    # Libraries never log at "debug": discord.py would write down what members say.
    others = logging.INFO if level == "debug" else logging.WARNING
    logging.basicConfig(handlers=[handler], level=others, force=True)
    logging.getLogger("bot").setLevel(level.upper())
    # What a broken connection means is said by whoever needed it.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    logging.getLogger("discord.client").setLevel(logging.ERROR)  # it warns that voice is missing


class Lines(logging.Formatter):
    """A line a record: time in UTC, level, message, and a traceback if there is one."""

    converter = staticmethod(time.gmtime)

    def __init__(self, secret: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        """The line, without the secret."""
        return super().format(record).replace(self._secret, "•••")


class JsonLines(Lines):
    """A JSON object a record."""

    def format(self, record: logging.LogRecord) -> str:
        """The object, without the secret."""
        fields = {
            "time": self.formatTime(record, self.datefmt),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        return json.dumps(fields, ensure_ascii=False).replace(self._secret, "•••")
