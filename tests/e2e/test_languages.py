"""Members are answered in their Discord language, and posts are in their server's."""

import gettext
import re
from collections.abc import Callable, Iterator
from typing import Any

import discord
import pytest

from bot import translation
from bot.translation import LANGUAGES
from tests.e2e.daily import Moderator, deliver, forbid, next_at
from tests.e2e.test_walk import is_whole_sentences, quotations
from tests.e2e.world import Labels, Message, NewWorld, Words, World, parts

ANSWERED, NEAREST, ABOUT = "what is attunement", "why is trust important", "who wrote this"
SILENT, DISTRESS = "How do I repair a bicycle?", "I want to kill myself"
ENGLISH = re.compile(r"[A-Za-z]{2,}")


class Speaking:
    """Reads interactions as if every member's Discord were in one language."""

    def __init__(self, read: Callable[[Any], None], locale: str) -> None:
        self._read, self.locale = read, locale

    def __call__(self, data: dict[str, Any]) -> None:
        self._read({**data, "locale": self.locale})


def speak(world: World, locale: str) -> None:
    """Lets every member's Discord be in the language `locale`."""
    parsers = world.bot._connection.parsers
    read = parsers["INTERACTION_CREATE"]
    if isinstance(read, Speaking):
        read.locale = locale
    else:
        parsers["INTERACTION_CREATE"] = Speaking(read, locale)


def place_in(world: World, locale: str) -> None:
    """Lets the server be in the language `locale`."""
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    guild.preferred_locale = discord.Locale(locale)


@pytest.fixture
def morgan(world: World) -> Moderator:
    return Moderator(world)


async def test_a_german_member_gets_a_german_answer_around_the_essays_own_words(
    world: World, words: Words, labels: Labels
) -> None:
    english = await world.ask(ANSWERED)
    speak(world, "de")
    said = await world.ask(ANSWERED)
    assert "### Der Essay antwortet\n-# Du hast gefragt: what is attunement" in words(said)
    assert "von J. Farley" in words(said)
    assert list(quotations(said)) == list(quotations(english))
    assert all(is_whole_sentences(quotation) for quotation in quotations(said))
    assert labels(said)[0] == "Im Zusammenhang"
    context = await world.click(said, "Im Zusammenhang")
    assert "Davor" in labels(context)


async def test_help_is_in_the_members_language(world: World, words: Words) -> None:
    speak(world, "de")
    said = words((await world.alice.slash(world.channel, "help")).response)
    assert "Lies den Essay genau" in said
    assert "**Den Essay fragen**" in said
    speak(world, "en-GB")
    assert "Read the essay closely" in words(
        (await world.alice.slash(world.channel, "help")).response
    )


async def test_an_error_is_in_the_members_language(
    world: World, words: Words, morgan: Moderator
) -> None:
    speak(world, "de")
    assert words(await morgan.command("status")).strip().startswith("Hier hat kein Kanal")
    said = await morgan.preview(time="half of nine")
    assert words(said).strip() == (
        "„half of nine“ ist keine Uhrzeit; schreib sie so: 8, 8 Uhr, 08:00 oder 20.30."
    )
    assert "ist keine" not in words(await morgan.preview(time="8 Uhr"))


async def test_status_its_buttons_and_its_dialogs_are_in_the_moderators_language(
    world: World, words: Words, labels: Labels, morgan: Moderator
) -> None:
    await morgan.set_up(thread=True)
    speak(world, "de")
    said = await morgan.command("status")
    assert "**An:** jeden Tag um **08:00** (Europe/London), mit einem Thread; niemand" in words(
        said
    )
    assert "Zeitzone…" in labels(said)
    assert "Thread: an" in labels(said)
    said = await world.dialog(said, "Uhrzeit…", "20 Uhr", world.morgan)
    assert words(said).strip().startswith("Gespeichert. Die nächste kommt")


