"""What people say to a bot without asking its text anything."""

import pytest
from hypothesis import given, settings

from bot.retrieval.small_talk import small_talk_reply
from bot.texts.model import Essay
from tests.retrieval.strategies import any_text


@pytest.mark.parametrize(
    "said",
    ["hi", "Hello!", "thx", "Thank you so much", "GOOD BOT", "tell me a joke pls", "gm", "😀 hi"],
)
def test_greetings_thanks_and_teasing_are_small_talk(said: str) -> None:
    assert small_talk_reply(said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "😀",
        "what is attunement",
        "hi, what is attunement?",
        "trust",
        "thanks, and who wrote the definition of attunement",
        "how are you in tune with a client",
        "are you heard",
        "tell me about friends",
    ],
)
def test_a_question_is_none(said: str) -> None:
    assert small_talk_reply(said) is None


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("helo", "Hello!"),
        ("are you an AI?", "I am a program."),
        ("good bot", "You are welcome."),
        ("good night everyone", "Goodbye"),
        ("ur useless", "Then I did not help."),
        ("write me a poem", "That I cannot do"),
        ("who made you?", "People wrote me"),
        ("lol ok", "Good."),
        ("you're wrong", "Then I did not help."),
        ("I'm sorry bot", "No harm done."),
        ("what can you do?", "Ask me in your own words"),
        ("am I talking to a real person?", "I am a program."),
        ("bye bot", "Goodbye"),
        ("hola", "¡Hola!"),
        ("¿eres un bot?", "Soy un programa."),
        ("vielen Dank", "Gern geschehen."),
        ("wer hat dich gemacht?", "Menschen haben mich geschrieben"),
        ("ça va ?", "Bien, merci"),
        ("merci beaucoup", "Avec plaisir."),
        ("bom dia", "Olá!"),
        ("obrigada", "De nada. As palavras"),
    ],
)
def test_the_reply_fits_what_was_said_and_is_true(said: str, reply: str) -> None:
    assert (small_talk_reply(said) or "").startswith(reply)


def test_no_question_that_the_curator_listed_is_small_talk(essay: Essay) -> None:
    asked = [q for p in essay.paragraphs for s in p.sentences for q in s.questions]
    assert [question for question in asked if small_talk_reply(question)] == []


@given(said=any_text)
@settings(max_examples=60, deadline=None)
def test_any_text_is_small_talk_or_not(said: str) -> None:
    assert small_talk_reply(said) is None or small_talk_reply(said)
