"""Quote cards: nothing is cut, nothing is wrong, and everybody can read them."""

import asyncio
import io
import re
import threading
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import Image, features

from bot.discord_ui.quotes import CardError
from bot.features.cards.drawing import (
    LONGEST_DESCRIPTION,
    Card,
    CardMaker,
    alternative_text,
    colours,
    contrast,
    draw,
)
from bot.features.cards.fonts import TYPEFACES
from bot.features.cards.layout import SIZE, Layout, lay_out
from bot.features.cards.line_breaking import even_lines, pieces

SHORT = "I like this word, Attunement."
SENTENCE = (
    "They are eager to work and solve the issue that brought them to me, and in so doing, "
    "figure out a piece of themselves."
)
HEBREW = "אהבתי את המילה הזאת, Attunement, כי היא מזכירה לי (2) חברים קרובים."
ARABIC = "أُحِبُّ هذه الكلمة، لأنها تُذكّرني بالأصدقاء الذين نسير معهم."

LATIN = [
    chr(code)
    for first, last in [(0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF)]
    for code in range(first, last + 1)
    if chr(code).isalpha()
]
WRITING = st.integers(25, 700).flatmap(
    lambda size: st.text(st.sampled_from([*LATIN, *"     ,.;’“”-—"]), min_size=size, max_size=size)
)

needs_shaping = pytest.mark.skipif(
    not features.check("raqm"), reason="right-to-left text needs FriBiDi on this system"
)


def card(quotation: str = SENTENCE, colour: str | None = None) -> Card:
    return Card(quotation, "J. Farley", "Attunement", colour)


def layout(quotation: str, author: str | None = "J. Farley", title: str = "Attunement") -> Layout:
    return lay_out(quotation, author, title)


def texts(laid_out: Layout) -> list[str]:
    return [line.text for line in laid_out.quotation]


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def assert_nothing_is_cut(laid_out: Layout) -> None:
    lines = [*laid_out.quotation, *laid_out.source, laid_out.mark]
    for left, top, right, bottom in (line.box for line in lines):
        assert left >= 0
        assert top >= 0
        assert right <= SIZE[0]
        assert bottom <= SIZE[1]
    lowest = max(line.box[3] for line in laid_out.quotation)
    assert lowest < min(line.box[1] for line in laid_out.source)
    baselines = [line.baseline for line in laid_out.quotation]
    assert baselines == sorted(set(baselines))


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


@pytest.mark.parametrize("quotation", [SHORT, SENTENCE, (SENTENCE + " ") * 5])
def test_a_card_is_a_png_of_the_size_that_discord_shows_in_full(quotation: str) -> None:
    picture = opened(draw(card(quotation.strip())))
    assert picture.format == "PNG"
    assert picture.size == (1200, 630)


def test_the_same_card_gives_the_same_bytes() -> None:
    assert draw(card()) == draw(card())
    assert draw(card()) != draw(card(SHORT))


@settings(deadline=None, max_examples=40)
@given(WRITING)
def test_any_latin_text_is_on_the_card_to_the_letter_and_nothing_is_cut(quotation: str) -> None:
    assume(quotation.strip())
    laid_out = layout(quotation)
    assert without_spaces("".join(texts(laid_out))) == without_spaces(quotation)
    assert_nothing_is_cut(laid_out)


@pytest.mark.parametrize("letter", ["W", "Ǆ", "Ẫ", "i"])
@pytest.mark.parametrize("size", [25, 700])
def test_a_word_without_end_breaks_rather_than_leave_the_card(letter: str, size: int) -> None:
    laid_out = layout(letter * size)
    assert "".join(texts(laid_out)) == letter * size
    assert_nothing_is_cut(laid_out)


def test_words_stay_whole_and_keep_their_spaces() -> None:
    assert " ".join(texts(layout(SENTENCE))) == SENTENCE


def test_words_joined_by_a_space_that_does_not_break_stay_on_one_line() -> None:
    quotation = SENTENCE.replace(" a ", " a\u00a0")
    assert any("a\u00a0piece" in line for line in texts(layout(quotation)))


@pytest.mark.parametrize("words", range(6, 120, 7))
def test_the_last_line_is_never_one_word(words: int) -> None:
    quotation = " ".join((SENTENCE.split() * 6)[:words])
    assert len(texts(layout(quotation))[-1].split()) > 1


