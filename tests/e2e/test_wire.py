"""The check of requests notices what it is there for."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.e2e.wire import faults

TEXT = {"type": 10, "content": "words"}


def button(custom_id: str) -> dict[str, Any]:
    return {"type": 1, "components": [{"type": 2, "style": 2, "custom_id": custom_id}]}


def sent(*components: dict[str, Any], **more: Any) -> list[str]:
    body = {"flags": 1 << 15, "components": list(components), **more}
    return faults(
        [SimpleNamespace(method="POST", path="/channels/1/messages", json=body)],
    )


def test_a_good_message_has_no_faults() -> None:
    assert sent(TEXT, button("one"), allowed_mentions={"parse": [], "replied_user": False}) == []


@pytest.mark.parametrize(
    ("fault", "components"),
    [
        ("41 components", [TEXT] * 41),
        ("4001 characters of text", [{"type": 10, "content": "x" * 4001}]),
        ("custom ids that are not unique", [button("one"), button("one")]),
        ("a custom id that is too long", [button("x" * 101)]),
        ("an empty text", [{"type": 10, "content": ""}]),
    ],
)
def test_what_is_beyond_a_limit_is_a_fault(fault: str, components: list[dict[str, Any]]) -> None:
    assert fault in sent(*components)


@pytest.mark.parametrize("allowed", [{"parse": ["users"]}, {"parse": [], "replied_user": True}])
def test_what_may_ping_is_a_fault(allowed: dict[str, Any]) -> None:
    assert any("ping" in fault for fault in sent(TEXT, allowed_mentions=allowed))
