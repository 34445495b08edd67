"""What tests of the whole house share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from bot.settings import Settings

# Speed is for benchmarks to judge: a test must not fail because the machine is busy.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")

SMALL_TEXT = """\
title: On Rivers
author: A. Walker
published: 2021-03-04
source: A walk along the Elbe
words:
  stream: [river]
paragraphs:
  - text: |
      A river is never the same twice. It carries what the hills let go.
    topics: [change]
    reflections: [What changed for you this year?]
    asked:
      - sentence: 1
        questions: [does a river stay the same]
      - sentence: 2
        questions: [what does the water bring along]
  - text: |
      The ferryman knew every bank by its smell. He never hurried.
    topics: [patience, the ferryman]
    reflections: [Whom do you trust to bring you across?]
    asked:
      - sentence: 1
        questions: [how did he recognise a bank]
      - sentence: 2
        questions: [was the ferryman in a hurry]
"""

WriteText = Callable[..., Path]


@pytest.fixture
def write_text(tmp_path: Path) -> WriteText:
    """Writes a small text, or `content`, with each (old, new) replaced; returns its path."""

    def write(
        *replaced: tuple[str, str], content: str | bytes = SMALL_TEXT, name: str = "rivers.yaml"
    ) -> Path:
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
            return path
        for old, new in replaced:
            assert old in content
            content = content.replace(old, new, 1)
        path.write_text(content, encoding="utf-8")
        return path

    return write


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps tests from what the environment says of this machine's own bot."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
