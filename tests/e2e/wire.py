"""What goes over the wire, held against Discord's description and its unstated limits."""

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from simcord.components import walk_components

_SPECIFICATION = Path(__file__).parents[3] / "shared/discord/openapi.json"
_TEXT = 4000
_COMPONENTS = 40
_CUSTOM_ID = 100

Errors = Callable[[str, str, Any], list[str]]


def faults(requests: Iterable[Any]) -> list[str]:
    """What is wrong with the bodies of `requests`; nothing, one hopes."""
    described = _described()
    found: list[str] = []
    for request in requests:
        if request.json is None:
            continue
        found += described(request.method, request.path, request.json)
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


@cache
def _described() -> Errors:
    """Checks a body against Discord's OpenAPI description, where that is at hand."""
    if not _SPECIFICATION.is_file():
        return lambda *_: []
    jsonschema = import_module("jsonschema")  # which has no types
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    specification = json.loads(_SPECIFICATION.read_text(encoding="utf-8"))
    schemas = specification["components"]["schemas"]
    # Discord takes ids as numbers too, and discord.py sends some that way.
    schemas["SnowflakeType"] = {
        "anyOf": [dict(schemas["SnowflakeType"]), {"type": "integer", "minimum": 0}]
    }
    resource = Resource.from_contents(specification, default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource("urn:discord", resource)
    routes = _routes(specification["paths"])

    @cache
    def validator(template: str, method: str) -> Any:
        path = ["paths", template, method, "requestBody", "content", "application/json", "schema"]
        pointer = "/".join(step.replace("~", "~0").replace("/", "~1") for step in path)
        return jsonschema.Draft202012Validator(
            {"$ref": f"urn:discord#/{pointer}"}, registry=registry
        )

    def errors(method: str, path: str, body: Any) -> list[str]:
        template = next(
            (
                template
                for template, pattern, methods in routes
                if method.lower() in methods and pattern.fullmatch(path)
            ),
            None,
        )
        if template is None:
            return [f"{method} {path} is no route of Discord"]
        found = validator(template, method.lower()).iter_errors(body)
        return [f"{method} {template}: {error.message[:200]}" for error in found]

    return errors


def _routes(paths: dict[str, Any]) -> list[tuple[str, re.Pattern[str], set[str]]]:
    routes = [
        (template, re.compile(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(template))), set(methods))
        for template, methods in paths.items()
    ]
    # Literal parts such as @original win over parameters.
    return sorted(routes, key=lambda route: route[0].count("{"))
