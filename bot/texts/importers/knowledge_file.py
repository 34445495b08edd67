"""A text as a knowledge file that a person can read and edit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.texts.importers.blocks import Facts
from bot.texts.importers.passages import Passage

_PLAIN = re.compile(
    r"[^\W\d_][\w ,.'’()&/–-]*[\w.)]|[^\W\d_]|\d{1,6}|\d{4}-\d{2}-\d{2}|[IVXLC]+\.\d{1,3}"
)
_SPEAKS_YAML = re.compile(r"true|false|yes|no|on|off|null|~", re.IGNORECASE)
_UNPRINTABLE = re.compile("[^\n -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffd]")


def knowledge_yaml(
    facts: Facts,
    passages: Sequence[Passage],
    head: Mapping[str, Any] | None = None,
    notes: Mapping[int, Mapping[str, Any]] | None = None,
) -> str:
    """The YAML of a knowledge file; `head` are further keys of the text, such as `words`, and
    `notes` the keys that a curator wrote beside a passage, by its index from 0.
    """
    lines = [*_head(facts, head or {}), "paragraphs:"]
    heading: tuple[str, ...] = ()
    for index, passage in enumerate(passages):
        lines.extend(_entry(passage, heading, (notes or {}).get(index, {})))
        heading = passage.heading
    return "\n".join(lines) + "\n"


def _head(facts: Facts, more: Mapping[str, Any]) -> Iterator[str]:
    said = {name: value for name, value in facts._asdict().items() if value}
    for name, value in {**said, **more}.items():
        yield from _value(name, value, "")


def _entry(passage: Passage, before: tuple[str, ...], notes: Mapping[str, Any]) -> Iterator[str]:
    lines: list[str] = []
    if passage.heading != before:
        lines.append(f"heading: {_flow(passage.heading)}")
    for name, value in (
        ("kind", None if passage.kind == "prose" else passage.kind),
        ("label", passage.label),
        ("speaker", passage.speaker),
    ):
        if value:
            lines.append(f"{name}: {_scalar(value)}")
    lines.append("text: |")
    lines.extend(f"  {line}".rstrip() for line in _UNPRINTABLE.sub("", passage.text).split("\n"))
    for name, value in notes.items():
        lines.extend(_value(name, value, ""))
    for number, line in enumerate(lines):
        yield (f"    {line}" if number else f"  - {line}") if line.strip() else ""


def _value(name: str, value: Any, indent: str) -> Iterator[str]:
    """The lines of one key, with what stands under it."""
    if isinstance(value, str):
        yield f"{indent}{_scalar(name)}: {_scalar(value)}"
    elif isinstance(value, Mapping):
        yield f"{indent}{_scalar(name)}:"
        for key, inner in value.items():
            yield from _value(key, inner, indent + "  ")
    elif all(isinstance(one, str) for one in value):
        yield f"{indent}{_scalar(name)}: {_flow(value)}"
    else:
        yield f"{indent}{_scalar(name)}:"
        for one in value:
            inner_lines = [line for key, inner in one.items() for line in _value(key, inner, "")]
            for number, line in enumerate(inner_lines):
                yield f"{indent}  {'  ' if number else '- '}{line}"


def _flow(values: Sequence[str]) -> str:
    return f"[{', '.join(_scalar(value, in_flow=True) for value in values)}]"


def _scalar(value: str, in_flow: bool = False) -> str:
    """The text as YAML reads it back, without quotes where it needs none."""
    value = _UNPRINTABLE.sub("", value)
    if (
        _PLAIN.fullmatch(value)
        and not _SPEAKS_YAML.fullmatch(value)
        and not (in_flow and "," in value)
    ):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
