"""What the tests of the engine share."""

import pytest

from bot.retrieval import Library
from bot.retrieval.meaning import word_vectors
from bot.texts.loading import load_essay, load_essays
from bot.texts.model import Essay
from tests.conftest import WriteText


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The shipped texts."""
    return Library(load_essays(None), word_vectors)


@pytest.fixture(scope="session")
def essay(shipped: Library) -> Essay:
    """The shipped essay."""
    return shipped.essays[0]


@pytest.fixture
def rivers(write_text: WriteText) -> Essay:
    """A small essay with its curated part."""
    return load_essay(write_text())
