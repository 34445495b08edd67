"""What goes over the wire, held against Discord's description and its unstated limits."""

from collections.abc import Iterable
from typing import Any

from simcord.components import walk_components

from tests.openapi import request_errors

_TEXT = 4000
_COMPONENTS = 40
_CUSTOM_ID = 100


def faults(requests: Iterable[Any]) -> list[str]:
    """What is wrong with the bodies of `requests`; nothing, one hopes."""
    found: list[str] = []
    for request in requests:
        if request.json is None:
            continue
        found += request_errors(request.method, request.path, request.json)
        if isinstance(request.json, dict):
            found += _beyond_limits(request.json.get("data") or request.json)
    return found


def _beyond_limits(body: dict[str, Any]) -> list[str]:
    components = list(walk_components(body.get("components") or []))
    text = sum(len(part.get("content", "")) for part in components)
    named = [part["custom_id"] for part in components if part.get("custom_id")]
    values = [one["value"] for part in components for one in part.get("options") or []]
    checks = {
        f"{len(components)} components": len(components) > _COMPONENTS,
        f"{text} characters of text": text > _TEXT,
        "custom ids that are not unique": len(named) != len(set(named)),
        "a custom id that is too long": any(len(one) > _CUSTOM_ID for one in named + values),
        "an empty text": any(part["type"] == 10 and not part["content"] for part in components),
        "a mention that may ping": bool((body.get("allowed_mentions") or {}).get("parse")),
        "a ping of the one replied to": bool(
            (body.get("allowed_mentions") or {}).get("replied_user")
        ),
    }
    return [fault for fault, is_so in checks.items() if is_so]
