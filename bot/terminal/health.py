"""`attune health`: asks the running bot whether it is healthy; for a container's health check."""

import sys
from argparse import Namespace
from http.client import HTTPConnection, HTTPException

from bot.errors import UserError
from bot.settings import load_settings

_TIMEOUT = 5.0  # seconds
_LOOPBACK = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # served everywhere, here too


def health(_: Namespace) -> int:
    """Prints that the bot is healthy and returns 0, or says on stderr why not and returns 1.

    Raises UserError if the settings do not say where to ask.
    """
    settings = load_settings()
    if not settings.health_port:
        what = "not set" if settings.health_port is None else "0, which is any free port"
        raise UserError(f"HEALTH_PORT is {what}; set it to a port for both attune run and this")
    host = _LOOPBACK.get(settings.health_host, settings.health_host)
    status, said = _asked(host, settings.health_port)
    print(said, file=sys.stdout if status == 200 else sys.stderr)
    return 0 if status == 200 else 1


def _asked(host: str, port: int) -> tuple[int | None, str]:
    """The status of /healthz and what it says; no status if nothing of ours answers."""
    where = f"{host}, port {port}"
    connection = HTTPConnection(host, port, timeout=_TIMEOUT)
    try:
        connection.request("GET", "/healthz")
        response = connection.getresponse()
        status, said = response.status, response.read().decode(errors="replace").strip()
    except TimeoutError:
        return None, f"The bot did not answer at {where} within {_TIMEOUT:.0f} seconds."
    except (OSError, UnicodeError):
        return None, f"Nothing answers at {where}; is the bot running, with this HEALTH_PORT?"
    except HTTPException:
        return None, f"What answers at {where} is not the bot."
    finally:
        connection.close()
    if status not in (200, 503):
        return None, f"What answers at {where} is not the bot (status {status})."
    return status, said
