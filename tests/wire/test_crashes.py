"""Real processes, killed with no warning, on real databases: each reflection is posted once."""

from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from bot.storage import locate
from tests.databases import postgresql_url
from tests.wire.crashes import Trial, run


@pytest.mark.parametrize(("backend", "processes"), [("postgresql", 2), ("sqlite", 1)])
async def test_whenever_processes_are_killed_each_reflection_is_posted_once(
    tmp_path: Path, backend: str, processes: int
) -> None:
    url: URL = postgresql_url() if backend == "postgresql" else locate(None, tmp_path)
    trial = Trial(posts=40, kills=4, processes=processes, seed=7)
    await run(trial, url, tmp_path)
    assert trial.exact, str(trial)
    assert trial.killed.total() > 1
    assert not trial.tracebacks
