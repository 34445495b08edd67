"""What stands before a Markdown text for programs: keys in YAML or TOML."""

import re
from collections import Counter
from typing import Any

from bot.texts.importers.blocks import Facts
from bot.texts.importers.languages import language_called

_FENCES = {"---": "yaml", "+++": "toml"}
_FACTS = {
    "title": ("title",),
    "author": ("author", "authors", "by", "creator"),
    "language": ("language", "lang", "locale"),
    "published": ("published", "date", "created", "pubdate"),
    "source": ("source", "canonical_url", "canonical", "url"),
    "licence": ("licence", "license"),
}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def split(lines: list[str]) -> tuple[str | None, int]:
    """How the front matter is written ("yaml", "toml" or None), and the index of the text's first
    line; 0 where there is none or it has no end.
    """
    fence = lines[0].strip() if lines else ""
    kind = _FENCES.get(fence)
    if kind is None:
        return None, 0
    for index in range(1, len(lines)):
        if lines[index].strip() == fence or (kind == "yaml" and lines[index].strip() == "..."):
            return kind, index + 1
    return None, 0


def facts_of(kind: str, text: str, left_out: Counter[str]) -> Facts:
    """What the front matter `text` says of the text below it; other keys are left out."""
    said = _parsed(kind, text)
    facts: dict[str, str | None] = {}
    known: set[str] = set()
    for name, keys in _FACTS.items():
        for key in keys:
            value = _one_line(said.get(key))
            if value and name not in facts:
                facts[name] = value
                known.add(key)
    left_out["front matter"] += len(said.keys() - known)
    day = _DATE.match(facts.get("published") or "")
    source = facts.get("source") or ""
    facts["published"] = day[0] if day else None
    facts["source"] = source if source.startswith(("https://", "http://")) else None
    facts["language"] = language_called(facts.get("language"))
    return Facts(**facts)


def _parsed(kind: str, text: str) -> dict[str, Any]:
    try:
        if kind == "toml":
            import tomllib

            found: Any = tomllib.loads(text)
        else:
            import yaml

            found = yaml.safe_load(text)
    except ValueError:
        return {}
    except Exception as error:
        if type(error).__module__.startswith("yaml"):
            return {}
        raise
    if not isinstance(found, dict):
        return {}
    return {str(key).lower(): value for key, value in found.items()}


def _one_line(value: Any) -> str | None:
    """A value of front matter as one line; None for what is no words."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(str(one) for one in value if isinstance(one, str | int))
    if value is None or isinstance(value, bool | dict | list | set):
        return None
    return " ".join(str(value).split()) or None
