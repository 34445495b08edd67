"""Why a post failed: kept in English, said in the reader's language."""

import pytest

from bot.discord_ui.refusals import REFUSALS
from bot.features.daily.posts import Forbidden, Gone, Retry, Unavailable, in_words
from bot.translation import speaking


@pytest.mark.parametrize(
    ("reason", "german"),
    [
        (
            Forbidden("Attach Files").reason,
            "Dem Bot fehlt im Kanal die Berechtigung „Dateien anhängen“.",
        ),
        (Gone().reason, "Den Kanal gibt es nicht mehr."),
        (Retry(3).reason, "Discord hat den Bot gebeten, langsamer zu machen."),
        (Unavailable().reason, "Discord hat nicht geantwortet."),
        ("Discord did not take it (502).", "Discord hat es nicht angenommen (502)."),
        ("Discord answered with 503.", "Discord hat mit 503 geantwortet."),
        ("What an earlier version kept.", "What an earlier version kept."),
    ],
)
def test_a_reason_is_said_in_the_readers_language(reason: str, german: str) -> None:
    assert in_words(reason) == reason
    with speaking("de"):
        assert in_words(reason) == german


def test_every_refusal_of_discord_can_be_said_in_another_language() -> None:
    with speaking("ja"):
        for reason in REFUSALS.values():
            assert in_words(reason) != reason