def test_a_lone_last_word_is_worse_than_lines_of_two_lengths() -> None:
    cut = pieces("aa bb cc dddddddddd", lambda text: float(len(text)))
    assert even_lines(cut, 14) == ["aa bb", "cc dddddddddd"]


def test_a_short_quotation_stays_on_one_line_rather_than_break_unevenly() -> None:
    assert texts(layout(SHORT)) == [SHORT]


def test_lines_are_of_nearly_one_length() -> None:
    widths = [line.box[2] - line.box[0] for line in layout(SENTENCE).quotation]
    assert min(widths) > 0.75 * max(widths)


def test_a_longer_quotation_is_set_in_smaller_type_that_a_phone_still_shows() -> None:
    sizes = [layout((SENTENCE + " ") * times).quotation[0].size for times in range(1, 6)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= 34


def test_quotation_marks_inside_the_quotation_stay_as_they_are() -> None:
    quotation = "“Getting” them, he said, is ‘sensing’ them."
    laid_out = layout(quotation)
    assert " ".join(texts(laid_out)) == quotation
    assert laid_out.mark.text == "“"
    assert laid_out.mark.box[2] < laid_out.quotation[0].box[0]


def test_author_and_title_stand_below_on_one_line() -> None:
    author, title = layout(SENTENCE).source
    assert (author.text, title.text) == ("J. Farley", "Attunement")
    assert author.baseline == title.baseline
    assert author.box[2] < title.box[0]


def test_a_text_without_an_author_has_its_title_below() -> None:
    assert [line.text for line in layout(SENTENCE, author=None).source] == ["Attunement"]


def test_a_long_title_takes_more_lines_and_is_not_cut() -> None:
    title = "A Long Title of an Essay that Goes On About the Matter of Itself, " * 2
    laid_out = layout((SENTENCE + " ") * 5, title=title)
    author, *rest = (line.text for line in laid_out.source)
    assert author == "J. Farley"
    assert " ".join(rest) == title.strip()
    assert_nothing_is_cut(laid_out)


@pytest.mark.parametrize("title", ["word " * 150, "W" * 45 + " of a title", "W" * 700])
def test_a_title_that_would_be_cut_is_refused(title: str) -> None:
    with pytest.raises(CardError, match="too long for a card"):
        draw(Card(SENTENCE, "J. Farley", title))


def test_what_no_size_fits_is_refused() -> None:
    with pytest.raises(CardError, match=r"^The quotation is too long for a card\.$"):
        draw(card("word " * 2000))


@pytest.mark.parametrize(
    "quotation",
    [
        "Žluťoučký kůň příliš úpěl ďábelské ódy.",
        "Ngày xửa ngày xưa, có một cô bé thật dễ thương.",
        "Ἓν οἶδα ὅτι οὐδὲν οἶδα, εἶπεν ὁ Σωκράτης.",
        "Все счастливые семьи похожи друг на друга.",
    ],
)
def test_accents_and_other_alphabets_are_drawn(quotation: str) -> None:
    laid_out = layout(quotation)
    assert " ".join(texts(laid_out)) == quotation
    assert_nothing_is_cut(laid_out)


def test_a_letter_with_its_accent_apart_looks_as_one_composed() -> None:
    apart = unicodedata.normalize("NFD", "Žluťoučký kůň příliš úpěl.")
    assert apart != unicodedata.normalize("NFC", apart)
    assert draw(card(apart)) == draw(card(unicodedata.normalize("NFC", apart)))


@needs_shaping
@pytest.mark.parametrize("quotation", [HEBREW, ARABIC])
def test_text_from_right_to_left_starts_at_the_right(quotation: str) -> None:
    laid_out = layout(quotation)
    assert " ".join(texts(laid_out)) == unicodedata.normalize("NFC", quotation)
    assert all(line.right_to_left for line in laid_out.quotation)
    assert laid_out.mark.box[0] > max(line.box[2] for line in laid_out.quotation)
    author, title = laid_out.source
    assert not author.right_to_left
    assert title.box[2] < author.box[0]
    rights = [line.x + (line.box[2] - line.box[0]) for line in laid_out.quotation]
    assert max(rights) - min(rights) < 12
    assert_nothing_is_cut(laid_out)


@needs_shaping
def test_arabic_letters_are_joined() -> None:
    word = "بيتنا"
    joined, apart = (layout(text).quotation[0] for text in (word, "\u200c".join(word)))
    assert joined.size == apart.size
    assert joined.box[2] - joined.box[0] < apart.box[2] - apart.box[0]


def test_without_its_library_text_from_right_to_left_is_refused_and_latin_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(features, "check", lambda feature: feature != "raqm")
    for quotation in (HEBREW, ARABIC):
        with pytest.raises(CardError, match="FriBiDi"):
            draw(card(quotation))
    assert opened(draw(card("Žluťoučký kůň příliš úpěl."))).size == SIZE


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("This makes me smile 😀 every day.", "😀 (U+1F600)"),
        ("我喜欢这个词,它让我想起老朋友。", "我 (U+6211)"),
        ("मुझे यह शब्द पसंद है।", "U+092E"),
        ("بدأ الكتاب هكذا: ﷽ ثم بدأ الكلام.", "U+FDFD"),
        ("A private letter \ue000 of nobody.", "U+E000"),
        ("A broken letter \ud800 of nobody.", "U+D800"),
    ],
)
def test_a_character_that_no_font_has_is_refused_by_name(text: str, named: str) -> None:
    for refused in (card(text), Card(SENTENCE, text, "Attunement"), Card(SENTENCE, None, text)):
        with pytest.raises(CardError) as caught:
            draw(refused)
        assert named in str(caught.value)
        assert str(caught.value).endswith(".")
        str(caught.value).encode()


