"""Prometheus metrics. No label ever holds what a person wrote or who it was."""

from collections.abc import Sequence
from datetime import timedelta

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from bot.features.daily.posts import Forbidden, Gone, Refused, Retry, Unavailable
from bot.features.daily.results import Failed, Outcome, Sent
from bot.health.checks import Facts
from bot.retrieval.answer import Kind

# Bounds of buckets, in seconds.
_ANSWERING = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3)
_MINUTE, _HOUR = 60, 3600
_LATENESS = (5, 10, 15, 30, _MINUTE, 5 * _MINUTE, 15 * _MINUTE, _HOUR, 6 * _HOUR, 24 * _HOUR)
_FAILURES = {
    Gone: "gone",
    Forbidden: "forbidden",
    Refused: "refused",
    Retry: "slowed",
    Unavailable: "unavailable",
}
_RESULTS = ("sent", "found", "dropped", *_FAILURES.values())


class Metrics:
    """The metrics of one bot, and of the bot that replaces it after a reconnect."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        questions = self._counter(
            "attune_questions", "Questions, by the kind of answer found.", "kind"
        )
        # Looked up once: a question should not wait for it, and the page shows zeros, too.
        self._questions = {kind: questions.labels(kind.value) for kind in Kind}
        self._answering = self._histogram(
            "attune_answer_seconds", "How long answers took to find.", _ANSWERING
        )
        posts = self._counter(
            "attune_posts",
            "Tries to post, by what came of each: sent, found in the channel after a crash, "
            "dropped as no longer wanted, or why it failed.",
            "result",
        )
        self._posts = {result: posts.labels(result) for result in _RESULTS}
        self._lateness = self._histogram(
            "attune_post_lateness_seconds", "How long after its time each post was sent.", _LATENESS
        )
        self._database_errors = self._counter(
            "attune_database_errors", "How often the database did not do what was asked."
        )
        self._backlog = self._gauge(
            "attune_posts_backlog",
            "Posts that are due and not yet settled, of all processes; NaN if not known.",
        )
        self._latency = self._gauge(
            "attune_gateway_latency_seconds", "From heartbeat to answer, by shard.", "shard"
        )
        self._shards = self._gauge("attune_shards", "Shards of this process.")
        self._connected = self._gauge(
            "attune_shards_connected", "Shards of this process that are connected."
        )
        self._servers = self._gauge("attune_servers", "Servers that this process serves.")
        self._tasks = self._gauge("attune_tasks", "Tasks of the event loop that are not done.")

    def answered(self, kind: Kind, took: timedelta) -> None:
        """Counts an answered question."""
        self._questions[kind].inc()
        self._answering.observe(_seconds(took))

    def count_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Counts the outcomes of tries to post."""
        for outcome in outcomes:
            if result := _result(outcome):
                self._posts[result].inc()
            if isinstance(outcome, Sent) and outcome.late is not None:
                self._lateness.observe(_seconds(outcome.at - outcome.claim.post.due))

    def database_failed(self) -> None:
        """Counts an error of the database."""
        self._database_errors.inc()

    def page(self, facts: Facts, backlog: int | None) -> bytes:
        """All figures in Prometheus' text format, with how the bot stands now."""
        self._backlog.set(float("nan") if backlog is None else backlog)
        self._latency.clear()
        for shard in facts.shards:
            if shard.latency is not None:
                self._latency.labels(str(shard.number)).set(shard.latency)
        self._shards.set(len(facts.shards))
        self._connected.set(sum(shard.connected for shard in facts.shards))
        self._servers.set(facts.servers)
        self._tasks.set(facts.tasks)
        return generate_latest(self._registry)

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(name, what, labels, registry=self._registry)

    def _gauge(self, name: str, what: str, *labels: str) -> Gauge:
        return Gauge(name, what, labels, registry=self._registry)

    def _histogram(self, name: str, what: str, buckets: Sequence[float]) -> Histogram:
        return Histogram(name, what, buckets=buckets, registry=self._registry)


def _seconds(span: timedelta) -> float:
    """Not below zero, where a clock that is set back would take it."""
    return max(0.0, span.total_seconds())


def _result(outcome: Outcome) -> str | None:
    """What came of a try to post; None if it was none, as when only a thread was still to open."""
    if isinstance(outcome, Sent):
        if outcome.late is not None:
            return "sent"
        return "found" if outcome.claim.message_id is None else None
    if isinstance(outcome, Failed):
        failure = outcome.failure
        return "dropped" if failure is None else _FAILURES.get(type(failure), "unavailable")
    return None
