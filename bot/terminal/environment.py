"""Settings of the command line: which texts to use, and with which vectors."""

import os

from bot.errors import UserError
from bot.wording import quoted


def knowledge_setting() -> str | None:
    """What the environment, or else .env, says of KNOWLEDGE. Raises UserError."""
    return _setting("KNOWLEDGE")


def meaning_setting() -> str:
    """What the environment, or else .env, says of MEANING: on, off or neural. Raises UserError."""
    named = (_setting("MEANING") or "on").lower()
    if named not in ("on", "off", "neural"):
        raise UserError(f"MEANING is {quoted(named)}; set it to on, off or neural")
    return named


def _setting(name: str) -> str | None:
    """What the environment, or else .env, says.

    The settings' own reader would add a fifth of a second to every question at the prompt.
    Raises UserError if .env cannot be read.
    """
    named = os.environ.get(name)
    if named is None and os.path.isfile(".env"):
        from dotenv import dotenv_values

        try:
            named = dotenv_values(".env", encoding="utf-8-sig").get(name)
        except UnicodeDecodeError:
            raise UserError(".env is not UTF-8; save it as UTF-8 text") from None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UserError(f".env cannot be read ({reason}); make it readable") from None
    return named or None
