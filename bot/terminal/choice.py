"""What the environment says of the texts to work on."""

import os

from bot.errors import UserError


def knowledge_setting() -> str | None:
    """What the environment, or else .env, says of KNOWLEDGE.

    The settings' own reader would add a fifth of a second to every question at the prompt.
    Raises UserError if .env cannot be read.
    """
    named = os.environ.get("KNOWLEDGE")
    if named is None and os.path.isfile(".env"):
        from dotenv import dotenv_values

        try:
            named = dotenv_values(".env", encoding="utf-8-sig").get("KNOWLEDGE")
        except UnicodeDecodeError:
            raise UserError(".env is not UTF-8; save it as UTF-8 text") from None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UserError(f".env cannot be read ({reason}); make it readable") from None
    return named or None
