"""The playground in a real browser, as somebody who tries the bot out sees it."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from bot.playground import run
from bot.settings import Settings
sys.exit(run(Settings(_env_file=None), None, False))
"""

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium is installed: the browser test is left out"
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a playground, opened within seconds."""
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    assert time.monotonic() - began < 10, "it should take half of that even on a busy machine"
    yield re.findall(r"http://127\.0\.0\.1:\S+", line)[0]
    process.terminate()
    assert process.wait(10) == 0


@pytest.fixture
def page(address: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # The sandbox of Chromium wants rights that a container seldom has.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.goto(address)
        yield opened
        browser.close()


def test_enter_sends_the_visitor_s_own_question(page: Any) -> None:
    question = "what helps a client trust the therapist"
    composer = page.locator("#channel-composer-input")
    composer.press_sequentially("/ask")
    page.keyboard.press("Enter")
    page.keyboard.type(question)
    own = page.locator("#command-suggestion-listbox [role=option]").first
    own.filter(has_text=question).wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Send").click()
    page.locator("article").filter(has_text=f"You asked: {question}").last.wait_for()


def test_a_visitor_asks_reads_the_context_and_gets_a_card(page: Any) -> None:
    page.get_by_text("Welcome to the playground").last.wait_for()
    composer = page.locator("#channel-composer-input")
    composer.press_sequentially("/ask")
    page.keyboard.press("Enter")
    page.keyboard.type("what is atunement")
    page.locator("#command-suggestion-listbox [role=option]").filter(
        has_text="What is attunement?"
    ).first.click()
    page.get_by_role("button", name="Send").click()

    answer = page.locator("article").filter(has_text="The essay answers").last
    answer.wait_for()
    assert answer.locator("blockquote strong").count() == 1
    answer.get_by_role("button", name="In context").click()

    context = page.locator("article").filter(has_text="Earlier").last
    context.get_by_role("button", name="Later").wait_for()
    assert context.locator("blockquote").count() >= 2

    answer.get_by_role("button", name="Card").click()
    card = page.locator("article img[alt*='Farley']").last
    card.wait_for()
    page.wait_for_function("image => image.naturalWidth === 1200", arg=card.element_handle())
