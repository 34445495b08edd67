"""Text for Discord: to the letter, or harmless."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.markdown import block_quote, escaped, harmless
from bot.wording import clipped


def rendered(markdown: str) -> str:
    """What a reader sees of escaped text, as Discord's rule for backslashes has it."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markdown)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, “quoted” (and bracketed).", "plain words, “quoted” (and bracketed)."),
        ("*bold* _it_ ~no~ |sp| `code`", r"\*bold\* \_it\_ \~no\~ \|sp\| \`code\`"),
        ("<@1> <#2> </ask:3> <t:4>", r"\<@1> \<#2> \</ask:3> \<t:4>"),
        ("@everyone and @here, not me@home", r"\@everyone and \@here, not me@home"),
        ("[a](https://b.example/c_d)", r"\[a](https://b.example/c_d)"),
        ("# heading", r"\# heading"),
        ("#1 of many", "#1 of many"),
        ("- item\n+ item\n> quote\n-# small", "\\- item\n\\+ item\n\\> quote\n\\-# small"),
        ("2. item, version 3.1", r"2\. item, version 3.1"),
        ("a - b > c # d", "a - b > c # d"),
    ],
)
def test_markdown_is_escaped_and_nothing_else(text: str, written: str) -> None:
    assert escaped(text) == written


@given(st.text())
def test_escaped_text_renders_to_the_letter(text: str) -> None:
    plain = text.replace("\\", "/")
    assert rendered(escaped(plain)) == plain


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("  many \n\t lines ", "many lines"),
        ("\u202eevil\u202c \u200bhidden\ufeff", "evil hidden"),
        ("می‌خواهم", "می‌خواهم"),
        ("https://evil.example", r"https\://evil.example"),
        ("\ud800 lone \x00 control", "lone control"),
        ("", ""),
    ],
)
def test_a_members_words_are_made_harmless(text: str, written: str) -> None:
    assert harmless(text, 100).replace("  ", " ").strip() == written


@given(st.text(), st.integers(10, 50))
def test_a_members_words_stay_on_one_line_and_short(text: str, limit: int) -> None:
    said = harmless(text, limit)
    assert "\n" not in said
    assert len(rendered(said)) <= limit
    assert said.encode().decode() == said


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("short enough", 12, "short enough"),
        ("cut after a word", 12, "cut after a…"),
        ("onewordthatistoolong", 10, "onewordth…"),
    ],
)
def test_long_text_is_cut_after_a_word(text: str, limit: int, short: str) -> None:
    assert clipped(text, limit) == short


def test_a_block_quote_marks_every_line_and_sets_its_emphasis_in_bold() -> None:
    text = "One.\nTwo goes\nover lines. Three."
    assert block_quote(text) == "> One.\n> Two goes\n> over lines. Three."
    assert block_quote(text, (5, 25)) == "> One.\n> **Two goes\n> over lines.** Three."
