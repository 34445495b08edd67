"""A plugin of pytest's: no garbage is collected while it parses tests.

Python 3.11 loses count of its recursion if a collection falls into the making of a syntax tree,
and ends with a SystemError.
"""

import gc

gc.disable()


def pytest_collection_finish() -> None:
    """All tests are parsed."""
    gc.enable()
