"""Whatever arrives is answered, pings nobody and breaks nothing."""

from pathlib import Path

from tests.wire.fuzz import run


async def test_malformed_forged_and_generated_interactions_are_all_answered(tmp_path: Path) -> None:
    findings = await run(interactions=600, questions=600, seed=3, folder=tmp_path)
    assert findings.wrong == []
    assert findings.thrown == 1200