async def test_weekdays_can_be_typed_in_the_moderators_language(
    world: World, words: Words, morgan: Moderator
) -> None:
    speak(world, "fr")
    said = await morgan.preview(days="lundi, mer")
    assert "les lundis et mercredis à **08:00**" in words(said)
    assert "tous les jours" in words(await morgan.preview(days="tous les jours"))
    assert "en semaine" in words(await morgan.preview(days="weekdays"))


async def test_a_post_is_in_the_language_of_its_server(
    world: World, words: Words, labels: Labels, morgan: Moderator
) -> None:
    place_in(world, "fr")
    speak(world, "de")
    await morgan.click(await morgan.preview(thread=True), "Speichern")
    assert await deliver(world) == 1
    (post,) = [one for one in world.channel.history() if "Le passage du jour" in words(one)]
    assert "lundi 2 mars 2026" in words(post)
    assert "**Pour réfléchir**" in words(post)
    assert all(is_whole_sentences(quotation) for quotation in quotations(post))
    assert labels(post)[-1] == "Tout lire"
    assert [thread.name for thread in world.channel.threads] == ["Réflexion du 2 mars 2026"]


async def test_why_a_post_failed_is_said_in_the_readers_language(
    world: World, words: Words, morgan: Moderator
) -> None:
    await morgan.set_up()
    due = await next_at(world)
    forbid(world, send_messages=False)
    await deliver(world, due)
    speak(world, "de")
    said = words(await morgan.command("status"))
    assert "Dem Bot fehlt im Kanal die Berechtigung „Nachrichten senden“." in said


async def test_a_message_is_answered_in_the_language_of_its_server(
    world: World, words: Words
) -> None:
    place_in(world, "es-ES")
    await world.alice.send(world.channel, f"{world.me} {ANSWERED}")
    assert any("El ensayo responde" in words(said) for said in world.channel.history())


async def test_every_translated_description_and_menu_reaches_discord(world: World) -> None:
    (registered,) = [one for one in world.env.http_requests if one.method == "PUT"]
    commands: Any = registered.json
    told = list(walk(commands))
    assert len(told) > 20
    for one in told:
        if one.get("description"):
            assert set(one["description_localizations"]) == set(LANGUAGES), one["name"]
            assert all(len(said) <= 100 for said in one["description_localizations"].values())
    (menu,) = [one for one in commands if one["type"] == 3]
    assert menu["name_localizations"]["de"] == "Den Essay fragen"
    assert not any(one.get("name_localizations") for one in told if one is not menu)


