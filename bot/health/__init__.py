"""Health for the operator: metrics, checks, and the HTTP pages that show them."""

from bot.health.checks import Facts, Shard, Watch
from bot.health.facts import facts_of
from bot.health.metrics import Metrics
from bot.health.server import Pages

__all__ = ["Facts", "Metrics", "Pages", "Shard", "Watch", "facts_of"]
