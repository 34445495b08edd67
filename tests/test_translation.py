"""The language of the moment."""

import gettext as stdlib
from datetime import date

import pytest

from bot import translation
from bot.translation import gettext as _
from bot.translation import ngettext, speaking
from bot.wording import day_named, listed, weekday_and_day_named, weekdays_named

DAY = date(2020, 9, 13)


class Capitals(stdlib.NullTranslations):
    """A catalogue with an entry for everything that does not begin with "no"."""

    def gettext(self, message: str) -> str:
        return message if message.startswith("no") else message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n < 2 else msgid2).replace("one", "EIN").replace("many", "VIELE")


@pytest.fixture(autouse=True)
def capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "catalogue", lambda _: Capitals())


def test_texts_are_english_unless_another_language_is_spoken() -> None:
    assert _("read it") == "read it"
    with speaking("de"):
        assert _("read it") == "READ IT"
        with speaking(None):
            assert _("read it") == "read it"
        assert _("read it") == "READ IT"
    assert _("read it") == "read it"


@pytest.mark.parametrize("locale", ["en-GB", "en-US", "sv-SE", "xx", "", None])
def test_a_language_that_the_bot_does_not_speak_is_answered_in_english(locale: str | None) -> None:
    with speaking(locale):
        assert _("read it") == "read it"


@pytest.mark.parametrize(("locale", "babel"), [("es-419", "es"), ("pt-BR", "pt_BR"), ("ja", "ja")])
def test_discord_s_locales_are_mapped(locale: str, babel: str) -> None:
    with speaking(locale):
        assert translation.language() == babel


def test_a_text_without_an_entry_falls_back_to_english() -> None:
    with speaking("de"):
        assert _("no entry for {name}", name="x") == "no entry for x"
    assert translation.translation("no entry", "de") is None
    assert translation.translation("an entry", "de") == "AN ENTRY"
    assert translation.translation("an entry", "en-US") is None


def test_braces_stand_for_themselves_where_nothing_is_filled_in() -> None:
    assert _("a set {1, 2}") == "a set {1, 2}"
    assert _("a {thing}", thing="{x}") == "a {x}"


def test_numbers_are_counted_and_written_as_the_language_does() -> None:
    assert ngettext("{count} one", "{count} many", 1) == "1 one"
    assert ngettext("{count} one {of}", "{count} many {of}", 1200, of="x") == "1,200 many x"
    with speaking("de"):
        assert ngettext("{count} one", "{count} many", 1200) == "1.200 VIELE"


def test_days_and_lists_are_written_as_the_language_does() -> None:
    assert day_named(DAY) == "13 September 2020"
    assert weekday_and_day_named(DAY) == "Sunday, 13 September"
    assert weekdays_named()[0] == "Monday"
    assert listed(["a", "b", "c"]) == "a, b and c"
    with speaking("es-ES"):
        assert day_named(DAY) == "13 de septiembre de 2020"
        assert weekday_and_day_named(DAY) == "domingo, 13 de septiembre de 2020"
        assert weekdays_named()[0] == "lunes"
        assert listed(["a", "b", "c"]) == "a, b y c"
    with speaking("ja"):
        assert day_named(DAY) == "2020年9月13日"
        assert listed(["a", "b", "c"]) == "a、b、c"


def test_listing_nothing_or_one_thing_needs_no_and() -> None:
    for locale in (None, "de", "hi"):
        with speaking(locale):
            assert listed([]) == ""
            assert listed(["a"]) == "a"