def test_two_scripts_that_no_one_font_has_together_are_refused() -> None:
    with pytest.raises(CardError, match=r"^The fonts of the cards do not have "):
        draw(card("Жизнь и искусство, שלום עליכם"))


@needs_shaping
@pytest.mark.parametrize("mark", ["\u0301", "\u0323"])
def test_marks_on_marks_stay_on_the_card(mark: str) -> None:
    assert_nothing_is_cut(layout(SENTENCE.replace("e", "e" + mark * 4)))


def test_letters_under_a_pile_of_marks_are_refused() -> None:
    with pytest.raises(CardError, match="too many marks"):
        draw(card("He comes, " + "e" + "\u0301" * 12 + " he comes at last."))


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "\x1b", "\xad"])
def test_what_is_invisible_or_turns_the_text_round_does_nothing(hidden: str) -> None:
    spoilt = hidden + SENTENCE.replace("work", f"wo{hidden}rk")
    assert draw(card(spoilt)) == draw(card())
    assert hidden not in alternative_text(card(spoilt))


@pytest.mark.parametrize("quotation", ["", "   \n  ", "\u202e\u200b"])
def test_a_card_without_words_is_refused(quotation: str) -> None:
    with pytest.raises(CardError):
        draw(card(quotation))


@given(st.integers(0, 0xFFFFFF))
def test_the_text_has_enough_contrast_on_any_colour(number: int) -> None:
    paper, ink = colours(f"#{number:06x}")
    assert paper == (number >> 16, number >> 8 & 0xFF, number & 0xFF)
    assert contrast(paper, ink) >= 4.5


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("colour", ["#2f5d62", "#F4EDE1", "#808080"])
def test_the_card_has_the_colour_of_its_text(colour: str) -> None:
    picture = opened(draw(card(colour=colour))).convert("RGB")
    paper, ink = colours(colour)
    assert picture.getpixel((0, 0)) == picture.getpixel((1199, 629)) == paper
    assert ink in {shade for _, shade in picture.getcolors(maxcolors=1 << 20) or []}


@pytest.mark.parametrize("colour", ["red", "#12345", "2f5d62", "#2f5d62\n", ""])
def test_a_colour_that_is_none_is_refused(colour: str) -> None:
    with pytest.raises(CardError, match="#rrggbb"):
        draw(card(colour=colour))


def test_the_alternative_text_says_everything_on_the_card() -> None:
    assert alternative_text(card(SHORT)) == (
        "This is a quote card from “Attunement” by J. Farley. "
        "It reads: “I like this word, Attunement.”"
    )
    assert alternative_text(Card("and so, on and on, it went", None, "Notes")) == (
        "This is a quote card from “Notes”. It reads: “and so, on and on, it went”."
    )


@given(st.text(max_size=900), st.none() | st.text(max_size=400), st.text(max_size=400))
def test_the_alternative_text_is_within_discords_limit(
    quotation: str, author: str | None, title: str
) -> None:
    words = alternative_text(Card(quotation, author, title))
    assert words.startswith("This is a quote card from “")
    assert len(words) <= LONGEST_DESCRIPTION


