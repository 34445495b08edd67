"""Where sentences begin and end."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.texts.sentences import sentence_spans, split_sentences
from tests.retrieval.strategies import any_text, paragraphs

languages = st.sampled_from((None, "en", "de", "fr-CA", "es", "pt", "it", "ja", "ar"))


@given(text=any_text | paragraphs, language=languages)
@settings(max_examples=200, deadline=None)
def test_spans_are_ordered_apart_and_cover_all_that_is_not_white_space(
    text: str, language: str | None
) -> None:
    spans = sentence_spans(text, language)
    end_before = 0
    for start, end in spans:
        assert end_before <= start < end <= len(text)
        assert not text[end_before:start].strip()
        assert text[start:end] == text[start:end].strip()
        end_before = end
    assert not text[end_before:].strip()


@given(text=any_text | paragraphs)
@settings(max_examples=50, deadline=None)
def test_the_sentences_are_what_stands_between_the_spans(text: str) -> None:
    assert split_sentences(text) == [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t ", "\u00a0", "\r\n"])
def test_white_space_holds_no_sentence(text: str) -> None:
    assert sentence_spans(text) == []


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        # Abbreviations and initials
        ("Dr. Smith came. He left.", ["Dr. Smith came.", "He left."]),
        ("We met Mr. Lee and Prof. Oak. They sat.", ["We met Mr. Lee and Prof. Oak.", "They sat."]),
        ("J. R. R. Tolkien wrote. It sold.", ["J. R. R. Tolkien wrote.", "It sold."]),
        ("The U.S. Army came. It won.", ["The U.S. Army came.", "It won."]),
        ("Many forms, e.g. Haiku. Few rules.", ["Many forms, e.g. Haiku.", "Few rules."]),
        ("See Fig. 3 there. It shows.", ["See Fig. 3 there.", "It shows."]),
        ("It is No. 5 of ten. Look.", ["It is No. 5 of ten.", "Look."]),
        ("In Sept. 1998 it ended. Good.", ["In Sept. 1998 it ended.", "Good."]),
        ("Name et al. Found this. Then more.", ["Name et al. Found this.", "Then more."]),
        ("The answer is no. We left.", ["The answer is no.", "We left."]),
        # Numbers
        ("It is 3.14 long. Good.", ["It is 3.14 long.", "Good."]),
        ("1. First thing. 2. Second thing.", ["1. First thing.", "2. Second thing."]),
        ("It was 1998. The year ended.", ["It was 1998.", "The year ended."]),
        # Quotes and brackets
        ("He said “Go.” She went.", ["He said “Go.”", "She went."]),
        ('He said "Go!" She went.', ['He said "Go!"', "She went."]),
        ("“Is it?” he asked. No.", ["“Is it?” he asked.", "No."]),
        ("«Oui.» Il part.", ["«Oui.»", "Il part."]),
        ("He left (at last). We stayed.", ["He left (at last).", "We stayed."]),
        # Citations belong to what they prove
        ("It holds.” (Name 1998). Then more.", ["It holds.” (Name 1998).", "Then more."]),
        # Marks
        ("Is it?! Yes!", ["Is it?!", "Yes!"]),
        ("Wait... what? Yes.", ["Wait... what?", "Yes."]),
        ("Wait… what? Yes.", ["Wait… what?", "Yes."]),
        ("He paused... Then he left.", ["He paused...", "Then he left."]),
        ("He paused… Then he left.", ["He paused…", "Then he left."]),
        ("Yahoo! is big. Yes.", ["Yahoo! is big.", "Yes."]),
        ("see a.b.c or Hello.World", ["see a.b.c or Hello.World"]),
        ("no mark at all", ["no mark at all"]),
        # Other scripts
        ("¿Qué? ¡Sí! Bueno.", ["¿Qué?", "¡Sí!", "Bueno."]),
        ("Это конец. Начало новое.", ["Это конец.", "Начало новое."]),
        ("ما هذا؟ هذا بيت.", ["ما هذا؟", "هذا بيت."]),
        ("यह वाक्य है। दूसरा वाक्य।", ["यह वाक्य है।", "दूसरा वाक्य।"]),
        ("これは文です。次の文。", ["これは文です。", "次の文。"]),
        ("「はい。」彼は言った。", ["「はい。」", "彼は言った。"]),
        ("你好！再见？好。", ["你好！", "再见？", "好。"]),
        # Lines
        ("# Heading\n\nText here. More.", ["# Heading", "Text here.", "More."]),
        ("List:\n- one\n- two", ["List:", "- one", "- two"]),
        ("List\n* one thing\n• two", ["List", "* one thing", "• two"]),
        ("one\n\ntwo", ["one", "two"]),
        ("One line\nand its end. Two.", ["One line\nand its end.", "Two."]),
    ],
)
def test_a_text_is_split_as_a_reader_would(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


def test_a_long_text_without_capitals_is_split_in_time_that_grows_with_its_length() -> None:
    started = time.perf_counter()
    split_sentences("hello there. how are you. " * 2000)
    assert time.perf_counter() - started < 2.0


def test_a_long_row_of_initials_is_split_in_time_that_grows_with_its_length() -> None:
    started = time.perf_counter()
    split_sentences("A. " * 8000)
    assert time.perf_counter() - started < 2.0


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("de", "Am 1. Mai kam er an. Es regnete.", ["Am 1. Mai kam er an.", "Es regnete."]),
        ("de", "Er sah z.B. Hr. Meier. Das genügte.", ["Er sah z.B. Hr. Meier.", "Das genügte."]),
        ("es", "La Sra. Vega calló. ¿Por qué?", ["La Sra. Vega calló.", "¿Por qué?"]),
        ("es", "No. Eso no es así.", ["No.", "Eso no es así."]),
        ("fr", "Mme. Bovary rêvait. Il partit.", ["Mme. Bovary rêvait.", "Il partit."]),
        ("en", "No. 5 was late. It rained.", ["No. 5 was late.", "It rained."]),
        (
            "de",
            "Am 1. Januar kam z. B. Anna. Sie ging.",
            ["Am 1. Januar kam z. B. Anna.", "Sie ging."],
        ),
        ("de", "„Ich komme.“ Er ging.", ["„Ich komme.“", "Er ging."]),
        ("de", "„Komm!“ sagte er. Sie kam.", ["„Komm!“ sagte er.", "Sie kam."]),
        ("de", "»Ja.« Er nickte.", ["»Ja.«", "Er nickte."]),
        ("fr", "« Oui. » Il part.", ["« Oui. »", "Il part."]),
        ("fr", "« Oui ! » dit-il. « Non. »", ["« Oui ! » dit-il.", "« Non. »"]),
        ("fr", "— Oui. — Non.", ["— Oui.", "— Non."]),
        ("es", "—¿Vienes? —dijo él—. —No.", ["—¿Vienes? —dijo él—.", "—No."]),
        ("es", "En EE.UU. Ana vive. ¡Bien!", ["En EE.UU. Ana vive.", "¡Bien!"]),
        ("pt", "O Sr. Silva saiu. «Adeus.»", ["O Sr. Silva saiu.", "«Adeus.»"]),
        ("it", "Il sig. Rossi tace. È tardi.", ["Il sig. Rossi tace.", "È tardi."]),
        ("ja", "「はい。」と言った。次。", ["「はい。」と言った。", "次。"]),
        ("hi", "एक॥ दो।", ["एक॥", "दो।"]),
        ("en", "“Is he married?” said he. “No.”", ["“Is he married?” said he.", "“No.”"]),
        (
            "en",
            "The house of Mr.\nBennet is old. It is.",
            ["The house of Mr.\nBennet is old.", "It is."],
        ),
        ("en", "The sea is wide,\nThe sky is wide.", ["The sea is wide,\nThe sky is wide."]),
        (None, "Mr. Darcy came. He left.", ["Mr. Darcy came.", "He left."]),
    ],
)
def test_a_dot_ends_a_sentence_as_in_the_language_of_the_text(
    language: str | None, text: str, sentences: list[str]
) -> None:
    assert split_sentences(text, language) == sentences
