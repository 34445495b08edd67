"""How the bot does, for its operator: what is counted, what is wrong, and two pages to see it."""

from bot.health.checks import Facts, Shard, Watch
from bot.health.facts import facts_of
from bot.health.metrics import Metrics
from bot.health.server import Pages

__all__ = ["Facts", "Metrics", "Pages", "Shard", "Watch", "facts_of"]
