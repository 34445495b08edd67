"""How a bot stands that nothing ails, for tests to change."""

from datetime import UTC, datetime

from bot.health import Facts, Shard

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WELL = Facts(
    ready=True,
    closed=False,
    shards=(Shard(0, True, 0.04), Shard(1, True, None)),
    servers=12,
    tasks=9,
    database_open=True,
    trouble=None,
    last_progress=NOW,
)