def walk(commands: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The commands with their subcommands and options."""
    for command in commands:
        yield command
        yield from walk(command.get("options") or [])


class Brackets(gettext.NullTranslations):
    """A language in which every text is the English one in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def without_translated(text: str) -> str:
    """`text` without what stands in brackets, and brackets in these."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*(⟧|…$)", "", text)) != text:
        text = shorter
    return text


class Reader:
    """Looks for words on a screen that nobody could translate."""

    def __init__(self, world: World) -> None:
        library = world.bot.texts.library
        self._own = [essay.title for essay in library.essays]
        self._own += [essay.source or "" for essay in library.essays]
        paragraphs = [paragraph for essay in library.essays for paragraph in essay.paragraphs]
        self._own += [question for one in paragraphs for question in one.reflections]
        self._own += [world.channel.name, "other"]

    def learn(self, *words: str) -> None:
        """Learns what members say."""
        self._own += words

    async def known(self, world: World) -> None:
        """Learns the questions and the topics, which are the text's and not the bot's."""
        self._own += await world.bot.texts.suggest("", 10_000)
        self._own += await world.bot.texts.topics("", 10_000)
        self._own.sort(key=len, reverse=True)

    def check(self, message: Message) -> Message:
        """Fails for a word that is neither translated nor the text's own."""
        for part in parts(message):
            for field in ("content", "label", "placeholder", "description"):
                self._check(str(part.get(field) or ""))
            for option in part.get("options") or []:
                self._check(option["label"])
        return message

    def _check(self, text: str) -> None:
        left = without_translated(text)
        left = re.sub(r"(?m)^> .*$|<[^>]*>|\]\([^)]*\)", " ", left)
        for own in self._own:
            left = left.replace(own, " ") if own else left
        assert not ENGLISH.search(left), f"not translated: {left!r} in {text!r}"


async def test_nothing_that_members_see_stays_untranslated(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "catalogue", lambda _: Brackets())
    speak(world, "ja")
    place_in(world, "ja")
    reader = Reader(world)
    await reader.known(world)
    for question in (ANSWERED, NEAREST, ABOUT, SILENT, "how long is it", "is it in English"):
        said = reader.check(await world.ask(question))
    said = reader.check(await world.ask(ANSWERED))
    for label in ("In context", "Next passage", "Card"):
        reader.check(await world.click(said, f"⟦{label}⟧"))
    for command in ("help", "privacy", "essay about", "essay topics", "essay read", "texts list"):
        reader.check((await world.alice.slash(world.channel, command)).response)
    reader.check((await world.alice.slash(world.channel, "quote")).response)
    reader.check((await world.alice.slash(world.channel, "quote", about="bicycles")).response)
    said = (await world.morgan.slash(world.channel, "privacy")).response
    reader.check(await world.click(reader.check(said), "⟦Erase it…⟧", world.morgan))


async def test_nothing_that_moderators_see_stays_untranslated(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "catalogue", lambda _: Brackets())
    speak(world, "ja")
    place_in(world, "ja")
    reader, morgan = Reader(world), Moderator(world)
    await reader.known(world)
    for wrong in ({"time": "9999"}, {"timezone": "9999"}, {"days": "9999"}, {"text": "9999"}):
        reader.check(await morgan.preview(**wrong))
    for command in ("status", "preview", "skip"):
        reader.check(await morgan.command(command))
    said = await morgan.preview(thread=True, picture=True, days="Mon, Fri")
    reader.check(await morgan.click(reader.check(said), "⟦Save⟧"))
    assert await deliver(world) == 1
    reader.check(next(iter(world.channel.history())))
    for command in ("status", "preview", "skip", "pause", "skip", "resume", "stop"):
        said = reader.check(await morgan.command(command))
    await morgan.click(said, "⟦Keep it⟧")
    other = world.guild.create_text_channel("other")
    await morgan.click(await morgan.preview(other), "⟦Save⟧")
    for command in ("status", "pause"):
        reader.check(await morgan.command(command))


async def test_nothing_of_the_questions_without_an_answer_stays_untranslated(
    new_world: NewWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_world(learn=True) as world:
        monkeypatch.setattr(translation, "catalogue", lambda _: Brackets())
        speak(world, "ja")
        reader = Reader(world)
        reader.learn("repair bicycle", "how do i repair a bicycle")
        await reader.known(world)
        for action in ("show", "on"):
            command = f"texts questions {action}"
            reader.check((await world.morgan.slash(world.channel, command)).response)
        reader.check((await world.alice.slash(world.channel, "privacy")).response)
        reader.check(await world.ask(SILENT))
        said = (await world.morgan.slash(world.channel, "texts questions show")).response
        assert "⟦Not answered by the text⟧" in str(parts(reader.check(said)))
        silent = await world.click(said, "⟦Not answered by the text⟧", world.morgan)
        reader.check(silent)
        reader.check((await world.morgan.slash(world.channel, "texts questions off")).response)


@pytest.mark.parametrize("locale", sorted(LANGUAGES))
async def test_the_longest_messages_fit_into_discords_limits(
    world: World, words: Words, locale: str
) -> None:
    # The world's end holds every request against Discord's limits.
    speak(world, locale)
    place_in(world, locale)
    morgan = Moderator(world)
    said = await morgan.preview(thread=True, picture=True, days="Mon, Wed, Fri")
    saved = await morgan.click(said, translation.translation("Save", locale) or "")
    assert "<t:" in words(saved)
    assert await deliver(world) == 1
    for command in ("help", "privacy", "essay about", "essay read", "texts list"):
        said = (await world.morgan.slash(world.channel, command)).response
        assert len(words(said)) < 4_000