def test_every_font_has_its_licence_beside_it() -> None:
    folder = Path(__file__).resolve().parents[2] / "bot" / "features" / "cards" / "fonts"
    files = {name for face in TYPEFACES for name in (face.roman, face.italic, face.semibold)}
    assert files == {path.name for path in folder.glob("*.ttf")}
    for name in files:
        licence = folder / f"{name.partition('-')[0]}-OFL.txt"
        assert "SIL Open Font License, Version 1.1" in licence.read_text(encoding="utf-8")


class Artist:
    """Draws as `draw` does, once allowed to, and remembers what and in which thread."""

    def __init__(self, *, waits: bool = False) -> None:
        self.drawn: list[Card] = []
        self.threads: set[int] = set()
        self.begun, self.allowed = threading.Event(), threading.Event()
        if not waits:
            self.allowed.set()

    def draw(self, card: Card) -> bytes:
        self.drawn.append(card)
        self.threads.add(threading.get_ident())
        self.begun.set()
        assert self.allowed.wait(timeout=10)
        return draw(card)


async def test_a_card_is_drawn_off_the_event_loop_and_kept() -> None:
    artist = Artist()
    maker = CardMaker(draw=artist.draw)
    assert await maker.png(card()) == await maker.png(card()) == draw(card())
    assert artist.drawn == [card()]
    assert threading.get_ident() not in artist.threads


async def test_a_card_that_many_ask_for_at_once_is_drawn_once() -> None:
    artist = Artist()
    maker = CardMaker(draw=artist.draw)
    pictures = await asyncio.gather(*(maker.png(card()) for _ in range(50)))
    assert set(pictures) == {draw(card())}
    assert artist.drawn == [card()]


async def test_who_stops_waiting_does_not_take_the_card_from_others() -> None:
    artist = Artist(waits=True)
    maker = CardMaker(draw=artist.draw)
    impatient = asyncio.create_task(maker.png(card()))
    patient = asyncio.create_task(maker.png(card()))
    assert await asyncio.to_thread(artist.begun.wait, 10)
    impatient.cancel()
    artist.allowed.set()
    assert await patient == draw(card())
    assert impatient.cancelled()
    assert artist.drawn == [card()]


async def test_only_as_many_bytes_are_kept_as_allowed_the_latest_asked_for() -> None:
    artist = Artist()
    one, two, three = card(SHORT), card(SHORT, "#112233"), card(SHORT, "#eeddcc")
    maker = CardMaker(limit=2 * len(draw(one)) + 100, draw=artist.draw)
    for asked in (one, two, one, three, one, two):
        await maker.png(asked)
    assert artist.drawn == [one, two, three, two]


async def test_a_card_larger_than_all_that_may_be_kept_is_drawn_each_time() -> None:
    artist = Artist()
    maker = CardMaker(limit=10, draw=artist.draw)
    assert await maker.png(card()) == await maker.png(card())
    assert artist.drawn == [card(), card()]


async def test_a_refusal_reaches_everyone_and_is_not_kept() -> None:
    artist = Artist()
    maker = CardMaker(draw=artist.draw)
    refused = card("This makes me smile 😀 every day.")
    answers = await asyncio.gather(*(maker.png(refused) for _ in range(3)), return_exceptions=True)
    assert all(isinstance(answer, CardError) for answer in answers)
    assert len(artist.drawn) == 1
    with pytest.raises(CardError):
        await maker.png(refused)
    assert opened(await maker.png(card())).size == SIZE


def test_threads_can_draw_at_once() -> None:
    wanted = [card(SENTENCE[:length]) for length in range(40, 100, 10)]
    expected = [draw(each) for each in wanted]
    drawn: dict[Card, bytes] = {}
    threads = [
        threading.Thread(target=lambda each=each: drawn.update({each: draw(each)}))
        for each in wanted
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [drawn[each] for each in wanted] == expected


VERSE = "Life must be reaped like the ripe ears of corn:\nOne man is born;\nanother dies."


def test_verse_keeps_its_lines() -> None:
    laid_out = lay_out(VERSE, "Euripides", "Fragments", verse=True)
    assert [line.text for line in laid_out.quotation] == VERSE.split("\n")


def test_lines_of_verse_that_would_be_small_are_broken_and_no_word_is_lost() -> None:
    long = "\n".join([SENTENCE * 2, SENTENCE])
    laid_out = lay_out(long, None, "Fragments", verse=True)
    assert " ".join(line.text for line in laid_out.quotation) == " ".join(long.split())


def test_lines_of_prose_are_filled() -> None:
    assert texts(layout(VERSE)) != VERSE.split("\n")
