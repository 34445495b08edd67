"""What the environment says of the texts to work on."""

import os


def knowledge_setting() -> str | None:
    """What the environment, or else .env, says of KNOWLEDGE.

    The settings' own reader would add a fifth of a second to every question at the prompt.
    """
    named = os.environ.get("KNOWLEDGE")
    if named is None and os.path.isfile(".env"):
        from dotenv import dotenv_values

        named = dotenv_values(".env").get("KNOWLEDGE")
    return named or None
