"""The reader's pages say where they are."""

from bot.discord_ui.custom_id import custom_ids
from bot.features.read.pages import page_message, pages
from bot.texts.model import Essay, Paragraph

BOOK = Essay(
    "sea",
    "The Sea",
    tuple(
        Paragraph(number, f"Number {number} is short.", heading=(f"Chapter {1 + number // 20}",))
        for number in range(1, 101)
    ),
)


def shown(number: int) -> str:
    view = page_message(BOOK, pages(BOOK), number)
    return "\n".join(
        text for item in view.walk_children() if (text := getattr(item, "content", ""))
    )


def test_a_page_says_in_which_chapter_it_begins() -> None:
    assert "*The Sea*, ch. 1" in shown(1)


def test_a_chapter_that_begins_within_a_page_is_named_there() -> None:
    assert "-# Ch. 2\n> Number 20 is short." in "".join(
        shown(n + 1) for n in range(len(pages(BOOK)))
    )


def test_a_page_of_many_short_passages_is_within_the_limits_of_a_message() -> None:
    for number in range(1, len(pages(BOOK)) + 1):
        view = page_message(BOOK, pages(BOOK), number)
        assert len(list(view.walk_children())) <= 40
        assert all(len(one) <= 100 for one in custom_ids(view.children))
