"""What is counted, as Prometheus reads it."""

import math
from dataclasses import replace
from datetime import date, timedelta

from bot.features.daily.claims import Claim, Lease
from bot.features.daily.posts import Forbidden, Gone, Post, Retry, Unavailable
from bot.features.daily.results import Failed, Outcome, Sent
from bot.health import Metrics, Shard
from bot.retrieval.answer import Kind
from tests.health.page import Page
from tests.health.standing import NOW, WELL

POST = Post(7, 8, None, "rivers", 1, (1,), None, "n", date(2026, 3, 1), NOW, False, False, None)
CLAIM = Claim(POST, 1, NOW, Lease(NOW + timedelta(minutes=3)))
AGAIN = CLAIM._replace(attempts=2)


def test_a_page_shows_zeros_before_anything_happened() -> None:
    page = Page(Metrics().page(WELL, 0))
    assert {
        kind: page.value("attune_questions_total", kind=kind) for kind in Kind
    } == dict.fromkeys(("answer", "nearest", "about", "care", "none"), 0)
    assert page.value("attune_posts_total", result="sent") == 0
    assert page.value("attune_database_errors_total") == 0


def test_answers_are_counted_by_kind_with_the_time_they_took() -> None:
    metrics = Metrics()
    metrics.answered(Kind.ANSWER, timedelta(milliseconds=3))
    metrics.answered(Kind.ANSWER, timedelta(seconds=2))
    metrics.answered(Kind.CARE, timedelta(0))
    page = Page(metrics.page(WELL, 0))
    assert page.value("attune_questions_total", kind="answer") == 2
    assert page.value("attune_questions_total", kind="care") == 1
    assert page.value("attune_answer_seconds_count") == 3
    assert page.value("attune_answer_seconds_bucket", le="0.005") == 2
    assert page.value("attune_answer_seconds_sum") == 2.003


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    metrics = Metrics()
    metrics.answered(Kind.ANSWER, timedelta(seconds=-3600))
    assert Page(metrics.page(WELL, 0)).value("attune_answer_seconds_sum") == 0


def test_tries_to_post_are_counted_by_what_came_of_them() -> None:
    outcomes: dict[str, list[Outcome]] = {
        "sent": [Sent(CLAIM, NOW, 1, late=False), Sent(CLAIM, NOW, 2, late=True)],
        "found": [Sent(AGAIN, NOW, 3, late=None)],
        "dropped": [Failed(AGAIN, NOW, None)],
        "gone": [Failed(CLAIM, NOW, Gone())],
        "forbidden": [Failed(CLAIM, NOW, Forbidden("Send Messages"))],
        "slowed": [Failed(CLAIM, NOW, Retry(1.5))],
        "unavailable": [Failed(CLAIM, NOW, Unavailable())] * 3,
    }
    metrics = Metrics()
    for some in outcomes.values():
        metrics.count_outcomes(some)
    page = Page(metrics.page(WELL, 0))
    for result, some in outcomes.items():
        assert page.value("attune_posts_total", result=result) == len(some)


def test_a_thread_that_is_opened_later_is_no_second_post() -> None:
    metrics = Metrics()
    metrics.count_outcomes([Sent(AGAIN._replace(message_id=1), NOW, 1, late=None, thread="made")])
    assert Page(metrics.page(WELL, 0)).sum("attune_posts_total") == 0


def test_how_late_posts_were_is_that_of_posts_sent_alone() -> None:
    metrics = Metrics()
    at = NOW + timedelta(seconds=8)
    metrics.count_outcomes([Sent(CLAIM, at, 1, late=False), Sent(AGAIN, at, 2, late=None)])
    page = Page(metrics.page(WELL, 0))
    assert page.value("attune_post_lateness_seconds_count") == 1
    assert page.value("attune_post_lateness_seconds_sum") == 8
    assert page.value("attune_post_lateness_seconds_bucket", le="5.0") == 0
    assert page.value("attune_post_lateness_seconds_bucket", le="10.0") == 1


def test_how_the_bot_stands_is_that_of_now() -> None:
    metrics = Metrics()
    shards = (Shard(0, True, 0.04), Shard(1, False, 0.5), Shard(2, True, None))
    page = Page(metrics.page(replace(WELL, shards=shards), 3))
    assert page.value("attune_servers") == 12
    assert page.value("attune_tasks") == 9
    assert page.value("attune_shards") == 3
    assert page.value("attune_shards_connected") == 2
    assert page.value("attune_posts_backlog") == 3
    assert page.value("attune_gateway_latency_seconds", shard="1") == 0.5
    assert not page.has("attune_gateway_latency_seconds", shard="2")
    page = Page(metrics.page(replace(WELL, shards=shards[:1]), None))
    assert not page.has("attune_gateway_latency_seconds", shard="1")
    assert math.isnan(page.value("attune_posts_backlog"))


def test_two_bots_share_no_figures() -> None:
    one, other = Metrics(), Metrics()
    one.database_failed()
    assert Page(one.page(WELL, 0)).value("attune_database_errors_total") == 1
    assert Page(other.page(WELL, 0)).value("attune_database_errors_total") == 0
