"""Discord's OpenAPI description, where it is at hand: what is wrong with a request or an answer."""

import json
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

_SPECIFICATION = Path(__file__).parents[2] / "shared/discord/openapi.json"

Errors = Callable[[str, str, Any, int | None], list[str]]


def request_errors(method: str, path: str, body: Any) -> list[str]:
    """What is wrong with the body of a request."""
    return _described()(method, path, body, None)


def reply_errors(method: str, path: str, status: int, reply: Any) -> list[str]:
    """What is wrong with the body of Discord's answer to a request."""
    return _described()(method, path, reply, status)


@cache
def _described() -> Errors:
    """Checks a body; finds nothing where there is no description."""
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
    def validator(template: str, method: str, status: int | None) -> Any:
        path = ["paths", template, method, "requestBody"]
        if status is not None:
            described = specification["paths"][template][method]["responses"]
            known = str(status) if str(status) in described else f"{status // 100}XX"
            path = ["paths", template, method, "responses", known]
            if "$ref" in described[known]:
                path = described[known]["$ref"].removeprefix("#/").split("/")
        path += ["content", "application/json", "schema"]
        pointer = "/".join(step.replace("~", "~0").replace("/", "~1") for step in path)
        return jsonschema.Draft202012Validator(
            {"$ref": f"urn:discord#/{pointer}"}, registry=registry
        )

    def errors(method: str, path: str, body: Any, status: int | None) -> list[str]:
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
        found = validator(template, method.lower(), status).iter_errors(body)
        return [f"{method} {template}: {error.message[:200]}" for error in found]

    return errors


def _routes(paths: dict[str, Any]) -> list[tuple[str, re.Pattern[str], set[str]]]:
    routes = [
        (template, re.compile(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(template))), set(methods))
        for template, methods in paths.items()
    ]
    # Literal parts such as @original win over parameters.
    return sorted(routes, key=lambda route: route[0].count("{"))
